"""How people ask for music, its end, the next song and a volume, and how they take up the turn before.

Patterns of `Draw`, as described in phrases/__init__.py. A query is all that is asked for ("something by the golden
foxes", "my running playlist"), without "the song", "the album" and the like before a name. `{style}` says by itself
that it is music and may stand where a name alone would be a riddle ("turn on ..."); `{song}` is a name.
"turn it up" without a number is half a request (`INCOMPLETE`); "mute" is volume 0, but "silence" pauses the music.
"""

REQUESTS = {
    "play_music": (
        "play {query}", "play {query}", "play {query}", "play {query}", "play {query}", "play {query}",
        "play me {query}", "*play (us|me) {query}", "put on {query}", "put on {query}", "put {query} on",
        "put {query} on (for us|for me|now|loud|)", "(start|begin) (playing|) {query}", "(start|?) playing {query}",
        "start {query}", "play {query} (now|for me|for us|next|first)",
        "*~I (want|would like|need|would love) to (hear|listen to) {query}", "~I (wanna|gotta) (hear|listen to) {query}",
        "~I'd (like|love) to (hear|listen to) {query}", "~I want {style}",
        "~I (need|want) {style} (now|on|please|right now)", "~let me (hear|listen to) {query}",
        "~let's (hear|listen to|play|put on) {query}", "~let's have {style}",
        "~(can|could|may) (I|we) (hear|listen to|have) {query}", "~(can|could) (I|we) get {style} (on|going|in here|)",
        "play the (song|track|tune|record|album) {song}", "(play|?) the (song|track|tune|album) {song}",
        "play (a|the) (song|track|album) (called|named|with the title) {song}", "~the (song|album|tune) {song}",
        "find {query} and play it", "(find|look up|get) {query} and (play|start) it",
        "find (me|) the (song|track) {song}", "~I'm in the mood for {query}", "~I'm in the mood for {style}",
        "~(let's|let us|can we|could we|we could) have (some|a bit of|) {style} on", "(put|stick|whack|get) {query} on",
        "(put|stick|get) some {style} on", "~(some|a bit of|a little) {style}, please",
        "~I'm in a mood for {style}", "*listen to {query}", "(turn|switch) on {style}", "turn {style} on",
        "(give|bring) (me|us) {style}", "stream {query}", "(stream|?) {style}", "~how about {query}, play it",
        "~how about {style}", "~what about {style}", "~I feel like (listening to|hearing) {query}",
        "~I feel like {style}", "let {query} play", "let (me|us) hear {style}", "search for {query} and play it",
        "~{style} (please|now|on the speaker|on the radio)",
        (
            "play {query} on (the speaker|spotify|my phone|the radio|the stereo|bluetooth|youtube|the speakers|shuffle|"
            "repeat)"
        ),
        "play {style} (in the (kitchen|living room|bathroom|bedroom)|on shuffle|everywhere|on all speakers)",
        "have {query} on in the background", "put {query} on (shuffle|repeat|the speaker|the stereo)",
        "*~music: {query}", "~song: {song}", "~(time for|now for) {style}", "~(some|) music (please|now), {query}",
        "set the mood with {style}",
        (
            "~(I'm (cooking|bored|cleaning|working out|having people over|tired|studying)|we're having (guests|dinner|"
            "a party)|it's (too|so) quiet (here|in here)|the kids can't sleep|I can't focus|it's friday|dinner's ready|"
            "I need to relax|time to dance|it's party time), (play|put on|start|play me) {query}"
        ),
        (
            "~(it's (too|so) quiet|I can't sleep|I need to (relax|focus)|I want to dance|we have guests|the party "
            "starts), {style} please"
        ),
        (
            "(play|put on|start) {query}, (I want to dance|I love that song|I love it|I need to relax|we have guests|"
            "it's my favorite)"
        ),
        "~I (love|like) {song}, play it", "~I (haven't heard|miss) {song} (in ages|for years|), play it",
        "~play, {query}", "~do you have {query}, play it", "~have you got {style}",
        "~is there (any|) {style} (you could play|to play|)", "~can you (find|play|put on) {query}",
        "~would you play {query} (for me|for us|)", "~do you mind playing {query}",
        "~I'd (like|prefer|rather have) {style}", "make it {style}", "~some background sound, {style}",
        "~{song}, play (it|that)", "~(anything|something) to listen to, {style}", "make some noise with {style}",
        "~can we listen to {style} (while we (eat|work|cook)|)", "fill the (room|house) with {style}",
        "open spotify and play {query}", "(use|open) (spotify|youtube|my music app) to play {query}",
        "*~I'd (like|love) {query} on the (speaker|stereo|radio)", "add some life with {style}",
        "~we (want|need|would like) to hear {query}", "~we (want|need) {style}", "dance to {style}",
        "(kick off|get going with|start off with) {style}", "sing along to {song}, play it",
        "wake the house up with {style}", "~(my|the) (song|track) for today is {song}, play it",
        "~play it again, {song}", "blast {query} on the (speaker|stereo)", "spin (the record|the song) {song}",
        "~I could do with {style} in my ears", "throw on {style}", "~my ears want {style}",
        "~would love (to hear|to listen to) {query} right now", "~{query}, that's what I want to hear",
        "~is it possible to hear {query}", "get {style} (going|playing)",
        "~the next thing I want to hear is {query}", "~time to listen to {query}", "*let the speaker play {query}",
        "~we feel like dancing, start {style}", "have {query} playing",
    ),
    "pause_music": (
        "(pause|stop|halt|hold|turn off|shut off|end) (the|this|) (music|song|track|playback|playlist|tune|player)",
        "(shut|turn|switch) (the|this|that) (music|song|racket|noise|tune|sound) off",
        "(pause|stop|?) the (music|song|tune) for a (moment|second|minute|while)", "(pause|stop) the (song|playback)",
        "(pause|stop) (the|that) (music|song) (now|please|at once|right now|)",
        "(pause|stop) (it|playing|the music for a (moment|second|minute|bit|while))", "(pause|stop) (playing|) music",
        "(turn|switch) the (music|song|tunes) off", "(turn|switch) off the (music|song|playlist)", "*~pause", "*~pause",
        "*~music off", "~(silence|quiet) (please|)", "*~stop (playing|the music|the song)",
        "stop the (album|audio|sound|playlist|band|tunes)", "~no more music",
        "~no more (songs|tunes|music) (for now|today|)", "put the music on (pause|hold)", "put (it|the song) on pause",
        "make the (music|song|noise) stop", "~I don't want to hear (this|the music) anymore",
        "~that's enough music (for now|for today|)", "~(enough|okay enough) (music|of this music|of the music|singing)",
        "~(be|keep) quiet (now|)", "(hold|pause) (it|that|everything) (a|one) (second|moment)",
        (
            "(pause|stop) (the|my) (music|song|playlist), (I'm on the phone|someone's at the door|I have a call|the "
            "baby's asleep|I need to think|I'm busy)"
        ),
        (
            "~(I'm on the phone|someone's at the door|I have a call|the baby's asleep|I need to think|the doorbell "
            "rang|I can't hear you), (pause|stop) (it|the music|the song|playing)"
        ),
        "~I (need|want) (silence|some silence|some quiet|quiet|it quiet)",
        "~(can|could) (we|I) have (some|a moment of|) (silence|quiet)",
        "~(can|could) you (stop|pause) (the|this) (music|song|noise)",
        "~(can|could) the music (stop|pause) (for a moment|now|)", "let the music (rest|pause|stop) (for a bit|)",
        "interrupt the (music|song)", "~music (stop|pause)", "~playback (stop|pause|off)",
        "(don't|do not) play (any more|any|more) (music|songs) (now|)",
        "~(stop|quit) (this|that|the) (noise|racket|singing)", "(take|have) a break from (playing|the songs)",
        "~the music (has to|must|should|can) (stop|pause)", "give the music a (pause|rest)",
        "(stop|end|cut off) what's playing", "(pause|stop) the (speaker|stereo|player|sound)",
        "~I've heard enough (music|of it|of this song)", "hit pause",
        "(hit|press|push) (pause|stop|the pause button) (on the music|)", "~no music (now|please|for a while|any more)",
        "~mute the song for now, pause it", "freeze the (music|song) for a (moment|second)",
        "cut the music (for now|)", "take a break from the music", "quit playing (music|this song|)",
        "~I want the music (off|to stop)", "bring the music to (an end|a stop)", "*~the song can stop now",
    ),
    "next_track": (
        "(next|skip|change) (the|this|) (song|track|tune)", "*(next|skip) (song|track|one)",
        "skip (this|the|that) (song|track|tune)", "(skip|?) this song and play the next one",
        "skip (this|it|ahead|forward|that|)", "skip (this|it|that) (song|track|one|tune) (please|now|for me|)", "~next",
        "~next", "*~skip", "(play|go to|jump to|give me|move to|start) the next (song|track|one|tune|number)",
        "(?|go|jump) to the next (song|track)", "~next (please|song please|one|up)",
        "~I don't (like|want|want to hear|love|care for|enjoy) this (song|one|track|tune)",
        "~(next|another|different|new) (song|track|tune)", "~(a different|another|a new) (song|track|one) please",
        "skip (ahead|forward|on|over) to the next (song|track|one|tune)",
        "~I'm (tired|sick|bored) of this (song|one|track|tune)",
        "~I (hate|can't stand|dislike|don't like) (this|that) (song|one|track), (next|skip it|skip|play another)",
        "change the (song|track|tune)", "change to (another|a different|the next) (song|track)",
        "play (something else|another song|a different song)",
        "play (another|a different|some other) (one|track|tune|song) (now|)", "skip ahead to the next song",
        "~not this (song|one|track)",
        "~(not this one again|oh no not this song|ugh not this|anything but this), (skip|next|skip it)",
        "~(can|could) (we|I|you) skip (this|it|this one|this song)",
        "~(can|could) (we|I) (have|hear|get) (the next|another|a different) (song|one|track)",
        "~(boring|terrible|awful|not my style), (next|skip|next song|skip it)",
        "~what's (the next song|next), (play it|skip to it)",
        "~I've heard this (song|one) (too often|a hundred times|before|already), (next|skip it|skip)",
        "(go|move|jump|skip) (forward|ahead|on) (a|one) (song|track)", "~(one|a) (song|track) (forward|ahead|further)",
        "~forward", "~let's (hear|have|go to|skip to) the next (one|song|track)",
        "~this (song|track) is (bad|boring|terrible|too slow|not for me), (skip it|next|skip)",
        "~I (want|need|would like) (the next|another|a different) (song|track|one)",
        "~(next|another) one (please|on the list|in the playlist|)", "(leave out|jump over) this (song|track|one)",
        "*~the next (song|track|one) (please|now|)", "switch to the next (song|track|one)",
        "switch (the song|songs|tracks)", "~(time for|how about) (another|a different|the next) (song|track|tune)",
        "(press|hit) (next|skip|the next button)", "~enough of this (song|one), (next|skip it|the next one)",
        "(bring|put) on the next (song|track|one)", "~move on to the next (song|one)",
        "(forward|onward) to the following (song|track)", "hop to the next (song|track)",
        "~this (song|track) is awful, move on", "pass on this (song|track), next", "advance (a|one) track",
        "~get me to the next (song|track)", "~another (song|tune) would be nice",
        "~(I'd|we'd) like to skip this (song|track)", "~could this be skipped, next song",
    ),
    "set_volume": (
        "(set|change|put|turn|adjust|?) the volume (to|at) {level}",
        "(set|change|put|turn|adjust) the volume (to|at) {level}", "(set|turn|?) (the|) volume (up|down) to {level}",
        "(set|put) volume (to|at) {level}", "~volume {level}", "~volume {level}", "~volume (to|at|on) {level}",
        "~{level} volume", "(turn|bring|?) (it|the sound|the music|the volume) (up|down) to {level}",
        "(turn|bring) (it|the sound|the music|the volume|this) (up|down) to {level}",
        "turn (up|down) the (volume|music|sound) to {level}", "*make it {level} loud",
        "make the (volume|sound|music) {level}", "(make|have) the volume go (up|down) to {level}",
        "(raise|lower|increase|reduce|decrease|drop|lift|bring|?) the (volume|sound) to {level}",
        "(raise|lower|increase|reduce) the music to {level}",
        "~I (want|need|would like) the (volume|sound|music) (at|on) {level}",
        "put the (sound|speaker|music) (at|on) {level}", "~I'd like (the|a) volume (at|of) {level}",
        "*~(it's|that's) (too|so) (loud|quiet), (volume|put the volume|set it|turn it) to {level}",
        (
            "~(it's|the music is|that's|this is) (too|way too|so) (loud|quiet|noisy), (set|put|turn) the (volume|sound|"
            "music) to {level}"
        ),
        "*~(it's|the music is|that's) (too|way too) loud, (turn|bring) it down to {level}",
        "~(it's|that's) too quiet, (turn|bring) it up to {level}",
        (
            "~(the baby's asleep|I have a headache|the neighbors are complaining|I'm on the phone), (turn it|music|"
            "volume) down to {level}"
        ),
        "~(I love this song|I can't hear it|I can't hear a thing|it's a party), (turn it|music|volume) up to {level}",
        (
            "(turn|bring) it (up|down) to {level}, (I can't hear it|it's too loud|the baby is asleep|I love this song|"
            "I have a headache)"
        ),
        "(mute|silence) (the|) (sound|volume|speaker|everything|audio) => level=0", "~mute => level=0",
        "~mute (it|please|the music|the song) => level=0", "(turn|switch) the (sound|volume) off => level=0",
        "turn off the (sound|volume) => level=0", "~(sound|volume) off => level=0",
        "~(volume|sound|music) (down|) to (zero|nothing|the minimum) => level=0",
        "~(volume|sound|music|radio) (up|down|) (to|at) {level}",
        "(set|put|turn) the volume (down|) (to|at) (zero|minimum|nothing|the minimum) => level=0",
        "turn the volume all the way down => level=0", "~(no|zero) (sound|volume) => level=0",
        "~(volume|sound) (all the way|completely) down => level=0",
        (
            "turn (it|the volume|the music|the sound) (up|) (to the max|all the way up|to maximum|to full|fully up) => "
            "level=100"
        ),
        "~(maximum|max|full|top) volume => level=100",
        "set the volume to (max|maximum|full|the maximum|the top) => level=100",
        "~(as loud as (possible|you can|it goes)|full blast) => level=100",
        "(play|make) it as loud as (possible|you can) => level=100",
        "~volume (to|at|on) (max|maximum|full) => level=100", "~volume all the way up => level=100",
        "set the volume to (half|the middle|fifty fifty) => level=50", "*~half (the|) volume => level=50",
        "turn the (volume|sound|music) (down|up|) to half => level=50", "~volume (at|to|on) half => level=50",
        "~(volume|sound|loudness) level {level}", "~(sound|music) (at|to|on) {level}",
        "turn the music volume (up|down|) to {level}", "change the (sound|volume) level to {level}",
        "set the (sound|volume|speaker|music|audio|loudness) (level|) to {level}",
        "(set|keep|hold|leave) the (volume|sound|music) at {level}",
        "~(can|could) (I|we) have the (volume|sound|music) (at|on) {level}",
        "~(can|could) you (set|put) the (volume|speakers) (to|at) {level}",
        "~(can|could) (we|you) (turn|get) it (up|down) to {level}",
        "~the (volume|sound) (should be|has to be|needs to be|must be) (at|) {level}",
        "get the (volume|sound) (up|down) to {level}", "~let's (have|put|set) the (volume|sound) (at|to|on) {level}",
        "~I want it {level} loud", "~(louder|quieter|softer), (to|volume) {level}",
        "~(louder|quieter) (please|), {level}",
        "make (it|the music|the sound) (louder|quieter|softer), (to|at|volume|like) {level}",
        "(turn|put) the (speaker|speakers|stereo|radio) (up|down) to {level}", "~from now on volume {level}",
        "~(speaker|speakers|media|phone) volume (to|at|) {level}", "*set (speaker|media|music|phone) volume to {level}",
        "(set|put) it to {level} (on the volume|volume)", "bring the volume to {level}",
        "play (it|this|that|the music) (at|with) volume {level}", "crank (it|the volume) up to {level}",
        "dial the (volume|sound) (up|down|) to {level}", "play (it|this|the music) at {level} volume",
        "fix the (loudness|volume) at {level}", "tune the volume to {level}", "~{level} is how loud I want it",
        "~{level} on the volume", "~what about a volume of {level}",
        "~(the volume|the sound) at {level} would be (great|good)", "~I can't hear anything, raise it to {level}",
        "shift the volume (up|down) to {level}", "have the music at {level}",
    ),
}  # fmt: skip

FOLLOWUPS = {
    "play_music": (
        "~(no,|rather|actually|now|better|sorry,|wait,) (play|put on|) {query}",
        "~(no,|actually|wait,) play {query} (instead|)",
        "~(then|now|next|something else, maybe|later|after that) (play|put on) {query} (instead|)",
        "~(no,|sorry,|) I (meant|mean|said) {query}", "~(no, |)(the|that) other (song|one): {song}",
        "*~(no, |sorry, |)not that (one|song), {query}", "~(no,|) the one (called|named) {song}",
        "~(what about|how about|let's try|try|maybe|or) {query}", "~(rather|better|actually) {style}",
        "~{query} (instead|would be better|rather)",
        "~(wrong song|that's not it|not what I meant), (play|I meant|it's|try) {query}",
        "~(change|switch) (it|that) to {query}", "*~make (it|that) {style}", "~(and|and then|after that) {query}",
        "~(pause|stop) (it|that|the music|playing|) => pause_music",
        "~(turn|switch) (it|that|the music) off => pause_music",
        "~(enough|that's enough|okay stop|stop now|quiet|silence) => pause_music",
        "~(pause|stop) (it|) (for a (second|moment)|now) => pause_music",
        "~I don't want (it|music|this) (anymore|any more|now) => pause_music",
        "~(next|skip) (it|this|one|song|that|) => next_track",
        "~(not this one|another one|I don't like it|next one) => next_track",
        (
            "~(I don't like (this|this one|that)|something else|a different one|boring, next|skip that one|not that "
            "song) => next_track"
        ),
        "~(turn it|) (up|down) to {level} => set_volume",
        "~(a bit louder|louder|quieter|make it louder|too loud), {level} => set_volume",
        "~(volume|at volume|and volume|set it to volume|put the volume at) {level} => set_volume",
        "~(mute|mute it|mute that) => set_volume level=0",
        "~(it's|that's) too (loud|quiet), (make it|set it to|) {level} => set_volume",
        "~(full volume|max volume|all the way up) => set_volume level=100", "~nah, {query}",
        "~hush, pause it => pause_music", "~(I'd rather|I would rather) hear {query}", "~on second thought, {style}",
        "~hop to the next one => next_track",
    ),
    "pause_music": (
        "~(play|now play|put on|then play|start) {query} (instead|) => play_music", "~(and|) now {query} => play_music",
        "~(let's hear|I want to hear|how about|let me hear) {query} (now|instead|) => play_music",
        "~okay, (play|put on) {query} => play_music", "~(I'd rather hear|better|rather) {query} => play_music",
        "~(and|) (the|) volume (to|at) {level} => set_volume",
        "~(skip|next song|the next one|skip to the next one) => next_track", "~(pause|stop) (it|) again => pause_music",
        "~(call|now call|phone) {contact} => call", "~on to {query} => play_music",
        "~what about {style} => play_music", "get {style} going => play_music",
    ),
    "next_track": (
        "~(and|) (again|the next one|next|one more|once more|another one|another)",
        "~(this one neither|not this one either|skip this too|skip again|no, another)",
        "~(no|nope|nah|ugh), (next|skip|another one|not this|skip it)",
        "~(I don't like this one either|still not|not that either|that neither|same again)",
        "~(skip|next) (it|this|that|one|) (too|again|as well|also)",
        "~(keep skipping|once again|and another|and the next|do it again|one further)",
        "~(okay|) (pause|stop) (it|) => pause_music",
        "~(enough|stop|turn it off|okay, stop the music|forget it, stop) => pause_music",
        "~(rather|no,|then|) play {query} => play_music",
        "~(better|instead|how about|I want|I'd rather hear) {query} => play_music",
        "~(turn it|) (up|down) to {level} => set_volume",
        "~(louder|quieter|volume|this one louder), {level} => set_volume", "~yet another",
        "~hop to the next one again", "~this one can go too", "~no, I want {query} => play_music",
    ),
    "set_volume": (
        "~(no,|actually|rather|make it|make that|better|sorry,|wait,) {level}", "~(no,|) I (meant|mean|said) {level}",
        "~(no, |)not (that|so) (loud|much|quiet), {level}",
        "*~(too loud|too quiet|still too loud|still too quiet|louder|quieter|softer), {level}", "~(up|down) to {level}",
        "~(and now|now|then) {level}",
        "~(still|it's still|that's|that's still) too (loud|quiet|much|low), (make it|try|set it to|go to) {level}",
        "~(what about|how about|try|maybe) {level}",
        "~(a bit (louder|quieter|more|less)|more|less|a little (louder|quieter|softer)), {level}",
        "~{level} (instead|is better|is enough|would be better|then)",
        "(turn|bring|put|set|change) it (up|down|back|) to {level}", "~(back|go back|and back) to {level}",
        "~(can|could) you (make it|go to) {level}",
        "~(mute it|mute|all the way down|no sound|mute that|to zero) => set_volume level=0",
        "~(sound off|turn the sound off|completely silent) => set_volume level=0",
        "~(to the max|all the way up|full|full blast|as loud as possible|maximum) => set_volume level=100",
        "~(half|half volume|make it half volume) => set_volume level=50",
        "~(stop|pause) (it|the music|the song) (instead|) => pause_music",
        "~(and|) (next song|skip this one|play the next one) => next_track", "*~(and|now|) play {query} => play_music",
        "~(and|) put on {query} => play_music", "~let's say {level}", "~nudge it to {level}", "~{level} will do",
        "~a level of {level}", "~take it to the max => set_volume level=100",
    ),
}  # fmt: skip

# function, first sentences, question, answers
INCOMPLETE = (
    (
        "play_music",
        (
            "(I want to hear something|play a song|put something on|play something|I want music|I'd like to listen to "
            "something|can you play something|play me something|put a song on|let me hear something|start a song|play "
            "a record|play a tune|I feel like listening to something|play|can you play a song for me|I want to listen "
            "to a song)|*(start some tunes|spin something)"
        ),
        "What would you like to hear?",
        (
            "(play|) {query}|{query}|(maybe|how about|let's hear|I'd like|put on) {query}|the song {song}|*(go for|"
            "make it) {query}"
        ),
    ),
    (
        "set_volume",
        (
            "(change|adjust|set) the volume|(turn (it|the volume|the music|the sound) (up|down)|make it (louder|"
            "quieter|softer)|(louder|quieter|volume up|volume down|a bit louder|not so loud)|turn (up|down) the (music|"
            "volume|sound)|it's too (loud|quiet)|(raise|lower|increase|reduce) the volume|can you turn it (up|down)|"
            "turn it (up|down) a (bit|little)|I can't hear the music|the music is too (loud|quiet)|could it be (louder|"
            "quieter))|*(alter the volume|pump up the volume|tone it down)"
        ),
        "Which level, from 0 to 100?",
        (
            "(to|) {level}|(make it|set it to|put it at|let's say|try|maybe) {level}|volume {level}|up to {level}|*(go "
            "for|about) {level}"
        ),
    ),
)  # fmt: skip
