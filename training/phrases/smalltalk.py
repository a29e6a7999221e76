"""What no function can meet: small talk, questions of knowledge, and near misses of every function.

`NONE` holds the few replies, each with the sentences that it fits. Its patterns are those of `Draw`; the parts in
braces are those of `words.fill`. The near misses matter most: they share their nouns with a function ("the alarm", "the
lights", "my list") and differ in what is to be done, so a model cannot go by a single word. Orders among them are said
politely as often as real requests are (`asked`), since "could you" must not mean that something can be done.
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
    # second round
    "(hi|hello|hey) (everybody|all|team|there robot|little helper|my phone|kitchen helper)",
    "(good|a good|a very good|a lovely) (morning|day|evening|afternoon) (to you|everyone|from {city}|)",
    "(look who's|I'm|we're) (back|here again|here|back again)",
    "(how nice|what a pleasure|good) to (see|hear) you (again|)",
    "(pleased|glad|happy|delighted) to meet you",
    "(greetings|howdy|g'day|aloha|wotcha|evening all|top of the morning)",
    "*(hello|hi|hey) (from|to you from) {name}",
    "(wakey wakey|rise and shine|knock, anyone there|anyone there|is there somebody)",
    "(this is|here is|may I introduce) (my {word}|my friend {name}|my wife|my son {name})",
    "it's {name} (here|speaking|again|from next door)",
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
    # second round
    "(how's it|how are things) (going|at your end|with you|on your side) (today|these days|)",
    "(everything|all) (good|fine|well|all right|okay) (with you|there|at your end|)",
    "(are you|were you) (busy|having fun|feeling better|in a good mood|bored) (today|without me|)",
    "(what's|how's) the (mood|state of things) (today|)",
    "(did you|have you) (sleep|slept|rest|rested|miss me|missed me|had a nice weekend)",
    "how have you been (since yesterday|lately|this week|)",
    "(tell me|so) how (you are|you're doing|you feel|it's been)",
    "(I hope|hope) you're (well|fine|okay|doing well)",
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
    # second round
    (
        "(thank you|thanks) (very kindly|ever so much|for doing that|for the reminder|for waking me|for all that|for "
        "being there)"
    ),
    "(that|this|it) (worked|went well|did it|did the trick|helps a lot|is what I wanted)",
    "(you|you've) (helped|have helped|been a help|did well|did great|got it right|understood me)",
    "(just|exactly) (what I needed|right|what I wanted|as I like it|so)",
    "(I|we) (owe you one|couldn't do it without you|thank you|are very grateful)",
    "(a thousand|so many|lots of|a big|my) thanks (to you|)",
    "(yay|hooray|hurrah|wow|whoa), (thanks|that's great|it works|you did it|lovely)",
    "(bless you|god bless|you're a star|you're a lifesaver|you're an angel|you legend)",
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
    # second round
    "(time|I think it's time) (to say goodbye|for me to go|to part)",
    "(catch you|see ya|speak|talk) (later|soon|tomorrow|another time)",
    "(that was|that'll be) (all|it) for (tonight|the day), (bye|good night|see you)",
    "(farewell|so long|toodle pip|tata|cheers and bye|over and out|signing off|later)",
    "(rest|sleep|dream) well (tonight|friend|)",
    "(I'm|we're) (going|off) now, (bye|see you|take care|until later)",
    "(have|enjoy) (a nice evening|a good night|your evening|a lovely weekend|the rest of your day)",
    "(until|till) (we meet again|{weekday}|tonight|then)",
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
    # second round
    "(do you have|have you got) (a body|parents|a birthday|a soul|a brain|brothers|a face|opinions)",
    (
        "(which|what) (company|people|country|language|model|program|version) (are you|do you come from|made you|do "
        "you speak)"
    ),
    "(who|what) (is your maker|is your boss|owns you|is behind you|gave you your name)",
    (
        "(are|were) you (alone|made by {name}|in the cloud|on my phone|better than {name}|always listening|clever|born "
        "or made)"
    ),
    "(can|could|do) you (see|hear|smell|remember|forget|lie|breathe) (me|things|anything|)",
    "(what|how) (big|smart|fast|heavy|clever) are you",
    "(is|does) anybody (else|human) (listening|hear me|read this|there)",
    "(where|how) (were you made|did you learn that|are you running|do you store my data|do you get this from)",
    "(say|tell me) (something about you|your age|who built you|what you are|where you live)",
    "(is that|what's) your (real name|real voice|favorite thing about me|purpose|job)",
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
    # second round
    "(what|which) (things|tasks|jobs|requests|orders) (can you do|do you understand|do you know|can I give you)",
    "(tell|show|explain to) me (how to use this|how you work|your skills|what I can say|what you understand)",
    "(I don't know|I have no idea|I'm not sure) (what to say|what you can do|how this works|what to ask)",
    "(what|how much) (are you able to do|do you understand|will you do for me)",
    "(is there|do you have) (a manual|a list of commands|a help page|instructions|anything else you can do)",
    "(give|read) me (some examples|the instructions|a list of what you can do|a hint)",
    "(anything|something) (else you can do|you're good at|you can help with)",
    "(could|can) you (do|be) (anything useful|of help|of any use|more than this)",
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
    # second round
    "(cheer|humour|amuse) me (with a joke|a bit|please|)",
    "(have|got|know) (a|any) (good one|joke|funny story|tongue twister|pun|limerick) (for me|about {word}s|)",
    "(I want|I'd like|we'd like|let me have) (a joke|a laugh|to laugh|a funny story|to hear a joke|a riddle)",
    "(what's|tell us|say) (the funniest thing you know|your funniest joke|a tongue twister|a limerick)",
    "(beatbox|rap|hum|whistle|yodel|recite a poem|do an impression) (for me|for us|now|)",
    "(why did the {word} cross the road|how many {word}s does it take to change a light bulb)",
    "(tell|give) (me|us) (one more|a better one|another one|a funny one|a good one)",
    "(be|say something) (witty|silly|clever|sweet|weird|nice)",
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
    # second round
    "(you|you really) (make me happy|make me smile|are something else|rock|have a nice voice|look great today)",
    "(what|such) a (clever|nice|lovely|polite|smart) (assistant|machine|thing you are|robot|voice)",
    "(I|we) (adore|trust|believe in|enjoy|admire|really like) (you|this thing|talking with you)",
    "(nobody|no one) (understands me like you|is as nice as you|helps me like you do)",
    "(I'm|we're) (so glad|happy|lucky) (I have you|you exist|to have you|you're here)",
    "(all the best|happy anniversary|happy holidays|cheers to you|well played|safe travels|bon appetit)",
    "(would|will|do) you (go out with me|be mine|kiss me|dance with me|hold my hand|like me too)",
    "(how|so) (clever|smart|quick|funny|cute) (of you|you are)",
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
    # second round
    (
        "(you|you just|you always) (got it wrong|misunderstood me|never get it right|did the wrong thing|mix things up|"
        "forget everything)"
    ),
    "(why|how come) (can't you|don't you|won't you) (understand|listen|get it right|hear me|do what I say)",
    "(that|this) (isn't|is not|wasn't) (it|what I asked for|what I wanted|true|good|fair|funny)",
    "(I|we) (feel|am feeling|are feeling) (lonely|awful|low|rotten|lost|under the weather|down)",
    (
        "(my|our) (cat|dog|grandma|{word}|goldfish|boyfriend|girlfriend) (ran away|is ill|left me|is gone|broke|passed "
        "away)"
    ),
    "(everything|nothing|it all) (goes wrong|works|is a mess|hurts|is so hard|is pointless)",
    "(I've|I have) (a cold|a fever|the flu|toothache|a sore throat|so much work|no friends|no energy|no luck)",
    "(what a|this is a) (nuisance|shame|disaster|terrible day|waste of time|joke of an app)",
    "(I'm|we're) (in pain|fed up|at the end of my tether|heartbroken|so disappointed|in a bad mood|having a hard time)",
    "(no|wrong|not) (again|at all|good|what I said), (you did it wrong|you're not listening|listen to me)",
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
    # second round
    (
        "(we|they|the kids) (had|saw|found|lost|won|sold) (a|the|our|their) {word} (yesterday|last week|in {city}|at "
        "{spot}|)"
    ),
    "(my|our) {word} (comes|came) from {city}",
    "{name} (and|with) {name} (are|were) (here|at {spot}|friends|in {city}|married) (yesterday|now|last year|)",
    "(yesterday|last night|this morning|on {weekday}) (I|we) (was|were) (at {spot}|in {city}|very tired|late)",
    "(there was|I saw|we met) (a|an old|a big|a small) {word} (in the street|at {spot}|outside|on the roof|)",
    "I (work|study|live|stay|volunteer) (at|near|next to) {spot}",
    "I (used to|often|sometimes|never) (play {word}|eat {thing}|go to {spot}|sing|dance|swim)",
    "(I'm|we're) (almost|just|only|about) (done|ready|resting|looking around|talking|having lunch)",
    "(oh|ah|well|hm), (nothing|it's nothing|forget I asked|doesn't matter|that's life|who knows)",
    "(it|that) (doesn't matter|is not important|was nothing|can wait|was only a thought|is fine as it is)",
    "(I|we) (think|guess|believe|suppose|hope) (so|not|that's right|{name} is right|it's okay)",
    "(leave it|let it be|skip the question|ignore me|don't mind me|ignore that|as you were|carry on)",
    "{word} is (my|our|his|her) (favourite|favorite|first|last|new|old) (word|food|dish|colour|{word})",
    "(somebody|someone|{name}) (knocked|is at the door|said hello|gave me {thing}|is laughing)",
    "(the|our) (food|film|concert|party|trip|{word}) (was|is) (good|great|so so|boring|over|not bad)",
    "ask me (later|tomorrow|another time|again some other time)",
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
    # second round
    "(?) (?) (?) (?) (?)",
    "(?) (?) (?) (?) (?) (?) (?)",
    "(?) (?) (?) (?) (?) (?) (?) (?)",
    "(?) {word} {word} (?)",
    "{word} {word} (?) {word} (?)",
    "*(?) (?) {word} (?) (?)",
    "*(?) (?) (?) {word}",
    "{word} (?) (?) (?)",
    "(?) of (?) (?)",
    "(?) but (?) (?)",
    "(?) or (?) or (?)",
    "(?) with (?) (?) (?)",
    "*(?) (?) is (?) (?)",
    "*(?) (?) if (?)",
    "the (?) (?) (?) (?)",
    "a (?) (?) (?)",
    "(?) a (?) and a (?)",
    "*(?) (?) the (?) (?)",
    "(?) under (?) over (?)",
    "(?) not (?) (?) yet",
    "so (?) (?) (?) then",
    "(?), (?) (?), (?)",
    "*(?). (?). (?)",
    "(?)! (?)! (?)!",
    "(?)-(?) (?)-(?)",
    "(?) {number} (?)",
    "{number} (?) (?)",
    "{number} {number} (?) {number}",
    "*my (?) (?) (?)",
    "very (?) and (?) {word}",
    "*{word} and {word} but {word}",
    "(and|or|but|so|then) (?) (?) (?)",
    "(the|a|an) {word} of {word} of",
    "(hmm|um|uh|er) (?) (?) (?)",
    "(when|if|because) (?) (?) (?)",
    "(blub|gaga|dada|goo|brr|zzz|psst|grr|hmpf|pff) (blub|gaga|dada|goo|zzz|grr|)",
    "(qwertz|poiu|mnbv|fghj|uiop|yxcv|tttt|kkkk|ddd) (qwer|poi|mnb|fgh|)",
    "(colorless|green|seven|my|every) {word}s (sleep|fly|sing|float) {word}ly",
    "(up|down|left|right|in|out) (up|down|left|right|in|out) (up|left|right|in|the|and)",
    "(is|are|was|were) the of (and|but|or|with)",
    "(one|two|three|four|five) (banana|{word}|potato) (two|three|four) (banana|{word}|potato)",
    "(the thing with|that thing about|something like) the (?) (?)",
    "(I|you|we|they) (?) the (?) (?)",
    "(?) you (?) me (?)",
    "(sorry|say|what|again), (what|huh|how|who) (was that|did you say|again)",
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
    # second round
    # alarms and timers
    "let me (snooze|sleep on|doze) (a bit|a little|for {number} minutes|five more minutes)",
    "(give me|let me have) {number} more minutes (in bed|of sleep|before I get up)",
    "go through (all my|my|the) alarms with me",
    "(list|see|look at|tell me) (every alarm|which alarms are set|what alarms there are|when my alarms ring)",
    "(have|let) the alarm (vibrate|ring louder|ring softer|sound like {word}|play {word} music|get louder slowly)",
    "(use|pick|take|select) (a|another|the) {word} (sound|melody|tone|ringtone) (for|as) (my|the) alarm",
    "(change|rename|label) (the|my) alarm (sound|tone|name|label|volume) (to {word}|)",
    "(kill|abort|interrupt|call off|finish|halt|break off|drop|get rid of) (the|my|that) (timer|countdown)",
    "(start|hold|press|use|bring up) (the|my|a) stopwatch (now|)",
    "(time|stop) my (run|lap|sprint|breath) with the stopwatch",
    "(show|tell) me how (many minutes|many seconds|long) the (timer|countdown) still has",
    "(put the timer on (hold|pause)|let the timer (continue|run on|start over))",
    # reminders, calendar, notes
    "(tell|show|give) me (my next|the next|tomorrow's|today's|all) (reminder|appointment|event|reminders|events)",
    "(go through|run through|summarize|list) (my|the) (day|week|agenda|appointments|reminders|notes) (with me|for me|)",
    (
        "(get rid of|scrap|throw away|bin|wipe|forget) (my|the|that|all) (notes|note about {word}|reminder about "
        "{word}|old events)"
    ),
    "(mark|check off|tick off) (my|the) (reminder|{word} reminder|first reminder) (as done|as finished|)",
    (
        "(bring forward|put off|delay|swap|shorten|extend) (my|the) (meeting|appointment|{title}) (by an hour|to "
        "{weekday}|)"
    ),
    "(clear|free|empty|wipe) my (calendar|schedule|diary|whole day|{weekday}) (for {weekday}|)",
    "(find|search for|look for|look up|get me) (my|the|that) (note|notes|memo|memos) (on|about|of|with) {word}",
    "(look|search|go) through my (notes|calendar|reminders|diary) for (the|my|) {word}",
    "(read|say|show|tell) me what I (wrote|noted|wrote down) about {word}",
    "(add|write) (this|more|a line|something) to (my|the) (note about {word}|last note|{word} note)",
    "(put|move) the note (in|into) the {word} (folder|notebook)",
    "(send|mail|export|upload|back up|show) (my|all my|the) (notes|calendar|reminders) (to {name}|to {word}|)",
    "invite {name} and {name} to (the|my|our) (event|meeting|{title}) (by email|in the calendar|)",
    # lists
    "(scrap|drop|erase|wipe|kick) {thing} (off|from) (my|the|our) (list|{list} list)",
    "(uncheck|untick|replace|change|move) {thing} (on|in) (my|the) (list|{list} list)",
    "(swap|replace|exchange) {thing} (for|with|by) {thing} on the (list|{list} list)",
    "(go through|read out|say|tell me|give me|list) (everything on|all of|the things on|what's on) (my|the|our) list",
    "(throw away|get rid of|wipe|start over with|reset) (my|the|our) (list|{list} list)",
    "(set up|open|begin|give me) (another|a new|a fresh) (list|{word} list) (for {word}|named {word}|)",
    "(email|forward|hand|print) the (list|{list} list) to {name}",
    "(merge|combine|join|split) (my|the|both) lists",
    "rename (my|the) {list} list (to|) {word}",
    "(put|order|arrange) (my|the) list (by shop|in order|by name)",
    # calls, contacts, messages
    "(put|place) (him|her|them|the caller) on (hold|speaker|loudspeaker)",
    "(mute|unmute|end|finish|drop|record|hold) (the|this|my) (call|conversation|line)",
    "don't (answer|take|pick up) (it|the call|the phone)",
    "(pick up|get|answer) (it|the phone|when {name} calls|that call)",
    "(let (it|the call|{name}) (ring|go to voicemail|go unanswered)|send (it|this call|{name}) to voicemail)",
    "(tell|show) me (whose call I missed|which people rang|who tried to reach me|who rang while I was out)",
    "(list|see|open|look at|check) (the calls I missed|my call history|the call log|the recent calls|the last calls)",
    "(store|keep|put|memorize) {name}'s (number|address|birthday) (in my phone|in my contacts|in the address book|)",
    "(make|create|open) (a|a new) contact (for|called|named) {name} (with the number {number}|)",
    "put {name} (in|into) my (phone book|address book|contacts|favorites)",
    "(rename|merge|edit|remove|update) (the|my|) (contact|contacts|entry) (of|for|called|) {name}",
    (
        "(let me hear|go through|run through|see|get|listen to) my (new|unread|latest|last|) (voicemail|emails|texts|"
        "inbox)"
    ),
    "(say|read|tell me|read aloud) what {name} (wrote|texted|sent|answered|said in the message)",
    "(pull|bring) up (my|the) (chat|conversation|last messages) with {name}",
    "(unsend|recall|take back|undo|edit|resend) (my|the|that|the last) (message|text|email)",
    "(mark|flag|archive|star|move) (my|the|all) (messages|emails|texts) (as read|as unread|as spam|to the trash)",
    "*(forward|show|delete|print) (what {name} sent|the photo from {name}|the email from {name}|this chat)",
    "(mail|email|fax|e-mail) {name} (that I'm late|about {word}|the {word}|a picture)",
    "(attach|send) (the|a|my) (photo|picture|video|file|document|location) (to|from) (the email|{name}|the message)",
    "(upload|publish|post) (a picture|my photo|this video|the {word}) (to|on) {word}",
    "(follow|unfollow|friend|like) {name} (on {word}|online|)",
    # music and volume
    "(carry on|go on|continue|keep on) (with|playing) (the music|that song|where it stopped|the album)",
    "(pick up|start again) (where the song stopped|the song from the start|from the beginning)",
    "(go|jump|skip) back (a|one|two) (song|track|songs|minute|bit)",
    "(hear|play|have) (this|that|the same) (song|one|track) (again|once more|from the start)",
    "(put|keep|set) (this|that) (song|album|playlist) on (repeat|loop|shuffle)",
    (
        "(put|save|store|add) (this|that|the) (song|track|album|tune) (in|into|to|on|among) my (favorites|{word} "
        "playlist|library|playlists)"
    ),
    (
        "(take|remove|throw|delete|kick) (this|that|the) (song|track|one) (from|off|out of) (my|the) (playlist|library|"
        "favorites)"
    ),
    "(build|put together|set up|compose) (me|) a (playlist|mix tape|new playlist) (for|of|with|from|called) {word}",
    "(empty|copy|edit|rename|merge|open) (my|the|our) {word} playlist",
    "(download|buy|burn|keep|upload) (this|that|the whole) (album|song|playlist) (for offline|on my phone|)",
    "(show|sing|print|read) me the (words|lyrics|text) of this (song|tune)",
    "(name|identify|recognize|shazam) (this|that|the) (song|tune|band|singer)",
    "(turn|switch) (up|down|off) the (bass|treble|equalizer|subwoofer)",
    "(connect|pair|link|unpair|disconnect) (to|) (the|my) (speaker|headphones|car|{room} speaker|tv)",
    "(move|send|transfer) the music to the (car|headphones|{room})",
    "(set|change|turn up|lower) the (alarm|ringtone|call|notification|keyboard) volume",
    "(slow|speed) (the|this) (song|podcast|book) (down|up)",
    # light, brightness, colours
    "(soften|lower|weaken|strengthen|fade) the (light|lights|lamp) (in the {room}|a little|a bit|slowly)",
    "*(put|have|bring) the (light|lights|lamp|{room} lights) (at|to|down to|up to) {number} percent",
    "(give|get) me (a|some) (red|blue|green|purple|warm|cold|romantic|coloured) (light|lights) (in the {room}|)",
    "(let|make) the (lights|lamp|{room} lamp) (blink|flash|flicker|pulse|change colours|glow {word})",
    "(change|switch|swap) the colour in the {room} to {word}",
    "(set|start|choose) (the|a) ({word} scene|light show|disco mode|party mode|night mode|movie scene)",
    "(put|screw) (a|the) new bulb in the (lamp|{room})",
    "(hang|move|carry|unplug) the lamp (in|into|to|from) the {room}",
    "(turn|put|set) the (screen|display|monitor) (brighter|darker|down|up|off|on)",
    # warmth and the house
    "(start|stop|kill|shut off|shut down) the (heating|ac|air conditioning|fan|radiator|boiler)",
    "(put|have|get) the (heating|ac|fan|radiator) (on|off)",
    "(put|set|switch) the (thermostat|heating|ac) (to|in|on) (eco|holiday|auto|night|away|silent) mode",
    "(make|set) (a|the) (schedule|program|timetable) for the (heating|thermostat|lights)",
    "*(let|get) (some|a bit of|) (fresh air|air|the cat|the dog) (in|into the {room})",
    "*(draw|pull|raise|lower|roll up) the (curtains|blinds|shutters|awning) (in the {room}|)",
    "(answer|check|fix) the (doorbell|front door|front door camera|intercom)",
    "(arm|disarm|turn off|turn on) the (burglar alarm|security system|smoke detector|cameras)",
    "(hoover|dust|mop|tidy up|scrub|decorate) the {room}",
    "(change|switch) (the|to) (channel|channel {number}|tv channel)",
    "(set|make) the (torch|flashlight) (strobe|flicker|brighter|weaker|flash three times)",
    "(dim|colour|weaken|blink) (with|) the (torch|flashlight)",
    # travel
    "(quit|end|stop|finish) (navigating|guiding me|the guidance|giving directions|the trip|talking me there)",
    "(turn|switch|shut) off the (navigation|gps|sat nav|directions|navigator)",
    "(drop|scrap|abandon|call off) the (directions|trip|drive) to ({city}|{spot})",
    "(mute|silence|turn off) the (navigation|gps|sat nav) voice",
    "(avoid|leave out) (tolls|motorways|ferries|highways|the {word} road) (on the route|)",
    "(zoom in|zoom out|show the map|turn the map|show me a map of {city}|open the map)",
    "(find|show|take) (me|) (another|a faster|a shorter|a nicer) (route|way) (round the traffic|)",
    "(save|remember|store) this (place|spot|address|location|route) (as home|as {word}|)",
    "let {name} (see|follow) (where I am|my location|my trip)",
    "(hail|reserve|share) (me|) (a taxi|a cab|a ride) (to {spot}|home|at {hour}|)",
    "(get|buy|reserve|print) (me|us|) (train tickets|plane tickets|a bus ticket|two seats) (to {city}|for {weekday}|)",
    "(check|see) (which bus goes|when the train goes|when the next bus goes) to {spot}",
    "(rent|book|hire) (a|me a) (car|bike|scooter|room|hall) (near {spot}|in {city}|for {weekday}|)",
    # the net, the phone, the world
    "(do|make|run) a (web|google|online|quick) search (for|on|about) {word}",
    "(look for|find|hunt for) {word} (online|on the net|on the web|on google|in a search engine)",
    "(look|check|see) on the (internet|web|net) (what {word} costs|for {word}|if {word} is true)",
    "(bing|duckduckgo|wiki|google) {word} (and {word}|for me|)",
    "(see|check|read|tell me) what (wikipedia|the internet|google) says about {word}",
    "(open|load|show me) (the|) (website|page|site|homepage) (of|for) {word}",
    "(get|order|have) (us|me|) (a|some) ({thing}|pizza|food|dinner) delivered (to {spot}|tonight|)",
    "(hire|find) (me|) (a|an) (plumber|electrician|babysitter|cleaner|{word}) (near here|for {weekday}|)",
    "(use|enable|disable|activate) (the|) (camera|bluetooth|hotspot|wifi|dark mode|flight mode|power saving|vpn)",
    "(film|photograph|video|zoom in on) (me|this|the {word}|us)",
    "(take|snap) (another|one more) (photo|selfie|shot|picture)",
    "(scan|read|open) (this|the) (qr code|barcode|receipt|menu|pdf|file)",
    "(copy|paste|cut|type|retype) (that text|this line|the text|the last word)",
    "translate my (message|text|email|note) (into|in) (french|german|spanish)",
    "(track|find|follow) my (parcel|order|package|flight|steps|phone|calories)",
    "(log|record|count) (my|the) (weight|steps|calories|blood pressure|mood) (for today|)",
    "(invest|bet|spend|save) {number} (dollars|euros|pounds) (on|in) {word}",
    "(donate|give) {number} (dollars|euros|pounds) to {word}",
    "(feed|iron|sew|knit|bake|cook|wash) (me|) (a|the|my) ({word}|shirt|cake|cat)",
    "(wait for|look after|pick up|fetch) (the kids|my {word}|the dog|grandma) for me",
    "(predict|guess|tell me) (the future|my fortune|my age|what I'm thinking|who will win)",
    # what was said before
    "(dim|tint|colour) (it|that|them) (a bit|a little|red|blue|)",
    "(make|turn) (it|that|them) (dimmer|red|blue|green|purple|less bright|less red)",
    "(turn|bring) (its|the lamp's|their) brightness (up|down) (a bit|to {number} percent|)",
    "(change|set) (its|the lamp's|their) (colour|color|brightness)",
    "(cross|strike|scratch) (it|that|the last thing) off (my|the) list again",
    "(remove|delete|erase) (it|that|the last item|{thing}) from (the|my) list (again|)",
    "(read|show|say) (it|that|the note|the reminder) (back|again) (to me|)",
    "(undo|revert|take back) (that|the last change|what you did|the last step)",
    "*(hang up|end the call) (on {name}|now|again|)",
    "(resend|forward|unsend) (it|that) (to {name}|)",
    "*(move|copy) (it|that|{thing}) to the other list",
    "*(snooze|mute|pause) (the reminder|my reminders|all notifications) (for an hour|)",
    "(turn|switch) (on|off) (notifications|my reminders|the ringer|vibration|the screen|location sharing)",
    "(sync|share|connect) my (calendar|contacts|reminders) with {word}",
    "(repeat|replay|loop) (it|that|that one|the last one) (again|please|)",
    "(recommend|suggest) (me|us|) (a|some) ({genre}|song|singer|album|new {genre})",
    "(tell|show) me (more about|other songs by|the name of|the age of) (the singer|this artist|the band)",
    "(subscribe to|unsubscribe from|rate|review) (the|this) (podcast|channel|app|{word})",
    "(turn|switch) (on|off) the (subtitles|captions|speakers in the car|microphone|washing machine in the {room})",
    "(measure|check|test) the (air|humidity|noise|temperature of the {word}|water) (in the {room}|)",
    "(show|tell) me (what is on tv|the tv guide|the recipe|the cinema programme)",
    # a few more of what others can do
    (
        "(lay out|put up|write up|prepare) (a|another|an empty) (list|checklist|{word} list) (for|with) (the {word}|"
        "{title}|{word})"
    ),
    "(open|make) (an empty|a separate|a second|a blank) (list|note|calendar|folder)",
    "(write|compose|draft|dictate) (a mail|an email|a letter|mail) (to|for) (my {word}|{name}|the {word})",
    "(drop|shoot) {name} (an email|an e-mail|a postcard)",
    "(start up|bring up|fire up|get me into|log in to) (the|my) ({word} app|calculator|camera|email|gallery|browser)",
    "(get|fetch|install) (the|a) ({word} app|update|game) (from the app store|on my phone|)",
    "(let|roll|bring) the (garage door|blinds|shutters|awning|drawbridge) (down|up)",
    "(lock|bolt|leave open|hold open) (everything|the house|the back door|both doors|the {word} door)",
    "(set|put|start) (the|a) (coffee|washing|dishes|kettle|tea|dryer) (going|on|to boil)",
    "(put|turn|switch) (the|my) (tv|telly|fan|oven|kettle|computer|camera) (on|off) (in the {room}|)",
    "(fast forward|rewind|go back) (the|this) (film|podcast|story|video|chapter)",
    "(find|suggest|look up) a (recipe|novel|film|diet) (with good reviews|for {weekday}|for me to try)",
    (
        "(postpone|shift|push back|rearrange) (everything|all my meetings|the {title}) (until {weekday}|by a day|to "
        "next month)"
    ),
    "*(strike|take|leave) the {title} (out of|off) (my|the) (calendar|diary|schedule)",
    "(silence|block|filter) (unknown numbers|{name}|all calls|spam|the group chat)",
    "(watch|show me) (the|a) (film|movie|tv series|match|quiz show) (about {word}|tonight|)",
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
    # second round
    # alarms and timers
    "(have I set|did I set|have I made) (an alarm|any alarms|my alarm) ({day}|for {weekday}|already|)",
    "will (anything|an alarm|something) (wake me|ring|go off) (tomorrow|on {weekday}|in the morning|)",
    (
        "(do you know|can you see|tell me) (if|whether) (I've got an alarm|an alarm is set|the timer is running|I set "
        "a timer)"
    ),
    "(can|could) I (sleep on|sleep in), or is there an alarm",
    "(for|at) (what|which) (time|hour|days) (did you set|have you set|is) (the|my) alarm",
    "(at|on) what volume (does|will) my alarm ring",
    "(how many|what) (timers|countdowns) (are there|are running|do I have)",
    "(how|what) is the timer doing",
    "(when|at what time) (is the (timer|countdown) (over|up)|will the (timer|countdown) (be done|end))",
    "*how many (minutes|seconds) (to go|more|are still on the timer)",
    "(did|has) the timer (ring|rung|go off|gone off|finished|started)",
    "why (did|didn't|does) (my|the) (alarm|timer) (ring|not ring|go off|stop)",
    # calendar, reminders, notes, lists
    "(what does my (day|week|{weekday}) look like|how is my (day|week|{weekday}) looking) (then|)",
    "(have I got|do I have) (anything|something|plans|an appointment) (on|for|planned) ({weekday}|tonight|tomorrow)",
    "(what|who) am I (doing|meeting|seeing) (today|on {weekday}|tomorrow|tonight)",
    "(where|with whom|how long) is (my|the) (next|) (meeting|appointment|{title})",
    "(when|what day) (did I|am I|do I) (plan|meet|see) (the {title}|{name}|with {name})",
    "(what|which) (was|is) (the|my) (next|last|first) (reminder|note|event|appointment) (about|for today|)",
    "(have I ever written|did I ever note|did I write) (anything|something) (about|on) {word}",
    "(which|what) (note|notes|memo) (mentions|mention|has|is about) {word}",
    "*what (did|does) my (note|memo|reminder) (about|on) {word} (say|mean)",
    "(have|haven't) (I|you|we) (noted|written|saved) (my|the) {word} (anywhere|somewhere)",
    "(what|how many) (notes|reminders|events) (have I|do I have|are there) (about {word}|for {weekday}|)",
    "(what|how much) (do I|do we) still (need|have to buy|need to get) (from the {list} list|)",
    "(is|are) (there|) (anything|something) (left|still|missing) on (my|the|our) (list|{list} list)",
    "(what|which things) (have I|have we|did we) put on (my|the|our) (list|{list} list)",
    "*how long is (my|our|the) (list|{list} list)",
    "(did (I|you|we) (put|add)|have (I|you|we) (put|added)) {thing} (on|to) the (list|{list} list)",
    "(which|what) (list has|lists have) {thing}",
    "(what's|what was|which is) the (first|last|next) (thing|item) on (my|the) (list|{list} list)",
    "(have I done|have I finished|did I forget) (everything|all|anything) (on my to-do list|today|that I wanted)",
    # people
    "(who|which number) (was it|was that) (that called|that rang|on the phone|just now)",
    "(has|have) (anyone|anybody|somebody|{name}) (called|rung|phoned|texted|written|answered) (me|back|) (today|yet|)",
    "(did|have) (I|we) (miss|missed) (a call|any calls|anything|a message) (from {name}|)",
    "(what|how many) (messages|texts|emails) (are there|did I get|have I got) (from {name}|today|)",
    "(what was|what's) (the last message|{name}'s answer|{name}'s last text|in the email)",
    "(why|when) (did|didn't|does) {name} (call|answer|write|text|leave)",
    "(do I have|is there|is) {name} (in my contacts|in the phone book|among my contacts)",
    "(did my (message|text|call|email) (arrive|get through)|(was|has) my (message|text|email) (delivered|been read))",
    "(how|where) is {name} (doing|today|these days|now)",
    "(whose|what) (number|voice|birthday) (is|was) (that|this|it today)",
    # music
    "(what|which) (songs|albums|playlists|artists) (do I have|are in my library|did I like|have you got)",
    "(who|what) (am I|are we) (listening to|hearing)",
    "(what|which) (song|track|album) (was|came) (that|before|before this one|the last one)",
    "(is|was) (this|that) (song|one|album) (by {artist}|new|old|a cover|from a movie)",
    "(what is|how many songs are) (on|in) (my|this|the) (playlist|album|queue) (next|)",
    "(how much longer is|how much is left of|how long is) (this|the) (song|album|playlist)",
    "(what is this song about|what does the singer sing about|what does this song mean|who is she singing about)",
    "(why|how come) (is|has) the (music|sound|speaker) (stopped|so quiet|off|gone)",
    "(is|are) the (music|speaker|speakers|bluetooth|sound) (on|off|connected|working|muted)",
    "(at|on) (what|which) (volume|level) (are we|is it|is the music|is the speaker)",
    # house
    "(what|which) (colour|color|brightness) is the (lamp|light|{room} light) (now|set to|)",
    "(which lamps|in which rooms the lights|what lights) (are|did I leave|have I left) (on|burning)",
    "is the (light|lamp) (still|) burning in the {room}",
    (
        "(did|has) (anyone|somebody|{name}) (turn|turned|switch|switched) (on|off) the (light|heating|oven) (in the "
        "{room}|)"
    ),
    "(can|could) the (lamp|lights) (change colour|be dimmed|blink|be red|fade)",
    "why is the (light|lamp|heating|thermostat) (making noises|broken|not working|so expensive)",
    "(what|which) temperature (did I set|is the thermostat on|does the thermostat show|have you set)",
    "(is|was) the (heating|heater|ac|boiler|thermostat) (running|working|too old|on all night|turned off)",
    "(how much|what) (power|energy|electricity) (do we use|did we use|does the {word} use)",
    "(is the (torch|flashlight) (still on|working|very bright)|does the (torch|flashlight) use much battery)",
    "(who|which) (is|was) (at the door|in the {room}|in the house)",
    # travel
    "(when|at what time) (will|do|would) (I|we) (arrive|get there|be there|be home|reach {city})",
    "(how many|how much) (hours|miles|stops|longer|further) (is it|are we|do we have|to go) (from {city}|to {city}|)",
    "(is|are) there (traffic|a jam|roadworks|an accident|delays) (on the way|to {spot}|on the {word} road|)",
    "(which|what) (bus|train|exit|road|platform) (do I take|goes to {city}|is ours|must I take)",
    "(where|what street) (are we|is this|did I leave the car|is the car parked|am I right now)",
    "(what|when) are the (opening hours|opening times|prices) of {spot}",
    "(does|will) {spot} (open|close|be open|have {thing}|sell {thing}) (on {weekday}|today|at {hour}|)",
    "(how much (does|would)|what (does|would)) (a taxi|a ticket|a flight|the bus) to {city} cost",
    "how (much|many percent of) (charge|battery|storage) (has my phone|is left|has the car|is there)",
    "what (did|should) (you|I) (remind me of|do next|remember|note down) (today|again|)",
    "(what|which) (was|is) the (message|note|reminder|list) (I|we) (sent|made|wrote) (yesterday|last)",
    "what's (my|our) (number|address|wifi password|own number|account number)",
    "how long (was|did) (the call|my last call|I talk) (with {name}|to {name}|)",
    "(how|where) (can|do) I (see|find|change|delete) (my alarms|my notes|my lists|the reminders|old messages)",
    "(can|could) (you|I) (change|delete|remove|edit|read) (notes|lists|events|reminders|messages) (too|at all|here)",
    "(do you|can you) (have|play) (videos|films|games|tv shows)",
    "(which|what) (way|road) is (shorter|faster|better) (to {city}|)",
    "(how|what) (fast|speed) (am I going|are we driving|is allowed here)",
    "is (my|the) (phone|battery|tablet|car) (charged|full|empty|locked)",
    "I (don't need|no longer need|don't want) the (timer|countdown) (any more|anymore|after all)",
    "the (timer|countdown) can (stop|end|go) (now|)",
    "no more (timer|countdown), please",
    "(the eggs are|the cake is|I'm|dinner is) done, (stop the timer|timer off|the timer can stop)",
    "what I have (planned|scheduled|in the diary) {day}, tell me",
    "the (note|reminder|event) about {word} can (go|be deleted|be removed)",
    "the (meeting|appointment|{title}) (is cancelled|was called off|won't happen|is off), (remove|delete|cancel) it",
    "I (can't|won't) (make|come to|be at) the {title}, (cancel|postpone|remove|delete) it",
    "*{thing} can come off (the|my|our) (list|{list} list)",
    "(we|I) (already have|have got|bought|got) {thing}, (cross it out|cross it off|remove it|delete it|tick it off)",
    "we (don't need|no longer need|have enough) {thing} (on|from) the (list|{list} list)",
    "no {thing} on the (list|{list} list) (any more|after all)",
    "new contact: {name} {surname}",
    "I want {name} (in|among) my contacts",
    "(once more|again) (from the top|from the start|the same song|this song)",
    "the song before (this one|that), please",
    "(I like|I love|thumbs up for|give a heart to|five stars for) this (song|track), save it",
    "(more|less) (bass|treble) (please|)",
    "the (lights|lamps|light in the {room}) (should|could|can) be (dimmer|softer|red|blue|less white|warmer)",
    "*(lights|lamp|{room} lights) (at|to) {number} percent",
    "(half|full|medium|low) brightness (for|on) the (lights|lamp|{room} lamp|light in the {room})",
    "(more|less|half the) brightness in the (lamp|lights|{room} lamp)",
    "(I'd like|I want) the (lights|lamp|{room} lights) (in|to be) (red|blue|green|orange|warm white|another colour)",
    "(red|blue|green|pink|yellow|purple) (light|lights) (in the {room}|please)",
    "my (screen|display) should be (brighter|darker|less bright)",
    "(heating|ac|air conditioning|fan) (on|off)",
    "(tv|television|radio alarm|telly|kettle|dishwasher|fan|oven) (on|off)",
    (
        "I (don't need|no longer need|don't want) (the directions|directions|the navigation|the route|the gps) (any "
        "more|anymore|now)"
    ),
    "*no more (directions|navigation|guiding|route), please",
    "we('re| are) (there|here), (stop guiding me|end the route|stop navigating|you can stop the directions)",
    "(bluetooth|wifi|airplane mode|hotspot|silent mode) (on|off)",
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
    # second round
    "(show me how to|teach me how to|tell me how people) (say|spell|write|pronounce) {word} (in {word}|correctly|)",
    "(put|turn|render) ({word}|this sentence|the word {word}) into (spanish|french|german|latin|english)",
    "(give|tell) me the (french|german|spanish|english|latin) (for|word for|name of) {word}",
    "(inform|enlighten|educate) me (about|on) (the|) ({word}|{country}|{name} {surname})",
    "(name|give me|tell me) (one|two|three|five) ({word}s|cities in {country}|rivers|words that rhyme with {word})",
    "(name|tell me) the (capital|president|currency|population|flag) of ({country}|{word})",
    "(work|figure) out (what {number} times {number} is|{number} percent of {number}|the square root of {number})",
    "(add|multiply|subtract|divide) {number} (and|by|from|with) {number}",
    (
        "(turn|change|convert) {number} (miles|feet|pounds|gallons|euros|celsius) (into|to) (kilometers|meters|kilos|"
        "liters|dollars|fahrenheit)"
    ),
    "(recite|quote|read me) (a|some|the) (poem|{word} poem|bible|dictionary|constitution) (by {name} {surname}|)",
    "(compare|rank) ({word} and {word}|{country} with {country}|the best {word}s)",
    "(prove|show) (that|why) (the earth is round|{word}s are {word}|one and one is two)",
    "(list|tell me) (the|some) (symptoms|benefits|ingredients|parts|advantages|kinds) of (a|) {word}",
    "(find|tell me) a (synonym|word|rhyme|better word|plural) (for|of) {word}",
    "(check|correct|improve) (my|the) (grammar|spelling|pronunciation|french|sentence)",
    "(summarize|explain|review) (the|) (book|film|story|theory|news|plot) (of|about) {word}",
    "(quiz|test) me on ({word}|history|my spelling|{country})",
    "(give|teach) me a (crash course|lesson|word|proverb) (in|about|of) ({word}|italian|cooking)",
    "(say|count to {number}|thank you|tell me the alphabet) in (spanish|french|german|{word})",
    "tell me (who|when|where) {name} {surname} (was|lived|died|was born)",
    "(let me know|find out|check) (who won|how the match ended|the score of the game|who is president of {country})",
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
    # second round
    "(do you|can you|could you) (know|tell me|explain) (what|who|where|why) (a|the|) {word} (is|was|comes from)",
    (
        "(do you|does anybody) (know|happen to know) (the capital of {country}|how to make {thing}|{name} {surname}|"
        "what {word} means)"
    ),
    (
        "(I wonder|I've always wondered|I'd like to know|any idea) (why {word}s {word}|who built the {word}|where "
        "{country} is)"
    ),
    "(is it|is that) true (that|what they say about) ({word}s are {word}|{word}s|{country} is cold|the moon is {word})",
    "(where in the world|how far away|on which continent) is ({country}|{city})",
    "in (which|what) (country|part of the world|year|century|state) (is|was|lies) ({city}|the {word}|{name} {surname})",
    "(which|what) (language|languages|money|food) (do they|do people) (speak|use|eat) in ({country}|{city})",
    "how many (people live|cities are|{word}s are) (in|there in) ({country}|{city})",
    "(which|what) (planet|animal|river|mountain|{word}) is the (biggest|longest|fastest|smallest|oldest)",
    "(at|in) what (temperature|pressure) does (water|{word}|iron|butter) (boil|melt|freeze)",
    "(how|why) (do|did) ({word}s|people|birds|planes) (fly|{word}|sleep|begin)",
    "(what|how) (happens|happened) (when|if|to) (you mix {word} and {word}|the {word}|{name} {surname}|I eat {word})",
    "(what's|what is) {number} (squared|cubed|to the power of {number}|divided by {number}|over {number})",
    "(what|how much) (makes|is|are) (twice {number}|half of {number}|a dozen {word}s|{number} dozen)",
    "how many (feet|inches|meters|grams|ounces|liters) (are|is) (in|) {number} (miles|pounds|gallons|cups|kilos)",
    "(what|how) (is|do you call) (the plural of|another word for|the opposite of|the female of) (a|) {word}",
    "(how|how on earth) (is|do you) (spelled|spell|pronounce|write|say) {word}",
    "(how|what) (is|do they say for) {word} in (german|spanish|{word}|my language)",
    "(who|which team) (plays|is winning|won|lost) (tonight|the cup|the {word}|last year|on {weekday})",
    "(what|how) (is|are) the (stock market|price of {word}|exchange rate|dollar|shares of {word}) (today|doing|)",
    "(which|what) (movies|concerts|shows|programs) are on (tonight|in {city}|this week|tv)",
    "(what's|what is) the (best|cheapest|right|quickest) way to (cook|learn|clean|sell|peel) (a|) {word}",
    "(how long|how hot|how much) (must|should|does) (I|a|the) (roast|{word}|bake the) {word} (be|need|cost|cook)",
    "(is|are) ({word}|{word}s|eggs|mushrooms) (good for you|bad for dogs|vegan|legal in {country}|safe to eat)",
    "(was|is) {name} {surname} (still alive|married|a singer|an actor|the first {word}|dead)",
    "(who|which one) (is|was) (older|taller|richer|better), {name} or {name}",
    (
        "(what|which) (day|weekday|date) (was|is|will) (it|yesterday|in {number} days|my birthday|the first) (this "
        "year|be|)"
    ),
    "(what|which) (year|week|century|time) (is it|do we have|are we in) (now|over there|in {country}|)",
    "(how late|how early) is it (now|in {city}|over there|)",
    "(what|who) (came first|is stronger|would win), (the|a) {word} or (the|a) {word}",
    "(should|would) (I|you|we) (rather|really|ever) (eat|buy|marry|learn|visit) ({word}|{country}|a {word})",
    (
        "*(what I'd like to know is|I want to know|I'd like to know|I wonder) (who invented the {word}|what a {word} "
        "is|how {word}s live)"
    ),
    (
        "(I'd like|I want|I need) (to learn|to understand|a lesson in|an explanation of) ({word}|french|how a {word} "
        "works)"
    ),
    "(what|tell me what) {number} (times|plus|minus|divided by) {number} (is|makes|gives)",
)


def asked(patterns):
    """Orders with the politeness that real requests have."""
    before = "(||||please|pls|can you|could you|can u|could you please|would you|I want you to|I need you to) "
    return tuple(f"*{before}{order[1:]}" if order[0] == "*" else before + order for order in patterns)


# The reply to what is said of a call that was right.
PLEASED = "You're welcome!"
NONE = (
    ("Hello! What can I do for you?", GREETINGS),
    ("I'm doing well, thank you! How can I help?", HOW_ARE_YOU),
    (PLEASED, THANKS),
    ("Goodbye! See you soon.", GOODBYES),
    ("I'm a small assistant that lives on this device.", WHO),
    ("I can set alarms, timers and lights, call and write to people, play music, and more.", SKILLS),
    ("Sorry, I don't know any jokes. Can I do something else for you?", JOKES),
    ("That's kind of you! Is there anything I can do?", COMPLIMENTS),
    ("I'm sorry to hear that. Is there anything I can do?", COMPLAINTS),
    ("All right. Tell me when you need something.", NOTHING),
    ("Sorry, I didn't understand that. Could you say it in other words?", GIBBERISH),
    ("Sorry, I don't know that. I can help with alarms, messages, music and the like.", asked(LESSONS) + KNOWLEDGE),
    ("Sorry, I can't do that. I can help with alarms, messages, music and the like.", asked(ORDERS) + ENQUIRIES),
)
