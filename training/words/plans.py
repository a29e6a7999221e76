"""What people plan and write down: chores, the names of events, topics of reminders, notes.

`CHORE`, `OCCASIONS`, `EVENTS` and `MEMOS` are vocabularies of whole entries as somebody would say them, each with the
details that make them real: a place, a person, a reason, a number. `CHORES`, `TITLES`, `TOPICS` and `NOTES` are the
patterns, which draw from those and put others together from parts. Every chore begins with a verb, so that "to" fits
before it; no title begins with an article, which `CALENDAR` adds; no chore or title ends in a day or a time, which
would be arguments of their own. The file is long because what fills free text must be broad.
"""

CHORE = (
    "stretch|drink water|go to bed|go for a run|lock the door|close the windows|check the oven|leave for the airport|"
    "cancel the gym membership|back up the laptop|pack my bag|study for the exam|make dinner|hand in the form|"
    "take a break|wrap the presents|get a haircut|return the library books|defrost the chicken|move the car|"
    "check my email|do yoga|bake a cake|update my resume|change the sheets|fix the bike|set the table|"
    "empty the dishwasher|write the minutes|sign the papers|pick up my suit from the dry cleaner's|"
    "take the chicken out of the freezer|call the bank about the card|drop the kids off at school|"
    "collect the parcel from the post office|bring back {name}'s umbrella|give {name} the money back|"
    "put the bins out|take the bins in|put the laundry in the dryer|hang out the washing|iron my shirt for the wedding|"
    "book the dentist|make an appointment with the eye doctor|order new contact lenses|refill the prescription|"
    "pick up the prescription|take the antibiotics|give the dog his tablets|give the cat her medicine|"
    "walk the neighbour's dog|feed the neighbour's cat|water the tomatoes|mow the lawn|rake the leaves|"
    "shovel the snow|salt the driveway|cover the plants|bring the plants inside|close the greenhouse|"
    "lock up the bikes|pump up the tires|check the tire pressure|change the oil|wash the car before the trip|"
    "fill up the tank|get petrol on the way|renew the parking permit|pay the parking ticket|put money in the meter|"
    "move the car before the street cleaning|buy a train ticket|print the boarding passes|check in for the flight|"
    "pack the chargers|pack sunscreen and towels|exchange some money|check the passport is still valid|"
    "apply for the visa|send the application to the embassy|ask the landlord about the heating|"
    "call the plumber about the leak|ring the council about the bins|phone the insurance company|"
    "cancel the free trial|cancel the newspaper|change my password|back up the photos|update the phone|"
    "charge the camera|charge the toothbrush|reply to {name}'s email|answer the invitation|send the invitations|"
    "confirm the reservation|reserve a table for {number}|book a table at the {word}|order the cake|pick up the cake|"
    "buy candles for the cake|get a card for {name}|buy a present for {person}|wrap {name}'s present|"
    "send a card to {person}|post the letter to {name}|mail the package to {city}|return the shoes|"
    "return the jacket to the shop|exchange the trousers|take the watch to be repaired|drop off the dry cleaning|"
    "take the car to the garage|take the cat to the vet|take {name} to the airport|pick {name} up from the station|"
    "pick up {name} from practice|pick the kids up from {name}'s|fetch grandma from the clinic|meet {name} at the gate|"
    "let the plumber in|leave the key under the mat|give the spare key to {name}|hide the presents|"
    "buy bread on the way home|get milk and eggs on the way home|stop at the pharmacy|go to the bank|"
    "go to the post office before it closes|swing by the hardware store|go shopping for the party|"
    "look for my passport|find the receipt for the washing machine|find a babysitter|look up the bus times|"
    "check the train times to {city}|check on {person}|check on the bread|check on the soup|turn the roast|"
    "take the cake out of the oven|take the bread out|put the pizza in|preheat the oven|soak the beans|"
    "marinate the chicken|feed the sourdough|start the rice cooker|put the wine in the fridge|take out the steaks|"
    "drink more water|take my vitamins with food|take my blood pressure|do my back exercises|ice my knee|"
    "practice the piano|practice my speech|practice spanish for {number} minutes|do the homework with {name}|"
    "read to the kids|help {name} with maths|sign {name}'s school form|pay for the school trip|"
    "pack the kids' lunches|wash the football kit|put the swimming things in the bag|bring snacks to the game|"
    "bring a cake to the office|bring my laptop home|bring the projector|bring cash for the taxi|"
    "print the tickets|print the contract|scan the passport|sign the lease|send the lease back|"
    "send the invoice to {surname}|send {name} the photos from the trip|share the slides with the team|"
    "finish the slides for {weekday}'s meeting|prepare for {weekday}'s interview|prepare the quarterly numbers|"
    "review {name}'s draft|read the contract again|submit the expenses|hand in my timesheet|file the tax return|"
    "send the documents to the accountant|ask {name} about the budget|ask my boss for a day off|ask for a raise|"
    "talk to {person} about the holidays|thank {name} for the flowers|apologize to {name}|say sorry to my sister|"
    "congratulate {name} on the new job|wish {name} good luck|tell {name} about the concert|tell mum I'm not coming|"
    "invite the neighbours for dinner|remind {name} about the keys|remind {name} to pay the rent|"
    "transfer the money to {name}|pay {name} back|pay the babysitter|pay the cleaner|pay the gas bill|"
    "pay off the credit card|pay the second instalment|top up my bus card|check the bank statement|"
    "read the water meter|read the electricity meter|clean the filters|clean out the fridge|defrost the freezer|"
    "descale the coffee machine|descale the kettle|clean the fish tank|change the cat litter|brush the rabbit|"
    "vacuum under the bed|mop the kitchen floor|wipe the windows|clean the gutters|sweep the chimney|dust the shelves|"
    "fold the laundry|sew on the button|mend the fence|oil the hinges|tighten the tap|change the light bulb|"
    "replace the batteries in the smoke alarm|test the smoke alarm|reset the router|turn the heating down|"
    "turn off the sprinkler|turn off the christmas lights|switch off the iron|unplug the tv|close the garage|"
    "lock the back door|shut the gate|draw the curtains|air the bedroom|light the fire|charge the scooter|"
    "take photos of the flat|measure the window|measure the space for the sofa|put up the shelf|hang the picture|"
    "paint the fence|order paint samples|assemble the crib|clear out the garage|sort the recycling|"
    "take the bottles back|take the old clothes to charity|donate blood|go to choir|go to the gym|go swimming|"
    "go jogging with {name}|stand up and stretch|take a walk|look away from the screen|breathe|meditate|"
    "write in my journal|write to {name}|write a thank you note to {person}|call {name} about the tickets|"
    "call {name} on her birthday|call the school about the bus|ring the dentist to move my appointment|"
    "text {name} the address|text {name} when I land|email the teacher|email {name} the report|"
    "send {person} the recipe|download the map|download a film for the flight|record the match|watch the news|"
    "watch the game with {name}|buy tickets for the concert|buy tickets to {city}|vote|return the ladder to {name}|"
    "get the ladder from {name}|borrow a drill from {name}|lend {name} the tent|give the book back to {surname}|"
    "renew the domain|push the code|deploy the fix|review the pull request|update the spreadsheet|order more toner|"
    "book the meeting room|cancel the meeting with {name}|move the meeting with {surname}|call in sick|"
    "set up the printer|install the update|empty the vacuum cleaner|rotate the mattress|turn the compost|"
    "plant the garlic|sow the carrots|prune the roses|pick the apples|feed the birds|let the chickens out|"
    "shut the chickens in|collect the eggs|milk the goats|check the beehive|bring in the firewood|cover the pool|"
    "get the kids' vaccination cards|get my flu shot|get the results from the lab|book a blood test|"
    "make a doctor's appointment for {name}|ask the pharmacist about the cream|change the bandage|"
    "put on sunscreen|wear the brace|bring my glasses to the optician|try the new shampoo on the dog|"
    "take off my contact lenses|start packing|start dinner|stop working|leave|leave early|get going|wake {name}|"
    "wake the baby|tidy up before the guests come|make the beds for the guests|put fresh towels in the bathroom|"
    "chill the drinks|buy ice|cut the bread|make a salad for the picnic|boil the potatoes|peel the carrots|"
    "send the rent to mr {surname}|sign up for the {word} class|register for the marathon|enter the competition|"
    "hand over the keys|say goodbye to {name}|try the other {word}|"
    "wear something green|dress warmly|take the long way round|take an umbrella|take the {number} to {city}|"
    "ask {name} whether she needs a lift|ask if the shop has it in blue|see if the parcel came|"
    "find out when the museum opens|decide about the {word}|think about the offer|make a list for {person}|"
    "start the robot|run the dishwasher|drain the pipes|check the mail|check the mousetraps|look after {name}'s fish"
    "|put the cake on the table|add salt to the soup|put {name} on the guest list|add the new dates to the website|"
    "write the shopping list|note the meter reading|book a table for my mum and dad|get the tickets for our trip|"
    "check if my passport and visa are in the bag|put the bins and the boxes out|bring the tent and the sleeping bags|"
    "call my bank about the card and the pin|tell {name} about the change of plan|talk to my boss about our holiday|"
    "set the table for {number}|set up the tent in the garden|plan the trip with {name}|plan our summer holiday|"
    "move the boxes to the attic|cancel the order for the {word}|save the photos to the cloud|"
    "schedule a call with {name}|"
    "make a note of the mileage|put my name on the list for the {word}|write down the recipe for {name}|"
    "remind {name} of the party and the present|pick up the keys for our flat|look in on the neighbour's cat|"
    "have a look at the {word}|have a word with {surname}|be nice to {name}|see the {word} about my {word}|"
    "take notes for {name}|put some money in the piggy bank|ask for the bill and the receipt|"
    "hang my coat in the wardrobe|"
    "prepare a speech about {word}|order a cake for our anniversary|read the book about {word}|"
    "{verb} the {word} of {name}|"
    "{verb} our {word} and my {word}|{verb} the {word} for my {word}|{verb} my {word} to {word}|{verb} it|"
    "{verb} that {word}"
).split("|")
VERBS = (
    "check fix clean print sell borrow measure paint deliver repair collect test read practice pack sort scan pick "
    "review plan bring carry empty fill wash dry fold iron polish oil cut glue sew mend open close move lift hang "
    "mail post send sign file copy count weigh order return replace renew cancel confirm download upload update "
    "install unplug charge water feed brush cook bake freeze peel chop find hide wrap label store recycle book "
    "rebook finish start"
).split()
CHORES = (
    *("{chore}",) * 18, *("{written_tasks}",) * 18, "call {person}",
    "call {person} back", "(call|ring|phone|text|email) {person} about (the|his|her|my|our) {word}",
    "(buy|get|order|pick up|return|grab|*fetch) {thing}", "(buy|get|pick up|bring) {thing} and {thing}",
    "(buy|get|pick up) {thing} for {person}", "(buy|get|order) a (present|card|gift|cake|ticket) for {person}",
    (
        "(pay|check|send|print) (the|my) (rent|bill|electricity bill|taxes|invoice|phone bill|water bill|credit card|"
        "deposit|insurance|fine|fees|*tuition)"
    ),
    "(feed|walk|wash|brush|weigh) the (dog|dogs|cat|fish|horse|rabbit|chickens|puppy|*hamster)",
    "(water|cut|trim|plant|move) the (plants|flowers|grass|hedge|herbs|bushes|trees|*roses)",
    "(take|put) out the (trash|garbage|recycling|rubbish|bins|paper|glass|*compost)",
    "take (my|the) (pills|medicine|vitamins|tablets|insulin|iron|eye drops|antibiotics|*painkillers)",
    "take the (trash|garbage|rubbish|dog|cake|meat|{word}) out",
    "take the {word} out of the (oven|car|box|freezer|*bag)",
    "take (the|my) {word} to (the|) {spot}", "bring (the|my|a) {word} to (the|) {spot}", "{verb} the {word}",
    "{verb} the {word}", "{verb} {name}'s {word}", "{verb} my {word}", "{verb} the {word} and the {word}",
    "(email|text|meet|visit|ask|thank|message|write to|*invite) {person}",
    "(book|reserve) (a|the) (flight|hotel|table|ticket|train|room|seat|*ferry) (to|in) {city}",
    "renew (my|the) (passport|license|insurance|library card|permit|subscription|membership|contract|*visa)",
    "(wish {person} a happy birthday|send flowers to {person}|say thanks to {person}|wish {person} luck)",
    "(clean|tidy|paint|vacuum|air|sweep|*decorate) the {room}",
    "(turn|switch) off the (oven|heater|stove|iron|heating|computer|tap|fan|water|sprinkler|*kettle)",
    "charge (my|the) (phone|car|laptop|watch|camera|headphones|tablet|*drill)",
    "(bring|give|lend|show|send|return) the {word} to {person}", "(give|lend|send|show|bring) {person} the {word}",
    "(finish|start|write|read|send|print) the (report|essay|slides|letter|article|proposal|{word}|*chapter)",
    "{verb} {word} (with|for|about) {name}", "{verb} {word}", "{verb} {word} {word}",
    "do (the|my) (laundry|dishes|homework|taxes|shopping|ironing|exercises|washing up|*hoovering)",
    "pick up {name} (from|at) (school|work|the airport|the station|practice|{name}'s|the {word}|*kindergarten)",
    "pick (up|) the kids (up|) from (school|nursery|{name}'s|the {word}|football|*daycare)",
    "(drop|leave) {name} (off|) at (school|work|the station|the {word}|*college)",
    "(ask|tell) {person} (about|to bring|to fix|to sell) the {word}",
    "(ask|tell) {person} (that|if|whether) (the|his|her|my) {word} is (ready|broken|free|safe|*done)",
    "(go to|leave for|stop at|be at) (the|) {spot}", "(go to|stop by|call at) {name}'s (house|shop|party|place)",
    "(sign|register) (up|) for the {word} (class|course|race|trip)", "(cancel|stop|pause) (my|the) {word} subscription",
    "put (the|my) {word} (in|on|under|behind|next to) the {word}", "look (for|at) (the|my) {word}",
    "(check|see|find out) (if|whether|when|where) (the|my) {word} (is ready|is open|works|arrived|closes|*failed)",
    (
        "{chore} (on the way home|before bed|after work|after lunch|before dinner|when I get home|before I leave|"
        "after the meeting|when {name} comes|with {name}|for {name}|again|*after breakfast)"
    ),
    "{chore} and {chore}", "(make|cook|prepare) {word} for (dinner|lunch|{name}|the party)",
)  # fmt: skip
# Common nouns: an article may stand before them, and "a", not "an".
OCCASIONS = (
    "concert|movie night|game night|book club|barbecue|picnic|haircut|job interview|school play|date night|"
    "dentist appointment|doctor's appointment|vet appointment|hair appointment|tax appointment|dental cleaning|"
    "check-up|blood test|flu shot|physio session|therapy session|massage|manicure|driving lesson|driving test|"
    "piano lesson|guitar lesson|swimming lesson|spanish class|yoga class|dance class|pottery class|cooking class|"
    "first aid course|parents' evening|parent teacher conference|parents' meeting|school trip|sports day|"
    "school concert|school fair|graduation ceremony|graduation party|birthday party|house party|housewarming party|"
    "garden party|farewell party|leaving do|retirement party|surprise party|costume party|christmas party|"
    "new year's party|wedding|wedding rehearsal|wedding anniversary|baby shower|bridal shower|christening|funeral|"
    "memorial service|family dinner|family reunion|family lunch|team lunch|team meeting|team building day|"
    "staff meeting|board meeting|budget meeting|project meeting|sales meeting|client meeting|kick-off meeting|"
    "stand-up|weekly stand-up|daily stand-up|status call|conference call|video call|phone call with {name}|"
    "phone interview|quarterly review|performance review|code review|design review|sprint planning|retrospective|"
    "planning session|training session|workshop|webinar|product demo|demo for {name}|presentation|"
    "presentation for {word}|press conference|lecture|guest lecture|seminar|chemistry exam|maths test|spelling test|"
    "final exam|study group|thesis defence|language exchange|football match|football practice|basketball game|"
    "tennis match|chess tournament|chess club|choir practice|band practice|rehearsal|dress rehearsal|recital|"
    "theatre trip|theatre night|movie with {name}|museum visit|gallery opening|food festival|flea market|"
    "farmers market|street fair|charity run|half marathon|bike ride|bike tour|hike with {name}|hiking trip|"
    "camping trip|fishing trip|road trip|boat trip|ski trip|business trip|weekend trip|day trip to {city}|"
    "flight to {city}|train to {city}|bus to {city}|ferry to {city}|trip to {city}|house viewing|flat viewing|"
    "car inspection|car service|car wash|tyre change|boiler service|boiler inspection|chimney sweep|fire drill|"
    "delivery of the {word}|sofa delivery|parcel delivery|plumber visit|visit to {person}|visit from {person}|"
    "playdate|playdate with {name}|sleepover|sleepover at {name}'s|poker night|quiz night|karaoke night|wine tasting|"
    "blood donation|town meeting|residents' meeting|neighbourhood meeting|committee meeting|church service|"
    "bible study|prayer meeting|mosque visit|job fair|career day|company party|summer party|deadline|tax deadline|"
    "meeting with {person}|meeting with {name} and {name}|call with {person}|lunch with {person}|dinner with {person}|"
    "dinner with {name} and {name}|date with {name}|session with {name}|session with dr {surname}|"
    "meeting about {word}|meeting about the {word}|talk about {word}|talk by {name} {surname}|visit at {word}|"
    "{word} meeting|{word} party|{word} class|{word} festival|{word} concert|{word} review|{word} workshop|"
    "{word} lesson|{word} tournament|{word} night"
    "|talk about the garden|talk about our budget|review of my work|review of the year|call with my bank|"
    "dinner for our anniversary|dinner with my wife and her parents|lunch with my boss and his wife|"
    "meeting about the new kitchen|meeting for the school trip|meeting in the old library|meeting of the {word} club|"
    "day at the beach|day at the zoo with the kids|day out with {name}|night at the theatre|night in {city}|"
    "party for the neighbours|party at my sister's|visit to the dentist with {name}|visit of the {word} museum|"
    "concert in the park|walk in the woods|walk with {name} and the dog|walk to the lake|tour of the castle|"
    "call about my {word}|call to the insurance|lesson on {word} and {word}|course in {word} for beginners|"
    "show with {artist}|show about {word}|launch of the {word}|test for the {word} licence|wine and cheese evening|"
    "meet and greet with {name}|lunch and learn|bring and buy sale|question and answer session|"
    "trial and review meeting|"
    "{word} and {word} fair|{word} of the {word}|{word} for {name}|{word} with {name} and {name}|{word} in the {word}|"
    "{word} about {word}|{word} to {city}|calendar review|planning day|diary swap|list of speakers meeting"
).split("|")
# Names that stand by themselves.
EVENTS = (
    "lunch with aunt {name}|dinner at {name}'s|drinks at the {word}|drinks with the team|breakfast with {person}|"
    "brunch with {name} and {name}|coffee with {person}|coffee at the {word} cafe|tea with grandma|lunch at the {word}|"
    "dinner with the neighbours|dinner with {name}'s parents|lunch with the in-laws|pizza with the kids|"
    "ice skating with {name}|bowling with the team|bowling|swimming with {name}|tennis with {name}|golf with {name}|"
    "squash with {surname}|football with the boys|running with {name}|gym|gym with {name}|yoga|pilates|zumba|spinning|"
    "climbing|judo|karate|ballet|choir|physio|physio for the knee|dentist|dentist for {name}|doctor|dr {surname}|vet|"
    "vet with the cat|hairdresser|optician|eye appointment|eye test|oil change|open house|open evening|"
    "{name}'s birthday|{name}'s birthday party|{name}'s party|{name}'s wedding|{name}'s recital|{name}'s graduation|"
    "{name}'s farewell|{name}'s baby shower|{name}'s school play|{name}'s football match|{name}'s {word}|"
    "mum's birthday|dad's birthday|dad's surgery|mum's operation|grandpa's eightieth birthday|our anniversary|"
    "parents' anniversary|kids' swimming|kids' dentist|family photos|passport photos|passport renewal|"
    "appointment with {person}|appointment at the bank|appointment at the embassy|appointment at {word}|"
    "interview with {person}|interview at {word}|interview for the {word} job|exam preparation|office party|"
    "all hands|one on one with {name}|one-to-one with {surname}|hand over to {name}|onboarding for {name}|"
    "{name}'s first day|induction|annual review|end of term concert|opening night|arrival of {person}|"
    "{name} and {name}'s wedding|{name} visiting|{person} visiting|babysitting for {name}|babysitting|"
    "house cleaning|window cleaning|bin collection|gas meter reading|boiler repair|internet installation|"
    "plumber|electrician|moving day|cinema with {name}|opera|opera with {person}|{song} at the theatre|"
    "{artist} concert|{artist} live|{word} {word}|{word} against {word}|{city} trip|{city} marathon|"
    "holiday in {city}|conference in {city}|weekend in {city}|night train to {city}|stopover in {city}|"
    "check-in at the {word} hotel|review of {word}|workshop on {word}|webinar on {word}|demo of {word}|"
    "deadline for {word}|submission of the {word}|release of {word}|release party|election|general election|"
    "carnival|easter lunch|christmas dinner|thanksgiving dinner|eid dinner|diwali party|passover dinner|"
    "new year's brunch|halloween party|work drinks|after work drinks|pub with {name}|pub quiz|bingo|poker at {name}'s|"
    "piano tuning|guitar practice|orchestra rehearsal|dungeons and dragons|board games with {name}|movie at {name}'s|"
    "salsa|cooking with {name}|gardening with {name}|volunteering|volunteering at the shelter|{word}"
    "|coffee and cake with grandma|drinks for {name}'s birthday|dinner and a film|lunch in the garden|"
    "breakfast with my brother and {name}|rounders in the park|football with my cousins|chess with dr {surname}|"
    "moving to the new flat|picking up {person}|picking up the car|meeting {person} at the station|"
    "meeting {name} for coffee|seeing {name} about the {word}|painting the fence with {name}|shopping for the wedding|"
    "shopping with my mum|packing for {city}|flying to {city}|driving to {city} with {name}|talking to the bank|"
    "working from home|working on the {word}|starting the new job|{name}'s talk about {word}|{name}'s visit to {city}|"
    "{name} and {name}'s party|our talk about {word}|my call with {name}|our trip to {city}|my turn to cook|"
    "{artist} in {city}|{song} in the park|{word} and {word}|{word} with {name}|{word} for the {word}|{word} in {city}|"
    "{word} of {word}|{word} on {word}|{word} {word} {word}"
).split("|")
TITLES = (
    *("{written_titles}",) * 14, "{occasion}", "{occasion}", "{occasion}", "{occasion}", "{event}", "{event}",
    "{event}", "{event}",
    "(dentist|doctor|hair|vet|eye|physio|bank|*tax) appointment", "(dentist|doctor's|doctor) appointment",
    "(lunch|dinner|breakfast|coffee|drinks|brunch|tea|*supper) with {person}",
    "(lunch|dinner|drinks|coffee|breakfast) (at|in) (the {word}|{name}'s|{city}|the {word} (cafe|bar|*bistro))",
    "(lunch|dinner|drinks|coffee) with {person} (at|in) (the {word}|{name}'s|{city})",
    "(meeting|call|interview|chat|session|*workshop) with {person}",
    "(meeting|call|lunch|dinner) with {name} and {name}", "(meeting|call) with {person} about (the|) {word}",
    "(team|project|budget|board|staff|parents|marketing|planning|design|{word}|*sales) meeting",
    "(meeting|talk|call|seminar) (about|on) {word}",
    "{name}'s (birthday|party|wedding|recital|graduation|exam|concert|match|play|farewell|*christening)",
    "(birthday|house|farewell|garden|office|dinner|pool|*engagement) party",
    "(yoga|piano|spanish|dance|cooking|swimming|french|violin|drawing|english|*pottery) (class|lesson|course)",
    "(football|soccer|tennis|basketball|chess|hockey|volleyball|*rugby) (practice|game|match|training|tournament)",
    "(flight|train|trip|bus|ferry|*cruise) to {city}", "{word} {word}",
    "{word} (meeting|class|session|festival|day|night)", "{word}",
    "(visit|appointment|interview|checkup) at (the|) {word}",
    "(review|workshop|webinar|demo|deadline|presentation) (of|for|on) (the|) {word}",
    "(weekly|monthly|quarterly|annual|daily|first|final|*yearly) (review|meeting|report|call|check|{word})",
    "{person} (visits|arrives|comes over)", "{event} and {event}",
    # second round: titles that hold words of the sentence around them
    "{occasion} (with|for) {person}", "{occasion} (in|at) the {word}", "{event} (and|with) {word}",
    "(lunch|dinner|coffee|drinks|breakfast) (and|with|for|about) {word}", "{word} (and|with|for|of|in|about) {word}",
    "(call|meeting|lunch|talk) with {name} (about|on|for) (my|our|the) {word}",
    "(my|our) {word} (with|about|for) {word}",
)  # fmt: skip
# A title as it stands in the sentence, with the article that fits.
CALENDAR = (
    *("{title}",) * 9, *("(a|a|the|my|our) {occasion}",) * 4, "(my|the) {event}",
    "an (appointment|interview|exam|event|*audition) with {person}",
    "an (appointment|interview) (at|for) (the|) {word}",
    "an (eye test|oil change|open house|office party|opera night|art class|exam|evening class|*auction)",
    "(my|the) (exam|interview|appointment|eye test|operation|anniversary|oil change)",
)  # fmt: skip
TOPICS = (
    "(the|my|) (meeting|party|rent|laundry|exam|interview|appointment|{word}|{word} {word}|*inspection)",
    (
        "(the|my|our) (tickets|taxes|dentist|bins|parcel|passport|test results|doctor's appointment|keys|homework|"
        "deadline|insurance|car|medicine|pills|bill|bills|subscription|dishes|roast|oven|reservation|*deposit)"
    ),
    "{name}'s (birthday|{word}|wedding|exam|concert|flight|present|game|email|*surgery)", "{title}",
    "(a|the|my|our) {occasion}", "(the|my) {word} (for|with|from|at) {person}", "(the|my) {occasion}",
    "the (money|book|form|{word}) for {name}", "(the|our) (call|meeting|lunch|talk|trip) with {person}",
    "(mum|mom|dad|grandma|{name})'s (birthday|appointment|visit|medicine|*anniversary)", "{thing}", "the {thing}",
    "the {word} in the (oven|car|fridge|freezer|dryer|{room})", "{word} {word}", "(the|my) {word} and the {word}",
    "(the|my|our) {word} (of|with|about|to|in|on) (the|my|) {word}", "the {word} that {name} (wants|lent me|needs)",
)  # fmt: skip
# Whole notes, as they are typed or said.
MEMOS = (
    "the spare key is with mrs {surname} in flat {number}|the spare key is under the flower pot|bike lock code {code}|"
    "the bike lock code is {code}|my locker code is {code}|the garage code is {code}|alarm code {code}|"
    "the pin of the blue card starts with {number}|the wifi password is {word}{code}|guest wifi is {word} {word}|"
    "boiler serial number {code}|car registration {code}|order number {code}|booking reference {code}|"
    "flight {code} leaves from gate {number}|train leaves from platform {number}|our seats are {number} and {number}|"
    "hotel room {number}|parked on level {number}|parked in {word} street|parked next to the {word}|"
    "the car is in row {number}|we left the bikes behind the {word}|{name} is allergic to nuts|"
    "{name} is allergic to {thing}|{name} doesn't eat meat|{name} doesn't drink coffee|{name} takes size {number}|"
    "{name} wears a size {number} shoe|{name}'s new address is {number} {word} street|"
    "{name}'s new number ends in {code}|"
    "{name}'s birthday is on the fourth of may|{name}'s dog is called {word}|{name}'s girlfriend is called {name}|"
    "{name} and {name} are getting married in june|{name} moved to {city}|{name} works at {word} now|"
    "{name} borrowed the drill|{name} has my {word}|{name} still has the {word}|{name} owes me {number} euros|"
    "I owe {name} {number} dollars|I lent {name} the {word}|I lent {number} euros to {name}|"
    "the plumber charges {number} an hour|the plumber's number is in the drawer|the landlord's name is mr {surname}|"
    "the new teacher is called {name} {surname}|the neighbour's cat is called {word}|the doctor said to rest|"
    "the doctor said no coffee after lunch|the vet said to come back in two weeks|next check-up in six months|"
    "blood type o positive|shoe size {number}|ring size {number}|the bedroom window is {number} by {number}|"
    "the shelf is {number} centimetres wide|the sofa has to fit through a {number} centimetre door|"
    "paint colour in the hall is {word} {word}|the wall colour is called {word} {number}|"
    "the recipe needs more salt|less sugar in the cake next time|bake at {number} degrees for half an hour|"
    "two parts flour one part butter|soak the beans the night before|the {word} soup was great|"
    "the wine we liked was {word} {word}|try the {word} restaurant in {city}|good pizza at {word}|"
    "the best coffee is at {word} in {city}|{name} recommended the book {song}|read {song} by {name} {surname}|"
    "watch the film {song}|listen to {artist}|look up {artist}|song for the wedding: {song}|"
    "gift idea for {person}: {thing}|{person} wants {thing} for christmas|{person} would like a {word}|"
    "book idea: a {word} who can talk|idea: a {word} made of {word}|idea for the talk: start with a story|"
    "business idea: {word} for {word}s|blog post about {word}|question for the doctor: is it normal|"
    "ask {name} about the {word}|ask the bank why the card was blocked|the bank closes at {hour}|"
    "the shop opens at {hour} on {weekday}|the library is closed on {weekday}s|bins go out on {weekday}|"
    "rubbish is collected on {weekday} morning|the cleaner comes every {weekday}|rent is due on the first|"
    "the meeting moved to {weekday}|the meeting with {name} went well|{name} can't come on {weekday}|"
    "{name} arrives on {weekday} at {hour}|the concert starts at {hour}|the next dose is at {hour}|"
    "took the tablet at {hour}|fed the cat at {hour}|the baby slept until {hour}|run was {number} minutes|"
    "weight {number} kilos|blood pressure one twenty over eighty|temperature was {number} point five|"
    "mileage {code}|gas meter {code}|electricity meter reads {code}|water meter {code}|filled up for {number} euros|"
    "spent {number} dollars on groceries|taxi cost {number} euros|the ticket was {number} pounds|"
    "cash in the blue envelope|the passports are in the top drawer|the christmas lights are in the attic|"
    "the receipts are in the kitchen drawer|the tent is in {name}'s garage|the remote is behind the sofa|"
    "the fuse box is behind the door|the main tap is under the sink|turn the boiler key to the left|"
    "the printer needs black ink|the tap in the bathroom drips|the back tyre loses air|the left brake squeaks|"
    "the lamp in the {room} flickers|the door of the {room} sticks|the {room} needs painting|"
    "left the umbrella on the bus|left my glasses at {name}'s|hid the presents in the wardrobe|"
    "milk is nearly finished|we are out of {thing}|buy {thing} when it's cheap|no more {thing}|"
    "call {person} about the {word}|thank {name} for the {word}|send {name} the pictures|"
    "plants need water every three days|change the filter in march|warranty ends in october|"
    "insurance number {code}|case number {code}|reference {code}|tracking number {code}|gate code {code} hash|"
    "the {word} opens with a magnet|happiness is a warm {word}|don't trust the {word}|never buy {word} again|"
    "be kind to {name}|I dreamt of a {word}|saw a {word} in the garden|first snow today|{name} took her first steps|"
    "{name} said his first word|lost a tooth|{name} lost a tooth|finished chapter {number}|stopped at page {number}|"
    "meeting notes: {name} does the {word}, {name} the {word}|agenda: {word}, {word} and {word}|"
    "{word} goes before {word}|{word} stands for {word} {word}|the {word} file is on the {word} drive|"
    "the password hint is my first pet|the {word} is {number} years old|the bus to {city} is number {number}|"
    "platform {number} for {city}|change trains in {city}|the hotel in {city} is called {word}|"
    "breakfast is from {hour} to {hour}|quiet after {hour}|check-out is at {hour}|key card is in the wallet"
    "|it was {name} who broke the {word}|"
    "it takes {number} minutes to walk to the {word}|this {word} needs two of the small batteries|"
    "note from {name}: the {word} is off|the list of guests is with {name}|the notes are in my red folder|"
    "in the red box there are {number} {word}s|in {city} the shops close early|on the back of the door is the {word}|"
    "down the road from {name}'s is a good {word}|my idea for the party is {word} and {word}|"
    "my half of the rent is {number} dollars|to open the {word} turn it to the left|"
    "to get to {name}'s take bus {number}|"
    "for the {word} we need {number} metres of rope|and now we are {number} {word}s short|"
    "write to {name} about the {word}|save {number} euros for the trip|put {number} drops in the water|"
    "so far {name} has read {number} pages|me and {name} share locker {number}|our table is the one by the window|"
    "we had {word} and {word} for lunch|the {word} with the blue lid is for {name}|{name} is down with a cold|"
    "{name} is in my {word} class|{name} says that the {word} is a fake|{name} said to water it twice|"
    "a {word} is not a {word}|some {word}s are blue|the wall is {number} by {number}"
).split("|")
NOTES = (
    *("{memo}",) * 14, *("{written_notes}",) * 16, *("{written_commands}",) * 2, "{written_tasks}", "{written_titles}",
    "(the|my|our) (wifi|door|gate|locker|bike|garage|safe|alarm|suitcase|*gym) (password|code|combination) is {word}",
    "(the|my|our) (wifi|door|gate|locker|bike|garage|safe|alarm|*office) (code|number|pin) (is|) {code}",
    "(the|my|{name}'s) {word} is (in|under|behind|next to|with|on top of) the {word}",
    "the {word}s are (in|under|behind|on) the {word}", "(the|my) {word} is (with|at) {person}",
    "the car is (parked|) (on level {number}|at {spot}|behind the {word})", "{chores}", "{chores}",
    "{thing}, {thing} and {thing}", "{thing} and {thing}",
    "{name} (likes|owes me|wants|hates|sells|found|needs|*collects) (the|a|) {word}s",
    "{name} (likes|wants|prefers|ordered|eats no|is allergic to) {thing}",
    "(idea for|ideas about|draft of|plan for|title for|*thoughts on) (the|a|) {word}",
    "(idea|plan|todo|question|quote|recipe|title|password|*dream): {word} {word} {word}",
    "(my|the|our) (locker|flight|room|seat|order|table|ticket|bus|*berth) (number|) is {number}",
    "{word} {word} {word}", "{word} {word}", "{word}", "{word} {number}", "{word}, {word} and {word}",
    "gift ideas for {person}", "{name} {surname} (lives at|works at|studies) {spot}",
    "the {word} (costs|weighs|needs|takes|holds) {number} (dollars|kilos|euros|litres|minutes|*pounds)",
    "the {word} (opens|closes|starts|ends|leaves|arrives) at {hour}", "the {word} (is|was) on {weekday}",
    "{message}", "{word} equals {word}", "call {person} about the {word}", "buy {thing}",
    "I (left|put|lent|sold|lost|saw|parked|hid) (the|my) {word} (at {name}'s|in {city}|to {name}|*nearby)",
    "(we|they|I) (need|want|have|had|found|forgot) {number} {word}s", "{event} was (great|boring|fun|{word})",
    "(this|it) (was|is) (a|my|the|{name}'s) {word}", "{name} (thinks|says|told me) (that|) the {word} is {word}",
    "(in|on|to|for|with|at) the {word} (is|goes|stays|was) (a|my|the) {word}", "(a|some) {word} (of|in|with) {word}",
    # long ones
    "{memo} and {memo}", "{memo}, {memo} and {memo}", "{memo}, also {message}", "{memo}, {message} and {message}",
)  # fmt: skip

# Numbers of locks, orders and meters: digits, or letters and digits.
DIGIT = "(0|1|2|3|4|5|6|7|8|9)"
LETTER = "(a|b|c|d|e|f|g|h|j|k|l|m|n|p|r|s|t|u|v|w|x|y|z)"
CODES = (
    DIGIT * 4, DIGIT * 4, DIGIT * 5, DIGIT * 6, DIGIT * 3, LETTER + DIGIT * 2, LETTER * 2 + DIGIT * 4,
    LETTER + DIGIT * 3 + LETTER, f"{DIGIT * 2} {DIGIT * 2}",
)  # fmt: skip

PATTERNS = {"chores": CHORES, "title": TITLES, "code": CODES}
VOCABULARIES = {"chore": CHORE, "verb": VERBS, "occasion": OCCASIONS, "event": EVENTS, "memo": MEMOS}
# Slots of sentences: slot: (argument, patterns). A deed is a chore that somebody puts on a list.
SENTENCE_SLOTS = {
    "task": ("text", CHORES),
    "topic": ("text", TOPICS),
    "title": ("title", CALENDAR),
    "note": ("text", NOTES),
    "deed": ("item", CHORES),
    "appointment": ("text", CALENDAR),  # an event that a reminder names; more stands behind it
}
