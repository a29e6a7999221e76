"""What no function can meet: small talk, questions of knowledge, and near misses of every function.

`NONE` holds the few replies, each with the sentences that it fits. Its patterns are those of `Draw`; the parts in
braces are those of `words.fill`. The near misses matter most: they share their nouns with a function ("the alarm", "the
lights", "my list") and differ in what is to be done, so a model cannot go by a single word. Orders among them are said
politely as often as real requests are (`_asked`), since "could you" must not mean that something can be done.
"""

GREETINGS = (
    "(hi|hello|hey|good (morning|evening|afternoon|day)|hey there|hi there|hello there|morning|evening)",
    "(hello|hi|hey|good morning) (assistant|again|friend|buddy|you|everyone|there|{word}|robot|computer)",
    "(what's up|how's it going|yo|sup|hiya|ahoy|long time no see|nice to meet you|welcome back)",
    "(hello|hi|hey), (are you there|can you hear me|anybody home|it's me|I'm {name}|my name is {name}|is this on)",
    "(I'm|my name is|this is|call me) {name}, (nice to meet you|hello|hi|good to see you)",
    (
        "(are you there|can you hear me|are you awake|are you listening|you there|is anybody there|test|testing|one "
        "two three)"
    ),
    "(hola|bonjour|hallo|guten tag|salut|namaste|hej|good morning sunshine|hello world)",
    "hello (dear|my) friend",
    "good to meet you",
)
HOW_ARE_YOU = (
    "how are you (doing|today|this morning|feeling|)",
    "(are you|you) (okay|well|fine|happy|good|tired|all right)",
    "how do you (feel|do) (today|)",
    "how's (your day|everything|life|it been|your day going)",
    "(hi|hey|hello), how are you (doing|today|)",
    "(did you sleep well|did you have a good day|how was your day|how have you been|you doing okay)",
    "(is everything okay|everything all right|what are you doing|what are you up to)",
    "how is your day today",
    "are you well today",
)
THANKS = (
    (
        "(thanks|thank you|thx|cheers|great|perfect|awesome|nice|cool|lovely|excellent|wonderful|fantastic|brilliant|"
        "ta|super|amazing|sweet|marvellous) (a lot|so much|very much|a million|again|)"
    ),
    "(thanks|thank you), (that's all|you're great|you're the best|well done|perfect|that's it|that helped|you too)",
    "(that's|that was|it's) (great|perfect|helpful|nice|all|good|very helpful|wonderful|exactly right|right|correct)",
    "(good|great|nice|excellent|fine|super) (job|work|one|stuff|thinking)",
    "(thanks|thank you) for (your help|everything|that|helping me|the help)",
    "(I appreciate it|I'm grateful|that's very kind|you've been very helpful|well done|good to know|that works)",
    "(works for me|sounds good|sounds great|that helps|you saved me|what would I do without you)",
    "(gracias|merci|danke|grazie|tack|arigato|obrigado|thank you kindly)",
    "many thanks",
    "(that's so|so|how) (nice|kind|lovely|sweet) (of you|), thank you",
    (
        "(ok|okay|yes|yeah|right|alright|good|great|perfect|lovely|super|ah|cool|nice), "
        "(thanks|thank you|thx|ty|cheers|ta)"
    ),
    "(ok|okay|good|great|perfect|lovely|super|cool|nice|right) (thanks|thank you|thx|ty|cheers|ta)",
    "(ty|tysm|thx|tks|thanx|thnx|cheers|ta|thanks) (mate|pal|buddy|friend|love|dear|man|a lot|so much|very much|)",
    "(thanks|thank you|cheers|thx), (mate|pal|buddy|friend|love|dear|great job|good work|nice one|perfect|lovely)",
    "(that's|that is|it's) (beautiful|great|lovely|perfect|wonderful|brilliant|better|much better), (thanks|thank you)",
    "(thank you|thanks), (you're|you are) (so|very|really|) (patient|kind|helpful|great|good|sweet) (with me|to me|)",
    "(perfect|great|lovely|brilliant|excellent|wonderful), (that's all|that's it|that's right|well done|you're great)",
    "(that's|that'll be|that will be) (all|all for now|everything|it|enough) (thanks|thank you|cheers|thx|for now|)",
    "(well done|good job|great work|nice work|nicely done|bravo|good bot|good robot|clever you|you did it)",
    "(very|really|so) (good|nice|kind|helpful|well done|lovely) (thanks|thank you|)",
)
GOODBYES = (
    (
        "(bye|goodbye|see you|see you later|good night|bye bye|talk to you later|have a nice day|take care|ciao|so "
        "long|night night|see you soon|see you tomorrow|until tomorrow|until next time|cheerio|sleep well|sweet dreams)"
    ),
    (
        "(bye|goodbye|good night|see you), (friend|{name}|assistant|have a good one|sleep well|take care|thanks for "
        "everything)"
    ),
    (
        "(I have to go|I'm leaving|I'm off|gotta go|I need to go), (bye|goodbye|see you|talk later|good night|see you "
        "later)"
    ),
    "(that's all for (today|now)|we're done|I'm done), (bye|goodbye|thanks and bye|good night)",
    "(adios|au revoir|arrivederci|auf wiedersehen|sayonara|hasta la vista)",
    "goodbye and good night",
    "see you again soon",
)
WHO = (
    "(who|what) are you",
    "(what's|what is) your name",
    (
        "are you (human|a robot|real|an ai|a person|alive|a machine|a man|a woman|a computer|a bot|smart|siri|alexa|"
        "google)"
    ),
    "(who|what) (made|built|trained|created|programmed) you",
    "(where do you live|how old are you|do you have a name|where are you from|when were you born|where are you)",
    "(do|can) you (sleep|eat|dream|think|feel|learn|have feelings|have a family|get tired|have friends)",
    "(what|how) do (I|we) call you",
    "(tell me about yourself|tell me who you are|tell me your name|do you work offline)",
    "(are you|do you) (online|connected to the internet|recording me|listening to me|spying on me)",
    "who am I talking to",
    "what is your age",
)
SKILLS = (
    "(what|what else|what all) can you do",
    "(help|help me|I need help|can you help me|help please|I need your help)",
    "(how can you help me|what do you know|what can I ask you|how does this work|what are you good at|what can I say)",
    "(show|tell) me what you can do",
    "what (are your|do you have for) (features|functions|abilities|commands|options)",
    "(how do I use you|how do I use this|how do you work|what are you for|give me an example|what do you do)",
    "(list|show me) (your|all) (commands|features|functions)",
    "what can you help with",
    "how can I use you",
)
JOKES = (
    (
        "(|||can you|could you|please|would you|I want you to) tell (me|us) (a joke|a story|something funny|a riddle|"
        "another joke|a secret|a fun fact|something interesting|a joke about {word}|a bedtime story|a story about "
        "{word}|something)"
    ),
    (
        "(|||can you|could you|please|would you|I want you to) (make me laugh|say something funny|sing a song for me|"
        "sing me a song|do you know a joke|sing something|say something|entertain me|be funny|do you know any jokes|"
        "sing happy birthday|surprise me|talk to me)"
    ),
    "(a joke|another joke|one more joke|a riddle) please",
    "(know|got) any (good|) (jokes|riddles|stories)",
    "knock knock",
    "tell me your best joke",
    "sing for me",
)
COMPLIMENTS = (
    (
        "(I love you|I like you|you're (funny|smart|nice|cute|the best|great|amazing|so smart|wonderful|very kind|"
        "sweet|clever|my hero|my best friend|awesome|a genius))"
    ),
    "do you (like|love|hate|miss) me",
    "(will you marry me|be my friend|are you my friend|can we be friends|let's be friends)",
    "(you are|you're) (really|so|very|always) (helpful|good|smart|funny|nice|polite|kind)",
    "(I like|I love) (your voice|talking to you|this app|how you talk|your style)",
    "(nice|cool|great) (voice|app|phone)",
    "(happy birthday|merry christmas|happy new year|congratulations|good luck|bless you|happy easter|get well soon)",
    "you are very clever",
    "I really like you",
)
COMPLAINTS = (
    (
        "(I'm|I feel|I am) (so|very|a bit|really|) (sad|bored|tired|lonely|stressed|hungry|sick|angry|ill|worried|"
        "unhappy|scared|nervous|thirsty|sleepy|not feeling well|exhausted|annoyed)"
    ),
    (
        "(I had a bad day|today was awful|I feel terrible|I'm having a bad day|I failed my exam|I lost my job|my head "
        "hurts|I have a headache|my dog died|nobody likes me|I miss my {word}|I hate mondays|what a day|life is hard|I "
        "can't sleep)"
    ),
    (
        "you're (so|really|very|) (stupid|useless|annoying|dumb|slow|bad|terrible|boring|wrong|an idiot|a liar|not "
        "helpful)"
    ),
    (
        "(that's|this is|that was) (wrong|bad|not what I said|terrible|not right|not what I meant|nonsense|stupid|"
        "annoying|not helpful|a mistake)"
    ),
    (
        "(I hate you|shut up|go away|leave me alone|you don't understand|you never listen|you suck|you made a mistake|"
        "what a mess)"
    ),
    "(that|it|this) (doesn't|didn't) work",
    "you are not very smart",
    "I feel so bad today",
)
NOTHING = (
    (
        "(nothing|never mind|no thanks|no thank you|it's okay|okay|ok|all good|yes|no|maybe|hmm|alright|I see|not now|"
        "nope|yep|yeah|sure|fine|right|oh|aha|wow|really|interesting|well|so|hm|cool story|haha|lol|whatever|of course|"
        "not really|perhaps)"
    ),
    (
        "(I don't know|let me think|wait a moment|that's it|I'm just testing|just kidding|I was joking|one moment|hold "
        "on|wait|give me a minute|I'm not sure|I forgot what I wanted|I changed my mind|nothing for now|not yet|later|"
        "I'm thinking)"
    ),
    "(ah|oh|okay|hmm), (I see|right|never mind|nothing|okay|good|well|interesting|fine|got it)",
    "I (live in|come from|was in|grew up in|used to live in|just came back from) {city}",
    (
        "my (dog|cat|favorite color|favorite animal|hobby|car|son|daughter|boss|best friend|team) is (called {name}|"
        "{word}|{name}|really funny|ten|the best)"
    ),
    "I (had|ate|made|cooked) {thing} for (lunch|dinner|breakfast)",
    "I (like|love|hate|prefer|collect) {word}s",
    "I (saw|met|know|like|miss) {name} (yesterday|last week|at {spot}|last night|at the party)",
    "{name} (is|was) (my friend|my best friend|here yesterday|really nice|funny|on holiday|at the {word}|a {word})",
    (
        "(we|I) (watched a movie|went to the {word}|stayed at home|had a party|played {word}|bought a {word}) "
        "(yesterday|last week|last night|last summer)"
    ),
    "(today|tomorrow|{weekday}) is my (birthday|day off|first day|favorite day)",
    "the {word} (is|was) (so|very|really) {word}",
    "I (just|) (woke up|came home|got up|had lunch|finished work|got married|won a prize)",
    (
        "I'm (reading a book|watching tv|eating|drinking coffee|learning {word}|a {word}|from {city}|at {spot}|happy|"
        "fine|great)"
    ),
    "(sorry|I'm sorry|my bad|oops|excuse me|pardon me|sorry about that|my mistake)",
    "I'm okay, nothing now",
    "my hobby is collecting {word}s",
)
GIBBERISH = (
    "(?)",
    "*(?) (?)",
    "(?) (?) (?)",
    "(?) (?) (?) (?)",
    "(?) (?) (?) (?) (?) (?)",
    "{word}",
    "{word} {word} {word}",
    "(?) {word} (?)",
    "{word} (?) {word} {word}",
    "the (?) of (?)",
    "*(?), (?) and (?)",
    "(blah|bla) (blah|bla) (blah|bla|)",
    "(asdf|qwerty|asdfgh|jkl|hjkl|zxcv|aaaa|xxx|dfgdfg|sdfsdf|lkjlkj|qqq|wasd) (asdf|jkl|lol|)",
    "(la la la|abc|na na na|dum di dum|ha ha ha|uh huh|beep beep|meow|woof|boo|moo|tralala)",
    "(?) the (?) (?)",
    "the {word} {word} in {word} and",
    "(if|because|but|when|although) the {word}",
    "(what|huh|pardon|what do you mean|come again|why|why not|how|who|when|where|how come|what was that)",
    "(?) (?) and (?) (?)",
    "of (?) the {word}",
)

# Orders that share their words with a function, or that an assistant elsewhere might carry out.
ORDERS = (
    # alarms and timers
    "(show|read|list|tell) me (my|all my|the) (alarms|timers|active alarms)",
    "(show|list|check) (my|all|the) (alarms|timers)",
    "snooze",
    "snooze (the alarm|my alarm|for {number} minutes|it|a bit longer)",
    (
        "(stop|cancel|pause|end|delete|resume|reset|restart|turn off|clear|continue) (the|my|all|this) (timer|timers|"
        "countdown)"
    ),
    "(start|stop|reset|show) (the|a|my) stopwatch",
    "(change|choose|set) the (sound|ringtone|tone|melody) of (my|the) alarm",
    "make (the|my) (alarm|timer|ringtone|alarm sound) (louder|quieter|softer|{word})",
    "tell me (the time|what time it is)",
    "tell me (the date|what day it is|today's date)",
    "tell me how much time is left (on the timer|)",
    # reminders, calendar, notes, lists
    (
        "(read|show|list|check|open|tell) (me|) (my|all my|the) (reminders|notes|appointments|events|to-dos|lists|last "
        "note)"
    ),
    (
        "(show|read|open|check|tell) (me|) (my|the) (calendar|agenda|schedule|diary) (for {weekday}|for today|for "
        "tomorrow|)"
    ),
    (
        "(delete|remove|cancel|clear|drop|erase) (my|the|that|all|all my) (note|notes|event|events|meeting|appointment|"
        "reminder|reminders|{title}) (on {weekday}|for {weekday}|tomorrow|about {word}|)"
    ),
    (
        "(move|postpone|reschedule|shift|push) (my|the) (meeting|appointment|event|reminder|{title}) (to {weekday}|by "
        "an hour|to tomorrow|to next week)"
    ),
    (
        "(edit|change|rename|find|search|open|share|print|translate) (my|the) (note|notes|list|reminder|{word} note|"
        "event) (about {word}|called {word}|with {name}|)"
    ),
    "(remove|delete|take|cross|strike|scratch|tick|check) {thing} (from|off) (my|the|our) ({list} list|list)",
    "(clear|empty|read|show me|delete|print|open|share|read me|send me) (my|the|our) ({list} list|list|shopping list)",
    "(create|make|start) a (new|) list (called|named|for) {word}",
    "(sort|count|rename|check) (my|the) {list} list",
    "*take {thing} off the list",
    "(invite|add) {name} to (the|my) (meeting|event|party|call)",
    # people
    (
        "(read|show|check|open|delete|play) (me|) my (messages|emails|mail|voicemail|texts|inbox|last message|missed "
        "calls|contacts|new messages|chats|*inbox)"
    ),
    "(read|show me|open|delete|answer|forward) (the|my) (last|latest|new|) (message|email|text) (from {name}|)",
    "(answer|end|decline|reject|accept|take|ignore|hang up) (the|this) (phone|call|phone call)",
    "hang up",
    "(block|unblock|delete|mute) (the number|{name}|this number|this contact|this caller)",
    "(find|show me|tell me|look up|give me) {name}'s (number|address|email|phone number|birthday)",
    "(save|add|delete|edit) (the|this|{name}'s) (number|contact|phone number)",
    "*add {name} to my contacts",
    "(send|write) (an email|an e-mail|a letter|a postcard|a fax|the letter) to {name}",
    "(post|share|tweet) (this|the {word}|it) (on|to) {word}",
    "(call|get|order|book|find) me a (taxi|cab|ride|driver)",
    "(record|leave|play) a (voicemail|video|voice message)",
    # music
    "(resume|continue|rewind|repeat|loop|replay|restart|unpause) (the|this|that) (music|song|track|album|playlist)",
    "(play|go back to|go to|repeat) the (previous|last) (song|track|one|tune)",
    "(rewind|go back|back up) {number} seconds",
    "(rate|like|dislike|buy|download|share|save|delete|favorite|love) (this|the|that) (song|track|album|tune)",
    "(add|save) this (song|track) to (my favorites|my playlist|my {word} playlist|my library)",
    "(shuffle|repeat|delete|rename|sort|share) my (playlist|songs|{word} playlist|library)",
    "(turn|switch) (on|off) (shuffle|repeat)",
    "(play|show|watch|start) (the|a) (movie|video|film|show|game|tv show) ({word}|about {word}|)",
    "(make|create|start) a (new|) playlist (called {word}|with {word}|for my party|)",
    "(tell|show) me the lyrics (of this song|)",
    "(turn|change) (the|) (bass|treble) (up|down)",
    "tell me (who sings this|what song this is|who this is by)",
    # house
    (
        "(dim|brighten|change|color|colour) the (lights|light|{room} lights|lamp) (to {word}|a bit|to {number} percent|"
        "in the {room}|)"
    ),
    (
        "(make|turn|set) the (lights|light|lamp|{room} lights) (red|blue|green|purple|brighter|warmer|dimmer|darker|"
        "softer|pink|to {number} percent)"
    ),
    "(change|set) the (color|colour|brightness) of the (lights|light|lamp|screen) (to {word}|to {number} percent|)",
    "(set|turn|change|lower|raise) the (brightness|screen brightness) (to {number} percent|up|down|)",
    (
        "(open|close|lock|unlock|shut) (the|my) (door|window|garage|gate|car|curtains|front door|garage door|blinds|"
        "shutters|back door|trunk|fridge|safe|windows|*shed)"
    ),
    (
        "(turn|switch) (on|off) the (tv|television|oven|washing machine|wifi|bluetooth|fan|dishwasher|coffee machine|"
        "computer|kettle|stove|toaster|sprinklers|alarm system|camera|heated blanket|microwave|phone|vacuum|printer|"
        "*dryer)"
    ),
    (
        "(turn|switch) the (tv|television|oven|wifi|bluetooth|fan|dishwasher|coffee machine|computer|kettle|stove|"
        "camera) (on|off)"
    ),
    (
        "(turn|switch) (on|off) (bluetooth|wifi|airplane mode|silent mode|do not disturb|the hotspot|gps|dark mode|"
        "roaming)"
    ),
    "(turn|switch) (on|off) the (heating|heater|air conditioning|ac|radiator|heat)",
    (
        "(start|stop|run|empty|repair) the (dishwasher|washing machine|vacuum cleaner|car|oven|robot vacuum|sprinklers|"
        "*dryer)"
    ),
    "(set|preheat|heat) the (oven|fridge|freezer|grill|toaster|kettle) (to|at) {number} degrees",
    (
        "(fix|clean|repair|replace|buy|install|paint) the (light|lamp|thermostat|heating|heater|light in the {room}|"
        "{room} light|flashlight|bulb in the {room})"
    ),
    "(water|feed|walk|clean|wash|vacuum|mow|paint|sweep) the (plants|cat|dog|floor|dishes|carpet|lawn|{room}|{word})",
    "(make|brew|cook|bring|pour) me (a|some) (coffee|tea|sandwich|breakfast|dinner|cup of tea|{thing})",
    "make the (flashlight|torch) (brighter|dimmer|blink|blue|red)",
    "(show|check|read) (me|) the (thermostat|room temperature)",
    # travel
    (
        "(book|reserve|find|cancel|buy) (me|) (a|the|my) (flight|hotel|table|room|train|ticket|car|seat|trip|*cruise) "
        "(to|in|at|for) ({city}|{spot}|{weekday}|two)"
    ),
    "(stop|cancel|end|exit|quit|mute|pause) (the|) (navigation|route|directions|gps)",
    "(share my location with|send my location to|share my route with|share my position with) {name}",
    "(check|show me|tell me) the (traffic|train times|bus schedule)",
    "(show|tell) me where I (am|parked|parked my car|left my car)",
    "(refuel|wash|park|sell|start|charge|find) (my|the) car",
    # the phone, the net, the world
    "(take|make|show me|record|edit|delete) (a|the|my) (picture|photo|selfie|screenshot|video|photos)",
    (
        "(open|start|launch|install|download|close|update|uninstall|delete) (the|) (browser|camera|{word} app|email|"
        "settings|{word} game|app store|calculator|photos|gallery|app|*{word} program)"
    ),
    (
        "(order|get me|buy me|deliver|bring me) (a|some) (pizza|burger|taxi|sushi|coffee|{thing}|flowers|kebab) "
        "(online|for tonight|from {word}|now|to my house|)"
    ),
    "(buy|order|sell|return) (the|a|some|my) ({word}|{thing}) (online|on {word}|from {word}|for {number} dollars)",
    "(search|google|look up|browse) (for|) {word} (on the internet|online|on the web|)",
    "*search the (web|internet) for {word}",
    "(transfer|send|pay|wire|lend) {number} (dollars|euros|pounds) to {name}",
    "(check|show me) my (bank balance|account|bills)",
    "(pay|check) my (bills|rent|taxes|credit card) (online|now|)",
    "(print|scan|copy|sign|encrypt) (this|the) (document|page|{word})",
    (
        "(recommend|suggest|find) (me|) (a|some) (movie|book|recipe|game|{word} recipe|podcast|series|present for "
        "{name}|*novel)"
    ),
    (
        "(write|compose|draft|read) (me|) (a|an) (poem|essay|story|song|letter|speech|book|{word} poem|article) (about|"
        "on) {word}"
    ),
    "(flip a coin|roll a dice|pick a number|roll the dice|throw a dice|pick a card|choose a number|toss a coin)",
    "(count|count up) (to {number}|the {word}s|backwards)",
    "(play|start) (a game|chess|a quiz|hide and seek|cards) with me",
    (
        "(restart|update|charge|shut down|unlock|lock|reboot|clean) (the phone|yourself|the computer|my laptop|my "
        "phone|the system)"
    ),
    "(change|set|reset|show me) (my|the) (password|wallpaper|language|ringtone|keyboard|background|pin|user name)",
    "(do|solve|check|finish|correct) my (homework|math|essay|taxes|work|exercise)",
    "(draw|paint|sketch) (me|) a {word}",
    "(speak|talk) (louder|slower|faster|{word}|french|german|spanish|quieter)",
    "(repeat that|say that again|say it again)",
    (
        "(hack|fly|dance|jump|go away|sleep|cook|swim|fight|drive my car|do my laundry|clean my room|do the dishes|"
        "babysit my son)"
    ),
    # held out
    "*(dim|brighten) all the lights",
    "check the alarms for me",
    "read out my {list} list",
    "open the {word} door",
    "*stop that countdown",
    "delete the list",
    "turn off the {word} machine",
    "*show me who called",
    "play the last song again",
    "*cancel the route to {city}",
    "order {thing} for me",
    "remove the {title} from my calendar",
    "update my {word} app",
    "*read the message from {name} to me",
    "close the windows in the {room}",
)
# Questions about what the functions keep or do, which none of them answers.
ENQUIRIES = (
    "(what|which) (time|day) is my alarm (set for|set to|set at|on)",
    "when (is my|does my|will my) (alarm|next alarm|timer) (set|go off|ring|end)",
    (
        "(do I have|are there|is there) (an alarm|any alarms|an alarm set|a timer running|any timers) (tomorrow|on "
        "{weekday}|)"
    ),
    "(which|what|how many) alarms (do I have|are set|are on)",
    "*is my alarm (on|set|off|still on)",
    "how (much|long) (time|) (is|do I have) (left|left on the timer|remaining) (on my timer|)",
    "how long (is left|does the timer still run|has the timer been running|until the timer rings|until my alarm)",
    "is the timer (done|still running|finished|over)",
    (
        "(what's|what do I have|is there anything|what is) on my (calendar|shopping list|todo list|list|schedule|"
        "agenda|{list} list) ({day}|)"
    ),
    (
        "(what|which) (are my|) (reminders|meetings|appointments|events|notes) (do I have|for today|are there|for "
        "tomorrow|{day}|)"
    ),
    "(am I|is {name}) (free|busy|available) ({day}|at {hour})",
    "when is (my|the) (next meeting|next appointment|{title}|meeting with {name}|deadline)",
    "(what|when) did (I|you) (write down|note|remind me of|add to the list|put in my calendar)",
    "is {thing} (on|already on) (the|my) list",
    "(how many|which) (things|items) are on (the|my) ({list} list|list)",
    "*where did I (write|save|put) the note about {word}",
    "(what|how many) lists do I have",
    "(do I|what do I) need to buy",
    (
        "(do I have|are there|did I get|any) (any|) (new|unread|) (messages|emails|texts|missed calls|voicemails|mail) "
        "(from {name}|)"
    ),
    "who (called|texted|wrote|called me|messaged me|called last|sent that|tried to call me)",
    "what did {name} (say|write|want|text me|answer)",
    "(what's|do you have|what is) {name}'s (number|phone number|address|email|birthday)",
    "did {name} (call|answer|write|text|reply|read my message)",
    "(who is|who's) (calling|this|on the phone|calling me|on the line)",
    "has {name} (read|seen|answered) my message",
    "(who|which band) (sings|plays|wrote|is singing|made) (this|this song|that|it)",
    "(what|which) (song|track|album|band) is (this|playing|that|it)",
    "what's (playing|this song|the name of this song|the next song|this song called|the title of this song)",
    "who (is|was) the singer",
    "(what are the lyrics|when did this song come out|how long is this song|what year is this song from)",
    "(how loud is it|what's the volume|how loud is the music|is the sound on|what is the volume set to|is it muted)",
    "(is the light|are the lights) (on|off|still on) (in the {room}|)",
    "is the {room} (light|lamp) (on|off|still on|broken)",
    "(did I|have I) (leave|turn off|left|forget) the (lights|oven|stove|iron|light in the {room}|heating)",
    "(which|how many) lights are (on|off)",
    "(what's|what is) the (thermostat|heating|heater) (set to|at|on)",
    "how (warm|cold|hot) is it (in my room|in the bedroom|in the house|inside|at home)",
    "is the (heating|heater|thermostat|air conditioning|oven|flashlight|torch|tv) (on|off|broken)",
    "is the (door|window|garage|front door|gate|car) (open|locked|closed|unlocked)",
    "what (color|colour) are the lights",
    "how (far|far away) is (it to|) ({spot}|{city}|the moon)",
    "how long (does it take|is the drive|is the way|is the flight) to {spot}",
    "(how's|how is|what's) the traffic (like|) (to {spot}|in {city}|right now|)",
    "when does the (next|last|first) (bus|train|flight) (to {city}|) (leave|go|arrive)",
    "where (am I|did I park|is my car|do I live|is {name}|did I park my car)",
    "is {spot} (open|closed) ({day}|now|)",
    "when does {spot} (open|close)",
    "(is|are) {name} (at home|online|awake|coming|asleep|there|okay)",
    "where (is|are) (my|the) (keys|phone|car|glasses|wallet|{word}|remote|cat)",
    "how much battery (is left|do I have)",
    "how many (minutes|seconds|hours) (are|) left (on the timer|until my alarm|)",
    "(what are my alarms|when do I have to get up|when do I wake up|did my alarm ring|is it time to get up)",
    "what's the address of {spot}",
    "how many (miles|kilometers|minutes) (is it|) to {spot}",
    "what time did I set my alarm for",
    "is there an alarm on",
    "what's left on the timer",
    "who sang that",
    "which song is it",
    "*what's on the {list} list",
    "did I get a message",
    "are all the lights off",
    "how long does the drive take to {city}",
)
# What one would have to know: told to say it, and asked.
LESSONS = (
    "(translate|say) {word} (in|into|to) (spanish|french|german|italian|japanese|english|polish|latin|*swahili)",
    (
        "translate (this|that|the {word}|good morning|thank you|I love you) (into|to) (spanish|french|german|italian|"
        "*swahili)"
    ),
    "(spell|define|explain|pronounce|describe) (the word|) {word}",
    "tell me (about|more about|everything about|a fact about) ({word}|{country}|the {word}|{name} {surname}|history)",
    "(give me|tell me|find me) (a recipe for|advice about|information about|facts about|a quote about) {word}",
    "rhyme with {word}",
    "(explain|describe) how a {word} works",
    "say good morning in french",
    "(calculate|compute|add up|work out) {number} (plus|times|minus|and) {number}",
    (
        "(convert|change) {number} (miles|pounds|dollars|euros|inches|cups|ounces) (to|into) (kilometers|kilos|euros|"
        "yen|grams|liters)"
    ),
    "(tell|teach|show) me how to (cook|make|bake|fix|clean|build|draw|play|say) (a|an|the|) ({word}|{thing})",
    "(tell|explain to) me (why|how|what) (a|the|) {word} (is|works|does|means)",
    (
        "(tell me|explain) the (rules of {word}|difference between {word} and {word}|meaning of {word}|news|history of "
        "{country})"
    ),
    "(teach me|help me with|help me learn|practice) (french|german|spanish|math|physics|chess|{word})",
    "(read|tell) me the (news|headlines|latest news|horoscope|lottery numbers|stock prices)",
    "give me (a|some|any) (advice|tips|ideas|idea|facts|recipe) (for|about) {word}",
    "(name|list) (the|three|five|all) (planets|continents|{word}s|countries in europe|colors)",
)
KNOWLEDGE = (
    (
        "(what's|what is) the (capital|population|president|area|currency|flag|language|king|size|history|national "
        "dish) of ({country}|{city}|{word})"
    ),
    "(how|what) do you say {word} in (spanish|french|german|italian|russian|*korean)",
    "(what's|what is) (the|) {word} in (spanish|french|german|english|chinese)",
    "what's the (french|german|spanish) word for {word}",
    (
        "how (tall|old|big|far|heavy|deep|fast|rich|high|long) is (mount everest|the moon|the eiffel tower|the sun|"
        "{name} {surname}|the {word}|a {word}|{country}|the earth|an elephant)"
    ),
    "(who|what) (is|was) {name} {surname}",
    "(what|who) (is|are|was) (a|the|) {word}",
    "what are {word}s",
    "who (invented|discovered|won|wrote|painted|built|founded|directed|composed) the {word}",
    "when was (the|) {word} (invented|born|built|founded)",
    "(when|where) (was|did) {name} {surname} (born|die|live)",
    "(what's|how much is|what is) {number} (plus|times|minus|divided by|and|x|+|-) {number}",
    "{number} (plus|times|minus|+|x) {number}",
    "(what's|what is) (the square root of {number}|{number} percent of {number}|half of {number}|{number} squared)",
    (
        "(how much is|what is) {number} (miles|pounds|dollars|euros|inches|cups|ounces) (in|to|into) (kilometers|kilos|"
        "euros|yen|centimeters|grams|liters)"
    ),
    (
        "how many (days|months|weeks|seconds|hours|people|planets|{word}s|legs) (are there|are in|does|has) (a year|a "
        "week|a {word}|until christmas|in the world|)"
    ),
    "what (time|day|date|year|month) is it (in {city}|now|today|)",
    "(what's|what is) the (time|date) (in {city}|now|today|)",
    "what (day|date) is (today|tomorrow|christmas|easter)",
    "when is (christmas|easter|the next full moon|mother's day|{word} day)",
    (
        "how (do|can|should) (I|you|we) (cook|make|bake|fix|clean|build|boil|fry|repair|grow|peel|draw|tie|remove|open|"
        "spell) (a|an|the|) ({word}|{thing}|an egg|rice|a tie|pancakes|a cake)"
    ),
    "how (long|much) (do|does|should) (I|you|an egg|rice|a {word}) (boil|cook|take|need|cost|weigh|sleep)",
    "how does (a|the) {word} work",
    "(what does {word} mean|what's the meaning of {word}|what does it mean)",
    (
        "(what's|what is) the (meaning of life|answer to everything|speed of light|best {word}|opposite of {word}|"
        "recipe for {word})"
    ),
    (
        "(who won|what's the score of|who is playing|when is) the (game|match|race|election|world cup|final) (last "
        "night|yesterday|{day}|)"
    ),
    (
        "(what's|what are|any) the (news|stock price of {word}|latest news|headlines|lottery numbers|results|top "
        "stories) ({day}|)"
    ),
    "(what's new|what happened today|any news|what's going on in the world|what happened in {city}|what's happening)",
    "(what should I|can you help me) (eat|cook|do|watch|read|say|buy) ({day}|for dinner|)",
    "(should|can) I (buy|eat|marry|trust|sell) {word}",
    (
        "why (is|does|do|are|did|was) (the|) (sky blue|{word} {word}|{word}s {word}|dogs bark|grass green|it snow|the "
        "sea salty|{name} late)"
    ),
    (
        "do you (like|know|want|have|believe in|remember|speak|eat) ({word}|{name}|{word}s|pizza|music|french|god|the "
        "{word})"
    ),
    "(what's|who's) your (favorite|favourite) (color|song|movie|food|animal|{word}|book|band)",
    "(which|what) is (better|bigger|faster|older), {word} or {word}",
    "is (there|it true that there is) (life on mars|a god|a {word} in the {word})",
    "(can|do) (birds|fish|{word}s|cats) (fly|swim|talk|sleep|{word})",
    "is (a|the) {word} (a {word}|dangerous|healthy|expensive|poisonous|real)",
    "(how much|what) does (a|the) {word} cost",
    "where (can I buy a {word}|do {word}s live|does {word} come from|was {name} {surname} born)",
    "(who|what) do you think (will win|about {word}|of {word}|is right)",
    "what (causes|makes) (rain|thunder|{word}|the wind|snow|a rainbow)",
    "(what|which) (movie|book|country|animal|{word}) (is the best|won|is the biggest|has the most {word}s)",
    "(what|who) (was|were) the (first|last|biggest) {word}",
    "how (is|are) (glass|snow|{word}|{word}s|cheese) made",
    "what (sound|noise) does a {word} make",
    "who (rules|governs|owns|runs|is the president of) {country}",
    "(where|what) is ({country}|the {word} sea|the north pole|the biggest {word})",
    "(will|is) {name} (win|love me|be rich|famous|married|rich)",
    "what (can|could) I (cook|make) with {thing}",
    "(who|how old|where) is {name}",
    "how do you make {thing}",
    "what's {number} percent of {number}",
    "how many {word}s are in a {word}",
    "what do you know about {word}",
    "what does a {word} eat",
    "who is the king of {country}",
    "is {word} the capital of {country}",
)


def _asked(patterns):
    """Orders with the politeness that real requests have."""
    before = "(||||please|pls|can you|could you|can u|could you please|would you|I want you to|I need you to) "
    return tuple(f"*{before}{order[1:]}" if order[0] == "*" else before + order for order in patterns)


NONE = (
    ("Hello! What can I do for you?", GREETINGS),
    ("I'm doing well, thank you! How can I help?", HOW_ARE_YOU),
    ("You're welcome!", THANKS),
    ("Goodbye! See you soon.", GOODBYES),
    ("I'm a small assistant that lives on this device.", WHO),
    ("I can set alarms, timers and lights, call and write to people, play music, and more.", SKILLS),
    ("Sorry, I don't know any jokes. Can I do something else for you?", JOKES),
    ("That's kind of you! Is there anything I can do?", COMPLIMENTS),
    ("I'm sorry to hear that. Is there anything I can do?", COMPLAINTS),
    ("All right. Tell me when you need something.", NOTHING),
    ("Sorry, I didn't understand that. Could you say it in other words?", GIBBERISH),
    ("Sorry, I don't know that. I can help with alarms, messages, music and the like.", _asked(LESSONS) + KNOWLEDGE),
    ("Sorry, I can't do that. I can help with alarms, messages, music and the like.", _asked(ORDERS) + ENQUIRIES),
)
# What is said to a call that was right.
PLEASED = tuple(group for group in NONE if group[1] is THANKS)
