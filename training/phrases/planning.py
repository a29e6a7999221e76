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
        "(give|send|?) me a (reminder|shout) to {task} {when}", "~{task} {when}, remind me", "*~reminder: {task} {when}",
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
)  # fmt: skip
