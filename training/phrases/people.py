"""How people ask for a call or a message, and how they take up the turn before.

Patterns of `Draw`, as described in phrases/__init__.py. A contact ends where the sentence says so: at a comma, at a
verb, at "that", at a colon. "that" before a message and "to" before an errand belong to no argument; "if", "whether"
and question words do ("ask anna if she is home" sends "if she is home"). A message without a border before it begins
with a word that no name has (words/messages.py); after "that" stands any `{report}`, after a colon any `{dictation}`.
"""

REQUESTS = {
    "call": (
        "call {contact}", "call {contact}", "call {contact}", "call {contact}", "(phone|ring|dial) {contact}",
        "get (me|us) {contact} on the (phone|line)", "(ring|call|phone) {contact} back",
        "~(I want|I need|I'd like|what I need is|what I want is) {contact} on the (phone|line)",
        "(phone|ring|dial) {contact}", "call {contact} (up|now|back|on the phone|for me|again|right away|quickly)",
        "(phone|ring) {contact} (up|now|back|for me|right now)", "*(call|phone|dial) {phone}",
        "(call|dial|ring) {phone}", "*(give|?) {contact} a (call|ring|phone call|quick call)",
        "give {contact} a (call|ring) (back|for me|now)", "(make|place|do|?) a (phone call|call) to {contact}",
        "(start|place|set up|?) a (phone|) call (to|with) {contact}",
        "(start|make|place) a video call (to|with) {contact}", "video call {contact}", "(facetime|skype) {contact}",
        "~I (need|want|have|have got|would like|would love) to (call|talk to|speak to|speak with|phone|ring) {contact}",
        "~I (should|must|ought to|better) (call|phone|ring) {contact} (now|)",
        "~I (wanna|gotta|need to) (call|ring) {contact}", "~(can|could) (I|you) get {contact} on the (phone|line)",
        "get {contact} on the (phone|line)", "(get|have|?) {contact} on the (phone|line) (for me|)",
        "*~let me (talk|speak) to {contact}", "~call to {contact}", "~let me (call|phone) {contact} (quickly|first|)",
        "(connect|?) me (to|with) {contact} (on the phone|by phone|)", "put me (through|in touch) (to|with) {contact}",
        "put me on (the phone|the line|a call) with {contact}", "*~I'd like to (call|talk to|speak with) {contact}",
        "~I'd like a (call|word) with {contact}", "*ring {contact} up",
        "(try|keep) (calling|ringing|phoning) {contact}",
        "try {contact} on the phone", "try to (reach|call|get hold of) {contact} (by phone|)",
        "(dial|call|ring) {contact}'s (number|phone|cell|mobile)", "*dial {contact}'s (number|cell|mobile|landline)",
        "call {contact} on (speaker|the mobile|loudspeaker|video|skype)",
        "call {contact} (at home|on the landline|on the cell|hands free)", "~let's (call|phone|ring) {contact}",
        "~(phone|telephone) call (to|with) {contact}", "~(a|) (quick|) call to {contact}",
        "~{contact}, (call|phone|ring) (them|)", "~(can|could|may) I (talk|speak) (to|with) {contact}",
        "*~(can|could) I (call|phone|ring) {contact}", "~is it possible to (call|phone|ring|reach) {contact}",
        "~could I (make|have|place) a call to {contact}",
        "~is there (any|a) chance you could (call|ring|phone) {contact}", "~would you mind (calling|ringing) {contact}",
        (
            "(call|phone|ring|dial) {contact}, (it's (urgent|important|an emergency|her birthday|his birthday)|I'm "
            "(late|running late|lost|worried|bored)|the sink is leaking|the heating is broken|we're locked out|my "
            "tooth hurts|there's a problem|something's wrong|I have a question|I need (help|advice|an appointment)|"
            "it's been ages)"
        ),
        (
            "~(it's urgent|it's important|I'm lost|the sink is leaking|the heating is broken|my tooth hurts|I have a "
            "question|I'm running late|the dog is sick|we're out of hot water|I locked myself out|I'm in trouble|it's "
            "an emergency|I miss her|I'm worried|the car won't start), (call|phone|ring|get me|I need to call) "
            "{contact}"
        ),
        (
            "~I (haven't (talked|spoken) to|haven't heard from) {contact} (in ages|for a while|in weeks), (call|ring) "
            "(them|her|him)"
        ),
        "~I miss {contact} (so much|), (call|ring) (them|her|him)",
        "~I (missed|just missed) a call from {contact}, call (back|them back|her back|him back)",
        (
            "~{contact} (called|rang|tried to call) (me|) (earlier|this morning|), (call|ring) (back|them back|her "
            "back|him back)"
        ),
        "~I promised to (call|phone|ring) {contact} (today|)", "~I was (going|supposed) to (call|ring|phone) {contact}",
        "*~(it's|it is) time to (call|phone|ring) {contact}",
        "~I need (a word|to have a word) with {contact} on the phone",
        "~I (have|need|want) to (reach|get hold of|get in touch with) {contact} (by phone|)", "return {contact}'s call",
        "call back {contact}", "call up {contact}", "(go ahead and|just|) dial {contact} for me",
        "(look up|find) {contact} (in my contacts|in my phone|) and (call|ring|phone|dial) (them|her|him|)",
        "open my contacts and call {contact}", "~my phone should (call|ring|dial) {contact}", "~calling {contact}",
        "use (the|my) phone to call {contact}", "see if {contact} (picks up|answers|is there), call (them|her|him)",
        "~I want {contact} on the (phone|line)", "call (my friend|my contact|our friend) {contact} (now|)",
        "~time to talk to {contact}, call (them|)", "~(get|reach) {contact} for me (by phone|on the phone)",
        "let's get {contact} on the (phone|line)", "(hit|buzz) {contact} up on the phone",
        "give {contact} a (buzz|shout|bell) on the phone", "*ring up {contact}",
        "~I must (speak|talk) (with|to) {contact} (right now|)", "reach {contact} by phone",
        "*~what I need is {contact} on the line", "~there's a call I have to make to {contact}",
        "~a phone call with {contact} would be (great|good)", "~would it be possible to speak to {contact}",
        "~(the cat is ill|I've lost my keys|I feel dizzy), I need to talk to {contact}",
        "~how about we call {contact}", "get me through to {contact}", "telephone {contact} (now|for me|)",
        "~could you try {contact}'s number",
        # second round
        "(make|do|start) the call to {contact}", "(open|begin) a (voice|phone|) call (with|to) {contact}",
        "(dial|ring|phone|call) {contact} on (her|his|their) (mobile|cell|work phone|landline|other number)",
        "(reach|raise|fetch|catch) {contact} on the (phone|line|mobile)", "(patch|?) me through to {contact}",
        "(pick up|grab|take) the phone and (call|ring|dial) {contact}", "(call|?) {contact} by phone",
        "~{contact} is (who|the one) I (want|need|have) to (call|ring|talk to|phone)",
        "~{contact} on the (phone|line), (please|now|quickly)", "~{contact} needs a (call|ring|phone call) (from me|)",
        "~{contact} (wanted|asked|told) me to (call|ring|phone), (dial|call|ring) (now|them|the number)",
        "~{contact} is waiting for my call, (ring|call|phone) (him|her|them)",
        "~{contact}, (can you|please|would you) (dial|call|ring) (the number|them|him|her)",
        "*~{contact}'s number, (dial|call|ring) it",
        "~(with|for) {contact} (start|set up|place) a (call|video call|phone call)",
        "~any chance of a (call|phone call) (to|with) {contact}", "~why don't (you|we|I) (call|ring|phone) {contact}",
        "~shouldn't (we|I) (call|phone|ring) {contact} (now|)", "~I (owe|promised) {contact} a (call|phone call|ring)",
        "~I'd love to hear {contact}'s voice (again|)",
        "~it would be (nice|good|lovely) to (talk to|chat with|speak to) {contact} (again|now|)",
        "~I (wonder|want to know) how {contact} is (doing|feeling|getting on), (call|ring|phone) (him|her|them)",
        "~I (want|need|have) to (check in|catch up|have a chat) with {contact} (by phone|on the phone)",
        (
            "(call|phone|ring) {contact} (and put it on speaker|on speakerphone|with video|using whatsapp|over the "
            "car speakers|from my car|via skype)"
        ),
        (
            "(call|phone|ring) {contact} before (it's too late|I forget|they close|she leaves|he goes to bed|the "
            "shop closes|dinner)"
        ),
        (
            "(call|phone|ring|dial) {contact}, (they close soon|I need the address|we have to talk|I've got news|"
            "dinner is ready|the dog ran away|I said I would)"
        ),
        (
            "(call|ring|phone) {contact} (because|since|as) (I'm late|I have to ask something|the baby is sick|"
            "we're locked out|there's water in the cellar)"
        ),
        (
            "(call|phone|ring) {contact} so (that|) (I|we) can (talk|explain|say hello|ask about the keys|sort "
            "this out|say sorry|make an appointment)"
        ),
        (
            "(call|phone|ring) {contact} (about|regarding|because of) (the|my|our) (rent|car|party|appointment|"
            "bill|keys|leak|order|cat)"
        ),
        (
            "(call|ring|phone|dial) {contact} to (say hi|say sorry|make an appointment|book a table|ask about the "
            "bill|complain|see how they are)"
        ),
        (
            "~to (book a table|make an appointment|ask about the order|say sorry|complain about the bill), (call|"
            "ring|phone) {contact}"
        ),
        (
            "~(the boiler makes a noise|the tap drips|my back is bad|the door won't open|we need a table for six), "
            "(better|so|) (call|phone|ring) {contact}"
        ),
        "~since (I'm up|I have time|we're early|the bus is late|I'm alone), (let's|) (call|phone|ring) {contact}",
        "~if (he's|she's|they're) (home|awake|not busy|in), (get me|call|ring) {contact}",
        "~before (I forget|lunch|we leave|I go to bed), (call|ring|phone) {contact}",
        "~(one|urgent|another|short) (call|phone call) (to|with) {contact}", "~(call|phone|dial|ring): {contact}",
        (
            "(search|look in|go through) my (contacts|phone book|address book) for {contact} and (call|ring|dial) "
            "(them|her|him|)"
        ),
        "go to {contact} in my (contacts|phone book) and (call|press call|dial|ring)",
        "(select|choose|pick|take) {contact} and (call|dial|ring|start the call)",
        "(ring|call|phone|try) {contact} (once more|another time|one more time|over the phone)",
        "have (the|my|this) phone (call|ring|dial) {contact}", "(call|ring|dial) this number: {phone}",
        "(ring|call|dial|phone) {phone} for me", "~the number is {phone}, (dial|call|ring) it",
        "~I (need|want|have) to (call|ring|phone|dial) {phone}",
        "(start|make|begin) a (facetime|skype|whatsapp|zoom) call (with|to) {contact}",
        "(video chat with|whatsapp call|voice call|audio call) {contact}",
        "~I can't (reach|get hold of|get through to) {contact}, (try|call|ring) (again|once more)",
        "~{contact} isn't (answering|reading) my (texts|messages), (call|ring|phone) (him|her|them)",
        "~don't text {contact}, (call|ring|phone) (him|her|them)",
        "~instead of (texting|writing), (call|ring|phone) {contact}",
        "~{contact} hasn't (called|answered|replied), (so|) (call|ring|phone) (him|her|them)",
        "*~(she's|he's) in my (contacts|phone) as {contact}, (call|ring|dial) (her|him)",
        "~(her|his|the) name is {contact}, (call|dial|ring) (her|him|them)",
        "~(gotta|got to|need to|want to) (talk|speak|chat) (to|with) {contact}",
        "~(need|want) {contact} on the (phone|line|mobile) (now|quick|)",
        (
            "~(there's|I've got|I have) something to (discuss|settle|clear up) with {contact}, (call|ring|phone) "
            "(him|her|them)"
        ),
        "~do me a (call|ring) to {contact}", "~now I (want|have|need) to (phone|ring|call) {contact}",
        "~can {contact} be (reached|called|rung) (by phone|on the phone|), (try it|call|ring)",
        "~(who I'm calling|the person to call|my next call|the next call) is {contact}",
    ),
    "send_message": (
        "(text|message) {contact} {message}", "(text|message) {contact} {message}",
        "(text|message) {contact} {message}", "*(text|message) {contact} that {report}",
        "(text|message) {contact}: {dictation}", "(text|?) {contact} saying {dictation}",
        "(text|message|write) {contact} saying {dictation}", "(text|message|write to) {contact}, {message}",
        "tell {contact} {message}", "tell {contact} {message}", "tell {contact} {message}",
        "tell {contact} that {report}", "tell {contact}: {dictation}", "*tell {contact} to {errand}",
        "*tell {contact} to {errand}", "tell {contact} {dont}", "*let {contact} know {news}",
        "let {contact} know that {report}", "*let {contact} know {news}",
        "(send|write|shoot) (a message|a text|a text message|an sms) to {contact} saying {dictation}",
        "(send|?) (a message|a text|a text message|an sms|a note|a whatsapp) to {contact} saying {dictation}",
        "send (a message|a text|an sms|word) to {contact} that {report}", "send (a|) text to {contact}, {message}",
        "send (a message|a text|an sms|a note|a whatsapp): {contact}, {message}", "send {contact} {message}",
        "send (a message|a text|an sms|this|a whatsapp|the following|this message|this text) to {contact}: {dictation}",
        (
            "(send|?) {contact} (a message|a text|a text message|an sms|a quick text) (saying|that says|which says) "
            "{dictation}"
        ),
        "(send|?) {contact} (a message|a text|an sms|this message|a whatsapp|the words): {dictation}",
        "send {contact}: {dictation}", "send {contact} (a message|a text) that {report}",
        "*send {contact} (a message|a text) (and say|to say) {dictation}",
        "send {contact} (a message|a text) (and|to) (tell them|say) that {report}",
        "*write {contact} (that|saying) {report}", "write {contact} {message}",
        "write to {contact} (that|saying) {report}", "write to {contact}: {dictation}",
        "write (a message|a text|an sms) to {contact}: {dictation}",
        "write (a message|a text) to {contact} saying {dictation}", "send {message} to {contact}",
        "send {message} to {contact}", "(text|message) {message} to {contact}",
        "(write|send|text) \"{dictation}\" to {contact}", "(text|send|tell) {contact} \"{dictation}\"",
        "~(new|) (message|text|sms|whatsapp) (to|for) {contact}: {dictation}",
        "~text message to {contact}: {dictation}", "say {message} to {contact}", "say to {contact} that {report}",
        "say to {contact}: {dictation}", "ask {contact} {question}", "ask {contact} {question}",
        "ask {contact} {question}", "ask {contact} to {errand}", "ask {contact} to {errand}",
        "(text|message|write) {contact} (and ask|asking|to ask) {question}", "text {contact} {question}",
        "send (a message|a text|an sms) to {contact} (asking|to ask|and ask) {question}", "ask {contact}: {question}",
        "send {contact} (a message|a text|an sms) (asking|to ask) {question}", "find out from {contact} {question}",
        "(text|message) {contact} (and say|and tell them|to say) {message}",
        "(text|message|remind) {contact} to {errand}",
        "(text|message|write) {contact} and (tell|ask) (them|her|him) to {errand}", "remind {contact} that {report}",
        "~(can|could) you (tell|text|write) {contact} that {report}", "~(can|could) you let {contact} know {news}",
        "~(can|could|would) you ask {contact} {question}",
        "send a message (telling|informing) {contact} (that|) {news}",
        "~I (want|need|have|would love|would like) to (tell|text|message|write) {contact} that {report}",
        "~I (want|need|have|would like) to (tell|text|ask) {contact} (to {errand}|{question})",
        "~I (want|need|would like) to send (a message|a text) to {contact}: {dictation}",
        "~(please|) {contact} should know that {report}", "*~I (want|need) {contact} to know (that|) {news}",
        "make sure {contact} knows (that|) {news}", "~(message|text) for {contact}: {dictation}",
        "~to {contact}: {dictation}", "~tell {contact} I said {news}",
        (
            "~(I'm late|I'm driving|my hands are full|I can't type now|it's urgent|quick one), (text|tell|message) "
            "{contact} {message}"
        ),
        (
            "~(I'm driving|I can't talk now|my hands are wet|I'm cooking), (send a text to|write to|text) {contact}: "
            "{dictation}"
        ),
        "~{contact} is waiting, (tell|text) (them|her|him) (that|) {message}", "~{contact} has to know (that|) {news}",
        "~{contact} (wrote|texted|asked me something|is worried), (answer|reply|write back|text back) {message}",
        "(reply|respond|answer|write back) to {contact} (with|saying) {dictation}",
        "(answer|reply to) {contact}: {dictation}", "*wish {contact} {wish}",
        "wish {contact} {wish} (from me|for me|by text)", "text {contact} to wish (him|her|them) {wish}",
        "leave (a message|a note|word) for {contact}: {dictation}",
        "leave {contact} a (message|note) (saying|that) {report}",
        "pass (the|this|a) message (on|) to {contact}: {dictation}",
        "(drop|?) {contact} a (message|text|note): {dictation}", "*send word to {contact} that {report}",
        "(whatsapp|sms|dm) {contact} (that|saying) {report}",
        "(compose|write|type) a (text|message) (to|for) {contact} (saying|that says) {dictation}",
        "~(can|could) (I|we) (send|get) (a message|a text) to {contact} (saying|that) {report}",
        "(text|send) to {contact} (that|saying) {report}", "inform {contact} that {report}",
        "shoot {contact} a (text|message) saying {dictation}", "drop {contact} a line (saying|and say) {dictation}",
        "ping {contact}: {dictation}", "warn {contact} that {report}",
        "~what I want {contact} to know is that {report}", "~would you tell {contact} (for me|from me) that {report}",
        "send over a (text|message) to {contact} saying {dictation}", "*get a message to {contact}: {dictation}",
        "~there's a message to send to {contact}: {dictation}", "~I'm busy now, so ask {contact} {question}",
        "~somebody should tell {contact} to {errand}", "*text a message to {contact} saying {dictation}",
        "have {contact} know that {report}",
        # second round
        "~{contact} (should|must|has to|needs to|ought to) hear that {report}",
        "*~{contact}, a (message|text) (to|for) (him|her|them): {dictation}",
        "~{contact}, (text|tell|write|message) (him|her|them) that {report}",
        "~{contact}, (tell|ask|remind) (him|her|them) to {errand}", "~{contact}, ask (him|her|them) {question}",
        "~for {contact} (a text|a message|an sms|a note) saying {dictation}", "~for {contact}: {dictation}",
        "~{contact} text: {dictation}", "~{news}, let {contact} know",
        "~{news}, (can|could) you (let|make sure) {contact} (know|knows)",
        "~{news}, (tell|text|write) that to {contact}", "~{news}, (pass|send) that on to {contact}",
        "~{news}, {contact} should know (that|)", "~{question}, (ask|text) {contact} that",
        "~I (wonder|want to know|need to know|don't know) {question}, ask {contact}",
        "(send|text) the (words|message|text|line) {dictation} to {contact}",
        "*(text|write|message) this to {contact}: {dictation}",
        "(message|whatsapp|write|tell) {contact} \"{dictation}\"",
        "~\"{dictation}\" is what {contact} should (read|get|hear)",
        "~\"{dictation}\", (send|text|write) that to {contact}",
        "put \"{dictation}\" in a (text|message) (to|for) {contact}",
        "tell {contact} (the following|this|these words|just this): {dictation}",
        "(notify|alert|update|assure|promise) {contact} that {report}",
        "(explain|mention|confirm|report|admit) to {contact} that {report}",
        "(bring|take|break) the news to {contact} that {report}", "make {contact} aware that {report}",
        "give {contact} (the news|a heads up|a heads-up|the message|notice) that {report}",
        "check with {contact} {question}", "(inquire|enquire|see) with {contact} {question}",
        "~I'd like to (know|hear|learn) from {contact} {question}",
        "~{contact} (will|would|might|should) know {question}, ask (him|her|them)",
        "find out {question} from {contact}", "get {contact} to tell me {question}",
        "text {contact} to (find out|see|learn) {question}", "send {contact} the question {question}",
        "(beg|urge|invite|instruct|order) {contact} to {errand}",
        "(text|message|write|write to) {contact} (asking|telling|reminding) (him|her|them) to {errand}",
        "send {contact} a (text|message|note|line) (asking|telling|reminding) (him|her|them) to {errand}",
        "~(could|can) {contact} be (told|asked|reminded) to {errand}", "tell {contact} (from me|for me) to {errand}",
        "say to {contact} to {errand}", "*~{contact} must be (told|asked|reminded) to {errand}",
        "~(it'd be good|I'd like|I'd be happy) if you (asked|told|reminded) {contact} to {errand}",
        "(nudge|?) {contact} by text to {errand}", "(remind|ask|text|message|warn|beg) {contact} {dont}",
        "~{contact}, (tell|remind|text) (him|her|them) {dont}", "~I want {contact} told {dont}",
        "(reply|respond|write back) to {contact} that {report}", "get back to {contact} (with|saying) {dictation}",
        "*~in (reply|answer) to {contact} (say|write|put) {dictation}",
        (
            "~{contact} (asked|is asking|wants to know) (where I am|how I am|if I'm coming|when I'm home), (say|"
            "answer|reply|tell them) {message}"
        ),
        (
            "~(the meeting drags on|there's a jam|I can't call now|I promised an answer|the phone is dying), so "
            "(tell|text) {contact} {message}"
        ),
        "send {message} to {contact}, (I'm driving|my hands are full|I can't type|it's important|I'm in a hurry)",
        "text {message} to {contact} (because|since|as) (I'm driving|I can't type|I'm cooking|I'm late|I have no time)",
        (
            "(text|tell|write) {contact}, (I'm driving|my hands are full|I can't call now|I have no glasses on), "
            "that {report}"
        ),
        "use (whatsapp|signal|sms|telegram) to tell {contact} {message}",
        "~(on|over|via) (whatsapp|signal|telegram), (write|text|tell) {contact} {message}",
        "~by (text|sms|message), (tell|inform) {contact} that {report}",
        "~(my|the) (message|text) (to|for) {contact} (is|should say|reads): {dictation}",
        "~what {contact} should (get|read|hear) is: {dictation}",
        "open (a|the|my) chat with {contact} and (write|type|say) {dictation}",
        "start a (message|text|chat) (to|with) {contact} (with the words|with the text|saying) {dictation}",
        "(text|message) {contact} (back|again|right away) (that|saying) {report}",
        "text {contact} right (away|now) and say {message}", "tell {contact} (for me|from me) {message}",
        "(?) {contact} a (text|message|note) that {report}",
        "~(word|news|sms|whatsapp|dm) (to|for) {contact}: {dictation}",
        "*~I (told|promised) {contact} I'd (text|write), so (send|write) {message}",
        "~it would be good if {contact} (knew|heard|learned) that {report}",
        "~{contact} doesn't know yet that {report}, tell (him|her|them)",
        "(relay|forward|deliver) {message} to {contact}", "relay to {contact} that {report}",
        "wish {wish} to {contact}", "wish {contact}, from me and (the kids|my family|all of us), {wish}",
        "(text|message|write to) {contact} and wish (him|her|them) {wish}",
        "(text|message|write) {contact} wishing (him|her|them) {wish}",
        "send {contact} a (text|message|note|line) wishing (him|her|them) {wish}",
        "~it's {contact}'s (birthday|big day|first day|name day), (so|) wish (him|her|them) {wish}",
        "~{contact} (is leaving|is off|has a big day|is ill|travels today), wish (him|her|them) {wish}",
        "~{contact}, wish (him|her|them) {wish}",
        "(text|send|say|whatsapp) {wish} to {contact} (for me|from me|from us|now|)",
        "*~I want to say {wish} to {contact}", "~(for|to) {contact}, my wishes: {wish}",
    ),
}  # fmt: skip

FOLLOWUPS = {
    "call": (
        "~(no,|sorry,|wait,|actually|no no,|not that one,|oh,) (call|) {contact}", "~(no, |sorry, |) I meant {contact}",
        "~(no,|wait,|) I (mean|meant|said|wanted) {contact}",
        "~(then|now|okay|and then) (try|call|ring|phone) {contact} (instead|then|)",
        "~(try|call|ring|phone|get|dial) {contact} (instead|then|next|rather)",
        "~(no,|rather|actually) {contact} (instead|please|rather)", "*~not (him|her|them|that one), {contact}",
        "*~not (him|her|them), (I meant|call|the other one:) {contact}", "~(no,|) the other one: {contact}",
        "~(no,|) wrong (person|number|one), (I meant|call|try|it's) {contact}",
        "~(she|he)'s not (answering|picking up|there|home), (try|call|ring) {contact} (instead|)",
        "~(no answer|busy|the line is busy|nobody answers|voicemail), (try|call|then call) {contact}",
        "~(and|also) (call|ring) {contact}", "*~{contact}, (I mean|not him|not her|instead|please)",
        "~(and|) after that {contact}", "~(what about|how about) {contact}", "~(now|and now|and) {contact}",
        "~(change|make) (it|that) (to|) {contact}", "~(better|rather) (call|) {contact}",
        "~(did I say that|hm|oops), (I meant|it's|no) {contact}", "(call|ring) {phone} instead",
        "~(no,|sorry,) {phone}", "~(tell|text|message) (him|her|them) that {report} => send_message contact",
        "~(tell|text|message|send) (him|her|them) {message} => send_message contact",
        "~(ask|text) (him|her|them) {question} => send_message contact",
        "~ask (him|her|them) to {errand} => send_message contact",
        "*~(tell|text) (him|her|them) to {errand} => send_message contact",
        "~let (him|her|them) know (that|) {news} => send_message contact",
        "*send (him|her|them) a (message|text) (saying|that) {report} => send_message contact",
        (
            "~(no answer|busy|voicemail|she's not there|he's not there), (text|tell|send) (him|her|them) {message} => "
            "send_message contact"
        ),
        "~(actually|no, wait), (just|) (text|write) (him|her|them) (that|saying) {report} => send_message contact",
        "~(write|text|message) (him|her|them) instead: {dictation} => send_message contact",
        "~(leave|send|write) (him|her|them|) a (message|text|note): {dictation} => send_message contact",
        "~(call|ring|try|phone) (him|her|them|it|) (again|once more|one more time) => call contact",
        "~nope, {contact}", "*dial {contact} instead", "~I should have said {contact}", "~rather get me {contact}",
        "~just send (him|her|them) a text that {report} => send_message contact",
        # second round
        "~(no, |sorry, |oh, |)it's {contact} I (want|meant|wanted|need)",
        "~(wrong one|that's the wrong one|that's not who I meant), {contact} (it is|was the one|is the one)",
        "~I (got|mixed up|picked) the wrong (name|person|contact), it's {contact}",
        "~(and then|later|next|afterwards) (phone|ring|call) {contact}",
        "~(then|so|okay,) let's (try|call|ring) {contact} (then|instead|)",
        "~{contact} (might|will|could|should) (know|answer|pick up), (try|call|ring) (him|her|them)",
        "~(maybe|perhaps) {contact} is (home|in|there|awake), (call|ring|try) (him|her|them)",
        "~is {contact} (there|home|free|in) (instead|), (call|ring|try) (them|him|her)",
        "*~I (said|meant) {contact} and not (him|her|them|that one)",
        "~(hang on|stop|wait|hold on), (I want|make it|I'd rather have) {contact}",
        "~(can|could) (you|I) (try|get|have) {contact} instead",
        "~(no luck|not there|engaged|no reply), (so|) {contact} then",
        "~(put|get) me through to {contact} (instead|then|rather)",
        "~(have|get) {contact} on the (line|phone) (instead|too|as well)",
        "~and a (call|ring) to {contact} (too|as well|after that)",
        "~(just|) (write|message) (him|her|them) {message} => send_message contact",
        "~(then|okay|so) (text|write|message) (him|her|them) that {report} => send_message contact",
        "~remind (him|her|them) to {errand} => send_message contact",
        "~(drop|leave|write) (him|her|them) a line to {errand} => send_message contact",
        "~(beg|urge|invite) (him|her|them) by text to {errand} => send_message contact",
        "~then (he|she|they) must be told by text to {errand} => send_message contact",
        "~(text|write) (him|her|them) asking (him|her|them) to {errand} => send_message contact",
        "~(no answer|not there|nobody there), (so|) ask (him|her|them) by text {question} => send_message contact",
        "~(find out|check) with (him|her|them) {question} => send_message contact",
        "~tell (him|her|them) {dont} => send_message contact",
        "~(wish|text and wish) (him|her|them) {wish} => send_message contact",
        "~(a|one) (text|message) (to|for) (him|her|them) (instead|then|): {dictation} => send_message contact",
        "~I'd rather (text|write|message) (him|her|them), say {message} => send_message contact",
        "*~(drop|leave) (him|her|them) a line that {report} => send_message contact",
        "~(inform|warn|notify) (him|her|them) that {report} => send_message contact",
        "~(let's|) text instead: {dictation} => send_message contact",
        "~(dial|call|try) (the number|it|that number|that) (again|once more) => call contact",
        "~(actually|yes|okay|now|well), (call|ring|phone) (him|her|them) (now|then|please|again|) => call contact",
        "~(just|) (call|ring|phone|try) (him|her|them) (now|again|once more|one more time|right now) => call contact",
        "~(one more|another) (try|go|attempt) => call contact",
    ),
    "send_message": (
        "~(no, |sorry, |) I meant {contact}", "~(no,|wait,|) I (mean|meant|wanted) {contact}",
        "~not (him|her|them), {contact}",
        "~(no,|sorry,|actually|wait,) (send it|send that|that's|it's|that was) (to|for) {contact}",
        "~(no,|sorry,|wait,) (not to (him|her|them), |)to {contact}",
        "~(no,|actually|rather) {contact} (instead|rather)",
        "~(and|also|then) (send it|the same|that|send the same|send that) to {contact} (too|as well|)",
        "~(and|also) (tell|text) {contact} (the same|the same thing|that too|as well|too)",
        "~{contact} (too|as well|also)", "~(and|) {contact} (should get it|should know|needs to know) (too|as well)",
        "~(wrong person|wrong one), (I meant|it's for|to) {contact}",
        "~(the same|same text|same thing|same message) (to|for) {contact}",
        "(forward|copy) (it|that) to {contact} (too|)",
        "~(no,|actually|rather|change it to|) (say|write|tell (him|her|them)|text (him|her|them)) {message}",
        "~(no,|sorry,|wait,) (say|write|make it|it should say|change it to|the text is): {dictation}",
        "*~(better|rather) (say|write) that {report}",
        "*~(I meant|instead say|change the text to|change it to|make that): {dictation}",
        "~(also|and) tell (him|her|them) {message}", "~(also|and) tell (him|her|them) that {report}",
        "~(also|and|and also) (say|write) {message}", "~(and|also) ask (him|her|them) {question}",
        "~(and|also|then|now) (ask|tell|remind) (him|her|them) to {errand}",
        "~(and|) (tell|ask) (him|her|them) to {errand}", "~(oh|oh,) and (tell|text) (him|her|them) {message}",
        "~(another one|one more|another message|second text): {dictation}",
        "send (him|her|them) (another|one more|a second) (message|text) (saying|that) {report}",
        "~ask (him|her|them) {question}", "~(and|) (let|make sure) (him|her|them) know (that|) {news}",
        "~wish (him|her|them) {wish} (too|as well|)", "~(reply|answer|write back): {dictation}",
        "~(call|phone|ring) (him|her|them) (instead|now|please|right away|) => call contact",
        "~(then|now|actually|or|better|no,) (call|ring|phone) (him|her|them) => call contact",
        "~(give|) (him|her|them) a (call|ring) (instead|then) => call contact",
        "~(I'd rather|I'll|I want to|let me) (call|talk to|speak to|phone) (him|her|them) => call contact",
        "~(no answer|no reply|she didn't answer|he doesn't reply), (call|ring) (him|her|them) => call contact",
        "*~(and|now|then) call {contact} => call", "~put me through to (him|her|them) => call contact",
        "~make that {contact}", "~nope, tell (him|her|them) {message}", "dial (him|her|them) => call contact",
        "~one for {contact} too", "~I should have said: {dictation}",
        # second round
        "~(no, |sorry, |oops, |)(it|the text|the message|my text) should (say|read) that {report}",
        "*~(no, |oh, |sorry, |)write (him|her|them) that {report}",
        "~(no, |)change (it|the text|that|the message) to say that {report}",
        "~I (want|wanted) (it|the message|the text) to say that {report}",
        "~(that's wrong|wrong text|that's not what I said|I misspoke), (write|put|say) {message}",
        "*~what I (meant|wanted to say|want to say) (is|was) that {report}",
        "*~not that, (write|put|just say|tell them) {message}", "~(no, |)let it (read|say): {dictation}",
        "~(replace|swap) (it|the text|that) (with|for): {dictation}",
        "~(fix|reword|rewrite|redo) (it|that|the text): {dictation}",
        "~(no, |)the text (was|is|should have been|ought to be): {dictation}",
        "~(and|oh and|also|please) (add|mention|note) that {report}",
        "~and one more thing for (him|her|them): {dictation}", "~and say (to (him|her|them)|) that {report}",
        "~oh and (he|she|they) should know that {report}",
        "~(and|also) (find out|check|ask) from (him|her|them) {question}",
        "~(and|also|then) remind (him|her|them) {dont}",
        "~(and|also|oh,) wish (him|her|them) {wish} (from me|from us|)",
        "~(I picked|that's|I chose) the wrong (person|name|contact), it's {contact}",
        "~(it|that) (goes|should go|was supposed to go|is meant) to {contact}",
        "~that's (meant|intended) for {contact}", "~(change|switch) the (recipient|contact|person|name) to {contact}",
        "~(redirect|address|direct) (it|that) to {contact}", "~{contact} is (who|the one) I (meant|wanted)",
        "~(have|let) {contact} know (it|that|the same) (too|as well)", "~(include|add) {contact} (too|as well)",
        "~(and|) send {contact} the same (text|thing|message|words)", "~(share|repeat) (that|it) (with|to) {contact}",
        "~(also|and) one (to|for) {contact} (with the same text|with the same words|as well)",
        "~{contact} (wants|needs|has) to hear (it|that|this) (too|as well)", "~tell {contact} so (too|as well|)",
        "~(get|have) (him|her|them) on the (phone|line) (instead|now|) => call contact",
        "~connect me (with|to) (him|her|them) => call contact",
        "~(on second thought|hm|you know what), just (call|ring|phone) (him|her|them) => call contact",
        "~calling (him|her|them) is (better|quicker|faster|easier) => call contact",
        "*~I need to (hear|speak to|speak with) (him|her|them) => call contact",
        "~after that (ring|phone|dial) {contact} => call", "~get me {contact} on the (phone|line) => call",
        "~(and|next|then) a (call|phone call) to {contact} => call",
        "~I also (have|need|want) to (call|ring|phone) {contact} => call",
        "~put me through to {contact} (now|then|) => call", "~I'd rather (phone|ring|call) {contact} => call",
    ),
}  # fmt: skip

# function, first sentences, question, answers
INCOMPLETE = (
    (
        "call",
        (
            "(make a call|make a phone call|call someone|call somebody|I want to call someone|I need to make a phone "
            "call|I need to make a call|start a call|call|phone|dial a number|can you call someone|I have to call "
            "somebody|I want to talk to someone|call a friend|open the phone|can I make a call|call him|call her|call "
            "them)|*(place a call|phone somebody)"
        ),
        "Who should I call?",
        "(call|) {contact}|{contact}|(it's|to|) {contact}|(call|dial|) {phone}|I want to (call|talk to) {contact}|"
        "*(make it|try) {contact}",
    ),
    (
        "send_message",
        (
            "(send a message|send a text|write a message|text someone|send an sms|I want to send a message|message|I "
            "need to text someone|new message|new text|can you send a message|can you text someone for me|write a text|"
            "I'd like to send a text|tell someone something|compose a message|text somebody)|*(shoot off a text|"
            "message somebody)"
        ),
        "Who is it for, and what should it say?",
        "to {contact}: {dictation}|tell {contact} {message}|{contact}: {dictation}|(to|for) {contact}, {message}|"
        "it's for {contact}: {dictation}|to {contact} saying {dictation}|ask {contact} {question}|"
        "to {contact}, (tell|ask) (him|her|them) to {errand}|*{contact}, and it should say {dictation}",
    ),
)  # fmt: skip

# The same, but what the first sentence names stays: the contact of "text anna" is that of the call after the answer.
HALVES = (
    (
        "send_message",
        (
            "(text|message|write to|write) {contact}|send (a message|a text|an sms) to {contact}|send {contact} (a "
            "message|a text|an sms)|I (want|need|have|would like) to (text|message|write to) {contact}|(tell|ask) "
            "{contact} something|(new|) (message|text) (to|for) {contact}|(can|could) I text {contact}|answer "
            "{contact}|reply to {contact}|*get a message to {contact}"
        ),
        "What should I write?",
        "{message}|{dictation}|(say|write|tell (him|her|them)) {message}|that {report}|"
        "(say|write|it should say): {dictation}|"
        "ask (him|her|them) {question}|(tell|ask) (him|her|them) to {errand}|*(put|type) {message}",
    ),
)  # fmt: skip
