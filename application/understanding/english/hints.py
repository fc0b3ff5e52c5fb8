"""English words that help to decide what is wanted, and phrases whose parts would mislead."""

from application.understanding.english.elsewhere import AFAR, FOREIGN, PREMISES, VISITING
from application.understanding.text.words import either

HINTS: tuple[tuple[str, str], ...] = (
    (
        "noun",
        either(
            "apptment/apptmt/appmt/appoitment/appoinmt/appointmnt/apptmnt/appontment/appointement/apointmnt/appoitnment|appointment/appt/apt/appts/apts/appointments/apointment/appoinment/appoinmnt/booking/bookings/reservation/reservations|a slot",
            "a/the/single/double/twin/family/suite/big/two/three/2/3/4 room/rooms/suite/suites|a/the table|my/our stay|table for|a/the/my/your meeting|mortgage/loan/savings/pension/account/review/budget meeting/appointment|meeting with",
            "stay in/at/for/with|to stay|with an/a adviser/advisor/consultant/specialist/planner|business/mortgage/financial/loan/loans adviser/advisor/planner/specialist|consultation|see/meet someone/somebody about/from|see/meet an/a advisor/adviser/consultant",
        ),
    ),
    (
        "wish",
        either(
            "chance/chances/odds of|chance of/i/we|gimme|id like|i would like|i want|i wanna|wanna|i need|need|needs|want|wants|looking for/to|lookin for/to|can/could/may/might i/we/he/she get/have/come/pop/do/see/be",
            "find/get me/us something/anything/one|can/could/may/might i/we please/just/possibly/maybe have/get/come/book/see|can/could you/u do/give/get/fit/put/check/try/see|lets do|lets go with|lets say|make it|ill come|ill take|ill be there|ill do|i will take|i will come|i will be there|i will go|thinking of/about/maybe|id love/prefer|give me|get me",
            "how about|what about|hows|wbu|hbu|prefer|preferably|due for|can we do|could we do|would like|would love|would prefer|go for|i can do|i can make|i can come|i could do|works|work|is good|is fine|works best|for me|suits me|suit",
            "would/will/are/wld you/u/ya be/- able to|hoping for/to|i hope to|planning to/on|plan to|trying to|tryna|tryin to|i wish|wish to|want to|going to need|gonna need|gotta get|have to get|fancy|after a|in need of|desperate for|could use|could do with|dying for|keen to|ready for|is there any way|any way i|any chance of|is it possible|would it be possible|possible to|could i possibly|do you think i could|mind if i|be great if|be good if|free to come|happy to come|schedule me|set it|put it|make that",
        ),
    ),
    (
        "ask",
        "want to know|like to know|wondering|curious|would like to know|need to know|can you tell me|could you tell me",
    ),
    ("assent", "yeap/yap/yepp/yupp/yes/yeah/yep/yup/yea/yess/yesss/yeh/yeahh/please"),
    ("noted", "bank holiday/holidays/hol/hols/transfer"),
    (
        "gratitude",
        "thanks/ta a million/mil/mill/lot/bunch for|thank you very/so much for|thanks so much for|thanks/cheers/thx/ty/thank you/u/- for",
    ),
    ("does", "do/does"),
    (
        "asks",
        "is/are/r/do/does/will/who/whos/what/whats/wat/when/whens/which|how old/fast/long/short/often/big/thick/painful/good/safe is/are/does/do/should",
    ),
    ("personal", "i/im/ill/id/ive/me/my/we/us/our/lets/myself/mine/please/pls/plz"),
    (
        "trade",
        "regulars/locals/nurses/teachers/firefighters/veterans|how old do/does/must/should kids/children/they/he/she/you|razor/razors/blade/blades/scissors/scissor/foil/foils/balm/wash|oap/oaps/pensioner/pensioners|tip/tips/tipping|perm/perms/braid/braids/braiding/wax/waxing/eyebrow/eyebrows/brow/brows/facial/facials/blowout/wash/shampoo/keratin/relaxer/dreads/locs/twist/twists/cornrows/extensions/design/designs/mustache/moustache/stache/sideburns/scalp/hairline/clippers/clipper/pomade/gel/product/products/styling/stylist/hairdresser/hairdo/afro/curls/curly/straighten/straightening/thinning/bald/beards/women/womens/mens/men/ladies/longer/shorter/regular/student/students/senior/seniors/grown/adult/adults/toddlers/babies|year/years/yr old|blow dry|head shave|hot towels|nose/ear hair|buzz/line up",
    ),
    (
        "affirming",
        "right/true/correct/fact/truth/agree/accurate/obviously/certain/positive/okay/ok/okey/good/fine/great/perfect/nice/lovely/wonderful/excellent/amazing/awesome/love/happy/plan/duh/sure/yes/yeah/yep/yup/bet/surely/definitely/absolutely/totally/course/indeed/affirmative/best/cool|i do/would|thats so|that is so|so be it|go/proceed/continue|ill/well be there|looking forward|make it so|you could/might/can say so/that|were/we are on|you know it|wouldnt miss it|count on it/me|consider it done|perfectly/exactly/precisely/correctly/correcly/understood/gotten",
    ),
    (
        "contrary",
        "inaccurate/invalid/decline/refuse/false/wrong/mistake/incorrect/untrue/mistaken/doubt/disagree/opposite/lie/wait/nope/further|change my mind|changed my mind",
    ),
    (
        "curious",
        "why/who/whos|what should i|what do/does/did/has my/his/her/our|how do/does/did/can/could/would i/he/she/it/they/people/one/you|where can/do/did|tell me/us about|explain/define/translate|let/tell/show me/us know/- where/who/why/how|find/figure out where/who/why/how|know/idea where/who/why|what do/should/can/must i/we do|wonder/wondering where/who/why/how",
    ),
    (
        "other",
        "different/another/other/change/alter/earlier/later/sooner|new time/day/date/barber|rather have/be/see",
    ),
    ("instead", "instead"),
    (
        "negated",
        "havent/hasnt/hadnt/not/never/dont/doesnt/didnt/cant/cannot/wont/isnt/arent/wasnt/aint/wouldnt/no/nope/nah/neither/nor/hardly",
    ),
    ("instead_of", "instead of"),
    (
        "booked",
        "ive/weve a/an/the appointment/appt/booking/reservation/cut/trim/slot|room/table/slot/massage/treatment/session booked/reserved at/for/on/-|have/got/had a/an/our/my/- room/table/slot/massage/treatment/session/appointment/appt/cut/trim/haircut/one/something booked/reserved|im/am the|my/our appointment/appt/booking/slot/table/meeting/reservation/cut/trim/haircut is/was at/on/for|meant/supposed/due to/- be in/there/with/at|than planned/booked/scheduled/arranged/mine|ive/i/we/weve booked/scheduled today/tomorrow/monday/tuesday/wednesday/thursday/friday/saturday/sunday/for|have/got/had a/an/my cut/trim/haircut/fade/slot/shave/appointment at/on/for/booked/with|booked/down/pencilled in for/on/at/with|im/am/was in for/on/at|im/am/i/we booked/down/scheduled|im in for/at|have/got a/an reservation/booking/appointment/appt",
    ),
    (
        "conditional",
        "if/whether/unless|ill check/ask/see/think|i will check/ask/see/think|let me check/ask/see/think",
    ),
    ("advice", "do i need|should i|do i need/have to|is it better/best to"),
    ("pausing", "wait|hold/hang on|one/a sec/second/moment"),
    ("presence", "is/does/will/working/works/work/in/around/there/off"),
    ("have", "do you/u/ye/yall have|have you/ye got|u/ye got"),
    (
        "price",
        either(
            "how many/much quid|quid for/a|fees|pay/paying extra|extra charge/cost|the total|total for/of|how expensive|any/your offers",
            "anything/something/money/percent off|minimum spend/charge|dear/dearer/pricey/pricier|kids/adults/students/seniors pay|set me back|run me|£/$/€ for|hm is/are/for/4/r|cheaper/cheap/cheapest/expensive|how much|howmuch|hows much|hw much|price/prices/pricing/pricelist/prise|cost/costs|charge/charges|rates|your/ur/the/a rate|rate for|fee|damage for|the damage|quote|ballpark|pay less|pay more|discount/discounts/deal/deals/promo/promos/promotion/promotions/specials|come to in total|going rate",
            "student/senior/military/kids/kid/childrens/veteran/pensioner discount/price/prices/rate/rates/pricing",
        ),
    ),
    (
        "payment",
        "gift card/cards/voucher/vouchers|gpay/paytm/upi/phonepe/revolut/monzo/amex/swipe/tap|pay online/after/before|at the desk/counter/till/door|take/accept/with/by debit/cheque/cheques/transfer|card/cards/contactless/cash/venmo/zelle/paypal/mastercard/visa|apple/google pay|pay by/with/in|can/could i pay|bank transfer|deposit|prepay|pay upfront/up front/ahead/beforehand|pay in advance",
    ),
    (
        "walk_ins",
        "walk in/ins|walkin/walkins|just walk/show/turn in/up|just come by/in|turn up|without an appointment/booking|without booking|do i need an appointment/booking",
    ),
    ("foreign", FOREIGN),
    ("afar", AFAR),
    ("visiting", VISITING),
    ("premises", PREMISES),
    (
        "insult",
        "idiot/idiots/moron/stupid/dumb/dumbass/bullshit/asshole/bastard/bitch/wanker/dickhead/crap/shit/shitty/clown/fuck/fucking/fck/fuckers|you suck|this sucks|piss off|screw you|shut up|go to hell|wtf",
    ),
    (
        "absent",
        "cant/cannot/couldnt do today/tomorrow/friday/saturday/monday/tuesday/wednesday/thursday/fri/sat/mon/tue/tues/wed/weds/thu/thur/thurs anymore/now|cant/cannot/couldnt do fri/sat/mon/tues/weds/thurs/friday/saturday/monday/tuesday/wednesday/thursday no more/longer|cant/cannot/couldnt make it/-|cant/cannot come|wont make it|wont be able|not going to make it|not gonna make it|not able to come/make|i cant attend|unable to make/come",
    ),
    (
        "undone",
        "is/was/were/has/did my/our/the appointment/appt/booking/reservation/slot been/get/got/- cancelled/canceled/deleted/removed|who/why/how/whos cancelled/canceled/deleted/removed",
    ),
    (
        "hindered",
        "cant/cannot/couldnt/cnt make/attend/come/keep/do|unable/not able/wont be able to|not going/gonna make/be",
    ),
    ("but", "but/except/however"),
    ("clause", "so/but/then/cos/because/although/though"),
    ("one", "one/option/slot/choice"),
    ("option", "option/number/choice/no/opt"),
    ("late_word", "late/behind/delayed/delay"),
    (
        "reason",
        "something/summat/things came/come/cropped/popped up|came/come/cropped up|kid/kids/son/daughter/wife/baby/dog/car/van is/are/- sick/ill/poorly/broke/broken/down|stuck at/in work|not feeling/- well/great|under the weather|at work|from work|family emergency|running about/around",
    ),
    (
        "praise",
        "job/work on the/my/me|best/great/class/lovely/unreal/deadly/amazing/savage/cracking/perfect haircut/cut/fade/trim/shave/beard/colour/color|love/loved/loving/happy my/the/with haircut/cut/hair/fade/trim/beard",
    ),
    (
        "rather",
        "i/we/- meant|but i/we/id/wed/now now/- need/want/prefer/like|but/and could do with|but/and need|but/and can only|but/and would prefer/rather|but/and want|rather/prefer|suit/suits/be/is/works/work better|better for me|suit/suits me/- better|actually suit/suits better",
    ),
    ("lasting", "how long|how much longer/long"),
)

# Phrases of which a part alone would tell an intent that nobody has here.
OVERHEARD = either(
    "you/u still going|still going to|congrats/congratulations on the/your/- new shop/place",
    "rent/renting a/the/out/- chair/chairs/space/spaces|rent a chair out",
    "let you/u/ya/ye know/no later/-",
    "forgot/forgotten/forget my/our/the appointment/appt/booking/slot was/is/were",
    "good/best luck|best of luck",
    "before you/u/ye/ya/yall close/shut/finish/lock/knock",
    "i/ill/well/can/will/to/iam/im/happily wait/waiting",
    "no hurry/rush|cancelled/canceled on me/us",
    "clarify/explain/elaborate/rephrase that/it/this/me/- further/more",
    "not sure|unsure|im not sure|i dont know|dont know|idk|no idea|not certain",
    "my/his/her/busy/work/our schedule|if that/it/this/the/he/she/they/not time/one/day/slot/- isnt/is/not/- not/- available/free/taken/gone/full",
    "exchange/heart/interest/tax/mortgage rate/rates|close to|close by|close the/my/an account|parking lot/ticket/meter|ip/email/mac address",
    "change my/the/your hair/hairstyle/style/look/mind/name/pin/password/oil/card/light/channel/tires/tire|changed my/our mind",
    "book a/an/me/- flight/hotel/uber/taxi/plane/train/cruise|get/order/call/find/reserve me/us/- a/an/my/- flight/uber/taxi/cab/lift/ride/train/bus/ticket/tickets|books|a/good/new book|books to read|book recommendation/recommendations/club/store/report/title/review/reviews|open the/a/an/my/up|moving to a/another/the|im moving to|move to another",
    "what do you do if/when/about|moved/moving house/home/out/away/abroad|remind me to|what did you say/mean|what do you mean|standing order|on schedule|cost of living|what time is it|no later/earlier/sooner than|not before|not after",
    "my/our/his/her/billing/home/email address|my/our/his/her old/new/phone/mobile/cell/home/current address/number|my/our/his/her location|the owner of that/a/an|can/could/do/should i pay off/back/down|pay off my|first/what/which person|good morning/night/evening in/into",
    "just/- parking up|just parking|parked up|im parking|parked/parking outside/now",
    "be there in the|can/could be there in",
    "cant/cannot/couldnt get/make/come/be there/it/in til/till/until/before",
    "train/bus/flight/tram/luas/dart/tube/match/meeting/class/game/school/work/gig is/was/got/has/been/- cancelled/canceled",
    "get back to you/u/ye/ya",
    "later than i/we/expected",
    "whats/what is/- the move",
    "is there anything else/- you/u/i need/can/want/should|anything else you need/want",
    "the book of|wrote/write/read/reading/writing the/a/that/this/my/- book|move over/along/aside|good grief/lord/god/heavens",
    "my/a/the/our doctors/doctor/dentist/dentists/hospital/vet/vets/physio/gp/optician/opticians/therapy/eye appointment/appt",
    "a/famous/favourite/favorite quote from/about/by|got a/another meeting at|should/must i/we bring|bring with me/us",
    "shut up|was/were/am/im talking/speaking/texting/chatting/messaging/writing to/with someone/somebody else|meant for someone/somebody else",
    "how much should i",
    "where did/had i/we|time difference/zone/zones|whats/what is/- todays date|what/which/whats day/date is/was/- it/today/christmas/xmas/easter/halloween/thanksgiving",
    "when/whens is/was/- my/your/the/his/her mums/moms/dads/wifes/husbands/sisters/brothers/sons/daughters/kids/friends/- birthday/anniversary/wedding/exam/interview/flight/train",
    "you/u sound like|a/another/bedtime story|the story of|been/was/were/got/getting charged a/an/- extra/- fee/fees/extra/more",
    "do you/u have a/any/- feelings/friends/family/boyfriend/girlfriend/hobby/hobbies/pets/name/favourite/favorite/dreams/soul/heart/birthday/brain/parents",
    "have/got/know/found/saw/see the/your/its/that/their address/location/number",
    "who am i talking/speaking/chatting/texting/messaging/writing/dealing to/with/-|who is this talking/speaking/-",
    "come/came/coming down with a/the/something/flu/covid/-",
)
