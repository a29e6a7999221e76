"""What is played: genres, moods, song titles, artists, playlists, stations. All of it written for this recipe.

`GENRES`, `MOODS`, `TITLES_OF_SONGS` are vocabularies (every ninth entry is held out), the others patterns of `Draw`.
`MUSIC` is everything that "play" may be followed by; `STYLES` the part of it that says by itself that it is music,
for sentences such as "turn on ..."; `NAMED` a song by its name, for "the song called ...". Titles are made of ordinary
words, some of which are words of requests ("stop the clocks"): a title is whatever stands after "play".
"""

GENRES = (
    "jazz|rock|techno|blues|classical music|hip hop|reggae|country|soul|funk|metal|folk|salsa|pop|opera|house|trance|"
    "disco|punk|grunge|indie|rap|gospel|swing|ska|bossa nova|samba|tango|flamenco|ambient|lo-fi|lofi beats|dubstep|"
    "drum and bass|k-pop|j-pop|afrobeats|electronic music|heavy metal|hard rock|soft rock|classic rock|punk rock|"
    "smooth jazz|acid jazz|big band|bluegrass|rhythm and blues|r and b|new wave|synth pop|garage rock|trip hop|"
    "chamber music|baroque music|string quartets|piano sonatas|film music|movie soundtracks|video game music|"
    "show tunes|musicals|choir music|gregorian chant|celtic music|irish folk|polka|yodeling|merengue|bachata|"
    "reggaeton|cumbia|fado|bhangra|bollywood songs|latin music|african drums|arabic music|greek music|turkish pop|"
    "french chansons|italian opera|german rap|spanish guitar|brazilian music|japanese jazz|korean ballads|"
    "nursery rhymes|lullabies|carols|love songs|sea shanties|marching bands|brass bands|a cappella|elevator music|"
    "white noise|brown noise|nature sounds|birdsong|whale songs|rain sounds|ocean waves|meditation music|harp music|"
    "accordion music|"
    "string orchestras|songs without words|music from the movies|music for babies|sounds of the forest|"
    "rain on a tin roof|waves on the beach|songs from the shows|piano and violin|guitar and drums|"
    "songs of the sixties|music from ireland|country and western|rock and roll|drums and bass guitar|"
    "dance music of the nineties|jazz for the evening|songs for children|music with a beat|the blues of the south"
).split("|")

MOODS = (
    "relaxing|happy|sad|loud|calm|nineties|eighties|seventies|sixties|old|dance|workout|sleep|christmas|party|piano|"
    "guitar|quiet|soft|gentle|upbeat|slow|fast|cheerful|romantic|background|dinner|cooking|cleaning|driving|study|"
    "focus|morning|evening|late night|summer|winter|holiday|halloween|birthday|wedding|yoga|spa|running|gym|gaming|"
    "beach|road trip|rainy day|sunday morning|feel good|energetic|peaceful|dreamy|dark|angry|melancholic|cosy|"
    "uplifting|motivational|instrumental|acoustic|violin|cello|saxophone|organ|drum|folk|rock|jazz|latin|african|"
    "irish|french|italian|spanish|german|indian|japanese|korean|80s|90s|70s|60s|2000s|new|modern|classical|"
    "children's|kids|baby|dog|choir|orchestral|epic|spooky|funny|silly|weird|"
    "slow and sad|loud and fast|calm and quiet|after work|bedtime|first dance|old school|warm up|cool down|"
    "lazy sunday"
).split("|")

TITLES_OF_SONGS = (
    "paper boats|left at the lights|snow on the roof|stop the clocks|wake me in winter|call me when it's over|"
    "nobody's sunday|three doors down the hall|the last bus home|coffee for one|a letter from the coast|"
    "seven miles of rain|turn it all around|brick by brick|barefoot on the stairs|half a moon|sleepless in july|"
    "my neighbour's radio|lost and found|dust and honey|all the wrong trains|second hand heart|the window seat|"
    "come back tuesday|no reply|cold tea|small town fireworks|good enough for me|halfway to nowhere|yellow curtains|"
    "you should have known|can't stop now|hold the line for me|the day the river froze|empty chairs|wild geese|"
    "run while you can|lights out in the city|a spoonful of salt|don't look down|when we were tall|glass houses|"
    "every other weekend|burning the toast|the lighthouse keeper|swimming lessons|home by midnight|old shoes|"
    "the long way round|quiet now|electric blanket|what the wind said|heavy weather|one more for the road home|"
    "her brother's jacket|static|gravity|overdue|sundown|kerosene|strangers|hurricane season|wallflower|firefly|"
    "parachute|marigold|satellite|undertow|yesterday's paper|tomorrow maybe|two left feet|the next station|"
    "pause for breath|volume one|louder than love|message in the sand|a timer on my heart|alarm bells|"
    "remember the pines|navigate the stars|note to self|shopping for dreams|lamp in the window|torch song|"
    "weather the storm|thermostat blues|i told the moon|we never slept|you and the ocean|she drives at night|"
    "he knows the way|they dance on rooftops|it was never about you|i can hear the snow|is it spring yet|"
    "are we there|who let you in|why not now|where the road bends|what a morning|how to fall|if i were rain|"
    "because of june|after the party|before the dawn comes|between two rivers|behind closed eyes|beneath the bridge|"
    "beyond the fence|down by the water|up on the hill|out of the blue again|into the tall grass|"
    "over and over and over|through the keyhole|under one umbrella|with or without rain|without a map|"
    "against the tide|along the shoreline|around the block|from me to nobody|to the end of the street|"
    "for the time being|at the edge of town|on a day like this|in another kitchen|by the time you read this|"
    "like a stone|as long as it takes|than ever before|till the morning|until the lights come on|since you asked|"
    "while the kettle boils|once more with feeling less|twice as far|never say maybe|always the bridesmaid's brother|"
    "sometimes i drive|maybe later|perhaps in april|almost famous last words|just a minute|only the lonely dog|"
    "even the rain|still here|again and again|too late for breakfast|so long summer|very quietly|"
    "really something else|ten thousand lanterns|fifty ways to stay|nineteen again|one hundred winters|"
    "twelve steps back|four in the morning|two of us|first snow|the third rail|zero degrees|number nine|"
    "a million tiny boats|big red truck|little green apples|long black coat|short goodbyes|round and round we go|"
    "square one|deep end|high tide|low sun|slow dance in socks|fast car to nowhere|warm hands|sweet potato pie|"
    "bitter lemon|salt water|sugar town|bread and roses|honey in the dark|milk and thunder|king of the carpark|"
    "queen of quiet|jack of hearts|the baker's daughter|a sailor's lie|doctor doctor|the thief and the piano|"
    "angels on bicycles|ghosts in the attic|saints of the highway|devils in disguise|sister sun|brother rain|"
    "mother tongue|father's watch|baby steps|children of the coast|friends for now|lovers and liars|the enemy inside|"
    "ordinary people|wolves at the door|black cat blues|the elephant song|birds of copper|butterfly effect|"
    "spider silk|horses|hounds of spring|a bee in the bottle|monkey business|the fox and the moon|"
    "tigers in the tall grass|whale watching|crocodile tears|rattlesnake|dragonfly|peacock|hummingbird|"
    "nightingale road|thunderbird|phoenix rising slowly|unicorn parade|mermaid bay|giants|the robot's lament|"
    "space cadet|rocket science|planet nine|milky way diner|black hole sunrise|supernova|eclipse of the sun|"
    "starlight motel|moonlit drive|sunday best|"
    "put on a brave face|play it for my mother|songs my mother sang|on the radio again and again|"
    "the volume of the rain|from the kitchen to the sea|nothing on tv tonight but you|please and thank you|"
    "now and then and never|one for the money and the moon|dance for us in may|turn on the stars|"
    "next summer in the mountains|stop for a while and listen|songs about my brother and me|"
    "in the living room with you|start with a kiss|let it play till sunday|my music and my dog|"
    "this song is not about you|the next train to my heart|i want to hear the sea|a song for the one i lost|"
    "listen to the fields|some of us are leaving|the best of my bad days|by the light of the fridge|"
    "a tune for the road and the river|put the kettle on for two|play dead for me and the dog|"
    "what we said on the stairs|when the music stops|no lights on my street|some people like the rain|skip a stone|"
    "pause and breathe|call and answer|volume of a whisper|mute swans|the radio in my kitchen|"
    "to my friends in the north|for you and all the others|with a little salt|of mice and mountains|about a boat|"
    "an evening in with nobody|on and on and on we go|at my grandmother's table|my favourite ghost|"
    "our house on wheels|the man with the paper hat|a girl called thunder|the boy who sold the sea|"
    "everything by the window|hear me out|up the volume down the road|instead of flowers|rather be a river|"
    "the album we never made|music for an empty house|the playlist of my life|best of nothing|songs for my radio|"
    "the sound of my shoes|hits and misses|new shoes for the wedding|from here to the bus stop|"
    "after you and before me|if it's not too much|so we danced|and then it snowed|but not on mondays|or so they say|"
    "then came the milkman|it's my turn to drive"
).split("|")

SONGS = (
    *("{title_of_song}",) * 7, *("{written_songs}",) * 9, *("{written_commands}",) * 3, "{word} {word}",
    "(the|) {word} of (the|my|) {word}", "{word} in the {word}",
    "(dancing|walking|dreaming|flying|singing|waiting|talking|falling|*running) (with|in|to|for|on) {word}",
    "{name}'s {word}", "(goodbye|hello|sweet|little|dear|poor|wild|blue|*lonely) {word}", "{word}", "{name}",
    "(I will|let's|don't|you|we) (wait|stay|fall|go|dance|run|cry|*sing) (tonight|away|again|for you|alone|forever)",
    "(under|over|beyond|across|inside|*behind) the {word}", "a (night|day|summer|winter|*weekend) in {city}",
    "{number} {word}s", "{word} and {word}", "{city} {word}", "(road|train|bus|letter|*ticket) to {city}",
    "(my|your|our|this|that) {word}", "(no|every|any|another) {word}", "{word} {word} {word}", "(oh|hey) {name}",
    "the {word} and the {word}", "{word} (blues|song|waltz|lullaby|serenade|*ballad)", "{word} part {number}",
    "(where|when|why|how) the {word} (goes|sleeps|shines|falls|*hides)", "(love|life|summer|snow|home) (is|was) {word}",
    # second round
    "{word} on (my|the|your) {word}",
    "{word} (for|with|without|against) (my|a|the) {word}",
    "(a|the) {word} (for|from|with) {name}",
    "{title_of_song} and {word}",
    "(my|our) {word} and (my|your) {word}",
    "(when|while|until) (my|the) {word} (comes home|is over|sings)",
    "{word} by the {word}",
    "(i|you|we) (love|hate|miss|need) (the|my|your) {word} and (the|my) {word}",
    "the (man|girl|boy|woman) (from|in|with) the {word}",
    "(some|all|none) of the {word}s",
    "(turn|put|play|stop|wake) the {word} (up|down|around|slowly)",
    "(about|like|before|beside|without) the {word}",
    "what the {word} (said|saw|knew) about {name}",
)  # fmt: skip

ARTISTS = (
    *("{written_artists}",) * 10, "the {word}s", "{name} {surname}", "{name} {surname}", "{name} and the {word}s",
    "{word} {word}", "{name}",
    "{word}", "DJ {word}", "{surname}", "the {word} {word}s",
    "the {surname} (brothers|sisters|twins|quartet|trio|band|*family)", "{name} and {name}",
    "{name} (feat|featuring|with) {name}", "(lil|mc|king|lady|saint|*sir) {word}",
    "{word} (orchestra|club|collective|project|ensemble|choir|*society)", "{number} {word}s", "{name} {word}",
    "{name} {name} {surname}", "the {city} (philharmonic|symphony|boys choir|*sinfonia)", "{word} and {word}",
    # second round
    "the {word} of {city}",
    "{name} with the {word}s",
    "{name} and the {word} {word}s",
    "{name} from {city}",
    "(my|our|the) {word} and the {word}",
    "{word} for {word}",
    "{word} in {word}",
    "{name} {surname} and {name} {surname}",
)  # fmt: skip

NAMED = ("{song}", "{song}", "{song} by {artist}", "{song} by {artist}", "{song} by {artist}")

STYLES = (
    *("{written_styles}",) * 6, "(some|) {written_styles}", "(some|) {genre}", "(some|) {genre}", "(some|) {genre}",
    "(some|) music", "(some|) {genre}",
    "(some|) {mood} (music|songs|tunes|beats|*melodies)", "(some|) {mood} (music|music|songs)", "{mood} {genre}",
    (
        "(my|the|our) (workout|morning|party|road trip|sleep|favorites|favourites|study|running|cooking|cleaning|chill|"
        "summer|gym|work|evening|kids|family|wedding|driving|{word}|*dinner) (playlist|mix|list|songs)"
    ),
    "(the|) {artist} (playlist|radio|mix|*collection)", "(the|my|) {genre} (playlist|station|channel|radio)",
    "(the|) (latest|new|first|last|second|debut|live) (album|song|single|record|*track) (by|from|of) {artist}",
    "(the album|an album|the song|a song|a single|a record|the record) (by|from) {artist}",
    "(the|) music (of|from|by) {artist}",
    (
        "(something|anything|songs|some songs|music|hits|the best|the greatest hits|everything|*ballads) (by|from|of) "
        "{artist}"
    ),
    (
        "something (relaxing|happy|calm|slow|quiet|upbeat|cheerful|new|loud|romantic|nice|fun|old|classical|jazzy|to "
        "dance to|to sleep to|to relax|for the kids|for dinner|*soothing)"
    ),
    (
        "(some|) music (for (studying|sleeping|dinner|a party|cooking|working|running|the kids|yoga|*meditation)|from "
        "(the (sixties|eighties|nineties|*seventies)|{city})|to (dance|relax|sleep|work|*unwind) to)"
    ),
    "(my|our) (favorite|favourite) (song|album|band|music|tunes|*artist)",
    "(the|) (soundtrack|theme|music) (of|to|from) {song}", "the (top forty|charts|top ten|greatest hits|*hit parade)",
    "songs (about|from|like) {word}", "{artist}'s {mood} songs",
    # second round
    "(some|) {genre} (with|and|without) (vocals|a lot of drums|guitar|{genre}|words|violins)",
    "(some|) {mood} (and|but) {mood} (music|songs)",
    "(music|songs|a mix) (with|for|about|like) (a {word}|my {word}|the {word} and the {word}|friends and wine)",
    "(the|) (best|greatest|latest) (songs|hits) (of|by|from) {artist}",
    "(my|the|our) playlist (for|of|with|called) {word}( and {word}|)",
    "(the|my) {word} and {word} (playlist|mix)",
    "{genre} from (the seventies|{city}|the {word})",
    "a song (about|for|by) (my {word}|{name}|{artist})",
)  # fmt: skip

MUSIC = (
    *STYLES, *("{song}",) * 8, *("{song} by {artist}",) * 9, *("{artist}",) * 5, "{song} from {artist}",
    "(the|a|) (news|radio|morning news|sound of rain|sound of the sea|sound of waves|*audiobook)", "radio {word}",
    "(the|) {word} (podcast|fm|audiobook|show|*broadcast)", "(the|) {word} by {artist}",
    "(the|) (live|acoustic|long|original|piano|*remastered) version of {song}", "{song} (live|remix|unplugged)",
    "(the|) national anthem of {city}", "(station|channel) {word}", "{song} by {artist} and {artist}",
)  # fmt: skip

PATTERNS = {"song": SONGS, "artist": ARTISTS}
VOCABULARIES = {"genre": GENRES, "mood": MOODS, "title_of_song": TITLES_OF_SONGS}
# Slots of sentences: slot: (argument, patterns).
SENTENCE_SLOTS = {"query": ("query", MUSIC), "style": ("query", STYLES), "song": ("query", NAMED)}
