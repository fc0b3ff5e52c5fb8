"""English as customers write it."""

import datetime as dt

from application.understanding.frames_en import FRAMES
from application.understanding.reading import TimeRange
from application.understanding.wishes_en import HINTS, OVERHEARD, WHOLE, WISHES
from application.understanding.words import Words, words_of

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {20: "twenty", 30: "thirty", 40: "forty/fourty", 50: "fifty"}
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]

_NUMBERS = (
    *(("number", n, word) for n, word in enumerate(_UNITS, 1)),
    *(("number", n, word) for n, word in enumerate(_TEENS, 10)),
    *(("number", tens, word) for tens, word in _TENS.items()),
    *(("number", t + n, f"{w} {u}") for t, w in _TENS.items() for n, u in enumerate(_UNITS, 1)),
    *(("number", 2020 + n, f"twenty twenty {w}") for n, w in enumerate(_UNITS, 1)),
    *(("number", 2020 + n, f"two thousand and/- twenty {w}") for n, w in enumerate(_UNITS, 1)),
    *(("ordinal", n, word) for n, word in enumerate(_ORDINALS, 1)),
    *(("ordinal", 20 + n, f"twenty {word}") for n, word in enumerate(_ORDINALS[:9], 1)),
    ("ordinal", 30, "thirtieth"),
    ("ordinal", 31, "thirty first"),
    ("single", 1, "a/an/one"),
)

_DAYS = (
    ("weekday", 0, "monday/mondays/mon/munday"),
    ("weekday", 1, "tuesday/tuesdays/tues/tue/teusday"),
    ("weekday", 2, "wednesday/wednesdays/weds/wed/wensday/wednsday/wendsday"),
    ("weekday", 3, "thursday/thursdays/thurs/thur/thu/thrusday"),
    ("weekday", 4, "friday/fridays/fri/firday"),
    ("weekday", 5, "saturday/saturdays/sat/saterday/satruday"),
    ("weekday", 6, "sunday/sundays/sun"),
    ("month", 1, "january/jan"),
    ("month", 2, "february/feb/febuary"),
    ("month", 3, "march/mar"),
    ("month", 4, "april/apr"),
    ("month", 5, "may"),
    ("verb", 1, "may/march/mar"),
    ("month", 6, "june/jun"),
    ("month", 7, "july/jul"),
    ("month", 8, "august/aug"),
    ("month", 9, "september/sept/sep"),
    ("month", 10, "october/oct"),
    ("month", 11, "november/nov"),
    ("month", 12, "december/dec"),
    ("offset", 0, "from today"),
    ("offset", 0, "2 day|today/tday/tdy/2day/todays|later today|this very day|2 nite/nyt"),
    (
        "offset",
        0,
        "tonight/tonite/tonights/tn/2nite/2night/tnite/tonght|this morning/mornin/afternoon/evening/evenin/arvo/eve|later tonight",
    ),
    (
        "offset",
        1,
        "tomorrow/tmrw/tmr/tmw/tomoro/tommorow/tomorow/tommorrow/tomorro/tomorrows/tmrws/2moro/2morrow/tomoz/tmmrw/tmmorow/tmorow/tomrw/tomrrow/tommorro/tomarrow/tommarow",
    ),
    ("offset", 1, "2 moro/morrow/mrw/mro/moz/mora"),
    ("offset", 1, "tom morning/afternoon/evening"),
    (
        "offset",
        2,
        "the/- day after tomorrow/tmrw/tmr/tmw/tom/tomoro/tommorow/tomorow/tommorrow/tomorro/2moro/2morrow|the/- day after 2 moro/morrow|overmorrow",
    ),
    ("this", 1, "this"),
    ("coming", 1, "coming/upcoming|this coming/upcoming"),
    ("next", 1, "next/nxt/following|the next/following"),
    ("after_next", 1, "after next"),
    ("week", 1, "week/wk/weeks/wks"),
    ("unit_days", 1, "day/days"),
    ("unit_days", 7, "week/weeks/wk/wks"),
    ("fortnight", 1, "fortnight"),
    ("unit_months", 1, "month/months"),
    ("month_word", 1, "month"),
    ("year_word", 1, "year"),
    ("weekend", 1, "weekend/wkend/weekends|week end"),
    ("early", 1, "early|beginning/start of|the beginning/start of|the/- first half/part of"),
    (
        "late_in",
        1,
        "end of|the end of|late|later in|later on in|the/- latter/second/last half/part of|the/- back/tail end of|towards/toward the end of",
    ),
    ("mid", 1, "mid|middle of|the middle of"),
    ("couple", 2, "a/- couple|a/- couple of"),
    ("within", 1, "within|within/over/in the next|any time/anytime/sometime in the next"),
    ("holiday", 1224, "christmas/xmas eve"),
    ("holiday", 1225, "christmas/xmas|christmas/xmas day"),
    ("holiday", 1226, "boxing day"),
    ("holiday", 1231, "new years/year eve|nye"),
    ("holiday", 101, "new years/year day"),
    ("holiday", 214, "valentines|valentines/valentine day"),
    ("holiday", 317, "st/saint patricks/paddys day|paddys day"),
    ("holiday", 704, "independence day"),
    ("holiday", 1031, "halloween"),
    ("past", 1, "yesterday|last night|the other day"),
    ("last", 1, "last/previous"),
    ("ago", 1, "ago"),
    ("in", 1, "in|sometime/some in|some time in|any day in|any time in"),
    ("from_now", 1, "from now/today|time"),
    ("from_day", 1, "from/after"),
    ("of", 1, "of"),
    ("the", 1, "the|on the"),
    ("day_word", 1, "day"),
    (
        "thing",
        1,
        "time/times/place/round/name/class/try/street/avenue/ave/floor/chair/visit/person/kid/child/birthday/bday/door/row/grade/year/attempt/car/building/block",
    ),
    ("starting", 1, "starting/beginning/commencing|commencing on|starting on"),
    ("on", 1, "on"),
    ("th", 1, "st/nd/rd/th"),
)

_TIMES = (
    ("half", 1, "a/p"),
    ("am", 1, "am|in the am"),
    ("pm", 1, "pm|in the pm"),
    ("oclock", 1, "oclock/oclok/oclck/oclocks/oclk/sharp/hrs/hours/h|o clock/clok|on the dot"),
    ("at", 1, "at|@|me/us/him/her/both down for"),
    ("fraction", 30, "half|a half"),
    ("halfway", 1, "half"),
    ("fraction", 15, "quarter|a quarter"),
    ("minutes_past", 1, "past/after"),
    ("minutes_to", 1, "to/till/til/before"),
    ("zero", 1, "oh/zero"),
    (
        "approximate",
        1,
        "around/round/arnd/about/abt/approx/approximately/roughly|at around/about|sometime around",
    ),
    ("perhaps", 1, "like/say/maybe/probably/perhaps"),
    ("ish", 1, "ish|or so|or thereabouts|more or less"),
    ("noon", 12, "noon/midday/noonish|mid day|the midday|12 noon"),
    ("noon", 0, "midnight"),
    ("between", 1, "between/btw/btwn"),
    ("from", 1, "from|from today"),
    ("to", 1, "to/till/til/until/thru/through"),
    (
        "after",
        1,
        "after/past|or after|anything/something/any/bit/little/much later than|a bit/little later than|any time/anytime after|later than|no earlier/sooner than|not before|starting at/from",
    ),
    (
        "before",
        1,
        "up to|upto|anything/something/any/bit/little/much earlier/sooner than|a bit/little earlier/sooner than|before|b 4|not later/earlier than|any time/anytime before|no later than|earlier than|not after",
    ),
    ("by", 1, "by/until/till"),
    (
        "onwards",
        1,
        "so after that|so any time/anytime after that|so after|or later|onwards|onward|and later|and after|or after|or any time after",
    ),
    ("or_earlier", 1, "or earlier|or before"),
    ("unit_minutes", 1, "minute/minutes/min/mins"),
    ("unit_minutes", 60, "hour/hours/hr/hrs"),
    ("half_hour", 30, "half an hour|half hour|a half hour"),
    ("half_hour", 15, "a/- quarter of an hour"),
    ("half_hour", 45, "three quarters of an hour"),
    (
        "part",
        "morning",
        "morning/mornings/mornin|in the morning/mornin|this morning/mornin|tom morning",
    ),
    ("part", "early_morning", "early morning|early in the morning"),
    ("part", "mid_morning", "midmorning|mid morning"),
    ("part", "late_morning", "late morning|late in the morning"),
    (
        "part",
        "lunch",
        "lunch/lunchtime|lunch time|at/around/about lunch|around/about lunchtime|at lunch|over lunch|during lunch|lunch break|my lunch break",
    ),
    (
        "part",
        "afternoon",
        "afternoon/afternoons/arvo/aft/afternon/aftrnoon|in the afternoon/arvo|this afternoon/arvo|tom afternoon",
    ),
    ("part", "early_afternoon", "early afternoon|early in the afternoon"),
    ("part", "mid_afternoon", "midafternoon|mid afternoon"),
    ("part", "late_afternoon", "late afternoon|late in the afternoon"),
    (
        "part",
        "evening",
        "2 nite/nyt|evening/evenings/evenin/eve/evng|in the evening/evenin|this evening/evenin/eve|tonight/tonite/tn/2nite/2night/tnite/tonght|tom evening",
    ),
    ("part", "night", "night/nite|at night|later tonight"),
    ("part", "early_evening", "early evening|early in the evening|early tonight"),
    ("part", "late_evening", "late evening|late in the evening|late at night|late tonight"),
    ("offset", 0, "early/late tonight"),
    ("part", "after_work", "after work|after i finish work|when i finish work|after the office"),
    ("part", "after_lunch", "after lunch"),
    ("part", "after_school", "after school"),
    ("part", "before_work", "before work"),
    ("part", "before_noon", "before lunch"),
    (
        "part",
        "first_thing",
        "first thing|bright and early|as early as possible|when you open|at opening|early doors",
    ),
    (
        "part",
        "last_thing",
        "last thing|as late as possible|end of the/- day|the end of the/- day|eod|cob|close of business|closing time|just/right before you close/shut|latest possible|last slot of the day|latest you have/got/can|the latest you have/got/can",
    ),
    (
        "earliest",
        1,
        "as early/soon as you can|first/earliest slot you have/got|the first/earliest slot you have/got|first/earliest slot|the first/earliest slot|asap|rn|soon as|as soon as possible|as soon as you can|right now|now|right away|earliest|soonest|the soonest",
    ),
    (
        "earliest",
        1,
        "first available|next available|the first/next available|first one you have|the first one you have",
    ),
    (
        "any_time",
        1,
        "whenever|dont care when|doesnt matter when|dont mind when|no matter when|any time is fine/good|anytime works|im flexible|any time|anytime|any day|any day works/is fine|any day is good",
    ),
    ("every", 1, "every/each"),
)

_JOINS = (
    ("and", 1, "and/n/plus"),
    ("or", 1, "or"),
    (
        "not",
        1,
        "was gonna/going/meant/supposed to/- come/be/- in/by/-|never said|didnt say|i didnt say|i never said|not/except/never|it wasnt|wasnt|its not|isnt|any day but|every day but|everyone but|with anyone but|anyone but|dont want|do not want|cant do|cannot do|cant make|anything but|other than|apart from|rather than|no longer|anyone but|instead of|in place of|dont like|not with",
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
    slots=(*_NUMBERS, *_DAYS, *_TIMES, *_JOINS, *_COURTESY, *_TONGUES, *_PEOPLE, *_SERVICES),
    parts={
        "morning": TimeRange(start=dt.time(8), end=dt.time(12)),
        "early_morning": TimeRange(start=dt.time(8), end=dt.time(10)),
        "mid_morning": TimeRange(start=dt.time(10), end=dt.time(11, 30)),
        "late_morning": TimeRange(start=dt.time(10, 30), end=dt.time(12)),
        "lunch": TimeRange(start=dt.time(12), end=dt.time(14)),
        "afternoon": TimeRange(start=dt.time(12), end=dt.time(18)),
        "early_afternoon": TimeRange(start=dt.time(12), end=dt.time(15)),
        "mid_afternoon": TimeRange(start=dt.time(14), end=dt.time(16, 30)),
        "late_afternoon": TimeRange(start=dt.time(15, 30), end=dt.time(18)),
        "evening": TimeRange(start=dt.time(17), end=None),
        "night": TimeRange(start=dt.time(19), end=None),
        "early_evening": TimeRange(start=dt.time(17), end=dt.time(19)),
        "late_evening": TimeRange(start=dt.time(20), end=None),
        "after_work": TimeRange(start=dt.time(17), end=None),
        "after_lunch": TimeRange(start=dt.time(13), end=None),
        "after_school": TimeRange(start=dt.time(15), end=None),
        "before_work": TimeRange(start=None, end=dt.time(9)),
        "before_noon": TimeRange(start=None, end=dt.time(12)),
        "first_thing": TimeRange(start=None, end=dt.time(10)),
        "last_thing": TimeRange(start=dt.time(17), end=None),
    },
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
