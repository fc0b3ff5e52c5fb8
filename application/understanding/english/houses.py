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
            f"make/making/made/some/few changes/change/amendment/amendments/adjustment/adjustments to * {_KEPT}",
            f"my/our {_KEPT} is/was/- * but i/we * can/could/need/want/prefer/only",
            f"mistake/error/mixup/wrong * date/dates/day/days/time/hour/name * {_KEPT}/booked",
            "booked/reserved/scheduled * for/on/at * but * need/needs/want/meant/wanted/prefer/rather/should",
            "booked/reserved/scheduled * but i/we/it/he/she * need/needs/want/meant/wanted/prefer/rather/should",
        ),
    ),
    (
        "cancel",
        either(
            f"wont/not/dont/no/doesnt/longer * need/needing/require/requiring/want/wanting the/my/our/that/this {_PLACE}",
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
            f"tell/show/remind me about/of/- * my/our/existing/current {_KEPT}",
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
            "where/wheres * is/are/- the/your * hotel/branch/restaurant/reception/office",
            "how far are/is/r you/u/your/the/it * shop/place/salon/barbers/branch/hotel/-",
        ),
    ),
    (
        "person",
        either(
            f"can/could/will/would/is {_ANYONE} * help/assist",
            f"need/want/get * help/assistance from {_ANYONE}",
            "live/real/human/actual agent/advisor/adviser/operator/representative/rep",
            "speak/speaking/talk/talking/chat/chatting to/with * agent/advisor/adviser/human/person/manager/staff",
            "sick/tired/fed/enough * this/your/the/a bot/robot/machine/chatbot/computer",
            "give/get/put me/on/- to/- a/an/the/another/your/real/different/- * employee/colleague/advisor/adviser/agent/supervisor|put someone/somebody else on",
        ),
    ),
    (
        "services",
        either(
            "extra/additional/hidden/any fee/fees/cost/costs/charge/charges|pay/paying/cost/charge/charged extra|extra to/- pay/charge/cost|is/are/was * free of charge",
            "is/are * complimentary/included|total for/of|any offers on/for/this/now/-",
            "cater/caters/catering to/for|serve/serves/take/takes men/women/both/kids/children|is/are it/they/you/this only/just/- for women/men/kids/ladies/boys/girls/everyone",
            "buy/get/sell/selling/stock * oil/balm/wax/pomade/gel/clay/shampoo/comb/brush/cream/product/products",
        ),
    ),
    (
        "hours",
        either(
            "when/whens/time is/are/do/does/can * breakfast/lunch/dinner/brunch * served/serve/start/end/finish/over/available",
            "check in/out time/times|when/time is/do/can * check in/out|checkin/checkout time/times",
        ),
    ),
    (
        "greeting",
        either(
            "good/nice/great/lovely/glad/pleasure/happy to hear/see/meet/have from/- you/ya/u",
            "everything/all is/- ok/okay/good/alright/fine/well with/for/at you/your * today/tonight/-",
            "how/hows do/does you/ya/u * feel|how/hows is/- the/- world/universe/life * treating you",
            "is/are life/things/everything * good/great/fine/well/okay/ok for/with/- you/-",
            "how did/was/has your/the day/night/weekend/week/morning * go/gone/-",
            "what have you/u/ya been * doing/up|anything new with you|you/ya/u doing ok/okay/alright/well",
            "tell me/us how you/youre/things * doing/feeling/are/going",
            "how goes your/the day/morning/week/life/it|are you/u/ya well today/-",
            "hope you/u/your had/have/having/are * good/great/nice/lovely/well day/weekend/morning/week/evening/night/today/-",
            "make/making your acquaintance",
            "having a good/nice/great/lovely day/morning/evening/one",
        ),
    ),
    (
        "deny",
        "not talking/asking about|wasnt/isnt/not me/mine|not my account/card/name/order/payment|that/thats/it isnt/wasnt/not/was/is * my question|not * what i * asked/wanted/said/meant",
    ),
    (
        "thanks",
        "been * patient/helpful/kind/amazing/great/wonderful|made my day/morning/week",
    ),
    (
        "goodbye",
        either(
            "have/need/got/gotta to/- hang up now/-|hanging up now",
            "ill/im be/- off then/now|that/thatll/this will/- do * then/bye/soon",
            "talk/speak/chat soon|heading/head off now/then",
        ),
    ),
)
