"""What English-speaking customers want: the phrases that tell an intent."""

from application.understanding.english.answers import CONFIRM, DENY, GOODBYE, GREETING, THANKS
from application.understanding.english.bookings import AVAILABILITY, BOOK
from application.understanding.english.changes import CANCEL, LATE, MOVE, MY_APPOINTMENTS
from application.understanding.english.concerns import MY_DATA, OPT_OUT, PERSON
from application.understanding.english.questions import ADDRESS, HOURS, SERVICES
from application.understanding.reading import Intent

WISHES: tuple[tuple[Intent, str], ...] = (
    ("greeting", GREETING),
    ("services", SERVICES),
    ("hours", HOURS),
    ("address", ADDRESS),
    ("availability", AVAILABILITY),
    ("book", BOOK),
    ("move", MOVE),
    ("cancel", CANCEL),
    ("my_appointments", MY_APPOINTMENTS),
    ("confirm", CONFIRM),
    ("deny", DENY),
    ("late", LATE),
    ("person", PERSON),
    ("opt_out", OPT_OUT),
    ("my_data", MY_DATA),
    ("thanks", THANKS),
    ("goodbye", GOODBYE),
)

WHOLE: tuple[tuple[Intent, str], ...] = (
    (
        "opt_out",
        "stop/unsubscribe/stopall|stop all|opt out|stop please|please stop|unsubscribe me|unsubscribe please",
    ),
    ("opt_in", "start/unstop/subscribe|opt in"),
    ("my_data", "my data"),
    ("confirm", "can do"),
    ("hours", "still open"),
    (
        "deny",
        "i/it/they/he/she/we/you/that havent/hasnt/didnt/doesnt/dont/isnt/wasnt/wont/wouldnt/cant/cannot/couldnt/arent",
    ),
    ("deny", "not today|not today thanks/mate/ta"),
)
