"""What is no request, and what is only half of one.

`NONE`: small talk and what no function does, each with the one reply to it. `INCOMPLETE`: a request with something
missing, the question that the reply asks, and what then completes it. Patterns as in phrases.py; the parts in braces
are those of `values.fill` in the first table and slots in the second.
"""

NONE = (
    (
        "Hello! What can I do for you?",
        (
            "(hi|hello|hey|good (morning|evening|afternoon)|hey there|hi there)", "(hello|hi) (assistant|again|friend)",
            "(what's up|how's it going|yo)", "*howdy", "*greetings",
        ),
    ),
    (
        "I'm doing well, thank you! How can I help?",
        (
            "how are you (doing|today|)", "are you (okay|well|fine)", "how do you (feel|do)", "how's your day",
            "*how are things with you",
        ),
    ),
    (
        "You're welcome!",
        (
            "(thanks|thank you|thx|cheers|great|perfect|awesome|nice|cool) (a lot|so much|very much|)",
            "(thanks|thank you), (that's all|you're great|you're the best|well done|perfect)",
            "(that's|that was) (great|perfect|helpful|nice|all)", "(good|great|nice) (job|work)", "*much obliged",
            "*you rock",
        ),
    ),
    (
        "Goodbye! See you soon.",
        (
            "(bye|goodbye|see you|see you later|good night|bye bye|talk to you later|have a nice day)", "*farewell",
            "*catch you later",
        ),
    ),
    (
        "I'm a small assistant that lives on this device.",
        (
            "(who|what) are you", "what's your name", "are you (human|a robot|real|an ai|a person)",
            "(who|what) (made|built|trained) you", "(where do you live|how old are you|do you have a name)",
            "*introduce yourself",
        ),
    ),
    (
        "I can set alarms, timers and lights, call and write to people, play music, and more.",
        (
            "what can you do", "(help|help me)",
            "(how can you help me|what do you know|what can I ask you|how does this work|what are you good at)",
            "(show|tell) me what you can do", "*what are your skills",
        ),
    ),
    (
        "Sorry, I don't know any jokes. Can I do something else for you?",
        (
            "tell me (a joke|a story|something funny|a riddle|another joke|a secret)",
            "(make me laugh|say something funny|sing a song for me|sing me a song|do you know a joke)", "*crack a joke",
        ),
    ),
    (
        "That's kind of you! Is there anything I can do?",
        (
            "(I love you|I like you|you're (funny|smart|nice|cute|the best|great|amazing)|you're my best friend)",
            "do you (like|love) me", "(will you marry me|be my friend)", "*you're adorable",
        ),
    ),
    (
        "I'm sorry to hear that. Is there anything I can do?",
        (
            "I'm (sad|bored|tired|lonely|stressed|hungry|not feeling well|angry|ill)",
            "(I had a bad day|today was awful|I feel terrible|you're (stupid|useless|annoying|dumb|slow))",
            "(that's|this is) (wrong|bad|not what I said|terrible)", "*I'm feeling down",
        ),
    ),
    (
        "All right. Tell me when you need something.",
        (
            (
                "(nothing|never mind|forget it|no thanks|no thank you|it's okay|okay|ok|all good|yes|no|maybe|hmm|"
                "alright|i see|not now)"
            ),
            "(I don't know|let me think|wait a moment|that's it|i'm just testing)", "*no worries",
        ),
    ),
    (
        "Sorry, I can't do that. I can help with alarms, messages, music and the like.",
        (
            (
                "(order|get me|buy me|deliver) (a|some) (pizza|burger|taxi|sushi|coffee|{thing}|*kebab) (online|for "
                "tonight|from {word}|now|)"
            ),
            "(book|reserve|find) (me|) (a|the) (flight|hotel|table|room|train|ticket|car|*cruise) (to|in|at) {city}",
            (
                "(what's|what is) the (capital|population|president|area|currency|flag) of (France|Spain|{city}|"
                "{word}|Peru)"
            ),
            "(translate|say) {word} (in|into|to) (spanish|french|german|italian|japanese|*swahili)",
            "(how|what) do you say {word} in (spanish|french|german|*korean)",
            (
                "how (tall|old|big|far|heavy|deep|fast) is (mount everest|the moon|the eiffel tower|the sun|{name} "
                "{surname}|the {word}|a {word})"
            ),
            "(who|what) (is|was) {name} {surname}",
            "(who|when) (invented|discovered|won|wrote|painted|built) the {word}",
            "(what's|how much is) {number} (plus|times|minus|divided by) {number}",
            "what (time|day|date) is it (in {city}|now|today|)", "(what's|what is) the (time|date)",
            "(take|make|show me) a (picture|photo|selfie|screenshot|video)",
            "(open|close|lock|unlock) the (door|window|garage|gate|car|curtains|{word} app|*blinds)",
            "(open|start|launch|install|download) (the|) (browser|camera|maps|{word}|email|settings)",
            (
                "(read|show|check|delete|open) (me|) my (messages|emails|mail|notes|calendar|photos|reminders|alarms|"
                "contacts|*inbox)"
            ),
            "(what's|what do I have) on my (calendar|shopping list|todo list|list|schedule) ({day}|)",
            "(delete|remove|cancel|move) (my|the) (note|event|meeting|appointment|reminder|timer|{title})",
            "(stop|cancel|pause|end) the timer", "how (much|long) (time|) is (left|left on the timer)",
            "(remove|delete|take) {thing} (from|off) (my|the) {list} list",
            "(clear|empty|read|show me) (my|the) {list} list",
            (
                "(turn|switch) (on|off) the (tv|television|radio|oven|washing machine|wifi|bluetooth|fan|dishwasher|"
                "coffee machine|computer|*vacuum)"
            ),
            "(start|stop|run) the (dishwasher|washing machine|vacuum cleaner|car|oven|*dryer)",
            "(search|google|look up|find) {word} (on the internet|online|on the web|)",
            "(who won|what's the score of) the (game|match|race|election) (last night|yesterday|{day}|)",
            "(what's|show me|read) the (news|stock price of {word}|latest news|headlines)",
            "(recommend|suggest) (me|) (a|some) (movie|book|restaurant|recipe|game|hotel|*podcast)",
            "(what should I|can you help me) (eat|wear|cook|do|watch) ({day}|)",
            "how do (I|you) (cook|make|bake|fix|clean|build) (a|) {word}",
            "(write|compose) (me|) (a|an) (poem|essay|story|song|letter) about {word}",
            "(spell|define|explain|pronounce) {word}", "(what does {word} mean|what's the meaning of {word})",
            "(flip a coin|roll a dice|pick a number|count to {number}|play a game with me|play chess with me)",
            "(dim|change the color of) the lights (to {word}|)",
            "where (is|are) my (keys|phone|car|glasses|wallet|{word})",
            "(transfer|send|pay) {number} (dollars|euros|pounds) to {name}",
            "(resume|continue|rewind|repeat) the (music|song|track)", "(play|show|watch) the (movie|video|film) {word}",
            "(rate|like|buy|download) this song",
            "(hang up|answer the phone|record a video|call me a taxi|order me a cab)",
            "(is|are) {name} (at home|online|awake|coming)", "why (is|does|do) (the|) {word} {word}",
            "do you (like|know|want|have) {word}",
            "(restart|update|charge|shut down) (the phone|yourself|the computer|my laptop)",
            "*(rent|lease|hire) a {word}", "*(do|solve) my homework", "*what's {number} percent of {number}",
            "*how many {word}s are in a {word}",
        ),
    ),
)  # fmt: skip

# function, first sentence, question, answer
INCOMPLETE = (
    (
        "set_alarm", "(set|create|make) (an|my) alarm|(wake me up|I need an alarm|can you wake me)|*(program an alarm)",
        "What time should I set it for?", "(at|for|) {time}|{attime}",
    ),
    (
        "set_timer", "(set|start) a timer|(I need a timer|timer)|*(run a timer)", "For how long?", "(for|) {duration}",
    ),
    (
        "call", "(make a call|call someone|I want to call someone|I need to make a phone call)|*(place a call)",
        "Who should I call?", "(call|) {contact}|{contact}",
    ),
    (
        "play_music", "(I want to hear something|play a song|put something on)|*(start some tunes)",
        "What would you like to hear?", "(play|) {query}",
    ),
    (
        "set_volume",
        "(change|adjust|set) the volume|(turn (it|the volume) (up|down)|make it (louder|quieter))|*(alter the volume)",
        "Which level, from 0 to 100?", "(to|) {level}",
    ),
    (
        "set_thermostat",
        (
            "(set|change|adjust) the (thermostat|temperature|heating)|(make it (warmer|cooler)|it's too (cold|hot) in "
            "here)|*(alter the heating)"
        ),
        "How many degrees should it be?", "(to|) {degrees} (degrees|)",
    ),
    (
        "navigate", "(I need directions|start navigation|give me directions|navigate)|*(guide me)",
        "Where would you like to go?", "(to|) {place}",
    ),
    (
        "create_reminder", "(set|create|add) a reminder|(remind me of something|remind me)|*(I need reminding)",
        "What should I remind you of?", "to {task}|to {task} {when}",
    ),
    (
        "create_note", "(take|make|write) a note|(I want to write something down|new note)|*(start a memo)",
        "What should I write down?", "{note}",
    ),
)  # fmt: skip
