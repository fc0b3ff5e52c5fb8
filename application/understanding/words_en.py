"""English as customers write it."""

import datetime as dt

from application.understanding.reading import TimeRange
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
    ("offset", 0, "2 day|today/tday/tdy/2day/todays|later today|this very day"),
    ("offset", 0, "tonight/tonite/tonights|this morning/afternoon/evening|later tonight"),
    (
        "offset",
        1,
        "tomorrow/tmrw/tmr/tmw/tomoro/tommorow/tomorow/tommorrow/tomorro/tomorrows/tmrws/2moro/2morrow/tomoz",
    ),
    ("offset", 1, "2 moro/morrow"),
    ("offset", 2, "the/- day after tomorrow/tmrw/tmr|overmorrow"),
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
    ("weekend", 1, "weekend/wkend/weekends|week end"),
    ("early", 1, "early|beginning/start of|the beginning/start of"),
    ("late_in", 1, "end of|the end of|late"),
    ("mid", 1, "mid|middle of|the middle of"),
    ("past", 1, "yesterday|last night|the other day"),
    ("last", 1, "last/previous"),
    ("ago", 1, "ago"),
    ("in", 1, "in|sometime/some in|some time in|any day in|any time in"),
    ("from_now", 1, "from now/today|time"),
    ("from_day", 1, "from/after"),
    ("of", 1, "of"),
    ("the", 1, "the|on the"),
    ("day_word", 1, "day"),
    ("on", 1, "on"),
    ("th", 1, "st/nd/rd/th"),
)

_TIMES = (
    ("half", 1, "a/p"),
    ("am", 1, "am|in the am"),
    ("pm", 1, "pm|in the pm"),
    ("oclock", 1, "oclock/sharp/hrs/hours/h|o clock|on the dot"),
    ("at", 1, "at|@"),
    ("fraction", 30, "half|a half"),
    ("halfway", 1, "half"),
    ("fraction", 15, "quarter|a quarter"),
    ("minutes_past", 1, "past/after"),
    ("minutes_to", 1, "to/till/til/before"),
    ("zero", 1, "oh/zero"),
    (
        "approximate",
        1,
        "around/arnd/about/abt/approx/approximately/roughly|at around/about|sometime around",
    ),
    ("ish", 1, "ish|or so|or thereabouts|more or less"),
    ("noon", 12, "noon/midday|mid day|the midday|12 noon"),
    ("noon", 0, "midnight"),
    ("between", 1, "between/btw/btwn"),
    ("from", 1, "from"),
    ("to", 1, "to/till/til/until/thru/through"),
    (
        "after",
        1,
        "after/past|anything/something/any/bit/little/much later than|a bit/little later than|any time/anytime after|later than|no earlier than|not before|starting at/from",
    ),
    (
        "before",
        1,
        "up to|upto|anything/something/any/bit/little/much earlier/sooner than|a bit/little earlier/sooner than|before|any time/anytime before|no later than|earlier than|not after",
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
    ("half_hour", 1, "half an hour|half hour|a half hour"),
    ("part", "morning", "morning/mornings/mornin|in the morning/mornin|this morning"),
    ("part", "early_morning", "early morning|early in the morning"),
    ("part", "mid_morning", "midmorning|mid morning"),
    ("part", "late_morning", "late morning|late in the morning"),
    (
        "part",
        "lunch",
        "lunch/lunchtime|lunch time|at/around/about lunch|around/about lunchtime|at lunch|over lunch|during lunch|lunch break|my lunch break",
    ),
    ("part", "afternoon", "afternoon/afternoons/arvo|in the afternoon|this afternoon"),
    ("part", "early_afternoon", "early afternoon|early in the afternoon"),
    ("part", "mid_afternoon", "midafternoon|mid afternoon"),
    ("part", "late_afternoon", "late afternoon|late in the afternoon"),
    ("part", "evening", "evening/evenings|in the evening|this evening|tonight/tonite"),
    ("part", "night", "night|at night|later tonight"),
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
        "last thing|as late as possible|end of the day|the end of the day|latest possible|last slot of the day",
    ),
    (
        "earliest",
        1,
        "as early/soon as you can|first/earliest slot you have/got|the first/earliest slot you have/got|first/earliest slot|the first/earliest slot|asap|as soon as possible|as soon as you can|right now|now|right away|earliest|soonest|the soonest",
    ),
    (
        "earliest",
        1,
        "first available|next available|the first/next available|first one you have|the first one you have",
    ),
    ("any_time", 1, "whenever|any time|anytime|any day|any day works/is fine|any day is good"),
    ("every", 1, "every/each"),
)

_JOINS = (
    ("and", 1, "and/n/plus"),
    ("or", 1, "or"),
    (
        "not",
        1,
        "never said|didnt say|i didnt say|i never said|not/except/never|it wasnt|wasnt|its not|isnt|any day but|every day but|everyone but|with anyone but|anyone but|dont want|do not want|cant do|cannot do|cant make|anything but|other than|apart from|rather than|no longer|anyone but|instead of|in place of|dont like|not with",
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
    ("question", 1, "who/what/when/where/why/which/how"),
)

_TONGUES = (
    ("tongue", "en", "in english|english please/pls/plz|speak english|english"),
    ("tongue", "es", "in spanish|spanish please/pls/plz|speak spanish|spanish"),
)

_COURTESY = (
    ("polite", 1, "anyone/anybody there|please/pls/plz/plss/thanks/thx/ty"),
    ("option", 1, "option/number/choice/opt"),
)

_PEOPLE = (
    ("one", 1, "one/option/slot/choice/ones"),
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
        "anyone/anybody/whoever|with anyone|with anyone but|anyone but|any barber|any of them|with any|no preference|dont mind who|dont care who|doesnt matter who|either barber|whoever is free|any one|with whoever",
    ),
    (
        "any",
        1,
        "any/either/whatever|doesnt matter|dont mind|dont care|no preference|up to you|you choose|you pick",
    ),
    ("with", 1, "with/w"),
    ("for", 1, "for"),
    ("name_lead", 1, "my name is|my names|name is|the name is|names"),
    ("name_lead_weak", 1, "this is|im|i am|its"),
)

_SERVICES = (
    (
        "service",
        "haircut",
        "haircut/haircuts/cut/cuts/trim/fade/fades/taper/buzzcut/hairdo|hair cut/cuts|buzz cut|skin fade|crew cut|low/mid/high fade|hair trim|line up|lineup|shape up|my hair cut/done|trim up|haircutting|hair|my hair",
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
        "kids/kid/childs/child/childrens/boys/toddler/sons cut/cuts/haircut/haircuts|haircut for my son/kid/boy/daughter|my son/kid/boy/daughter needs a/- haircut/cut/trim|for my son/kid/boy/daughter|cut for my son/kid/boy/daughter|my sons hair|my kids hair|little one",
    ),
    (
        "service",
        "hair_color",
        "color/colour/coloring/colouring/colored/coloured/dye/dyed/dying/highlights/tint/bleach|hair color/colour/dye|dye my hair|color/colour my hair",
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
        "after_work": TimeRange(start=dt.time(17), end=None),
        "after_lunch": TimeRange(start=dt.time(13), end=None),
        "after_school": TimeRange(start=dt.time(15), end=None),
        "before_work": TimeRange(start=None, end=dt.time(9)),
        "before_noon": TimeRange(start=None, end=dt.time(12)),
        "first_thing": TimeRange(start=None, end=dt.time(10)),
        "last_thing": TimeRange(start=dt.time(17), end=None),
    },
    intents=(
        (
            "greeting",
            "heey/hii|anyone/anybody there|is anyone/anybody there|hi/hello/hey/hiya/howdy/yo/sup/heya/greetings|good morning/afternoon/evening/day|whats up|wassup|how are you|how are you today/doing|hows it going|you doing well|everything ok/okay|hey there|hi there|hello there|how are things",
        ),
        (
            "services",
            "do you also|do you cut/colour/color/shave/dye/trim/style/wash|do they cut/do|included|gift card/cards/voucher/vouchers|set me back|cheaper/cheap/cheapest/expensive|pay/leave/need/take/require a/- deposit|deposit needed/required|pay upfront/up front/ahead/beforehand|pay in advance|prepay|pay by/with/in card/cash/phone|can/could i pay|take cards/cash|apple/google pay|do you only take cash|cash only|card only|bank transfer|just walk/show/turn in/up|just come by/in|without an appointment/booking|without booking|turn up|what services do you have/offer|how much|whats the price/cost|what is the price/cost|price/prices/pricing/cost/costs/rates/fee/charge/pricelist|price list|what do you charge|what do u charge|what services|which services|services|what do you do/offer|what do u do/offer|whats on the menu|do you/u do|you/u do|do you/u offer|do you/u guys do|do you/u take|do you/u accept|accept cards|walk ins|walkins|walk in|do i need an appointment|difference/diff/discount/discounts/deals/offers/promo|if i cancel|cancellation policy/fee|how long does|how long is|how long will|what kind of|which cuts|total",
        ),
        (
            "hours",
            "opening hours|your hours|the hours|hours of|store/shop hours|open/opened/close/closed/opening/closing|what time do you open/close|when do you open/close|what time are you open|are you open|when are you open|business hours|what are your hours|until what time",
        ),
        (
            "address",
            "where are you|where r u|where is it|where is the shop|wheres the shop|wheres your shop|where are you guys|address/directions/location/located/adress/parking|how do i get there|how to get there|find you|your place|how do i get to|where do i go|where exactly|phone number|contact number|what city|where you at|where you located",
        ),
        (
            "availability",
            "how long would/do i have to wait|how long is the wait|whats the wait|still free/available|have to wait|wait time|waiting time|whos/who free/available|who is free/available|who can do|who works|who have you got|available/availability/openings/avail|any openings|an opening|free slot/slots|any slots/slot|slots/slot|do you/u have anything|do you/u have something|do you/u have any|do you/u have a|do you/u have time|do you/u have space|do you/u have room|have anything|taken|anything free|anything open|anything available|anything|got anything|got any|you got|what times|what time can|which times|what days|is there anything|is there space|any space|any room|any chance|any availability|whats free|what do you have|what have you got|when can|when could|when would|when is|whens|spaces|spots|spot|fully booked",
        ),
        (
            "book",
            "book/reserve/schedule/bookin/resrve|make/set/fix/schedule an appointment/appt/apt/apointment/appoinment|make/set up an appointment/appt|make a booking/reservation|fit me|squeeze me|squeeze me in|put me down|pencil me in|sign me up|get me in|hook me up|set me up|come in|come by|pop in|stop by|swing by",
        ),
        (
            "move",
            "move/moved|bring my/it|change today/tomorrow/todays/tomorrows/monday/mondays/tuesday/tuesdays/wednesday/wednesdays/thursday/thursdays/friday/fridays/saturday/saturdays to|reschedule/rescheduling/resched/reshedule/rebook/postpone|change my/the appointment/appt/booking/time/day|change my|change the time/day/appointment|change the date|change it|move my|move the|move it|move me|can/could/to i move|push my|push it|push back|push it back|switch my|switch it|switch to/from|change to|move to|shift my|bring forward|different time for my|another time for my|make it later|swap my|wrong day|change that|change/move/amend/modify appointment/booking/reservation|amend/modify my/the/our/that/current|amend",
        ),
        (
            "cancel",
            "dont need the/my/an/that appointment/appt/booking|dont need it any/anymore|no longer coming|not coming|wont be coming|cancel/cancell/cancle/cancelling/canceling/cancellation/cancelation|cant make it|cannot make it|cant make|cannot make|cant come|cannot come|wont be able|not going to make it|wont make it|not able to come|delete my appointment/appt/booking|delete appointment/my|remove my appointment/appt/booking|call off|i cant attend|drop my appointment|no longer need|forget my appointment|not gonna make it|dont want it anymore|no longer want|cancel everything",
        ),
        (
            "my_appointments",
            "who am i with|my appointments/appts/bookings|appointments/appts/apointments/apts/bookings/reservations do/have i have/got|appointments/appts/bookings i have|my upcoming|any upcoming appointments/bookings|do i have any appointments/appts/bookings|have i got any appointments/bookings|when is my|whens my|what time is my|what time was my|when am i|what time am i|do i have an appointment/appt|do i have a booking|show my|show me my|check my|did my booking|did my appointment|is my appointment|is my booking|confirm my|remind me|am i booked|have i got|my appointment/appt/booking|my next appointment|whos my|who is my|do i have anything|what have i booked|still on|what did i book",
        ),
        (
            "confirm",
            "yess/yeh/yas/yes/indeed/yeah/yep/yup/yea/ya/ok/okay/okey/k/sure/perfect/correct/confirm/confirmed/absolutely/definitely/great/fine/cool/awesome/fantastic/deal/agreed/excellent/accept/alright/yessir/affirmative/okie|that/this/it/- sounds/sound/seems/looks/is good/great/fine/nice/perfect/better|sounds really good|will/would be good/great/fine/nice/perfect|ill work|that will work|its true|that works|works for me|that is correct/right/fine/good/great/perfect|thats correct/right/fine/good/great/perfect/it|go ahead|of course|please do|all good|looks good|do it|for sure|no problem|lets do it|that would work|will work|would work|works great|i like|that will do|that would be great|it is|they are|im happy with|i confirm|👍|✅|👌|🙌|✔",
        ),
        (
            "deny",
            "no/nope/nah/nay/negative/disagree/false|thats not|that is not|no thanks|no thank you|not really|not now|not yet|dont|do not|not that|i dont think so|maybe/perhaps later|maybe/perhaps another time|maybe/perhaps some other time|maybe/perhaps at a later time|at a later time|some other time|another time|in the future|not just yet|ill do it later|that doesnt work|doesnt work|wont work|not good|scrap that/it|never mind|nevermind|forget it|wrong|nothing/none|thats wrong|that is wrong|not correct|they are not|it is not|isnt|not right|incorrect|not quite|another one|other one|something else|👎|❌|🙅",
        ),
        (
            "late",
            "hour late|an hour late|half an hour late|mins/minutes/min behind|running late|running behind|im late|ill be late|i will be late|be late|going to be late|gonna be late|be there late|a bit late|a little late|mins/minutes/min/m late|minutes behind|stuck in traffic|be delayed|arriving late|delayed|few minutes late",
        ),
        (
            "person",
            "charged me twice|charged twice|double charged|person/human/agent/manager/owner/operator/representative/receptionist/staff/complaint/complain/refund/rude/terrible/awful/unacceptable/ridiculous/disgusting/botched/ruined/disappointed/scam|real person|speak to someone/somebody|talk to someone/somebody|speak with someone|talk with someone|speak to|talk to|call me|someone real|customer service|real human|messed up my|not happy with|worst|are you a bot/robot|is this a bot/robot|unhappy|useless|lawyer|connect me|reception|speak directly|speak/talk with/to somebody|to someone else|agents",
        ),
        (
            "opt_out",
            "take me off|stop/quit bothering/contacting/spamming/writing/harassing me/-|quit texting/messaging me/-|leave me alone|unsubscribe|unsubscribe me|stop messaging|stop texting|stop sending|dont message me|dont text me|dont send me|do not send me|do not message|do not contact|dont contact|remove me from|no more messages/texts/reminders|opt out|stop contacting",
        ),
        (
            "my_data",
            "information/info/data do you have about me|delete my data|my data|my personal data|what data|erase my data|delete all my data|data you have|my information you|gdpr",
        ),
        (
            "thanks",
            "thanks/thank/thx/ty/cheers/tysm/thnx/thanx/tks|thank you/u|much appreciated|appreciate it|appreciate/appreciated/grateful/thankful|nice chatting|thats all|that is all|that will be all|thatll be all|thats all i need/needed|many thanks|thanks a lot|🙏",
        ),
        (
            "goodbye",
            "on my way|omw|im here/outside|just arrived here|bye/goodbye/cya/byebye/laters/ciao|see you|see ya|see u|see you then|have a good one|have a great/good/nice day|good night|take care|talk later|ttyl|later|goodnight",
        ),
    ),
    hints=(
        (
            "noun",
            "apptment/apptmt/appmt/appoitment/appoinmt/appointmnt/apptmnt/appontment|appointment/appt/apt/appointments/apointment/appoinment/appoinmnt/booking/reservation/appts|a slot",
        ),
        (
            "wish",
            "gimme|id like|i would like|i want|i wanna|wanna|i need|need|needs|want|looking for/to|can/could/may i get/have/come/pop/do/see|can/could you/u do/give/get|lets do|lets go with|make it|ill come|ill take|ill be there|ill do|i will take|i will come|thinking of|id love|give me|get me|how about|what about|prefer|due for|can we do|could we do|would like|go for|i can do|i can make|i can come|works|work|is good|is fine|works best|for me",
        ),
        (
            "ask",
            "want to know|like to know|wondering|curious|would like to know|need to know|can you tell me|could you tell me",
        ),
        ("presence", "is/does/will/working/works/work/in/around/there/off"),
        ("have", "do you/u have|have you got|you got|got|is there"),
        ("price", "set me back|cheaper/cheap/expensive|how much|price|cost|charge"),
        (
            "payment",
            "card/cards/contactless/cash/venmo/zelle/paypal/mastercard/visa|apple/google pay|pay by/with/in|can/could i pay|bank transfer|deposit|prepay|pay upfront/up front/ahead/beforehand|pay in advance",
        ),
        (
            "walk_ins",
            "walk in/ins|walkin/walkins|just walk/show/turn in/up|just come by/in|turn up|without an appointment/booking|without booking|do i need an appointment/booking",
        ),
        (
            "insult",
            "idiot/idiots/moron/stupid/dumb/dumbass/bullshit/asshole/bastard/bitch/wanker/dickhead/crap/shit/shitty/clown/fuck/fucking/fck/fuckers|you suck|this sucks|piss off|screw you|shut up|go to hell|wtf",
        ),
        (
            "absent",
            "cant/cannot/couldnt make it/-|cant/cannot come|wont make it|wont be able|not going to make it|not gonna make it|not able to come/make|i cant attend|unable to make/come",
        ),
        ("but", "but/except/however"),
        ("one", "one/option/slot/choice"),
        ("option", "option/number/choice/no/opt"),
        ("late_word", "late/behind/delayed/delay"),
    ),
    whole=(
        (
            "opt_out",
            "stop/unsubscribe/stopall|stop all|opt out|stop please|please stop|unsubscribe me|unsubscribe please",
        ),
        ("opt_in", "start/unstop/subscribe|opt in"),
        ("my_data", "my data"),
    ),
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
    ),
    misspelt=words_of(
        "february november december september october january appointment cancel reschedule available tomorrow haircut beard schedule morning "
        "afternoon evening english thanks booking price address "
    ),
    negations=words_of("dont not never wont"),
    native=words_of(
        "a an ya am may mar sat sun fri wed mon no/n on to in by me now or past once will n any the "
        "dec last m st nd rd th night half don not do cut was were is at of color i sup yo hours "
        "hrs sharp min mins hr wk its real total service services person hair dye tint but "
    ),
    day_first=False,
    next_is_coming=False,
)
