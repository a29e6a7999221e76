"""Rooms, things to buy or pack, the ways to ask for them on a list, and the names of lists.

`ROOMS`, `THINGS`, `GOODS` and `LISTS` are vocabularies, each one long because the model learns from it what may stand
in the place of a value. `ITEMS` are the patterns of a list's entry: an amount, a kind, a purpose, several at once.
"""

ROOMS = (
    "kitchen|living room|bedroom|bathroom|hallway|office|garage|basement|attic|garden|dining room|kids' room|nursery|"
    "porch|study|guest room|laundry room|hall|balcony|closet|cellar|my bedroom|my room|toilet|lounge|playroom|"
    "workshop|terrace|pantry|master bedroom|upstairs bathroom|front yard|den|library|studio|{word} room|"
    "{name}'s room|corridor|stairs|shed|kids room|entrance|entryway|foyer|front room|back room|sitting room|"
    "family room|spare room|spare bedroom|guest bedroom|guest bathroom|downstairs bathroom|downstairs toilet|"
    "washroom|restroom|shower|ensuite|powder room|utility room|boiler room|storage room|store room|mud room|"
    "sunroom|conservatory|winter garden|greenhouse|patio|deck|backyard|back yard|back garden|front garden|driveway|"
    "carport|barn|stable|hobby room|craft room|sewing room|music room|game room|games room|tv room|cinema room|"
    "reading corner|breakfast room|kitchenette|bar|wine cellar|loft|landing|staircase|upstairs hallway|"
    "downstairs hall|back porch|veranda|summer house|tree house|dressing room|walk-in closet|wardrobe|gym|"
    "meeting room|conference room|waiting room|reception|home office|my office|our bedroom|"
    "baby's room|baby room|children's room|boys' room|girls' room|twins' room|teen's room|grandma's room|"
    "my son's room|my daughter's room|mum's bedroom|{name}'s bedroom|{name}'s office|{name}'s study|dad's workshop|"
    "first floor|second floor|ground floor|top floor|upstairs|whole house|big bedroom|small bedroom|little bathroom|"
    "blue room|red room|{word} bedroom|{word} corner|pool|pool house|sauna|chicken coop|bike shed|tool shed|parlor|"
    "drawing room|sleeping room|cloakroom|{word}"
).split("|")
THINGS = (
    "milk|eggs|bread|butter|cheese|apples|bananas|tomatoes|rice|pasta|olive oil|coffee|tea|sugar|salt|flour|chicken|"
    "onions|garlic|potatoes|carrots|yogurt|orange juice|toilet paper|soap|shampoo|toothpaste|batteries|light bulbs|"
    "dog food|cat litter|paper towels|cereal|honey|lemons|spinach|cucumbers|salmon|ham|beer|wine|ice cream|chocolate|"
    "cookies|mushrooms|peanut butter|cream|vinegar|stamps|candles|socks|printer paper|birthday cards|sunscreen|"
    "razors|tape|nails|paint|sponges|almonds|lettuce|peppers|{word} {thing}|oat milk|soy milk|almond milk|"
    "skimmed milk|goat cheese|feta|mozzarella|parmesan|cream cheese|cottage cheese|sour cream|whipped cream|"
    "margarine|bread rolls|baguettes|bagels|tortillas|pita bread|rye bread|croissants|muffins|crackers|oats|oatmeal|"
    "muesli|granola|pancake mix|baking powder|baking soda|yeast|vanilla sugar|brown sugar|maple syrup|jam|"
    "strawberry jam|marmalade|mustard|ketchup|mayonnaise|soy sauce|fish sauce|hot sauce|tomato sauce|pesto|tahini|"
    "hummus|olives|pickles|capers|sunflower oil|coconut oil|coconut milk|balsamic vinegar|black pepper|cinnamon|"
    "cumin|turmeric|paprika|chili powder|curry paste|oregano|basil|parsley|coriander|cilantro|mint|dill|rosemary|"
    "thyme|ginger|bay leaves|saffron|chickpeas|lentils|kidney beans|black beans|green beans|baked beans|peas|"
    "sweet corn|sweet potatoes|pumpkin|zucchini|courgettes|eggplant|aubergines|broccoli|cauliflower|cabbage|"
    "red cabbage|kale|leeks|celery|radishes|beetroot|asparagus|avocados|spring onions|shallots|arugula|salad|"
    "pears|oranges|limes|grapes|strawberries|blueberries|raspberries|cherries|plums|peaches|apricots|mangoes|"
    "pineapple|watermelon|melon|kiwis|figs|dates|raisins|walnuts|peanuts|cashews|hazelnuts|pistachios|sesame seeds|"
    "pumpkin seeds|beef|ground beef|minced meat|steak|pork chops|sausages|bacon|turkey|duck|lamb|meatballs|"
    "chicken breasts|chicken thighs|tuna|cod|shrimp|prawns|fish fingers|sardines|tofu|tempeh|seaweed|noodles|ramen|"
    "spaghetti|lasagna sheets|couscous|bulgur|quinoa|basmati rice|frozen pizza|frozen peas|french fries|ice cubes|"
    "chips|crisps|popcorn|pretzels|chewing gum|candy|sweets|biscuits|dark chocolate|cocoa|hot chocolate|"
    "herbal tea|green tea|chamomile tea|coffee beans|coffee filters|coffee pods|apple juice|tomato juice|lemonade|"
    "tonic water|sparkling water|mineral water|cola|ginger ale|red wine|white wine|champagne|cider|gin|rum|vodka|"
    "dish soap|dishwasher tablets|washing powder|laundry detergent|fabric softener|bleach|glass cleaner|"
    "floor cleaner|bin bags|trash bags|freezer bags|cling film|aluminium foil|baking paper|napkins|kitchen roll|"
    "tissues|wet wipes|rubber gloves|matches|lighter fluid|charcoal|firewood|AA batteries|AAA batteries|"
    "nine volt batteries|a phone charger|an extension cord|a light bulb for the hall|fuses|screws|hooks|"
    "picture hooks|sandpaper|glue|super glue|duct tape|masking tape|wood stain|paint brushes|a paint roller|"
    "a tape measure|a screwdriver|a hammer|drill bits|wall plugs|hinges|zip ties|potting soil|fertilizer|"
    "tomato seeds|grass seed|plant pots|a watering can|a hose|bird food|cat food|fish food|hay for the rabbits|"
    "a dog leash|chew toys|diapers|nappies|baby food|baby formula|baby wipes|hand cream|hand soap|body lotion|"
    "face cream|shower gel|conditioner|hair dye|hair ties|deodorant|mouthwash|dental floss|a toothbrush|"
    "cotton balls|cotton buds|plasters|band-aids|bandages|painkillers|aspirin|ibuprofen|cough syrup|vitamin d|"
    "eye drops|contact lens solution|nose spray|lip balm|nail polish|tampons|shaving foam|perfume|envelopes|"
    "wrapping paper|gift bags|ribbon|balloons|a birthday card|a birthday cake|birthday candles|paper plates|"
    "plastic cups|straws|notebooks|pens|pencils|crayons|felt tip pens|an eraser|a ruler|a stapler|staples|"
    "paper clips|sticky notes|ink cartridges|printer ink|folders|postcards|a calendar|a map|a guidebook|"
    "a power bank|headphones|a usb cable|a memory card|a mouse pad|swimsuit|swimming trunks|goggles|towels|"
    "beach towel|flip flops|sandals|hiking boots|rain jacket|raincoat|umbrella|gloves|a scarf|wool hat|pajamas|"
    "underwear|t-shirts|jeans|a belt|shoelaces|shoe polish|sunglasses|passport|travel adapter|first aid kit|"
    "sleeping bag|tent|tent pegs|camping stove|gas canister|head torch|mosquito spray|bug spray|thermos|"
    "water bottle|lunch box|a blanket|a pillow|bed sheets|pillow cases|curtains|a lamp|a doormat|a new mop|"
    "a broom|a bucket|clothes pegs|coat hangers|an ironing board|a frying pan|a saucepan|a cutting board|"
    "wine glasses|mugs|teaspoons|a can opener|a corkscrew|a kettle|a toaster|lego for {name}|flowers for {name}|"
    "toys|a football|a skipping rope|board games|playing cards|puzzles|guitar strings|bike tubes|bike lights|"
    "chain oil|windscreen fluid|motor oil|ice scraper|{word} sauce|{word} cheese|{word} tea|{word} bread"
    "|salt and vinegar crisps|mac and cheese|gin and tonic|fish and chips|bread and butter pudding|oil and vinegar|"
    "salt and pepper|cheese and onion crisps|peanut butter and jam|ham and pineapple pizza|soap for the shower|"
    "something sweet for the kids|food for our dog|hay for my horse|cream of mushroom soup|a bag of cat food|"
    "a packet of seeds|a bottle of wine for {name}|a book about {word}s|a book of stamps|a box of matches|"
    "a bunch of flowers for my mum|a gift card for our teacher|a magazine for the train|a map of {city}|"
    "a lead for the dog|milk for the baby|biscuits for tea|something to read|something to drink|snacks to share|"
    "paint for the fence|screws for my shelf|new strings for my guitar|chicken in sauce|tuna in oil|peaches in syrup|"
    "beans in tomato sauce|a pair of shoes|leg of lamb|my swimsuit|my blue jacket|our big tent|our passports|my camera|"
    "my reading glasses|drinks for the party|stuff for the soup|things for the salad|{word} and {word} tea|"
    "{word} for my {word}|a {word} with a lid|{word} in a {word}|the new {word} book|the good olive oil|to-go cups|"
    "all the spices for curry|everything for pancakes|some of the red {word}|a {word} for the {room}|{word} of {word}"
).split("|")
# Goods that are counted or come in some measure.
GOODS = (
    "milk|eggs|butter|oranges|lemons|bread|rolls|cheese|flour|sugar|rice|beans|tomatoes|chopped tomatoes|tuna|juice|"
    "apple juice|beer|sparkling water|wine|red wine|olive oil|vinegar|honey|jam|coffee|tea bags|biscuits|crisps|"
    "chocolate|ice cream|yogurt|cream|cat food|dog food|toilet paper|kitchen roll|tissues|AA batteries|"
    "light bulbs|bin bags|washing powder|dish soap|shampoo|toothpaste|soap|nappies|paint|nails|screws|charcoal|"
    "potatoes|onions|carrots|apples|pears|grapes|strawberries|mushrooms|spinach|peas|chicken|mince|sausages|bacon|"
    "salmon|noodles|spaghetti|oats|almonds|walnuts|raisins|peanut butter|ketchup|mustard|cola|lemonade|oat milk|"
    "{thing}|{thing}|{word}|{word} {thing}"
).split("|")
ITEMS = (
    *("{written_items}",) * 18, "{written_commands}", "{written_tasks}", "{thing}", "{thing}", "{thing}", "{thing}",
    "{thing}", "{thing} and {thing}", "(some|) {thing}",
    "{thing} and some {thing}", "{number} {goods}", "(more|extra|new|another) {goods}",
    (
        "(two|three|four|five|six|2|3|4|5|6|10|*seven) (bottles|cartons|cans|tins|bags|packs|jars|boxes|tubes|pots|"
        "packets|bunches|rolls|bars|*crates) of {goods}"
    ),
    "(two|three|four|2|3|*five) (bottles|cartons|cans|tins|bags|packs|jars|boxes|packets) of {goods} and {goods}",
    (
        "(a|one|another) (bottle|carton|can|tin|bag|pack|packet|jar|loaf|box|tube|pot|bunch|roll|bar|bowl|tub|"
        "six-pack|case|*sack) of {goods}"
    ),
    "a (bottle|carton|can|bag|pack|jar|box) of {goods} and (a|two|some) {goods}",
    (
        "(fresh|frozen|organic|red|green|small|big|large|cheap|good|dried|canned|whole grain|low fat|gluten free|"
        "unsalted|vegan|spicy|plain|free range|local|*smoked) {goods}"
    ),
    "a (dozen|kilo of|pound of|couple of|litre of|liter of|gallon of|pint of|slice of|piece of|pair of) {goods}",
    "(half a|one|a whole) (kilo|pound|litre|liter) of {goods}",
    "(two|three|2|five) (kilos|pounds|litres|liters) of {goods}", "half a dozen {goods}",
    "({number}|500|250|200|100) (grams|g|ml|*ounces) of {goods}", "{goods} x2", "({number}|2|3) x {goods}",
    "{thing}, {thing} and {thing}", "{thing} and {number} {goods}", "{thing}, {thing}, {thing} and {thing}",
    (
        "{goods} (for {name}|for the cat|for the kids|for the party|for the barbecue|for the baby|for breakfast|"
        "for the soup|for grandma|*for the picnic)"
    ),
    "{goods} (without sugar|in a tube|with seeds|with no salt|from the bakery|from the market|in a glass jar)",
    "a (new|cheap|small|big|good|second|spare|*used) {word}", "a present for {person}", "a (card|gift) for {name}",
    "{word}", "{word} {word}", "a {word}", "{word} and {word}", "{word} {thing}", "{song}",
    "{song} by {name} {surname}",
    "{chore}",
    # second round: several at once, and items that hold words of the sentence around them
    "{goods}, {goods}, {goods} and {goods}", "{goods} and {goods} and {goods}", "{goods} {goods} and {goods}",
    "{thing}, {thing}", "{thing} as well as {thing}", "{thing} or {thing}", "{goods} plus {goods}",
    "{goods}, {word} and {word} {thing}", "{goods} with {goods}", "{number} {goods} and {number} {goods}",
    "{goods} (for|with|in|from) (the|some) {word}", "{goods} (for|from) (my|our) {word}",
    "{goods} and {goods} for the {word}",
    "(my|our) {word}", "(a|the) {word} (of|for|with|about|in) {word}", "something for {name}'s {word}",
    "(the|a) {word} that {name} (likes|wants|uses)", "{goods} to (take with us|go with the {word}|share)",
    "the {word} {word} (from|of|in) {city}", "{goods} (on offer|in a tin)",
    "(enough|plenty of|lots of|loads of|a bit of|a little|a few) {goods}", "{word} {word} {word}",
    "ingredients for (the|a|) {word} (soup|cake|pie|stew)", "(film|book|game|song) about {word}",
)  # fmt: skip
LISTS = (
    "shopping|grocery|groceries|todo|to-do|wish|packing|birthday|camping|hardware|party|work|reading|movie|{word}|"
    "pharmacy|gift|holiday|weekend|books|chores|supermarket|market|bakery|drugstore|christmas|travel|vacation|beach|"
    "school|office|garden|house|cleaning|kitchen|bathroom|baby|pet|wedding|guest|food|drinks|dinner|breakfast|recipe|"
    "bucket|watch|music|film|movies|series|game|present|presents|errands|errand|task|tasks|daily|weekly|monthly|"
    "summer|winter|ski|hiking|picnic|barbecue|medicine|first aid|repair|diy|hardware store|pet store|farm shop|"
    "corner shop|department store|moving|renovation|homework|study|project|job|meeting|urgent|long term|family|kids|"
    "{name}|{word} shopping|weekly shopping|weekend shopping|party shopping|to do|things to buy|vegetable|fruit|"
    "butcher|craft|sewing|clothes|car|bike|boat|festival|road trip|honeymoon|{word} project|household|stock|inventory"
    "|dinner party|christmas dinner|camping trip|house and garden|food and drink|cabin|lake house|summer holiday|"
    "new flat|back to school|baby shower|birthday party|{name}'s birthday|{city} trip|trip to {city}|date night|"
    "sunday lunch|{weekday}|{word} and {word}|bulk buying|big shop|cat and dog|tool|tools|paint|electronics|medicines|"
    "costume|picnic basket|lunch box|morning|evening|emergency|spare parts|art supplies|plants|seeds|tea and coffee|"
    "wine|cheese|cake|baking|cooking|meal|meals|snack|board game|gear|fishing|climbing|swimming|gym|football|home|"
    "{word} {word}|{name} and {name}|grandma|mum|landlord|plumber|questions|ideas|goals|someday|house hunting"
).split("|")

VOCABULARIES = {"room": ROOMS, "thing": THINGS, "goods": GOODS, "list": LISTS}
