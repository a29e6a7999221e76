"""Where people go and what they ask the weather of, and the ordinary words that songs, streets and notes are made of.

CITIES, COUNTRIES and WORDS are open lists, of which every ninth entry is kept for the test split. SPOTS (where one can
be taken to), AMENITIES (what one looks for nearby) and PLACES_WITH_WEATHER are patterns of `Draw`, with parts in
braces that are drawn in turn. A spot is what a call holds word by word, so each reads as one place.
"""

CITIES = (
    # Europe
    "Paris|London|Rome|Berlin|Madrid|Lisbon|Vienna|Prague|Oslo|Dublin|Athens|Warsaw|Budapest|Zurich|Geneva|Milan|"
    "Naples|Porto|Munich|Hamburg|Cologne|Leipzig|Lyon|Nice|Bordeaux|Seville|Valencia|Reykjavik|Helsinki|Stockholm|"
    "Copenhagen|Kraków|Riga|Tallinn|Vilnius|Kyiv|Sofia|Zagreb|Split|Belgrade|Glasgow|Cardiff|Leeds|Bristol|Galway|"
    "Amsterdam|Rotterdam|Utrecht|The Hague|Brussels|Antwerp|Ghent|Bruges|Luxembourg|Marseille|Toulouse|Nantes|"
    "Strasbourg|Lille|Rennes|Grenoble|Dijon|Frankfurt|Stuttgart|Düsseldorf|Dresden|Nuremberg|Bremen|Hanover|Bonn|"
    "Freiburg|Heidelberg|Rostock|Salzburg|Graz|Innsbruck|Linz|Basel|Bern|Lausanne|Lucerne|Turin|Florence|Venice|"
    "Bologna|Verona|Genoa|Palermo|Bari|Pisa|Siena|Trieste|Barcelona|Bilbao|Granada|Málaga|Zaragoza|Salamanca|Toledo|"
    "Faro|Braga|Coimbra|Edinburgh|Manchester|Liverpool|Birmingham|Newcastle|Sheffield|Nottingham|Oxford|Cambridge|"
    "Brighton|York|Bath|Belfast|Aberdeen|Swansea|Cork|Limerick|Bergen|Trondheim|Stavanger|Gothenburg|Malmö|Uppsala|"
    "Aarhus|Odense|Turku|Tampere|Gdańsk|Poznań|Wrocław|Łódź|Brno|Ostrava|Bratislava|Košice|Debrecen|Ljubljana|"
    "Maribor|Dubrovnik|Sarajevo|Skopje|Tirana|Bucharest|Cluj|Varna|Plovdiv|Thessaloniki|Heraklion|Nicosia|Valletta|"
    "Lviv|Odesa|Minsk|Tbilisi|Yerevan|Baku|"
    # The Americas
    "Boston|Chicago|Denver|Seattle|Dallas|Austin|Miami|Atlanta|Phoenix|New York|San Francisco|Los Angeles|San Diego|"
    "Las Vegas|New Orleans|Toronto|Vancouver|Montreal|Mexico City|Lima|Bogotá|São Paulo|Buenos Aires|Portland|"
    "Houston|San Antonio|Philadelphia|Pittsburgh|Detroit|Cleveland|Columbus|Cincinnati|Indianapolis|Milwaukee|"
    "Minneapolis|Saint Paul|Kansas City|Saint Louis|Nashville|Memphis|Charlotte|Raleigh|Orlando|Tampa|Jacksonville|"
    "Savannah|Richmond|Baltimore|Washington|Buffalo|Albany|Providence|Hartford|Burlington|Salt Lake City|"
    "Boise|Reno|Tucson|Albuquerque|Santa Fe|El Paso|Omaha|Tulsa|Oklahoma City|Des Moines|Madison|Anchorage|Honolulu|"
    "Sacramento|Oakland|San Jose|Fresno|Santa Barbara|Palm Springs|Calgary|Edmonton|Ottawa|Quebec|Winnipeg|Halifax|"
    "Guadalajara|Monterrey|Cancún|Oaxaca|Havana|Kingston|San Juan|Panama City|Medellín|Cartagena|Quito|Guayaquil|"
    "Cusco|La Paz|Santiago|Valparaíso|Montevideo|Asunción|Córdoba|Mendoza|Rio de Janeiro|Salvador|Recife|Brasília|"
    # Africa and the Middle East
    "Cairo|Lagos|Nairobi|Cape Town|Casablanca|Tunis|Istanbul|Dubai|Alexandria|Luxor|Marrakesh|Fez|Algiers|Tripoli|"
    "Khartoum|Addis Ababa|Mombasa|Kampala|Kigali|Dar es Salaam|Zanzibar|Lusaka|Harare|Maputo|Johannesburg|Durban|"
    "Pretoria|Windhoek|Luanda|Kinshasa|Accra|Abuja|Dakar|Bamako|Abidjan|Ankara|Izmir|Antalya|Beirut|Amman|Jerusalem|"
    "Tel Aviv|Haifa|Damascus|Baghdad|Tehran|Isfahan|Riyadh|Jeddah|Doha|Muscat|Abu Dhabi|Kuwait City|"
    # Asia and Oceania
    "Mumbai|Delhi|Tokyo|Kyoto|Osaka|Seoul|Beijing|Hong Kong|Singapore|Bangkok|Hanoi|Manila|Jakarta|Sydney|Perth|"
    "Melbourne|Auckland|Kolkata|Chennai|Bangalore|Hyderabad|Pune|Jaipur|Goa|Lahore|Karachi|Islamabad|Dhaka|Colombo|"
    "Kathmandu|Thimphu|Kabul|Tashkent|Samarkand|Almaty|Bishkek|Ulaanbaatar|Shanghai|Shenzhen|Guangzhou|Chengdu|Xi'an|"
    "Wuhan|Hangzhou|Taipei|Macau|Busan|Incheon|Sapporo|Nagoya|Hiroshima|Fukuoka|Nara|Chiang Mai|Phuket|Saigon|"
    "Da Nang|Phnom Penh|Vientiane|Yangon|Kuala Lumpur|Penang|Bali|Bandung|Surabaya|Cebu|Davao|Brisbane|Adelaide|"
    "Darwin|Hobart|Canberra|Cairns|Wellington|Christchurch|Dunedin|Queenstown|Suva|Apia"
).split("|")
COUNTRIES = (
    "France|Spain|Portugal|Italy|Germany|Austria|Switzerland|Belgium|Denmark|Norway|Sweden|Finland|Iceland|Ireland|"
    "Scotland|Wales|England|Poland|Hungary|Croatia|Serbia|Greece|Turkey|Romania|Bulgaria|Ukraine|Estonia|Latvia|"
    "Cyprus|Malta|Morocco|Egypt|Kenya|Ghana|Nigeria|Tanzania|Senegal|South Africa|Israel|Jordan|Iran|India|Nepal|"
    "Pakistan|China|Japan|Thailand|Vietnam|Laos|Malaysia|Indonesia|Australia|New Zealand|Canada|Mexico|Cuba|Jamaica|"
    "Peru|Chile|Brazil|Bolivia|Argentina|Colombia|Ecuador|Florida|Texas|California|Alaska|Hawaii|Bavaria|Tuscany|"
    "Sicily|Brittany|Cornwall|Catalonia|Crete|Lapland|Provence|Vermont|Oregon"
).split("|")
WORDS = (
    # land, water, sky
    "river stone hill lake moon sunset winter summer forest shadow ocean desert valley meadow island canyon thunder "
    "autumn mountain cliff cave beach wave tide reef harbor stream waterfall pond marsh prairie field grove orchard "
    "jungle glacier volcano horizon dawn dusk twilight sunrise star comet planet galaxy eclipse cloud breeze fog mist "
    "rainbow frost ember flame spark smoke ash dust sand pebble boulder clay mud soil moss coast shore bay delta "
    # plants and animals
    "oak maple willow cherry rose lily tulip daisy orchid clover ivy fern cedar pine birch elm lavender jasmine "
    "sunflower thistle bamboo cactus petal leaf root seed acorn berry plum peach melon walnut chestnut pepper ginger "
    "saffron vanilla cinnamon eagle lion tiger wolf bear fox raven falcon owl hawk crow swan heron sparrow robin dove "
    "pelican penguin dolphin whale shark otter beaver badger rabbit squirrel hedgehog turtle lizard dragon cobra "
    "spider beetle butterfly dragonfly firefly cricket bee panther leopard elephant giraffe zebra camel donkey pony "
    "horse goat lamb rooster goose kitten puppy monkey parrot peacock lobster oyster "
    # metals, stuffs, colours
    "silver golden copper crystal ivory amber scarlet indigo paper glass iron cotton marble velvet bronze steel "
    "diamond ruby emerald sapphire pearl jade opal granite leather linen silk wool wax rubber chrome crimson purple "
    "violet turquoise coral orange yellow blue green red black white grey pink brown "
    # what people make and use
    "castle mill church garden bridge market anchor lantern mirror tower cottage cabin barn stable temple chapel "
    "palace fortress lighthouse windmill fountain statue tunnel ladder staircase window curtain carpet pillow blanket "
    "basket bucket barrel bottle kettle candle hammer needle thread button ribbon buckle pocket jacket slipper helmet "
    "umbrella suitcase backpack wallet necklace bracelet feather whistle trumpet violin drum banjo accordion bell "
    "compass telescope camera engine rocket balloon submarine ferry canoe sailboat wagon carriage bicycle scooter "
    "tractor trolley train railway runway highway garage parking subway elevator factory studio theater museum "
    "gallery library kingdom village city suburb corner alley avenue circus carnival festival parade picnic banquet "
    "puzzle domino marathon trophy medal flag banner poster sculpture portrait sketch novel diary letter envelope "
    "stamp ticket voucher passport password printer keyboard laptop robot magnet battery antenna satellite "
    # people
    "king queen prince princess knight wizard witch giant pirate sailor captain pilot doctor nurse teacher student "
    "farmer hunter baker butcher carpenter painter poet singer dancer actor hero rebel stranger neighbor traveler "
    "nomad monk angel ghost soldier spy detective cowboy gardener lawyer landlord tenant committee family baby "
    # qualities
    "quiet gentle bitter sweet broken hidden frozen wild lonely lucky brave clever crazy lazy hungry happy sleepy "
    "ancient modern secret sacred royal little tiny grand crooked hollow empty open deep shallow narrow bright pale "
    "rusty dusty smooth rough sharp heavy tender noble humble simple perfect final northern southern eastern western "
    # deeds as things
    "dance walk dream laugh whisper climb kiss smile race march drift echo glow jump swim sail ride spin fight chase "
    "promise wish prayer journey voyage escape visit return harvest rescue contest quarrel bargain delivery inspection "
    "rehearsal training budget invoice contract report survey project schedule proposal interview "
    # thoughts and feelings
    "love hope trust truth mercy courage wisdom fortune glory freedom justice peace silence memory sorrow anger "
    "pleasure wonder mystery magic legend riddle rumor victory danger chaos balance gravity rhythm melody shape circle "
    "square triangle spiral arrow number history future season moment century holiday birthday wedding"
).split()
AMENITIES = (
    (
        "(a|the nearest|the closest|the next|a good|a cheap|*the cheapest) (gas station|petrol station|pharmacy|"
        "chemist|supermarket|bakery|hospital|parking lot|car park|parking garage|bus stop|cash machine|bank|post "
        "office|hotel|motel|hostel|cafe|coffee shop|pub|bar|restaurant|*charging station|*diner)"
    ),
    (
        "(a|the nearest|the closest|the next) (pizza place|burger place|sushi bar|bookstore|hair salon|barber|gym|"
        "swimming pool|playground|park|subway station|metro station|train station|taxi stand|rest area|car wash|"
        "mechanic|hardware store|grocery store|laundromat|library|cinema|movie theater|dentist|police station|public "
        "toilet|toilet|*drugstore)"
    ),
    "(the nearest|the closest|an|the next) (atm|ice cream shop|airport|optician|exit|*arcade)",
    "(a|the nearest|a good|*the best) (chinese|greek|thai|mexican|vegan|turkish|french|*korean) (restaurant|place)",
    "(a|the nearest|the closest) {word} (store|shop|bar|restaurant|office|*bank)",
    "(a|the nearest) {word}",
)
SPOTS = (
    *("{written_places}",) * 14,
    "home",
    "work",
    "school",
    "church",
    (
        "(the|) (airport|hospital|library|beach|zoo|museum|stadium|city hall|town hall|gym|harbor|university|train "
        "station|bus station|police station|swimming pool|shopping mall|mall|market|cinema|movie theater|playground|"
        "cemetery|castle|lake|ferry|city center|old town|fire station|opera|embassy|aquarium|golf course|gas station|"
        "supermarket|hardware store|pet store|vet|dentist|hairdresser|*courthouse|*fairground)"
    ),
    "(the|) (central|main|north|south|east|west|old|new) (station|park|market|mall|library|gate|*cemetery)",
    (
        "(the|) (nearest|closest|next) (gas station|petrol station|pharmacy|supermarket|bakery|hospital|parking lot|"
        "bus stop|atm|bank|cash machine|hotel|restaurant|coffee shop|toilet|metro station|*charging station)"
    ),
    (
        "(a|the|) (coffee shop|pizza place|bank|post office|car wash|hair salon|sushi place|burger place|thai "
        "restaurant|italian restaurant|furniture store|bookstore|garden center|bike shop|*tailor)"
    ),
    "{number} {word} (street|road|avenue|lane|square|drive|court|close|way|*boulevard)",
    "{number} {word} (street|road|avenue|lane) (in|) {city}",
    "{number} {surname} (street|road|avenue|lane|*terrace)",
    "{number} {word} {word} (street|road|lane|drive)",
    "{word} (street|square|park|station|hotel|beach|hill|road|lane|mall|school|hospital|*castle)",
    "{surname} (street|square|park|hospital|library|hall|*arena)",
    "{word} street {number}",
    "{word} street",
    "(the|) corner of {word} and {word} street",
    "{word} street and {word} avenue",
    "{name}'s (house|place|office|flat|apartment|home|shop|bakery|garage|restaurant|school|*studio)",
    "{name}'s",
    "{name} {surname}'s (house|place|office|*farm)",
    (
        "my (sister|brother|mom|mum|dad|aunt|uncle|grandma|friend|boss|girlfriend|boyfriend|cousin|*nephew)'s (house|"
        "place|flat)"
    ),
    (
        "my (office|hotel|parents' house|school|place|dentist|doctor|gym|car|apartment|parents|grandparents|friends|"
        "next appointment|*workshop)"
    ),
    "(the|) {word} (restaurant|cafe|museum|bridge|hotel|theater|bar|pub|clinic|garden|club|store|inn|*winery)",
    "(the|) {word} (center|building|factory|market|library|church|cemetery|valley|tower|*observatory)",
    "(the|) {word} {word} (restaurant|cafe|hotel|bar|pub|inn|bakery|*diner)",
    "(the|) {word} and {word}",
    "{city}",
    "{city}",
    "{city}",
    "{country}",
    "downtown {city}",
    "{city} city center",
    "{city} (airport|station|zoo|central station|university|harbor|old town|*cathedral)",
    "(the|) university of {city}",
    "(the|) {word} in {city}",
    "(the|) {word} hotel in {city}",
    "{name}'s place in {city}",
    "(lake|mount|port|fort|*cape) {word}",
    "(saint|san|santa) {name}",
    "{word} (national park|falls|springs|*canyon)",
    "terminal {number}",
    "gate {number} at the airport",
    "exit {number}",
    "highway {number}",
    "(the|) bus stop (on|at) {word} street",
    "(the|) parking lot (behind|near|at|next to) the {word}",
    "(the|) (park|cafe|bank|school|hotel) (on|in) {word} street",
    "{word}",
    "{word} {word}",
    "(the|) {word} {word}",
    "{name} and {name}'s (house|place|flat|wedding|shop)",
    "(my|our) (mom and dad|sister and her husband|uncle and aunt)'s (house|place|flat)",
    "my (mother|father|sister|brother|friend|boss) {name}'s (house|place|office)",
    "(the|our) (house|flat|office|cabin|hotel) (in|near|by|at) (the {word}|{city})",
    "(the|) (museum|house|church|temple|gallery|palace|tower|bridge|gate) of (the|) {word}",
    "(the|) (museum|center|institute|school) of {word} and {word}",
    "(the|) {word} and {word} (pub|inn|cafe|shop|hotel|garden|park)",
    "(the|) {word} (in|on|by|at|near|under) the {word}",
    "(the|) (cafe|hotel|bakery|shop|school|pub) (by|next to|opposite|behind|across from|in front of) the {word}",
    "(the|) (cafe|hotel|bakery|shop|restaurant) with the {word}",
    "(the|) (end|start|middle|top|corner) of {word} (street|road|lane|hill)",
    "(the|) church of (saint|our lady of|the) {word}",
    "{surname} and (sons|{surname}|daughters)",
    "{word} on (the|) {word}",
    "{word} (street|road|square|station) in {city}",
    "(the|) {word} of {city}",
    "(the|) {city} (museum|house|office|hall) of {word}",
    "(the|) (bank|office|clinic|shop) of {name} {surname}",
    "(the|) old {word} in the {word} (quarter|park|mall|valley)",
)
PLACES_WITH_WEATHER = (
    "{city}",
    "{city}",
    "{city}",
    "{city}",
    "{city}",
    "{country}",
    "{word}",
    "{city} {word}",
    "{city} {country}",
    "(the|) {word} (island|valley|mountains|beach|hills|islands|lake|*coast)",
    "(lake|mount|port|fort|*cape) {word}",
    "(north|south|east|west|northern|southern|*central) {country}",
    "(new|san|saint|santa|los|upper|*lower) {word}",
    "the (alps|mountains|city|countryside|north|south|*seaside)",
    "the (north|south|east|west|coast|center|middle|islands|mountains|hills) of {country}",
    "{city} in {country}",
    "{word} (on|upon|by) the {word}",
    "(the|) (isle|bay|gulf|valley|cape) of {word}",
    "the {word} (mountains|islands|valley|hills) in {country}",
    "(my|our) (town|village|hometown|area|street|garden|city)",
    "(the|) {word} and {word} (islands|valley|county|bay)",
    "saint {name} (bay|hill|on the {word})",
)

PATTERNS = {"spot": SPOTS}
VOCABULARIES = {"city": CITIES, "country": COUNTRIES, "word": WORDS}
