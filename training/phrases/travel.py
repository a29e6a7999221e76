"""How people ask for the weather and the way. Patterns as the docstring of this package explains them.

`{city}` is a place with weather, `{place}` one to go to, `{amenity}` one that is looked for nearby ("a pharmacy", "the
nearest gas station"). What is said of now ("right now", "outside") is no day.
"""

REQUESTS = {
    "get_weather": (
        # how it is
        "~(what's|what is|how's|how is) the weather (like|)",
        "~(what's|how's|how is|what is) the weather (like|) (right now|now|outside|out there|here|at the moment)",
        "~(what's|how's|how is|what is) the weather (like|) (in|in|for|at|over in) {city}",
        "~(what's|how's|how is|what is) the weather in {city} (right now|now|at the moment|like|)",
        "~(what's|how's|what is|how is) the weather (like|) {day}",
        "*~(what's|how's) the weather (going to be|gonna be|going to be like) {day} in {city}",
        "~(what's|how's|what is|how is) the weather (like|) in {city} {day}",
        "*~(what's|how's|what is|how is) the weather (like|) {day} in {city}",
        "~(what's|how's) the weather (looking|looking like|going to be) (in {city} {day}|{day}|in {city})",
        "~what will the weather be (like|) {day}",
        "*~what will the weather be (like|) in {city} {day}",
        "*~how will the weather be (in {city} {day}|{day}|{day} in {city})",
        "~how does the weather look (in {city} {day}|{day}|in {city}|)",
        "~(what's|how's|how is) it (like|) (outside|out there|outside right now)",
        "~(what's|how's) it (like|looking) (in {city}|outside) {day}",
        "~what about the weather (in {city}|{day}|in {city} {day})",
        "~(and|so) the weather (in {city}|{day}|in {city} {day})",
        # terse
        "~(weather|forecast|weather forecast|weather report|the weather)",
        "~(weather|forecast) (in|for) {city}",
        "~{city} (weather|forecast)",
        "~(temperature|rain|snow) in {city}",
        "~{city} temperature (now|right now|)",
        "*~(weather|forecast) {day}",
        "~(weather|forecast|temperature) (in|for|) {city} {day}",
        "~{city} (weather|forecast) {day}",
        "~(weather|forecast) {day} (in|for) {city}",
        "~{day} (in|) {city} weather",
        "~{day} in {city}, how will the weather be",
        "~in {city} {day}, (what's|how's) the weather",
        "~(rain|snow|sun|wind) (in {city} {day}|{day}|in {city})",
        "~today's (weather|forecast|temperature|weather report) (in {city}|for {city}|) => day=today",
        "~tomorrow's (weather|forecast|weather forecast|temperature) (in {city}|for {city}|) => day=tomorrow",
        "(tell|give|show) me (tomorrow's|tomorrow) (weather|forecast) (for {city}|in {city}|) => day=tomorrow",
        "*~(what's|how's) (today's) (weather|forecast|temperature) (in {city}|) => day=today",
        "~(what's|how's) (tonight's) (weather|forecast) (in {city}|) => day=tonight",
        "~(what's|how's) the weather (this morning|this afternoon|later today) (in {city}|) => day=today",
        "~(what's|how's) the weather tomorrow (morning|afternoon|evening|night) (in {city}|) => day=tomorrow",
        "~will it (rain|snow|be cold|be windy) tomorrow (morning|afternoon|evening|night) (in {city}|) => day=tomorrow",
        # orders
        (
            "(give|tell|show|get|check|find|?) (me|) the (weather|forecast|weather forecast|weather report) (for|in) "
            "{city}"
        ),
        "(tell|show|give|get|?) me the (weather|forecast|weather report) {day}",
        "(give|tell|show|get|?) me the (weather|forecast) (for|in) {city} {day}",
        "(tell|show|give) me the (weather|forecast|weather forecast)",
        "(tell|show|give|get) me {city}'s (weather|forecast)",
        "~(how's|what's) {city}'s weather {day}",
        "(check|look up|find out|?) the (weather|forecast) (in {city}|) {day}",
        "(check|look up|find out) the weather (in|for) {city}",
        "(tell me|find out|check|see) (how the weather is|what the weather is like) (in {city}|{day}|in {city} {day})",
        (
            "*(tell me|check|see|find out) (if|whether) it (will|is going to) (rain|snow|be sunny|be cold|freeze) (in "
            "{city} |){day}"
        ),
        "(tell me|check|see) (if|whether) it's (raining|snowing|cold|warm|sunny) (in {city}|outside)",
        "*~(I want|I need|I would like|I'd like) (to know|) the (weather|forecast) (for|in) {city} ({day}|)",
        (
            "~(I want|I need|I would like|I'd like) to (know|see|hear|check) (how the weather is|the weather|the "
            "forecast) {day}"
        ),
        "~(can|could) (I|you) (get|have|tell me|give me|show me) the (weather|forecast) (for|in) {city} ({day}|)",
        (
            "~(do you know|any idea|can you tell me) (what the weather is like|how the weather is|what the weather "
            "will be) (in {city} {day}|{day}|in {city})"
        ),
        # rain and shine
        "~is it (raining|snowing|windy|freezing|sunny|hot|cold) (in {city}|)",
        (
            "~is it (raining|snowing|sunny|cold|hot|windy|foggy|storming) (in|over in) {city} (right now|now|at the "
            "moment|)"
        ),
        (
            "~(will it|is it going to|is it gonna|it will) (rain|snow|be sunny|be cold|be warm|be hot|be windy|get "
            "cold|freeze|be nice|be cloudy|stay dry|be dry|clear up|be foggy|storm) {day}"
        ),
        (
            "~(will it|is it going to|is it gonna) (rain|snow|be sunny|be cold|be warm|be hot|be windy|stay dry|be "
            "nice) in {city} {day}"
        ),
        "~(will it|is it going to) (rain|snow|be sunny|be cold|be warm|be hot|be dry|be windy) {day} in {city}",
        "~(will|does) it (rain|snow) (much|a lot|all day|again) (in {city}|{day})",
        "~{day}, (will it|is it going to) (rain|snow|be sunny|be warm|be cold) (in {city}|)",
        "~in {city}, (will it|is it going to) (rain|snow|be sunny|be warm|be cold) {day}",
        "~is it (cold|warm|hot|sunny|windy|cloudy|nice|wet|raining|snowing|freezing|icy) (outside|out|out there|today)",
        (
            "~(will there be|is there going to be|are we getting) (rain|snow|a storm|sun|fog|frost|thunder|wind|ice) "
            "(in {city} {day}|{day}|in {city})"
        ),
        "~is (rain|snow|a storm|frost|fog|sun) (expected|coming|likely|forecast) (in {city} {day}|{day}|in {city})",
        (
            "~(what's|what are|is there) (the|a|any) (chance|chances) of (rain|snow|a storm|sun) (in {city} {day}|"
            "{day}|in {city})"
        ),
        "~when will it (stop|start) (raining|snowing) {day}",
        "~(will the sun|is the sun going to) (shine|be out|come out) {day}",
        "~(can|could) it (rain|snow|freeze) (in {city} {day}|{day})",
        "~will it (rain|snow|be windy|be cold|be sunny) (in {city}|)",
        "*~(how's|how is) (tomorrow) looking (in {city}|outside|) => day=tomorrow",
        (
            "~is it (warm|cold|hot|dry|nice) enough (to swim|to ski|for a picnic|for shorts|to eat outside) in {city} "
            "{day}"
        ),
        "*~will (I|we) need (an umbrella|a jacket|a coat|sunscreen|boots) in {city} {day}",
        "~(is|will) {day} (going to be|be) (rainy|sunny|cold|warm|hot|windy|nice) (in {city}|)",
        # degrees
        "~(what's|what is) the (temperature|forecast) (in {city}|outside|out there|)",
        (
            "~(what's|what is|what will be) the (temperature|forecast|high|low|humidity) (in {city} {day}|{day}|{day} "
            "in {city})"
        ),
        "~how (warm|cold|hot|windy|sunny|humid) is it (in {city}|outside|right now|out there|)",
        (
            "~how (warm|cold|hot|windy|sunny) (will it be|will it get|is it going to be|does it get) (in {city}|{day}|"
            "in {city} {day})"
        ),
        (
            "~how (many degrees|much degrees) (is it|will it be|are there|do we have) (in {city}|{day}|outside|in "
            "{city} {day})"
        ),
        # what to take and what to do
        (
            "~do I need (an umbrella|a jacket|a coat|sunscreen|boots|a raincoat|gloves|a scarf|a sweater) (in {city}|"
            "outside|)"
        ),
        (
            "*~(do|will) (I|we) need (an umbrella|my umbrella|a jacket|a coat|sunscreen|boots|warm clothes) {day} (in "
            "{city}|)"
        ),
        (
            "~should I (take|bring|pack) (an umbrella|my umbrella|a jacket|a coat|a hat|sunscreen|gloves|boots) (in "
            "{city}|to {city}|) {day}"
        ),
        "*~should I (take|bring|pack) (an umbrella|a jacket|a coat|sunscreen) (to|for) {city}",
        "~should I (wear|put on) (a jacket|a coat|a hat|boots|gloves|a scarf|warm clothes) (in {city}|) {day}",
        "~(can|could) I (go outside|go out|leave) without (a jacket|a coat|an umbrella) {day}",
        (
            "~is it (umbrella|beach|barbecue|picnic|hiking|t-shirt|coat|swimming) weather (in {city}|{day}|in {city} "
            "{day})"
        ),
        (
            "~(can I|can we|is it nice enough to) (eat outside|go swimming|have a picnic|dry the laundry outside|go to "
            "the beach) {day}, (how's|what's) the weather"
        ),
        (
            "~(I'm|we're) (flying|going|travelling|traveling|driving) to {city} {day}, (how's|what's) the weather "
            "(there|like|going to be)"
        ),
        "~(I'm|we're) (flying|going|travelling|moving) to {city}, (how's|what's) the weather (there|like|like there)",
        (
            "~(we're having a barbecue|we want to go hiking|I have a race|I'm going fishing|there's a picnic|I'm "
            "cycling to work) {day}, (will it rain|what's the weather|how will the weather be|is it going to rain)"
        ),
        "~I'm (packing for|on my way to|in) {city}, (will it|is it going to) (rain|be cold|be warm|be hot|snow) {day}",
        "~do I have to water the garden {day}, or will it rain",
        (
            "~I (hope|wonder if) it (doesn't rain|will rain|stays dry|will be sunny) {day}, (check the weather|what's "
            "the forecast)"
        ),
        # held out
        "~(are there|will there be) (clouds|fog) in {city} {day}",
        "~any (rain|snow|sun) (in {city}|) {day}",
        "~what does the forecast say for {city} {day}",
        "~what does the weather look like {day} in {city}",
        "~can I expect (rain|snow|sun) {day} in {city}",
        "~is the weather (nice|good) in {city} {day}",
        "*~we're going to {city} {day}, do we need an umbrella",
        "~the temperature in {city} {day}, please",
        "~how cold does it get in {city} {day}",
        "~{city}'s temperature {day}",
        "~weather there in {city}, is it sunny {day}",
        "~does it look like rain {day}",
        "inform me about the weather in {city} {day}",
        # second round
        "~(what's|how's) it like (out|outside|out there) (in {city}|) (right now|at the moment|)",
        "~what (kind|sort) of weather (do we have|is there|are they having) in {city}",
        "~what (kind|sort) of weather (can I|can we|should I) expect (in {city} {day}|{day}|in {city})",
        "~what's the sky (like|doing|looking like) (in {city}|outside|over {city}|{day})",
        "~what's it (doing|going to do) outside {day}",
        "~what does it look like outside",
        "~how are (conditions|the skies|temperatures) (in {city} {day}|in {city}|{day})",
        (
            "~a (forecast|weather report|weather forecast) (for {city} {day}|for {city}|{day}) would be (nice|"
            "great|helpful)"
        ),
        "(get|give|show|find|fetch|?) (me|us) a (forecast|weather forecast|weather report) (for|of) {city} {day}",
        "(read|show|tell) me the (weather|forecast|weather report) {day} (for|in) {city}",
        "(check|look at|look up|see) {city}'s (weather|forecast) {day}",
        "(pull up|bring up|load|?) the weather (in|for|over) {city}",
        "(let me know|find out|look up) (how|what) the weather (is|looks) (like|) (in {city}|over in {city}) {day}",
        (
            "(let me know|look up) (if|whether) (there's rain|there's snow|there's a storm|we get rain|rain is "
            "coming) (in {city}|) {day}"
        ),
        "~(let me see|show us|I want to see) the (weather|forecast) over {city} {day}",
        "~weather: {city}",
        "~{city}: (weather|forecast)",
        "~{city}, (weather|forecast), {day}",
        "~{city}, (how's|what's) the weather (there|) (right now|)",
        "~{city}, will it (rain|snow|freeze|be hot) {day}",
        "~{city} {day}, (rain or shine|sun or rain|umbrella or not|what's the forecast)",
        "*~{day}, {city}, (weather|forecast)",
        "~(weather|forecast) (near|around|close to) {city} {day}",
        "~(rain|sun|snow|wind|umbrella|jacket) {day}",
        "~(hot|cold|warm|wet|windy|sunny) (in {city} {day}|in {city}|{day})",
        "~is (rain|snow|sunshine|thunder|cold air) on the way (to {city}|{day})",
        "~is a storm (heading for|coming to|moving to) {city} {day}",
        "~is {city} (getting|having|in for) (rain|snow|sun|a storm|good weather) {day}",
        "*~is {city} (warm|cold|rainy|sunny|hot|nice|windy) {day}",
        "~are (we|they) (going to get|in for|getting) (snow|rain|a storm|a hot day|frost) (in {city} {day}|{day})",
        "~does it (rain|snow|freeze) in {city} {day}",
        "~does {city} get (rain|snow|sun) {day}",
        "~will {city} be (sunny|rainy|warm|cold|hot|windy|dry) {day}",
        "~will (I|we) get (wet|soaked|sunburnt|cold) (in {city} {day}|{day}|in {city})",
        "~will (the roads|the streets) be (icy|wet|slippery) (in {city}|) {day}",
        "~will the (rain|snow|storm|wind) (stop|last|reach {city}|be bad) {day}",
        "~(what are the odds|how likely is it) (of rain|that it rains|of snow) (in {city} {day}|{day}|in {city})",
        "~how (much rain|much snow|bad is the storm|strong is the wind) (in {city}|) {day}",
        "~how high (does|will) (the temperature|it) (go|get|climb) (in {city} {day}|{day}|in {city})",
        "~how low (does|will) the temperature (go|drop|fall) (in {city} {day}|{day}|in {city})",
        "~(what's|what is) the (high|low|maximum|lowest temperature) (for|in) {city} {day}",
        "~tell me how (warm|cold|hot) it (is|gets|will be) in {city} {day}",
        "~is it (below zero|above thirty|under ten degrees|freezing point) in {city} {day}",
        "~should (I|we) expect (rain|snow|fog|heat) (in {city} {day}|{day}|in {city})",
        (
            "~is it (a good day|warm enough|dry enough) (for a walk|for a picnic|to hike|to ride my bike|to sail|"
            "for a barbecue) (in {city}|) {day}"
        ),
        (
            "~can (I|we) (sit outside|hang out the laundry|go sledging|fly a kite|sunbathe) {day}, (what's the "
            "forecast|how's the weather)"
        ),
        "~are (gloves|rubber boots|sunglasses|shorts|warm clothes) (needed|a good idea|necessary) in {city} {day}",
        "~is (an umbrella|a coat|a warm jacket|sunscreen) (needed|a good idea|necessary) {day} (in {city}|)",
        "~(an umbrella|a jacket|a coat|sunscreen) in {city} {day}, yes or no",
        "~would (I|you|we) (want|be better off with) (an umbrella|a jacket|a coat|boots) in {city} {day}",
        "~could (I|we) do without (an umbrella|a jacket|a coat|gloves) (in {city}|) {day}",
        "~(shorts or trousers|t-shirt or sweater|umbrella or sunglasses), (how's|what's) the weather {day}",
        "~what (should|do) I (wear|put on) (in {city}|) {day}, (how's the weather|hot or cold)",
        "~what's the weather for (my trip to|our trip to|a day in|a weekend in) {city} {day}",
        "~(I'm|we're) (spending|having) the day in {city} {day}, (how's|what's) the weather",
        "~(I'm|we're) off to {city} {day}, (what's the forecast|will it be warm|will it rain|how warm does it get)",
        "~my (mother|sister|friend|boss|son) is in {city}, (how's|what's) the weather there (right now|)",
        "~my (mother|sister|friend|boss|son) flies to {city} {day}, (will it be|is it) (stormy|cold|hot|sunny)",
        "~(I have|there's|we have) a (game|wedding|hike|market|concert) in {city} {day}, will it (rain|be dry|be cold)",
        "~before I pack for {city}, (how's|what's) the weather (there|like)",
        "~since I'm driving to {city} {day}, (will it|is it going to) (snow|rain|be foggy)",
        "~(the weather|a forecast|the temperature) in {city} is what I (need|want)",
        "~in {city} (right now|at the moment|now), is it (raining|snowing|sunny|hot|cold)",
        "*~over in {city} {day}, (what's the weather|is it warm|does it rain)",
        "*~{day} I'm in {city}, (how's|what's) the weather",
        "~{day} (we|I) want to (grill|hike|go out|sail|swim), (will it|is it going to) (rain|be warm|stay dry)",
        "~has it (stopped|started) (raining|snowing) (in {city}|outside|)",
    ),
    "navigate": (
        # orders
        "(navigate|drive|go|?) to {place}",
        "navigate (me|) (to|to|towards) {place}",
        "(take|bring|guide|get|lead|drive|navigate|?) me to {place}",
        "(take|bring|guide|get|lead) us to {place}",
        "(give me|show me|get|find|get me|tell me|i need) (the|some|) directions to {place}",
        "get (me|) directions (to|for) {place}",
        "(show|tell|find|?) me (the|a) (way|route|road|quickest way|fastest way|shortest way|best route) to {place}",
        (
            "(find|look up|calculate|get|search for|?) (a|the|me a|me the) (route|way|quickest route|fastest route) to "
            "{place}"
        ),
        "*start (navigation|navigating|driving|the route|directions|the gps|a trip|the navigation) to {place}",
        "(set|start|plan|make|create|?) (a|the) (route|course) (to|for) {place}",
        "set (my|the) destination to {place}",
        "(set|use|enter|put in|type in) {place} as (my|the) destination",
        "(set|put) the (gps|navigation|satnav|sat nav|map) (to|for) {place}",
        "*map (me|) (a|the|) (way|route) to {place}",
        "map {place}",
        "plan (a|my|the) (route|trip|drive|journey) to {place}",
        "(walk|bike|cycle) (me|) to {place}",
        "(open|show) (the|) (maps|map) and (navigate|go|drive|take me) to {place}",
        "(route|direct|send) me to {place}",
        "head (to|for|over to) {place}",
        "(drive|walk|go) (me|) (over|) to {place} (now|from here)",
        "help me (get to|find|to find|to get to|reach) {place}",
        "find {place} (on the map|and take me there|for me|and navigate there)",
        (
            "*(find|locate|look for) {place} and (take me there|start navigation|show me the way|guide me there|drive "
            "me there)"
        ),
        "(take|bring) me (straight|right|directly|quickly|back) to {place}",
        "(take|bring|drive|get|lead|guide|navigate) me home => place=home",
        "*(navigate|drive|go|head) home => place=home",
        "~(I want to|let's|time to|I'd like to|I need to) (go|drive|get|head) home (now|) => place=home",
        "~(directions|the way|route|the fastest way|navigation) home => place=home",
        "~how do I get home (from here|) => place=home",
        # terse
        "~directions (to|for) {place}",
        "~(route|navigation|way|gps|satnav) to {place}",
        "~(from here|) to {place}, (directions|please navigate|show me the way|how do I get there)",
        "~to {place}, (please|quick|as fast as possible|by car|now)",
        "~(destination|new destination|next stop): {place}",
        "~{place}, (take me there|how do I get there|directions please|show me the way|get me there|drive there)",
        "~(quickest|fastest|shortest|best) (way|route) to {place}",
        # questions
        "~how (do|can|could|would|should) (I|we|you) get to {place}",
        "~how (do|can) (I|we|you) get (from here|) to {place}",
        "~how (do|can) (I|we) (reach|find|drive to|walk to|go to|come to) {place}",
        "~(what's|what is) the (way|route|quickest way|fastest way|best way|shortest way|best route) to {place}",
        "~which (way|road|direction) (is|to|goes to|do I take to|leads to) {place}",
        "~(can|could) (I|we) (get|have) (directions|the route|the way) to {place}",
        "~(do you know|can you tell me|can you show me) (the way|how to get|how I get|the route) to {place}",
        "*~where is {place}, (take me there|how do I get there|show me the way|guide me there)",
        "~(would|do) you mind (taking|driving|guiding|navigating) me to {place}",
        "~(any chance|is there any chance) you (could|can) (take|drive|guide|navigate) me to {place}",
        "~where (do|should) I (turn|drive|go|walk) to get to {place}",
        # wishes, reasons
        "~(I want|I need|I have|I would like|I'd like|I've got) to (go|get|drive|be|travel|walk) to {place}",
        (
            "~I (must|have to|need to|should) be at {place} (soon|in an hour|at noon|by nine|before 5|), (take me "
            "there|show me the way|directions)"
        ),
        "~we (want|need|have|would like) to (go|get|drive) to {place}",
        "~I (want|need) (directions|the way|the route|a route|navigation) to {place}",
        "~I'm (going|driving|heading|walking|cycling|off) to {place}, (show|tell) me the (way|route)",
        "~I'm (trying|looking) to (get to|find|reach) {place}",
        "~I'm lost, (take|bring|guide|get) me to {place}",
        "~I'm (late|tired|hungry|in a hurry|not from here), (take|drive|guide) me to {place}",
        "~I (don't know|forgot|can't find|can't remember) the way to {place}",
        "~I don't know how to get to {place}",
        (
            "~(I'm meeting|I'm visiting|I'm picking up) (a friend|my sister|someone|my kids) at {place}, (take me "
            "there|directions)"
        ),
        "~let's (go|drive|walk|head|travel) to {place}",
        "~let's (go to|visit|find) {place}, (show me the way|navigate|take us there|start the route)",
        (
            "~(my|the) (next stop|destination|meeting|hotel|appointment) is (at|) {place}, (take me there|navigate "
            "there|show me the way)"
        ),
        "~we're going to {place}, (how do we get there|which way|navigate us there|start the navigation)",
        "~(avoid the highway and|without tolls,|by bike,|on foot,|by car,) (take|guide|bring|lead) me to {place}",
        "(take|drive|guide) me to {place}, (avoid tolls|by bike|on foot|I'm late|quickly|and hurry|no highways)",
        # something nearby
        "(find|show|get|?) (me|us|) {amenity} (nearby|near me|around here|close by|near here)",
        "(take|bring|guide|lead|drive|navigate) (me|us) to {amenity}",
        "(find|look for|search for|locate) {amenity}",
        "~where (is|can I find|do I find) {amenity}",
        "~(is there|do you know) {amenity} (nearby|near me|around here|close by|in the area)",
        "~(I need|I want|I am looking for|I'm looking for) {amenity} (nearby|near me|around here|close by)",
        "~I need (gas|cash|food|a coffee|to eat|medicine|a break|to refuel), (find|take me to|where is) {amenity}",
        "~how do I get to {amenity}",
        "~{amenity} (nearby|near me|around here|close by)",
        # held out
        "steer me (to|towards) {place}",
        "~which route do I take to {place}",
        "escort me to {place}",
        "*~the road to {place}, please",
        "~can we drive to {place}",
        "~I'd like the directions to {place}",
        "~what do I do to get to {place}",
        "~need to reach {place}, show me the route",
        "set off for {place}",
        "guide us the fastest way to {place}",
        "~where do I find {place}, navigate there",
        "~we should be at {place}, so take us there",
        "*find the shortest route over to {place}",
        "~is {amenity} nearby",
        # second round
        "(look|bring|pull) {place} up (on the map|) and (guide|take|lead|drive) (me|us) there",
        "look up {place}, then (guide|bring|lead|drive) us there",
        "(search for|pull up|bring up|?) {place} on the map and (guide|drive|lead) (me|us) there",
        "(check|see|find out) where {place} is and (take|bring|lead|guide|navigate) (me|us) there",
        (
            "(put|enter|type|key|punch) {place} (into|in) the (gps|navigation|satnav|map) and (go|drive|start|take "
            "me there)"
        ),
        "(select|choose|pick|use) {place} on the map and (start|go|navigate|drive there)",
        "(find out|show me|tell me) how to (get|drive|walk|go) to {place} (from here|by car|on foot|)",
        "(get|give|show) (me|us) the (quickest|fastest|shortest|best|scenic) (way|route|road) (out|down|) to {place}",
        "(point|turn|steer|?) me (towards|in the direction of) {place}",
        "(show|tell) me which (way|road|street|exit) (goes|leads) to {place}",
        "(plot|trace|work out|draw) (a|the) (course|route|way) (to|for) {place}",
        "(make|do|set) {place} (my|the|our) (next|) (destination|stop|goal)",
        "*(make|steer|head) for {place}",
        "(get|take|drive|bring) me (over|out|down|up) to {place}",
        "(get|take|drive|bring|walk) (me|us) from here to {place}",
        "(get|take|bring|drive) me as (close|near) as possible to {place}",
        "(carry|transport|?) me to {place}",
        "take (the|a) (highway|country road|shortcut|back road|scenic route) to {place}",
        "take me to {place} and (avoid|skip) (tolls|the highway|ferries|traffic)",
        "take (me and my wife|us all|the kids and me|me and the dog) to {place}",
        (
            "(take|drive|guide) me to {place} (before it closes|by the fastest road|without tolls|on foot|by bike|"
            "for the meeting|for dinner|on time)"
        ),
        (
            "(take|drive|guide|bring) me to {place}, (we're late|I'm new here|it closes soon|they're waiting|I "
            "have a meeting there|the kids are hungry)"
        ),
        (
            "(guide|take|drive|navigate) (me|us) to {place} (because|since|as) (I'm lost|we're late|they're "
            "waiting|I don't know the way)"
        ),
        "(show|give) me the way to {place} so (that|) (I|we) (don't get lost|arrive on time|can meet there)",
        "*navigate from (here|home|work|the office) to {place}",
        (
            "~from (here|home|work|the office) to {place} (please|by car|on foot|by bike|), (the route|how do I go|"
            "directions)"
        ),
        "~{place} is (where|the place) (I'm|we're) (going|headed|driving), (guide|lead|take) (me|us)",
        "~{place} is where I (want|need|have) to (go|be), (navigate|take me there|how do I get there)",
        "~{place} (by car|by bike|on foot|by the fastest road), (please|how do I get there|take me there)",
        "~{place}, (please|quickly), (start driving|directions|navigate)",
        "~{place}, and (step on it|hurry|avoid tolls|fast)",
        "~(if you know where|do you know where|any idea where) {place} is, (take|guide|lead) me there",
        "~(tell me|show me) where {place} is, then (lead|take|bring|drive) (us|me) there",
        (
            "~my (sister|brother|friend|boss|mother) (lives|works|is waiting|is) at {place}, (get|guide|drive|"
            "take) me there"
        ),
        "~(dinner|the party|the wedding|the match|the interview) is at {place}, (get|guide|lead|drive) (me|us) there",
        "~(I left my bag|I parked|I forgot my keys|they dropped the kids) at {place}, (take|drive|guide) me there",
        (
            "~(someone's|the kids are|my date is|they're) waiting at {place}, (how do I get there|get me there|"
            "directions please)"
        ),
        "~I have (an appointment|a meeting|a table|a date|a job) at {place}, (guide me there|navigate|show me the way)",
        "~(I'm|we're) (expected|due|meeting friends) at {place}, (drive us there|get me there|navigate there)",
        "~we (have|need|want) to be at {place} (by noon|soon|in an hour|before dark), (which way|navigate|guide us)",
        "~(how|what way) would (you|one) (get|drive|go) to {place}",
        "~how do (you|we|I) (go|come|drive) from here to {place}",
        "~how would I (reach|find|get over to) {place} (from here|by car|on foot|)",
        "~what's the (easiest|nicest|shortest|safest) way (over|out|) to {place}",
        "~which (road|exit|street|turn) (takes|brings|gets) me to {place}",
        "~is there a (way|road|shortcut|path) (from here|) to {place}",
        "~(can|could|will) you (lead|direct|show|drive) (us|me) to {place}",
        "~(can|could) we go (by|over|) to {place}",
        "~(it's|it is) time to (go|drive|head|leave) (for|to) {place}",
        "~I'd (like|love) to (see|visit|go to) {place}, (take me there|how do I get there|navigate)",
        "~I (want|need) to (see|visit|find) {place}, (lead me there|show me the way|guide me)",
        (
            "~(I'm|we're) (visiting|looking for|heading for|trying to find) {place}, (which way|guide us|"
            "directions please|show us the way)"
        ),
        (
            "~we (can't find|are looking for|missed the exit for|don't know the way to) {place}, (help|guide us|"
            "navigate|lead us there)"
        ),
        "*~(on to|off to|back to|next stop) {place}",
        "~(next|now|today) we're (off|going|driving) to {place}, (navigate|guide us|which way)",
        "~(gps|satnav|navi|route|navigation): {place}",
        "~(drive|trip|ride|walk) to {place}",
        "~(which way|what direction) is home => place=home",
        "(send|get|steer) me (straight|back|safely) home => place=home",
        "~(it's late|I've had enough|I'm tired|the party is over), (take|bring|guide) (me|us) home => place=home",
        "~home (by the fastest road|on the shortest way|without tolls|on foot), please => place=home",
        "~I (just|only) want (to be|to get|to come) home (now|) => place=home",
        "find (me|us) (the|a) (way|route|road) home => place=home",
        "~(back|straight) home (please|now|by car) => place=home",
        "~(lost|tired|late|in a rush), (get|take|guide) me to {place}",
        "(show|find|tell) me where I (can find|find|get to) {amenity}",
        "(guide|steer|direct|bring) (me|us) to {amenity} (nearby|around here|close by|)",
        (
            "~(the tank is empty|I'm starving|my tooth hurts|I feel ill|we need a break), (guide|drive|get) (me|"
            "us) to {amenity}"
        ),
        "~which way (is|to) {amenity}",
        "~I'm looking for {amenity}, (take me there|show me the way|any close by)",
        "*~(any idea|do you know) where {amenity} is",
        "~(we|I) (could use|must find|have to find) {amenity} (around here|nearby|close by)",
    ),
}

FOLLOWUPS = {
    "get_weather": (
        "~(and|what about|how about|and what about|and how about) {day}",
        "~(and|what about|how about|and what about|and how about) (in|for|) {city}",
        "~(and|what about|how about) in {city}",
        "*~(and|or) in {city} {day}",
        "~(what|how) about {city} {day}",
        "*~(and|) {day}",
        "~(and|then|or) (for|in) {city}",
        "~(I meant|sorry,|no,|no, I meant|wait,) (in|for|) {city}",
        "~(I meant|sorry,|no, I meant|actually|rather|no,) {day}",
        "~(and|) how's it (looking|going to be|) {day}",
        "~(and|) how's it (looking|) in {city}",
        "~(how will it be|what will it be like|what is it like|how is it) {day}",
        "~(will it|is it going to) (rain|be cold|be warm|snow|be better|be nice|be sunny) {day} (too|as well|then)",
        "~(will it|is it going to) (rain|be cold|be warm|snow) there {day} => get_weather place",
        "~(and|) do I need (one|an umbrella|a jacket|a coat|sunscreen) {day} (too|as well|then)",
        "~(and|) do I need (an umbrella|a jacket|a coat|sunscreen) there {day} => get_weather place",
        "~(and|then|now) the (same|one) for {city}",
        "~(is it|will it be) (better|nicer|warmer|colder|the same|worse) in {city}",
        "~(is it|will it be) (better|nicer|warmer|colder|the same|worse) {day}",
        "~(check|tell me|show me) (it for|) {city} (too|as well|instead)",
        "~(the same|same) (for|in) {city}",
        "~(check|try) {day} (too|as well|instead)",
        "~(then|okay,|) (take|navigate|drive|bring|guide) me there => navigate place",
        "~(how do I|how can I|how do we) get there => navigate place",
        "~(show me|tell me|what's) the (way|route) there => navigate place",
        "~(let's go|I want to go|directions|start navigation) there => navigate place",
        "~same for {day}",
        "~same question for {city}",
        "~or {day}",
        "*~how is it there {day} => get_weather place",
        "~guide me to it => navigate place",
        # second round
        "~{city} {day}",
        "~{city} then",
        "~{day} then",
        "~(try|check|take|see) {city} (for me|then|now|instead)",
        "~(make|let's make) (it|that) {city}",
        "*~(make|let's make) that {city} {day}",
        "~(now|next) {city} {day}",
        "~no, {city}, {day}",
        "~not there, in {city}",
        "~not {dayname}, {day}",
        "~(switch|change) (it|that|the place) to {city}",
        "~(switch|change|move) (it|that|the day) to {dayname}",
        "~(and|) over in {city}",
        "~(what if|suppose|say) (I'm|we're|I was) in {city} (instead|)",
        "~(what if|suppose|say) (I|we) (go|went|fly) to {city} {day}",
        "~(what if|suppose|say) (I|we) (wait|went|leave|go) {day}",
        "~(would|will) it be (nicer|warmer|drier|sunnier) in {city} {day}",
        "~is {city} any (better|warmer|nicer|drier)",
        "~is {dayname} any (better|warmer|nicer|drier)",
        "~(I'd rather know|tell me rather|I wanted to know|I asked) about {city}",
        "~(I'd rather know|tell me rather|I wanted to know|I asked) about {dayname}",
        "~(and|now) for {dayname}",
        "~(and|) the (forecast|temperature|outlook) for {dayname}",
        "~(and|) the (forecast|temperature|weather) in {city} (too|as well|)",
        "~(and|) (as for|what of|concerning) {city}",
        "*~(and|) (as for|what of) {dayname}",
        "~(and|) (does|will) it (look|get) (better|nicer|worse) {day}",
        "~(and|) my (sister|brother|mother|friend) in {city}, (how is it there|what's it like there)",
        "~(actually|in fact), (I'm going|we're going|we're off) to {city} {day}",
        "~the same for {city} {day}",
        "~what (will|would) it be like (over there|there) {day} => get_weather place",
        "~(and|) over there {day} => get_weather place",
        "~(and|) there {day} => get_weather place",
        "~(the forecast|the weather|the temperature) there {day} => get_weather place",
        "~is it (any better|still raining|still warm|as cold) there {day} => get_weather place",
        "~(should I take|do I want|will I need) (a hat|a scarf|boots|gloves) there {day} => get_weather place",
        "~(okay|good|nice|then), (show me|find me|plan|start) (the|a) route there => navigate place",
        "~(lead|direct|get) me there (then|now|please|) => navigate place",
        (
            "~(I'm going there|let's drive there|I'll drive there), (directions|which way|show me the way) => "
            "navigate place"
        ),
    ),
    "navigate": (
        "~(no,|sorry,|actually|rather|wait,) (to|take me to|) {place}",
        "~(no,|sorry,|) I (meant|said) {place}",
        "~(no|rather|actually|wait|sorry), {place} (instead|please|)",
        "~not (there|that one), (to|I meant|) {place}",
        "~(wrong place|wrong address|that's not it), (I meant|to|) {place}",
        "(go|take me|drive|navigate|bring me) to {place} instead",
        "~(change|set) the (destination|route) to {place}",
        "~(and then|then|after that|and from there|afterwards) (to|take me to|go to|drive to) {place}",
        "~(first|but first|before that|on the way) (go to|take me to|drive to|stop at|stop by) {place}",
        "~(let's|we should|I have to) stop (at|by) {place} first",
        "~(and|what about|how about) (to|) {place}",
        "~(I changed my mind|change of plans), (take me|go|drive|I want to go) to {place}",
        "~(and|) (how|which way) (do I get|) to {place}",
        "~(take|bring|drive) me (back|) home (instead|after that|first|now) => place=home",
        "~(no,|actually|then|okay,) (let's|) go home (instead|) => place=home",
        "~(and|) (what's|how's|how is) the weather (like|) (there|over there) => get_weather place",
        "~(will it|is it going to|is it gonna) (rain|be cold|be warm|snow) there {day} => get_weather place",
        "~(what's|how's) the weather (like|) there {day} => get_weather place",
        "~(is it|will it be) (raining|cold|warm|sunny|nice) there => get_weather place",
        "~do I need (an umbrella|a jacket|a coat) there => get_weather place",
        "~make that {place}",
        "~no, the other one, {place}",
        "~then on to {place}",
        "~weather over there {day} => get_weather place",
        # second round
        "~(hang on|stop|hold on|oh|oops), (it's|I want|we're going to|make it) {place}",
        "~(no, |sorry, |)the (address|destination|place) (is|should be) {place}",
        "*~(no, |sorry, |)it's {place} (we|I) (want|need|meant)",
        "~(drop that|forget that|scratch that), (take|drive|guide) me to {place}",
        "~I'd (rather|prefer to) go to {place} (instead|first|)",
        "~(go|drive|head) (on|over) to {place} (instead|then|afterwards)",
        "~(on second thought|thinking about it), {place}",
        "~{place} (would be|is) (better|nearer|closer|what I meant)",
        "~let's (make it|say|try|do) {place} (instead|)",
        "~(switch|change) (it|that) (over|) to {place}",
        "~(reroute|redirect|divert) (me|us|it|) to {place}",
        "~(before we go there|but before that|on the way there), (I need|I have|we want) to (go to|stop by) {place}",
        "~(add|include|put in) a (stop|stopover|break) (at|in) {place}",
        "~(via|by way of|through) {place} (please|first|)",
        "~(swing|go|drive|come) by {place} (first|on the way|too)",
        "~(first|on the way|before that), (find|I need|go to) {amenity}",
        "~(once there|when we're done|later|from there on), {place}",
        "~then (bring|drive|lead) (me|us) to {place}",
        "~and which way from there to {place}",
        "~the other (place|address): {place}",
        "~(I'd rather be|I want to be|get me) home (instead|first|now|after that) => place=home",
        "*~(then|and then|after that) (back|) home => place=home",
        "~(and|) what (weather|temperature) do they have there => get_weather place",
        "~(and|) (how warm|how cold|how hot|how windy) is it there => get_weather place",
        "~(and|) is it (raining|snowing|sunny|windy|hot) over there (now|right now|) => get_weather place",
        "~(tell me|check|and) the (forecast|weather|temperature) there (too|as well|) => get_weather place",
        "~(and|) (what will it be like|what's it going to be like) there {day} => get_weather place",
        "~(should|do) I (take|need|bring) (my umbrella|boots|a hat|gloves) there => get_weather place",
        "~will it be (dry|nice|cold|hot|sunny) (over there|there) {day} => get_weather place",
    ),
}

# function, first sentence, question, answer
INCOMPLETE = (
    (
        "navigate",
        (
            "(can you|could you|) (give me|get me|show me) (the|) directions|(I need|I want|I'd like) (directions|"
            "navigation|a route)|(can you|could you|) start (navigation|navigating|the navigation|the gps|driving)|"
            "navigate|navigation|directions|(I need|I want|I'd like|I have) to (go|drive|get) somewhere|(can you|could "
            "you|) (take|drive|bring) me somewhere|(show|tell) me the way|how do I get there|(open|start) (the|) (gps|"
            "satnav)|(plan|find) a route|let's (go|drive)|I'm lost|*(guide me)|*(I don't know the way)"
        ),
        "Where would you like to go?",
        (
            "(to|) {place}|(take me|drive|go|navigate|drive me) to {place}|I (want|need) to (go|get) to {place}|"
            "{place} (please|)|to {amenity}|{amenity}|*let's go to {place}"
        ),
    ),
)
