"""The words that fill requests: names, places, songs, chores, messages. All of it written for this recipe.

A `VOCABULARIES` entry is one of many, of which some are kept for the test split; a `PATTERNS` entry is a pattern of
`Draw`. In both, `{word}`, `{name}` and the like are drawn in turn, and some of those are words invented on the spot.
"""

import re

from clock import WEEKDAYS, clock, numeral

NAMES = (
    "Anna Ben Carla David Emma Felix Grace Henry Isabel Jack Kate Liam Maria Noah Olivia Paul Quinn Rosa Sam Tina "
    "Uma Victor Wendy Xavier Yara Zoe Ahmed Bianca Chen Deepak Elif Fatima Giorgio Hana Ivan Jorge Kofi Leila Mehmet "
    "Nadia Omar Priya Raj Sofia Tomás Ursula Vikram Wei Yusuf Zainab Aaron Bella Connor Daisy Ethan Freya George "
    "Holly Isaac Julia Kevin Laura Mark Nina Oscar Peter Rachel Steve Tom Vera Will Amy Bob Chris Diana Eric Fiona "
    "Greg Helen Ian Jane Karl Lucy Mike Nick Pam Rob Sarah Tim Joe Max Ella Mia Leo Lena Jonas José Renée Zoë Björn "
    "Siobhán Dmitri Agnes Boris Clara Dario Edith Marta Hugo Ingrid Joanna Kurt Lorenzo Monica Nora Otto Petra Rita "
    "Stefan Thea Ulrich Viola Walter Yvonne Abdul Chloe Dylan"
).split()
SURNAMES = (
    "Smith Jones Miller Brown Garcia Patel Kim Novak Rossi Weber Silva Murphy O'Brien Tanaka Larsen Dubois Kowalski "
    "Haddad Okafor Lindgren Moreno Schmidt Wong Fischer Baker Clarke Evans Hughes Khan Lopez Meyer Nguyen Park Reed "
    "Singh Turner Young"
).split()
KIN = (
    "(my |)(mom|dad|mum|sister|brother|wife|husband|boss|grandma|grandpa|aunt|uncle|cousin|neighbor|*godmother)",
    (
        "my (best friend|girlfriend|boyfriend|daughter|son|mother|father|partner|landlord|manager|colleague|roommate|"
        "*nephew)"
    ),
    "(the|) (office|doctor|dentist|vet|school|plumber|electrician|garage|pharmacy|bank|*nursery)",
    "(aunt|uncle|doctor|dr|mrs|mr|*professor) {name}",
)  # fmt: skip
CITIES = (
    "Paris|London|Rome|Berlin|Madrid|Lisbon|Vienna|Prague|Oslo|Dublin|Athens|Warsaw|Budapest|Zurich|Geneva|Milan|"
    "Naples|Porto|Munich|Hamburg|Cologne|Leipzig|Lyon|Nice|Bordeaux|Seville|Valencia|Boston|Chicago|Denver|Seattle|"
    "Dallas|Austin|Miami|Atlanta|Phoenix|New York|San Francisco|Los Angeles|San Diego|Las Vegas|New Orleans|Toronto|"
    "Vancouver|Montreal|Mexico City|Lima|Bogotá|São Paulo|Buenos Aires|Cairo|Lagos|Nairobi|Cape Town|Casablanca|"
    "Tunis|Istanbul|Dubai|Mumbai|Delhi|Tokyo|Kyoto|Osaka|Seoul|Beijing|Hong Kong|Singapore|Bangkok|Hanoi|Manila|"
    "Jakarta|Sydney|Perth|Melbourne|Auckland|Reykjavik|Helsinki|Stockholm|Copenhagen|Kraków|Riga|Tallinn|Vilnius|"
    "Kyiv|Sofia|Zagreb|Split|Belgrade|Glasgow|Cardiff|Leeds|Bristol|Galway"
).split("|")
SPOTS = (
    "home", "work",
    "(the|) (airport|hospital|library|beach|zoo|museum|stadium|city hall|town hall|gym|harbor|*courthouse)",
    "(the|) (central|main|north|south|east|west) (station|park|market|mall|library)",
    (
        "(the|) (nearest|closest|next) (gas station|pharmacy|supermarket|bakery|hospital|parking lot|bus stop|atm|"
        "*charging station)"
    ),
    "{number} {word} (street|road|avenue|lane|square|*boulevard)",
    "{word} (street|square|park|station|hotel|beach|hill|*castle)", "{name}'s (house|place|office|flat|*studio)",
    "(the|) {word} (restaurant|cafe|museum|bridge|hotel|theater|*winery)", "{city}", "{city}",
    "{city} (airport|station|zoo|*cathedral)", "(a|the|) (coffee shop|pizza place|bank|post office|car wash)", "{word}",
    "my (office|hotel|parents' house|school|place|dentist)", "(the|) {word} {word}",
)  # fmt: skip
WORDS = (
    "oak maple river stone silver golden green hill lake moon sunset winter summer harbor castle rose mill church "
    "garden bridge king queen market forest cherry willow copper eagle lion tiger wolf bear fox raven falcon anchor "
    "lantern mirror velvet thunder shadow ocean desert valley meadow island canyon crystal ivory amber scarlet "
    "indigo paper glass iron cotton marble"
).split()
MUSIC = (
    (
        "(some|) (jazz|rock|techno|blues|classical music|hip hop|reggae|country|soul|funk|metal|folk|salsa|pop|*bossa "
        "nova|*ska)"
    ),
    (
        "(some|) (relaxing|happy|sad|loud|calm|nineties|old|dance|workout|sleep|christmas|party|piano|guitar|*upbeat) "
        "(music|songs|tunes)"
    ),
    "(some|) music", "my (workout|morning|party|road trip|sleep|favorites|study|running|*dinner) (playlist|mix|list)",
    "{song}", "{song} by {artist}", "{song} by {artist}", "{artist}",
    "(the|) (latest|new|first|last) (album|song) by {artist}", "(the|) (soundtrack|theme) of {song}",
    "the (news|radio|sound of rain|sound of the sea|morning news|*audiobook)", "radio {word}",
)  # fmt: skip
SONGS = (
    "{word} {word}", "(the|) {word} of (the|my|) {word}", "{word} in the {word}",
    "(dancing|walking|dreaming|flying|*running) (with|in|to) {word}", "{name}'s {word}",
    "(goodbye|hello|sweet|little|dear|*lonely) {word}", "{word}",
    "(I will|let's|don't) (wait|stay|fall|go|dance) (tonight|away|again|for you)",
    "(under|over|beyond|*behind) the {word}", "a (night|day) in {city}", "{number} {word}s", "{word} and {word}",
)  # fmt: skip
ARTISTS = (
    "the {word}s", "{name} {surname}", "{name} and the {word}s", "{word} {word}", "{name}", "{word}", "DJ {word}",
    "{surname}",
)  # fmt: skip
ROOMS = (
    "kitchen|living room|bedroom|bathroom|hallway|office|garage|basement|attic|garden|dining room|kids' room|nursery|"
    "porch|study|guest room|laundry room|hall|balcony|closet|cellar|my bedroom|my room|toilet|lounge|playroom|"
    "workshop|terrace|pantry|master bedroom|upstairs bathroom|front yard|den|library|studio|{word} room|"
    "{name}'s room|corridor|stairs|shed|kids room"
).split("|")
THINGS = (
    "milk|eggs|bread|butter|cheese|apples|bananas|tomatoes|rice|pasta|olive oil|coffee|tea|sugar|salt|flour|chicken|"
    "onions|garlic|potatoes|carrots|yogurt|orange juice|toilet paper|soap|shampoo|toothpaste|batteries|light bulbs|"
    "dog food|cat litter|paper towels|cereal|honey|lemons|spinach|cucumbers|salmon|ham|beer|wine|ice cream|chocolate|"
    "cookies|mushrooms|peanut butter|cream|vinegar|stamps|candles|socks|printer paper|a birthday card|sunscreen|"
    "razors|tape|nails|paint|sponges|almonds|lettuce|peppers|{word} {thing}"
).split("|")
ITEMS = (
    "{thing}", "{thing}", "{thing}", "{thing} and {thing}", "(some|) {thing}", "{number} {thing}",
    "(two|three|four|five|six|2|3|*seven) (bottles|cartons|cans|bags|packs|jars|*crates) of {thing}",
    "a (bottle|carton|can|bag|pack|jar|loaf|box|*sack) of {thing}",
    "(fresh|frozen|organic|red|green|small|*smoked) {thing}", "a (dozen|kilo of|pound of) {thing}",
    "{thing}, {thing} and {thing}", "{word}", "{word} {word}", "a {word}",
)  # fmt: skip
CHORES = (
    "{chore}", "call {person}", "call {person} back", "(buy|get|order|pick up|return|*fetch) {thing}",
    "(buy|get|pick up) {thing} and {thing}",
    "(pay|check|send) the (rent|bill|electricity bill|taxes|invoice|phone bill|*tuition)",
    "(feed|walk|wash|brush) the (dog|cat|fish|horse|*hamster)",
    "(water|cut|trim) the (plants|flowers|grass|hedge|*roses)",
    "take (out the (trash|garbage|recycling)|my (pills|medicine|vitamins))", "{verb} the {word}",
    "{verb} {name}'s {word}", "(email|text|meet|visit|ask|thank|*invite) {person}",
    "book (a|the) (flight|hotel|table|ticket|train|*ferry) to {city}",
    "renew my (passport|license|insurance|library card)", "(wish {person} a happy birthday|send flowers to {person})",
    "(clean|tidy|paint|vacuum) the {room}", "turn off the (oven|heater|stove|iron|*kettle)",
    "charge my (phone|car|laptop)", "bring the {word} to {person}", "finish the (report|essay|slides|{word})",
    "{verb} {word} (with|for|about) {name}", "{verb} {word}", "do the (laundry|dishes|homework)",
)  # fmt: skip
CHORE = (
    "stretch|drink water|go to bed|go for a run|lock the door|close the windows|check the oven|leave for the airport|"
    "cancel the gym membership|back up the laptop|pack my bag|study for the exam|make dinner|hand in the form|"
    "take a break|wrap the presents|get a haircut|return the library books|defrost the chicken|move the car|"
    "check my email|do yoga|bake a cake|update my resume|change the sheets|fix the bike|set the table|"
    "empty the dishwasher|write the minutes|sign the papers"
).split("|")
VERBS = (
    "check fix clean print sell borrow measure paint deliver repair collect test read practice pack sort scan pick "
    "review plan"
).split()
TITLES = (
    "(dentist|doctor|hair|vet|eye|*tax) appointment", "(dentist|doctor's) appointment",
    "(lunch|dinner|breakfast|coffee|drinks|brunch|*supper) with {person}",
    "(meeting|call|interview|*workshop) with {person}", "(team|project|budget|board|staff|parents|*sales) meeting",
    "meeting about {word}", "{name}'s (birthday|party|wedding|recital|graduation|*christening)",
    "(birthday|house|farewell|garden) party", "(yoga|piano|spanish|dance|cooking|swimming|*pottery) (class|lesson)",
    "(football|soccer|tennis|basketball|chess|*rugby) (practice|game|match|training)", "(flight|train|trip) to {city}",
    (
        "(concert|movie night|game night|book club|barbecue|picnic|haircut|job interview|oil change|school play|gym|"
        "date night|*pub quiz)"
    ),
    "{word} {word}", "{word} (meeting|class|session|festival)", "{word}", "(visit|appointment) at {word}",
    "(review|workshop|webinar|demo|deadline) (of|for) {word}", "parent teacher conference",
    "{person} (visits|arrives|comes over)",
)  # fmt: skip
MESSAGES = (
    "I'm (running late|on my way|at home|almost there|stuck in traffic|at the {spot}|outside|sick|busy|*lost)",
    "I'll be (there|home|late|back) (soon|at {hour}|in {number} minutes|tonight|tomorrow|*shortly)",
    (
        "(happy birthday|good luck|congratulations|thank you|thanks for dinner|good night|well done|I love you|I miss "
        "you|*get well soon)"
    ),
    "(see you|let's meet|let's talk) (soon|tomorrow|later|at {hour}|on {weekday}|at {spot})",
    "(dinner|lunch|the food|the car|the {word}) is ready",
    (
        "the (meeting|party|flight|game|train|{word}) (is cancelled|starts at {hour}|is on {weekday}|was great|moved "
        "to {hour}|*got postponed)"
    ),
    "(don't forget|please bring|can you bring|can you get|we need|*remember) (the|) {thing}",
    (
        "(where are you|are you home|what's for dinner|how are you|call me back|call me when you can|what time is the "
        "{word}|*are you awake)"
    ),
    "I (found|lost|bought|need|like|forgot|*broke) (the|your|my) {word}", "we (are|will be|should be) (at|in) {spot}",
    "I can't (come|make it|sleep) (today|tonight|tomorrow|on {weekday}|)",
    "the (keys are|package is|{word} is) (under the {word}|in the {room}|with {name}|*behind the {word})",
    "{name} (is here|says hi|called|needs {thing}|wants the {word}|*moved out)", "{chore}", "{word} {word} {word}",
    "{word} {word}", "yes", "no problem", "ok", "(I'm bringing|bring|send me) the {word} (tomorrow|on {weekday}|)",
    "I'll (pick you up|call you|pay|be ready|cook|*drive) (at {hour}|tomorrow|after work|)",
    "it's {word} o'clock somewhere", "{word} is {word}",
)  # fmt: skip
QUESTIONS = (
    "(if|whether) (he|she|they) (wants|needs|has|likes) {thing}", "(when|where) the (party|meeting|{word}) (is|starts)",
    "what time (he|she) (arrives|leaves)", "(how|where) (he|she) is", "if {name} is (coming|home|at {spot})",
)  # fmt: skip
NOTES = (
    "(the|) (wifi|door|gate|locker) (password|code) is {word}", "(the|) {word} is (in|under|behind) the {word}",
    "the car is (parked|) (on level {number}|at {spot})", "{chores}", "{thing}, {thing} and {thing}",
    "{name} (likes|owes me|wants|hates|*collects) {word}s", "(idea for|ideas about|draft of) {word}",
    "(my|the) (locker|flight|room|seat|order) (number|) is {number}", "{word} {word} {word}", "{word} {word}",
    "gift ideas for {person}", "{name} {surname} (lives at|works at|studies) {spot}",
    "the {word} (costs|weighs|needs) {number} (dollars|kilos|euros|*pounds)", "{message}", "{word} equals {word}",
    "call {person} about the {word}", "buy {thing}",
)  # fmt: skip
LISTS = (
    "shopping grocery groceries todo to-do wish packing birthday camping hardware party work reading movie {word} "
    "pharmacy gift holiday weekend books chores"
).split()

PATTERNS = {
    "spot": SPOTS,
    "person": ("{name}", "{name}", "{name} {surname}", *KIN),
    "song": SONGS,
    "artist": ARTISTS,
    "chores": CHORES,
    "message": MESSAGES,
    "title": TITLES,
    "day": ("today", "tomorrow", "on {weekday}"),
}
VOCABULARIES = {
    "name": NAMES,
    "surname": SURNAMES,
    "city": CITIES,
    "word": WORDS,
    "room": ROOMS,
    "thing": THINGS,
    "chore": CHORE,
    "verb": VERBS,
    "list": LISTS,
}


def fill(draw, pattern):
    """`pattern` with every open part drawn, down to its words."""
    text = draw.expand(pattern)
    return re.sub(r"\{(\w+)\}", lambda part: _part(draw, part[1]), text)


def _part(draw, name):
    if name == "number":
        return numeral(draw, draw.random.choice((2, 3, 4, 5, 6, 8, 10, 12, draw.random.randint(1, 100))))
    if name == "hour":
        return clock(draw).text
    if name == "weekday":
        return draw.random.choice(WEEKDAYS)
    if name == "word" and draw.chance(0.4):
        return draw.invented()
    if name in ("name", "surname", "city") and draw.chance(0.3):
        return draw.invented().capitalize()
    return fill(draw, draw.one(PATTERNS[name]) if name in PATTERNS else draw.entry(VOCABULARIES[name]))
