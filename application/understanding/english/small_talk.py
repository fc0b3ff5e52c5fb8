"""Frames of how English-speaking customers greet, chat, thank and take leave, beside any business."""

from application.understanding.reading import Intent
from application.understanding.text.words import either

_YOU = "you/u/ya/ye/yall/yous"
_WELL = "good/well/fine/great/okay/ok/alright/alrite/grand/better"
_NICE = (
    "good/nice/great/lovely/decent/busy/long/fun/quiet/rough/hectic/pleasant/relaxing/safe/brilliant/"
    "wonderful/blessed/fantastic/amazing/awesome/beautiful/peaceful/splendid/cracking/super/ok"
)
_DAY = "day/weekend/morning/evening/night/week/afternoon/one/shift/break/christmas/holiday/time"
_OURS = "family/kids/wife/husband/missus/gang/crew/team/boys/lads/girls/folks/business/work/trade"
_TALKING = "talking/speaking/chatting/dealing/texting"

SMALL_TALK: tuple[tuple[Intent, str], ...] = (
    (
        "greeting",
        either(
            "good/nice/great/lovely/delightful seeing/meeting/having/hearing from/- you/ya/u|good/nice/great/lovely/glad to hear/see your voice/face/name|good/nice/great/lovely/glad/pleasure/happy to finally/actually/- hear/see/meet/have/speak/talk/chat/connect to/with/from/- you/ya/u",
            "everything/all is/- ok/okay/good/alright/fine/well with/for/at you/your * today/tonight/-",
            "how/hows do/does you/ya/u * feel|how/hows is/- the/- world/universe/life * treating you",
            "is/are life/things/everything * good/great/fine/well/okay/ok for/with/- you/-",
            "is/are it/all/things going * good/well/ok/okay/alright/fine|how did/was/has your/the day/night/weekend/week/morning * go/gone/-",
            "what have you/u/ya been * doing/up|anything new with you|you/ya/u doing ok/okay/alright/well",
            "tell/know me/us/- how you/youre/your/things * doing/feeling/are/going/keeping",
            "how goes your/the day/morning/week/life/it|are you/u/ya well today/-",
            f"hope {_YOU}/your had/have/having/are * {_NICE} {_DAY}/today",
            "make/making your acquaintance",
            f"having a {_NICE} day/morning/evening/one",
            f"how {_YOU}/things/everything/life are/is/goes/keeping|what/whats life/things like",
            f"are/r/- {_YOU} keeping/doing/feeling/getting on/along/- all/very/pretty/- {_WELL}",
            f"feeling/doing {_WELL} today/tonight/- ?|{_YOU}/been keeping busy|keeping busy ?",
            f"have/did/are/were {_YOU} had/have/having/enjoy/enjoying/been a/an/the/your/- {_NICE} {_DAY}",
            f"did/have/do {_YOU} sleep/slept/eat/eaten * {_WELL}|enjoying the/your/- {_DAY}/sun/sunshine/weather ?",
            f"is/are/has your/the {_DAY} * going/been/gone/off|how/hows is/are/- the/your/all/- {_OURS} doing/going/getting/keeping/been/treating",
            f"how/hows is/are the/your {_OURS}|how/hows is/- business/trade/work",
            "wanted/want/here/came/popping/calling/messaging/writing/just in/on/by/- to/- say/saying hi/hello/hey/hiya",
            "hope/hoping/trust your/ur day/morning/week/weekend/evening/night/afternoon|been a long time|me again|good/great/nice/happy to be back|its been a while/ages/minute|been too long",
        ),
    ),
    (
        "thanks",
        either(
            "been * patient/helpful/kind/amazing/great/wonderful|made my day/morning/week",
            f"good/nice/great/lovely/pleasure/fun {_TALKING} to/with {_YOU}",
            "thats/thatll/that be/is/- the lot|owe you/ya/u one|means a lot|been a/an absolute/real/true/- pleasure/delight|without you/ya|saved my life/day/bacon",
            "nice/sweet/good/decent/generous/thoughtful of you/ya|thats/that/- is/- so/too/very/super/really/incredibly/awfully kind/thoughtful/generous",
            "thats/thatll/thatd/that/it/itll will/would/ll/- be/is/- everything/all/it for now/today/tonight",
        ),
    ),
    (
        "goodbye",
        either(
            "have/need/got/gotta to/- hang up now/-|hanging up now",
            "ill/im be/- off then/now|that/thatll/this will/- do * then/bye/soon",
            "talk/speak/chat soon|heading/head off now/then",
            "must/gotta/got/have/need/should/better to/be/- dash/fly/scoot/jet/bounce/split",
            "have/need/got/gotta to/- leave now|im/am going/done now|must/better/best be/get/- go/going/run/running/off|im/am off to bed/sleep/work",
            f"talk/speak/chat/see/write/catch to/with/- {_YOU} at/- some/another/next/again/around/later/tomorrow/soon other/- day/time/-|get/hop/jump off the phone/line/call",
            f"have/enjoy yourself/yourselves/- a/an {_NICE} {_DAY}|enjoy the/- rest of",
            "till/until/til we meet/speak/talk again|signing/logging off|let you go/get back/on/-|sleep/rest/keep/be/travel well|sweet dreams|safe travels/home/trip/journey|drive/stay/travel safe/safely|god bless|look after/mind yourself/yourselves",
        ),
    ),
)
