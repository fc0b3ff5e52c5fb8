"""Frames of questions that English-speaking customers ask about the shop and their appointments."""

from application.understanding.reading import Intent
from application.understanding.text.words import either

_YOU = "you/u/ya/ye/yall/guys/lads/they"
_SHOP = f"{_YOU}/shop/place/barbers/barbershop/salon/hotel/restaurant/branch"
_DAY = (
    "today/tomorrow/tmrw/tonight/monday/tuesday/wednesday/thursday/friday/saturday/sunday/mon/tue/"
    "tues/wed/weds/thu/thur/thurs/fri/sat/weekend"
)
_VISIT = "appointment/appt/appts/apt/booking/slot/session/visit/reservation/appointments/bookings"
_STREET = "street/road/avenue/lane/square/quay/corner/town/village/centre/center/mall/estate/side"
_LOOK = "cuts/fades/trims/beards/perms/braids/curls/cut/haircut/fade/trim/shave/beard/hair/colour/color/style/perm/dye"

QUERIES: tuple[tuple[Intent, str], ...] = (
    (
        "services",
        either(
            f"does/do/will/would * {_LOOK}/it/that come to/with",
            f"does/do/is/are/will/would * {_LOOK}/it * include/included/involve/cost/hurt/last/extra/free/permanent/worth/dearer/more",
            f"what/whats * {_LOOK} * include/included/involve/like/worth/called|what would/do you/u/ye * recommend/suggest/advise",
            f"which/who barber/one/is/does * best/better/good * {_LOOK}/at|would/will a/an * {_LOOK} suit/work/look",
            "what/whats do/does i * owe|what would/will * cost/be/come|is/are it still 10/15/20/25/30/35/40|price/prices gone/went/going up",
            "how often/short/close/high/fast/old * i/a/do/does/should/would/can/is|what/which cards/products/brands/styles/cuts/treatments",
            f"take/accept/do/have/got american/card/cards/cash/revolut/paypal/amex/contactless/venmo/zelle|can/could/would/wld {_YOU} recommend/advise/suggest * {_LOOK}/product/products/length",
        ),
    ),
    (
        "hours",
        either(
            f"are/r/is {_SHOP} * back/still/yet open|closed/shut/open for/over lunch/holidays/christmas/easter/good",
            f"when/whens does/do/is/are * {_SHOP} * open/opens/opening/close/closing/shut/reopen|{_YOU} on holidays/holiday/leave",
            "what/whats/are are/is/the/your/ur * hours/times/hrs|do/does it/shop/place * open/close/shut",
        ),
    ),
    (
        "address",
        either(
            f"ur/youre/your on/in/by/at/off/near the/- * {_STREET}|are/r/is the/your/- {_SHOP}/it * on/in/by/at/off/near/around the/- * {_STREET}|which/what shop/branch/location * is/are/in",
            f"have/has {_SHOP} moved/relocated|new place/premises/shop/location|is/are/r the/your/ur/- {_SHOP}/it * downtown/central/uptown/local|where do/should/can/will i/we meet/go/find/come {_SHOP}/-",
            "which/what * shop/shops/branch/branches/salon/salons * near/nearest/closest",
            f"where * {_SHOP} located/based/situated/at|is it/this the * on/in/at/near * {_STREET}",
        ),
    ),
    (
        "my_appointments",
        either(
            "what time/day was it at/booked/for|is/was mine * at/on/still/for/with",
            f"when/what/which/who time/day/date/barber/- is/was/am/are/were/did/do/have/had/will i/we/my/our * {_VISIT}/booked/seeing/down/getting/with",
            f"see/show/view/find/lost/resend/send/forward me/- my/the/our * {_VISIT}/details/confirmation",
            f"ive/have/had/got a/an/- {_VISIT} * sure/know/remember/idea/forget/unsure when/what/which/- time/-",
            "do i/we have/got a/an * appointment/appt/booking/reservation/slot|is/are the/that * appointment/appt/booking/reservation * still on/true/valid/standing/happening/booked|is/are there a/an/any booking/bookings/appointment/appointments/reservation * for me/us/my",
            "did/has my/our/the * go/gone through",
            "appointments/appts/bookings/reservations do/did/have i/we * have/got/make/made/booked",
            "am/are i/we * confirmed/booked/down/set|is/was it * i/we/im booked/in/down/at",
            f"long/days until/till/til/before my * {_VISIT}|did/have i/we * actually/ever/already/- book/booked/confirm",
        ),
    ),
)
