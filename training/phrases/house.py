"""How people ask for light, warmth and the flashlight. Patterns as the docstring of this package explains them.

`REQUESTS` ask for a function, `FOLLOWUPS` change the call before them, `INCOMPLETE` lack something that the reply then
asks for.
"""

REQUESTS = {
    "set_light": (
        # the plain order, in every order of its parts
        "(turn|switch|put|?) {state} the (light|lights|lamp|lamps) in (the|the|) {room}",
        "(turn|switch|put|?) the {room} (light|lights|lamp) {state}",
        "(turn|switch|put|?) {state} the {room} (light|lights|lamp|*spotlight)",
        "(turn|switch|?) the (light|lights|lamp) in (the|the|) {room} {state}",
        "(turn|switch|put|get|?) (the|the|) (light|lights|lamp|lamps) {state}",
        "(turn|switch|put|?) {state} (the|the|) (light|lights|lamp)",
        "~{room} (light|lights|lamp) {state}",
        "~{room} (light|lights) {state}, please",
        "~(light|lights|lamp) {state} in (the|the|) {room}",
        "~(light|lights|lamp|lamps) {state}",
        "~in the {room}, (light|lights|lamp) {state}",
        "~in the {room} (turn|switch|?) {state} the (light|lights)",
        "~in the {room}, (turn|switch|put|?) the (light|lights) {state}",
        "(make|get|have) the {room} (light|lights) {state}",
        "(get|have|put) the (light|lights) in the {room} {state}",
        "(set|change|bring) the {room} (light|lights) to {state}",
        "set the (light|lights) in the {room} to {state}",
        "(turn|switch|?) {state} {room} (light|lights|lamp)",
        (
            "(turn|switch) {state} (all lights|all the lights|every light|both lights|all of the lights|the other "
            "light) in (the|the|) {room}"
        ),
        "(turn|switch) (all lights|all the lights|all of the lights|both lights|every light) {state}",
        "(turn|switch) {state} (all|every one of|all of) the lights",
        "~all (the|) lights {state}",
        "(turn|switch|?) {state} the (ceiling|desk|floor|table|reading|bedside|night) (light|lamp) in the {room}",
        "(turn|switch) the (ceiling|desk|floor|table|reading|bedside|night) (light|lamp) {state}",
        (
            "(turn|switch) {state} the (light|lamp) (over|above|by|near) the (sink|table|bed|door|stove|sofa) in the "
            "{room}"
        ),
        "~{state} with the (light|lights) (in the {room}|)",
        "~{state} the (light|lights) (in the {room}|)",
        "~the (light|lights) in the {room}: {state}",
        "(leave|keep) the (light|lights) in the {room} {state}",
        "(leave|keep) the {room} (light|lights|lamp) {state}",
        "(make sure|see that|check that) the (light|lights|lamp) in the {room} (is|are) {state}",
        "make sure the {room} (light|lights) (is|are) {state}",
        # wishes and questions
        "~(I want|I need|I would like|I'd like|I prefer) the {room} (light|lights) {state}",
        "~I (want|need|would like) the (light|lights) in the {room} (to be|turned|switched|) {state}",
        "~(could|can|may) (I|we) (have|get) the {room} (light|lights|lamp) {state}",
        "~(could|can|may) (I|we) (have|get) the (light|lights|lamp) {state} in the {room}",
        "~(would|do) you mind (turning|switching|putting) {state} the (light|lights) in the {room}",
        "~(would|do) you mind (turning|switching) the {room} (light|lights) {state}",
        (
            "~(any chance|is there any chance|is there a way) (you could|you can|you'd) (turn|switch) {state} the "
            "{room} (light|lights)"
        ),
        "~(how about|what about) (turning|switching) {state} the (light|lights) (in the {room}|)",
        "~the (light|lights|lamp) in the {room} (should|must|has to|needs to|can) (be|go) {state}",
        "~the {room} (light|lights|lamp) (should|must|needs to|can|may) (be|go) {state}",
        "~(let's|we should) (have|turn|switch) the {room} (light|lights) {state}",
        # with a reason
        (
            "~I'm (going to bed|leaving|going out|off to work|tired), (turn|switch) {state} the (light|lights) in the "
            "{room}"
        ),
        "~I'm (home|back|awake), (turn|switch) {state} the {room} (light|lights)",
        (
            "(turn|switch|?) {state} the {room} light, (I'm going to bed|I'm leaving|we have guests|I can't sleep|I'm "
            "working)"
        ),
        (
            "~I'm (about to read|cooking|working|eating) in the {room}, (turn|switch|put) the (light|lights) on => "
            "state=on"
        ),
        "~(we|I) can't (sleep|watch a movie) with (this|the) light on, (turn|switch) it off in the {room} => state=off",
        (
            "~(everyone|the baby|my son|my wife|he|she) is asleep, (turn|switch) off the {room} (light|lights) => "
            "state=off"
        ),
        "~(nobody|no one) is in the {room}, (turn|switch) off the (light|lights) => state=off",
        "~(I|we|somebody|the kids) left the (light|lights) on in the {room}, (turn|switch) (it|them) off => state=off",
        "~I (think I|) forgot to (turn|switch) off the (light|lights) in the {room} => state=off",
        "~I heard (a noise|something) in the {room}, (turn|switch) the (light|lights) on => state=on",
        # on and off in other words
        "*~I need (some|more|) light in (the|the|) {room} => state=on",
        "(light up|illuminate|brighten up|brighten) the {room} => state=on",
        "*make it (bright|light|brighter) in the {room} => state=on",
        "make (it|everything) dark in the {room} => state=off",
        "(shut off|kill|cut|shut|lose|put out) the (light|lights) (in the {room}|) => state=off",
        "(kill|cut|shut off|put out|extinguish|douse) the {room} (light|lights|lamp) => state=off",
        "shut the {room} (light|lights) off => state=off",
        "~it's (getting|too|so|really|very|pretty|a bit) dark in the {room} => state=on",
        "~it's (getting|too|so|very) dark (in here|), (turn|switch|put) on the (light|lights|lamp) => state=on",
        "~it's (too|so|way too|very) bright in the {room} => state=off",
        "*~the {room} is (too|so|very|pretty|) dark => state=on",
        "~the {room} is (too|so|way too) bright => state=off",
        "~the {room} (needs|could use) (some|more|a bit of|) light => state=on",
        "~I can't see (anything|a thing|where I'm going|my book) in the {room} => state=on",
        "~(no|no more) (light|lights) in the {room} => state=off",
        "~(I|we) (don't need|no longer need|don't want) (the|any) (light|lights) in the {room} (anymore|) => state=off",
        "~(I|we) (don't need|no longer need|don't want) the {room} (light|lights) (anymore|) => state=off",
        "~(could|can|may) (we|I) (have|get) (some|a little|) light in the {room} => state=on",
        "(give me|get me|bring) (some|a little|) light in the {room} => state=on",
        "(use|activate|enable|start|light) the (light|lights|lamp) in the {room} => state=on",
        "(disable|deactivate|stop|extinguish|douse) the (light|lights|lamp) in the {room} => state=off",
        "(close|kill) the {room} (light|lights) => state=off",
        "(open|start) the {room} (light|lights) => state=on",
        "~(good night|bedtime|time to sleep), (lights|light) (off|out) => state=off",
        "~(lights|light) out (in the {room}|) => state=off",
        "~let there be light in the {room} => state=on",
        "~it's (getting|too|so|really|pretty|) dark in here => state=on",
        "~it's (too|so|way too|very) bright in here => state=off",
        "make it (bright|brighter|light) in here => state=on",
        "make it dark in here => state=off",
        "~I need (some|more|a bit of|) light (in here|please|now) => state=on",
        "~I can't see (anything|a thing|what I'm doing) in here => state=on",
        (
            "(turn|switch|?) {state} the {room} (light|lights) (for me|now|again|right now|quickly|for the night|for a "
            "minute)"
        ),
        "(turn|switch) the light {state} in the {room} (for me|now|again|right now|for the night|for a minute)",
        # held out
        "flip {state} the {room} (light|lights)",
        "flick the {room} (light|lamp) {state}",
        "power {state} the lamp in the {room}",
        "~I'd like (the|) (light|lights) {state} in the {room}",
        "*~could the (light|lights) in the {room} be {state}",
        "~the {room} (light|lights), (turn|switch) (it|them) {state}",
        "~{state}, the (light|lights) in the {room}",
        "~we're leaving, so {room} (light|lights) {state}",
        "~no need for light in the {room} => state=off",
        "make the {room} bright => state=on",
        "~it's (so|too) dark, I need light in the {room} => state=on",
        "~nobody needs the light in the {room} => state=off",
        "*~can we have the lamp in the {room} {state}",
        "~make sure that all the lights in the {room} are {state}",
        # second round
        # the plain order with its parts elsewhere
        "(turn|switch|get|?) the (light|lights|lamp) {state} for me in the {room}",
        "~the {room}: (light|lights|lamp) {state}",
        "~{room}: {state} with the (light|lights)",
        "~light {state}, (the|) {room}",
        "*~{state} goes the {room} (light|lamp)",
        "*~(lights|light) {state} for the {room}",
        "~as for the {room}, (turn|switch) the (light|lights) {state}",
        "~(up|down|over) in the {room}, (turn|switch|put) the (light|lights) {state}",
        "~over in the {room} the (light|lamp) should go {state}",
        "~when you can, {room} (light|lights) {state}",
        "~I want you to have the (light|lights) {state} in the {room}",
        "(press|hit|use) the switch in the {room} so the (light|lamp) goes {state}",
        "(have|let) the {room} (light|lights|lamp) go {state}",
        "*(let|have) the lamp in the {room} be {state} (now|tonight|)",
        "(turn|switch|?) (the|those) (light|lights|bulbs|lanterns|spots) in the {room} {state} (now|again|please|)",
        "(turn|switch|?) {state} (those|these|that|this) (light|lights|lamp) (in the {room}|)",
        "(turn|switch|put) {state} (the|all the) (bulbs|lanterns|spots|fairy lights|LEDs) (in the {room}|)",
        "(turn|switch) {state} (the|all) (lighting|illumination) in the {room}",
        "~(lighting|illumination) {state} (in the {room}|)",
        "~every (light|lamp|bulb) in the {room} {state}",
        "~every lamp {state}, (please|now|quick)",
        "(turn|switch) {state} (each lamp|every lamp|every single light|the whole lot of lights) in the {room}",
        "(turn|switch) the (big|small|main|little|other|red|old) (light|lamp) in the {room} {state}",
        "(turn|switch) {state} the (big|small|main|little|standing|corner|wall|window) (light|lamp) in the {room}",
        "~I'd be (happy|glad|grateful) (if|with) the {room} (light|lamp) (was|were|) {state}",
        "~it would be (nice|good|great) to have the {room} (light|lights) {state}",
        "~could you see to it that the {room} (light|lamp) goes {state}",
        "~is it (okay|possible|all right) to have the {room} (light|lights) {state}",
        "~(what I need|all I want) is the {room} (light|lamp) {state}",
        "~I (forget|forgot) where the switch is, {room} (light|lights) {state}",
        "(see to it|take care) that the {room} (light|lights) (is|are) {state}",
        "~(from now on|for now|until I'm back) the {room} (light|lights) (stays|stay) {state}",
        "~(don't|do not) (turn|switch) off the (light|lights) in the {room} => state=on",
        "~(don't|do not) (leave|keep) the (light|lights) on in the {room} => state=off",
        # rooms at other places of the sentence
        "*(turn|switch|put|?) {state} the (light|lights|lamp) of the {room}",
        "*(turn|switch|?) the (light|lamp) of the {room} {state}",
        "(turn|switch) the lamp belonging to the {room} {state}",
        "~in the {room} I (want|need) the (light|lights|lamp) {state}",
        "~(for|in) the {room}, (light|lights|lamp) {state} please",
        "~the {room} is where I want the (light|lamp) {state}",
        "*~it's the {room} where the (light|lamp) should be {state}",
        "~{room}, (light|lights|lamp) {state}",
        "~the (light|lamp) that is in the {room}, {state} with it",
        # dark: on
        "~dark (down|up|) in the {room} => state=on",
        "~how dark (the {room} is|it is in the {room}) => state=on",
        "~(what|such) a (dark|gloomy) {room} => state=on",
        "~the {room} (has gone|has turned|has become) (all|rather|pretty|) (dark|gloomy|black) => state=on",
        "~(how|why) does the {room} look so (dark|gloomy|black) => state=on",
        "~the {room} (looks|feels|seems) like (a cave|a tomb|the inside of a cow|midnight) => state=on",
        "~(we're|I'm|they're) (sitting|standing|waiting|working) in the dark in the {room} => state=on",
        "~I'm (sitting|standing|stuck) in a dark {room} => state=on",
        "~(nobody|no one|none of us) can see (anything|a thing|much) in the {room} => state=on",
        "~it's (pitch black|pitch dark|black as night|gloomy|like night) in the {room} => state=on",
        "~(so|too|much too) dark, (that|this) {room} => state=on",
        (
            "~I (bumped into|keep bumping into|fell over|tripped over) (things|the chair|something) in the dark {room} "
            "=> state=on"
        ),
        (
            "~(there should be|how about|what's missing is|is there a chance of) (some|a bit of|a little) light in the "
            "{room} => state=on"
        ),
        "~(some|a little|a bit of) light (for|in|into) the {room} (would be nice|please|would help|) => state=on",
        "~the {room} (wants|deserves|should have|is missing) (some|a bit of|a little) light => state=on",
        "~(can|could) the {room} (be|get) (a bit|a little|) brighter => state=on",
        "~I want the {room} (bright|nice and bright|lit|lit up|well lit) => state=on",
        "(get|have|keep|?) the {room} (lit|lit up|well lit|illuminated) => state=on",
        "(throw|bring|put|send) (some|a little) light into the {room} => state=on",
        "*~(dark|pitch black|gloomy|so dark) (in here|here in the {room}), (some|give me|a bit of) light => state=on",
        "~(we're|I'm) (sitting|eating|standing) in the dark (here|in here) => state=on",
        "~(nobody|no one|I) can (hardly|barely) see (anything|a thing|my hand) in here => state=on",
        (
            "~(I'm|we're) (going|walking|coming|heading) (in|into|down to|up to) the {room}, (light|lights|some light) "
            "please => state=on"
        ),
        "~(I'm|we're) (afraid of|scared of) the dark, light in the {room} => state=on",
        # bright, asleep, gone: off
        "~(what|such) a (bright|glaring) {room} => state=off",
        "~the {room} (looks|feels|seems|got) (way too|far too|too) bright => state=off",
        "~(much|way|far) too bright, (that|this) {room} => state=off",
        (
            "~the (light|lamp) in the {room} (blinds me|hurts my eyes|keeps me awake|is blinding me|bothers me) => "
            "state=off"
        ),
        "~(I|we) (can't|cannot) sleep (with|because of) the (light|lamp) in the {room} => state=off",
        "*~I (want|need|like|prefer) (it dark|darkness) in the {room} => state=off",
        "~(darkness|dark) in the {room}, please => state=off",
        "(darken|black out) the {room} => state=off",
        "~the {room} should be dark (now|tonight|) => state=off",
        "~(I'm|we're) (leaving|done in|finished in|going out of|walking out of|through with) the {room} => state=off",
        (
            "~(I|we) (just left|am done in|won't be in|don't need) the {room} (any more|tonight|now|), (light|lights) "
            "out => state=off"
        ),
        "~I (just left|came out of|won't be using|won't go back to) the {room} => state=off",
        "~(everyone|everybody|the last one|the kids) (has left|just left|left) the {room} => state=off",
        "~(nobody|no one) (is using|uses|sits in|needs to see in) the {room} (now|anymore|any more|) => state=off",
        "~the {room} (is|stands) (empty|deserted|unused) (now|) => state=off",
        "~(there's|there is) (nobody|no one) (left|) in the {room} => state=off",
        "~the {room} (light|lamp|lights) (is|are) (still|) burning for (nothing|no one|nobody) => state=off",
        "~(why|what for) is the (light|lamp) burning in the {room}, nobody's there => state=off",
        "~(we're|I'm|you're) wasting (power|electricity|energy) in the {room} => state=off",
        "(save|don't waste) (power|electricity|energy) in the {room} => state=off",
        "*~(someone|somebody|{room}) left the (light|lamp) burning, off => state=off",
        "~(someone|somebody|I|we) left the {room} (light|lamp|lights) (on|burning) => state=off",
        "~the {room} (light|lamp) is not needed (any more|anymore|now|) => state=off",
        "~(bedtime|sleeping time|time for bed|good night) in the {room} => state=off",
        "~(the kids|we|the guests) are (sleeping|going to sleep) in the {room}, so no light => state=off",
        "~(good night|sleep tight|I'm off to bed), (kill|cut|no more) (light|lights) in the {room} => state=off",
        "~(we can do|I can manage|you can do) without light in the {room} => state=off",
        "~there's (enough|plenty of) sun in the {room} (without the lamp|now) => state=off",
        "~we don't want to be seen, (darken|no light in) the {room} => state=off",
    ),
    "set_thermostat": (
        "(set|put|turn|change|adjust|?) the (thermostat|temperature|heating|heater|heat) to {degrees}",
        "(set|turn|change|put|?) the (thermostat|temperature|heating|heater|heat) (to|at|on) {degrees} degrees",
        "(set|put|?) (thermostat|temperature|heating|heat) (to|at) {degrees} (degrees|)",
        (
            "set the (ac|air conditioning|air conditioner|radiator|radiators|furnace|climate) to {degrees} (degrees|"
            "celsius|)"
        ),
        "(turn|switch|put) the (ac|air conditioning|air conditioner|cooling) (on to|to|down to) {degrees} (degrees|)",
        "(make|keep|have) it {degrees} degrees (in here|inside|at home|in the house|)",
        "*~(thermostat|temperature|heating|heat|heater) (to|at|on) {degrees} (degrees|)",
        "~(thermostat|heating|temperature) {degrees} (degrees|)",
        "(heat|warm) (the house|the flat|it|the place|the room|the apartment|my room) (up|) to {degrees} (degrees|)",
        "cool (the house|it|the room|the place|the flat|my room) (down|) to {degrees} (degrees|)",
        "(turn|bring|take|?) the (heat|heating|temperature|thermostat) (up|down) to {degrees} (degrees|)",
        "(turn|bring|take) (it|things) (up|down) to {degrees} degrees",
        "(turn|bring) (up|down) the (heat|heating|temperature|thermostat) to {degrees} (degrees|)",
        "~(I want|I need|I would like|I'd like|I prefer) it (to be|) {degrees} degrees (in here|inside|in the house|)",
        (
            "~(I want|I need|I'd like) (the temperature|the heating|the thermostat|the heat) (at|on|to be) {degrees} "
            "(degrees|)"
        ),
        "(raise|lower|increase|reduce|drop|lift|?) the (temperature|heat|heating|thermostat) to {degrees} (degrees|)",
        "(set|turn|change|put|?) it to {degrees} degrees",
        "*set it at {degrees} degrees (inside|in here|)",
        "~let's (have|go for|make it|try) {degrees} degrees (in here|inside|)",
        "~let's (set|put|keep) the (heating|temperature|thermostat) (to|at) {degrees} (degrees|)",
        (
            "set the (room|house|indoor|inside|living room|bedroom) temperature (to|at) {degrees} (degrees|celsius|"
            "fahrenheit|)"
        ),
        "(set|heat|warm|cool) the (bedroom|living room|kitchen|office|bathroom|nursery) to {degrees} degrees",
        "~{degrees} degrees (please|in here|inside|in the house|)",
        "~{degrees} (celsius|fahrenheit|degrees celsius) (please|inside|)",
        (
            "~it's (too cold|so cold|cold|too hot|really hot|freezing|chilly|a bit warm|too warm), (set|turn|put) the "
            "(heating|thermostat) to {degrees}"
        ),
        "~it's (too|so|really|very) (cold|hot|warm) in here, (make it|I want|set it to) {degrees} degrees",
        "~I'm (cold|hot|freezing|sweating|shivering), (make it|set it to|I need) {degrees} degrees",
        "~I'm (cold|hot|freezing), (set|turn) the (heat|heating|thermostat|temperature) to {degrees}",
        "~it's {degrees} degrees in here, (make it|set it to) {degrees}",
        "(change|turn|bring|raise) the (temperature|heating|thermostat) from {degrees} to {degrees} (degrees|)",
        "*~I'd like {degrees} degrees in the (house|flat|living room|bedroom|office)",
        "(let|have) the (heating|heater|radiator|thermostat) (run|go|stay|be) at {degrees} (degrees|)",
        "(keep|hold|leave|maintain) the (temperature|thermostat|house|heating|room) at {degrees} (degrees|)",
        "(get|bring) the (house|room|temperature|flat) (up|down|) to {degrees} (degrees|)",
        "~(can|could) (I|we) (have|get) {degrees} degrees (in here|inside|in the house)",
        "~(can|could) (we|you) (make|have|keep) it {degrees} degrees",
        "~(would|do) you mind (setting|turning|putting) the (heating|thermostat|temperature) to {degrees} (degrees|)",
        "~(how about|what about) {degrees} degrees (in here|inside|)",
        "~the (temperature|thermostat|heating) (should|must|has to|needs to) be (at|on|) {degrees} (degrees|)",
        "~(the|my) (house|room|flat|bedroom|office) (should|must|has to|needs to) be {degrees} degrees",
        "~it (should|must|has to|needs to) be {degrees} degrees (in here|inside|in the house)",
        "(adjust|change|regulate|program|?) the (thermostat|temperature|heating) (to|so it's) {degrees} degrees",
        "(start|turn on|switch on) the (heating|heater|heat|ac|air conditioning) at {degrees} (degrees|)",
        "(put|switch) the heating on at {degrees} degrees",
        "~(target|desired|room|house) temperature {degrees} (degrees|)",
        "~(heat|heating|temperature|thermostat) (up|down) to {degrees} (degrees|)",
        (
            "set the (heating|thermostat|temperature) to {degrees} (degrees|), (I'm cold|it's too hot|it's chilly|"
            "guests are coming)"
        ),
        (
            "~(guests are coming|the baby is cold|I'm going to bed|I'm leaving), set the (heating|temperature) to "
            "{degrees}"
        ),
        "~for the night, set the (thermostat|heating) to {degrees} (degrees|)",
        "~(no more than|at least|exactly|just) {degrees} degrees in here",
        "make the (house|room|living room|bedroom|flat|temperature|office) {degrees} degrees",
        "give me {degrees} degrees (in here|inside|)",
        "heat up to {degrees} (degrees|)",
        "cool down to {degrees} (degrees|)",
        "~my wife (wants|likes|needs) it {degrees} degrees (in here|inside|)",
        "~{degrees} (degrees|) in the (living room|bedroom|kitchen|office|house|bathroom|flat)",
        "*~(living room|bedroom|kitchen|office|house|bathroom|flat) (to|at|on) {degrees} degrees",
        "(make|turn) it (a bit|a little|) (warmer|cooler|colder), (like|maybe|say|about|to|) {degrees} (degrees|)",
        "*~(a bit|a little) (warmer|cooler) in here, {degrees} degrees",
        "~I'd like the (bedroom|living room|house|office|flat) (at|to be) {degrees} degrees",
        # held out
        "crank the heat (up|) to {degrees}",
        "dial the thermostat to {degrees} (degrees|)",
        "~I want {degrees} degrees on the thermostat",
        "~could the heating be set to {degrees} (degrees|)",
        "~we need {degrees} degrees in the living room",
        "fix the heating at {degrees}",
        "*~it's freezing in here, heat it up to {degrees}",
        "~inside it should be {degrees} degrees",
        "~temperature in the house to {degrees}",
        "see that it stays at {degrees} degrees in here",
        "~too hot, bring the temperature down to {degrees}",
        "push the thermostat (up|down) to {degrees} (degrees|)",
        # second round
        "(set|put|take|get|?) (our|my|this|that) (thermostat|heating|heater|radiator) to {degrees} (degrees|)",
        (
            "(set|bring|take|?) the (warmth|indoor temperature|temperature inside|temperature in here) to {degrees} "
            "(degrees|)"
        ),
        "(have|let|make) the (heating|heater|thermostat) (show|say|read|aim for|go for) {degrees} (degrees|)",
        "(let|make) it be {degrees} degrees (in here|inside|in the house|by the time I'm home|)",
        "(let|have) it (get|become) {degrees} degrees (warm|) (in here|inside|in the bedroom|)",
        "(turn|wind|?) the (heating|radiator|boiler|stove|underfloor heating) (up|down|back) to {degrees} (degrees|)",
        "(put|switch|have) the (ac|air con|aircon|cooling|climate control|heat pump) (at|on) {degrees} (degrees|)",
        "~{degrees} (degrees|) with the (ac|air con|aircon|radiator|boiler), please",
        "~{degrees} degrees (on|for) the (thermostat|heating|heater|ac|radiator)",
        "~{degrees} (degrees|) is (what I want|how warm I want it|my limit|what the baby needs|just right for me)",
        "~{degrees} degrees would be (nice|lovely|perfect|about right) (in here|inside|)",
        "~{degrees} degrees (indoors|at home|all over the house|everywhere|upstairs|downstairs), please",
        "~{degrees} for the (heating|thermostat|temperature|bedroom|nursery)",
        "~the (thermostat|heating|ac) (goes|may go|can go) (up|down|) to {degrees} (degrees|)",
        "~(we|I) (like|want|prefer|love) (it|the house|our bedroom|the flat) at {degrees} (degrees|)",
        "~I (sleep|work|feel) best at {degrees} degrees, (set it|make it so|so set the heating to that)",
        "~(the kids|the cat|grandma|the plants|my husband) (wants|want|needs|need) {degrees} degrees (in here|inside|)",
        "~(could|can|would) you (heat|warm|cool) (the place|this place|the room|us) (up|down|) to {degrees}",
        "~(could|can) the (thermostat|temperature|heating|ac) (go|come|be moved) (up|down) to {degrees}",
        "~(may|could) I ask for {degrees} degrees (in here|inside|)",
        "~is {degrees} degrees (possible|okay|doable) (in here|inside|for the heating)",
        "~what if we (had|tried|put it at) {degrees} degrees (in here|inside)",
        "~I (was|am) thinking (of|about) {degrees} degrees (in here|for the house|inside)",
        "~we could do with {degrees} degrees (in here|inside|in the office)",
        "~I'd be (happier|happy|more comfortable) (with|at) {degrees} degrees (in here|)",
        "~(my feet are like ice|my fingers are numb|I'm wearing two sweaters), (take|push) the heating up to {degrees}",
        "~(we're melting|we're boiling|I can't breathe|it's like a sauna), (cool|bring) it down to {degrees}",
        "~(it's like a fridge|the house is an icebox|brr), {degrees} degrees (please|)",
        (
            "~(it's winter|we're on holiday|nobody's home|summer is here), (run|leave) the (heating|heat pump) at "
            "{degrees}"
        ),
        (
            "~(no one is home|we're away|to save energy), (lower|drop|keep) (it|the heating|the temperature) (to|at) "
            "{degrees}"
        ),
        "(lower|raise|drop|increase|reduce) it to {degrees} (degrees|) (in here|inside)",
        "(move|shift|slide|tune) the (thermostat|temperature|heat) (up|down|) to {degrees} (degrees|)",
        "(warm|heat|cool) (the bathroom|the nursery|the kitchen|the office|upstairs|downstairs) (up|down) to {degrees}",
        "~the temperature in the (bathroom|nursery|kitchen|office|bedroom) (should be|goes to) {degrees} (degrees|)",
        "~in the (bathroom|nursery|kitchen|office|bedroom) I (want|need|like) {degrees} degrees",
        "*~make {degrees} degrees the (temperature|target|setting) (in here|for the house|)",
        "(choose|select|pick|enter|try) {degrees} (degrees|) (on|for) the (thermostat|heating|ac)",
        "*(go|switch|change) (up|down|over|) to {degrees} degrees (on the thermostat|with the heating|in here)",
        "~(heating|thermostat|temperature), {degrees} (degrees|please|)",
        "~(new|the) setting (for the heating|): {degrees} (degrees|)",
        "~I want to (come home to|wake up to|sleep at) {degrees} degrees",
        "~from {degrees} (up|down) to {degrees} (degrees|) with the (heating|thermostat|temperature)",
        "~it's only {degrees} (in here|inside), (get|bring) (it|us) to {degrees}",
        "~not under {degrees} degrees (in here|inside|please)",
        "~a cosy {degrees} degrees, please",
        "~a (cool|warm|nice|comfortable) {degrees} degrees (in the house|inside|in here|for the night)",
        "(ensure|check|make sure) (it's|it is|we have) {degrees} degrees (in here|inside|in the living room)",
    ),
    "set_flashlight": (
        "(turn|switch|put|?) {state} (the|my|) (flashlight|torch|flash light)",
        "(turn|switch|put|?) (the|my|) (flashlight|torch|flash light) {state}",
        "(turn|switch) {state} (the|my) (flashlight|torch) on my phone",
        "*(turn|switch|put) {state} the phone's (flashlight|torch|light)",
        "(turn|switch) (the|my) (phone|phone's) (flashlight|torch|light) {state}",
        "~(flashlight|torch|flash light) {state}",
        "~(flashlight|torch) {state} (please|now|quick|quickly)",
        "~(the|my) (flashlight|torch), {state}",
        "~{state} with the (flashlight|torch)",
        "*(make the|get the|have the|set the) (flashlight|torch) {state}",
        "(make sure|see that) the (flashlight|torch) is {state}",
        "(leave|keep) the (flashlight|torch) {state}",
        "~(can|could|may) I (have|get) the (flashlight|torch) {state}",
        "~(I want|I need|I would like|I'd like) the (flashlight|torch) (turned|switched|) {state}",
        "~(would|do) you mind (turning|switching) {state} the (flashlight|torch)",
        "~(any chance|is there any chance) you could (turn|switch) {state} the (flashlight|torch)",
        "~the (flashlight|torch) (should|must|needs to|can) be {state}",
        "(change|set) the (flashlight|torch) to {state}",
        # on
        "~I need (the|a|my) (flashlight|torch|flash light) (now|) => state=on",
        "~I need (some|) light from my phone => state=on",
        "(enable|activate|start|use|light|open|launch|?) the (flashlight|torch) => state=on",
        "(give|get|show) me (the|a|some) (flashlight|torch) => state=on",
        "(shine|point) (a|the) (flashlight|torch) => state=on",
        "*~(can|could|may) I (have|get|use) (a|the|my) (flashlight|torch) => state=on",
        "~(I can't see|I don't see) (a thing|anything|the keyhole|where I'm going), (flashlight|torch) on => state=on",
        "~it's (too|so|really|pitch) dark (here|outside|), (turn|switch) on the (flashlight|torch) => state=on",
        (
            "~it's (dark|pitch black) (here|outside|under the bed|in the cellar), I need (a|the) (flashlight|torch) => "
            "state=on"
        ),
        "~I (dropped|lost) my keys, (turn|switch|put) the (flashlight|torch) on => state=on",
        "~the power is out, (turn|switch) on the (flashlight|torch) => state=on",
        "use my phone as a (flashlight|torch) => state=on",
        # off
        "(disable|deactivate|stop|kill|close|shut off|cut) the (flashlight|torch) => state=off",
        "shut the (flashlight|torch) off => state=off",
        "~I (don't|no longer) need the (flashlight|torch) (anymore|any more|now|) => state=off",
        "~(no more|enough|I'm done with the|that's enough) (flashlight|torch) => state=off",
        (
            "~(I found it|I found my keys|I'm home|it's bright enough), (turn|switch) the (flashlight|torch) off => "
            "state=off"
        ),
        "~the (flashlight|torch) is (draining|eating) my battery, (turn|switch) it off => state=off",
        "~(I|we) can see now, (flashlight|torch) off => state=off",
        "~the (flashlight|torch) is (still|) on, (turn|switch) it off => state=off",
        # held out
        "flick {state} the (flashlight|torch)",
        "power {state} my (flashlight|torch)",
        "~I can't see a thing, I need the (flashlight|torch) => state=on",
        "fire up the (flashlight|torch) => state=on",
        "~could the (flashlight|torch) be switched {state}",
        "*~enough light, stop the (flashlight|torch) => state=off",
        "*~it's so dark, give me a (flashlight|torch) => state=on",
        "~my (flashlight|torch) should go {state}",
        # second round
        "~(torch|flashlight), {state}",
        "~{state}, (the|my) (flashlight|torch)",
        "~(phone|my phone's|mobile) (torch|flashlight) {state}",
        "let the (torch|flashlight|phone light) (go|come|be|stay) {state}",
        "(turn|switch|?) the (torch|flashlight) (of|on) (my mobile|this thing|the camera) {state}",
        "~I want you to (turn|switch) the (torch|flashlight) {state}",
        "~is it possible to have the (torch|flashlight) {state}",
        "~it's time to (turn|switch) {state} the (torch|flashlight)",
        "(take care|see to it) that my (torch|flashlight) (is|goes) {state}",
        "~(could|can) you (turn|switch|?) my (torch|flashlight) {state} (for a second|for a moment|quickly|again|)",
        "~(a|the) (torch|flashlight) would (help|be handy|be useful|be nice) (now|here|) => state=on",
        "~I could do with (a|the) (torch|flashlight) (here|right now|) => state=on",
        "(light|shine) (the way|my way|my path|the keyhole) with the (torch|flashlight) => state=on",
        "~(shine|give me) (some|a bit of) light (from|with) (my|the) phone => state=on",
        (
            "~(I'm looking for|I can't find) (the keyhole|my contact lens|my keys|the fuse box), (torch|flashlight) "
            "please => state=on"
        ),
        "~(torch|flashlight), (quick|quickly), (I heard something|it's pitch black|I dropped something) => state=on",
        (
            "~(is there|have you got|do you have) a (torch|flashlight) (on this phone|I can use|), switch it on => "
            "state=on"
        ),
        "(make|let) my phone (shine|glow|light up) => state=on",
        "~it's (pitch black|dark) on the (path|stairs|road), I need my (torch|flashlight) => state=on",
        "~(we're|I'm) (walking|camping|reading) in the dark, (torch|flashlight) on => state=on",
        "~(done|finished|through) with the (torch|flashlight) => state=off",
        "~(you can|let's) (stop|end|put away) the (torch|flashlight) (now|) => state=off",
        "(put|take) away the (torch|flashlight) => state=off",
        "~the (torch|flashlight) (isn't|is not) needed (any more|anymore|now) => state=off",
        "~(my eyes|ouch|it blinds me), the (torch|flashlight) off => state=off",
        "~(stop shining|don't shine) (the|that) (torch|flashlight) (in my face|at me|) => state=off",
        "~I (left|forgot) the (torch|flashlight) on => state=off",
        "~(save|spare) my battery, no (torch|flashlight) => state=off",
    ),
}

FOLLOWUPS = {
    "set_light": (
        "~(turn|switch|put) (it|them|that) (back|) {state} (again|)",
        "~(turn|switch|put) (it|them|that) {state} (please|now|then|after all|)",
        "~(and|now|then|okay,|) (turn|switch) (it|them) {state}",
        "~(and|also) (the|in the) {room} (too|as well|)",
        "~(the|) {room} (too|as well|also)",
        "~(now|and|then) the {room}",
        "~(what about|how about|and) the {room} (light|lights|)",
        "~(no,|sorry,|wait,|oops,|) I meant the {room}",
        "~(no,|sorry,|wait,) (the|in the) {room} (not that one|please|)",
        "~not (there|that one), the {room}",
        "~(wrong room|the other one|not this one), (I meant|) the {room}",
        "*~(and|) (back|) {state} again",
        "~back {state} (please|)",
        "~the {room} (light|one|lamp|lights) (too|as well|instead)",
        "~the (same|same thing) (in|for) the {room}",
        "~do the same (in|for) the {room}",
        "~{state} again (please|)",
        "~(actually|wait|no|sorry), {state}",
        "~I meant {state}",
        "~(actually|on second thought|no), (leave|keep) (it|them) {state}",
        "*~(and|now) the {room} (light|one|lights) {state}",
        "~and {state} in the {room}",
        "~(and|now|) (turn|switch) {state} the one in the {room} (too|as well|)",
        "~(too bright|that's too bright), (turn|switch) (it|them) off => state=off",
        "~(too dark|now it's too dark|I can't see anything now), (turn|switch) (it|them) back on => state=on",
        "flip it back {state}",
        "~same for the {room}",
        "~{state} (again|now|then|please)",
        "~and now {state} again",
        "*~no, put them {state}",
        "*~the one in the {room} as well",
        # second round
        "~(it|they|that one) should (be|go|stay) {state} (after all|again|)",
        "~(could|can) (it|they|that) be {state} (again|instead|after all|)",
        "~(no|wait|hmm|sorry), (have|get) (it|that) {state}",
        "~I (want|wanted|need|prefer) (it|them|that) {state} (again|instead|after all|)",
        "~(have|get|make) (it|them) {state} (again|once more|now)",
        "~(once more|one more time), {state}",
        "*~(it|they) can go {state} (again|now|)",
        "~the other way (round|around), {state}",
        "~(that|it) was (supposed|meant) to be {state}",
        "*~(not|I didn't say) off, on => state=on",
        "~(not|I didn't say) on, off => state=off",
        "~(please|) (undo that|change that back), {state}",
        "*~(next|after that|then) the {room} (please|)",
        "~(also|plus) (the one in|the lamp in|those in) the {room}",
        "~the {room} (next|please|needs it too|should be the same|has one too)",
        "~(don't forget|and don't forget) the {room}",
        "~(likewise|likewise in|same story in|just like that in) the {room}",
        "~(repeat that|again|once more) (for|in) the {room}",
        "~(oh|ah), and (the|in the) {room} (too|please|)",
        "~the {room} (I|is what I) (meant|wanted|said)",
        "~(it's|it was) the {room} I (meant|wanted|was talking about)",
        "~(wrong one|wrong light|no no), (it's|that's|I said) the {room}",
        "~(rather|instead|better) (the one|the light|) in the {room}",
        "~(but|and) (leave|keep) (the one|the light|it) in the {room} {state}",
        "~(and|but) in the {room} (it|the light|they) should be {state}",
        "~(but|while) the {room} (goes|stays) {state}",
        "~(now|and) (I'm|we're) (leaving|done|going to bed), {state} (again|with it|)",
        "~(I|we) don't need (it|them|that) (any more|now|after all) => state=off",
        "~(that|it) (hurts my eyes|blinds me|is blinding) => state=off",
        "~(we're|I'm) (leaving|done here|asleep) (now|), so off => state=off",
        "~(oh no|oops|hey), (now|) I can't see (anything|a thing) => state=on",
        "~(now it's|that's) (pitch black|too dark|really dark) => state=on",
    ),
    "set_thermostat": (
        "~(no,|actually|rather|make it|make that|better|sorry,) {degrees} (degrees|)",
        "~(no,|wait,|sorry,|actually|) (I meant|I said) {degrees} (degrees|)",
        "~(too|still too|that's too|now it's too) (hot|warm|cold|cool), (make it|) {degrees}",
        "~(it's|I'm) (too|still too|still|) (hot|warm|cold), (make it|set it to|) {degrees} (degrees|)",
        "~{degrees} (instead|is better|would be better|is enough|will do|please)",
        "~{degrees} degrees (instead|is better|would be nicer|is enough|)",
        "~(a bit|a little|slightly) (warmer|cooler|colder|more|less), {degrees}",
        "~(warmer|cooler|colder|higher|lower), {degrees} (degrees|please|)",
        "~(up|down|back|back up|back down) to {degrees} (degrees|)",
        "~(turn|bring|set|put) it (back|up|down|) to {degrees} (degrees|)",
        "~(change|set) (it|that) to {degrees} (degrees|)",
        "~(how|what) about {degrees} (degrees|)",
        "~(and|then|now) {degrees} (degrees|)",
        "~(maybe|perhaps|better|let's try|let's do) {degrees} (degrees|)",
        "~not {degrees}, {degrees}",
        "~let's say {degrees}",
        "nudge it to {degrees}",
        "~{degrees} degrees, not more",
        "~still cold, go up to {degrees}",
        # second round
        "~(go|move|turn) (up|down) (a bit|a little|) (further|more|), to {degrees}",
        "~(I'd|I would) (prefer|rather have|like) {degrees} (degrees|)",
        "~(could|can) (it|we|you) (be|have|do) {degrees} (degrees|) (instead|)",
        "~(it|that) should be {degrees} (degrees|) (instead|)",
        "~(still|it's still) (freezing|too chilly|boiling|not right|not warm enough), {degrees} (degrees|please|)",
        "~(not warm enough|not cool enough|too chilly|too stuffy), (try|go to|make it) {degrees}",
        "~(oh|hmm), {degrees} (degrees|) then",
        "~(one more degree|two more degrees|a few degrees more), {degrees}",
        "~{degrees} (after all|at night|for the night|was better|was fine)",
        "~I (think|guess) {degrees} (is better|will do|would do|is right)",
        "~(on second thought|thinking about it|after all), {degrees} (degrees|)",
        "~(back|go back|return it) to {degrees} (again|as it was|like before|)",
        "~(wait|hold on), {degrees} (is|would be) (enough|better|plenty)",
        "~(instead|in place) of that, {degrees} (degrees|)",
        "~(my wife|my husband|he|she) says {degrees}",
        "~(higher|lower), (at|to|like|maybe) {degrees}",
        "(leave|keep) it at {degrees} (degrees|) (then|)",
    ),
    "set_flashlight": (
        "*~(turn|switch|put) (it|that) (back|) {state} (again|please|now|)",
        "~(and|now|okay,|then) (turn|switch) it {state} (again|)",
        "*~(and|) (back|) {state} again",
        "~{state} again (please|)",
        "~(okay|now|actually|wait|no|and|sorry,) {state}",
        "~I meant {state}",
        "~(leave|keep) it {state}",
        "~(turn|switch) (it|that) {state}, (please|thanks|quick|now)",
        "~(I'm done|that's enough|I found it|got it), (turn|switch) it off => state=off",
        "~(I need it|I still need it|I need it again|it's too dark), (turn|switch) it (back|) on => state=on",
        "~I don't need it (anymore|now|) => state=off",
        "~that's too bright => state=off",
        "flip it {state}",
        "~now put it {state} again",
        "~I found it, so off => state=off",
        # second round
        "~(it|that) (should|can|may) (be|go) {state} (again|now|)",
        "~I (want|need|wanted) it {state} (again|)",
        "~(once more|one more time), {state}",
        "~(no|wait|oh), I (said|want) {state}",
        "~(have|get) that thing {state} (again|)",
        "~(make|let) it go {state}",
        "~{state}, I (said|meant)",
        "*~(it's|that's) (enough light|bright enough) (now|), (off|kill it) => state=off",
        "~(thanks, |okay, |)I can see (now|again|without it) => state=off",
        "~I'm (finished|inside|home|there) (now|), so (off|stop it) => state=off",
        "~(stop|kill|end|cut) (it|that) (now|please|) => state=off",
        "~I still can't see (a thing|anything|much) => state=on",
        "~(wait|no), I'm not done (yet|), (keep it|leave it|back) on => state=on",
        "~(shine|light) (it|that) again => state=on",
        "~I (lost|dropped) (it|them) again, back on => state=on",
    ),
}

# function, first sentence, question, answer
INCOMPLETE = (
    (
        "set_light",
        (
            "(the|) (light|lights|lamp)|(set|change|adjust|do something about) the (light|lights|lamp)|(can you|could "
            "you) (set|change) the (light|lights)|(something|do something) with the (light|lights)|*(regulate the "
            "lights)"
        ),
        "Should it be on or off?",
        (
            "{state}|{state} (please|)|(turn|switch|put) (it|them) {state}|I want (it|them) {state}|(in the|the) "
            "{room}, {state}|{state} in the {room}|*{state} of course"
        ),
    ),
    (
        "set_flashlight",
        (
            "(set|change|adjust) the (flashlight|torch)|(do something with|something with) the (flashlight|torch)|"
            "(about|it's about) the (flashlight|torch)|*(regulate the flashlight)"
        ),
        "Should it be on or off?",
        "{state}|{state} (please|)|(turn|switch|put) it {state}|I want it {state}|*{state} of course",
    ),
    (
        "set_thermostat",
        (
            "(can you|could you|) (set|change|adjust) the (thermostat|temperature|heating|heat)|(can you|could you|) "
            "make it (a bit|a little|) (warmer|cooler|colder|less cold|less hot) (in here|)|it's (too|so|very|a bit|"
            "really) (cold|hot|warm|chilly) (in here|in the house|inside)|it's (freezing|boiling|chilly) in here|I'm "
            "(cold|freezing|too hot|too warm|sweating)|(can you|could you|) turn (up|down) the (heat|heating|"
            "thermostat|temperature)|(can you|could you|) turn the (heat|heating|thermostat|temperature) (up|down) (a "
            "bit|a little|)|(raise|lower|increase|reduce) the (heat|temperature) (a bit|a little|)|(more|less) (heat|"
            "heating) please|(thermostat|heating|temperature)|*(alter the heating)|*(it's so warm inside, change the "
            "temperature)"
        ),
        "How many degrees should it be?",
        (
            "{degrees}|{degrees} degrees|to {degrees} (degrees|)|(make it|set it to|let's say|I think|maybe|about) "
            "{degrees} (degrees|)|{degrees} (please|will do|would be nice|is fine)|*I'd say {degrees}"
        ),
    ),
)
