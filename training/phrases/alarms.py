"""How people ask for alarms and timers, take up the turn before, and leave out what is needed.

Patterns of `Draw` with slots of `values.SLOTS`; a `*` inside marks an alternative that is held out for the test split,
`~` is no imperative, `?` is a word made up on the spot. After ` => ` stand the next call's function and the arguments
that it keeps.

A time may say its day ({attime}, {fortime}), or not ({time}). Before a noun, {clocktime} is a time without an article
and {span} a duration, "ten minute"; {dayname} is a day without "on". To be woken or told of something *in* some time is
a timer, for an alarm has a time of day. A verb that nobody knows makes a new alarm of "an alarm", and cancels "the
alarm" or "my alarm".

The file is long because it is a list: a model that knows no other English has to read what people say here.
"""

REQUESTS = {
    "set_alarm": (
        # Plain orders.
        "(set|create|make|add|put) (an|the|my|a new) alarm {fortime}", "(set|make|start|?) an alarm {fortime}",
        "(set|add|create|start) (me|us) (an|a new|another) alarm {fortime}",
        "*(set|put|make) (an|the|my|) alarm (to|at|on) {time}", "(set|adjust|change) my alarm (clock|) (to|for) {time}",
        "*(set|put) (the|my) alarm clock {fortime}", "(schedule|arrange|organise|organize|?) an alarm {fortime}",
        "(give|get|find) me an alarm {fortime}", "(put|switch|turn) (an|the|my) alarm on {fortime}",
        "*set (an|the) alarm so (that|) (I'm|I am) (up|awake) {attime}",
        "*set (an|my) alarm to (wake|get) me (up|) {attime}", "set alarm {fortime}", "(set|make) alarm (to|at) {time}",
        "set up (an|my) alarm {fortime}", "set (a|the|my) (wake up|wake-up|morning) alarm {fortime}",
        "(add|put) {time} (to|on|in) my (alarms|alarm clock|alarm list)", "~{fortime} (set|make|create) (an|my) alarm",
        "*(have|let) (the|my) (alarm|alarm clock|clock) (ring|sound|buzz|go off|beep|?) {attime}",
        "(make|let) (the|my) (alarm|alarm clock|phone|clock) (ring|go off|buzz|beep|wake me) {attime}",
        "set (the|a) (second|new|another|extra|backup) alarm {fortime}", "(set|create) (an|one) alarm, {time}",
        "*alarm me {attime}", "*(set|start) (an alarm|the alarm), {attime}", "~{attime} (ring|wake|alarm) me",
        "keep an alarm {fortime}", "remember to wake me (up|) {attime}",
        "~I want (that|) (the|my|an|one) alarm (rings|goes off|sounds|to ring|to go off) {attime}",
        "*~(the|my|an) alarm (rings|should ring|must ring|has to ring|to ring|please) {attime}",
        "~I (want|need|would like) that (the|my) (phone|clock|alarm) (rings|wakes me) {attime}",
        # To be woken.
        "*wake me (up|) {attime}", "*wake me (up|) {attime}", "(get|wake|?) me up {attime}",
        "wake (us|me and the kids|the kids|everyone) (up|) {attime}", "~{attime} (wake|get) me up",
        "ring me awake {attime}", "(call|ring|beep) to wake me (up|) {attime}",
        "give me a (wake up|wake-up|morning) call {attime}",
        "wake me (up|) (by|before|no later than|not later than) {time}",
        "make sure (that|) (I'm|I am|I get|we're|we are) (up|out of bed) {attime}",
        "make sure (I'm awake|I wake up|to wake me) {attime}", "make sure (I'm|I am) (up|awake) (by|before) {time}",
        "see (to it|) that (I'm|I wake) up {attime}",
        "don't let me (sleep|stay in bed|lie in|oversleep|doze) (past|after|beyond|longer than) {time}",
        "don't let me sleep (longer|later) than {time}", "help me (wake up|get up|get out of bed|be up) {attime}",
        "get me (out of bed|awake|moving|going) (by|before|around) {time}", "make me (get|wake) up {attime}",
        "let me sleep (until|till|til) {time}", "let me sleep (until|till) {time}, then wake me",
        "wake me (up|) tomorrow, {time} => day=tomorrow",
        # Terse.
        "~alarm {fortime}", "~alarm set {fortime}", "~first alarm {fortime}",
        "~(need|gotta|wanna|have) (to |)(be up|wake up|get up) {attime}", "put alarm {fortime}",
        "~{fortime}, (an|the|one) alarm", "~(yes|so) {attime}, wake me (up|)", "*~alarm {attime}", "~alarm {time}",
        "~(new|another|one|next) alarm {fortime}", "~{clocktime} alarm", "~{time} alarm", "~(a|my) {clocktime} alarm",
        "~{attime} alarm", "~wake up {attime}", "*~(wake up|wake-up) (call|alarm|time) {attime}", "~alarm: {time}",
        "~alarm clock {fortime}", "*~alarm on {fortime}", "~up {attime} (please|)", "~morning alarm, {time}",
        "~alarm, {attime}", "*~wake me {time}",
        # Wishes, needs and questions.
        "~(I|we) (need|want|have|would like|wish|plan) to (wake up|get up|be up|be awake|rise) {attime}",
        "~I want (wake up|wake|get up) {attime}", "make me awake {attime}", "wake up me {attime}",
        "~I'd better (be up|get up|be awake) {attime}", "(stick|pop|bung|?) an alarm on {fortime}",
        "get (an|the|my) alarm ready {fortime}", "(sort|do) me an alarm {fortime}",
        "~tomorrow I (need|have|want|ought) to be (up|awake|out of bed) (at|by|before) {time} => day=tomorrow",
        "*~tomorrow (wake me up|wake me|an alarm|get me up) at {time} => day=tomorrow",
        "~today I (get|am getting|have to get) up at {time}, set an alarm => day=today",
        "~I (usually|normally|always) get up (late|later), but (wake me|set an alarm|wake me up) {attime}",
        (
            "~(the|my) (baby|dog|train|taxi|bus|interview) (needs me|waits for nobody|won't wait), (wake me up|wake "
            "me|alarm) {attime}"
        ),
        "~(my phone|the phone|the clock|it) (should|must|has to) wake me (up|) {attime}",
        "~I'd (like|love) to be (woken|woken up|up|awake) {attime}",
        "~I (gotta|have to|need to|should|got to) be (up|awake) (by|before|around) {time}",
        "~I (need|want|would like|could use|require) (an|a new|another) alarm {fortime}",
        "~(can|could|may|might) I (get|have|set) an alarm {fortime}",
        "~(can|could|would) you (wake|get) me (up|) {attime}",
        "~(can|could) you have (an|the|my) alarm (ring|go off|ready) {attime}",
        "~would you mind (waking me up|waking me|setting an alarm) {attime}",
        "~is (it possible|there any way|there a way) to (wake me|set an alarm|have an alarm) {attime}",
        "~any chance (you'd wake|you could wake|of waking) me (up|) {attime}",
        "~how about (an alarm|waking me up) {attime}",
        "~I'd like (an alarm|my alarm|the alarm) (to ring|to go off|set) {attime}",
        "~I want (the|my) alarm (to ring|to go off|ringing|set|on) {attime}",
        "~(we|I) (want|need) (an|the) alarm to go off {attime}",
        "~my alarm (should|must|has to|needs to) (ring|go off|be set for|sound at) {time}",
        "*~the alarm (should|must|has to) (ring|go off|wake me) {attime}",
        "~let's (set|make|have|do) an alarm {fortime}",
        "~I (must|have to|should|need to|gotta|will) (get up|be up|wake up|leave the bed) {attime}, (set|put) an alarm",
        "~I (must|have to|need to) (wake|get) up {attime}, (can you help|don't forget|wake me|make sure of it)",
        "~I (was hoping|am hoping|would be glad|would be happy) to be (woken|up|awake) {attime}",
        "~you (should|must|need to|can|have to) wake me (up|) {attime}",
        "~I (don't|do not) want to (sleep|be in bed|stay in bed) (past|after|later than) {time}",
        "~I (can't|cannot|mustn't|must not) (sleep|oversleep|stay in bed) (past|after|longer than) {time}",
        "~it would be (nice|good|great|lovely) to (wake up|get up|be woken) {attime}",
        "~I'm (getting|waking) up {attime}, (set|put) (the|an|my) alarm",
        # With a reason.
        (
            "~I (have|'ve got|got) (an early|a) (flight|train|meeting|exam|shift|bus|class|start), (wake me up|wake "
            "me|get me up|set an alarm) {attime}"
        ),
        (
            "~(my|the|our) (flight|train|bus|shift|plane|exam|class|meeting|ferry) (is|leaves|starts) early, (wake me|"
            "wake me up|alarm|set an alarm) {attime}"
        ),
        "~(I'm|I am) (going|off|heading) to (bed|sleep) (now|), (wake me up|wake me|set an alarm|get me up) {attime}",
        (
            "~I (can't|cannot|must not|shouldn't) (be late|oversleep|miss the train|miss my flight), (set an alarm|"
            "wake me|alarm) {attime}"
        ),
        (
            "~I('m| am) (so tired|tired|exhausted|taking a nap|having a nap|sleepy), (wake me up|wake me|set an "
            "alarm) {attime}"
        ),
        "~good night, (wake me up|wake me|set the alarm|get me up|alarm) {attime}",
        "~early (start|day|flight|train|shift), (wake me up|alarm|wake me) {attime}",
        (
            "(wake me up|wake me|set an alarm) {attime}, (I have a flight|I need to catch a train|it's an early shift|"
            "I've got work|or I'll be late)"
        ),
        (
            "(wake me up|get me up|set an alarm|set my alarm) {attime} (for|because of) (work|school|the flight|the "
            "gym|my run|church|the game)"
        ),
        "(set|make|put) an alarm {fortime} (so I don't|so that I don't|or I will) (oversleep|miss the bus|be late)",
        "set (a|an|my) (work|school|gym|morning|weekend|early|running|medicine|pill) alarm {fortime}",
        "~(I'm|we're) (leaving|travelling|flying) early, so alarm {attime}",
        "~(yeah|right|so), I (gotta|have to|need to) be up (by|at) {time}",
        "~{attime} is when I (have to|need to|must|want to) (get up|wake up|be up)",
        "~{attime} (I|we) (need|want|must have) (an|the) alarm",
        "~{attime} I (need|want|have) to (get up|be up|be awake|wake up)",
        "~I (start|begin) (work|early), (so|) wake me (up|) {attime}",
        "~(the|an) alarm {fortime}, (it's|that's) when I (get up|wake up)",
        # Held out.
        "(rouse|wake) me {attime}, I (have|'ve got) a (flight|train)",
        "(program|establish) (an|a new) alarm {fortime}", "~I've got to be out of bed {attime}",
        "turn on an alarm {fortime}", "get me out of bed {attime}",
        "~{attime}, that's when my alarm (should|must) (ring|go off)", "~what I need is an alarm {fortime}",
        "~I'd like to sleep (until|till) {time}", "~could my alarm (ring|go off) {attime}",
        "~put me down for an alarm {fortime}", "~no sleeping past {time}",
        "~my alarm clock needs to be set for {time}", "~time to wake up is {time}",
        "~will you make sure I'm not in bed after {time}", "~{attime} have the alarm wake me",
        # second round
        "(shift|push|bump|drag) (my|the) (alarm|wake up time|wake up call|morning alarm) to {time}",
        "(bring|pull) (my|the) alarm forward to {time}", "(push|put|move) (my|the) alarm back to {time}",
        "(switch|move|change) (my|the) alarm from {time} to {time}",
        "reset (my|the) (alarm|alarm clock|wake up call) {fortime}",
        "(correct|edit|update|reschedule) (my|the) alarm to {time}",
        "~(the|my) alarm (is wrong|is too early|is too late|needs changing), (make|set) it {time}",
        "~(my|the) (wake up|wake-up|alarm) time is {time} (now|from now on|)",
        "(book|order) (me|us|) (a wake up call|a wake-up call|an alarm) {fortime}",
        "(activate|enable|arm|?) an alarm {fortime}", "(enter|type in|store|save|register) an alarm {fortime}",
        "(wind|set) (the|my) clock to (ring|go off|get me up) {attime}",
        "use {time} as (my|the) (alarm|wake up|wake-up) time", "take {time} for (the|my) alarm",
        "~{time} as (my|the|an) alarm", "~{time} to (wake|get) up", "~{time}, (that's|it's) (my|the) wake up time",
        "~{time} is (when|the time) I (want|have|need) to (wake up|get up|be up), (set|make) (it|the alarm)",
        "~{time}, wake (me|us) (up|)", "~{time}, (ring|beep|buzz|alarm)",
        "~by {time} I (must|should|have to|need to) be (up|awake|out of bed), (wake me|set an alarm)",
        "~at {time} I want (the|my) (alarm|phone|clock) to (ring|wake me|go off)",
        "~(ring|sound|buzz) the alarm {attime}", "(ring|beep|buzz|?) me out of (bed|sleep) {attime}",
        "(pull|drag|throw|kick|shake) me out of bed {attime}", "(disturb|interrupt) my sleep {attime}",
        "end my (sleep|nap|night) {attime}",
        "~I'm (a deep|a heavy) sleeper, so (get me up|set an alarm|ring loudly) {attime}",
        (
            "~I (won't|can't|never) (wake up|get up) (by myself|on my own|without help), (so|) (get me up|set an "
            "alarm) {attime}"
        ),
        "~(don't|do not) forget to (wake us|ring me awake|get me up) {attime}",
        "~(no|not a minute) later than {time}, (wake me|wake us|get me up)",
        (
            "~I (want|plan|mean|intend) to (start my day|be on my feet|be out of the house|be awake) {attime}, (so "
            "set|set|make) an alarm"
        ),
        "~my day (starts|begins) {attime}, (so|) (wake me then|set an alarm|alarm please)",
        (
            "~(breakfast|my shift|work|school|the gym|training|church|the tour) is (early|at dawn), so (wake us|"
            "get me up) {attime}"
        ),
        "~we (leave|set off|drive off) early, (wake us|get us up|set an alarm) {attime}",
        (
            "(wake us|get me up|ring) {attime} (because|since|as) (I have a flight|my train is early|I'm on the "
            "early shift|we're going fishing)"
        ),
        "(get me up|set an alarm|ring) {attime} so (that|) I (catch|get|don't miss) (the|my) (train|bus|flight|ferry)",
        "(get us up|set an alarm) {attime}, (the taxi|my lift|the bus) (comes|leaves|won't wait) (after that|then|)",
        "~(nap|sleep|rest) (until|till) {time}, then (wake me|alarm)",
        "let (me|us) (lie in|rest|nap|doze) (until|till) {time}",
        "~I'll (sleep|nap|rest) (until|till) {time}, (wake me then|so set an alarm|alarm please)",
        "*~(how|what) about {time} for (the|my|an) alarm", "~would {time} work (as|for) an alarm, set it",
        "~would {time} be (okay|possible) for a wake up call", "~could (you|we) make the alarm {time}",
        "~do you think you could get me up {attime}", "~will you (ring|get) me (up|out of bed|awake) {attime}",
        "~I (count|rely|depend) on you to (wake us|get me up) {attime}",
        "~I'd (appreciate|be grateful for) an alarm {fortime}",
        "~what I (want|need) is to (be woken|wake up|get up) {attime}", "~new wake up time: {time}",
        "*~alarm time {time}", "~(the|my) morning alarm: {time}", "~tomorrow's alarm: {time} => day=tomorrow",
        "~wakey wakey {attime}", "~rise and shine {attime}", "~(reveille|wakeup|wake-up) {attime}",
        "*~up and out {attime}, (alarm|wake me)",
        "~tomorrow's alarm (should|must|has to) be (at|for|set to) {time} => day=tomorrow",
        "(set|make|move) tomorrow's alarm (to|for) {time} => day=tomorrow",
    ),
    "cancel_alarm": (
        "(cancel|delete|remove|stop|turn off|disable|clear|drop|switch off|?) (my|the|that|this) alarm",
        "(cancel|delete|remove|stop|erase|end|unset|?) (my|the|that) alarm (clock|) (now|please|)",
        "(cancel|delete|remove|turn off|disable|drop|switch off|erase|?) (my|the|that) {clocktime} alarm",
        (
            "(cancel|delete|remove|turn off|disable|drop|stop|erase|clear|switch off|?) (my|the|that) alarm (at|for|"
            "set for|of|from) {time}"
        ),
        "*(cancel|delete|stop) alarm (at|for) {time}", "(cancel|delete|stop|remove|disable) alarm",
        "(cancel|delete|remove) (my|the) alarm (that is|that's|which is|I've|I have) set (for|to) {time}",
        (
            "(cancel|delete|remove|drop|stop|turn off) (my|the|tomorrow's|today's|this morning's) (morning|wake up|"
            "wake-up|next|last|early|only) alarm"
        ),
        "(cancel|remove|drop|delete|turn off) (tomorrow's|today's|tonight's|the morning|Monday's|Sunday's) alarm",
        "~I (don't|do not) (need|want) (the|my|an|that|this) alarm (anymore|any more|any longer|now|)",
        "*~I (don't|do not) (need|want) (the|my|that) {clocktime} alarm (anymore|any more|now|)",
        "~I (don't|do not) (need|want) (the|my) alarm (at|for) {time} (anymore|any more|)",
        "*~I no longer (need|want) (the|my|that|an) (alarm|{clocktime} alarm|alarm at {time})",
        (
            "~I (don't|do not) (need|have|want) to (get up|wake up|be up) (anymore|after all), (cancel|delete|stop) "
            "the alarm"
        ),
        "~I (don't|do not) (need|want) to be woken (up|) (anymore|after all|tomorrow|at {time}|)",
        "get rid of (the|my|that) (alarm|{clocktime} alarm|alarm at {time}|alarm for {time})",
        "(don't|do not|no longer) wake me (up|) (anymore|any more|after all|tomorrow|)",
        "(don't|do not) wake me (up|) at {time} (anymore|after all|)",
        "(don't|do not) let (the|my) alarm (ring|go off|sound|wake me) (at {time}|tomorrow|)",
        "~no (alarm|wake up call) (please|tomorrow|today|for me|)", "~no {clocktime} alarm (please|anymore|after all|)",
        "*~no alarm at {time} (please|after all|)",
        "~(forget|never mind|forget about|scratch|ignore) (the|my|that) (alarm|{clocktime} alarm|alarm at {time})",
        "turn (the|my|that|this) alarm off", "turn (the|my|that) {clocktime} alarm off",
        "turn (the|my) alarm (at|for) {time} off",
        "(switch|shut|put) (the|my|that) (alarm|{clocktime} alarm|alarm for {time}) off",
        "shut off (the|my|that) (alarm|{clocktime} alarm|alarm at {time})",
        "(take|throw|clear|pull) (away|out|off) (the|my) (alarm|alarm at {time}|{clocktime} alarm)",
        "take (the|my) {clocktime} alarm (off|away|out)", "take (the|my) alarm (for {time}|at {time}|) off",
        "~no need to wake me (up|) (at {time}|tomorrow|anymore|)",
        "~(no need|there's no need) for (the|an|my|that) (alarm|{clocktime} alarm|alarm at {time}) (anymore|)",
        "~you (don't have to|don't need to|needn't|do not have to) wake me (up|) (at {time}|anymore|tomorrow|)",
        "~(can|could) (you|I) (stop|cancel|get rid of) (that|the|my) (alarm|{clocktime} alarm)",
        "~would you mind (cancelling|turning off|deleting|removing) (the|my) (alarm|{clocktime} alarm)",
        "~please no alarm (at {time}|tomorrow|)", "~(cancel|stop), no alarm (at {time}|)",
        "*~alarm (off|cancel|cancelled|away)", "~{clocktime} alarm (off|cancel|away|delete)",
        "~alarm (at|for) {time} (off|cancel|delete|away)", "~cancel {clocktime} alarm",
        "~cancel (the|my) {clocktime} (one|wake up|wake up call)",
        (
            "~(I|we) (want|would like|need|wish) to (cancel|delete|remove|stop|turn off|drop) (the|my) (alarm|"
            "{clocktime} alarm|alarm at {time})"
        ),
        "~I'd like (the|my) (alarm|{clocktime} alarm) (cancelled|removed|off|deleted|gone)",
        "~I want (the|my|that) (alarm|{clocktime} alarm) (off|gone|cancelled|deleted)",
        "~(the|my) (alarm|{clocktime} alarm|alarm at {time}) (isn't|is not|is no longer) (needed|necessary|required)",
        "*~the alarm (can|should|may) be (cancelled|deleted|off|removed)",
        "~(the|my|that) {clocktime} alarm (can|should|may) (go|go away|be deleted|be cancelled|be turned off)",
        "~the alarm (at|for) {time} (can|should|may) (go|be removed|be cancelled)",
        (
            "~I'm (already|) (up|awake), (cancel|stop|turn off|delete|kill|forget) (the|my) (alarm|{clocktime} alarm|"
            "alarm at {time})"
        ),
        "~I'm (already|) (awake|up), (I don't need|no need for|cancel) the alarm",
        "(cancel|delete|remove|turn off|clear|switch off|stop|disable|?) (all|all my|all the|all of my|my|the) alarms",
        "~no (more|) alarms (please|tomorrow|today|)", "~I don't (need|want) any alarms (anymore|tomorrow|)",
        "~the alarm (is ringing|is going off|won't stop|keeps ringing), (stop it|turn it off|shut it off|silence it)",
        "~(make it stop|stop it|quiet), (the|that) alarm (is ringing|is too loud|woke me|is going off)",
        "~(the|my) {clocktime} alarm (was|is) (a mistake|wrong|for nothing|too early), (remove|delete|cancel) it",
        "~(I made|I set) (an|the) alarm by (mistake|accident), (delete|cancel|remove) it",
        (
            "~(I'm|we're) (not going|staying home|on holiday|on vacation|sick|off work), (cancel|delete|no need for|"
            "drop) (the|my) (alarm|{clocktime} alarm)"
        ),
        (
            "~(it's|tomorrow is|tomorrow's) (sunday|a holiday|my day off|saturday|the weekend), (cancel|remove|delete|"
            "no need for) (the|my) (alarm|{clocktime} alarm)"
        ),
        (
            "~(the meeting|my flight|school|work|my class|the trip) is (off|cancelled), (so|) (cancel|drop|delete|"
            "remove) (the|my) (alarm|{clocktime} alarm|alarm for {time})"
        ),
        (
            "~I (want|would like) to sleep (in|longer|late), (cancel|turn off|remove|drop) (the|my) (alarm|"
            "{clocktime} alarm|alarm at {time})"
        ),
        "~(let me|I'll) sleep (in|longer|late), (cancel the alarm|no alarm|turn the alarm off)",
        (
            "(cancel|delete|remove) (the|my) (alarm|{clocktime} alarm), (I'm awake|I'm up|I'm off tomorrow|I will "
            "sleep in)"
        ),
        "(make|let) (the|my|that) alarm (stop|go away|be quiet|disappear)",
        "stop (the|that|this|my) alarm (ringing|from ringing|from going off|sound|)",
        "stop (the|my) {clocktime} alarm from (ringing|going off)", "(stop|don't) waking me (up|) (at {time}|)",
        "~that alarm (for|at) {time}, (cancel|delete|remove) it",
        "~the {clocktime} alarm, (cancel|delete|remove|drop|forget) it",
        "~my alarm (at|for) {time}, I don't need it (anymore|)",
        "~(what about|how about) (cancelling|deleting|stopping) (the|my) (alarm|{clocktime} alarm)",
        "~I (set|made|have) an alarm (for|at) {time}, (cancel|delete|remove|drop) it",
        "~I changed my mind, (no alarm|cancel the alarm|don't wake me|delete my alarm) (please|)",
        "~{time}, (cancel|delete|remove) (that|this|the) alarm",
        "~(never mind|forget) (about|) waking me (up|) (at {time}|)",
        # Held out.
        "scrap (the|my) (alarm|alarm at {time}|{clocktime} alarm)", "kill the (alarm|{clocktime} alarm)",
        "deactivate (my|the) (alarm|{clocktime} alarm)", "undo the (alarm|alarm for {time})",
        "~there should be no alarm (at {time}|)", "~please see that the {clocktime} alarm is off",
        "~I won't be needing (the|my) (alarm|{clocktime} alarm) (after all|)",
        "~I'm not getting up at {time}, so no alarm", "~there's no need to have an alarm (at {time}|anymore)",
        "have the {clocktime} alarm (removed|deleted|cancelled)",
        "~let me sleep, (drop|delete|remove) (the|my) (alarm|{clocktime} alarm)",
        "~the alarm I set for {time} can go", "take back (the|my) (alarm|{clocktime} alarm)",
        # second round
        "(ditch|bin|axe|dump|dismiss|lose) (my|the|that) (alarm|{clocktime} alarm|alarm for {time})",
        "(wipe|strike|cross) out (my|the) (alarm|{clocktime} alarm|alarm at {time})",
        "(unschedule|unset|revoke|annul|?) (the|my) alarm (for|at) {time}",
        "call off (the|my) (alarm|{clocktime} alarm|wake up call)",
        "(throw|toss|chuck) (out|away) (the|my|that) (alarm|{clocktime} alarm)",
        "do away with (the|my|that) (alarm|{clocktime} alarm|alarm at {time})",
        "(leave|let) me (sleep|be) at {time} (after all|), no alarm",
        "let me (sleep|stay in bed|lie in) (after all|tomorrow|), I don't (need|want) (the|an) alarm",
        "(quit|stop) (ringing|waking me|that ringing|the ringing), (I'm awake|I'm up|it's the alarm)",
        "(quiet|silence|shut up|mute) (the|my|that) (alarm|{clocktime} alarm)",
        "(silence|shut) that alarm (up|now|please|)", "set (the|my) (alarm|{clocktime} alarm|alarm at {time}) to off",
        "have (my|the|that) alarm (at|for) {time} (taken off|switched off|deleted|removed)",
        (
            "(see to it|make sure|take care) that (the|my) (alarm|{clocktime} alarm) (doesn't ring|won't ring|"
            "stays off|doesn't go off)"
        ),
        "make sure (I'm not|nobody is) woken (up|) (at {time}|tomorrow|)",
        "keep (the|my) (alarm|{clocktime} alarm) (quiet|off|from ringing) (tomorrow|)",
        "clear (the|my) (alarm|{clocktime} alarm|alarm for {time}) from (the|my) (list|clock|phone)",
        "take {time} (off|out of|from) my alarms",
        "(remove|delete|drop) {time} from my (alarms|alarm list|alarm clock)",
        "~{time} alarm: (delete|cancel|off|remove)", "~(delete|cancel|remove|drop) alarm: {time}",
        "*~the one (at|for) {time}, that alarm can (go|be cancelled|be deleted)",
        "~(the|my) alarm, (cancel|delete|remove|drop|forget) it (please|)",
        "*~that alarm, I don't (want|need) it (any more|anymore|)",
        "~(there's|I have|I've got) an alarm (at|for) {time} (I don't need|that can go|that I don't want)",
        "~(the|my) {clocktime} alarm is (useless|pointless|not needed|superfluous|unnecessary) (now|)",
        (
            "~(the|that|my) alarm (at|for) {time} was (for yesterday|for another day|only for this week|a test), "
            "(delete|cancel|remove) it"
        ),
        "~why is there an alarm (at|for) {time}, (delete|remove|cancel) it",
        "~(no|without) alarm tomorrow, I('m| am) (off|on holiday|at home|sleeping in)",
        "~tomorrow (without an|no) alarm",
        "*~tomorrow I (don't need|don't have) to (get up|wake up|be up), (so|) (cancel|delete|drop) (the|my) alarm",
        "~I (can|could|may|will) sleep (in|longer) tomorrow, (so|) (cancel|delete|drop) (the|my) alarm",
        (
            "~(no school|no work|no classes|no meetings|no practice) tomorrow, (so|) (cancel|delete|drop|remove) "
            "(my|the) alarm"
        ),
        (
            "~(school|work|the meeting|the flight|practice) starts later, (so|) (cancel|delete|drop|remove) (my|"
            "the) {clocktime} alarm"
        ),
        (
            "~(he|she|my wife|my husband|the kids) will wake me, (so|) (cancel|delete|remove|drop) (the|my) (alarm|"
            "{clocktime} alarm)"
        ),
        "~I (woke up|got up|am up) (before|earlier than) (the|my) alarm, (cancel|delete|drop|kill) it",
        (
            "~I'm (wide awake|out of bed|up early|already dressed), (so|) (cancel|delete|turn off|stop) (the|my) "
            "(alarm|{clocktime} alarm)"
        ),
        (
            "~(I was wrong|my mistake|on second thought), (cancel|delete|remove|no) (the|my|that) (alarm|"
            "{clocktime} alarm)"
        ),
        (
            "~(would you|will you|could you) (delete|remove|take out) (the|my) alarm (that rings|which rings|"
            "ringing) at {time}"
        ),
        "~I'd (rather|prefer to) (not be woken|sleep in|lie in) (at {time}|tomorrow|), (cancel|delete) the alarm",
        "~I'd rather not have (an|the|that) alarm (at {time}|tomorrow|)",
        "~I'd like to (get rid of|cancel|drop|lose) (the|my|that) (alarm|{clocktime} alarm|alarm at {time})",
        "~can (the|my) (alarm|{clocktime} alarm) be (cancelled|deleted|removed|switched off)",
        "~is it possible to (cancel|delete|remove|switch off) (the|my) (alarm|{clocktime} alarm|alarm at {time})",
        "~what if we (cancelled|deleted|dropped) (the|my|that) (alarm|{clocktime} alarm)",
        "~we (can|will) do without (the|that|our) (alarm|{clocktime} alarm) (after all|tomorrow|)",
        "~nobody (needs|wants) (the|that) {clocktime} alarm", "~how about no alarm (tomorrow|after all|today)",
        "~(my|the) alarm should (not ring|not go off|stay quiet) (at {time}|tomorrow|)",
        "~(please|) don't (ring|beep|buzz) (at {time}|tomorrow), I'm (sleeping in|awake|off)",
        "~you can (forget|drop|delete|cancel|remove) (the|my) (alarm|{clocktime} alarm|alarm at {time})",
        "~(every|each) alarm (I have|on my phone|) (should|must|can) (go|be deleted|be off)",
        "(remove|delete|clear|cancel|switch off) (every|each) (alarm|single alarm) (I have|on my phone|)",
        "(turn|switch|shut) (all|all of|) my alarms off",
        "~(the|my) alarms, (all off|delete them|cancel them|clear them)",
    ),
    "set_timer": (
        # Plain orders.
        "(set|start|create|make|begin|?) (a|one|another) timer (for|of|with) {duration}",
        "(set|start|run|?) (a|the|my|) timer (for|to|at) {duration}",
        "(set|start|make|begin|create|?) (a|the|an|) {span} timer", "(give|get|make|set) me a {span} timer",
        "(give|get|make|set) me a timer (for|of) {duration}", "set (a|the) timer, {duration}", "set timer {duration}",
        "set timer (for|to|of) {duration}", "start timer {duration}", "(set|start) up a timer (for|of) {duration}",
        "(add|put|set|?) (a|another|a new|a second) timer (for|of) {duration}",
        "(add|make|set|start) (another|a second|a new|one more) {span} timer",
        "(start|begin|set|do|run|launch) a countdown (of|for|from|to) {duration}",
        "(start|begin|do|run) a {span} countdown", "(start|do|begin) the countdown, {duration}",
        "time {duration} (for me|from now|)", "time me (for|) {duration}", "count down {duration} (for me|)",
        "count down from {duration}", "count (to|until|off) {duration}",
        "(set|put) {duration} on the (timer|clock|countdown|kitchen timer)", "put {duration} on (my|a) timer",
        "(put|set) the (clock|stopwatch|timer|countdown) (to|for|at) {duration}",
        "set the (egg|kitchen|oven|cooking|tea|laundry|workout|plank|nap) timer (to|for) {duration}",
        (
            "set (an egg|an oven|a pasta|a pizza|a cooking|a tea|a laundry|a workout|a nap|a study) timer (for|of) "
            "{duration}"
        ),
        "(start|set|run|make) a {span} (egg|pasta|pizza|oven|cooking|tea|laundry|workout|nap|study|bread|break) timer",
        "(start|set|begin) (timing|counting) {duration}", "(measure|clock|track|count) {duration} (for me|)",
        "keep (time|track of time) for {duration}", "(turn|switch) on (a|the) timer for {duration}",
        "(turn|switch) on a {span} timer", "have (a|the) timer (run|go|count|ring) (for|after|in) {duration}",
        "(set|start) (a|the) timer that (rings|goes off|ends|beeps|stops) (in|after) {duration}",
        "make (the|a) timer (ring|beep|go off) (in|after) {duration}", "let (a|the) timer run for {duration}",
        "~{duration}, (start|set|make) (a|the) timer", "*~for {duration} (set|start) (a|the) timer",
        "start (the|a) clock for {duration}",
        # To be told in some time.
        "(let me know|tell me|alert me|notify me|warn me|?) (in|after) {duration}",
        "(beep|ring|buzz|make a sound|make a noise|chime) (in|after) {duration}",
        (
            "(let me know|tell me|alert me|warn me|beep|ring) when {duration} (is up|are up|is over|are over|have "
            "passed|are gone|are done)"
        ),
        "(beep|buzz|ring|signal|sound) when {duration} (is up|are up|are over|have passed)",
        "~in {duration} (tell me|let me know|alert me|beep|ring|buzz)",
        "~after {duration} (tell me|let me know|alert me|beep|ring|stop me)",
        "(give me a (shout|beep|signal|ring)|make a (beep|sound|signal)) (in|after) {duration}",
        "wake me (up|) (in|after) {duration}", "*~in {duration} wake me (up|)", "set (an|the) alarm in {duration}",
        "*~alarm in {duration}", "~(wake|get) me up in {duration}, I'm (taking|having) a nap",
        "(make|let) it (ring|beep|buzz) (in|after) {duration}",
        # Terse.
        "~timer {duration}", "~timer: {duration}", "~{span} timer", "~a {span} timer",
        "~(a|one|new|another) timer for {duration}", "~timer (for|of|to|at) {duration}", "~countdown {duration}",
        "~{span} countdown", "~countdown (for|from|of) {duration}", "~{duration} on the (clock|timer)",
        "set {duration}", "~start {duration} now",
        "~{duration} for the (pasta|eggs|tea|rice|pizza|oven|cake), (start|go|now|timer)",
        "~(need|gotta have|want) {duration} on the timer", "*~(need|want) a {span} timer",
        "(stick|pop|?) a timer on for {duration}", "give me {duration}, then (beep|tell me|ring|let me know)",
        "~timer for (the|my) (tea|pasta|eggs|nap|cake|pizza), {duration}",
        "*set {duration} for (the|my) (pasta|eggs|tea|rice|cake|nap|break)",
        (
            "~I have to (leave|go|stop|turn the steak|check the oven) in {duration}, (let me know|tell me|beep|set a "
            "timer)"
        ),
        "get a timer going for {duration}", "get a {span} timer going", "~(quick|short|long) timer, {duration}",
        "~(a|one) countdown, {duration}", "~{duration}, (timer|countdown)", "~timer, {duration}", "~{duration} timer",
        "~timer on, {duration}", "~{duration} (starting|from) now", "~{span} (egg|pasta|tea|nap|oven|rice) timer",
        # Wishes and questions.
        "~(I|we) (need|want|would like|could use) a timer (for|of|set to|set for) {duration}",
        "*~(I|we) (need|want|would like|could use) a {span} (timer|countdown)",
        "~I'd like (a|to set a|to start a) timer (for|of) {duration}",
        "~I (want|need|have) to (time|count|measure) {duration}",
        "~I (want|need|would like) {duration} on the (timer|clock)",
        "~(can|could|may) I (get|have|set|start) a {span} timer",
        "~(can|could) (I|we) have a timer (for|of) {duration}",
        "~(can|could|would) you (time|count|measure) {duration} (for me|)",
        "~let's (do|set|start|make) (a timer for {duration}|a {span} timer)",
        "~(is there any chance of|how about|would you mind setting|what about) a {span} timer",
        "~would you mind (starting|setting) a timer for {duration}",
        (
            "~I (want|need|would like) to (know|be told|hear) when {duration} (is up|are up|is over|are over|have "
            "passed|are gone)"
        ),
        "~I('m going to| will|'ll) need (a timer for {duration}|a {span} timer)",
        "~I have {duration}, (set|start) (the|a) timer",
        "~I (only|just) have {duration}, (time me|tell me when it's over|start the clock)",
        "~you (should|can|must) (beep|ring|tell me|alert me) in {duration}",
        # With a reason.
        (
            "~(my|the|our) (pasta|pizza|rice|eggs|cake|tea|bread|chicken|soup|laundry|roast|cookies) (needs|takes|"
            "need|take|should have) {duration}, (set|start) (a|the) timer"
        ),
        (
            "~(my|the|our) (pasta|pizza|rice|eggs|cake|tea|bread|chicken|soup|laundry|roast|cookies) (needs|takes|"
            "need|take|will take|gets) {duration} (in the oven|to cook|to bake|), (time it|timer please|time that|"
            "start the countdown)"
        ),
        (
            "~(the|my) (pasta|pizza|rice|cake|tea|bread|chicken|lasagna|pie) (is|goes) (in|on|in the oven), (timer "
            "for|set a timer for|start a timer for|timer) {duration}"
        ),
        (
            "*(set|start) (a timer for|the timer for|a timer of) {duration}, (I'm boiling eggs|I'm cooking|I'm making "
            "tea|the pasta is on|it's for the cake|the bread is in the oven|I'm baking)"
        ),
        (
            "(set|start) a {span} timer, (I'm boiling eggs|I'm cooking|I'm making tea|the pasta is on|it's for the "
            "rice|I need a break|I'm baking)"
        ),
        (
            "(set|start|make) (a {span} timer|a timer of {duration}|a timer for {duration}) for (the|my) (pasta|eggs|"
            "cake|tea|pizza|rice|workout|nap|laundry|break|chicken|oven|run)"
        ),
        (
            "(set|start) (a|the) timer for (the|my) (pasta|eggs|cake|tea|pizza|rice|workout|nap|laundry|chicken), "
            "{duration}"
        ),
        (
            "~I'm (boiling eggs|making tea|cooking rice|baking|doing yoga|taking a nap|doing the laundry|steeping tea|"
            "on a break), (set|start) (a timer for {duration}|a {span} timer|a timer, {duration})"
        ),
        (
            "~I'm (boiling eggs|making tea|cooking|baking bread|meditating|studying|working out), (timer for "
            "{duration}|{span} timer|tell me in {duration}|time {duration})"
        ),
        "(time|clock) (the|my) (eggs|pasta|cake|tea|workout|nap|rice|break|run|plank) for {duration}",
        "(cook|boil|bake|steep) (the|my) (eggs|pasta|cake|tea|rice|bread) for {duration} and (tell|alert) me",
        (
            "~I (put|have) (the|a) (cake|pizza|pie|bread|roast) in the oven, (tell me|let me know|beep|alert me) in "
            "{duration}"
        ),
        "let me (nap|rest|sleep|study|read|meditate) (for|) {duration}, then (wake|tell|alert) me",
        "*~(break|nap|plank|workout|rest) of {duration}, (start|set) the timer",
        # Held out.
        "ping me in {duration}", "(run|put on) a timer for {duration}", "put a timer on for {duration}",
        "~(I have to|I must|I should|let me) (hold|keep|rest|do) (this|it) for {duration}, (can you time it|time it)",
        (
            "~my (physio|doctor|coach|trainer|book|recipe|teacher) says to (hold|keep|do) (this|it) for {duration}, "
            "(can you time it|time it|time me|count for me)"
        ),
        "~the (noodles|potatoes) need {duration}, time it", "start counting, {duration}",
        "~(noodles|potatoes) are on, (a {span} timer|{duration} on the timer)", "~what I need is a {span} timer",
        "~there should be {duration} on the timer", "~I'd like you to beep when {duration} have passed",
        "~when {duration} (have passed|are up|are over), (tell|alert) me", "~can the timer ring in {duration}",
        "*~{duration} and then (beep|ring)", "wait {duration} and (beep|tell me)",
        "*~give it {duration} and let me know",
        # second round
        "(give|grant) me {duration} on the (clock|timer|countdown)",
        "(get|kick|fire) (off|up) a timer (for|of) {duration}",
        "(kick off|fire up|activate|trigger) a {span} (timer|countdown)", "(let|have) {duration} (run|tick|count) down",
        "let the (clock|countdown|timer) (run|tick) (for|) {duration}",
        "(run|tick|count) (down|off) {duration} (for me|please|now)",
        "(key in|enter|type in|punch in) {duration} (on|for|into) the (timer|countdown)",
        "*set the (timer|countdown) at {duration} and (start|go)",
        "*(make|set) the (timer|countdown|clock) {duration} (long|)", "use {duration} for the (timer|countdown)",
        "(turn|wind) the (kitchen|egg|oven) timer to {duration}",
        "put a {span} timer on (for me|please|the cake|the rice|)",
        "put the (eggs|cake|pasta|tea|rice) on the timer for {duration}",
        "(a|one) timer, (make it|let's say|say|of) {duration}", "~(timer|countdown) please, {duration}",
        "*~{duration} (timer|countdown) (for|on) the (pasta|eggs|tea|rice|laundry|roast)",
        (
            "~{duration} (of|for) (yoga|meditation|reading|stretching|break time|homework), (time it|start the "
            "timer|timer)"
        ),
        "~{duration} to go, (start|count|set the timer|time it)",
        "~{duration} please, (timer|on the timer|the tea is brewing|for the eggs)",
        "*~{duration} from now, (beep|ring|tell me|let me know|buzz)",
        "~{duration} from now (I|we) (have|need) to (leave|go|turn it over|stir), (beep|tell me|set a timer)",
        (
            "~I (have|'ve got|got) (only|) {duration} (left|for this|to finish|before I go), (time me|set a timer|"
            "start a timer)"
        ),
        "~I (get|am allowed|have) {duration} of (rest|screen time|break|reading), (time it|set the timer)",
        (
            "~I'm (going|getting) to (rest|nap|lie down|meditate|stretch) for {duration}, (time me|set a timer|"
            "wake me then)"
        ),
        "~(we|the kids|they) (get|have) {duration}, (start|set) (the|a) (clock|timer|countdown)",
        (
            "~(the kids|my son|my daughter) (may|can) (play|watch tv|read) for {duration}, (set a timer|start the "
            "timer|time it)"
        ),
        (
            "~(the|my) (eggs|cake|rice|bread|stew|pudding|dough) (should|must|has to|have to) (cook|boil|rest|bake|"
            "rise) (for|) {duration}, (set|start) a timer"
        ),
        "~the (recipe|box|packet|label|instructions) says {duration}, (so|) (set|start) (a|the) timer",
        "~it (has|needs) to (simmer|bake|rest|rise|soak|cook) (for|) {duration}, (time it|set a timer|timer please)",
        (
            "~(the washing machine|the dishwasher|the dryer|the oven|the download) (needs|takes|is done in) "
            "{duration}, (time it|set a timer|tell me then)"
        ),
        (
            "~I (put|have put) (the kettle|the eggs|the rice|a pizza|the bread) on, (time|count|set a timer for) "
            "{duration}"
        ),
        (
            "~my (tea|dough|hair dye|face mask|parking|lunch break) (lasts|needs|takes) {duration}, (set a timer|"
            "time it|tell me when)"
        ),
        (
            "~(parking|the meter|my ticket|my break) (runs out|ends|is up) in {duration}, (tell me|set a timer|"
            "beep|alert me)"
        ),
        "(tell|alert|warn|notify) me (once|as soon as) {duration} (are over|are up|have passed|is up|is over)",
        "(let me know|give me a shout|make a noise|give a signal) once {duration} (are over|are up|is up|have gone by)",
        "(tell|warn|alert) me {duration} from now", "(shout|yell|holler|whistle|honk|?) (in|after) {duration}",
        "(give me a (nudge|bell|poke)|sound a horn|play a sound) (in|after) {duration}",
        "stop me (in|after) {duration}", "(wake|rouse) me {duration} from now",
        "*let me (sleep|rest|nap|lie down) (for|) {duration} (more|), then (beep|ring|wake me|get me up)",
        "~I want to be (woken|woken up|told|alerted|warned) in {duration}",
        "~I want to (sleep|nap|rest|lie down) (for|) {duration}, (wake me|then wake me|set a timer)",
        "~(sleeping|napping|resting) (for|) {duration}, (wake me|set a timer|timer please)",
        "~a nap of {duration}, (then wake me|and wake me then)",
        "~(can|could|would) you (beep|buzz|ring|shout|tell me) in {duration}",
        "~(can|could) we do {duration} on the timer",
        "~would {duration} on the timer be (possible|okay), (start it|go)",
        "~how about (a timer|a countdown) (of|for) {duration}", "~(an|one) alarm {duration} from now",
        "(ring|sound|start) the alarm after {duration}", "(have|make) the alarm (ring|go off) in {duration}",
        "set (an|the) alarm for {duration} from now", "~I (need|have|want) to be (up|awake) (again|) in {duration}",
        "~up again in {duration}, (ring|alarm|get me up then)",
        "~(an alarm|the alarm) should (ring|go off) (in|after) {duration}",
        "~why don't you (time|count) {duration} (for me|for us|)", "~what I (want|need) is a timer (for|of) {duration}",
        "~I'll be back in {duration}, (set|start) (a|the) timer",
        (
            "~I (need|want|have) to (flip|turn|stir|check|take out) (it|them|the pizza|the eggs|the cake) in "
            "{duration}, (beep|tell me|set a timer)"
        ),
        "~remember the (pasta|eggs|pizza|cake|oven|laundry), (beep|timer|tell me) in {duration}",
        "~(ready|steady|okay|three two one), {duration}, (go|start|time me)",
        "~(plank|squats|sprint|wall sit|interval|round one) for {duration}, (time me|start the timer|go)",
        "~(one|another|the next) (round|set|interval|lap) of {duration}, (time it|clock it|go)",
    ),
}  # fmt: skip

FOLLOWUPS = {
    "set_alarm": (
        # Another time.
        "~(no, |actually |sorry, |oh, |) (rather|better|I meant|make it|I mean) {halfpast}",
        "~(no, |actually |sorry, |) {halfpast} (instead|rather|is better|would be better|please)",
        "~(let's make it|say|or) {halfpast}",
        (
            "~(no,|actually|rather|better|or|oh,|) (make it|make that|change it to|move it to|set it to|set it for|"
            "rather) {newtime}"
        ),
        "~(no,|wait,|sorry,|oops,|hang on,|oh no,|no no,) {newtime}",
        "~(no,|sorry,|) I (meant|mean|said|wanted|want) {newtime}", "~(better|rather|maybe|perhaps) (at|) {newtime}",
        "~(can you|could you|please|) (change|move|set|put|switch|?) it (to|for) {newtime}",
        "~(actually,|hmm,|oh,|) {newtime} (is better|instead|would be better|please|works better|is enough|will do)",
        "~(too early|too late|that's too early|that's too late|that is early), (make it|) {newtime}",
        "~not {time}, {newtime}", "*~(change|move) (the alarm|my alarm|that alarm) (to|for) {newtime}",
        "*~(at|for) {newtime} (instead|rather|please)", "~how about {newtime} (instead|)",
        "~(it|that) should be {newtime}", "~wake me (up|) at {newtime} (instead|rather)", "~{later} (please|instead|)",
        "make it {later}", "~(rather|better|actually|no,|maybe) {later}",
        "~(can you|could you) (make|move|set) it {later}", "~{later} (is|would be) (better|fine|enough)",
        "~(wake me|ring|move it|set it) {later}",
        # Another day.
        "~(actually|rather|make it|make that|I meant|sorry,|no,) {day}",
        "~(make it|make that|I meant|I said|no,) {dayname}", "~(and|) (what|how) about {dayname}",
        "~(not today, |no, |) (move|change|set|?) it (to|for) {dayname}", "~{day} (instead|rather|please|is better)",
        "~(the|at the) same (time|) {day} (too|as well|)", "~(and|also) {day} (too|as well|)",
        "~(do|set|make) (it|one|the same) {day}", "~I (need|want) it {day}", "~(it's|that's|this is) for {dayname}",
        "~(and|also) (one|another one|another alarm) {day} (too|as well|at the same time)",
        # One more.
        "~(and|) (another one|another|one more|a second one|a second alarm) (at|for) {newtime}",
        "~(also|and|plus) (one|an alarm) (at|for) {newtime}", "~(and|also) (at|for) {newtime} (too|as well|)",
        "(set|add|make) (another|another one|one more|a second one|a backup alarm|another alarm) (at|for) {newtime}",
        "~I (need|want) (another one|one more|another alarm) (at|for) {newtime}", "~and {newtime} (too|as well)",
        "~(also|and) wake me (up|) (again|) at {newtime}",
        "~(no,|actually,|sorry,|rather) (set it|make it|wake me) {attime} (instead|)",
        # Away with it.
        (
            "~(forget|cancel|delete|drop|remove|stop|erase|clear) (it|the alarm|that|that alarm|this alarm|my alarm) "
            "=> cancel_alarm"
        ),
        (
            "*~(no,|actually|oh|hmm,|wait,|) (cancel|delete|remove|drop|forget) (it|that|that one|this one) (again|"
            "please|) => cancel_alarm"
        ),
        "~never mind (the alarm|, cancel it|, delete it|about the alarm) => cancel_alarm",
        "~I (don't|do not) (need|want) (it|that|the alarm|it at all) (anymore|any more|after all|) => cancel_alarm",
        "~(turn|switch) (it|that|the alarm) (back |)off (again|) => cancel_alarm",
        (
            "~(no alarm|no alarm after all|no need for it|don't wake me|let me sleep after all|get rid of it) => "
            "cancel_alarm"
        ),
        "~I changed my mind, (cancel it|no alarm|delete it|forget it) => cancel_alarm",
        "*~(cancel|delete|drop|forget) the {clocktime} (one|alarm) => cancel_alarm",
        "~(and|also|then|) (remind me|tell me|a reminder) to {task} => create_reminder day time",
        "~and remind me (then|at the same time) to {task} => create_reminder day time",
        "~(and|also) (a timer for|start a timer for|set a timer for) {duration} => set_timer",
        # Held out.
        "*~let's say {newtime}", "push it to {newtime}", "~no wait, {halfpast}", "scrap (it|that) => cancel_alarm",
        "~shift it to {dayname}", "~same for {dayname}", "*~no need to wake me after all => cancel_alarm",
        "~and have one for {newtime}", "~that should have been {newtime}",
        # second round
        "~(shift|bump|drag|nudge|?) it to {newtime}",
        "~(move|shift|push|put) (it|that|that one) (back|up|forward|on|over) to {newtime}",
        "~(bring|pull) it forward to {newtime}", "~(delay|postpone|hold) (it|that) (until|till|to) {newtime}",
        "~(reschedule|reset|adjust|correct|update|edit|alter) (it|that|this one) to {newtime}",
        "~(change|move|switch|shift) (it|that) from {time} to {newtime}",
        "~(change|move|turn|make) that to {newtime} (instead|please|)",
        "~(can|could) (it|that|the alarm) be (moved|changed|shifted|pushed|set) to {newtime}",
        "~(can|could) we (move|change|shift|push) (it|that) to {newtime}",
        "~I'd like (it|that) (moved|changed|shifted|switched) to {newtime}",
        "~I (want|need) to (move|change|shift|push) (it|that) to {newtime}",
        "~(let|have|make) it (ring|go off|wake me|sound) at {newtime}",
        "~it (needs|has|ought) to (ring|go off|be) at {newtime}",
        "~I'd (rather|prefer to) (get up|wake up|be up) at {newtime}",
        "~I (can|could|want to) sleep (until|till) {newtime}",
        "*~let me sleep (until|till) {newtime} (instead|after all|)",
        "~(hm|well|ah), {newtime} is (early enough|late enough|fine|better for me)",
        "~(on second thought|thinking about it|come to think of it), {newtime}",
        "~(my mistake|my bad|I was wrong|slip of the tongue), (it's|it should be|make it) {newtime}",
        "~(a bit|a little|slightly) (earlier|later), (at|say|like) {newtime}",
        "~(an hour|two hours) was (too much|too early|too late), (make|set) it {newtime}",
        (
            "~(the flight|the train|my shift|the meeting) is (later|earlier) now, (so|) (move|change|shift) it to "
            "{newtime}"
        ),
        "*~instead of {time}, (make it|take|let's do) {newtime}", "~(move|shift|push|bring) (it|that) {later}",
        "~(could it|can it|it should) (ring|go off|be) {later}",
        "~(move|push|switch|change|?) (it|that|the alarm) over to {dayname}",
        "~(move|change|set) it (from today|from tomorrow|) to {dayname} (instead|)",
        "~{dayname} was (what|the day) I (meant|wanted)", "~it's {dayname} (I meant|that I need it|I have to get up)",
        "~(I|we) (leave|travel|work|fly) {day}, (so|) (move|change|set) it",
        "~(and|) a second one {day} (too|at the same time|)", "~(again|once more|the same time|same again) {day}",
        "~(repeat|copy) (it|that|the alarm) {day}",
        "~(plus|and) (a second|another|a backup|an extra|a spare) (one|alarm) (at|for) {newtime}",
        "~just in case, (one more|another one|another|a second one) at {newtime}",
        "~(and|then) (ring|beep|wake me) again at {newtime}",
        "~(lose|ditch|bin|axe|undo|unset|dismiss) (it|that|that alarm|the alarm) => cancel_alarm",
        "~(on second thought|oh|no), (no alarm|I'll sleep in|I'd rather sleep in|skip the alarm) => cancel_alarm",
        "~I('ll| will) (sleep in|wake up by myself|wake up on my own) (after all|instead|) => cancel_alarm",
        "~(it|that one|the alarm) can go (again|after all|) => cancel_alarm",
        "~I (won't|will not) need (it|that|the alarm|waking) (after all|any more|) => cancel_alarm",
        "~take (it|that|the alarm) (off|out|away|back) (again|) => cancel_alarm",
        "~you (don't have to|needn't|don't need to) wake me (after all|any more|) => cancel_alarm",
        "~(set|put|make) (it|that one|the alarm) to off => cancel_alarm",
        "~the {clocktime} one (can go|isn't needed|should go) (after all|) => cancel_alarm",
        "~get rid of the {clocktime} (one|alarm) => cancel_alarm",
        "*~I don't (need|want) the {clocktime} one (after all|) => cancel_alarm",
        "~(take|turn|switch) the {clocktime} one (off|out) => cancel_alarm",
        "~no {clocktime} (one|alarm) after all => cancel_alarm",
        "~(turn|switch) off the one (at|for) {time} => cancel_alarm",
        "~the one (at|for) {time}, (lose it|turn it off|get rid of it) => cancel_alarm",
    ),
    "cancel_alarm": (
        (
            "~(set|make|create|add|start) (a new one|another one|one|a new alarm|another alarm) (for|at) {time} => "
            "set_alarm"
        ),
        "~(and|then|now|) wake me (up|) at {time} (instead|) => set_alarm",
        "~(set|put|make) it (for|to|at) {time} instead => set_alarm",
        "~(I need|I want|I'd like) (one|a new one|an alarm) (for|at) {time} (instead|) => set_alarm",
        "~{time} instead => set_alarm",
        "~(and|then|now|) (set|make|create) (one|an alarm) {fortime} (instead|) => set_alarm",
        "~(now|then|but) (an alarm|a new one|one) (for|at) {time} => set_alarm",
        "~(rather|better) (at|) {time} => set_alarm", "~(and|also) the {clocktime} (one|alarm) (too|as well|)",
        "~(the|my) {clocktime} (one|alarm) (too|as well|also)",
        "~(and|also) (cancel|delete|remove|drop) the {clocktime} (one|alarm) (too|as well|)",
        "*~(and|also) the (one|alarm) (at|for) {time} (too|as well|)",
        "~(no,|sorry,|) I (meant|mean) the {clocktime} (one|alarm)", "~(no, |sorry, |) the {clocktime} one",
        "~(not that one|the other one|no), the {clocktime} (one|alarm)",
        "~the one (at|for) {time} (I meant|instead|please)",
        "~(switch|turn|put|set) it (back |)on (again|) => set_alarm time",
        "~(set|make|create) it again => set_alarm time",
        "~(no, |actually |oh, |wait, |sorry, |)(keep|leave) it (on|) (after all|please|) => set_alarm time",
        "~I (do|still|will) need it (after all|) => set_alarm time",
        "~(no, |sorry, |) (that was wrong|don't cancel it|undo that|bring it back|I want it back) => set_alarm time",
        "~(set|turn|switch|put) it (back|) on again (for|at) {time} => set_alarm",
        "~(sorry, |) I (do|still) need (an alarm|one) (at|for) {time} => set_alarm",
        "~(and|but) (a timer for|start a timer for|set a timer for) {duration} => set_timer",
        "~do one for {time} instead => set_alarm", "~same for the {clocktime} one",
        "~and let's have a new one at {time} => set_alarm", "~it's the {clocktime} alarm I meant",
        "~let's have it back on => set_alarm time",
        # second round
        "~(make|let's make|have) a new one (at|for) {time} => set_alarm",
        "~(replace|swap) it (with|for|by) (one at|one for) {time} => set_alarm",
        "~(and|now|then) (get me up|ring me awake|wake us) {attime} (instead|) => set_alarm",
        "~I'd rather (get up|be woken|wake up) {attime} => set_alarm",
        "~(and|so) put (one|a new one|another one) on {fortime} => set_alarm",
        "~but (wake|ring) me {attime} => set_alarm", "*~(a|one|new) alarm {fortime} instead => set_alarm",
        "~let it ring {attime} instead => set_alarm",
        "~I (will|do) need to (get up|be up|wake up) {attime} though => set_alarm",
        "~(make|set) the new one (at|for|to) {time} => set_alarm",
        "~(the|my) {clocktime} (one|alarm) can (go|be deleted|be cancelled) (too|as well|also)",
        "~(and|also) get rid of the {clocktime} (one|alarm)",
        "~(and|also) the one I (set|have|made) (at|for) {time} (too|as well|)",
        "~I (don't|do not) need the {clocktime} one (either|as well|)",
        "~(same|do the same) (with|for) the one (at|for) {time}",
        "~(no, |sorry, |oh, |)not that one, the one (at|for) {time}",
        "~(wrong|that was the wrong) (one|alarm), the {clocktime} one",
        "~I was talking about the {clocktime} (one|alarm)", "~the alarm (at|for) {time}, that's the one (I meant|)",
        "~only the {clocktime} (one|alarm) (please|)",
        "~(restore|reactivate|enable|activate) it (again|) => set_alarm time",
        "*~put it back (please|again|) => set_alarm time",
        "~(no, |oh no, |sorry, |)(don't|do not) (delete|remove|cancel|drop) it (after all|) => set_alarm time",
        "~(it|that|the alarm) should (stay|stay on|ring after all) => set_alarm time",
        "~(I changed my mind|on second thought), (keep it|leave it on|I want it|I need it) => set_alarm time",
        "*~(turn|switch) (it|the alarm) (on again|back on) (after all|) => set_alarm time",
        "~I do have to get up (after all|then) => set_alarm time",
    ),
    "set_timer": (
        "~(no,|actually|rather|better|oh,|) (make it|make that|change it to|set it to|set it for|rather) {duration}",
        "~(no,|wait,|sorry,|oops,|no no,|hang on,) {duration}",
        "~(no, |sorry, |) I (meant|mean|said|want|wanted) {duration}",
        "~{duration} (would be better|instead|is better|is enough|will do|rather|please)",
        "~(not long enough|too short|too long|that's too short|that's too long), (make it|) {duration}",
        "~(can you|could you|please|) (change|set|put|extend|shorten|?) (it|the timer|that) to {duration}",
        "~(better|rather|maybe|perhaps|say) {duration}", "~how about {duration} (instead|)",
        "~(it|that) (should|must) be {duration}",
        "~(it needs|they need|it takes|the recipe says|the box says) {duration}",
        "~(change|reset|restart) (it|the timer|that timer) (to|for|with) {duration}", "~actually {duration}",
        "~a {span} one (instead|rather|please)",
        "*~(and|also) (another|another one|one more|a second one|a second timer) (for|of) {duration}",
        "~(and|also|then) (one|another|a timer) (for|of) {duration} (too|as well|)",
        "~(and|plus) a {span} (one|timer) (too|as well|)",
        "(add|set|start|make) (another|another one|another timer|a second timer|one more) (for|of) {duration}",
        "~(then|next|after that) {duration}", "~{duration} (for the second one|for the next one)",
        "~I need (another one|a second one|one more|a second timer) (for|of) {duration}",
        "~(and|now) {duration} for the (tea|rice|eggs|pasta|sauce|oven|break)",
        "~(and|also|then) (an alarm|set an alarm|wake me) {attime} => set_alarm",
        "~(no, |) (an alarm|wake me up) {attime} (instead|rather) => set_alarm", "~let's say {duration}",
        "bump it to {duration}", "~make the timer {duration} after all", "~that should have been {duration}",
        "~and have one for {duration}",
        # second round
        "~(shift|turn|reset|alter|adjust|correct|edit) (it|that|the timer) to {duration}",
        "~(make|set) (it|that|the timer) {duration} (instead|long|please)",
        "*~(can|could) (it|that|the timer) be {duration} (instead|long|)",
        "~(can|could) we (do|make it|say|go for) {duration} (instead|)",
        "~I (need|want|have|'ve got) {duration} (instead|in fact|really|after all)",
        "~I'd (rather|prefer to) have {duration}",
        "~{duration} (is right|is what I meant|was what I meant|is the right time|it is)",
        "~(not that long|not so long|longer|shorter|less|more), {duration}", "~(not {duration}|no), {duration}",
        "~(on second thought|come to think of it|my mistake|my bad|oh wait), {duration}",
        "~(start|begin) (it|again|over) with {duration}", "~instead of {duration}, (make it|take|do) {duration}",
        "~(from|change it from) {duration} to {duration}",
        (
            "~(the box|the label|my wife|the recipe|it) (says|actually says|said) {duration}, (change it|so change "
            "it|fix that)"
        ),
        "~{duration} (might|should|would) be (enough|plenty|better|right)",
        "~let (it|the timer) run (for|) {duration} (instead|)",
        "*~(and|plus|also) {duration} (too|as well|on a second timer)",
        "~(and|also) time (the sauce|the rice|the other one|the potatoes) for {duration}",
        "~(and|also|then) a (new|separate|different) one (at|with) {duration}",
        "~(and|also) the (rice|sauce|tea|eggs|oven) (needs|need|takes|gets) {duration}",
        "~(start|run|give me) (a second|another|a new|one more) one (for|of|with) {duration}",
        "~(when it's done|once it rings|after this one), (another|start|one of) {duration}",
        "~(and|also|then) (beep|tell me|ring) (again|) in {duration}", "~(and|then) get me up {attime} => set_alarm",
        "~(I'd rather have|no, I need|better) an alarm {fortime} => set_alarm",
    ),
}  # fmt: skip

# function, first sentence, question, answer
INCOMPLETE = (
    (
        "set_alarm",
        (
            "(set|create|make|add|start) (an|my|the|a new|another) alarm|(?) (an|a new) alarm"
            "|(set alarm|alarm|new alarm|an alarm|alarm clock)"
            "|(wake me up|wake me|get me up|don't let me oversleep|I want to be woken)"
            "|(I need|I want|I'd like|can I have|could I get|let's set) (an|a new) alarm"
            "|(can|could|would|will) you (wake me|wake me up|set an alarm|set my alarm)"
            "|(set|put) (an|the|my) alarm for me|I (have|need|want) to (wake|get) up early"
            "|*(program an alarm|get me out of bed|an alarm would be good)"
        ),
        "What time should I set it for?",
        "(at|for) {time}|{attime}|{time}|(let's say|make it|say|maybe) {time}|(at|for|*around) {time}|{fortime}",
    ),
    (
        "set_timer",
        (
            "(set|start|make|create|add|run|begin|?) (a|the|my|another|a new) timer"
            "|(set timer|timer|new timer|a timer|countdown|start timing)"
            "|(I need|I want|I'd like|can I have|could I get|let's start) a (timer|countdown|kitchen timer)"
            "|(time|count down) (this|something|it) (for me|)|(start|begin) (a|the) countdown"
            "|(can|could|would) you (time|set a timer for|start a timer for) (me|this|my eggs|the pasta)"
            "|(set|start) (an egg|a pasta|a kitchen|an oven) timer"
            "|*(run a timer|a timer would be good|put a timer on)"
        ),
        "For how long?",
        "(for|) {duration}|{duration}|(let's say|make it|say|maybe|set it to) {duration}"
        "|{duration} (will do|is enough|is fine)",
    ),
)  # fmt: skip
