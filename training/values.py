"""What people put into a request: names, places, songs, chores, messages. All of it written for this recipe.

Open values are patterns of `Draw`; a third of them get invented words, so that the model learns to copy letters rather
than to remember words. A value's text is what the user says; its argument is the same in lower case, without an article
at its start.
"""

import re

from clock import WEEKDAYS, Said, clock, day, duration, numeral, when, words

NAMES = (
    "Anna Ben Carla David Emma Felix Grace Henry Isabel Jack Kate Liam Maria Noah Olivia Paul Quinn Rosa Sam Tina Uma Victor "
    "Wendy Xavier Yara Zoe Ahmed Bianca Chen Deepak Elif Fatima Giorgio Hana Ivan Jorge Kofi Leila Mehmet Nadia Omar Priya "
    "Raj Sofia Tomás Ursula Vikram Wei Yusuf Zainab Aaron Bella Connor Daisy Ethan Freya George Holly Isaac Julia Kevin Laura "
    "Mark Nina Oscar Peter Rachel Steve Tom Vera Will Amy Bob Chris Diana Eric Fiona Greg Helen Ian Jane Karl Lucy Mike Nick "
    "Pam Rob Sarah Tim Joe Max Ella Mia Leo Lena Jonas José Renée Zoë Björn Siobhán Dmitri Agnes Boris Clara Dario Edith Marta "
    "Hugo Ingrid Joanna Kurt Lorenzo Monica Nora Otto Petra Rita Stefan Thea Ulrich Viola Walter Yvonne Abdul Chloe Dylan"
).split()
SURNAMES = (
    "Smith Jones Miller Brown Garcia Patel Kim Novak Rossi Weber Silva Murphy O'Brien Tanaka Larsen Dubois Kowalski Haddad "
    "Okafor Lindgren Moreno Schmidt Wong Fischer Baker Clarke Evans Hughes Khan Lopez Meyer Nguyen Park Reed Singh Turner Young"
).split()
KIN = (
    "(my |)(mom|dad|mum|sister|brother|wife|husband|boss|grandma|grandpa|aunt|uncle|cousin|neighbor|*godmother)",
    "my (best friend|girlfriend|boyfriend|daughter|son|mother|father|partner|landlord|manager|colleague|roommate|*nephew)",
    "(the|) (office|doctor|dentist|vet|school|plumber|electrician|garage|pharmacy|bank|*nursery)",
    "(aunt|uncle|doctor|dr|mrs|mr|*professor) {name}",
)
CITIES = (
    "Paris|London|Rome|Berlin|Madrid|Lisbon|Vienna|Prague|Oslo|Dublin|Athens|Warsaw|Budapest|Zurich|Geneva|Milan|Naples|Porto|"
    "Munich|Hamburg|Cologne|Leipzig|Lyon|Nice|Bordeaux|Seville|Valencia|Boston|Chicago|Denver|Seattle|Dallas|Austin|Miami|"
    "Atlanta|Phoenix|New York|San Francisco|Los Angeles|San Diego|Las Vegas|New Orleans|Toronto|Vancouver|Montreal|Mexico City|"
    "Lima|Bogotá|São Paulo|Buenos Aires|Cairo|Lagos|Nairobi|Cape Town|Casablanca|Tunis|Istanbul|Dubai|Mumbai|Delhi|Tokyo|Kyoto|"
    "Osaka|Seoul|Beijing|Hong Kong|Singapore|Bangkok|Hanoi|Manila|Jakarta|Sydney|Perth|Melbourne|Auckland|Reykjavik|Helsinki|"
    "Stockholm|Copenhagen|Kraków|Riga|Tallinn|Vilnius|Kyiv|Sofia|Zagreb|Split|Belgrade|Glasgow|Cardiff|Leeds|Bristol|Galway"
).split("|")
SPOTS = (
    "home", "work", "(the|) (airport|hospital|library|beach|zoo|museum|stadium|city hall|town hall|gym|harbor|*courthouse)",
    "(the|) (central|main|north|south|east|west) (station|park|market|mall|library)",
    "(the|) (nearest|closest|next) (gas station|pharmacy|supermarket|bakery|hospital|parking lot|bus stop|atm|*charging station)",
    "{number} {word} (street|road|avenue|lane|square|*boulevard)", "{word} (street|square|park|station|hotel|beach|hill|*castle)",
    "{name}'s (house|place|office|flat|*studio)", "(the|) {word} (restaurant|cafe|museum|bridge|hotel|theater|*winery)", "{city}",
    "{city}", "{city} (airport|station|zoo|*cathedral)", "(a|the|) (coffee shop|pizza place|bank|post office|car wash)", "{word}",
    "my (office|hotel|parents' house|school|place|dentist)", "(the|) {word} {word}",
)  # fmt: skip
WORDS = (
    "oak maple river stone silver golden green hill lake moon sunset winter summer harbor castle rose mill church garden bridge "
    "king queen market forest cherry willow copper eagle lion tiger wolf bear fox raven falcon anchor lantern mirror velvet "
    "thunder shadow ocean desert valley meadow island canyon crystal ivory amber scarlet indigo paper glass iron cotton marble"
).split()
MUSIC = (
    "(some|) (jazz|rock|techno|blues|classical music|hip hop|reggae|country|soul|funk|metal|folk|salsa|pop|*bossa nova|*ska)",
    "(some|) (relaxing|happy|sad|loud|calm|nineties|old|dance|workout|sleep|christmas|party|piano|guitar|*upbeat) (music|songs|tunes)",
    "(some|) music", "my (workout|morning|party|road trip|sleep|favorites|study|running|*dinner) (playlist|mix|list)",
    "{song}", "{song} by {artist}", "{song} by {artist}", "{artist}", "(the|) (latest|new|first|last) (album|song) by {artist}",
    "(the|) (soundtrack|theme) of {song}", "the (news|radio|sound of rain|sound of the sea|morning news|*audiobook)", "radio {word}",
)  # fmt: skip
SONGS = (
    "{word} {word}", "(the|) {word} of (the|my|) {word}", "{word} in the {word}", "(dancing|walking|dreaming|flying|*running) (with|in|to) {word}",
    "{name}'s {word}", "(goodbye|hello|sweet|little|dear|*lonely) {word}", "{word}", "(I will|let's|don't) (wait|stay|fall|go|dance) (tonight|away|again|for you)",
    "(under|over|beyond|*behind) the {word}", "a (night|day) in {city}", "{number} {word}s", "{word} and {word}",
)  # fmt: skip
ARTISTS = ("the {word}s", "{name} {surname}", "{name} and the {word}s", "{word} {word}", "{name}", "{word}", "DJ {word}", "{surname}")
ROOMS = (
    "kitchen|living room|bedroom|bathroom|hallway|office|garage|basement|attic|garden|dining room|kids' room|nursery|porch|study|"
    "guest room|laundry room|hall|balcony|closet|cellar|my bedroom|my room|toilet|lounge|playroom|workshop|terrace|pantry|"
    "master bedroom|upstairs bathroom|front yard|den|library|studio|{word} room|{name}'s room|corridor|stairs|shed|kids room"
).split("|")
THINGS = (
    "milk|eggs|bread|butter|cheese|apples|bananas|tomatoes|rice|pasta|olive oil|coffee|tea|sugar|salt|flour|chicken|onions|garlic|"
    "potatoes|carrots|yogurt|orange juice|toilet paper|soap|shampoo|toothpaste|batteries|light bulbs|dog food|cat litter|paper towels|"
    "cereal|honey|lemons|spinach|cucumbers|salmon|ham|beer|wine|ice cream|chocolate|cookies|mushrooms|peanut butter|cream|vinegar|"
    "stamps|candles|socks|printer paper|a birthday card|sunscreen|razors|tape|nails|paint|sponges|almonds|lettuce|peppers|{word} {thing}"
).split("|")
ITEMS = (
    "{thing}", "{thing}", "{thing}", "{thing} and {thing}", "(some|) {thing}", "{number} {thing}", "(two|three|four|five|six|2|3|*seven) (bottles|cartons|cans|bags|packs|jars|*crates) of {thing}",
    "a (bottle|carton|can|bag|pack|jar|loaf|box|*sack) of {thing}", "(fresh|frozen|organic|red|green|small|*smoked) {thing}", "a (dozen|kilo of|pound of) {thing}",
    "{thing}, {thing} and {thing}", "{word}", "{word} {word}", "a {word}",
)  # fmt: skip
CHORES = (
    "{chore}", "call {person}", "call {person} back", "(buy|get|order|pick up|return|*fetch) {thing}", "(buy|get|pick up) {thing} and {thing}",
    "(pay|check|send) the (rent|bill|electricity bill|taxes|invoice|phone bill|*tuition)", "(feed|walk|wash|brush) the (dog|cat|fish|horse|*hamster)",
    "(water|cut|trim) the (plants|flowers|grass|hedge|*roses)", "take (out the (trash|garbage|recycling)|my (pills|medicine|vitamins))", "{verb} the {word}", "{verb} {name}'s {word}",
    "(email|text|meet|visit|ask|thank|*invite) {person}", "book (a|the) (flight|hotel|table|ticket|train|*ferry) to {city}", "renew my (passport|license|insurance|library card)",
    "(wish {person} a happy birthday|send flowers to {person})", "(clean|tidy|paint|vacuum) the {room}", "turn off the (oven|heater|stove|iron|*kettle)", "charge my (phone|car|laptop)",
    "bring the {word} to {person}", "finish the (report|essay|slides|{word})", "{verb} {word} (with|for|about) {name}", "{verb} {word}", "do the (laundry|dishes|homework)",
)  # fmt: skip
CHORE = (
    "stretch|drink water|go to bed|go for a run|lock the door|close the windows|check the oven|leave for the airport|"
    "cancel the gym membership|back up the laptop|pack my bag|study for the exam|make dinner|hand in the form|take a break|"
    "wrap the presents|get a haircut|return the library books|defrost the chicken|move the car|check my email|do yoga|bake a cake|"
    "update my resume|change the sheets|fix the bike|set the table|empty the dishwasher|write the minutes|sign the papers"
).split("|")
VERBS = "check fix clean print sell borrow measure paint deliver repair collect test read practice pack sort scan pick review plan".split()
TITLES = (
    "(dentist|doctor|hair|vet|eye|*tax) appointment", "(dentist|doctor's) appointment", "(lunch|dinner|breakfast|coffee|drinks|brunch|*supper) with {person}", "(meeting|call|interview|*workshop) with {person}",
    "(team|project|budget|board|staff|parents|*sales) meeting", "meeting about {word}", "{name}'s (birthday|party|wedding|recital|graduation|*christening)", "(birthday|house|farewell|garden) party",
    "(yoga|piano|spanish|dance|cooking|swimming|*pottery) (class|lesson)", "(football|soccer|tennis|basketball|chess|*rugby) (practice|game|match|training)", "(flight|train|trip) to {city}",
    "(concert|movie night|game night|book club|barbecue|picnic|haircut|job interview|oil change|school play|gym|date night|*pub quiz)", "{word} {word}", "{word} (meeting|class|session|festival)", "{word}",
    "(visit|appointment) at {word}", "(review|workshop|webinar|demo|deadline) (of|for) {word}", "parent teacher conference", "{person} (visits|arrives|comes over)",
)  # fmt: skip
MESSAGES = (
    "I'm (running late|on my way|at home|almost there|stuck in traffic|at the {spot}|outside|sick|busy|*lost)", "I'll be (there|home|late|back) (soon|at {hour}|in {number} minutes|tonight|tomorrow|*shortly)",
    "(happy birthday|good luck|congratulations|thank you|thanks for dinner|good night|well done|I love you|I miss you|*get well soon)", "(see you|let's meet|let's talk) (soon|tomorrow|later|at {hour}|on {weekday}|at {spot})",
    "(dinner|lunch|the food|the car|the {word}) is ready", "the (meeting|party|flight|game|train|{word}) (is cancelled|starts at {hour}|is on {weekday}|was great|moved to {hour}|*got postponed)",
    "(don't forget|please bring|can you bring|can you get|we need|*remember) (the|) {thing}", "(where are you|are you home|what's for dinner|how are you|call me back|call me when you can|what time is the {word}|*are you awake)",
    "I (found|lost|bought|need|like|forgot|*broke) (the|your|my) {word}", "we (are|will be|should be) (at|in) {spot}", "I can't (come|make it|sleep) (today|tonight|tomorrow|on {weekday}|)",
    "the (keys are|package is|{word} is) (under the {word}|in the {room}|with {name}|*behind the {word})", "{name} (is here|says hi|called|needs {thing}|wants the {word}|*moved out)", "{chore}", "{word} {word} {word}", "{word} {word}", "yes", "no problem", "ok",
    "(I'm bringing|bring|send me) the {word} (tomorrow|on {weekday}|)", "I'll (pick you up|call you|pay|be ready|cook|*drive) (at {hour}|tomorrow|after work|)", "it's {word} o'clock somewhere", "{word} is {word}",
)  # fmt: skip
QUESTIONS = ("(if|whether) (he|she|they) (wants|needs|has|likes) {thing}", "(when|where) the (party|meeting|{word}) (is|starts)", "what time (he|she) (arrives|leaves)", "(how|where) (he|she) is", "if {name} is (coming|home|at {spot})")  # fmt: skip
NOTES = (
    "(the|) (wifi|door|gate|locker) (password|code) is {word}", "(the|) {word} is (in|under|behind) the {word}", "the car is (parked|) (on level {number}|at {spot})", "{chores}", "{thing}, {thing} and {thing}",
    "{name} (likes|owes me|wants|hates|*collects) {word}s", "(idea for|ideas about|draft of) {word}", "(my|the) (locker|flight|room|seat|order) (number|) is {number}", "{word} {word} {word}", "{word} {word}", "gift ideas for {person}",
    "{name} {surname} (lives at|works at|studies) {spot}", "the {word} (costs|weighs|needs) {number} (dollars|kilos|euros|*pounds)", "{message}", "{word} equals {word}", "call {person} about the {word}", "buy {thing}",
)  # fmt: skip
LISTS = "shopping|grocery|groceries|todo|to-do|wish|packing|birthday|camping|hardware|party|work|reading|movie|{word}|pharmacy|gift|holiday|weekend|books|chores".split("|")


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


PATTERNS = {
    "spot": SPOTS, "person": ("{name}", "{name}", "{name} {surname}", *KIN), "song": SONGS, "artist": ARTISTS, "chores": CHORES,
    "message": MESSAGES, "title": TITLES, "day": ("today", "tomorrow", "on {weekday}"),
}  # fmt: skip
VOCABULARIES = {
    "name": NAMES, "surname": SURNAMES, "city": CITIES, "word": WORDS, "room": ROOMS, "thing": THINGS, "chore": CHORE, "verb": VERBS,
    "list": LISTS,
}  # fmt: skip


def _open(draw, pattern):
    """An open value as the user says it, with invented words in some."""
    text = fill(draw, pattern)
    if draw.chance(0.15):
        parts = text.split()
        at = draw.random.randrange(len(parts))
        if parts[at].isalpha() and len(parts[at]) > 3 and parts[at].lower() not in ("some",):
            parts[at] = draw.invented().capitalize() if parts[at][0].isupper() else draw.invented()
        text = " ".join(parts)
    elif draw.chance(0.06):
        text = " ".join(draw.invented() for _ in range(draw.random.choice((1, 1, 2, 2, 3))))
    return draw.spelled(text)


def value(text):
    """What a call holds for words that were said: lower case, no article at the start."""
    return re.sub(r"^(the|a|an|some) ", "", text.lower())


def _copied(argument, patterns):
    def said(draw, _):
        text = _open(draw, draw.entry(patterns) if isinstance(patterns, list) else draw.one(patterns))
        return Said(text, {argument: value(text)})

    return said


def _state(draw, _):
    state = draw.random.choice(("on", "off"))
    return Said(state, {"state": state})


def _degrees(draw, _):
    whole = draw.random.choice((*range(15, 27), *range(15, 27), *range(5, 33), *range(60, 81)))
    if draw.chance(0.12):
        text = f"{words(whole)} and a half" if draw.chance(0.3) else f"{whole}.5"
        return Said(text, {"degrees": whole + 0.5})
    return Said(numeral(draw, whole), {"degrees": whole})


def _level(draw, _):
    level = draw.random.choice((*range(0, 101, 10), *range(5, 100, 5), draw.random.randint(0, 100)))
    unit = draw.random.choices(("", " percent", "%", " %"), (60, 22, 15, 3))[0]
    return Said(numeral(draw, level) + unit, {"level": level})


def _list(draw, _):
    text = draw.spelled(fill(draw, draw.entry(LISTS)))
    return Said(text, {"list": value(text)})


def _bare_day(draw, _):
    said, _evening = day(draw)
    return Said(draw.spelled(said.text), said.arguments)


def _half_past(draw, before):
    """Only the minutes, about the hour of the alarm before."""
    hour = before.get("time", "07:00")[:2]
    text, minute = draw.random.choice((("half past", "30"), ("quarter past", "15"), ("a quarter past", "15"), ("ten past", "10"), ("twenty past", "20")))
    return Said(text, {"time": f"{hour}:{minute}"})


def _later(draw, before):
    hours = draw.random.choice((1, 1, 2))
    later = draw.chance(0.6)
    hour = (int(before.get("time", "07:00")[:2]) + (hours if later else -hours)) % 24
    text = f"{draw.one(('an', 'one')) + ' hour' if hours == 1 else 'two hours'} {'later' if later else 'earlier'}"
    return Said(text, {"time": f"{hour:02}:{before.get('time', '07:00')[3:]}"})


def _clear_time(draw, before):
    """A new time for one that was said before: with am or pm unless both are of the morning clock."""
    while True:
        said = clock(draw)
        if any(mark in said.text.lower() for mark in ("m", "in the", "at night")) or before.get("time", "00") < "12":
            return said


SLOTS = {
    "contact": _copied("contact", ("{name}", "{name}", "{name}", "{name} {surname}", *KIN)),
    "place": _copied("place", SPOTS),
    "city": _copied("place", ("{city}", "{city}", "{city}", "{word}", "{city} {word}", "(the|) {word} (island|valley|mountains|*coast)")),
    "query": _copied("query", MUSIC),
    "room": _copied("room", ROOMS),
    "item": _copied("item", ITEMS),
    "task": _copied("text", CHORES),
    "topic": _copied("text", ("(the|my|) (meeting|party|rent|laundry|exam|interview|appointment|{word}|{word} {word}|*inspection)", "{name}'s (birthday|{word}|wedding)", "{title}")),
    "title": _copied("title", ("(a|the|my|) {title}", "{title}")),
    "message": _copied("text", MESSAGES),
    "question": _copied("text", QUESTIONS),
    "note": _copied("text", NOTES),
    "list": _list,
    "state": _state,
    "degrees": _degrees,
    "level": _level,
    "day": _bare_day,
    "time": lambda draw, _: clock(draw),
    "newtime": _clear_time,
    "halfpast": _half_past,
    "later": _later,
    "duration": lambda draw, _: duration(draw),
    "attime": lambda draw, _: when(draw, ("at", "at", "for"), need="time"),
    "fortime": lambda draw, _: when(draw, ("for", "for", "at"), need="time"),
    "when": lambda draw, _: when(draw, ("at",)),
    "forwhen": lambda draw, _: when(draw, ("at", "for")),
}  # fmt: skip
