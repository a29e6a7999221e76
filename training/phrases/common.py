"""The plain requests, which people make most often.

Among tens of thousands of phrasings each is rare; training takes one of these in every few turns (`PLAIN` in
conversations.py), so that the model knows them by heart and learns from them what a value is, with little around it.
"""

REQUESTS = {
    "set_alarm": (
        "set (an|my|the) alarm {fortime}", "wake me (up|) {attime}", "(alarm|an alarm) {fortime}", "alarm {time}",
        "~I (need|have|want) to (get up|wake up|be up) {attime}", "~{time} alarm", "~(can|could) you wake me {attime}",
        "set alarm {time}", "~{fortime}, (wake me|an alarm)", "get me up {attime}",
        "~(I need|I'd like|I want) an alarm {fortime}",
    ),
    "cancel_alarm": (
        "(cancel|delete|remove|stop|turn off|switch off) (my|the) alarm",
        "(cancel|delete|remove|turn off) (my|the) {clocktime} alarm", "~no alarm(s|)",
        "~(I|we) don't need (the|an|my) alarm", "(cancel|delete|remove) the alarm for {time}",
        "get rid of (the|my) alarm", "clear (the|my) alarm", "delete alarm",
        "(cancel|delete|remove|clear|stop) (my|the) alarm",
    ),
    "set_timer": (
        "(set|start) a timer for {duration}", "(set|start) a {span} timer", "~timer {duration}", "~{span} timer",
        "timer for {duration}", "~{duration}", "count down {duration}", "~{duration} on the (timer|clock)",
        "~(a|one) timer, {duration}",
    ),
    "create_reminder": (
        "remind me to {task}", "remind me to {task} {when}", "remind me {when} to {task}",
        "remind me (of|about) {topic} {when}", "remind me (of|about) {topic}", "don't let me forget to {task}",
        "don't let me forget to {task} {when}", "~{when} remind me to {task}",
        "(set|make|create) a reminder to {task} {when}", "~reminder: {task}", "~reminder {when}: {task}",
        "~(I have|I need|I must|I mustn't forget) to {task} {when}, remind me", "remind me that {report}",
        "remind me that {report} {when}", "~reminder, {task} {when}",
    ),
    "add_event": (
        "(add|put) {title} (to|in|on) my calendar {forwhen}", "schedule {title} {forwhen}",
        "~{title} {when}, put it in my calendar", "~I have {title} {when}",
        "(create|add|make) an event {forwhen}: {title}", "(put|add) {title} {when} (in|to) (my|the) calendar",
        "schedule {title}", "~{when} {title}, calendar",
    ),
    "call": (
        "call {contact}", "(phone|ring|dial) {contact}", "~I (want|need) to (talk|speak) to {contact}",
        "call {contact} for me", "call (up|) {contact} now", "get {contact} on the phone",
        "~can I (talk|speak) to {contact}", "phone {contact}", "call {phone}", "ring {contact}",
        "~{contact}, call (him|her|them)",
    ),
    "send_message": (
        "text {contact} {message}", "tell {contact} {message}", "tell {contact} that {report}",
        "let {contact} know that {news}", "message {contact}: {dictation}", "ask {contact} {question}",
        "ask {contact} to {errand}", "(text|write to|message) {contact}, {message}",
        "(send a message|send a text|write) to {contact}: {dictation}",
        "send {contact} a (text|message) saying {dictation}", "let {contact} know that {report}",
        "message {contact} {message}", "text {contact}: {dictation}",
        "message (for|to) {contact}, {dictation}", "~{contact} should know that {report}",
        "text to {contact}: {dictation}",
    ),
    "play_music": (
        "play {query}", "play {song}", "put on {query}", "put {query} on",
        "~I wanna (hear|listen to) {query}", "~let's (hear|have|listen to) {query}", "play {song} for me",
        "~{query} please", "~how about (some|) {style}", "~can (I|we) (hear|have|listen to) {query}",
        "~(I'm|we're) in the mood for {query}", "play the song {song}", "~song: {query}", "start {query}",
        "put some {style} on", "~I wanna hear {query}", "turn on {query}", "give me {query}",
        "crank up (some|) {query}", "stream {query}", "spin {query}", "~got any {style}", "~(some|) {style}, please",
        "play (a bit of|a little|more) {style}",
    ),
    "pause_music": (
        "(pause|stop) (the|) (music|song|playback)", "(pause|stop) (it|this|that)", "turn (off|) the music off",
        "stop playing", "turn off the music", "(stop|pause) (the|this) (song|track|music)", "shut off the music",
    ),
    "next_track": (
        "next", "~next (song|track|one)", "skip (this|it|that|this one|this song|this track|the song)",
        "play the next (one|song|track)", "~next please", "skip to the next (one|song|track)",
        "(go|jump) to the next (song|track)",
    ),
    "set_volume": (
        "(set|turn|put) the volume to {level}", "~volume {level}", "(set|turn) (it|the music|the sound) to {level}",
        "~volume at {level}", "turn (it|the volume|the music|the sound) (up|down) to {level}", "~volume to {level}",
        "~sound {level}", "(turn|put) volume {level}", "(full|max|maximum) volume => level=100",
        "mute (it|the music|the sound) => level=0", "(turn|put) it (all the way|right) up => level=100",
    ),
    "get_weather": (
        "~(what's|how's|what is|how is) the weather", "~(what's|how's) the weather in {city}",
        "~(what's|how's) the weather {day}", "~(what's|how's) the weather in {city} {day}", "~weather {city}",
        "~weather for {dayname}", "~weather in {city} {day}", "~will it rain {day}", "~will it rain in {city}",
        "~will it rain in {city} {day}", "~is it raining in {city}", "~(weather|forecast) for {city}",
        "~is it (cold|warm|hot|sunny|windy) in {city}", "~{city} {dayname} weather", "~weather",
        "~what will the weather be (like|) {day}", "~what's it like in {city}",
    ),
    "set_light": (
        "(turn|switch) {state} the (light|lights|lamp)", "(turn|switch) the (light|lights|lamp) {state}",
        "~(light|lights) {state}", "(turn|switch) {state} the (light|lights|lamp) in the {room}",
        "(turn|switch) the {room} (light|lights|lamp) {state}", "~{room} (light|lights) {state}",
        "~(light|lights) {state} in the {room}", "(turn|switch) {state} the {room} (light|lights|lamp)",
    ),
    "set_thermostat": (
        "(set|put|turn) the (thermostat|heating|heat|temperature) to {degrees} (degrees|)", "~{degrees} degrees",
        "make it {degrees} degrees", "(turn|set) (it|the heating|the heat) (up|down) to {degrees}",
        "~heating {degrees}", "~set {degrees} degrees",
    ),
    "navigate": (
        "(navigate|drive|go) to {place}", "take me to {place}", "~directions to {place}",
        "~(how do I get|which way) to {place}", "~route to {place}", "~I (want|need|have) to (go|get) to {place}",
        "(show|tell) me the way to {place}", "take (me|us) to (the|) {place}", "~let's go to {place}",
        "~where is the (nearest|closest|next) {amenity}", "drive (me|us) to {place}", "navigate {place}",
        "bring me to {place}", "get (me|us) to {place}", "~{place}, directions", "take me home => place=home",
        "set a course for {place}",
    ),
    "create_note": (
        "(make|take) a note that {note}", "(make|take) a note: {note}", "note that {note}", "write down that {note}",
        "write down {note}", "~note to self: {note}", "save a note: {note}", "(take|make|create|new) a note, {note}",
        "(jot|write) down: {note}", "(put|write) in my notes that {note}", "~memo: {note}",
    ),
    "add_to_list": (
        "(add|put) {item} (to|on) (my|the) list", "(add|put) {item} (to|on) (my|the) {list} list",
        "add {item} to the {list} list", "~{item} on the {list} list", "(add|put) {item} on the {list} list",
        "~we need {item} on the {list} list", "put down {item} on my {list} list", "~{item} for the {list} list",
        "~on the {list} list: {item}", "~(I|we) need {item}, {list} list", "put {deed} on my {list} list",
    ),
    "set_flashlight": (
        "(turn|switch) (the|) (flashlight|torch) {state}", "(turn|switch) {state} the (flashlight|torch)",
        "~(flashlight|torch) {state}", "~(flashlight|torch) => state=on",
        "~(I need|give me) (the|a|my|) (torch|flashlight) => state=on",
    ),
}  # fmt: skip

# After a call, one word of its values replaced by another.
CORRECTIONS = (
    "(no|sorry|wait|oops|oh|actually|er|), {new}, not {old}", "not {old}, {new}",
    "(I meant|I mean|I said) {new}, not {old}", "{new} not {old}", "(change|turn|make) {old} (to|into) {new}",
    "(it's|that's) {new}, not {old}", "{old} (should be|should have been|was meant to be|is) {new}",
    "not {old} but {new}", "(make it|make that|say|rather) {new} instead of {old}", "{new} instead of {old}",
    "{new} rather than {old}", "(replace|swap) {old} (with|for) {new}", "(no|sorry|wait), not {old}, {new}",
    "(excuse me|my mistake|pardon), {new}, not {old}", "did I say {old}, I meant {new}",
    "what did I say, not the {old}, the {new}", "not the {old}, the {new}", "the {new}, not the {old}",
    "no {old}, {new}", "{old} was wrong, it's {new}", "I said {old} but it's {new}",
)  # fmt: skip

FOLLOWUPS = {
    "set_alarm": (
        "~(no|sorry|actually|wait|hang on|rather|), {newtime}", "make (it|that) {newtime}", "~{halfpast}",
        "make it {halfpast}", "~{later}", "~(not today|no), {dayname}", "~(and|also) {attime} => set_alarm",
        "(cancel|delete|forget) (it|that|the alarm) => cancel_alarm", "~{newtime} (instead|I mean|rather)",
    ),
    "set_timer": (
        "~(no|sorry|actually|wait|rather|), {duration}", "make (it|that) {duration}",
        "~and (another|one) (for|) {duration}", "~{duration} (instead|I mean)",
    ),
    "create_reminder": (
        "~(no|sorry|actually|rather|), {day}", "make it {newtime}", "~and (also|) to {task}",
        "~(no|sorry|rather), to {task}", "~at {newtime}", "~{day}",
        "~and remind me to {task} {when} => create_reminder", "make it {dayname}",
    ),
    "add_event": (
        "~(no|sorry|actually|rather), {day}", "make it {newtime}", "~at {newtime}", "make it {dayname}",
        "(move|change) it to {dayname}",
    ),
    "call": (
        "~(no|sorry|I meant|I mean), {contact}", "~(and|now) {contact}", "~(no|) I meant {contact}",
        "~and then {contact}",
    ),
    "send_message": (
        "~(no|sorry|I meant), to {contact}", "~(the same|send that|send it) to {contact} (too|)",
        "~(also|and) {contact}", "~(no|rather): {dictation}", "~and to {contact} (too|)",
        "call (him|her|them) => call contact",
    ),
    "play_music": (
        "~(no|sorry|rather|actually|I meant), {query}", "~(now|and then|next) {query}", "~(no|rather|and now) {song}",
        "(skip|next) => next_track", "stop => pause_music", "~{query} (then|instead|I mean)",
        "~(and|now) (some|) {style}",
    ),
    "set_volume": (
        "~(no|sorry|rather), {level}", "make it {level}", "~{level}",
    ),
    "get_weather": (
        "~(and|what about|how about) {dayname}", "~(and|what about) (in|) {city}", "~(and|how about) {city} {day}",
        "~and {day}", "~{city}",
    ),
    "set_light": (
        "(turn|switch) (it|them) {state} (again|)", "~(and|also) the {room}", "~(and|) in the {room} (too|)",
        "~(no|I mean), {state}", "(turn|switch) (it|them) back {state}", "~(no|I meant), the {room}",
    ),
    "set_thermostat": (
        "~(no|sorry|rather), {degrees}", "make it {degrees}",
    ),
    "navigate": (
        "~(no|sorry|rather|I meant), {place}", "~(no|) to {place}", "~(and|then) to {place}",
        "~(then|and then) {place}",
    ),
    "create_note": (
        "~(no|rather): {note}", "~(and|also) (note|) that {note}", "~another (one|note): {note}",
        "~(one more|another one), {note}",
    ),
    "add_to_list": (
        "~(and|also|plus) {item}", "~{item} (too|as well)", "~(no|rather|I meant), {item}",
        "~and {item} on the {list} list", "~{item} while you're at it", "~{item} (go|goes) there (too|as well)",
    ),
    "set_flashlight": (
        "~and {state}",
    ),
}  # fmt: skip
