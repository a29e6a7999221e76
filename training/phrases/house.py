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
