"""How English-speaking customers move, cancel and ask after their appointments, or come late."""

from application.understanding.text.words import either

_MINE = "my/the/our/that/this/an/a/-"
_VISIT = (
    "appointment/appointments/appt/appts/apt/apts/apointment/appoinment/booking/bookings/"
    "reservation/reservations/session/slot/haircut/cut/trim/visit/meeting/table"
)
_DAY = (
    "today/tomorrow/todays/tomorrows/tonight/monday/mondays/tuesday/tuesdays/wednesday/wednesdays/"
    "thursday/thursdays/friday/fridays/saturday/saturdays/sunday/mon/tues/weds/thurs/fri/sat"
)

MOVE = either(
    "prepone/preponed/preponing/move/moved/reschedule/rescheduling/rescheduled/resched/reshedule/reschdule/rebook/postpone/postponed",
    f"change {_DAY} to|bring it/that/this|bring my/the appointment/appt/booking/slot/session/cut/haircut|change my/the/our/this/that appointment/appt/booking/time/day/date/reservation/meeting/slot",
    "change the name on my/our/the booking/appointment/reservation|postpone/rearrange till/until/to/by|when else can/could|change of time/day/date|change my|change the time/day/date/appointment|change it|move my/the/it/me/our/that/this/us|can/could/to i move",
    "push/bump/slide/nudge/shift/knock my/the/it/me/our/that/this/us/mine back/up/forward/-|push it|push back|put off|put my appointment/appt/booking/slot/visit|put it off|put it back",
    "switch/swap/alter/adjust/delay my/the/our/it/that/this|switch to/from|change to|change from|move to|move from|bring forward|bring it forward",
    "a/- different/another/other/new/better/later/earlier time/day/date for my|can/could you/u do later/earlier/sooner than my current/existing/own/- appointment/appt/booking/one/slot/-|later/earlier/sooner than my current/existing/own/- appointment/appt/booking/one/slot/-|make it later|make it earlier|wrong day/time/date",
    "change that|change/move/amend/modify/update/switch appointment/booking/reservation/appt/date/time/day|amend/modify my/the/our/that/current|amend",
    "can/could my/our appointment/appt/booking/tuesday/wednesday/monday/thursday/friday/saturday/2/3/4/5/6/10/11/12/1/9|put me back/forward|need to change|have to change|want to change|like to change|change my appointment|come a different day/time|come another day|a different day instead",
)

CANCEL = either(
    "no fit come/make/reach|no go fit|no dey come again/-",
    "i/- dont need the/my/an/that/it/this any/appointment/appt/booking/anymore|i/- dont need it/anymore|no longer coming|no need for the/my/an/that/it|no need to keep/hold it/the/my/that/a|not coming|wont be coming|aint coming",
    "cxl/cncl/canx/cansel/cancal/canel/cancel/cancell/cancle/cancelling/canceling/cancellation/cancelation/cancelled/canceled/cancell/cnacel/cancl",
    f"scrap/ditch/bin/kill/drop/delete/remove/skip/axe/release/void/undo/withdraw/strike/erase/wipe/clear/revoke/annul {_MINE} {_VISIT}|unbook",
    "drop/scrap/delete/remove/bin/ditch/skip that/this/my meeting/11/booking|free/give up my slot/spot|give my slot/spot away/to",
    "delete/undo/scrap/remove/annul/void/withdraw/revoke it|sack off/it|sack it off|knock it on the head|pull/take my name out/off|dont worry about my/the appointment/appt/booking/slot|do not book me for/in|dont book me for/in|no haircut/cut/appointment today/tomorrow|call off|call it off|called off|take my name off|take me off the books/book/schedule/calendar/diary",
    f"take me off {_DAY}|bail on|bail/bailing out/on|back out|pull out|get rid of my {_DAY}|have to miss|going to miss|gonna miss|need to miss",
    "cant/cannot/cnt/couldnt make/come/attend|cant make it/in/that|cannot make it|cant come in/anymore|cant be there|cant get there/in|cant keep|cant do it",
    "wont/will/not be able to|wont be able|wont be there|wont be in|not going to make/come|wont make it|not able to come/make|unable to make/come/attend|will not make it",
    "i cant attend|no longer need|no longer want|no longer able|forget my appointment/appt/booking|not gonna make/be/come|dont want it anymore|cancel everything",
    "changed my/our mind about|forget about my appointment/appt/booking|not gonna be able|forget the appointment/booking",
    "cant/cannot/couldnt do it|cant/cannot/couldnt do today/tomorrow/friday/saturday/monday/tuesday/wednesday/thursday anymore/now",
    "remove/delete/scrap/drop the one/ones",
    f"im out for/on {_DAY}|i am out for/on {_DAY}|cant/cannot commit to {_DAY}|rain check|going/gonna to/- stay home|staying home|instead of coming|pull my/our/the reservation/booking",
    "un book me/us/my/it|nobody/noone will be/is/- coming|none of us will be/is/are coming",
    f"not able to do/manage {_DAY}|unable to do/manage {_DAY}|wont/cant/cannot/couldnt manage {_DAY}/it/that|pass on {_DAY}|give/giving up {_DAY}|drop/strike/scratch me/us from|isnt/aint happening for/- me/us/-|not going/gonna to/- happen",
    f"cant/cannot/couldnt do my/the/our appointment/appt/booking/slot|withdraw/withdrawing from the/my/our|dont expect me/us|forget about {_DAY}",
    f"count me/us out|better not come/go/be|no need for {_DAY}",
    "take me off/out/down for",
    "not going to be able to make/attend/keep my/the/our/that appointment/appt/booking/slot|not gonna be able to make/attend/keep my/the/our/that appointment/appt/booking/slot|wont be able to make/attend/keep my/the/our/that appointment/appt/booking/slot|unable to make/attend/keep my/the/our/that appointment/appt/booking/slot",
)

MY_APPOINTMENTS = either(
    "what/which day/time/date did i/we say/tell/pick/choose/go",
    "we/still good/ok/okay/on for",
    "what time/day is it at/for/booked|what time is it at now|what time is it now at|when is it again/for|who am i with/seeing|who am i booked with/in|which barber am i|my appointments/appts/bookings/apt/apts",
    "appointments/appts/apointments/apts/bookings/reservations/appointment/booking do/have/did i have/got/make",
    "appointments/appts/bookings i have/made/got|my upcoming|any upcoming appointments/bookings|upcoming appointments/bookings|do i have any appointments/appts/bookings/-",
    "have i got any/an appointments/bookings/appointment/booking|when is my|whens my|when was my|what time is my|whats/what was/is the date/time/day of my|what time was my",
    "got/get/had/received/have no message/messages/text/texts/confirmation/reminder/email",
    "when is/was the/our appointment/appt/booking/reservation/visit/haircut/trim/cut|whens the/our appointment/appt/booking/reservation/visit/haircut/trim/cut",
    "booking/appointment/reservation status|status of|is my slot/table/reservation",
    "pull up my/our appointment/appointments/appt/booking/bookings/details|do you/u/ye still/already have/got me/us|have you/u/ye still got me/us|which/what day/time/slot/one was/is mine|when is/was mine|whens mine",
    "when/what/where do/have you/u have/got me/us|what/which time should/shall/must i/we be/arrive/get there/in/-|when should/shall/must i/we be/arrive there/in/-|wheres my confirmation/booking/appointment/appt|where is my confirmation/booking/appointment/appt",
    "you/u/ye have/got me/us in/down/at/on|is my name down/in/on|no idea/clue when/what/which/who im/i/we|booking/appointment/reservation under",
    f"was it at/for/on/- 1/2/3/4/5/6/7/8/9/10/11/12/half/quarter|was it for/on/- {_DAY}",
    "reference/confirmation/booking number/code/id/ref",
    "my current/existing/future/upcoming/other appointment/appointments/appt/appts/booking/bookings/reservation/reservations",
    "in the book/books|on the books for me|did you/u save/keep/hold me/my|whats my time/slot|check if i have|when am i|what time am i|what time are/r we|what time do i|when do i come|what day am i|what day do i|do i have an/a appointment/appt/booking/meeting/slot|do i still have",
    "show my|show me my|check my|check on my|did my booking/appointment|is my appointment/booking/appt|confirm my|remind me",
    "am i booked/down/confirmed/in|am i still on/in/good|am i all set|are/r we still on/good|is it still on/happening|have i got|do you/u have me|have you/u got me|got me down",
    "my appointment/appt/booking/reservation|my next appointment/appt/cut/haircut/visit/booking/trim|my last appointment/visit/cut|whos my|who is my|do i have anything",
    "what have i booked|what did i book|did i book|did i make/have/get|did it go through|did you get my|did/have you get/got/see/seen my message/messages/text/email|still on|forgot/forget what/when/which|cant remember/recall when/what|my meeting",
    "find my appointment/booking/appt|see/view/look my appointment/booking/appointments/bookings|look up my|details of my",
    "when is/was it i/im/we|what/which time/day is/was it im/i/we|is/are that/it/everything/this/we all/- done/sorted/set/confirmed",
    "when am/was/are/were i/we meant/supposed/due/expected to come/be in/by/there/-|what/which time/day am/was/are/were i/we meant/supposed/due/expected to come/be in/by/there/-",
    "but/and not sure/certain when/what/which|but/and dont know/remember when/what/which|but/and cant remember when/what/which",
    "have i an/a/any/- appointment/appt/booking/slot",
    "cant remember/recall if/whether|not sure if/whether i booked",
    "did that/it/this/my go/gone through|has that/it gone through|did it book",
    "when my/our next/appointment/appt/booking/cut/haircut/visit",
    "me appointment/appt/booking/slot|whats/what/what times/time is/- me appointment/appt/booking",
    "if im/i am/- on/in/booked/down for/the/-|who do i have|who have i got|on the books/schedule/system for",
)

LATE = either(
    "dont give away/up my slot/spot/place/seat/chair/appointment|dont give my slot/spot/place/seat/chair away/to",
    "be down/over/up to/with you/u/ye in|be down/over/up in",
    "reach/reaching/arrive/arriving in/by/within/around/about|reach/reaching/arriving there/shortly/soon",
    "hour late|an hour late|half an hour late|mins/minutes/min behind|running late|running behind|runnin late|running a/- bit/little late/behind|im late|ill be late|i will be late|be late|going to be late|gonna be late|be there late|a bit late|a little late|mins/minutes/min/m late|minutes behind|stuck in traffic|be delayed|arriving late|delayed|few minutes late|hit traffic",
    "running/runnin behind",
    "be there in|be with you/ye/yous in/by/around/about/at",
    "cant/cannot/couldnt/wont/not/unlikely to/- make/be/get it/there/in/- on/in time",
    "am/is late",
    "l 8|gonna b",
    "eta",
    "late but/again|a wee/tiny/tad bit/- late|bit late|late sorry|sorry im late",
    "wont/not be there/in/down/with til/till/until/before",
    "running/- behind schedule",
    "traffic",
    "running/be/ill/im/being later than planned/booked/expected/i/we|later than expected|late by|caught/stuck in a/- jam|minutes/mins/min past/after my/our time/slot/appointment/appt/booking",
)
