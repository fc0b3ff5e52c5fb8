"""How English-speaking customers ask for a free time, or for an appointment."""

from application.understanding.text.words import either

_DAY = (
    "today/tomorrow/todays/tomorrows/tonight/monday/mondays/tuesday/tuesdays/wednesday/wednesdays/"
    "thursday/thursdays/friday/fridays/saturday/saturdays/sunday/mon/tues/weds/thurs/fri/sat"
)

AVAILABILITY = either(
    "opens/frees/comes up",
    "any one free/available/in|can/could you/u/ye do later/earlier/sooner",
    "how far booked/ahead/out|long wait/queue/line",
    "when do/does you/u/ye/yall have/got",
    "how long need/must/gotta to/- wait|you/u/ya/ye/yall cutting",
    "whatcha/watcha/whachu/whatchu got/have",
    "you/u/ya/ye/yall in the shop|you/u/ya/ye/yall in today/tomorrow/now/later",
    "got/have nothing|nothing free/available/left/earlier/later/sooner/else",
    "how soon can/could|how long would/do i have to wait|how long is the wait|whats the wait|still free/available/open|have to wait|wait time|waiting time|is there a wait/queue/line",
    "whos/who free/available/working/in/on/cutting|who is cutting|who is free/available/working/in/on|who can do|who works|who have you got",
    "available/availability/availabilities/openings/avail/availible/availabe|any openings|an opening|opening/openings on/at/for/this/in",
    "free slot/slots/time/times|any slots/slot/gaps/gap/cancellations/luck|slots/slot",
    "do/does you/u/yall/ya/they guys/- have/got anything/something/any/an/time/space/room/a",
    "do/would/will you/u/yall/ya/they guys/- have/got any/an/- appts/appt/appointments/appointment/apts/openings/times/slots/space/spots/room/gaps/availability/time",
    "have anything|taken|anything free/open/available/left/for|anything|got anything|got any|got space/room/time|you/u got|got an/a opening/slot/spot/space",
    "what/which times/slots|what time can|what times do you/u have|is/are there anything/something/any/space/room|any space/room/chance/availability|whats free/available/open/left",
    "what do you have|what have you got|what you/u got|when can/could/would|when is|whens|whens the next/earliest|next/first/earliest opening|spaces|spots|spot|fully booked",
    "booked up/solid/out|busy|packed|slammed|swamped|full up",
    "are/r/is you/u/ya/yall/they/he/she guys/- free/available/around|you/u/yall free/available|what days/day is/are/does/do/can",
    "see/check if/whether you/u/they/theres/there/anything/anyone/any/he/she",
    "is that all you/ye/they have/got|is that all|is that it",
    "any other days/day/times/time/slots/slot/options/openings",
    "a/any/the/- cancellations|any/a/the cancellation",
    "have/got you/ye/yous anything/something/any",
    "something/anything/anywhere/spot/slot/gap opens/opened/comes/frees/pops/becomes up/free/available",
    "you/ye/yall/ya/they got/have any/a/- chairs/chair/seats/seat|you/u/ye/yall/ya got open/free/left/going/available|you/u/ye/yall/ya have open/free/left/going",
    "have/got you/ye/yous time/space/room/slots/gaps/spots",
    "do/have you/u/ye have/got/do/- the same on/at/for|show/send/give me/us some/the/- different/other/others/more times/slots/options/days/dates/-|what/which/any other barber/barbers|different/other/more/alternative times/slots/options/days/dates",
    "are/is you/u/ye/yall/he/she/they in the/- shop",
    "has/have/did anyone/anybody/someone cancelled/canceled/cancel|anyone/anybody cancelled/canceled",
    "show/send/give/tell/see me/- what you/u/ye have/got|what youve got",
    "how much longer/long|how long till/til/until/before i/you/he/she/it/there/they",
    "what else have/do/did/can/could/would you/u/ye/yall|what else is",
    "how long/longs is/- the queue/line/wait",
    "what/which time/times/day/days could/would/can you/u/ye/ya/he/she",
    "how long would/will/do/might i/we wait|how long would/will i/we be waiting",
)

BOOK = either(
    "get/have/book/do the same slot/time/day/one",
    "run me a/an/the/that/my",
    "slot/pencil/fit/squeeze me/us for/at/on",
    "book/reserve/schedule/bookin/resrve/boook|make/set/fix/schedule/arrange/organise/organize an/a/my/- appointment/appt/apt/apointment/appoinment/booking/reservation/meeting/visit",
    "set/setting up a/an|arrange/organise/organize a/an|make/set/setting up an/a/- appointment/appt/meeting/booking/visit|make a booking/reservation|arrange an/a/- appointment/meeting/visit|set something/it/one/this up",
    "book/reserve/grab/take/save/hold/get/need/want/secure/lock/find/give/have me/us/- a/the/that/this/your/an/- slot/spot/seat/chair/space",
    "need/want/get/like/have one for|need/want/get one too/also/aswell",
    "get/book/find/give me/us an/a/my/the/- appointment/appt/apt/booking/reservation|get an appointment/appt|need an appointment/appt",
    "fit/squeeze/slot/slip/slide/get/pencil/book/put/work/sneak/pop/fix/sort me/us/him/her/them in|fit me|squeeze me|slide in|slot us|sort me out|fix me up",
    "fit/squeeze/slot/get my/the son/sons/kid/kids/dad/husband/brother/boy/friend in",
    "put me/us/him/her down|put me/us with|sign me/us up|hook me/us up|set me/us up|lock me/us in|write me in|pencil me in|mark me down",
    "come in|come by|come thru/through|pop in/by/round|stop by/in|swing by/through|pull up|roll through/up|drop in/by|pass by|jump in|get in|be seen|get seen",
    f"give/get/put/do me/us on/- {_DAY}|do {_DAY} instead",
    "put me/us in the|i want in|book it|book this|book that|schedule me/it/us",
    "stick/chuck/throw/shove/whack/bung/lash me/us/him/her in/on/down|stick me/us in on",
    "put my/me/our name/names down",
    "put/get/book/fit/squeeze my dad/da/father/mum/mam/mom/wife/husband/son/daughter/lad/boy/brother/sister/friend/mate/kid/kids/sons/boys/lads/fella/partner down/in",
)
