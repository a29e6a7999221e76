"""How people ask for reminders, calendar events, notes and entries of lists.

Patterns as explained in the package's docstring. These functions hold free text, so that each sentence must show where
the text begins and ends: by its verb ("remind me to"), a colon, a comma and a new clause, or a day and time after it.
"remember to" and whatever is to be done is a reminder; "remember that" and whatever is so is a note. An event speaks of
a calendar, diary, agenda or schedule, or names a day or time after a verb of planning; a list's entry speaks of a list.
{deed} is an entry that is to be done: whole on a list of things to do, while what has to be bought is the thing alone
("I need to get milk, add it to the shopping list"). {dayname} is a day without "on".

The file is long because it is a list: a model that knows no other English has to read what people say here.
"""

REQUESTS = {
    "create_reminder": (
        # a deed, with no time
        "remind me to {task}", "(remind|remind|?) me to {task} {when}", "(set|create|add|make|?) a reminder to {task}",
        "don't let me forget to {task}", "~I (need|have|want) to remember to {task}",
        "~(reminder|new reminder|reminder for me): {task}", "~I (must not|mustn't|can't) forget to {task}",
        "make sure I don't forget to {task}", "help me (remember|not forget) to {task}", "remember to {task}",
        "don't forget to {task}", "(set|add|create|?) reminder to {task}", "remember I (have|need) to {task}",
        "~(my memory is awful|I'm so forgetful|I keep forgetting things), remind me to {task}",
        "~would you mind reminding me to {task}", "~I keep forgetting to {task}, (remind me|set a reminder)",
        "(set|add|?) a reminder: {task}", "~remind me: {task}", "*~I always forget to {task}, remind me",
        "~could I get a reminder to {task}", "(leave|?) me a reminder to {task}", "see to it that I {task}",
        # a deed, then when
        "remind me to {task} {when}", "remind me to {task} {when}", "remind me to {task} {when}",
        "(set|create|add|make|put|schedule|?) a reminder to {task} {when}", "don't let me forget to {task} {when}",
        "*~I (need|have|want) to remember to {task} {when}", "~(reminder|a reminder) to {task} {when}",
        "~I (need|want|could use) a reminder to {task} {when}", "make sure (that|) I {task} {when}",
        "~I (must not|mustn't|shouldn't|can't) forget to {task} {when}", "(tell|?) me to {task} {when}",
        "remind me that I (need|have|ought|want) to {task} {when}", "help me (remember|?) to {task} {when}",
        "(remember|don't forget) to {task} {when}", "~please remember me to {task} {when}", "~remind me {task} {when}",
        "~(I have|I need|I want|I ought|I've got) to {task} {when}, (remind me|don't let me forget|set a reminder)",
        "~I (promised|agreed) to {task} {when}, (remind me|make sure I do|don't let me forget)",
        "~is there any chance you'd remind me to {task} {when}", "~can I be reminded to {task} {when}",
        "~would you mind reminding me to {task} {when}", "~how about a reminder to {task} {when}",
        "~reminder {task} {when}", "~reminder {when} {task}", "~I'd like (to be reminded|a reminder) to {task} {when}",
        "~we (have|need) to {task} {when}, remind (me|us)", "(alert|buzz|?) me to {task} {when}",
        "~(yeah so|so|right,) I gotta {task} {when}, remind me",
        "(set|add|create|make|?) reminder to {task} {when}",
        "remind me to {task} {when}, (it's important|it's urgent|I always forget|I forgot last time|or I'll forget)",
        "*make me remember to {task} {when}", "~I (might|will) forget to {task} {when}, so remind me",
        "(give|send|?) me a (reminder|shout) to {task} {when}", "~{task} {when}, remind me",
        "*~reminder: {task} {when}",
        "~(my memory is bad|I'm so forgetful|I'm getting old), remind me to {task} {when}",
        "~it's important that I {task} {when}, remind me", "keep reminding me to {task} {when}",
        # when, then a deed
        "(remind|remind|?) me {when} to {task}", "remind me {when} to {task}", "remind me {when} to {task}",
        "(remind|tell|?) me {when} that I (have|need) to {task}", "remind me {when} that {note}",
        "~{when} remind me to {task}", "~{when}, remind me to {task}",
        "*(set|create|add|put|?) a reminder {forwhen} to {task}", "(tell|?) me {when} to {task}",
        "(give|?) me a (reminder|nod) {when} to {task}", "*~reminder {forwhen}: {task}", "~reminder {when} to {task}",
        "(send|?) me a reminder {when} to {task}", "~{when} I (have|need|ought) to {task}, remind me",
        "*~could you remind me {when} (please|) to {task}", "(alert|buzz|?) me {when} to {task}",
        "~I (need|want|would like) a reminder {forwhen} to {task}", "~remind me {when}: {task}",
        "~(when it's|come) {time}, remind me to {task}", "make sure that {when} I {task}",
        "~{when} I mustn't forget to {task}", "~{when} don't let me forget to {task}",
        "(set|set up|?) a reminder {forwhen}: {task}", "set reminder {when} {task}",
        "~I need to be reminded {when} to {task}",
        # a deed first, the time in a clause of its own
        "~I (have|need|want) to {task}, remind me {when}", "~I always forget to {task}, remind me {when}",
        "~I (still|really) (have|need) to {task}, set a reminder {forwhen}", "*~{task}, remind me {when}",
        "~I keep forgetting to {task}, so (remind me|set a reminder) {when}",
        # a thing
        "remind me (about|of) {topic}", "(remind|remind|?) me (about|of) {topic} {when}",
        "*remind me {when} (about|of) {topic}",
        "(set|create|make|add|?) a reminder (for|about|of) {topic}",
        "*(set|make|?) a reminder (about|for) {topic} {when}",
        "*don't let me forget (about|) {topic}", "don't let me forget (about|) {topic} {when}",
        "*~I (mustn't|can't|must not) forget (about|) {topic} {when}", "~reminder (about|for|of) {topic} {when}",
        "~there's {topic} {when}, remind me", "*~I (have|have got) {topic} {when}, remind me",
        "~{when} remind me (about|of) {topic}", "(set|create|?) a reminder {forwhen} (about|for) {topic}",
        "~I need a reminder (about|for|of) {topic} {when}", "(send|?) me a reminder about {topic} {when}",
        # held out
        "nudge me to {task} {when}", "nudge me {when} to {task}", "jog my memory {when} to {task}",
        "put in a reminder to {task}", "~I'm afraid I'll forget to {task} {when}, remind me",
        "prompt me to {task} {when}", "pop up a reminder {forwhen} to {task}",
        "~would it be possible to be reminded to {task} {when}", "~my memory is awful, so {when} tell me to {task}",
        "~I'll need reminding {when} to {task}", "drop me a reminder about {topic} {when}",
        "ensure I remember to {task} {when}", "~I could do with a reminder {when} to {task}",
        "never let me forget to {task}",
        # second round: a deed and a time
        "*(ping|poke|?) me to {task} {when}", "(ping|poke|message|?) me {when} to {task}",
        "(ping|alert) me {when} because of {topic}",
        "(put|set|place|?) a reminder {forwhen} (that|saying|saying that) I (have|need|ought) to {task}",
        "(have|get) a reminder (ready|set|come up) {forwhen} to {task}", "(see|make sure|check) that I {task} {when}",
        "(wake|shake) my memory {when} to {task}", "(give|leave|send) me a (heads up|tip|hint) {when} to {task}",
        "~I'd (appreciate|like|love|want) a (nudge|reminder|heads up) {when} to {task}",
        "~(can|could|would) you (see|make sure) (that|) I (don't forget|remember) to {task} {when}",
        "~(can|could) you notify me {when} that it's time to {task}",
        "~what I (mustn't|shouldn't|can't) forget {when} is to {task}",
        "~(it would|it'd) be (great|nice|good) (to be reminded|if you reminded me) {when} to {task}",
        "~please {when} a reminder to {task}", "~please {when} remind me: {task}", "~{when}: remind me to {task}",
        "~{when} is when I (have|need|want) to {task}, remind me", "~{when} (ping|tell|alert|notify|?) me to {task}",
        "~{when} I'm (supposed|meant) to {task}, (remind me|ping me)",
        "~{when} it's time to {task}, (remind me|don't let me forget|set a reminder)",
        "~(I'm|we're) (supposed|meant|going|planning) to {task} {when}, (so|) (remind me|set a reminder|ping me)",
        "~I (have been told|was asked|was told) to {task} {when}, (please|) (remind me|don't let me forget)",
        "~(somebody|someone) has to {task} {when}, (remind me|set a reminder for me)",
        "~to {task} {when}, that's what I need (reminding of|a reminder for)",
        "~I (won't|will never|won't ever) remember to {task} {when}, (so|) (remind me|set a reminder)",
        "~I (can never|never) remember to {task}, (remind me|ping me|set a reminder|tell me) {when}",
        "~I (still|really|also) (haven't found|need) time to {task}, (remind me|set a reminder|ping me) {when}",
        "~if I (don't|forget to) {task} I'm in trouble, (remind me|set a reminder|don't let me forget)",
        "~{task}, (please|) (set|add|make) a reminder {forwhen}", "*~{task}, a (nudge|reminder) {when} please",
        "~{task} {when}, (set|make|add) a reminder (for that|)", "~{task} {when}, don't let me forget",
        # the day, the deed, the time
        "~tomorrow remind me to {task} at {time} => day=tomorrow",
        "remind me tomorrow to {task} at {time} => day=tomorrow",
        "remind me on (the|) friday to {task}, at {time} => day=friday",
        "~on monday at {time}, {task}, remind me => day=monday",
        "~tomorrow I (have|need|want) to {task}, remind me at {time} => day=tomorrow",
        "~on saturday I (have|need|ought) to {task}, (remind me|set a reminder) at {time} => day=saturday",
        "~wednesday I (must|have to) {task} at {time}, reminder please => day=wednesday",
        "~on thursday, {time}, remind me to {task} => day=thursday", "~sunday reminder, {time}: {task} => day=sunday",
        # a deed, with no time
        "(ping|nudge|?) me to {task}", "(tell|alert|instruct) me that I (have|need) to {task}",
        "~I'm (bound|likely) to forget to {task}, (so|) (set|make|add) a reminder",
        "*~(don't|never) let it slip my mind (that I have|) to {task}", "~I'd like to be reminded to {task}",
        "~{task}, that needs a reminder", "~can I (have|get) a reminder to {task}", "~new reminder to {task}",
        # an event, which is no deed
        "~I'm (at|due at|going to|expected at) {appointment} {when}, (set a reminder|ping me|don't let me forget it)",
        "~{topic} {when}, (remind me|ping me|set a reminder|tell me) (about it|of it|about that)",
        "~{topic} is {when}, (so|please|) (remind me|set a reminder|don't let me forget)",
        "~{when} is {topic}, (remind me of it|don't let me forget|set a reminder for that)",
        "~I (mustn't|can't|shouldn't|don't want to) miss {topic} {when}, (remind me|set a reminder|ping me)",
        "~(we're|I'm) invited to {appointment} {when}, (remind me|set a reminder|don't let me forget)",
        "~as I have {appointment} {when} I'd like a reminder", "don't let {topic} {when} slip my mind",
        "(see to it|make sure) that I don't (forget|miss) {topic} {when}", "*make sure I don't (forget|miss) {topic}",
        "~how about a reminder (of|about|for) {topic} {when}", "~I (want|need) to be reminded {when} of {topic}",
        "(give|leave|send|?) me a (nudge|heads up) about {topic} {when}",
        "(add|put|make|create|?) a reminder called {topic} {forwhen}", "~reminder {when}, {topic}",
        "be sure to remind me (of|about) {topic}", "*keep reminding me (about|of) {topic} {when}",
        "~I (keep|always end up) forgetting {topic}, (remind me|set a reminder|ping me) {when}",
        "~{topic} {when}, I need a reminder", "~{topic}, (remind me|ping me|reminder) {when}",
        "~there's {topic} coming up {when}, (remind me|set a reminder|please remind me of that)",
        "*~what I (mustn't|shouldn't) forget is {topic} {when}, (set a reminder|remind me)",
        "bring {topic} up {when}, (I mustn't forget it|so that I remember it)",
    ),
    "add_event": (
        # into the calendar, then when
        "(add|put|create|schedule|make|?) {title} (to|in|on) (my|the|our|) calendar {forwhen}",
        "(add|put|write|enter|?) {title} (to|in|on|into) (my|the) calendar",
        "(enter|note|write|?) {title} in (my|the) (calendar|diary|agenda) {forwhen}",
        "(mark|save|record|?) {title} (in|on) my calendar {forwhen}", "(add|?) {title} to (my|the) schedule {forwhen}",
        "(put|write|add|note) (in|into|to|on) (the|my|) (agenda|calendar|diary) {title} {forwhen}",
        "(pop|stick|chuck|get) {title} (on|in) (my|the) (calendar|diary|agenda) {forwhen}",
        "(put|?) {title} (in|into) (my|the) (diary|agenda|planner|schedule) {forwhen}",
        "(get|?) {title} on my calendar {when}",
        "(book|?) {title} (into|in) (my|the) calendar {forwhen}", "(add|save|?) {title} as an event {when}",
        "(add|?) {title} to (my|the|our|) (calendar|diary|agenda|planner)",
        "put {title} down in the calendar {forwhen}",
        "~I (want|need|would like) {title} (in|on) (my|the) calendar {forwhen}",
        "~could I (get|have) {title} (in|on) my calendar {forwhen}", "*~{title} (in|into|on) the calendar {forwhen}",
        # when, then into the calendar
        "(add|put|write|enter|?) {title} {when} (to|in|on|into) (my|the) (calendar|diary|agenda)",
        "*~{title} {when} (in|into) the (calendar|diary|agenda)", "(schedule|?) {title} {when} (in|on) my calendar",
        "*~(can|could) we put {title} {when} (in|on) the calendar", "(enter|?) {title} {when} into the agenda",
        # a verb of planning
        "schedule {title} {forwhen}", "(schedule|schedule|?) {title} {when}", "*(put|add|create) {title} {when}",
        "(book|make|fix) {title} {forwhen}", "plan {title} {forwhen}", "(set up|organise) {title} {forwhen}",
        "(arrange|organize|set up) {title} {when}", "put me down for {title} {when}", "put in {title} {when}",
        "plan in {title} {when}",
        "schedule {when} {title}", "~let's (plan|schedule|have|arrange) {title} {when}",
        "save the date for {title} {when}", "~save the date: {title} {when}", "(reserve|?) a slot for {title} {when}",
        "(make|find|?) time {when} for {title}",
        "~I (want|need|would like) to (schedule|plan|arrange|set up) {title} {when}",
        "~is there any chance you'd schedule {title} {forwhen}", "~(can|could) we schedule {title} {when}",
        "~would you mind scheduling {title} {forwhen}",
        # an event, an entry
        "(add|create|make|new|?) (an|a calendar|a new) event {title} {when}", "*~new event {title} {when}",
        "(add|create|make|?) an event (called|named|for) {title} {when}", "~new event: {title}",
        "~event: {title} {when}",
        "*(create|?) a calendar entry {forwhen}: {title}", "(add|make|?) a calendar entry for {title} {when}",
        "(set|?) a (meeting|calendar event|date) for {title} {when}", "~new event {when}: {title}",
        "(create|?) an event {forwhen} called {title}", "make an entry {forwhen}: {title}",
        "~new event {forwhen}, {title}",
        "add an event {when}, {title}", "~calendar event {title} {when}", "~new calendar entry: {title} {when}",
        "~event {when}: {title}",
        "make a new entry in my (calendar|diary) {forwhen}: {title}", "~(new|) appointment: {title} {when}",
        "(create|?) an event called {title}", "(add|?) an event to (my|the) calendar called {title} {when}",
        # the calendar first
        "*~calendar: {title} {when}", "~calendar {when}: {title}", "*(add|?) to my calendar: {title} {when}",
        "(put|?) (this|it) in my calendar: {title} {when}", "~in my calendar put {title} {forwhen}",
        "*(put|?) in my (calendar|diary) {forwhen}: {title}", "add to the (agenda|schedule|diary) {forwhen}: {title}",
        "~for the calendar: {title} {when}", "~my calendar needs {title} {when}", "update my calendar: {title} {when}",
        # somebody says what there is
        "~I have {title} {when}, (put|add|write) it (in|to|on) my calendar",
        "~(we have|I have|we've got|I've got) {title} {when}, (put|add) (it|that) (in|to|on) the (calendar|diary)",
        "~{when} (I have|there's|we have) {title}, (add|put) (it|that) (to|in|on) (my|the) calendar",
        "~{title} is {when}, (add|put|note) (it|that) (to|in) (my|the) (calendar|diary|agenda)",
        "~there's {title} {when}, (add|put) (it|that) (to|in|on) (my|the) calendar",
        "~I'm going to {title} {when}, put it in my calendar", "~we're having {title} {when}, note it in the calendar",
        "~{title} (has been|was) moved to {dayname}, (put|note) that in my calendar",
        "~I've got {title} {when}, calendar please",
        "~I was invited to {title} {when}, (save|put|add) it (in|to) my calendar",
        "~I'm busy {when} with {title}, add it",
        "~{title} starts {when}, put it in the calendar",
        # held out
        "pencil in {title} {forwhen}", "slot in {title} {when}", "block time for {title} {when}",
        "log {title} in my agenda {forwhen}", "~there's {title} {when}, stick it on my calendar",
        "squeeze {title} into my schedule {when}", "~we're going to {title} {when}, so add that to the diary",
        "jot {title} {when} in the diary", "~{when} it's {title}, note that in my calendar",
        "register an event {forwhen}: {title}", "~I'd like to have {title} on the calendar {forwhen}",
        "set aside time {when} for {title}", "*~calendar entry {forwhen}: {title}",
        # second round: the calendar, then when
        "(insert|file|type|drop|?) {title} (into|in) (my|the|our) (calendar|diary|agenda|planner) {forwhen}",
        "(have|get) {title} (put|written|entered) (in|into) (my|the|our) (calendar|diary|agenda|planner) {when}",
        "(record|log|mark|?) {title} {when} (in|on|into) (my|our|the) (calendar|planner|schedule|diary)",
        "~{title} (goes|belongs|should be|has to be) (in|on) (my|the|our) (calendar|diary|agenda) {forwhen}",
        "~(my|our|the) (calendar|diary|agenda|schedule) should (have|show|say) {title} {when}",
        "~I'd like {title} (in|on) (our|my|the) (diary|agenda|planner|schedule) {forwhen}",
        "~(can|could|may) (I|we) (have|get) {title} (scheduled|planned|entered|booked) {forwhen}",
        "~how about (putting|adding|writing) {title} (in|into|to) (my|the|our) (calendar|diary) {forwhen}",
        "~why (don't|not) (you|we) (put|write|enter) {title} in (my|the|our) (calendar|diary) {forwhen}",
        "(let|make) (my|the|our) (calendar|agenda|diary) (show|say|have) {title} {when}",
        "(open|get|take) (my|the|our) (calendar|diary|agenda) and (put|enter|write) {title} (in|down|) {forwhen}",
        # the title first, or the time
        (
            "~{title} {when}, (please|) (put|add|write|get|?) (it|that|this) (in|into|on|to) (my|the|our) "
            "(calendar|diary|agenda|schedule)"
        ),
        "~{title} {when}, (schedule it|put it down|book it in|plan it in|calendar)",
        "~{title} {when}, (can|could) you (add|put|enter) (it|that) (to|in|on) (my|the|our) (calendar|diary)",
        "~{title}, {when}, for (my|the|our) (calendar|diary|agenda)",
        "~{title}, (put|add|enter|write|?) (it|that) (in|into|on) (my|the|our) (calendar|diary|agenda) {forwhen}",
        "~{when} {title}, (put|get|write|enter|?) (it|that) (in|into|on) (my|the|our) (calendar|diary|agenda)",
        "~{when}: {title}, (calendar|diary|agenda) please",
        "~{when} (put|enter|schedule|write) {title} in the calendar",
        "*~{when} is {title}, (add|put|write|enter) (it|that) (to|in|into) (my|the|our) (calendar|diary)",
        "~{when} in (my|the|our) (calendar|diary|agenda): {title}", "~{when}, new (event|entry|appointment): {title}",
        # the day, the title, the time
        (
            "~tomorrow (there's|I have|we have|it's) {title} at {time}, (put|write) it in my (calendar|diary) => "
            "day=tomorrow"
        ),
        "~friday {title} at {time}, (add|put) (it|that) (to|in) (my|the|our) calendar => day=friday",
        "(put|enter|write|add) {title} at {time} in (my|the|our) (calendar|diary) for sunday => day=sunday",
        "(schedule|plan|book|enter) {title} tomorrow, {time} => day=tomorrow",
        "(put|schedule|enter) on (saturday|saturday's page) {title} at {time} in my diary => day=saturday",
        "~at {time} {title} in (my|the|our) calendar on wednesday => day=wednesday",
        "(add|schedule|enter) for tuesday {title} at {time} => day=tuesday",
        "~thursday, {title}, {time}, calendar => day=thursday",
        "~on monday we have {title}, it (starts|begins) at {time}, (calendar|put it in the calendar) => day=monday",
        # a verb of planning
        "(keep|hold|block|reserve) {dayname} (free|) for {title}", "(block|free) up {dayname} for {title}",
        "(set|fix|arrange|reserve) a (date|slot|time) {forwhen} for {title}", "set {title} for {dayname}",
        "(sign|mark|note|write|book) me (in|down) for {title} {forwhen}", "make room for {title} {when} in my schedule",
        "~I (want|need|have|wanted) to (fit in|plan in|put in|book in) {title} {when}",
        "~let's (put|set|fix|book) {title} {forwhen}",
        "*~(could|can) {title} be (scheduled|planned|put in|booked) {forwhen}", "~{title} needs a slot {when}",
        "~I'm (planning|scheduling|organising|having) {title} {when}, (add|save|enter) (it|that)",
        # an event, an entry
        "(add|make|create|open|?) a new (event|appointment|entry) (titled|called|with the title|named) {title} {when}",
        "*(add|create|make|enter|?) {title} as (an appointment|a new event|an entry|a date) {forwhen}",
        "*(add|make|create|?) (an appointment|a date) {forwhen}(:|,) {title}", "~appointment {when}: {title}",
        "~(event|appointment|entry|date), {when}, {title}", "~(an|one more|another) event called {title} {when}",
        "(create|add|make|?) an event {when} and (call|name|title) it {title}", "~to schedule: {title} {when}",
        "~I (need|want|would like) an (event|entry|appointment) {forwhen} (called|named|for) {title}",
        "~one more (date|entry|thing) for (my|the|our) (planner|diary|agenda): {title} {when}",
        # somebody says what there is
        (
            "~(I|we) (agreed to|signed up for|said yes to|have tickets for) {title} {when}, (add|put) it (to|in) the "
            "calendar"
        ),
        (
            "~(they|the others) (planned|scheduled|set|fixed) {title} {forwhen}, (put|enter|get) (it|that) (in|into) "
            "my calendar"
        ),
        (
            "~my (boss|wife|school|doctor) (booked|arranged|set up) {title} {forwhen}, (note it in|add it to) "
            "(my|the) diary"
        ),
        (
            "~{title} (takes place|happens|will be|is happening|is on|begins) {when}, (add|put|save|get) (it|that) "
            "(to|in|on|into) (my|the|our) (calendar|diary|agenda|schedule)"
        ),
        "~I won't be free {when}, (I have|there's|it's) {title}, (mark|block|note) it in my calendar",
        "~I'm (off|going|supposed to go|expected) to {title} {when}, (put|add|note) that (in|to) the agenda",
        "~as {title} is {when}, (enter|put|write) it (in|into) (my|the|our) (calendar|diary|agenda)",
        "~(we|I) (decided on|settled on|chose|picked) {dayname} for {title}, (put|enter) that in (my|the|our) calendar",
        "~I've (booked|planned|scheduled|arranged) {title} {forwhen}, (add|put|get) it (to|in|into) (my|the) calendar",
    ),
    "create_note": (
        # make a note
        "*(make|take|create|write|add|save|start|?) a (note|new note|quick note): {note}",
        "(make|take|create|write|save|?) a (note|quick note) that {note}",
        "(make|take|create|write|?) a note saying {note}",
        "*(make|take|keep|?) a note of {note}", "*(make|?) a note for me that {note}", "take note that {note}",
        "make note: {note}", "add a note {note}",
        "(save|?) a note with {note}", "(keep|?) a note that {note}", "(leave|?) a note (saying|that) {note}",
        "leave myself a note that {note}", "leave me a note: {note}", "(create|?) a note with the text {note}",
        "(make|write|?) me a note: {note}", "write (myself|me) a note that {note}", "start a new note: {note}",
        "~I (need|want|would like) to make a note that {note}", "~could I (get|have) a note saying {note}",
        "~I'd like a note that {note}", "~is there any chance you'd make a note that {note}",
        "~would you mind making a note that {note}", "~let's make a note: {note}",
        "*(create|?) a (memo|note) saying that {note}",
        "(open|create) a new note and write {note}", "make a quick note, {note}", "take a note, {note}",
        # note
        "*~note: {note}", "~new note: {note}", "*~new note {note}", "note that {note}", "*note down {note}",
        "note down that {note}", "please note {note}", "please note that {note}", "~(note|memo) to self: {note}",
        "~note to self, {note}", "~note to myself: {note}", "*~note {note}", "~notes: {note}", "~quick note: {note}",
        "note this: {note}", "note for later: {note}", "note the following: {note}", "~another note: {note}",
        # write down
        "write down {note}", "write down that {note}", "write this down: {note}", "*write that {note}",
        "(jot|take|put|?) down {note}", "put down that {note}", "write (this|it) down for me: {note}",
        "~I (need|want|have|should) to (note|write) down that {note}", "*~let me write down {note}",
        "(write|?) down the following: {note}", "write this down so I don't forget: {note}", "take this down: {note}",
        "~before I forget, (write down|note|note down) that {note}", "~write down for later that {note}",
        "~I need this (written down|in my notes): {note}", "type (this|up|out): {note}", "*get this down: {note}",
        # the notes
        "(add|put|save|?) (this|) (to|in) my notes: {note}", "(put|save|write|store|?) {note} in my notes",
        "*(add|save|?) {note} to my notes", "(write|?) in my notes that {note}", "(put|?) in my notes that {note}",
        "(save|?) to my notes that {note}", "keep in my notes that {note}", "(add|?) a line to my notes: {note}",
        "~in my notes, write {note}", "~for my notes: {note}", "(put|?) the following in my notes: {note}",
        # keep, save, remember
        "(save|keep|store) (this|a memo|this for later): {note}", "(take|make|write|?) a memo: {note}",
        "remember that {note}", "remember this: {note}", "*remember for me that {note}", "keep in mind that {note}",
        "~I (want|need) to remember that {note}", "~I (must not|mustn't|can't) forget that {note}",
        "~don't let me forget that {note}", "~so I don't forget: {note}", "~memo to me: {note}",
        "~for later: {note}", "keep this in mind: {note}", "save the information that {note}",
        "hold on to this: {note}", "~something to remember: {note}", "~for the record, {note}",
        # the text first
        "~{note}, (note|write) that down", "~{note}, make a note (of it|of that)",
        "~{note}, (save|put) that in my notes",
        "~{note}, remember that for me", "~{note}, write it down",
        # held out
        "scribble down {note}", "record that {note}", "~memo: {note}", "log a note: {note}",
        "put on record that {note}", "pen a note saying {note}", "~here's a note for later: {note}",
        "~I'd like you to keep a note of this: {note}", "~let me make a quick memo: {note}",
        "~one for my notes: {note}", "file a note that {note}", "draft a note saying that {note}",
        "~this needs writing down: {note}", "capture this in my notes: {note}",
        # second round: make a note
        "(compose|begin|put together) a note which (says|reads|goes) {note}",
        "(make|add|create|write|save) a (note|new note|text note) (that says|that reads|which says|reading): {note}",
        "(make|leave|keep|take) a (brief|short|little|small) note (that|about this,) {note}",
        "*(put|get|save|store|?) (this|that|the following) (in|into) a (note|new note|memo): {note}",
        "(turn|put|make) this into a note: {note}", "(give|write) me a note (that says|saying|with) {note}",
        "(create|make|take|?) a (voice|quick|written) memo: {note}", "(make|?) a (memo|mental note) that {note}",
        "~I('d like| want| need) a (new|quick|short|) note (saying|that says|with): {note}",
        "~(can|could|may) I (leave|dictate|make) (you|) a note (that|saying) {note}",
        "~(my|the|a) note should (say|read): {note}", "~the note says {note}", "*~(here's|this is) my note: {note}",
        "~(here|now) (comes|goes) (something|one) for my notes: {note}", "~it's worth a note that {note}",
        "~(handy|useful|good) to know, {note}, (note|save) that",
        # write down
        "(have|see) (this|that|it) (written|noted) down: {note}", "*(get|put) it in writing that {note}",
        "(put|get|set) (this|the following) down in writing: {note}", "(jot|write|note|scribble) this: {note}",
        "(jot|write|note|scribble|?) (it|this|the following) down for (me|later): {note}",
        "(set|mark|put) down (somewhere|for me|for later|) that {note}", "*(type|write) this (up|out|) for me: {note}",
        "~I (must|should|ought to|better) (write|jot|put) (this|it) down: {note}",
        "~(can|could|would) you (write|jot|take|put) (this|something) down (for me|): {note}",
        "*~please (somewhere|) write (down|) for me that {note}", "~to be (written down|noted): {note}",
        "~what I (want|need) (written|noted) down is {note}", "~worth (noting|writing) down: {note}",
        # the notes
        "(enter|record|log|drop|?) {note} in (my|the) notes", "(append|add|?) to my notes that {note}",
        "(add|append|write|put|?) (this|a line|a line) (in|into|to) my (notebook|notes|note app): {note}",
        "(include|have|note|mention|?) in my notes (that|:) {note}", "~my notes should (say|mention) that {note}",
        "~I (want|need|would like) (to have|) it in my notes that {note}", "~(a line|one more) for my notes, {note}",
        "~(this|the following) (goes|belongs|should go) in my notes: {note}", "*~to my notes: {note}",
        "(put|save|keep|add|get|?) {note} (in|into|among) my notes", "*(open|get) my notes and (write|add|type) {note}",
        # keep, save, remember
        "(store|retain|hold|save) (the fact|the info|the thought) that {note}", "bear in mind that {note}",
        "(keep|hold on to|save|store|remember|?) (this thought|this idea|the following)(:|,) {note}",
        "(don't|never) forget that {note}", "(keep|make|save) a record (that|:) {note}", "~FYI for later: {note}",
        "~let me (remember|not forget|keep in mind) that {note}", "~for future reference(:|,|) {note}",
        "~I'll (want|need|have) to (remember|know) later that {note}", "~I (want|need) to keep in mind that {note}",
        "~(it's|it is) (important|good) to (remember|know) that {note}, (note it|write it down|save that)",
        "~(just so|so that) I (remember|don't forget|know) later: {note}", "~(just|) to remember: {note}",
        "~would you keep in mind (for me|) that {note}", "*~something to keep: {note}",
        "~(an idea|a thought|some info|information) (to keep|to save|to note|worth keeping): {note}",
        # the text first
        "~{note}, (please|) (jot|take|get|put) (that|this|it) down", "~{note}, (keep|save|store|remember) (that|this)",
        "~{note}, (put|write|save|get|add|?) (that|it|this) (in|into) (my|the) notes",
        "*~{note}, (please|) (save|keep|leave|make) (that|it|this|) (as|) a note", "~{note}, (note|memo) to self",
        "~{note}, (I want|I need|I'd like) (that|this|it) (written down|noted|in my notes)",
        "~{note}, (can|could|would) you (note|write|jot) (that|it|this) down (for me|)", "~{note}, as a note please",
        "~I (just|) (learned|heard|found out|noticed|was told) that {note}, (note|write|jot) (it|that) down",
        "~(they|somebody|she|he) told me (that|) {note}, (make a note of it|write that down|put it in my notes)",
        "~(I think|it seems|turns out|apparently) {note}, (make a note|write it down|save that for me)",
    ),
    "add_to_list": (
        # onto a named list
        "(add|put|write|note|?) {item} (to|on) (my|the|our|) {list} list",
        "(add|put|?) {item} (to|on|onto) (my|the|our|) {list} list", "*add {item} to {list}",
        "(add|put) {item} (to|on) (the|my) groceries => list=groceries",
        "add {item} to the shopping => list=shopping",
        "(include|list|enter|?) {item} (in|on|under) (my|the) {list} list", "(get|?) {item} (on|onto) the {list} list",
        "(append|place|save|?) {item} (to|on) (my|the|our) {list} list", "(put|?) {item} down on the {list} list",
        "(put|?) {item} into (my|the) {list} list",
        "(add|?) {item} to (the|my) list for (the|) {list}", "(put|?) {item} on the list (called|named) {list}",
        "~I (need|want|would like) {item} on (my|the) {list} list", "~can we (get|put|have) {item} on the {list} list",
        "~{item} (for|on|to) the {list} list", "*~could I (get|have) {item} on (my|the) {list} list",
        "~(can|could) you add {item} to (my|the) {list} list",
        "~is there any chance you'd put {item} on my {list} list",
        "~would you mind adding {item} to the {list} list", "~{item} (belongs|has to go|goes) on the {list} list",
        "~let's (add|put) {item} (to|on) the {list} list", "make sure {item} is on the {list} list",
        "~don't forget {item} for the {list} list", "~{item}, {list} list",
        "(add|put) {item} (to|on) my {list} list, (we're out|we're having guests|the kids want it|it's on sale)",
        # the list first
        "(add|put|write|?) (to|on) my {list} list {item}", "(add|?) to (my|the|our) {list} list: {item}",
        "*~{list} list: {item}", "~{list} list, add {item}", "~{list}: add {item}",
        "(add|?) another {list} list item: {item}",
        "~(my|the|our) {list} list (needs|should have|is missing|could use) {item}", "~for the {list} list: {item}",
        "*~on (my|the|our) {list} list (put|write|add|I need|we need|I want) {item}", "~on the {list} list, {item}",
        "(start|make|create|?) a {list} list (with|and add|and put on it) {item}", "~new on the {list} list: {item}",
        "(update|?) my {list} list with {item}", "open the {list} list and add {item}", "~to my {list} list add {item}",
        # a reason first
        "~we need {item}, (add|put|write) it (to|on) the {list} list", "~I need {item}, put that on my {list} list",
        "~(we|I) (have|need) to (buy|get) {item}, (add|put) (it|that) (to|on) (my|the) {list} list",
        "~(we're|I'm) (out of|running out of|low on) {item}, (add|put) (it|that|some) (to|on) the {list} list",
        "~I (ran out of|forgot|used up|finished) {item}, add it to my {list} list",
        "~there's no more {item}, (put|add) it (on|to) the {list} list",
        "~(we have|I have|we've got|I've got) no {item}, put it on my list",
        "~I just finished {item}, (put|add) some (on|to) my {list} list",
        "~we forgot {item}, put it on the list",
        "~(the kids|the guests|we all|they) want {item}, put it on the {list} list",
        "~(I'm baking|we have guests|I'm going to the store), (add|put) {item} (to|on) the {list} list",
        "~we could use {item}, add that to the list", "~I have to get {item}, put it on the {list} list",
        # the list has no name
        "(add|put|?) {item} (to|on|onto) (my|the|our) list", "(add|?) {item} to the list", "*add {item}",
        "put {item} on the list",
        "~we're (out of|running low on|almost out of) {item}, (add|put) (it|them|some) (to|on) the list",
        "*~we need {item}, put it on the list", "~{item} on the list", "~{item} (on|for) my list",
        "~on the list: {item}",
        "~I need {item}, (add|put) that (to|on) the list", "~my list needs {item}", "~we need {item} on the list",
        "(write|note|jot|?) {item} on (my|the|our) list", "~there's no {item} left, put it on the list",
        "~let's put {item} on the list", "*~list: {item}", "(add|?) to the list: {item}",
        "~next time we need {item}, list it",
        "*~put on the list: {item}", "*~{item} (needs|has) to go on the list", "~I want {item} added to the list",
        # a deed
        "(add|put|write|?) {deed} (to|on) (my|the) todo list => list=todo",
        "add {deed} to (my|the|) to-do list => list=to-do",
        "(add|put|?) {deed} (to|on) (my|the|our) {list} list", "~{list} list: {deed}", "add to my {list} list: {deed}",
        "~I (have|need|want) to {deed}, (put|add) (it|that) (on|to) (my|the) todo list => list=todo",
        "~todo: {deed} => list=todo",
        "~I (have|need) to {deed}, put it on my to-do list => list=to-do",
        "~we have to {deed}, add it to our chores list => list=chores",
        "*put on my {list} list that I have to {deed}", "~on my todo list: {deed} => list=todo",
        # held out
        "*~I've got to {deed}, so add that to my todo list => list=todo", "chuck {deed} on my todo list => list=todo",
        "chuck {item} on (my|the) {list} list", "stick {item} on (my|our) {list} list",
        "pop {item} on the {list} list", "~{item} should go on the {list} list", "throw {item} (onto|on) our list",
        "~on my {list} list there should be {item}", "~we've run out of {item}, put some on the {list} list",
        "slap {item} on the {list} list", "~I'd love {item} on the list", "~our {list} list lacks {item}",
        "extend the {list} list with {item}", "~we're having guests, so {item} on the {list} list please",
        "insert {item} into the {list} list", "~no more {item}, add that to my {list} list",
        # second round: a named list
        "(drop|toss|tack|pin|?) {item} (onto|on|into) (my|the|our) {list} list",
        "(register|log|save|file) {item} (on|in|under) (my|the) {list} list",
        "jot {item} down (on|for) (my|the|our) {list} list", "(file|list|enter|?) {item} under {list}",
        "(have|get) {item} (added to|put on|written on) (my|our|the) {list} list",
        "see (to it|) that {item} (gets|ends up) on (my|the|our) {list} list",
        "(add|put|write|enter|?) {item} (in|to|on) the list (titled|I call|with the name) {list}",
        "(open|get|take|find) (my|our|the) {list} list and (write|put|note|enter) {item} (on it|there|down)",
        "(begin|set up|open) a list (called|for) {list} (starting with|with|containing) {item}",
        "(complete|top up|fill up|?) (my|our) {list} list with {item}",
        "(let|make) (my|the|our) {list} list (include|contain|have) {item}",
        "(add|put|write) (these|the following|all of this) (to|on) (my|the|our) {list} list: {item}",
        "~a few things for (my|the|our) {list} list: {item}", "~(these|all these) go on (my|our) {list} list: {item}",
        "~I'd like to (see|have|find) {item} on (my|the|our) {list} list",
        "~what about {item} (on|for) (our|the|my) {list} list",
        "~why (don't|not) (you|we) (add|put|write) {item} (to|on) (our|my|the) {list} list",
        "~how about (adding|putting|writing) {item} (to|on|onto) (my|our|the) {list} list",
        "~(may|might) (I|we) (add|put) {item} (to|on) (our|my|the) {list} list",
        "~could {item} be (added to|put on|written on) (my|the|our) {list} list",
        "~can (the|my|our) {list} list (have|get) {item} (on it|)",
        "~{item} (must|should|ought to|will have to) be (added to|on|put on) (my|the|our) {list} list",
        "~{item} (is|are) (missing|still missing) (on|from) (my|the|our) {list} list",
        "~{item} (isn't|is not|aren't) on (my|the|our) {list} list yet, (add|put|write) (it|them) (on|there|down)",
        "*~there (has to|should|must|ought to) be {item} on (my|the|our) {list} list",
        "~(my|our|the) {list} list (wants|is short of|still lacks|should include|is without|has no) {item}",
        "~as for (my|the|our) {list} list, (I need|we need|it needs|there's no) {item}",
        "~{item} please, on (my|the|our) {list} list", "~{item}, that's for (my|the|our) {list} list",
        "~{item}, (put|add|write|note|?) (it|that|them|those) (on|to) (my|the|our) {list} list",
        "~{item} is (something|a thing) (I need|we need|I want) (on|for) (my|the|our) {list} list",
        "~(one more|something|another thing|here's one) for (my|the|our) {list} list: {item}",
        "~the first thing on my (new|) {list} list is {item}", "~{item} (into|under) {list} please",
        "~under {list}(:|,|) {item}", "~under {list} (put|write|I want|add) {item}",
        "~shopping: {item} => list=shopping", "~groceries: {item} => list=groceries",
        "(include|put|have|list) {item} (in|with|among) (the|my|our) groceries => list=groceries",
        "~{item} (belongs|goes) (in|with|to|on) the groceries => list=groceries",
        "(get|write|put|?) {item} (on|onto) (the|my|our) shopping => list=shopping",
        "~the shopping (needs|should include|is missing) {item} => list=shopping",
        "(add|put|write|?) {item} (to|on) (my|our|the) list of books => list=books",
        "(add|put|write|?) {item} (to|on|onto) (my|our|the) list of presents => list=presents",
        "(put|add) {item} (on|to) my wishlist => list=wishlist", "~I (wish for|want) {item}, wishlist => list=wishlist",
        # a reason, and the named list
        (
            "~(we're|I'm) (nearly|completely|all|totally) out of {item}, (so|please|) (get|put|have) (it|some|that) on "
            "(my|the|our) {list} list"
        ),
        "~{item} ran out, (so|please|) (put|write|get) (it|them|that) on (my|the|our) {list} list",
        "~since (we have|there's) (no|hardly any) {item} left, (add it to|put some on) (my|the|our) {list} list",
        "~because we (lack|need|are short of) {item}, (add|put|write) (it|that) (to|on) (my|the|our) {list} list",
        (
            "~the (fridge|cupboard|bathroom) (has no|is out of|has run out of|needs) {item}, (put it|write that) on "
            "(my|the|our) {list} list"
        ),
        "~I (noticed|see|think|just saw) (that|) we're out of {item}, (add it to|put some on) (my|the|our) {list} list",
        "~I (fancy|crave|could eat|would love) {item}, (put it|get some|write that) on (my|the|our) {list} list",
        (
            "~(for|to make) the (cake|soup|salad|party) (we|I) need {item}, (add it to|put that on) (my|the|our) "
            "{list} list"
        ),
        "~the (recipe|cake|dog|trip) (needs|calls for|requires) {item}, so (that|it) (goes|belongs) on the {list} list",
        "~I (don't have|haven't got|couldn't find) {item}, so (put|add|write) it (on|to) (my|the|our) {list} list",
        "~(someone|we|I) (should|must|had better) (buy|get|bring) {item}, (put|add) (it|that) (on|to) our {list} list",
        "~before I forget {item}, (put it on|add it to|get it onto) (my|the|our) {list} list",
        (
            "~my (wife|husband|son|flatmate|mother) (asked for|wants|needs) {item}, (put|add|write) (it|that) (on|to) "
            "(my|the|our) {list} list"
        ),
        "~what (we|I) (need|want|lack) (is|are) {item}, (add it|put it|write that) (to|on) (my|the|our) {list} list",
        "~we'll (need|want|be needing) {item}, so (add|put) (it|that) (to|on) (my|the|our) {list} list",
        "~if (we|you|I) go shopping we need {item}, so write (it|that|them) on the {list} list",
        # the list has no name
        "(jot|write|scribble|note|?) down {item} on (my|the|our) list", "(get|have) {item} (added|listed|put down)",
        "~I (want|need|would like|wanted) to (add|put|write) {item} (to|on|onto) (my|the|our) list",
        "~(new|next|another|one more) (item|entry|thing) (for|on) (my|the|our) list: {item}",
        "~(new|one more|another) (item|entry): {item}", "~(also|still|things|stuff) to buy: {item}",
        "*~{item}, (put|write|get|?) (that|it|them|this) (on|onto|down on) (my|the|our) list",
        "~I (don't|can't) see {item} on (my|the|our) list, (add|write|put) it (on|there|down)",
        "~(our|my|the) list (is missing|lacks|should have|could do with|wants) {item}",
        "~there's (something|one thing) missing on (my|the|our) list: {item}",
        "~on (my|our|the) list (goes|should be|there should be|there has to be) {item}",
        (
            "~(mum|grandma|the baby|everybody) (is asking for|needs|wants) {item}, (put|write) (it|that) on "
            "(my|the|our) list"
        ),
        "~(nearly|almost) no {item} left, so (add|put) (it|some) (to|on) (my|the|our) list",
        "~I (used|finished|ate|threw away) the last {item}, (add|put|get) (it|some) (to|on|onto) (my|the|our) list",
        "~{item} would be good (to have|) on (my|the|our) list", "~{item} wouldn't be bad, put it on (my|the|our) list",
        "~(when|if) I go to the (shop|store|market) I need {item}, (put|write) (it|that) on (my|the|our) list",
        "~I'm going to the (supermarket|market|shops), so {item} on (my|the|our) list please",
        "~we're low on {item} and I (don't want to forget it|always forget it), (add it to|put it on) (my|the) list",
        # a deed
        "(put|add|write|get|?) {deed} (onto|into|on) (my|the|our) todo list => list=todo",
        "(get|pop|?) {deed} (down on|onto) (my|the|our) to-do list => list=to-do",
        (
            "~I (still|really|also) (have|need|ought) to {deed}, (put|add) (it|that) (on|to) (my|the) todo list => "
            "list=todo"
        ),
        "~(somebody|we) (has|needs|ought) to {deed}, (put it on|add that to) (our|the) chores list => list=chores",
        "~I've been (meaning|planning) to {deed}, (put it on|add it to|get it onto) my to-do list => list=to-do",
        "~I (should|must|might) {deed}, (so put that on|add it to|write it on) my tasks list => list=tasks",
        "~when I have time I (want|need) to {deed}, (put it on|add it to) my weekend list => list=weekend",
        "~(my|the|our) todo list (needs|is missing|lacks|should have|gets): {deed} => list=todo",
        "~(another|one more|new|a new) todo: {deed} => list=todo", "~todo list, {deed} => list=todo",
        "(add|create|make|put in) a (new|) to-do: {deed} => list=to-do",
        "~{deed}, (that's one|that's something|that's) for my todo list => list=todo",
        "~{deed}, (put|add|write|note|?) (it|that|this) (on|to) (my|the|our) {list} list",
        "~onto (my|the|our) todo list (goes|comes|with) {deed} => list=todo",
        "~my work list should (mention|say) that I (should|must|need to) {deed} => list=work",
        "~my todo list should say (that I have|that I need|) to {deed} => list=todo",
        "(add|put|write) the (task|job|chore) to {deed} (to|on) (my|the|our) {list} list",
        "(put|add) a (task|new task|job) (on|to) (my|the|our) {list} list: {deed}",
        "~the task to {deed} (goes|belongs|should be) on (my|the|our) {list} list",
        "*~one more job for the todo list, {deed} => list=todo", "~{deed} is for (my|our) errands list => list=errands",
        "~(nobody|I never) (remembers|gets round|gets) to {deed}, todo list => list=todo",
    ),
}  # fmt: skip

FOLLOWUPS = {
    "create_reminder": (
        # when
        "~(no,|actually|rather|make it|make that|better|change it to|sorry,|or|wait,) {when}", "~I meant {when}",
        "~{when} (instead|please|would be better|is better|rather)", "~(do it|remind me|tell me) {when}",
        "~(move|change|shift|push|set) (it|that|this) to {dayname}",
        "~(no,|hmm,|actually) remind me {when} instead",
        "~(can|could) (you|we) (make it|make that|change that to|do) {when}", "~(what|how) about {when}",
        "~not {dayname}, {dayname}", "~{when} (works|suits me|is fine|will do)",
        "~(rather|no,|better|make it|) {when} then",
        "~I said {when}", "~(not so (early|late)|too (early|late)), {when}",
        "*~(rather|make it|no,|) {halfpast} => create_reminder text day time",
        "~(make it|) {later} => create_reminder text day time",
        "~(make that|rather|no,|actually) {newtime} => create_reminder text day time",
        # what
        "*~(and|also) (to {task}|remind me to {task})", "~(no,|sorry,|I mean|I meant|wait,) to {task}",
        "~(and|oh and|also) to {task}", "~(and|) another (one|reminder) to {task}", "~(no,|actually) I have to {task}",
        "~(also|and) (don't let me forget|I mustn't forget|I need) to {task}",
        "*~and {when} remind me to {task} => create_reminder",
        "~(and|also) a reminder to {task} {when} => create_reminder",
        "~(and|then) to {task} at {newtime} => create_reminder day time", "~same time, to {task}",
        "~(and|also) one (about|for) {topic}", "~(and|also) (about|of) {topic}", "~no, (about|of) {topic}",
        "~(at the same time|then|) also to {task}", "~not that, (remind me|) to {task}",
        # held out
        "~let's say {when}", "*~move it to {dayname}, please", "bump it to {dayname}", "~sorry, I meant to {task}",
        "~one more, to {task}",
        # second round: when
        "~(I'd|we'd) (rather|prefer to) (do|have) (it|that) {when}", "~(tell|ping|nudge|alert) me {when} instead",
        "~(could|can) it be {when} (instead|)", "~{when} (works better|would be nicer|is more like it|if possible)",
        "~(wrong|not that) (day|time), {when}", "~it (should be|has to be|must be|ought to be) {when}",
        "~not {dayname} but {dayname}", "~instead of {dayname} (make it|take|do it) {dayname}",
        "~{dayname} (rather|please|), not (then|that day|the day I said)", "~the day (is|should be) {dayname}",
        "~(push|put|delay|shift) (it|that|the reminder) (back|off|forward|) (to|until|till) {dayname}",
        "~(and|but) the time (is|should be) {newtime} => create_reminder text day time",
        "~(but|only|just) at {newtime} => create_reminder text day time",
        "*~(hmm|no|oh), {newtime} => create_reminder text day time",
        "~(on|) the same day, at {newtime} => create_reminder text day time", "~I (misspoke|got it wrong), {when}",
        # another deed at the same time
        "~(and|oh and|plus) while you're at it, to {task}", "~tell me to {task} (too|as well)",
        "~at the same time (I have|I need|remind me|) to {task}", "~(and|also|then) I have to {task} (too|as well)",
        "~(and|) the same (reminder|thing|) for {topic}", "*~{topic} too", "~{topic} as well", "*~and {topic}",
        # a change of what
        "~(it's|that's|it was) not to {task} but to {task}", "~(no,|) the reminder (is|was|should be) to {task}",
        "~what I (meant|have to do) (was|is) to {task}",
        "~(no|sorry|wait), about {topic}, not (that|the car|the meeting)",
        "*~not (about|of) {topic} but (about|of) {topic}", "*~instead of that, (remind me|) to {task}",
        # a new one
        "remind me to {task} {when} => create_reminder",
        "(set|make|add|create) another reminder {forwhen} to {task} => create_reminder",
        "~(and|then|also|now|next) remind me {when} to {task} => create_reminder",
        "~(another|a second|a new|a separate|one more) reminder, to {task} {when} => create_reminder",
        "~(another|a second|a separate|one more) reminder {forwhen}(:|,|) to {task} => create_reminder",
        "~(a second|a further|one more) reminder, to {task}",
        "~(and|then|also) don't let me forget to {task} {when} => create_reminder",
        "~{when} I also have to {task}, (remind me of that|set a reminder) => create_reminder",
        "~(and|also) I (need|want) a reminder (about|for) {topic} {when} => create_reminder",
        "~then (on|) the same day at {newtime}, to {task} => create_reminder day time",
        "*~(and|also|then) on the same day to {task} => create_reminder day",
    ),
    "add_event": (
        # when
        "~(no,|actually|rather|make it|make that|better|move it to|sorry,|or|wait,) {when}", "~I meant {when}",
        "~{when} (instead|please|would be better|is better|rather)", "~(what|how) about {when}",
        "~(move|change|shift|push|put|reschedule) (it|that|this) to {dayname}", "~not {dayname}, {dayname}",
        "~it's {when}",
        "~(can|could) (you|we) (make it|make that|move it to|do) {when}", "~it (starts|begins) {attime}",
        "~{when} (works|suits me|is fine|will do)", "~(rather|no,|better|make it|) {when} then",
        "~it was moved to {dayname}", "~I said {when}", "~(not so (early|late)|too (early|late)), {when}",
        "~(rather|make it|no,|) {halfpast} => add_event title day time",
        "~(make it|) {later} => add_event title day time",
        "~(make that|rather|no,|actually) {newtime} => add_event title day time",
        # what
        "~(and|also) {title} => add_event day", "~(and|oh and|also) {title} {day} => add_event",
        "~(no,|sorry,) I meant {title}", "~(call|name) it {title} instead", "*~no, {title} instead",
        "~and {title} (too|as well|the same day) => add_event day", "~(then|also|and) add {title} {day} => add_event",
        "~(and|) then {title} {attime} => add_event day", "~(change|rename) (it|that) to {title}",
        "~and {day} {title} => add_event", "~(remind me|a reminder) to {task} {when} => create_reminder",
        # held out
        "~let's say {when}", "postpone it to {dayname}", "~they moved it to {dayname}", "~I'd rather {when}",
        "~that's {title}, sorry",
        # second round: when
        "~(push|put|move|shift|bring) (it|that) (back|forward|over|) to {dayname}", "~wrong (day|date|time), {when}",
        "~it (should be|has to be|is supposed to be|must be) {when}",
        "~{when} (works better|would be nicer|if possible)", "~(could|can) it be {when} (instead|)",
        "~(it|that) (takes place|happens|will be|is actually) {when}", "~not {dayname} but {dayname}",
        "~instead of {dayname} (make it|take|put it on) {dayname}",
        "~{dayname} (rather|please|), not (then|that day|the day I said)", "~the (day|date) (is|should be) {dayname}",
        "~I got the (day|time|date) wrong, it's {when}", "~(they|we) changed it to {dayname}",
        "~the (right|new) day is {dayname}",
        "*~(and|but) the time (is|should be) {newtime} => add_event title day time",
        "~it's been (pushed|put) back to {dayname}",
        "~(it|that) (starts|begins|should start) at {newtime} => add_event title day time",
        "*~(on|) the same day, at {newtime} => add_event title day time",
        "~(hmm|no|oh), {newtime} => add_event title day time",
        # what
        "~(it's|that's|it was) not {title} but {title}", "~the (title|name|event) (is|should be) {title}",
        "~(it's|that's) (actually|really) {title}", "~by that I (mean|meant) {title}",
        "~it should (say|read|be called) {title}", "~not {title}, (but|I meant|it's) {title}",
        "~(replace|swap) (it|that) (with|for|by) {title}",
        # another
        "~on the same day(,|) (also|there's|I have|we have) {title} => add_event day",
        "~(and|then|also|now) (schedule|put in|plan|enter) {title} {forwhen} => add_event",
        "~(another|a second|a new|one more) (event|entry|one)(:|,) {title} {when} => add_event",
        "*~(and|also|then) {when} {title}, (put|add) that (in|to) the calendar (too|as well) => add_event",
        "(put|add|enter|schedule) {title} (in|on) (my|the|our) calendar {forwhen} => add_event",
        "~(and|then|also) (there's|I have|we have) {title} {when} => add_event",
        "*~{when} there's also {title} => add_event", "~afterwards {title} at {newtime} => add_event day",
        "~(and|then) at {newtime} {title} => add_event day time",
        "~(and|also) don't let me forget to {task} {when} => create_reminder",
    ),
    "create_note": (
        "~(and|also|) (note|write down) {note}", "~(another one|and another|new one|next one|a second one): {note}",
        "~(no,|sorry,) {note}", "~(and|also) (note|write down|write|remember) that {note}",
        "~and one more note: {note}",
        "~(no,|sorry,|) I meant {note}", "~(and|also) that {note}", "~(rather|instead|actually) write {note}",
        "~(change it to|make it|make that): {note}", "~(no,|actually|wait,) write {note}", "~(and|also): {note}",
        "~(also|and) (add|put down|note down): {note}", "~another note: {note}", "~it should say {note}",
        "~(and|then|) remind me to {task} {when} => create_reminder", "~that's wrong, (write|it's) {note}",
        "~(and|also) put {item} on my {list} list => add_to_list", "~(then|and) also write down that {note}",
        # held out
        "~one more: {note}", "~let it say {note}", "~plus that {note}",
        # second round
        "~(then|now|next|and then) (another|a second|a new|one more) (note|one)(:|,) {note}", "~new note: {note}",
        "~(and|also|then) (keep|save|jot down|store|put down) (that|this:|) {note}",
        "~a (further|separate) note: {note}", "~(and|also) (make|take|write) (a|another) note (that|saying|:) {note}",
        "~on top of that: {note}",
        "~(and|) (another thing|something else|next thing) to (note|write down|remember): {note}",
        "~(replace|change|swap) (it|that|the text) (with|to|by)(:|) {note}", "~the note should (say|read|be): {note}",
        "~(that's not|that isn't) (right|it|what I said), (I said|it's|it should be) {note}", "~I said {note}",
        "~(not that|not so|wrong), {note}", "~(correction|correct that|let me correct that)(:|,) {note}",
        "~(no,|sorry,|wait,) (it should|the note should) (say|read) {note}", "~rather (note|say|put) {note}",
        "~instead of that (write|put|note|save) {note}", "~what I (meant|said|wanted) (was|is) {note}",
        "~(and|also|) in my notes: {note}", "~(and|also|then) remember: {note}",
        "~let me (rephrase|say it again): {note}",
        "~(and|also|then) (set|make|add) a reminder to {task} {when} => create_reminder",
        "~(and|also|now) (put|enter|add) {title} {when} in (my|the) calendar => add_event",
        "~(and|also|now) {item} (on|onto|for) (my|the|our) {list} list => add_to_list",
        "~{note}, (note|write down|save) that (too|as well)", "~{note}, (that|this) (too|as well), please",
    ),
    "add_to_list": (
        # another
        "~(and|also|) {item} (too|as well|also|)", "~(and|also) {item}", "*{item} as well", "{item} too",
        "~and {item} too",
        "~(and|also|now|then) (add|put on) {item}", "~(and|) put {item} on (it|there) (too|as well|)", "~oh and {item}",
        "~(oh|right|ah), {item} (too|as well)", "~(we also need|I also need|and we need|we need) {item} (too|)",
        "~(add|put) {item} (as well|too|on it)", "~(and|) some {item}", "~also {item} please",
        "~and don't forget {item}",
        "~(the|) same list: {item}", "~next: {item}", "~what else, {item}", "~and maybe {item}", "*~wait, also {item}",
        "~(yes|okay|right), and {item}", "~then {item}", "*~add {item} to it (too|as well|)", "~(I|we) forgot {item}",
        # a change
        "~(no,|sorry,|) I meant {item}", "~(make it|make that|rather|better|actually) {item}", "~{item} instead",
        "~(no,|sorry,|wait,) {item} (instead|)", "*~not {item}, {item}", "~(change|correct) (it|that) to {item}",
        "~(no,|sorry,|rather|) (on|to|onto) (the|my) {list} list", "~I meant the {list} list",
        "*~(put|add) (it|that) (on|to) the {list} list (too|instead|as well|)", "~(and|also) (on|to) the {list} list",
        "~(wrong list|not that list), the {list} (one|list)", "~the {list} list, (not that one|please|I mean)",
        "~(and|also) {item} (on|to) the {list} list", "~(and|also) {deed}", "~(and|then|also) {deed} (too|as well|)",
        "~(and|also) (that|) I (have|need) to {deed}",
        # held out
        "~plus {item}", "~throw in {item}", "~and while you're at it, {item}", "~{item} would be good too",
        "~that belongs on the {list} list",
        # second round: another
        "~(and|oh,|plus|then) {item} (to go with it|on top|besides|for good measure)", "*~one more thing, {item}",
        "~(and|) (write|note|put) down {item} (too|as well|)", "~{item} (on it|on there|there) (too|as well|)",
        "~it (needs|should have|should also have) {item} (too|)", "~(and|also|) I (want|need) {item} on (it|there)",
        "~(let's|I want to) (include|have|get) {item} (too|as well)", "*~the list (also needs|needs) {item} (too|)",
        "~what about {item}", "~how about {item} (too|as well|)", "~(don't we need|do we need|aren't we out of) {item}",
        "~there's also {item}", "~and since (we're|I'm|you're) at it, {item}", "~{item} (goes|go) on (it|there) too",
        "*~can you (put|write|get) {item} (down|on there|on it|on the list) (too|as well|)",
        "~while we're (there|shopping), {item} (too|as well|)",
        "~we (lack|haven't got|are low on) {item} (too|as well)",
        "~(and|also) {item}, (same list|on the same list|to the same one)",
        "~(and|then|also) {item}, put that (down|on|on it) (too|as well)", "~you can add {item} (too|as well)",
        "~remember {item} (too|as well)", "(include|take) {item} (too|as well|)",
        "~on the same list (put|write|add) {item}",
        # another thing and another list
        "(add|put|write|?) {item} (to|on|onto) (my|the|our) {list} list => add_to_list",
        "~(and|then|also|now) (add|put|write) {item} (to|on) (my|the|our) {list} list => add_to_list",
        "~(and|) {item} (goes|belongs|should go) on (my|the|our) {list} list => add_to_list",
        "~(and|then|also) on (my|our) {list} list, {item} => add_to_list",
        "~(but|and) {item} for (my|the|our) {list} list => add_to_list",
        "~(we also need|I also need|I'm out of) {item}, on the {list} list => add_to_list",
        # "it" on another list
        "(move|transfer|copy|shift) (it|that|this|them) over to (my|the|our) {list} list",
        "~I (want|need|wanted) (it|that|this) on (my|the|our) {list} list (too|instead|)",
        "~(it|that|this) (goes|should go|has to go|ought to be|should be) on (my|the|our) {list} list",
        "~can (it|that|they) (go|be) on (my|the|our) {list} list (too|instead|as well|)",
        "(write|note|get) (it|that|them) down (on|for) (my|the|our) {list} list (too|)",
        "~the same (thing|) (for|on) (my|the|our) {list} list", "*~same (item|thing), {list} list",
        "*~(it|that) (is|was) (meant|) for (my|the|our) {list} list",
        "~my {list} list (needs|should have) (it|that) too", "~and on (my|our) {list} list too",
        "~no, (my|our|the) {list} list", "~it's the {list} list I (mean|meant|want)",
        "~on second thoughts, (my|the|our) {list} list", "~(take|use|try) the {list} list (instead|for that|)",
        "~onto (my|the|our) {list} list with (it|that)", "~(under|into) {list} with (it|that)",
        "~not (on|) the {list} list, (on|) the {list} (list|one)", "~under {list}, (please|I mean|not there)",
        "~(move|shift|copy) (it|that) from the {list} list (over|) to the {list} list",
        "*~that was the wrong list, it (goes|belongs) on the {list} (one|list)",
        "~(my|our) {list} list, not the (shopping|work|other|party) (one|list)",
        "~(it|that) (goes|belongs) (in|with) the groceries => list=groceries",
        "~(it|that) should be (among|with|in) my todos => list=todos",
        # not this but that
        "~I didn't mean {item}, (I meant|but|I wanted) {item}", "~instead of {item} (put|write|take|I want) {item}",
        "~(it's|I want|I need|I said) {item}, not (cheese|milk|the bananas|soap|bread|eggs|that)",
        "(replace|swap|exchange) {item} (with|by|for) {item}", "(change|correct|turn) {item} (to|into) {item}",
        "~(forget|scratch|never mind|drop) {item}, (make it|put|I want|write) {item}",
        "~by {item} I (meant|mean) {item}", "~{item} (is|was) wrong, (it's|it should be|I want) {item}",
        "~wrong (thing|one|item), {item}", "~(replace|swap) (it|that) (with|by) {item}", "~no no, {item}",
        "~{item} rather than (that|milk|the eggs|bread|tea)", "~we (have|still have) {item}, (I meant|we need) {item}",
        "~{item} isn't (it|right|what I said), (I want|it's|I said) {item}", "~(that|it) should (be|read|say) {item}",
        "~you (misheard|got it wrong), {item}", "~I'd rather have {item}",
        "~(let's make|make) (it|that) {item} instead",
        # a deed
        "~(and|oh and|also|) (I|we) (should|must|still have to|ought to) {deed} (too|as well|)", "~and to {deed}",
        "~(another|the next|one more) (task|job|one): {deed}", "~then there's {deed}",
        "~(and|also) {deed}, (same list|put that on it too|that as well)", "~I (almost|nearly) forgot, {deed}",
        "~(put|add|write) {deed} (on it|there|down) (too|as well|)", "~no, (it's|I meant) {deed}",
    ),
}  # fmt: skip

# function, first sentence, question, answer
INCOMPLETE = (
    (
        "create_reminder",
        (
            "(set|create|add|make) (a|me a|another) reminder|(remind me of something|remind me|reminder|new reminder)|"
            "(I need a reminder|can you remind me|could you remind me of something|I have to remember something)|"
            "(don't let me forget something|I want to be reminded)|*(I need reminding)"
        ),
        "What should I remind you of?",
        (
            "to {task}|to {task} {when}|(about|of) {topic}|that I have to {task} {when}|{when} to {task}|"
            "remind me to {task}|{task}|{task} {when}"
        ),
    ),
    (
        "add_event",
        (
            "(add|create|make|schedule) (an event|a calendar event|a new event|an appointment)|"
            "(new event|new appointment|add something to my calendar|put something in my calendar)|"
            "(I have an appointment|I need to schedule something|plan something|I want to plan something)|"
            "(something for my calendar|make a calendar entry)|*(I've something for the calendar)"
        ),
        "What should I put in your calendar, and when?",
        "{title} {when}|(it's|add|put) {title} {when}|{when} {title}|{title}, {when}|(it's|) {title}",
    ),
    (
        "create_note",
        (
            "(take|make|write|create|start|add|save) a (note|new note|memo)|(new note|note|take a note for me)|"
            "(I want to write something down|I need to note something|write something down|note something down)|"
            "(write this down|note this|can you take a note|take this down)|*(start a memo)"
        ),
        "What should I write down?", "{note}|{note}|that {note}|(write|note) that {note}|it's {note}",
    ),
    (
        "add_to_list",
        (
            "(add|put) something (to|on) (my|the) list|(add to my list|put it on the list|I need something on my list)|"
            "(I want to add something to my list|new list item|add an item to the list)|*(one more for my list)"
        ),
        "What should I put on it?", "{item}|{item} please|(add|put down) {item}|{item} on the {list} list|some {item}",
    ),
    # what the first half names stays
    (
        "create_reminder",
        (
            "remind me {when}|(set|make|create|add) (me|) a reminder {forwhen}|(a|new|) reminder {forwhen}|"
            "I (need|want) (a reminder|to be reminded|you to remind me) {when}|(can|could) you remind me {when}|"
            "{when} remind me|remind me {when}|remind me of something {when}"
        ),
        "What should I remind you of?",
        "to {task}|to {task}|{task}|(about|of) {topic}|{topic}|that I have to {task}|remind me to {task}|that {report}",
    ),
    (
        "add_event",
        (
            "(add|put|schedule|create|make) (something|an event|an appointment|an entry) (in my calendar|) {forwhen}|"
            "(I have|there's) something {when}, put it in my calendar|(new|an) (event|appointment) {forwhen}|"
            "I need (something|an entry) in (my|the) calendar {forwhen}"
        ),
        "What should I put in your calendar, and when?",
        "{title}|(it's|that's|) {title}|(call it|put|write) {title}",
    ),
    (
        "add_to_list",
        (
            "(add|put) something (to|on) (my|the|our) {list} list|(I|we) need something on (my|the|our) {list} list|"
            "(open|show|start) (my|the|our) {list} list and add something|(add|put) it (to|on) (my|the) {list} list|"
            "(one more|something) for (my|the|our) {list} list|"
            "(can|could) you (add|put) something (to|on) (my|the|our) {list} list"
        ),
        "What should I put on it?",
        "{item}|{item}|{item} please|(add|put down) {item}|some {item}|(I need|we need) {item}",
    ),
)  # fmt: skip
