"""Frames of any house that takes bookings, a hotel or a bank as much as a barber's."""

from application.understanding.reading import Intent
from application.understanding.text.words import either

_KEPT = "booking/bookings/appointment/appt/reservation/reservations/stay/meeting/visit/session"
_ANYONE = "anyone/anybody/someone/somebody/person/human"

_PLACE = f"{_KEPT}/room/rooms/table/slot/chair"

HOUSES: tuple[tuple[Intent, str], ...] = (
    (
        "move",
        either(
            f"update/edit/correct/rectify/revise/extend/shorten/prolong my/our/the/that/this * {_KEPT}",
            f"add/include/attach/throw * to/on/onto/in/into my/our/the/existing {_KEPT}",
            f"make/making/made/some/few changes/change/amendment/amendments/adjustment/adjustments to * {_KEPT}",
            f"take/knock/remove/drop * night/nights/person/guest off/from * {_KEPT}",
            f"put/change/switch my/the/our {_KEPT} in/into/under/to * name|put/change/switch my/the/our table/room in/into/under/to * name",
            "like/want/need/stay/staying/add * more/extra/another/additional night/nights",
            f"my/our {_KEPT} is/was/- * but i/we * can/could/need/want/prefer/only",
            f"mistake/error/mixup/wrong * date/dates/day/days/time/hour/name * {_KEPT}/booked",
            "booked/reserved/scheduled * for/on/at * but * need/needs/want/meant/wanted/prefer/rather/should",
            "booked/reserved/scheduled * but id/wed/hed/shed/theyd * rather/prefer/like/need/want",
            "booked/reserved/scheduled * but i/we/it/he/she * need/needs/want/meant/wanted/prefer/rather/should",
        ),
    ),
    (
        "cancel",
        either(
            f"wont/not/dont/no/doesnt/longer * need/needing/require/requiring/want/wanting the/my/our/that/this {_PLACE}",
            f"wont/not/dont/doesnt/cant/longer * keep/keeping my/our/the/this/that {_PLACE}|not/dont going/go ahead with my/our/the {_PLACE}",
            f"not going/gonna to/- need/want/require/use/keep * {_PLACE}|{_PLACE} is/are/- no longer needed/required/wanted",
            f"no longer needed/required/wanted|do/doing away with * {_PLACE}|plans * fell/fallen through",
            "wont/not/dont/no/cant * stay/come/travel/staying/coming/visit/visiting * anymore/longer/all",
            f"terminate/abandon/annul/scratch/void/withdraw/undo/forgo/forget my/our/the/this/that/about * {_PLACE}",
            f"get/getting/got/back/backing/pull/pulling out of * {_PLACE}|take back my/our/the {_PLACE}",
            f"take my/our/the/that {_PLACE} off/out/down|decided not to/- come/stay/go/attend|decided against",
            "trip/plan/plans/journey is/are/was/has/have been/- off/cancelled/canceled|cant/cannot travel",
        ),
    ),
    (
        "my_appointments",
        either(
            f"confirm/check/verify/see/view/know * time/date/day/details/status of * {_KEPT}",
            f"calling/writing/messaging/asking/enquiring about/regarding a/the/my/our {_KEPT} i/we|have/has/do/did you/ye/u still/- got/have/get/see my/our * {_KEPT}|what/which/when time/day/date/- my/our {_PLACE} is/was/starts|am/are i/we on your/the list/book/books/system/schedule|tell/show/remind me about/of/- * my/our/existing/current {_KEPT}",
            "think/believe/sure/thought * im/i/were/we booked/down/in * for/on/at/-",
            f"when/time am/are i/we due/expected in/at/-|about my/our existing/current/upcoming/last {_KEPT}",
        ),
    ),
    (
        "book",
        "order/reserve me/us a/an slot/appointment/appt/time/booking/spot|set/fix/arrange/agree a/the date/time/day/appointment for/- my/an/a/- */- appointment/meeting/visit/call/-",
    ),
    (
        "address",
        either(
            "where/wheres * is/are/- the/your * hotel/branch/restaurant/reception/office/pool/gym/spa/bar/sauna/lobby/lift/toilet/toilets/loo/bathroom",
            "many minutes/mins/miles/km/blocks from/to/away * you/u/ye/it/there",
            "is/are there a/any branch/branches/shop/salon/barbers/location * near/in/on/at/close",
            "is/are it/you/they/that/this/place * far from/to/away/out",
            "how far/close/near are/is/r you/u/your/the/it * shop/place/salon/barbers/branch/hotel/-",
        ),
    ),
    (
        "person",
        either(
            f"can/could/will/would/is there/- {_ANYONE} * help/assist",
            f"{_ANYONE} * i/we can/could * talk/speak/explain/ask/discuss/complain/turn",
            f"need/want/get * help/assistance from {_ANYONE}",
            "live/real/human/actual agent/advisor/adviser/operator/representative/rep",
            "speak/speaking/talk/talking/chat/chatting to/with * agent/advisor/adviser/human/person/manager/staff",
            "sick/tired/fed/enough * this/your/the/a bot/robot/machine/chatbot/computer",
            "my/our money/fee/deposit/cash back|speaking/talking/chatting to/with someone/somebody/anyone/a/the|someone/somebody/anyone to/- contact/call/ring/phone/email/reach me/us|get/put/patch/connect me/us/- through to|transfer/put/forward/patch this/my/the call|you/this/it sound/sounds/seem/seems/act like a/an * bot/robot/machine/computer/human",
            "give/get/put me/on/- to/- a/an/the/another/your/real/different/- * employee/colleague/advisor/adviser/agent/supervisor|put someone/somebody else on",
        ),
    ),
    (
        "services",
        either(
            "extra/additional/hidden/any fee/fees/cost/costs/charge/charges|pay/paying/cost/charge/charged extra|extra to/- pay/charge/cost|is/are/was * free of charge",
            "do/does/are/can/will kids/children/babies/seniors/students * free|are/is * allowed/permitted/welcome|do/does your/the room/rooms/shop/place/hotel/barbers * have/offer/include/do",
            "is/are * complimentary/included|total for/of|any offers on/for/this/now/-",
            "cater/caters/catering to/for|serve/serves/take/takes men/women/both/kids/children|is/are it/they/you/this only/just/- for women/men/kids/ladies/boys/girls/everyone",
            "buy/get/sell/selling/stock * oil/balm/wax/pomade/gel/clay/shampoo/comb/brush/cream/product/products",
        ),
    ),
    (
        "hours",
        either(
            "when/whens/time is/are/do/does/can * breakfast/lunch/dinner/brunch * served/serve/start/end/finish/over/available",
            "when/whens/time is/are/- breakfast/lunch/dinner/brunch/checkin/checkout",
            "latest/earliest * breakfast/lunch/dinner/brunch/checkout/checkin|how late do/does/is/are * serve/serving/run/stay|check in/out time/times|when/time is/do/can * check in/out|checkin/checkout time/times",
        ),
    ),
    (
        "deny",
        "have/got/ive a/an/another/my * then|busy/working/away/tied/booked then|have/got/busy/working/away * at that time|not/didnt/dont/havent/hasnt * get/got/read/understand/understood/hear/note * right/correctly/correct/properly|not talking/asking about|wasnt/isnt/not me/mine|not my account/card/name/order/payment|that/thats/it isnt/wasnt/not/was/is * my question|not * what i * asked/wanted/said/meant",
    ),
)
