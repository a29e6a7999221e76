"""What people write to each other. All of it written for this recipe; a file of data, one kind of message a line.

`MESSAGES` may follow a name without anything between ("text anna i'm late"), so each begins with a word that cannot be
part of a name; `NEWS` are those of them that are statements ("let anna know ..."), `TALK` the others. `REPORTS` are any
statements, and need a "that" before them; `DICTATIONS` are any words at all, and need a colon or "saying" before them.
`QUESTIONS` follow "ask anna" and stay whole ("if he is coming"); `ERRANDS` follow "ask anna to" or "tell anna to", and
that "to" is no part of them, like the "that" of messages; `DONTS` ("not to wait up") follow "tell anna"; `WISHES`
follow "wish anna". A message never ends in "please", "thanks" or a punctuation mark: those are noise around it.

The lists are vocabularies of patterns: of each every ninth entry is held out for the test split, besides what bears a
`*` inside.
"""

NEWS = """\
I'm (running late|on my way|almost there|stuck in traffic|outside|sick|busy|free now|*lost)
I'm (at|in front of|close to|leaving) {spot}
I'm at (home|work|the office|the station|the door|the {word}|gate {number}|platform {number})
I'm running (a bit|a little|{number} minutes|ten minutes|about an hour) late
I'm (about to|just about to|going to) (leave|board|go to bed|start cooking|call you|*land)
I'm (still|already|finally) (at {spot}|waiting|at work|home|in bed|on the bus|*packing)
I'm (sorry|so sorry|really sorry) (about (yesterday|the {word}|last night|this morning)|I forgot|for the mess)
I'm (making|cooking|having) {thing} (tonight|for dinner|for lunch|)
I'm (in a meeting|driving|on a call|in class|at the movies) (right now|until {hour}|and can't talk)
I'm (proud of you|thinking of you|worried about {name}|happy for you both|*glad you came)
I'm not (coming|feeling well|sure yet|home yet|mad at you|hungry) (tonight|today|)
I'm taking (the train|the bus|a taxi|the {word}|{name}) (to {spot}|home|at {hour}|)
I'm (off|done|ready|finished) (at {hour}|in {number} minutes|early today|around {hour})
I'm bringing (the {word}|{thing}|{name}|my {word} and {thing}) (tonight|tomorrow|on {weekday}|)
I'm going to (miss the {word}|be there at {hour}|need the {word} back|the gym first|*sell the {word})
I'm out of (milk|gas|battery|{thing}|town until {weekday})
I'm (looking for|parked behind|next to|waiting by|sitting at) the {word}
i am (at home|on the train|late|at {spot}|ill today|very tired|almost done|*delayed)
i am (not coming|working from home|on holiday|in {city}) ({day}|this week|)
im (late|here|omw|so tired|at {spot}|good|on the {word}|*home)
I'll be (there|home|late|back|ready|over) (soon|at {hour}|in {number} minutes|tonight|tomorrow|by {hour}|*shortly)
I'll be there in (five|ten|a minute|a bit|an hour|half an hour|twenty minutes)
I'll be (at {spot}|in {city}|wearing a {word} hat|working late|offline) (on {weekday}|until {hour}|{day}|)
I'll (pick you up|call you|pay|be ready|cook|wait|text you|explain|*drive) (at {hour}|tomorrow|after work|later|)
I'll (pick up|grab|get|buy|bring) {thing} on (the|my) way home
I'll (bring|send|return|fix|print|finish) the {word} (tomorrow|on {weekday}|tonight|when I can|*next week)
I'll (meet|see) you (at {spot}|there|at {hour}|outside the {word}|by the {word} at {hour})
I'll be (five|ten|fifteen|{number}) minutes late
I'll take the (kids|dog|early shift|{hour} train|bus|{word} one)
I'll (let you know|tell you everything|get back to you|send you the details) (tomorrow|later|by {weekday}|)
i will (come at {hour}|be late|call you back|bring {thing}|do it tomorrow|*join you)
I (found|lost|bought|need|like|forgot|sold|dropped|*broke) (the|your|my|a) {word}
I left (the keys|my {word}|the {word}|your {word}) (under the mat|at {spot}|in the {room}|with {name}|on the table)
I left (at {hour}|early|already|you some {thing}|money on the table|work)
I (got|have got|just got) (the job|your letter|the tickets|home|the results|your message|{thing}|*engaged)
I just (landed|left|arrived|woke up|saw {name}|passed the exam|sent it|finished work|*boarded)
I (love|miss|need|forgive|saw|heard|*trust) you
I love you (so much|more|and miss you|both|to the moon|)
I can't (come|make it|sleep|talk|stay|help|*join) (today|tonight|tomorrow|on {weekday}|right now|)
I can't (find|open|remember|fix|see) (the|my|your) {word}
I can't make it to (the {word}|dinner|lunch|{name}'s party|work) ({day}|)
I can (pick you up|help|come|do {hour}|drive|be there by {hour}|*babysit) (on {weekday}|tomorrow|if you want|)
I (have|need|want) to (cancel|go|leave at {hour}|work late|talk to you|see the {word}|*reschedule)
I need (the {word}|your address|a lift|{thing}|help with the {word}|{number} more {word}s|more time)
I (won't|will not) be (home|there|able to come|back) (before {hour}|until {weekday}|tonight|in time)
I (don't|do not) (know|want to|have time|feel well|need it|like {thing}|*mind)
I don't have (the {word}|{name}'s number|any {thing}|money for the {word}|signal here)
I (think|hope|guess|know|*believe) (the {word} is broken|it's going well|you're right)
I (think|hope|guess|know|*believe) ({name} knows|we're lost|it'll rain)
I (paid|sent|finished|booked|cancelled|ordered) the {word} (yesterday|already|today|this morning|for {weekday}|)
I (booked|reserved) a table (for {number}|at {hour}|at the {word}|for {weekday} at {hour})
I (forgot|missed) (my {word}|the {word}|your birthday|the bus|our call|to tell you|the appointment|*the deadline)
I (saw|met|talked to|called|ran into) {name} (today|at {spot}|yesterday|about the {word}|)
I (was|got) (stuck at work|held up|home late|wrong about the {word}|lost in {city}|*delayed)
I would (love to|love that|rather stay home|like to come|prefer {weekday}|say yes)
I'd (love to|rather not|like to see the {word}|be happy to help)
I've (arrived|got the {word}|had lunch|sent the {word}|been thinking|left already|lost my {word}|*moved)
I've got a (bad cold|flat tire|new number|headache|surprise for you|{word} appointment at {hour})
I have (a question|news|to work {day}|your {word}|{number} tickets for {weekday}|the flu|no idea)
I hope (you feel better soon|you like it|the {word} went well|you're okay|{name} is fine|you slept well)
I (work|finish|start|get off|am free) (at {hour}|until {hour}|on {weekday}|late tonight)
we (are|will be|should be) (at|in|near|leaving) {spot}
we (are|will be) (here|late|leaving now|waiting outside|on our way|ready|all fine|*delayed)
we're (having|making|out of) {thing} (tonight|)
we're (meeting|eating|leaving|landing) (at {hour}|at {spot}|in {number} minutes|around {hour})
we're (going|driving|moving|flying) to (the {word}|{city}|{spot}) (on {weekday}|tomorrow|this weekend|)
we need (milk|bread|{thing}|to talk|more chairs|{thing} and {thing}|a bigger {word}|{number} more {word}s)
we (won|lost) (the game|the match|{number} to {number}|again|by {number} points)
we (have|need) to (leave at {hour}|be at {spot} by {hour}|talk about the {word}|hurry|find a {word})
we (can|could|should) (meet|leave|start|eat) (at {hour}|on {weekday}|earlier|later|at {spot}|*sooner)
we (saved you|ordered|have) (a seat|pizza|some {thing}|{thing} for you|*dessert)
we'll be (there|home|late|back) (by {hour}|on {weekday}|soon|in {number} minutes|)
we'll (meet|wait for|pick up|see) you (at {spot}|outside|at {hour}|)
we (arrived|landed|made it|got home) (safely|in {city}|at last|fine|early)
we (had|are having) a (great time|lovely evening|boy|girl|baby|party on {weekday}|problem with the {word})
you (left|forgot) your {word} (at {spot}|in the {room}|in my car|here|)
you (can|may|could|*should) (come over|keep the {word}|start without me|use my {word}|take the {word}|borrow it)
you (were|are) (right|amazing|great tonight|late|the best|wonderful|wrong about the {word})
you don't (need to come|have to wait|need a {word}|have to bring anything)
you have a (package|letter|visitor|meeting at {hour}|{word} in the {room})
you look (great|lovely|tired) (today|in the photo|)
you're (invited|late|the best|welcome any time|on the list|next|*hired)
you owe me (lunch|{number} dollars|a {word}|one|{number} euros)
he (is|was) (sick|late|at {spot}|at school|fine|asleep|not home|very kind|*upset)
he (needs|wants|forgot|has|likes) (the {word}|his {word}|{thing}|a new {word}|to go home)
he'll (be there|call you|come|pay you back) (at {hour}|tomorrow|on {weekday}|later)
she (is|was) (on the way|at {spot}|ill|asleep|doing well|leaving at {hour}|ready|so happy|*furious)
she (said|says) (yes|no|hi|she's sorry|she can't come|it's fine|the {word} is ready|maybe {weekday})
she (needs|wants|has|lost|loved) (the {word}|her {word}|{thing}|a lift|your {word})
they (are|might be) (here|coming|late|closed today|out of {thing}|at {spot}|fighting again|all asleep)
they (cancelled|moved|changed|delivered|lost|*postponed) (the {word}|the meeting|our flight|the order)
they (close|open|start) at {hour}
they (said|say) (it'll be ready on {weekday}|the {word} costs {number} dollars|no|we can come at {hour})
it's (ready|done|raining|broken|fixed|urgent|nothing|fine|over|my turn|too late|*snowing)
it's (on the table|in the {room}|under the {word}|at {spot}|behind the {word}|in my bag)
it's (a boy|a girl|a yes|a long story|a surprise|on me|been a while|all good|{name}'s birthday|the {word} again)
it's (cold|hot|windy|beautiful) (here|in {city}|outside, take a jacket|today)
it's (going to rain|going well|at {hour}|on {weekday}|{number} euros each|not my fault|not far)
it was (great|nice|lovely) (to see you|meeting you|talking to you|having you here|tonight|)
it (works|arrived|broke|starts at {hour}|costs {number} dollars|doesn't fit|snowed|came today|*leaks)
there's (no milk left|{thing} in the fridge|a party at {spot}|traffic on the {word}|a package for you|no school {day})
there's a (problem with|spider in|sale at|note on|crack in|hole in) the {word}
there (are|will be) {number} (of us|people|{word}s left|seats|guests on {weekday})
this {word} is (great|for you|too small|broken|yours)
my (flight|train|bus|car|phone|{word}) (is late|got cancelled|broke down)
my (flight|train|bus|car|phone|{word}) (lands at {hour}|leaves at {hour}|is dead|*is stuck)
my (mom|dad|sister|boss|brother|{word}) (says hi|is here|is sick|called|wants to meet you|said no|arrives at {hour})
my (new number|address|room number|seat|pin|code) is {number} {number}
my {word} is (broken|yours|gone|ready|at {spot}|{word})
my phone is (dying|broken|back|almost dead|on silent)
our (flight|train|meeting|dinner|team|{word}) (is at {hour}|was great|lost)
our (flight|train|meeting|dinner|team|{word}) (got cancelled|starts on {weekday}|is delayed)
your (package|dinner|order|taxi|{word}|bike|table|mom) (is here|is ready|arrived)
your (package|dinner|order|taxi|{word}|bike|table|mom) (is outside|came|is on its way|*got delivered)
your (mom|dad|sister|boss|wife) (called|is here|wants you to call|asked about {weekday})
your {word} is (in the {room}|at my place|on the {word}|under the {word}|with {name})
the (meeting|party|flight|game|train|concert|lesson|{word}) (is cancelled|starts at {hour}|is on {weekday}|was great)
the (meeting|party|call|dinner|{word}) (moved to {hour}|is at {spot})
the (meeting|party|call|dinner|{word}) (ends at {hour}|is tomorrow at {hour}|*got postponed)
the (dinner|lunch|food|car|table|cake|{word}|bed|*soup) is (ready|cold|on the table|gone|in the oven|almost done)
the (keys|glasses|documents|tickets|papers|{word}s) are (under the mat|in the {room})
the (keys|glasses|documents|tickets|papers|{word}s) are (with {name}|on the {word}|*in the drawer)
the (package|key|letter|{word}|phone|book) is (under the {word}|in the {room})
the (package|key|letter|{word}|phone|book) is (with {name}|at {spot}|*behind the {word})
the (vet|doctor|dentist|teacher|landlord|plumber|mechanic) (says {name} is fine|called|can come on {weekday}|is here)
the (plumber|electrician|cleaner|delivery|guy from the {word}) (came|is coming at {hour})
the (plumber|electrician|cleaner|delivery|guy from the {word}) (can't come|charges {number} euros)
the (baby|kids|dog|cat|boys|girls) (are asleep|is asleep|need new shoes|ate the {word}|is sick|won't sleep|*threw up)
the (wifi|door|gate|alarm|garage) (password|code) is ({word}|{number} {number}|{word} {number})
the (rent|bill|{word}|ticket|room|total) (is|was|costs) {number} (dollars|euros|pounds|*francs)
the (bus|train|plane|ferry|{word}) (leaves|arrives|is) (at {hour}|late)
the (bus|train|plane|ferry|{word}) (leaves|arrives|is) (early|from platform {number}|in {number} minutes)
the (heating|printer|internet|washing machine|{word}|elevator) (is broken|works again)
the (heating|printer|internet|washing machine|{word}|elevator) (is too loud|needs fixing|*is leaking)
the (shop|store|bank|{word}|road|pool) is (closed|open until {hour}|closed on {weekday})
the (shop|store|bank|{word}|road|pool) is (full|on the left|behind {spot})
the (milk|bread|{thing}) (is gone|has gone bad|is in the fridge|was {number} dollars)
the (weather|food|view|hotel|beach|{word}) (is amazing|here is great|was awful|in {city} is lovely)
the (results|photos|tickets|flowers|{word}s) (are in|look great|arrived|are on the table|came today)
the (new {word}|old {word}) (is better|broke again|fits|arrived|costs {number} dollars)
the answer is (yes|no|{number}|{word}|on page {number})
the address is {number} {word} (street|road|lane)
the first {word} is (on {weekday}|at {hour}|yours)
dinner (is ready|is at {hour}|at {spot}|on {weekday}|was delicious|is on me|in {number} minutes)
lunch (is at {hour}|tomorrow|at the {word}|on {weekday}|is on the table|was great)
school (is closed {day}|finishes at {hour}|called about {name}|starts on {weekday})
practice (is cancelled|is over|ends at {hour}|moved to {weekday})
traffic is (terrible|bad|awful on the {word}|fine)
class is (cancelled|at {hour}|in room {number}|over)
everything is (fine|ready|okay|set for {weekday}|on sale|still on)
everyone is (here|asleep|asking for you|waiting|coming at {hour})
someone (called|took my {word}|is at the door|found your {word}|left a {word} for you)
nobody (is here|knows|told me|came|answered the {word})
something (came up|smells in the {room}|is wrong with the {word}|for {name} arrived)
tomorrow (is fine|at {hour}|won't work|is {name}'s birthday|we leave at {hour}|at {spot})
I didn't (see|get|mean|sell|finish|eat) (your message|it|the {word}|anything|the {thing}) (yet|today|)
I couldn't (sleep|find the {word}|hear you|come earlier|reach {name}|park anywhere)
I wasn't (home|there|sure|hungry|at {spot}) (yesterday|at {hour}|)
I won't make it (to dinner|tonight|before {hour}|home in time) because (the {word} is late|I'm sick)
I won't make it (to dinner|tonight|before {hour}|home in time) because (of the {word}|of traffic)
I shouldn't have (eaten the {word}|said that|bought {thing}|come)
I might be (late|early|in {city} on {weekday}|wrong|a few minutes late|*delayed)
I should be (home|there|done|back) (by {hour}|around {hour}|before {weekday}|in an hour)
I already (ate|paid|told {name}|fed the {word}|left|have the {word})
I really (like|need|miss|enjoyed) (the {word}|you|your {thing}|our talk|the evening)
I'd better (go|leave now|stay home|call the {word})
I'll be home late so please (feed the {word}|don't wait for me|start dinner|save me some {thing})
I'm at the store, (do we need {thing}|what should I get|they're out of {thing}|call me if you want anything)
I'm stuck (at {spot}|in {city}) and (can't make it|will be late|my phone is dying)
I'm stuck (in the elevator|at work until {hour}|behind a {word}) and (can't make it|will be late|my phone is dying)
I parked the car (at {spot}|behind the {word}|on level {number}|next to the {word})
I'm picking {name} up (at {hour}|from {spot}|after school|on {weekday}) so (don't wait|I'll be late|dinner is yours)
ill be (late|home at {hour}|there in {number}|around|at {spot})
ive (left|got the {word}|paid|no idea)
cant (come|make it|talk now|sleep|wait to see you|find the {word}) (tonight|{day}|)
its (ready|ok|late|at {hour}|me|raining again|on the {word})
we don't (need {thing}|have any {thing}|have school {day}|know yet)
we didn't (win|find the {word}|get the flat|go in the end)
we might (be late|stay until {weekday}|need a bigger {word}|go to {city})
we'll bring {thing} and {thing}
we'll leave at {hour} if the {word} is (ready|done|open)
he (doesn't|didn't) (know|feel well|want to come|like {thing}|answer|eat his {thing})
she (doesn't|didn't) (need a lift|want the {word}|like {thing}|call|sleep well|know about {weekday})
she can't (come|find her {word}|make it {day}|talk right now)
they won't (come|be there|let us in|deliver before {weekday})
they don't (have {thing}|open until {hour}|sell {word}s)
you shouldn't (worry|wait for me|drive|buy the {word})
you won't (believe it|need the {word}|be late)
it didn't (work|hurt|rain|arrive|cost much)
it doesn't (matter|work|fit|hurt any more|start before {hour})
that's (fine|great|okay with me|too late|a good idea|the wrong {word}|not my {word})
dinner's (ready|at {hour}|in the oven|getting cold|on me)
mom's {word} is (ready|at {spot}|on the {word})
the train's (late|cancelled|here|stuck in {city})
the {word}'s (broken|here|ready|gone|on fire|in the {room}|not working)
the kids (are in bed|had {thing}|want {thing} for dinner|miss you|need to be picked up at {hour}|are with {name})
the dog (ate my {thing}|needs a walk|is at the vet|ran away|slept all day|*barked all night)
the doctor said (it's nothing|he can go home on {weekday}|to rest|everything looks fine|come back on {weekday})
the spare key is (under the {word}|with {name}|in the {room}|behind the {word})
the meeting with {name} (is at {hour}|moved to {weekday}|went well|is cancelled)
the flight to {city} (is delayed|leaves at {hour}|was fine|lands at {hour}|is full)
the train to {city} (is late|leaves from platform {number}|was cancelled|stops at {spot})
the bus (broke down|was full|is {number} minutes late|never came)
the password is ({word}|{word}{number}|{word} {word}|still the same)
the party starts at {hour} and (ends late|we need {thing}|{name} is coming|there's {thing})
my train (is late|arrives at {hour}|is stuck near {city}|was cancelled so I'm taking the bus)
my new (phone|job|boss|flat|{word}) is (great|awful|too small|in {city})
my appointment is at {hour}
""".strip().splitlines()

TALK = """\
it's {name}, (I have a new number|call me back|I'm outside|are you home)
this is {name}, (I'm late|call me|I found your {word}|the {word} is here)
happy birthday
happy (birthday|anniversary|new year|easter|mother's day|name day|holidays|{weekday}|*hanukkah)
happy (birthday|anniversary) (you two|to you both|from all of us|dear|and many more|my love|old friend|*champ)
merry christmas (to you all|from {name} and me|and a happy new year|)
good (luck|night|morning|job|idea|evening|to know|one) (with the {word}|tomorrow|everyone|darling|today|)
good luck (with the exam|at the interview|for {day}|on your first day|in {city})
congratulations (on the (baby|new job|house|{word}|wedding|promotion)|you two|to both of you|*graduate)
congrats (on the (new job|baby|{word}|exam)|to you and {name}|my friend|)
thank you (for (dinner|everything|the {word}|coming|the flowers|your help|the lift)|so much|again|)
thanks (for (dinner|the {word}|the lift|the {thing}|your help|last night|*having us)|a lot|again|so much)
well done (on the {word}|today|everyone|my friend|)
welcome (home|back|to {city}|to the team|to the family)
get well soon (dear|and rest|from all of us|)
sorry (I missed your call|I'm late|about the {word}|for yesterday|we can't come|I forgot the {word}|*I overslept)
sorry, (running late|wrong number|I can't tonight|my phone died|the {word} is sold|we are full on {weekday})
sorry for your loss
so sorry to hear about (your {word}|{name}|the {word}|your dad)
no (problem|worries|thanks I'm full|rush|school {day}|need to hurry|idea what happened|milk left|*way)
no, (I can't|the {word} is at {hour}|{weekday} is better|it's at {spot}|we already ate)
yes
yes, (I'm coming|{weekday} works|the {word} is fine|see you at {hour}|we can|I'll bring the {word}|of course)
yes (please bring it|I will|to the {word}|we are coming|that's fine)
ok
okay, (see you there|{hour} is fine|I'll bring {thing}|let's do {weekday}|no problem)
ok (let's do it|see you at {hour}|{weekday} works|fine by me|I'll be there)
sure, (come over|{weekday} is fine|I'll do it|why not|take the {word})
of course (you can|I will|we'll come|)
hi, (are you free {day}|it's {name}|the {word} is ready|can you call me|how is {city})
hi
hello
hello from {city}
hey, (where are you|do you have my {word}|I'm outside|what's up|are we still on for {weekday})
see you (soon|tomorrow|later|at {hour}|on {weekday}|at {spot}|there|in {number} minutes|at the {word}|*around)
see you (on {weekday}|tomorrow|tonight) (at {hour}|at {spot}|then)
let's (meet|talk|eat|go|start) (soon|tomorrow|later|at {hour}|on {weekday}|at {spot}|*early)
let's (have|get|order|cook|share) {thing} (tonight|for dinner|at the {word}|)
let's (move|change|cancel|postpone) (it|lunch|dinner|the {word}|the meeting) (to {hour}|to {weekday}|)
let's (skip|try|do|take|*paint) the {word} (tonight|on {weekday}|again|together|)
let me know (when you're home|if you need anything|by {weekday}|what time|if {hour} works|how it goes|*either way)
let me (in|sleep|know|check the {word}|think about it|drive)
be (there|home|ready|back) (in five|at {hour}|in {number} minutes|by {hour}|soon|before {weekday})
be (careful|nice to {name}|quiet when you come in|quick)
can we (move|change|push) (lunch|dinner|the call|the {word}|our meeting) to ({hour}|{weekday}|tomorrow)
can we (meet|talk|leave|eat|*speak) (at {hour}|at {spot}|later|on {weekday} instead|tonight|early)
can you (bring|get|buy|grab|pick up|*fetch) (the {word}|{thing}|{thing} and {thing}|my {word}|some {thing})
can you (call me|come over|help me|pick me up|feed the cat|open the door) (tonight|at {hour}|later|{day}|)
can you (send|lend|give|show) me (the {word}|{name}'s number|{number} dollars|a photo of the {word}|the address)
can you (watch|walk|drop off|take) (the kids|the dog|{name}|my {word}) ({day}|at {hour}|)
can you (turn off the {word}|close the window|check the {room}|lock the door|water the plants|print the {word})
can I (borrow|have|keep|take|*rent) (your|the) {word} (on {weekday}|tomorrow|for {number} days|)
can I (come|call you|stay|bring {name}|bring {thing}) (at {hour}|tonight|tomorrow|later|)
could you (bring|send|check|return|print) (the|my) {word} (tomorrow|on {weekday}|tonight|)
could we (meet|start|talk|leave) (earlier|at {hour}|on {weekday}|)
do you (want|need|have|like) ({thing}|a lift|the {word}|some {thing}|a bigger {word}|anything from {spot})
do you (know|remember) (where the {word} is|{name}|what time it starts|the code|who called)
do you want to (come over|go to {spot}|see a movie|eat at the {word}|play {word}) (tonight|on {weekday}|)
do (we|I) need (a {word}|tickets|to bring {thing}|{thing}|to book)
did you (get|see|find|send|read|pay|hear about) (my message|the {word}|{name}|my email|it|the news|*my note)
did you (feed the {word}|lock the door|sleep well|call {name}|take the {word}|eat yet)
are you (home|okay|coming|free|awake|there|busy|hungry|still up|at {spot}|*asleep) (tonight|tomorrow|yet|)
are you (bringing|taking|making|using) (the {word}|{thing}|{name}|your {word})
are we (still on for {weekday}|meeting at {hour}|there yet|going to {spot}|*all set for {weekday})
is (the {word} yours|the {word} open|everything okay|it raining there|dinner ready|{name} there|{hour} too late)
is it (ok|okay|fine|alright) if (I bring {name}|we come at {hour}|I'm late|I take the {word}|*we skip {weekday})
was (it good|the {word} on|she happy|that you at {spot})
have you (eaten|seen my {word}|heard from {name}|left|paid the {word}|been to {city}|met {name})
has the {word} (arrived|started|come back)
will you (be home|be late|come|join us|marry me) (tonight|at {hour}|on {weekday}|)
would you (like some {thing}|mind the {word}|come to {city} with me|swap {weekday} for {weekday})
should (I|we) (bring {thing}|wait|come|buy the {word}|order {thing}|leave at {hour}|start the {word})
where are you
where (are|is) (you|the {word}|my {word}|{name}|everyone|the keys|your car|*the remote)
where (should|do|can) we (meet|park|eat|put the {word}|buy {thing})
where did you (put|buy|find|park|leave) the {word}
what's (for dinner|up|the plan|the {word} code|your address|the password|wrong|{name}'s number|*new)
what time (is the {word}|are you coming|does it start|do we leave|shall we meet|works for you|*suits you)
what (do you want for dinner|should I bring|happened|size are you|did the doctor say|about {weekday})
what are you (doing|up to|wearing|cooking|reading) (tonight|tomorrow|on {weekday}|later|)
when (are you|is {name}|are they) (coming|back|free|leaving|home|*arriving)
when (is|does) (the {word}|the game|your flight|dinner|the party|school) (start|ready|over|)
when can (I|we) (call you|come over|see the {word}|meet|talk)
why (are you late|didn't you call|is the {word} {word}|not)
who (is|was) (coming|driving|at the door|that|paying|bringing {thing}|*cooking)
who has (the {word}|my {word}|the keys|{name}'s number)
which (one|{word}|bus|day|color|size) (do you want|is yours|should I take|works for you)
how (are you|was the {word}|did it go|is {name}|is the {word}|was your day|about {weekday}|*was {city})
how much (is the {word}|do I owe you|{thing} do we need|did you pay for the {word})
how many (people are coming|{word}s do you need|days are you staying|of us are there)
how do (I|you) (get to {spot}|cook {thing}|open the {word}|turn on the {word}|spell {word})
how was (the exam|your flight|school|work|the movie|{city}|your day|the {word}) (today|)
call me (back|later|when you can|tonight|tomorrow|at {hour}|when you get this|as soon as you can|*whenever)
call (me|us) (when you get home|if you're late|about the {word}|after {hour}|on {weekday})
text me (when you're there|the address|back|your number|when you land|a photo of the {word}|*once you're home)
send me (the {word}|the address|a photo|your number|{number} dollars|the file|the recipe|the link|*the bill)
(bring|buy|get|grab|pick up|take) (the {word}|{thing}|some {thing})
(bring|buy|get|grab|pick up|take) ({thing} and {thing}|a {word}|your {word}|*an umbrella)
(bring|take) (the {word}|your {word}|{thing}|{name}) to {spot} ({day}|at {hour}|)
please (bring|buy|return|call|send|water|feed|check|*collect) (the {word}|the plants|{thing}|{name}|the cat|my {word})
please (be on time|call me back|hurry|come home|don't tell {name}|wait for me|be quiet|forgive me)
don't forget (the {word}|{thing}|your {word}|to call {name})
don't forget (to vote|about {weekday}|the tickets|to {chore}|*your lunch)
don't (wait for me|be late|worry|buy {thing}|tell {name}|touch the {word}|cook tonight|wake me|*panic)
don't (come|call|start|leave) (before {hour}|without me|tonight|until {weekday}|yet)
remember (the {word}|to bring {thing}|we have {name}'s party {day}|{thing} for the party|our date on {weekday})
remember to (bring {thing}|lock the door|take your {word}|feed the dog|{chore}|call {name})
wait for me (at {spot}|outside|by the {word}|downstairs|)
meet (me|us) (at {spot}|outside|at {hour}|by the {word}|in {number} minutes|at {spot} at {hour}|*downstairs)
come (home|over|early|quick|alone|at {hour}|to {spot}|and get me|as you are|*inside)
come to (dinner|the party|{spot}|my place|lunch) (on {weekday}|tonight|at {hour}|tomorrow at {hour})
leave (the keys with {name}|the {word} outside|at {hour}|me alone|the door open|it in the {room})
put (the {word} in the {room}|{thing} on the list|the chicken in the oven|the bins out|it on my desk)
turn off the (oven|heating|lights|alarm|tv|{word})
take (care|the {word}|your time|a taxi|an umbrella|the bus|the dog out|exit {number}|*it easy)
feed the (cat|dog|fish|{word}) (at {hour}|tonight|before you go|)
pick (me|us|{name}|the kids) up (at {hour}|from {spot}|at {spot}|after school|in {number} minutes)
keep (the {word}|an eye on {name}|the change|me a seat|warm|some {thing} for me)
try (the {word}|turning it off and on|again later|calling {name}|the soup, it's great)
check (your email|the {word}|the mail|the oven|on {name}|your messages)
look (at the moon|in the {room}|under the {word}|up)
say hi to (your mom|{name}|the kids|everyone|{person})
give (mom|dad|grandma|the kids|everyone) (my love|a hug|a kiss)
tell (mom|dad|the kids|everyone) (I said hi|I'm fine|dinner is ready|we miss them)
open the (door|gate|window|garage|{word})
hurry (up|home|the {word} is starting|we are late)
stay (home|safe|there|for dinner|as long as you like|where you are)
sleep (well|tight|in tomorrow)
have a (great|good|safe|nice|lovely) (day|trip|weekend|flight|evening|time in {city}|*journey)
have fun (at {spot}|in {city}|tonight|with {name}|at the {word}|)
drive (safely|carefully|slowly, it's icy)
safe (travels|trip|flight home|journey)
dinner at (ours|my place|{hour}|the {word}|{name}'s) (on {weekday}|tonight|tomorrow|)
nothing (new|yet|for me|is wrong)
just (landed|arrived|leaving|checking in|got your message|saw your call|parked|a reminder about {weekday}|*boarding)
just (wanted to say hi|kidding|finished the {word}|tell me|come in|be yourself)
almost (there|done|home|ready|finished the {word})
still (waiting|at work|on for {weekday}|in {city}|no news|stuck at {spot}|*queueing)
not (today|tonight|yet|before {hour}|my fault|sure about {weekday}|a good time|coming|at home)
maybe (tomorrow|next week|{weekday}|we should wait|at {hour}|later|the {word})
running ({number} minutes|ten minutes|a bit|an hour) late
on (my way|the bus|the train now|my way to {spot}|a call until {hour}|second thought let's stay home)
at (the door|{spot}|the airport|the dentist until {hour}|my desk|{hour} it is)
back (in five|soon|at {hour}|home|in {number} minutes|on {weekday}|to work)
home (in ten|safe|by {hour}|at last|alone)
here (is the address|we are|are the {word}s|comes the {word}|already)
too (bad|late|expensive|tired to come|many {word}s)
all (good|is well|done|the best for {day}|of us miss you|set for {weekday})
same (here|time {day}|place as usual|to you)
next (week is better|time bring {name}|stop is {spot}|year in {city})
tonight (is good|at {hour}|we eat at {spot}|won't work|it's pizza)
today (is a holiday|was great|I can't|it's your turn)
{number} (minutes|more minutes) (and I'm there|left|to go)
if (you're late we start without you|it rains we stay home|you see {name} say hi|you need me call)
because (I love you|the {word} is broken|it rained)
when you (get home feed the cat|see {name} say hi|leave lock the door|are ready call me|have time)
after (work we go to {spot}|the {word} I'm free|{hour} is better)
before (you go lock the {word}|{hour} is too early|I forget happy birthday)
as soon as (possible|I'm home I'll call|the {word} is here I'll tell you)
for (dinner we have {thing}|{name} it's too late|you anything)
only (two seats left|{number} minutes left|you know|the {word} is missing)
never mind (the {word}|I found it|about {weekday}|it's fixed)
guess (what|who I met today|where I am)
nice (to meet you|photo|work on the {word}|{word})
great (news|job on the {word}|idea|game today|to see you)
sounds (good|great|like a plan|fun)
looking forward to (it|{weekday}|the {word}|seeing you|dinner {day})
any (news|plans for {weekday}|luck with the {word}|{thing} left|idea where {name} is)
anything (new|you need from {spot}|else)
one (more thing, bring the {word}|of us has to stay|ticket left for {weekday})
help (is on the way|me with the {word}|yourself to {thing}|*is here)
lost my (phone|keys|{word}|wallet|way)
found (your {word}|it|the {word} in the {room}|a parking spot)
forgot (my keys|the {word}|to tell you dinner is at {hour}|your number)
missed (the bus|you today|my train, next one is at {hour}|your call)
got (it|the {word}|your message|the tickets|home|{thing} for {day})
need (more time|a lift|{thing} from the store|your help with the {word}|anything)
want (to grab lunch|some {thing}|to see the {word}|me to pick you up|*a hand)
going to (bed|{spot}|the gym|be late|miss the {word})
leaving (now|at {hour}|the office|in {number} minutes|{city} tomorrow)
waiting (for you|outside|at {spot}|for the {word}|downstairs)
thinking (of you|about {thing}|about selling the {word})
working (late|from home {day}|on the {word}|until {hour})
miss you (already|so much|all|)
love you (too|lots|mom|so much|)
pizza (tonight|at {hour}|or {thing}|is here)
coffee (at {hour}|tomorrow|at the {word}|on me|is ready)
{hour} (works for me|is too early|is fine|at {spot}|would be better)
whats (up|for dinner|the plan|your address|wrong)
where's (the {word}|my {word}|{name}|everyone|the party|dad)
who's (there|coming|picking up {name}|got the {word}|cooking)
how's (the {word}|it going|your mom|work|{city}|the weather there)
when's (dinner|the {word}|your flight|{name}'s party|it over)
dont (worry|wait|forget the {word}|be late|tell {name})
don't forget to (bring {thing}|lock the door|call {name}|take your {word}|{chore}|water the plants)
did we (win|get the flat|pay the {word}|order {thing})
does (she know|he like {thing}|it work|the {word} fit|{weekday} work for you|anyone have the {word})
won't you (come with us|stay for dinner|call me)
can somebody (open the door|bring the {word}|pick up {name}|explain the {word})
could you pick (me|{name}|the kids) up (at {hour}|from {spot}|from {spot} at {hour}|on {weekday})
can we move (lunch|dinner|it|our call|the {word}) to {hour}
could you tell {name} (the {word} is ready|I'm late|to call me|dinner is at {hour})
please (don't be late|don't cook|leave the door open|come at {hour}|send the {word} by {weekday}|take out the trash)
please let {name} (in|know|sleep|have the {word})
if you go to {spot}, (get {thing}|say hi|bring me {thing}|take the {word})
if you have time (call me|come over on {weekday}|check the {word}|read this)
when you're at {spot}, (buy {thing}|look for {name}|call me|get {thing} and {thing})
make sure (you lock the {word}|{name} eats|the {word} is off|to bring {thing}|the kids are in bed by {hour})
no need to (bring {thing}|cook|come|hurry|pick me up|*apologize)
wish me luck (for the {word}|today|)
speak (soon|later|to you at {hour})
talk (later|soon|to you tomorrow)
sweet dreams
what a (day|game|mess|lovely {word})
whatever (you like|you want is fine|{name} says)
either (day|one) (works|is fine)
hope (you're well|the {word} goes well|to see you {day}|you like {thing})
hope it (goes well|fits|doesn't rain on {weekday})
proud of you
stuck (in traffic|at work|at {spot}|behind a {word})
coming (home|now|at {hour}|back on {weekday}|with {name})
heading (home|out|to {spot}) (now|in {number} minutes|)
landed (safely|in {city}|early)
picking up (the kids|{thing}|{name} at {hour}|the {word})
what about (dinner|{weekday}|{hour}|lunch at {spot}|a {word})
how about (dinner|{weekday}|lunch on {weekday}|a movie|{hour} instead|the {word})
any chance you (can come early|have a {word}|saw my {word}|could drive)
I'm (thinking about|done with|happy about|late because of|tired of) the {word} and the {word}
I'm (with {name}|on the {word}) and (I'll be late|we're coming|it's great)
I (put|left|hid) the {word} (on|in|by|with|for) my {word}
we're (out of|low on|bringing) {word} and {word} for (dinner|the party|the {word})
my {word} and my {word} are (here|gone|at {spot}|with {name})
our (talk|meeting|walk|lunch) about (the {word}|our {word}|{name} and {name}) is (off|at {hour}|on {weekday})
your {word} (with|for|from|about) the {word} is (great|here|ready|wrong|missing)
the {word} (of|with|for|from|in) the {word} is (ready|missing|here|yours|too big)
don't (forget|touch|move|sell|bring|wash) (my|the|our) {word} and (my|the|our) {word}
can you (bring|find|fix|hold|take) (my|the|our) {word} for (me|us|{name}|the {word})
""".strip().splitlines()

MESSAGES = NEWS + TALK

REPORTS = (
    *("{news}",) * 9, "{name} (is here|says hi|called|needs {thing}|wants the {word}|is at {spot}|is fine|*moved out)",
    "{name} and I (are late|will be there at {hour}|broke up|are at {spot}|got married|are on the bus|*had a fight)",
    "{name} {surname} (is coming|called|wants to meet us|is in {city}|*quit)", "{name}'s {word} is (ready|broken|lost)",
    "{weekday} (works|is fine|is better|won't work|is a holiday)", "{word} is {word}",
    "{person} (called|is here|is late)", "mom (is fine|is in hospital|wants {thing}|made {thing})",
    "dad (is home|fixed the {word}|needs the {word}|is asleep)", "{thing} (is on sale|is on the list|was cheap)",
    "{city} is (beautiful|great|too far|expensive|*boring)",
    "a (friend of {name}|{word}|plumber|man from {spot}) (called|is coming at {hour}|is missing)", "{news} and {news}",
    "by {hour} (I'll be home|we'll be there|it's over)",
    "all (the {word}s are gone|is well|trains are late|shops are closed)", "{hour} (is fine|works|is too late)",
    "{news} but {news}", "{number} (people|guests|{word}s) (are coming|are missing)",
    "in (an hour|{number} minutes) (I'm|we're) (home|there|free|at {spot})",
    "on {weekday} (I'm|we're|{name} is) (home|off|busy|at {spot}|in {city})",
    "at {hour} (I'm|we're|{name} is) (home|off|busy|at {spot}|done)",
    "to be honest (I'm tired|I forgot|it's late|the {word} is broken)",
    "{name} and {name} (are|were) (here|at {spot}|late) (with|for|because of) the {word}",
    "(my|our|her|his) {word} and (my|our|her|his) {word} are (gone|here|ready|at {spot})",
    "both (of us|the {word}s|{name} and I) are (late|coming|fine|in {city})",
    "if (it rains|I'm late|{name} calls) (we stay home|start without me|I'll be at {spot})",
    "(after|before) (work|the {word}|lunch) (I'll|we'll) (come over|call you|be at {spot})",
    "so far (nobody|only {name}|everyone) is (here|ready|coming)",
)  # fmt: skip

DICTATIONS = (
    *("{message}",) * 8,
    "{name} (is here|says hi|called|needs {thing}|wants the {word}|is at {spot}|is fine|*moved out)",
    "{name} and I (are late|will be there at {hour}|broke up|are at {spot}|got married|*had a fight)",
    "{name} {surname} (is coming|called|wants to meet you|is in {city}|*quit)",
    "{name}'s {word} is (ready|broken|at {spot})",
    "{weekday} (works|is fine|is better|at {hour}|won't work|is a holiday)", "{word} {word} {word}", "{word} {word}",
    "{word} is {word}", "{word}", "{thing}, {thing} and {thing}",
    "{city} (is beautiful|was great|next week|in {number} days)",
    "{name}, (call me back|dinner is ready|where are you|I'm outside|*wake up)", "{word} and {word} at {hour}",
    "{chore}", "mom (says hi|is in hospital|wants you to call|made {thing})",
    "dad (is home|fixed the {word}|needs the {word}|says hi)", "order number {number} {number}", "room {number}",
    "{number}", "level {number} (behind|near) the {word}", "a {word} for {name}",
    "a (big hug|kiss|thousand thanks|{word} is missing|friend of {name} called)",
    "{thing} (is on sale|and {thing}|for {day})", "{number} {word} (street|road|lane)", "{word} at {hour}",
    "{word} {number} {word}", "{word} on {weekday}", "{word} to {word}", "to whom it may concern, the {word} is late",
    "by {hour} I'll be home", "from {weekday} I'm in {city}", "with love from {name}", "{message} and {message}",
    "{message}, {message}", "{message} and {name} says hi", "{message} but {message}", "ha ha (very funny|good one|)",
    "lol (ok|same|no)", "omw", "brb", "ttyl", "k", "asap", "{name} {word}",
    "in (an hour|{number} minutes) at {spot}", "on {weekday} at {hour}, (at {spot}|same place)",
    "and (don't forget|bring|take) the {word} for the {word}", "so (I'm late|we won|it's done|she said yes|when|what)",
    "to be honest (I'm tired|I forgot|the {word} is broken)", "my {word}, your {word} and the {word}",
    "with {name} at {spot}", "for (you|{name}|the {word}): {word} and {word}", "(up|out|off) to {spot} with {name}",
    "if (it rains|I'm late|{name} calls), (stay home|start without me|go to {spot})", "at {spot}, back at {hour}",
    "(not|just) (now|yet|kidding|today|a {word})", "the {word} and the {word} (are|were) {word}",
    "{message}, {message} and {message}", "{message} because {news} and {news}", "{news}, so {message}, {message}",
    "hi {name}, {news}, {message}, {message}",
)  # fmt: skip

QUESTIONS = """\
(if|whether) (he|she|{name}) (wants|needs|has|likes) {thing}
(if|whether) (he|she|they) (can|could|will|would) (come|help|drive|wait) ({day}|at {hour}|)
(if|whether) (he|she|they) (can|could|will|would) (bring {thing}|call me|stay|*join us) ({day}|at {hour}|)
(if|whether) (he|she|{name}) (is|was) (coming|home|at {spot}|okay|free {day}|still sick|*awake)
(if|whether) (they|we) are (coming|ready|late|home|invited|still meeting at {hour})
(if|whether) (he|she|they) (got|saw|found|sent|paid|*received) (the {word}|my message|my email|the bill)
if {name} is (coming|home|at {spot}|better|in school {day})
if (the {word}|it) is (ready|open|broken|still for sale|raining there|okay)
if (I|we) (can|could|should) (come at {hour}|borrow the {word}|bring {thing}|stay|park there|*drop by)
if there (is|are) (any {thing} left|school {day}|a {word} in the {room}|{number} seats)
if {hour} (works|is okay|is too late|suits)
if {weekday} (works|is fine|is better)
if dinner is (ready|at {hour}|on)
if tomorrow (works|is okay|at {hour} is fine)
whether (it's raining|the {word} arrived|we need tickets|{weekday} or {weekday} is better|to bring {thing})
(when|where) the (party|meeting|{word}|concert|game) (is|starts|was|*takes place)
(when|where) (he|she|they|we) (is|are|was) (coming|eating|meeting|leaving|going)
when (he|she|{name}) (is|will be|gets|comes) (home|back|here)
when (the {word}|dinner|school|the train) (is|starts|ends|leaves|*arrives)
when (I|we) (can|should) (come|call|leave|pick up the {word}|*collect {name})
where (the {word}|my {word}|he|she|{name}|everyone) (is|was)
where (he|she|they) (put|parked|bought|left|found|hid) (the {word}|the car|my {word})
where (I|we) (can|should) (park|eat|meet|buy {thing}|leave the {word})
what time (he|she|it|the {word}|{name}|the train) (arrives|leaves|starts|ends|opens|*departs)
what time (dinner|lunch|the game|the party) is (on {weekday}|{day}|)
what (he|she|they) (wants|needs|thinks|said|would like) (for dinner|from {spot}|about the {word}|for {day}|)
what's (for dinner|wrong|the plan|the wifi password|the {word} code|{name}'s address|on {day})
what the (doctor|teacher|{word}|boss) said
what (I|we) should (bring|wear|cook|do with the {word}|buy for {name})
what {name} (wants for {day}|said|is doing|likes)
what happened (to the {word}|at {spot}|yesterday|with {name})
what size (he|she|the {word}|{name}) (is|wears|needs)
which (one|day|bus|{word}|platform|color) (it is|he wants|we need|to take|is better|she likes)
who (is coming|is driving|called|won|has the {word}|broke the {word}|is picking up {name}|*is cooking)
why (he|she|they) (is late|left|didn't call|sold the {word}|said no|*quit)
how (he|she|everyone|{name}|the baby|grandma) is (doing|feeling|)
how (it|the {word}|the exam|the interview|school|the flight) (went|was|is going|*turned out)
how much (the {word} costs|{thing} we need|I owe|it was|he paid)
how many (people are coming|{word}s are left|eggs we need|seats there are|*tickets we need)
how long (it takes|the {word} is|they will stay|the drive to {city} is|*the {word} lasts)
how to (get to {spot}|cook {thing}|fix the {word}|open the {word}|*clean the {word})
how old {name} is
are you (home|coming|free {day}|okay|awake|still in {city}|*hungry)
do you (want|need|have|like) ({thing}|the {word}|some {thing}|a lift|help)
is (dinner ready|it raining|the {word} open|everything okay|{name} there)
can you (come {day}|help me|call me back|bring {thing}|pick me up at {hour})
did you (feed the cat|find the {word}|see {name}|get my email|lock the door)
(if|whether) (he|she|{name}) and (his|her|my|the) {word} are (coming|there|okay|still together)
(if|whether) (my|our|the) {word} (is in|is on|is at|fits|works for) (the|my|his|her) {word}
(if|whether) (he|she|{name}) (got|wants|needs) (the|my|our) {word} (with|for|of|and) the {word}
(when|where|how) (he|she|they) (got|bought|found|fixed) (the|that|his|her) {word} (with|for|in) the {word}
what (to bring|to wear|to buy|to say) (to|for|about) (the|my|our|his) {word}
who is (coming|bringing {thing}|in charge of the {word}|at the door|with {name})
why (he|she|{name}) (is|was) (late|sad|angry about the {word}|not at {spot})
how (the {word} went|he is|she is|the talk about the {word} was|it went with {name})
how (the trip to {city}|the exam|the first day|dinner with {name}) was
which (bus|train|{word}) (to take|is right|we need|goes to {spot})
""".strip().splitlines()

ERRANDS = """\
call me (back|later|tonight|tomorrow|at {hour}|when (he|she) is free|as soon as possible|)
call ({person}|the {word}|home|the doctor) (back|{day}|)
(bring|buy|get|pick up|grab|*fetch) ({thing}|some {thing}|the {word}|{thing} and {thing}|my {word}|a {word})
(bring|take|return) (the {word}|his {word}|her {word}|{thing}) (to {spot}|back|home|tomorrow|on {weekday})
pick (me|us|the kids|{name}) up (at {hour}|from {spot}|at {spot}|after school|tonight|*from practice)
pick up (the kids|{name}|the {word}|a package|my suit) (at {hour}|from {spot}|{day}|)
(come|be|get) (home|here|there|back) (by {hour}|soon|early|before {hour}|at {hour}|{day})
come (over|to dinner|to {spot}|at {hour}|inside|early|for lunch) (on {weekday}|tonight|{day}|)
(feed|walk|wash|let out|*brush) the (cat|dog|fish|{word}) (at {hour}|tonight|)
(wait|meet me|meet us) (at {spot}|outside|for me|by the {word}|until {hour}|*downstairs)
(send|email|show|give|lend) me (the {word}|the address|a photo|the file|{number} dollars|{name}'s number|the recipe)
(turn off|check|switch off|clean) the (oven|heating|lights|{word}|{room}|stove)
(lock|close|open) the (door|window|gate|garage|{word})
(water|trim) the (plants|flowers|{word}|garden)
(put|leave) the ({word}|keys|bins|bread|package) (in the {room}|outside|under the mat|on the {word}|with {name})
(take out|bring in) the (trash|garbage|recycling|bins|{word})
(hurry up|be careful|be quiet|stay home|drive safely|relax|go to bed|wake up|slow down|*calm down)
(join us|sit with us|come with us|eat with us) (for dinner|at {spot}|on {weekday}|at {hour}|)
(book|reserve|cancel|confirm) (a table|the {word}|the hotel|the tickets|the appointment) (for {weekday}|at {hour}|)
(pay|sign|print|finish|check|read|*scan) the ({word}|bill|contract|form|report|rent) ({day}|by {weekday}|)
(look after|watch|babysit|keep an eye on) (the kids|{name}|the dog|my {word}|the baby) (tonight|on {weekday}|)
(save|keep|order) (me|us) (a seat|some {thing}|{thing}|a piece of cake|the {word}|*dessert)
(start|begin|go|eat|leave) (without me|at {hour}|early|now|with {name})
(take|catch) the (bus|train|{word}|{hour} train|next flight|*ferry)
(let|drop|give) (me|us|{name}) (in|off at {spot}|a lift|know by {weekday}|the {word})
(text|write to|message|tell) (me|{name}|us|the teacher) (when (he|she) arrives|about the {word}|the address|the truth)
(fix|repair|move|sell|paint) the ({word}|car|bike|door|fence)
(move|change|postpone) the (meeting|call|{word}|dinner) to ({hour}|{weekday}|tomorrow)
(get well|have fun|sleep well|eat something|rest|try again|*cheer up)
(vote|apply|pack|register) (by {weekday}|for the {word}|tonight|early)
{chore}
do the (dishes|laundry|homework|shopping|{word})
make (dinner|{thing}|coffee|a cake|the bed) (tonight|for {number} people|)
say hi to ({name}|the kids|everyone|{person})
help (me|{name}) with (the {word}|homework|the boxes|{thing})
(bring|buy|pack|take) (my|his|her|our|the) {word} and (my|his|her|our|the) {word} (to {spot}|{day}|)
(think|talk|read|ask {name}) about (my|our|the|that) {word} (with {name}|and the {word}|)
(look|ask|wait|check) for (my|our|the|a) {word} (in|on|under|behind) the {word}
(put|write|send|add) (a|the|my) {word} (on|in|to|for) (the|my|our) {word}
be (at {spot}|here|ready|nice to {name}|on time) (by {hour}|on {weekday}|{day}|)
come to (my|our|the) {word} (with|and bring) ({name}|{thing}|a {word})
stop (calling|texting|waiting|worrying about {name}|feeding the {word})
""".strip().splitlines()

DONTS = """\
not to (worry|wait|wait up|wait for me|hurry|come|cook|call|panic|be late|*bother) (tonight|today|)
not to (forget|bring|buy|touch|sell|open|eat|*move) (the {word}|{thing}|his {word}|my {word}|the {thing})
not to (call|come|start|leave|eat) (before {hour}|without me|until {weekday}|so early)
not to (tell {name}|wake the baby|pick me up|leave the door open|be angry|feed the {word}|lose the {word})
not to (drive so fast|stay up late|work too hard|spend too much|go to {spot}|be mad)
not to (talk|worry|think) about (the|our|my) {word} and (the|our|my) {word}
not to (sit|wait|look|stop) (for|in|on|at|by) the {word}
not to (lend {name} my {word}|show {name} our {word}|go out without {name}|pay for {name}|cook for us)
""".strip().splitlines()

WISHES = (
    "a (happy birthday|merry christmas|good night|great day|safe trip|nice weekend|speedy recovery|happy new year)",
    "(happy birthday|good luck|all the best|a lovely holiday|a good flight|success|merry christmas|*happy easter)",
    "good luck (for|with) the (exam|interview|{word}|game|*audition)",
    "a (good|nice|great|safe) (trip|time) (to|in) {city}",
    "(a happy anniversary|a good start|a wonderful day|lots of luck|a great time|good luck for {day}|*a long life)",
    "a (very|really|) happy (birthday|anniversary|easter|retirement|name day|mother's day|father's day|{weekday})",
    "a (merry|happy|peaceful|blessed) (christmas|hanukkah|diwali|eid|{word}) and a (good|happy|great) new year",
    "(happy|a happy) (birthday|anniversary|new year) and (many more|all the best|a lot of {word}|lots of luck)",
    "(all the best|lots of luck|much success|lots of fun) (with|for|in|at) (the|our|my|the new) {word}",
    "(luck|success|fun|strength|courage) (with|for|in|at) the {word}",
    "(a good|a safe|a pleasant|a nice) (flight|drive|journey|stay|weekend) (to|in|with) (the {word}|{city}|{name})",
    "(a|a very) (good|calm|restful|lovely) (night|morning|evening|day|weekend|start in the new {word})",
    "(sweet dreams|a quick recovery|a speedy return|a good rest|good health|a full recovery after the {word})",
    "(good morning|good night|bon voyage|safe travels|a happy {word} day)",
)  # fmt: skip

PATTERNS = {}
VOCABULARIES = {"message": MESSAGES, "news": NEWS, "question": QUESTIONS}
# Slots of sentences: slot: (argument, patterns).
SENTENCE_SLOTS = {
    "message": ("text", ("{message}",)),
    "news": ("text", NEWS),
    "report": ("text", REPORTS),
    "dictation": ("text", DICTATIONS),
    "question": ("text", QUESTIONS),
    "errand": ("text", ERRANDS),
    "dont": ("text", DONTS),
    "wish": ("text", WISHES),
}
