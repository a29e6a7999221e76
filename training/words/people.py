"""Who is called and written to: first names and surnames of many cultures, relatives, offices, numbers.

All of it written for this recipe. `NAMES` and `SURNAMES` are vocabularies (every ninth entry is held out), the others
patterns of `Draw`. `PERSON` mixes them as people do: a first name most often.
"""

NAMES = (
    "Anna Ben Carla David Emma Felix Grace Henry Isabel Jack Kate Liam Maria Noah Olivia Paul Quinn Rosa Sam Tina "
    "Uma Victor Wendy Xavier Yara Zoe Ahmed Bianca Chen Deepak Elif Fatima Giorgio Hana Ivan Jorge Kofi Leila Mehmet "
    "Nadia Omar Priya Raj Sofia Tomás Ursula Vikram Wei Yusuf Zainab Aaron Bella Connor Daisy Ethan Freya George "
    "Holly Isaac Julia Kevin Laura Mark Nina Oscar Peter Rachel Steve Tom Vera Will Amy Bob Chris Diana Eric Fiona "
    "Greg Helen Ian Jane Karl Lucy Mike Nick Pam Rob Sarah Tim Joe Max Ella Mia Leo Lena Jonas José Renée Zoë Björn "
    "Siobhán Dmitri Agnes Boris Clara Dario Edith Marta Hugo Ingrid Joanna Kurt Lorenzo Monica Nora Otto Petra Rita "
    "Stefan Thea Ulrich Viola Walter Yvonne Abdul Chloe Dylan Abigail Adam Adele Aditi Adrian Aisha Akira Alan "
    "Albert Alejandro Alex Alexandra Alfie Ali Alice Alicia Alina Amara Amelia Amina Amir Amit Ana Anders Andre "
    "Andrea Andrew Angela Angus Anika Anja Annika Antonio Anton Anya April Archie Ariel Arjun Arthur Asha Ashley "
    "Astrid Audrey Aurora Ava Axel Ayesha Aylin Babak Barbara Beatrice Becky Benedict Benjamin Bernard Beth Betty "
    "Bill Billy Birgit Blake Bram Brenda Brian Bridget Bruno Caleb Callum Camila Carl Carlos Carmen Caroline Cathy "
    "Cecilia Celine Charlie Charlotte Chiara Chidi Christian Christine Cindy Claire Claudia Clive Colin Cora Craig "
    "Cristina Daan Dalia Damian Dan Daniel Daniela Danny Darren Dave Dawn Debbie Declan Deniz Dennis Derek Desmond "
    "Diego Dina Dominic Donna Doris Doug Duc Duncan Ebony Eddie Edgar Eduardo Edward Eileen Elena Eleni Eli Elias "
    "Elisa Eliza Elizabeth Ellen Elliot Elsa Emeka Emil Emily Emir Enrique Erik Erika Erin Ernest Esme Esra Esther "
    "Eun-ji Eva Evan Evelyn Ewa Farah Fatou Faye Femi Fernando Filip Finn Flora Florian Frances Francesca Frank Fred "
    "Frida Gabriel Gareth Gary Gavin Gemma Georgia Gerald Gianni Gina Gloria Goran Gordon Graham Greta Guido "
    "Guillermo Gunnar Gwen Habib Hamza Hannah Hans Harald Hari Harold Harriet Harry Harvey Hassan Hazel Heather "
    "Heidi Hiroshi Howard Hussein Ibrahim Ida Ilse Imani Imran Ines Inga Irene Iris Irina Isla Ismail Ivy Jade Jakub "
    "James Jamie Jan Janet Jared Jasmine Jason Javier Jay Jean Jeff Jenny Jeremy Jerome Jess Jill Jin Joanne Joel "
    "Johan Johanna John Jon Jordan Josh Joy Juan Jude Judith Julian Juliet June Jürgen Kai Kamal Karen Karim Karin "
    "Kasper Katarina Katya Kaya Keiko Keith Ken Kenji Kerry Khalid Kim Kira Kirsten Kwame Kyle Lana Lars Lea Leah "
    "Lee Len Leon Leonie Leslie Lewis Lila Lily Linda Linh Lisa Liz Lois Lola Louis Louise Luca Lucas Luis Luke "
    "Lydia Maeve Magda Maggie Malik Mandy Manuel Marco Margaret Margot Marie Marina Mario Marion Martha Martin "
    "Marvin Mary Matilda Matt Matteo Maud Maureen Maya Megan Mei Mel Melissa Mercy Michael Michelle Miguel Mika "
    "Milan Mila Mina Ming Mira Miriam Mo Mohammed Moira Molly Mona Morgan Moritz Muriel Musa Nancy Naomi Nasser "
    "Natalie Natasha Neil Nelson Ngozi Niamh Nicole Nigel Nils Nino Nisha Noel Norman Nuno Odette Ola Oleg Oliver "
    "Ondrej Orla Owen Pablo Paolo Parisa Pat Patricia Patrick Paula Pauline Pavel Pedro Penny Percy Phil Philip Pia "
    "Pierre Piotr Polly Rafael Ralph Ramón Rania Raquel Ravi Ray Rebecca Reggie Rehan Reza Rhys Ricardo Richard Rick "
    "Robert Robin Rodrigo Roger Rohan Roman Ron Rory Rose Rosie Ross Roy Ruben Ruby Rupert Russell Ruth Ryan Sabine "
    "Sadia Said Salim Sally Salma Samira Samuel Sandra Sanjay Santiago Sara Saskia Sean Sebastian Selim Selma Serena "
    "Sergei Seth Shane Shanice Sharon Shaun Sheila Shirin Sigrid Silvia Simon Simone Solveig Sonia Sophie Stan "
    "Stella Stephanie Stuart Sue Sunil Susan Suzy Sven Svetlana Sylvie Tamara Tanya Tara Tariq Tatiana Ted Teresa "
    "Terry Theo Thomas Tiago Tilda Toby Todd Tony Tove Tracy Trevor Tristan Tuan Tyler Ulla Umar Valentina Valerie "
    "Vanessa Vicky Vincent Violet Vivian Vladimir Wanda Warren Wayne Wilma Winston Wolfgang Xiao Yan Yasmin Yiannis "
    "Yoko Youssef Yuki Yuri Yves Zach Zara Zeynep Zofia Jean-Paul Anne-Marie Mary-Lou Måns Øyvind Łukasz Çağla "
    "Françoise André Chloé Íñigo Søren"
).split()

SURNAMES = (
    "Smith Jones Miller Brown Garcia Patel Kim Novak Rossi Weber Silva Murphy O'Brien Tanaka Larsen Dubois Kowalski "
    "Haddad Okafor Lindgren Moreno Schmidt Wong Fischer Baker Clarke Evans Hughes Khan Lopez Meyer Nguyen Park Reed "
    "Singh Turner Young Adams Adeyemi Ahmadi Akhtar Allen Almeida Andersen Andersson Bailey Banerjee Barnes Bauer "
    "Becker Bell Bennett Berg Bianchi Björk Bondarenko Boyle Brandt Bruce Burke Byrne Campbell Carter Castillo Chan "
    "Chaudhry Chavez Christensen Collins Conti Cooper Costa Cox Cruz Davies Delgado Demir Diaz Dimitrov Doyle Duarte "
    "Duncan Edwards Eriksson Farouk Fernandez Ferrari Flores Foster Fraser Friedman Fuchs Gallagher Gibson Gomez "
    "Gonzalez Graham Grant Gray Griffin Gruber Gupta Gustafsson Hall Hamilton Hansen Harris Hassan Hayes Hernandez "
    "Hill Hoang Hoffmann Horvat Howard Huang Huber Ibrahim Ito Ivanova Iyer Jackson Jacobs Jansen Jensen Johansson "
    "Johnson Joshi Kaiser Kaplan Kaur Keller Kelly Kennedy Kobayashi Koch Koroma Kovács Kumar Lang Laurent Lawson "
    "Lee Lefebvre Lehmann Lewis Li Lim Lindqvist MacDonald Mahmoud Malik Marino Marsh Martin Martinez Mbeki McCarthy "
    "McKenzie Mehta Mendes Mendoza Mensah Mills Mitchell Molina Moore Morgan Morris Müller Nakamura Nelson Ng "
    "Nielsen Nowak Núñez O'Connor O'Neill Obi Olsen Onyango Ortega Osman Owens Palmer Papadopoulos Parker Pereira "
    "Perez Peterson Petrov Phillips Pham Popescu Powell Price Ramirez Ramos Rao Reyes Ricci Richards Rivera Roberts "
    "Robinson Rodriguez Rogers Romano Ross Roux Russo Ryan Saito Salazar Santos Sato Sayed Schneider Schulz Scott "
    "Sharma Shaw Simmons Simpson Soto Stein Stewart Sullivan Suzuki Svensson Takahashi Taylor Teixeira Thompson "
    "Torres Tran Vance Vargas Vasquez Virtanen Vogel Wagner Walker Walsh Wang Ward Watanabe Watson White Williams "
    "Wilson Winter Wood Wright Yamamoto Yang Yilmaz Zhang Zhou Zimmermann"
).split()

KIN = (
    (
        "(my |)(mom|dad|mum|sister|brother|wife|husband|boss|grandma|grandpa|aunt|uncle|cousin|neighbor|neighbour|"
        "mother|father|nan|granny|grandad|gran|mommy|daddy|mummy|auntie|hubby|*godmother)"
    ),
    (
        "my (best friend|girlfriend|boyfriend|daughter|son|partner|landlord|landlady|manager|colleague|roommate|"
        "flatmate|fiancé|fiancée|niece|stepdad|stepmom|stepmum|twin sister|big brother|little sister|older sister|"
        "younger brother|ex|coach|tutor|trainer|therapist|lawyer|accountant|assistant|babysitter|hairdresser|teacher|"
        "parents|kids|team|in-laws|mother-in-law|father-in-law|brother-in-law|sister-in-law|neighbor upstairs|"
        "grandmother|grandfather|godfather|teammate|housemate|dog walker|piano teacher|bank|office|doctor|dentist|gp|"
        "*nephew|*stepsister|*supervisor|*mentor)"
    ),
    (
        "(the|) (office|doctor|dentist|vet|school|plumber|electrician|garage|pharmacy|bank|landlord|babysitter|"
        "restaurant|hotel|reception|front desk|mechanic|hospital|clinic|police|fire station|library|gym|kindergarten|"
        "day care|daycare|taxi company|airline|insurance company|post office|pizza place|bakery|florist|hair salon|"
        "barber|locksmith|gardener|cleaner|builder|estate agent|help desk|it department|hr department|caretaker|"
        "janitor|nanny|nurse|lawyer|principal|coach|surgery|optician|chemist|*nursery|*roofer|*travel agency)"
    ),
    "(aunt|auntie|uncle|doctor|dr|dr.|mrs|mr|ms|miss|coach|grandma|cousin|sister|father|*professor) {name}",
    "(doctor|dr|dr.|mrs|mr|mr.|mrs.|ms|miss|professor|*officer) {surname}",
    "my (sister|brother|cousin|friend|colleague|uncle|aunt|neighbor|daughter|son|*niece) {name}",
    (
        "{name}'s (mom|mum|dad|mother|father|sister|brother|wife|husband|girlfriend|boyfriend|teacher|boss|parents|"
        "office|school|*grandma)"
    ),
    "{name} from (work|school|the gym|the office|next door|upstairs|accounting|church|college|football|*yoga)",
    (
        "(the|our|my) (family|work|school|football|book club|neighborhood|birthday|*choir) (group|chat|group chat)"
    ),
    "(everyone|everybody|the (whole|) family|the neighbors|the kids|the boys|the girls|the team|*the guys)",
    "{name} (the plumber|the electrician|next door|the babysitter|the vet|*downstairs)",
    "{name} {name} {surname}",
    "{name} (de|van|von|al|el|da|di|van der|de la) {surname}",
    (
        "(mom|mum|grandma|my sister|my wife|my brother|{name}) and (dad|grandpa|{name}|my cousin|the kids|aunt {name})"
    ),
    "{name} and {name} {surname}",
    "my (old|new|best|good|dear|little|big|younger|older) (friend|boss|neighbor|brother|sister|cousin) {name}",
    "my (friend|colleague|cousin|boss|neighbour|teacher|doctor) {name} {surname}",
    (
        "my (wife|husband|sister|brother|son|daughter|boss|best friend|mother|{word})'s "
        "(mother|office|school|friend|doctor)"
    ),
    "(dr|dr.|doctor|professor|mrs|mr) {name} {surname}",
    "(dr|dr.|mrs|mr|ms|doctor) {surname}'s (office|practice|assistant)",
    "{name} {surname}'s (office|secretary|wife|husband|assistant)",
    "{name} (in|from) (accounting|sales|hr|{city}|the {word} club|room {number}|{word} class)",
    "{name} (senior|junior|the neighbor|from the {word}|at the {word} office)",
    "the (man|woman|people|guy|girl|lady) (from|at) the {word}",
    "the (owner|manager|head|secretary) of the {word}",
    "(the|our) ({word}|{surname}) (family|shop|clinic|team|hotel|club|school|company|hotline)",
    "{word} (pizza|taxi|plumbing|garage|and sons|flowers|dental|insurance|{surname}|and {word})",
)  # fmt: skip

PERSON = (
    *("{name}",) * 11, *("{name} {surname}",) * 4, *("{written_contacts}",) * 9, "(the|my|our) {word}",
    "{name} {word}", "{name} and {name}", *KIN[:3], *KIN,
    *("{name}",) * 6, *("{name} {surname}",) * 3,
)  # fmt: skip

# What is called, but hardly written to: numbers, whose digits the model copies, and services.
PHONES = (
    (
        "(home|work|home|room service|customer service|voicemail|my voicemail|emergency services|an ambulance|"
        "the fire department|the front desk|directory assistance|tech support|*roadside assistance)"
    ),
    "(911|112|999|101|110|411|311|*116)", "(5|2|4|7|8|9)(1|2|5|6|8)(0|3|4|7|9)(2|6|8|9)(1|3|5|7)(0|2|4|9)",
    "(555|202|415|312|646|733|918) (0|1|3|4|6|8)(1|2|7|9)(0|2|3|5|8)(4|5|6|9)",
    "(555|206|917|380)-(0|1|4|6)(2|5|7|8)(0|1|3|9)(1|4|6|8)",
    "0(1|2|7|9)(1|3|5|8)(0|2|4|6) (3|5|7|8)(0|1|4|9)(2|6|8) (1|4|6|9)(0|3|5|7)(2|3|8|9)",
    "+(44|49|33|1|39|61) (2|3|6|7|9)(0|1|5|8)(2|4|7|9) (1|3|6|8)(0|2|5|9)(1|4|6|7)",
)  # fmt: skip

PATTERNS = {"person": PERSON, "phone": PHONES}
VOCABULARIES = {"name": NAMES, "surname": SURNAMES}
# Slots of sentences that only this subject needs: slot: (argument, patterns).
SENTENCE_SLOTS = {"contact": ("contact", PERSON), "phone": ("contact", PHONES)}
