"""What English customers want: the phrases that tell an intent, or help to decide one."""

from application.understanding.reading import Intent
from application.understanding.words import either

_FINE = (
    "good/great/fine/nice/ok/okay/perfect/wonderful/lovely/amazing/awesome/excellent/fantastic/"
    "better/right/cool/grand/mint/smashing/alright/ideal/brilliant/correct/fab/sweet"
)
_MINE = "my/the/our/that/this/an/a/-"
_VISIT = (
    "appointment/appointments/appt/appts/apt/apts/apointment/appoinment/booking/bookings/"
    "reservation/reservations/session/slot/haircut/cut/trim/visit/meeting/table"
)
_DAY = (
    "today/tomorrow/todays/tomorrows/tonight/monday/mondays/tuesday/tuesdays/wednesday/wednesdays/"
    "thursday/thursdays/friday/fridays/saturday/saturdays/sunday/mon/tues/weds/thurs/fri/sat"
)
_YOU = "you/u/ya/yall/they/yous"
_FRIENDLY = (
    "legend/lifesaver/star/gem/best/champ/angel/saint/genius/doll/peach/goat/king/queen/hero/"
    "treasure/mensch/dear/sweetheart"
)
_KIND = f"{_FRIENDLY}/helpful/kind/awesome/amazing/great/wonderful/brilliant"

WISHES: tuple[tuple[Intent, str], ...] = (
    (
        "greeting",
        either(
            "heey/hii/hi/hello/hey/hiya/howdy/yo/sup/heya/greetings/ello/oi/gday/hullo/aloha/gm",
            "hey/hi/hello/yo/hiya/morning/evening there/again/guys/all/everyone/team/folks/everybody",
            "good morning/mornin/mornings/afternoon/evening/evenin/day",
            "morning/mornin/afternoon/evening !|morning/mornin/afternoon/evening , how/hows/can/could/i/im/is/are/do/any/just/hope/its/what/whats/would|top of the morning|morning all/everyone/guys/team/mate/bro/man",
            "is/- anyone/anybody there/around/home|are you there|you there|is this the barbershop",
            "whats/wats/what up/good/new/happening/cracking/crackin/poppin/popping/shaking/cookin",
            "wassup/whatsup/wazzup|what is up/new/happening",
            "what are you doing today|what are you up to|what have you been up to",
            "how are/r you/u/ya/yall/things/we|how are/r you/u/ya/yall this morning/afternoon/evening|how are/r you/u doing/feeling/today|hru|how you doing/doin",
            "hows it going/goin|how is it going|hows/hows everything/things/life/tricks|how is everything/life",
            "hows/how your day/morning/week/evening|how is your day/morning/week/evening",
            "how was/has your day|how do you do|how have you been|how you been|how is life treating you",
            "you doing well|are you doing well/okay/good/alright|you alright|you ok|everything ok/okay/good",
            "good/nice/great/pleasure to see/meet you/ya/u|its/- good/nice/great to talk/chat to/with you/ya|its good/nice/great to see/meet you|whats/wats going/goin on today/-|what is going on|pleased to meet you|long time no see",
        ),
    ),
    (
        "services",
        either(
            "do kids|do you also|do you cut/colour/color/shave/dye/trim/style/wash|do they cut/do|included",
            "gift card/cards/voucher/vouchers/certificate/certificates|set me back|run me|cheaper/cheap/cheapest/expensive",
            "pay/leave/need/take/require a/- deposit|deposit needed/required",
            "pay upfront/up front/ahead/beforehand|pay in advance|prepay|pay by/with/in card/cash/phone",
            "can/could/do/should i pay|do i have to pay|pay now/later/first|take cards/cash/venmo/zelle/paypal|apple/google pay|do you only take cash",
            "cash only|card only|cash or card|card or cash|is/are cash/card/cards ok/okay/fine/accepted",
            "bank transfer|just walk/show/turn in/up|just come by/in|without an appointment/booking",
            "without booking|turn up|do i need/have to book/appointment|need to book ahead/first|tipping|leave/give a/- tip/tips|do you accept/take tips",
            "what services do you have/offer|how much|howmuch|hows much|hw much|how expensive|whats the price/cost/damage",
            "what is the price/cost|price/prices/pricing/cost/costs/rates/fee/charge/charges/pricelist/prise",
            "damage for|the damage|£/$/€ for|hm is/are/for/4/r|price list|quote|what do you/u/yall charge/ask|what would i/it pay/cost/come",
            "what does it/a cost/run|come to in total|ballpark|going rate|pay less|pay more|free of charge|kids/adults/students/seniors pay",
            "what services|which services|services|treatments|what do you/u/yall do/offer",
            "u do|you/u guys/lot/all do/offer/sell|yall do/offer/sell|whats on the menu|on the menu|your menu|menu|do/does you/u/yall/they/ye guys/- do/offer/sell/have/stock a/an/any/-",
            "do you/u/yall/they guys/- take/accept/use|accept cards|sell/stock/carry",
            "walk ins|walkins|walk in|do i need an appointment|difference/diff/discount/discounts/deal/deals/offers/promo/promos/promotion/promotions/specials",
            "student/senior/military/kids/kid/childrens/veteran/pensioner discount/price/prices/rate/rates/pricing",
            "if i cancel|cancellation policy/fee|how long does|how long is|how long will|how long would|how long do|what kind/sort/type of|which cuts|total",
            "unisex|rating/ratings/rated/stars/reviews|how many stars|highly rated|kid friendly|good with kids",
        ),
    ),
    (
        "hours",
        either(
            "opening hours/times|your hours/hrs|the hours/hrs|hours of|store/shop/working/trading hours/hrs|hours/hrs today/tomorrow/on/for/this/sunday/saturday/monday|whats/wats hours/hrs",
            "open/opened/close/closed/opening/closing/closes/opens/shut/shuts|shut/lock up/down",
            "what/wat time do/does/u/you you/u/yall/ya/they/guys/the open/close/shut/start/finish/shop",
            "what time does the shop open/close/shut|what time do you guys open/close/shut/start/finish",
            "when do/does you/u/yall/they/it open/close/shut/start/finish|what time/times are you open",
            "are/r you/u/yall/ya guys/- open|when are you open|how late/early are you/u/yall open|business hours|what are your hours",
            "until/till/til what time|open till/til/until when|how late do you/u work/stay|stay open|open on/tomorrow/today/now/late/early",
            "what days are you/u/yall open|which days are you open|days off|holiday hours",
            f"{_YOU} guys/- working/open/closed christmas/thanksgiving/easter/holidays/memorial/labor",
        ),
    ),
    (
        "address",
        either(
            "where/whereabouts about/abouts/- are/r you/u/yall/ya|where is it|wheres/where is/- the/your/ur/yalls/this shop/barbershop/salon/place/store/spot/barbers",
            "where are you guys|where are yall|whats/what is/- your/ur/the/their/its address/location/postcode/zip/zipcode",
            "address/adress/addy/addres/directions/location/located/parking/postcode/zipcode/postal|zip code|street name",
            "how do i get there|how to get there|how can i get there|find you|your/ur place|how do i get to|where do i go|where exactly",
            "phone/contact/telephone number|what city|what area/street/neighborhood|where you/u/yall at|where you/u located",
            "send me/- your/the/a/ur pin/map/location|google maps/map|nearest/closest station/bus/subway/metro/tube",
            "somewhere/anywhere/where/place to park|park near/nearby/close|can i park|car park|near the station|landmark/landmarks",
            "whats their/your/ur/its number/phone|what is their/your/ur/its number/phone|their/your number|number there|the phone number|contact info/details/information|street address|get in touch",
        ),
    ),
    (
        "availability",
        either(
            "how soon can/could|how long would/do i have to wait|how long is the wait|whats the wait|still free/available/open|have to wait|wait time|waiting time|is there a wait/queue/line",
            "whos/who free/available/working/in/on|who is free/available/working/in/on|who can do|who works|who have you got",
            "available/availability/availabilities/openings/avail/availible/availabe|any openings|an opening|opening/openings on/at/for/this/in",
            "free slot/slots/time/times|any slots/slot/gaps/gap/cancellations/luck|slots/slot",
            "do/does you/u/yall/ya/they guys/- have/got anything/something/any/an/time/space/room/a",
            "do/would/will you/u/yall/ya/they guys/- have/got any/an/- appts/appt/appointments/appointment/apts/openings/times/slots/space/spots/room/gaps/availability/time",
            "have anything|taken|anything free/open/available/left/for|anything|got anything|got any|got space/room/time|you/u got|got an/a opening/slot/spot/space",
            "what/which times/slots|what time can|what times do you/u have|is/are there anything/something/any/space/room|any space/room/chance/availability|whats free/available/open/left",
            "what do you have|what have you got|what you/u got|when can/could/would|when is|whens|whens the next/earliest|next/first/earliest opening|spaces|spots|spot|fully booked",
            "booked up/solid/out|busy|packed|slammed|swamped|full up",
            "are/r/is you/u/ya/yall/they/he/she guys/- free/available/around|you/u/yall free/available|what days/day is/are/does/do/can",
            "can you/u see/check if|see if you/u/they have|check if there is/there",
        ),
    ),
    (
        "book",
        either(
            "book/reserve/schedule/bookin/resrve/boook|make/set/fix/schedule/arrange/organise/organize an/a/my/- appointment/appt/apt/apointment/appoinment/booking/reservation/meeting/visit",
            "set/setting up a/an|arrange/organise/organize a/an|make/set/setting up an/a/- appointment/appt/meeting/booking/visit|make a booking/reservation|arrange an/a/- appointment/meeting/visit|set something/it/one/this up",
            "book/reserve/grab/take/save/hold/get/need/want/secure/lock/find/give/have me/us/- a/the/that/this/your/an/- slot/spot/seat/chair/space",
            "get/book/find/give me/us an/a/my/the/- appointment/appt/apt/booking/reservation|get an appointment/appt|need an appointment/appt",
            "fit/squeeze/slot/slip/slide/get/pencil/book/put/work/sneak/pop/fix/sort me/us/him/her/them in|fit me|squeeze me|slide in|slot us|sort me out|fix me up",
            "fit/squeeze/slot/get my/the son/sons/kid/kids/dad/husband/brother/boy/friend in",
            "put me/us/him/her down|put me/us with|sign me/us up|hook me/us up|set me/us up|lock me/us in|write me in|pencil me in|mark me down",
            "come in|come by|come thru/through|pop in/by/round|stop by/in|swing by/through|pull up|roll through/up|drop in/by|pass by|jump in|get in|be seen|get seen",
            f"give/get/put/do me/us on/- {_DAY}|do {_DAY} instead",
            "put me/us in the|i want in|book it|book this|book that|schedule me/it/us",
        ),
    ),
    (
        "move",
        either(
            "move/moved/reschedule/rescheduling/rescheduled/resched/reshedule/reschdule/rebook/postpone/postponed",
            f"change {_DAY} to|bring it/that/this|bring my/the appointment/appt/booking/slot/session/cut/haircut|change my/the/our/this/that appointment/appt/booking/time/day/date/reservation/meeting/slot",
            "change my|change the time/day/date/appointment|change it|move my/the/it/me/our/that/this/us|can/could/to i move",
            "push/bump/slide/nudge/shift/knock my/the/it/me/our/that/this/us/mine back/up/forward/-|push it|push back|put off|put my|put it off|put it back",
            "switch/swap/alter/adjust/delay my/the/our/it/that/this|switch to/from|change to|change from|move to|move from|bring forward|bring it forward",
            "a/- different/another/other/new/better/later/earlier time/day/date for my|later/earlier than my|make it later|make it earlier|wrong day/time/date",
            "change that|change/move/amend/modify/update/switch appointment/booking/reservation/appt/date/time/day|amend/modify my/the/our/that/current|amend",
            "can/could my/our appointment/appt/booking/tuesday/wednesday/monday/thursday/friday/saturday/2/3/4/5/6/10/11/12/1/9|put me back/forward|need to change|have to change|want to change|like to change|change my appointment|come a different day/time|come another day|a different day instead",
        ),
    ),
    (
        "cancel",
        either(
            "i/- dont need the/my/an/that/it/this any/appointment/appt/booking/anymore|i/- dont need it/anymore|no longer coming|no need for the/my/an/that/it|not coming|wont be coming|aint coming",
            "cxl/cncl/canx/cansel/cancal/canel/cancel/cancell/cancle/cancelling/canceling/cancellation/cancelation/cancelled/canceled/cancell/cnacel/cancl",
            f"scrap/ditch/bin/kill/drop/delete/remove/skip/axe/release/void/undo/withdraw {_MINE} {_VISIT}",
            "drop/scrap/delete/remove/bin/ditch/skip that/this/my meeting/11/booking|free/give up my slot/spot|give my slot/spot away/to",
            "delete/undo/scrap/remove it|sack off/it|sack it off|knock it on the head|pull/take my name out/off|dont worry about my/the appointment/appt/booking/slot|do not book me for/in|dont book me for/in|no haircut/cut/appointment today/tomorrow|call off|call it off|called off|take my name off|take me off the books/book/schedule/calendar/diary",
            f"take me off {_DAY}|bail on|bail/bailing out/on|back out|pull out|get rid of my|have to miss|going to miss|gonna miss|need to miss",
            "cant/cannot/cnt/couldnt make/come/attend|cant make it/in/that|cannot make it|cant come in/anymore|cant be there|cant get there/in|cant keep|cant do it",
            "wont/will/not be able to|wont be able|wont be there|wont be in|not going to make/come|wont make it|not able to come/make|unable to make/come/attend|will not make it",
            "i cant attend|no longer need|no longer want|no longer able|forget my appointment/appt/booking|not gonna make/be/come|dont want it anymore|cancel everything",
            "changed my/our mind about|forget about my appointment/appt/booking|not gonna be able|forget the appointment/booking",
        ),
    ),
    (
        "my_appointments",
        either(
            "who am i with/seeing|who am i booked with/in|which barber am i|my appointments/appts/bookings/apt/apts",
            "appointments/appts/apointments/apts/bookings/reservations/appointment/booking do/have/did i have/got/make",
            "appointments/appts/bookings i have/made/got|my upcoming|any upcoming appointments/bookings|upcoming appointments/bookings|do i have any appointments/appts/bookings/-",
            "have i got any/an appointments/bookings/appointment/booking|when is my|whens my|when was my|what time is my|whats/what was/is the date/time/day of my|what time was my",
            "in the book/books|on the books for me|did you/u save/keep/hold me/my|whats my time/slot|check if i have|when am i|what time am i|what time are/r we|what time do i|when do i come|what day am i|what day do i|do i have an/a appointment/appt/booking/meeting/slot|do i still have",
            "show my|show me my|check my|check on my|did my booking/appointment|is my appointment/booking/appt|confirm my|remind me",
            "am i booked/down/confirmed/in|am i still on/in/good|am i all set|are/r we still on/good|is it still on/happening|have i got|do you/u have me|have you/u got me|got me down",
            "my appointment/appt/booking/reservation|my next appointment/appt/cut/haircut/visit/booking/trim|my last appointment/visit/cut|whos my|who is my|do i have anything",
            "what have i booked|what did i book|did i book|did i make/have/get|did it go through|did you get my|still on|forgot/forget what/when/which|cant remember/recall when/what|my meeting",
            "find my appointment/booking/appt|see/view/look my appointment/booking/appointments/bookings|look up my|details of my",
        ),
    ),
    (
        "confirm",
        either(
            "yess/yeh/yas/yes/indeed/yeah/yep/yup/yea/ya/ok/okay/okey/k/kk/sure/perfect/correct/confirm/confirmed/absolutely/definitely/great/fine/cool/awesome/fantastic/deal/agreed/excellent/accept/alright/yessir/affirmative/okie/aight/ye/yh/yeahh/yus/okk/oki/definately/defo/deffo/brill/splendid/okayy/yesss/mhm/y",
            "right/true/exactly/precisely/aye/totally/certainly/positive/naturally/roger/amazing/wonderful/lovely/brilliant/super/bet/surely/undoubtedly/sweet/dope/done/sold/facts/word/neat/bueno/good",
            f"that/this/it/which/- sounds/sound/seems/looks/works/is just/very/really/pretty/- {_FINE}",
            f"that/this/it/- will/would be/work/- just/- {_FINE}",
            f"thats/thatll/thatd/itll/itd/its be/work/- just/very/really/so/- {_FINE}",
            "thats/it/is/s true|thats/that is/- it|thatll/that/it/this/thatd will/would/ll/d/- do/work|thatll do|thatd work|ill work|its true|works for me/us|works|that works|it works|works well",
            "thats/its/thatll the one i/we/- want/like/need/wanted/-|that/this/it is the one i/we/- want/like/need/wanted/-|go ahead|go for it|go on then|go on|of course|please do|all good|do it|for sure|no problem|no worries|lets do it/this/that|lets go",
            "will work|would work|i like|i/id/we like/love that/it/this|it is|they are|it sure is|sure is|sure thing|you bet|you got it|you have it|got it|got it right|you are right|youre right|thats right|thats correct|thats a yes/affirmative|that is a yes|a yes from me",
            "im happy with|i confirm|i/id do/believe/think/guess/suppose so|i agree|i accept|by all means|without a/- doubt/question|im/i am/- ok/okay/good/fine/happy/cool/down with that/it/this|thats/that/it/this is/- what i want/need/meant/said|sounds/looks/seems about/all/quite right/good|that checks out|you can say that again|sounds like a plan|its a go/yes/plan/date/deal|mm/m hmm/hm|mmhmm/mhmm/uhhuh|couldnt agree more|not a problem|why not|cant wait|no issue/issues|hell/heck/oh/why yes/yeah|yes please|yes indeed|very well|fair enough|okey dokey/doke|okie dokie|uh huh|say less|count me in|im in|im down|suits me|fine/ok/okay/good by/with me|no objections|no doubt|can we please|can you please|please and thank you|100|100 percent|spot on|lock it in|go/roll with that/it/this|lets roll|ill take it/that/this/them|we have a deal|its a deal|sign me up|book it|why not|might as well|couldnt be better|thumbs up|most definitely/certainly|that is so|that is indeed|indeed it is",
            "👍|✅|👌|🙌|✔|💯|🤝|👊",
        ),
    ),
    (
        "deny",
        either(
            "nm/n/no/nope/nah/nay/negative/disagree/false/never/noo/nooo/naw/nahh/incorrect/untrue/wrong/nothing/none/neither/pass",
            "hold off|hold off on that/it|didnt say|i didnt say/ask/mean/want|i doubt it|im/i afraid not|am afraid not|not so fast|not in a million years|cant be right|thats/that/it/this/thats/its is/was/- not/never|thats not it/right/correct/true/me/what|no thanks|no thank you|no ty|no thx|not really|not now|not yet|not at all|not a chance|not for me|not happening|not so|not true|not it",
            "dont|do not|not that|i dont/didnt think/believe|i dont think/believe so|i dont like|i dont want that/this/it|i would not|i wouldnt|i refuse|i decline|ill pass|hard pass|i disagree|id rather not|rather not|prefer not",
            "no way|no sir|no mam|no maam|no chance|no i dont|hell/heck/oh no|of course not|absolutely/definitely/certainly/really/probably not/nothing/no|maybe not|perhaps not|guess not|think not|uh uh|nuh uh|by no means|under no circumstances|there is no way|theres no way|out of the question|a no|say/be no|that is false/wrong/incorrect/untrue|thats false/wrong/incorrect/untrue|not even|no siree",
            "not/isnt/aint/wasnt/arent ok/okay/fine/good/great/perfect/cool/true/correct/right/accurate/interested/happy/ideal/convenient/possible/suitable|doesnt/didnt/dont/wont sound/look/seem/work/suit",
            "maybe/perhaps later|maybe/perhaps another time|maybe/perhaps some other time|maybe/perhaps at a later time|at a later time|some other time|another time|in the future|not just yet|ill do it later|that doesnt work|doesnt work|wont work|scrap that/it|never mind|nevermind|nvm|forget it/that/about|leave it",
            "thats wrong|that is wrong|they are not|it is not|isnt|incorrect|not quite|another one|other one|something/anything/someone/somewhere/nothing else|different one",
            "nothing for/right now/today|not for now|not right now|not at this/the time/moment|no thanks for now|no thank you for now|im/i all/am good/set/fine/ok/okay|im okay/good/fine/set|im good thanks|nothing else/more|no more for/right now|no more|nothing else for now|nothing else i need|dont need anything/nothing more/else/-|dont need anything/nothing more/else/- right/for now/today",
            "👎|❌|🙅|🚫",
        ),
    ),
    (
        "late",
        either(
            "hour late|an hour late|half an hour late|mins/minutes/min behind|running late|running behind|runnin late|running a/- bit/little late/behind|im late|ill be late|i will be late|be late|going to be late|gonna be late|be there late|a bit late|a little late|mins/minutes/min/m late|minutes behind|stuck in traffic|be delayed|arriving late|delayed|few minutes late|hit traffic",
        ),
    ),
    (
        "person",
        either(
            "charged me twice|charged twice|double charged|not a bot/robot/machine|human/agent/manager/operator/representative/receptionist/supervisor/complaint/complain/refund/rude/terrible/awful/unacceptable/ridiculous/disgusting/botched/ruined/disappointed/scam",
            "a/real/actual/live/different person|person/somebody/someone real|the owner|owner/staff/person please/now|speak/talk/chat to/with someone/somebody/anyone/a/the/your/you|speak directly|speak/talk with/to|call/ring/phone me/us back/-|give me a call/ring/bell/buzz/shout|gimme a call/ring/bell/buzz/shout|bell me|can someone call",
            "someone/somebody/person from/at/in the/your|customer service/support/care|real/live/actual human|messed up my|not happy with|worst|are/r you/u/this a/an bot/robot/ai/machine|is this a bot/robot/machine/real|unhappy|useless|lawyer",
            "connect me|put/patch me through/thru|patch me over|transfer me|pass me to/on|get me someone/somebody|get me your/the/a manager/owner/boss/supervisor|reception|front desk|to someone/somebody else|agents|bots|bot isnt/is/doesnt|stupid bot|dont want to talk/speak|want to talk/speak/complain|have to speak/talk|someone i can talk/speak|not helping|isnt helping",
        ),
    ),
    (
        "opt_out",
        either(
            "take me off|stop/quit bothering/contacting/spamming/writing/harassing/pinging me/-|quit texting/messaging me/-|leave me alone|unsubscribe|unsubscribe me|stop messaging|stop texting|stop sending",
            "dont/do message/text/msg/send/contact/write/not me/message/contact/text/send|no more/further messages/texts/reminders/msgs/notifications|opt out|opt me out|stop contacting|remove me from|lose my number|delete my number|remove my number|take my number|stop the reminders/messages/texts|pack it in|turn off reminders/notifications",
        ),
    ),
    (
        "my_data",
        "information/info/data do you have about me|delete my data|my data|my personal data|what data|erase my data|delete all my data|data you have|my information you|gdpr",
    ),
    (
        "thanks",
        either(
            "thanks/thank/thx/ty/cheers/tysm/thnx/thanx/tks/thankyou/thankss/tyvm/ta/tnx/thks|thank you/u/ya/yall|much appreciated|very/so/really/greatly appreciated|appreciate it/you/that/this/your|appreciate/appreciated/grateful/thankful/obliged|nice chatting",
            "thats/that/it is/will/-/ll be/- all|thats all i/we/- need/needed/wanted/have/got|that is all i/we/- need/needed/wanted/have/got|thats all i need/needed help with right/for now|thats all i need help with|thats all for now/today|that is all for now/today|all set/good/done for now/today|im all set|thats everything|that is everything|that will be all|thatll be all|all i need/needed for now/today/the moment",
            "many thanks|thanks a lot/bunch/million/ton|thanks for now/today|thanks again|ta very much|nice one|much obliged|bless you/u|kind of you|very kind|you rock|you the best|my man|big up|props|kudos",
            f"you/u are/r a/the/so/very/super/really/extremely/most/- {_KIND}|youre/ur a/the/so/very/super/really/extremely/most/- {_KIND}",
            f"youve been a/so/such/very/super/really/extremely/most/- {_KIND}|a/an/the real/absolute/total/true {_FRIENDLY}|you/u {_FRIENDLY}",
            "helpful|that/this/it/you was/were so/very/really/- kind/helpful/great/useful/awesome/sweet|i value/admire/love/treasure/like/enjoyed your/this/the help/answer/assistance/service|good looks|good looking out|a great/big/huge/real/massive help|been a/such/great/so help|very/so/super/really/extremely/most helpful|you/youve helped/saved|helped me|that/this/it helps/helped",
            "well done|job well done|good/great/nice/awesome/excellent/amazing/fantastic job/work/answer/response/reply/service|your/the/that answer/help/response/info/information/reply/assistance/service/time was/is",
            "happy/pleased/satisfied with/for your/the/this answer/service/help/assistance|enjoyed your/the|for your/the/all help/assistance/time/answer/response|for the help/answer/info|🙏",
        ),
    ),
    (
        "goodbye",
        either(
            "on my way|omw|im here/outside|just arrived here|bye/goodbye/cya/byebye/laters/ciao/farewell/bbye/adios|bye bye|good bye|see you/ya/u/yall/yous|see you then/soon/later/there/tomorrow|see u then|c u|cu|have a good/great/nice/lovely/wonderful/blessed/fantastic/fab one/day/evening/night/afternoon/weekend/rest/time",
            "have a good/great one/day/night|good night|take care|take it easy|talk later/soon|talk to you later/soon|ttyl|ttys|later|goodnight|night night|gotta go/run/bounce/get|got/have to go/run/bounce|gotta get going|gotta/have to get going|i have to go|i gotta go/run|need to go|catch you/ya later|peace out|until next time|till next time|so long|enjoy your day/weekend/evening",
        ),
    ),
)

WHOLE: tuple[tuple[Intent, str], ...] = (
    (
        "opt_out",
        "stop/unsubscribe/stopall|stop all|opt out|stop please|please stop|unsubscribe me|unsubscribe please",
    ),
    ("opt_in", "start/unstop/subscribe|opt in"),
    ("my_data", "my data"),
)
