"""English phrases with a gap in them (`*`), told by their verb and what stands further on."""

from application.understanding.english.colloquial import COLLOQUIAL
from application.understanding.english.houses import HOUSES
from application.understanding.english.queries import QUERIES
from application.understanding.english.small_talk import SMALL_TALK
from application.understanding.reading import Intent
from application.understanding.text.words import either

_NOT = "cant/cannot/cnt/couldnt/wont/not/dont/isnt/aint/unable/doubt/never"
_VISIT = "appointment/appt/appts/apt/booking/slot/session/visit/reservation/appointments/bookings/meeting/haircut/cut/trim"
_CHANGE = (
    "make/move/change/switch/swap/shift/bump/push/bring/slide/reschedule/rearrange/rebook/put/"
    "have/do/get/take/turn"
)
_SHIFT = "trade/exchange/swap/switch/change/move/shift/push/bump/bring/slide/reschedule/rearrange/alter/rebook"
_DROP = "forget/scrap/kill/ditch/bin/drop/axe/nix/lose/skip/leave/delete/remove/cancel"
_HOUR = "1/2/3/4/5/6/7/8/9/10/11/12"
_DAY = (
    "today/tomorrow/tmrw/tonight/monday/tuesday/wednesday/thursday/friday/saturday/sunday/mon/tue/"
    "tues/wed/weds/thu/thur/thurs/fri/sat"
)
_SOMEONE = "someone/somebody/anyone/person/human/owner/manager/boss/staff/receptionist/barber"
_STAFF = "someone/somebody/person/human/owner/manager/boss/staff/receptionist/supervisor/agent"

FRAMES: tuple[tuple[Intent, str], ...] = (
    (
        "greeting",
        either(
            "how/hows/howre you/your/u/ya/things/everything/everyone/it/life/is/are/have/has/was/were/goes * going/doing/doin/goin/been/feeling/hanging/treating today/tonight/so/lately/-",
            "how/hows the/your/- family/kids/wife|is/- anybody/anyone listening/there|top of the day|how/hows was/is/has/your/are/were your/- day/weekend/morning/week/evening/night/life/family * going/been/so/-",
            "are you/u ok/okay/alright|are you/u having a|are you/u/ya doing alright/ok/okay/good/well/fine today/-|howve/how you/u/ya been|how goes it|are you/u/ya/yall well|is everything/all going/ok/okay/alright/good/well|hope/hoping/trust/hopefully you/u/youre/your/all * well/good/ok/okay/fine|hows it * hanging|how/hows you/u doin/doing today/-",
            "how are/r you/u/ya/yall doing/feeling/- today/tonight",
        ),
    ),
    (
        "cancel",
        either(
            f"{_NOT} * make/making it|{_NOT} * make my/the/our/this/that * {_VISIT}|{_NOT} * coming/attend",
            f"dont/doubt think/- i/ill/we/well * able/make/attend/keep|{_NOT} get/come to/at/for my/the/our/this/that * {_VISIT}|{_NOT} * needing/need my/the/that/this/our * {_VISIT}|wont/not/dont/longer * need/needing/want it/that/mine",
            "scratch/scrap/kill/ditch/bin/axe/nix/delete/remove/clear * appointment/booking/reservation/appt/slot/meeting/session|drop my/the/our/that/this/all * appointment/appointments/booking/bookings/reservation/appt/slot/meeting/session|drop/pull/back out of|booked/made * by/in mistake/error/accident|remove/take me from/off * schedule/books/calendar/diary|remove/take me from/off mondays/tuesdays/wednesdays/thursdays/fridays/saturdays/todays/tomorrows",
            "doubt * be there/in|no way * make/making/coming/come|wont/not/dont * use/using my/the/our * appointment/appt/booking/slot",
            "scrap/ditch/axe * haircut/cut/trim/shave|not going/gonna to/- show|remove/delete/erase/clear/wipe/disregard/void * appointment/appointments/appt/appts/booking/bookings/reservation/reservations/slot/slots/visit/visits/session/haircut/cut/trim/shave|take away * appointment/appointments/booking/bookings/slot/slots",
            "appointment/appointments/appt/booking/bookings/slot/visit/reservation * removed/deleted/erased/voided",
            f"{_DROP} my/the/our/that/this/- {_DAY}/{_HOUR} am/pm/oclock/-",
            "forget about * appointment/booking/slot/appt|cross/scratch/wipe/strike/knock me/my/us * off",
            "have/need/got/going/gonna/gotta/must * miss|have/got/need/going/gonna/gotta to/- * bail|backing/back/pulling/pull out|get rid of * appointment/booking/reservation/slot/appt/meeting",
            "wont/not/cant/cannot * be there/around/in/able|need to/- get out of|not * showing/show up|decided/deciding not/against to/coming/-",
            f"changed my/our mind about|give my/the * slot/spot/time/place away/to|let * have my * slot/spot/place/oclock/appointment/appt/booking/time|let {_DAY}/it/that/my/this go|calling/call the/this/everything * off|like/want/need/bow out of",
        ),
    ),
    (
        "move",
        either(
            f"{_SHIFT} * to/forward/back/earlier/later/sooner {_DAY}/{_HOUR}/the/next/this/another/-",
            f"change/alter/adjust/update/amend/correct/modify/edit/fix * of/on/for/in * {_VISIT}|make my/the/our/it * later/earlier",
            f"{_SHIFT} * for {_DAY}/another/different/next|swap/switch/change/move/shift/push/bump/slide/reschedule/rearrange/alter/rebook/shuffle/juggle my/the/our * {_VISIT}",
            f"{_SHIFT} my/our * meeting/meetings",
            "trade/exchange my/the/our/this * for|swap/switch/change/move/shift me|wrong week/day/date/time/days/dates/times|date/dates/day/days/time/times/name is/are/was/were/looks/look wrong/incorrect/off/mistaken|come/arrive/be * later/earlier/sooner to/for/than my/our|rearrange/rejig/reshuffle/reorganise/reorganize|move/moved/push/pushed/put back/forward/up",
            f"change/switch/swap the/my/- barber/stylist|{_CHANGE} my/the/our * {_HOUR} * a/an/into {_HOUR}|make it * instead of",
            "a/- different/another/other/earlier/later * than my/the one|come * another/different day/time|find/pick/choose/fix/arrange/agree * another/different/new day/time/date",
            "im/am/was booked/down/scheduled * instead/rather|have/got * booked/appointment/appt/booking * instead/rather|booked/down/scheduled/appointment/appt/booking * but/could can/could/need/want/would/id/is/prefer",
        ),
    ),
    (
        "my_appointments",
        either(
            f"confirm/check/see/verify/remember/remind/recall/know/forgot/tell * my/our {_VISIT}|confirm/check/checking/checkin/verify/see * booked/down/scheduled",
            "when/what * do/am/will i/we * see/seeing/visit/coming/next/supposed|when * my/our * is/next",
            "is/are my/our/we/i * still/confirmed/booked/set/happening/good|did i * book/booked/make/made|have one/something * on/booked",
            f"am/are i/we * booked/down/due/scheduled/expected/supposed|when/whens/whats/what/which * my/our {_VISIT}",
            "what/which/when time/day/date/- did/was/am/were/do i/we book/booked/say/said/have/come/coming/in/put/make/down/pick/choose/reserve/schedule|what was/is/were/did my/our * time/date/day|who/whos * doing/cutting my/me|who/whos doing/cutting my/me|see/have me in/on the|have/got me * down/booked|got me for/on/in/at|im/i defo/definitely/still/am in/down/booked for/on|i have one/something/anything",
            "who/whos cut/did/done/does/do my/our/me",
        ),
    ),
    (
        "services",
        either(
            "what/whats/how * charge/charging/chargin * for|what/whats/wat/how * cost/costs/charge/charging/chargin/go for|what/whats a/the/an * worth/rate|how much * for/is/are/do/u/you",
            "price/prices/cost/rate/rates/quote * for/of|how long * for a/an|how long * take/takes|can you/u * fix|is/are * included",
            "do/does you/u/yall * also/use/style/treat/wash/wax/thread/perm/braid|can/could i/we bring * dog/dogs/kid/kids/son/daughter/baby/friend/mate/wife/own/photo/picture/drink/beer|is it ok/okay/fine/possible to/if i/- bring|allow/allowed * dogs/kids/pets",
            "does * do/cut/shave/colour/color/dye/style/offer",
        ),
    ),
    (
        "hours",
        either(
            "till/until/when/whats/what/how * time/late/early/times * open/close/shut/closing/opening/finish/finishing",
            "till/until/til when * you/u/yall/there/open|what/whats * timings/timing/hours/hrs|timings/timing|when * open/close/shut * today/tomorrow/there",
        ),
    ),
    (
        "address",
        either(
            "way/get/directions/route/walk/walking/drive/bus/train/far * to you/u/yall/there/the shop/barbershop/place/salon/-|get to you/u/yall|where * park/parking",
            "drop/send/share/text * pin/location/address/map|what/which floor/street/building/corner/area|next/near/close/beside/opposite to/the/- * bakery/station/church/mall/bank/school",
            "what/which bus/buses/tram/trams/train/trains/stop * stop/stops/go/goes/near/nearest/to/for",
            "find/finding * shop/place/you",
            "what/which side/part/end/bit of/- town/city|leave/park/put * car/van/bike",
        ),
    ),
    (
        "availability",
        either(
            "do/have/does/got you/u/yall/they * times/slots/openings/spots/gaps|any/a/an luck/gap/cancellation/cancellations/opening/openings|hows/how * schedule/looking/availability|up for grabs|still going/up",
            "whats/what is/- your/ur/the/their/marcos/luis/anas/- earliest/soonest/first/next/latest|is the * still/free/taken/gone/available",
            "when are/r/is/will you/u/ya/he/she/they/marco/luis/ana * free/available/in|who/whos is/- in/on/around/working|anyone/anybody free/available/in|any/got/have room/space|got/have time",
        ),
    ),
    (
        "person",
        either(
            f"ring/call/speak/talk/chat/deal/connect/contact/reach * {_SOMEONE}|get * {_STAFF}|get/give/pass/hand/put/transfer me/us to/over/onto/through/- to/- a/an/the/your/some/- {_STAFF}",
            "have/get/tell/ask * call/ring/phone/text me|call/ring/phone me|real/actual/live human/person|money back|want a/my/- refund|make a complaint",
        ),
    ),
    (
        "opt_out",
        "stop/quit/enough/end/cease/discontinue * messages/messaging/reminders/texts/texting/spam/spamming/notifications/msgs|dont * text/message/msg/contact me",
    ),
    (
        "thanks",
        "you/yall/u guys/lot/all/- rock/rocks/rule/nailed/smashed|thanks/cheers/thank/ty/thx you/u/- for",
    ),
    (
        "goodbye",
        "catch/see/c ya/you/u/yall * then/later/soon/there/tomorrow/next/friday/monday/-",
    ),
    (
        "late",
        "running/runnin/run/bout/about * late/behind|gonna/ill/might/probs/to/well/gon/prob be/- * late/behind",
    ),
    *COLLOQUIAL,
    *QUERIES,
    *HOUSES,
    *SMALL_TALK,
)
