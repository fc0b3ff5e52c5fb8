"""English as customers write it."""

from application.understanding.calendar_en import DAYS, NUMBERS, PARTS, TIMES
from application.understanding.frames_en import FRAMES
from application.understanding.hints_en import HINTS, OVERHEARD
from application.understanding.wishes_en import WHOLE, WISHES
from application.understanding.words import Words, words_of

_JOINS = (
    ("and", 1, "and/n/plus"),
    ("or", 1, "or"),
    (
        "not",
        1,
        "was gonna/going/meant/supposed to/- come/be/- in/by/-|never said|didnt say|i didnt say|i never said|not/except/never|it wasnt|wasnt|its not|isnt|any day but|every day but|any time but|anytime but|whenever but|everyone but|with anyone but|anyone but|dont want|do not want|cant do|cannot do|cant make|anything but|other than|apart from|rather than|no longer|anyone but|instead of|in place of|dont like|not with",
    ),
    (
        "not_after",
        1,
        "doesnt work|wont work|isnt good|is no good|doesnt suit|is out|not good|is full",
    ),
    ("instead_of", 1, "instead of|in place of|rather than"),
    (
        "no",
        1,
        "not just yet|not at this time|not at the moment|in the future|another time|later time|absolutely/definitely/certainly not/nothing|dont need anything|nothing else|no/nope/nah",
    ),
    (
        "correct",
        1,
        "i said|sorry/actually/wait/oops/scratch|i mean/meant|make it|make that|lets make/do|no wait|hold on|better/rather",
    ),
    ("mine", 1, "my|the existing"),
    ("also", 1, "also/too|as well|on top|add|add on|throw in|with it|together with"),
    (
        "shift",
        "later",
        "push it/back|push back|an hour/bit later|half an hour later|later|a bit/little later|bit/little later|any/anything/something/somewhat/slightly/much later|too early|way too early",
    ),
    (
        "shift",
        "earlier",
        "bring forward|bring it forward|an hour/bit earlier|half an hour earlier|earlier/sooner|a bit/little earlier|bit/little earlier/sooner|any/anything/something/somewhat/slightly/much earlier/sooner|too late|way too late",
    ),
    (
        "idiom",
        1,
        "check/checking/checked in/out|i/he/she/we/they/you/who sat|sat down/nav|mon ami/cheri/dieu|to/you wed the/my/her/him|they wed|newly wed|the sun|sun is|suns out|may i/we/not|second/third/fourth time/half/place/name|any second|just a second/sec/minute/min/moment|one/a second/sec/moment|difference/diff/choose between|favorite/favourite/fav color/colour|what color/colour is",
    ),
    (
        "fits",
        1,
        "ok/okay/good/fine/free/open/taken/available/avail/works/work/possible/alright/cool/better/instead/suits/doable/booked/gone",
    ),
    ("making", 1, "make/manage/do"),
    ("fit_lead", 1, "is/does/do/would/will/wld/did/are/can/could"),
    ("question", 1, "who/what/when/where/why/which/how"),
)

_TONGUES = (
    ("tongue", "en", "in english|english please/pls/plz|speak english|english"),
    ("tongue", "es", "in spanish|spanish please/pls/plz|speak spanish|spanish"),
)

_COURTESY = (
    ("polite", 1, "anyone/anybody there/home/around/listening|please/pls/plz/plss/thanks/thx/ty"),
    ("option", 1, "option/number/choice/opt"),
)

_PEOPLE = (
    ("one", 1, "one/option/slot/choice/ones"),
    ("child", 1, "kids/kid/child/children/childs/boy/boys/toddler|my son/boy/kid"),
    ("people_unit", 1, "people/persons/ppl/guys/adults/kids/boys/friends|of us"),
    (
        "people",
        2,
        "me and my son/dad/brother/friend/husband/boyfriend/wife/daughter/kid/mate/father|my son/dad/brother/friend/husband/boyfriend/kid/father and me/i/myself|me and a friend|me plus one|both of us|the two of us|us two|my son and me",
    ),
    ("people_lead", 1, "we are|were|there are|party of|there will be"),
    (
        "money",
        1,
        "dollars/dollar/bucks/usd/euros/quid/pounds/percent/years/yrs/stars/min/mins/minutes/minute",
    ),
    (
        "choice",
        -1,
        "the later/latest one|later/latest one|the latest/last of them/those|the last one|last one|the last option/slot|last option",
    ),
    ("choice", 0, "the earlier/earliest/early one|earlier/earliest one|the soonest one"),
    (
        "any_barber",
        1,
        "anyone/anybody/whoever|with anyone|with anyone but|anyone but|any barber|any of them|with any|no preference/pref|dont mind who|dont care who|doesnt matter who|either barber|whoever is free|any one|with whoever",
    ),
    (
        "any",
        1,
        "any/either/whatever|doesnt matter|dont mind|dont care|no preference|up to you|you choose|you pick|im easy|not fussed|not bothered|dont care which|doesnt matter which|dont mind which|makes no difference",
    ),
    ("with", 1, "with/w"),
    ("because", 1, "because/cause/cuz/bc/coz"),
    ("holds", 1, "have/got/is/theres/attending|ive got|which is|that is|there is|going to"),
    (
        "event",
        1,
        "wedding/weddings/party/parties/dentist/doctor/doctors/meeting/meetings/interview/exam/exams/funeral/graduation/birthday/anniversary/prom/gig/concert/baptism/christening/bday/trip/flight/photoshoot/shoot/holiday/vacation/gala/quince/hearing/surgery|getting/get/gets married|flying/travelling/traveling out/-|photo shoot",
    ),
    ("for", 1, "for"),
    ("name_lead", 1, "my name is|my names|name is|the name is|names"),
    ("name_lead_weak", 1, "this is|im|i am|its"),
)

_SERVICES = (
    (
        "service",
        "haircut",
        "haircut/haircuts/cut/cuts/trim/fade/fades/taper/buzzcut/hairdo|hair cut/cuts|buzz cut|skin fade|crew cut|scissor/dry/mens/womens/ladies/gents cut|tidy/clean/edge/touch/sharpen up|tidy|cleanup|short/- back and/n sides|mullet/pompadour/undercut/mohawk/mop|low/mid/high fade|hair trim|line up|lineup|shape up|my hair cut/done|trim up|haircutting|hair|my hair",
    ),
    ("weak", 1, "hair|my hair"),
    (
        "service",
        "beard_trim",
        "bread trim|beard/beards/goatee|beard trim/trims|beard shape|beard line/lineup|beard trimmed|trim my/the beard",
    ),
    ("service", "haircut_beard", "the works|full works|combo"),
    (
        "service",
        "shave",
        "shave/shaves|hot towel|hot towel shave/shaves|wet shave|clean shave|straight razor|razor shave",
    ),
    (
        "service",
        "kids_cut",
        "kids/kid/childs/child/childrens/boys/toddler/sons cut/cuts/haircut/haircuts|haircut for my son/kid/boy/daughter|my son/kid/boy/daughter needs a/- haircut/cut/trim|for my son/kid/boy/daughter/lad/nephew|my lad|little/lil man|cut for my son/kid/boy/daughter|my sons hair|my kids hair|little one",
    ),
    (
        "service",
        "hair_color",
        "color/colour/coloring/colouring/colored/coloured/dye/dyed/dying/highlights/lowlights/tint/bleach/balayage/ombre/recolor/recolour|gray/grey coverage|cover my/the gray/grey/grays/greys|roots|root touch up|my roots|hair color/colour/dye|dyeing|dyeing my hair|dye my hair|color/colour my hair",
    ),
)

ENGLISH = Words(
    language="en",
    slots=(*NUMBERS, *DAYS, *TIMES, *_JOINS, *_COURTESY, *_TONGUES, *_PEOPLE, *_SERVICES),
    parts=PARTS,
    intents=WISHES,
    hints=HINTS,
    whole=WHOLE,
    frames=FRAMES,
    overheard=OVERHEARD,
    telling=words_of(
        "the an is are was i im you u your my we it this that to for of and or with at on in "
        "by do does can could would like want need have get got please pls plz what when "
        "where how much who which any anything there here not dont cant wont ill id lets will be "
        "from about after before between until than then just only some but if up make book "
        "thanks thank yes yeah hi hello hey "
    ),
    filler=words_of(
        "gimme poss the a an is are was were i im ive you u your ur my me we us our it its this that these "
        "those to for of and or with at on in by do does did done can could would should will "
        "shall may might like want need have has had get got please pls plz plss what when where "
        "how who which any some there here not if so up just only also too then than but oh ah um "
        "uh well really maybe possible possibly be been being am as from about around into out "
        "over back come coming go going gonna wanna ok okay thanks hi hey hello good great best "
        "prefer preferably perhaps time date day days works work free slot spot appointment appt "
        "appointments him her his he she they them someone one ones more other another again "
        "still ill id lets let make see say said think guess know hope lol haha hahaha bro man "
        "dude mate sir buddy boss barber barbershop shop session visit place book booking "
        "schedule half full new first w pm am "
        "their theirs its whats thats thatll thatd theyre youre youve weve hes shes whos wheres "
        "hows theres everything something anything nothing all else very much such many quite "
        "pretty same own way thing things kind sort bit lot lots little try trying find look "
        "looking check instead since while because cause cuz bc though unless whether myself "
        "yourself mine usually normally currently actually exactly sure please kindly already "
        "yet soon always ever never every each both either few several most least less better "
        "nice fine right left put take took taken keep kept give gave bring tell told ask asked "
        "call called use used start end seem seems looks feel feels might must gotta hafta tryna "
        "lemme kinda sorta whatever whoever anyway anyways btw fyi asap yall ya salon shop store "
        "atm ideally hopefully roughly max tops latest earliest thereabouts preference pref "
        "hair barbers person people guys guy folks girl lady man dude fam homie brother today "
        "now again once twice away between under near next last whole able unable sorry welcome "
    ),
    misspelt=words_of(
        "february november december september october january appointment cancel reschedule available tomorrow haircut beard schedule morning "
        "afternoon evening english thanks booking price address "
    ),
    negations=words_of("dont not never wont want to wanna need have gonna"),
    addressing=words_of(
        "you u your ur yall ya yous guys we us our ours they their them i im id my me it its that "
        "this these shop salon barbershop barber barbers place store here there youre youve youll "
        "checkout checkin breakfast parking wifi theyre please pls plz services service menu room rooms bar gym pool spa restaurant hotel "
    ),
    native=words_of(
        "a an ya am may mar sat sun fri wed mon no/n on to in by me now or past once will n any the "
        "dec last m st nd rd th night half don not do cut was were is at of color i sup yo hours "
        "hrs sharp min mins hr wk its real total service services person hair dye tint but y nm bet ye ya "
    ),
    day_first=False,
    next_is_coming=False,
)
