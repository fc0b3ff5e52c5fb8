"""Frames of everyday English: how people in Britain, Ireland, America and Australia put it."""

from application.understanding.reading import Intent
from application.understanding.text.words import either

_YOU = "you/u/ya/ye/yall/guys/lads/they"
_VISIT = (
    "appointment/appt/appts/apt/booking/slot/session/visit/reservation/appointments/bookings/"
    "haircut/cut/trim/fade/shave"
)
_DAY = (
    "today/tomorrow/tmrw/tonight/monday/tuesday/wednesday/thursday/friday/saturday/sunday/mon/tue/"
    "tues/wed/weds/thu/thur/thurs/fri/sat/weekend"
)
_REMINDING = (
    "message/messages/messaging/msg/msgs/text/texts/texting/reminder/reminders/spam/spamming/"
    "notification/notifications/contact/contacting/writing/bothering/harassing/pestering"
)
_CALL = "ring/call/phone/bell/buzz/callback"
_SOMEBODY = "someone/somebody/anyone/anybody/one/person/human/manager/owner/boss/barber/lads"

COLLOQUIAL: tuple[tuple[Intent, str], ...] = (
    (
        "cancel",
        either(
            f"pull/bow/back/duck/drop out of|call/blow/cry/sack/bin/knock off/out my/the/our/{_DAY}",
            f"give it/{_DAY} a miss|need/have/got/gotta/gonna/going * bail|bailing/bail",
            f"dont/wont/not/longer * need/needing/want/wanting my/the/that/this/his/her/their/our {_VISIT}",
            f"free/release/give up/- my/the {_VISIT} up/-|take/get/strike me/us/my off/out * book/books/diary/schedule|take/get/strike me/us off/out * list for",
            f"no haircut/cut/trim/appointment/beard for me|take/get me out/off of/- the/that/my/- {_DAY}/slot/booking",
            "free/release/give up/- my/the * oclock/am/pm/slot/spot",
            "take/get/strike my/the/our * off/out of/- your/the/- book/books/diary/schedule/calendar",
            "take/get/strike me/us out/off of/- the/that/my * slot/booking/appointment/appt/list/book",
            "skip/miss this/next week/one/weeks/month",
            "have/need/got/going/gonna to/- leave it/this for",
            f"forgot/forgotten i * {_VISIT}",
            f"binning/scrapping/ditching/dropping/skipping/missing/dodging/cancelling/canceling my/the/our/tomorrow/today/{_DAY}",
            f"no longer * make/attend/able/come|longer make/attend/need/want/able * {_VISIT}",
            f"dont bother/worry with/about * {_VISIT}",
            "no show from/for/today/tomorrow/me",
            f"bounce/bail/flake/flaking on my/the/our/{_DAY}",
        ),
    ),
    (
        "move",
        either(
            f"swap/switch/change/move/shift/push/bump/pull/knock/nudge/shuffle/rejig my/the/our/that/this/it * {_DAY}/earlier/later/sooner/forward/forwards|bring/put my/the/our/that/this/it * earlier/later/sooner/forward/forwards",
            "need/want/have/like/possible * different/another/new time/day/date",
            "have/get/having/getting it/this/that/them/mine/my/our/the * moved/changed/switched/pushed/bumped/shifted/swapped/postponed/rescheduled/delayed to/back/forward/earlier/later/-",
            f"time/day/date/hour of * my/our/the {_VISIT} * wrong/incorrect|my/our {_VISIT} * wrong/incorrect",
            "be/get/have/it turned/converted/changed/switched/swapped into/to/from",
            f"add/squeeze/fit/put/include/bring * into/to/onto my/our {_VISIT}|{_VISIT} * clashes/clash/clashing/overlaps/conflicts with",
            "any way/chance * move/change/swap/switch",
            "of/about/on/mind moving/changing/pushing/switching/swapping/bumping/shifting/bringing|moving/changing/pushing/switching/swapping/bumping/shifting my/the/our/it/that/me",
            "shuffle/swap/switch/change/move/bump/shift/push/put me/us to",
            "come/be/arrive/leave/start/stay/go * later/earlier/sooner than i/we/my/planned/booked/arranged/agreed|something/anything earlier/later/sooner for my",
        ),
    ),
    (
        "my_appointments",
        either(
            "am/are i/we * ok/okay/grand/fine/good/alright/down/booked/in/set for/at/on/with",
            f"is/are/was my/our {_VISIT} * still/on/ok/okay/confirmed/booked/good/at",
            f"check/checking/confirm/confirming/checkin/doublecheck * booked/down/in/my/i in/- {_VISIT}/for/at/on/time/with",
            f"is/are {_DAY} still on/ok/okay/good/happening|was/were i/we * at/for/with/in",
            "what/when/which * i/we * booking|what/when/which * i/we book/booked/have/got/in/down for/with/at/-|what * i/we in for",
            "thought you/u/ye/yous say/said",
            "we/you/u/ye said * didnt/right/yeah/no we/you/u/ye/-|got/have my/the * booked/down in/for",
            "know/check/remember/forgotten/forgot/tell/remind/send me/- what/which/when time/day its/it/mine/im/i|did/have/had i/we * book/booked/make/made/confirm/confirmed/arrange/schedule|what was/am/were i/we getting/having/coming",
            f"whats/what/when/whens/wheres/where * my {_VISIT}|did/have {_YOU} get/got/have my {_VISIT}",
            f"is/was/are/were my/our * {_VISIT} booked/confirmed/made/in|did/has/have someone/somebody/anyone/anybody/they * book/booked/put/made me/us/him/her",
            f"is/are/was my/our * {_VISIT} on/at/for/with",
            "resend/remind/send me/us the/my/our time/date/day/details|im/am/were with you/ye on/at/for|what/which time/day was it/that",
            "what/which/when i/ive/we/weve have/got/had/- scheduled/booked/reserved|has/have my/our * been confirmed/booked/cancelled/moved/changed",
            f"have/got {_YOU} me/us down/in/booked|see/find * my {_VISIT}",
            "did/has/have/was everything/it/all/that/this/mine * booked/confirmed/scheduled/through/reserved|is everything * booked/confirmed/scheduled/reserved",
            "did/has/have my/the/me * book/booked/put/made me/us/him/her/an|was/is it * im/i/my in/down/booked/coming/appointment/appt",
            f"check/checking/checkin/confirm/confirming/verifying on/- my/our 1/2/3/4/5/6/7/8/9/10/11/12/{_DAY}",
            "never/didnt/havent/not * got/get/received/receive/gotten * confirmation/text/message/email/reminder",
            "is/are everything/all/we/it/that/things * ok/okay/good/on/grand/set/fine for my/our",
            f"is/are everything/all/we/things still/- ok/okay/good/on/grand/set/fine for {_DAY}|check/checking im/i/we/were am/are/- in {_DAY}",
            f"what/whats * booked/down/in under/for me/my/us/our|did/have/has {_YOU} * send/sent/get/got * confirmation/conf/confo/reminder/email/txt|am i with",
            "is it * im/i am/- with/seeing",
            "what/which/when * did i/we * agree/say/arrange/decide/settle/pick",
            "when/what did i/we last * in/come/book/visit/get",
            "what/which/when * did i/we say * come/coming/be/book in/-",
        ),
    ),
    (
        "late",
        either(
            "mins/minutes/min away/off/out/behind|be/am/im * mins/minutes/min over/behind/late/away/off",
            "held up|stuck in/at/behind * traffic/work/jam/accident/tractor|missed the/my bus/train/tram/luas/tube/connection",
            "leaving/heading/coming/rushing now|just leaving|overslept/sorry/leaving/late * there in|be with you/ye/yous in|hold/keep my/the slot/spot/seat/chair/appointment/appt/booking|wont be there until/till/til",
            "cant/wont * on time|be/get there after/past|be a few/couple/bit mins/minutes/min/late",
            "stuck in/at/behind/on a/an/the/this/-",
            "be about/around/- 5/10/15/20/five/ten/fifteen/twenty/two/2/3/few/couple of/- mins/minutes/min",
            "gonna/might/ill b * late/l/behind",
            "on the bus/train/luas/tram/road/motorway/m50|in a/an/the/- uber/taxi/cab|nearly/almost there|5/10/15/20/two/five/ten/couple/few more minutes/mins/min|round/around the corner",
        ),
    ),
    (
        "hours",
        either(
            f"what/wat/which/when time/-/times * {_YOU} * knock/knocking/finish/finishing/close/closing/shut/shutting/open/opening/pack/packing/wrap/start/starting up/off/-",
            f"{_DAY}/holiday/holidays/christmas/xmas/easter hours/hrs/times|when/whens/whats last/the/your last/- cut/appointment/haircut/customer/walkin",
            f"how late * {_YOU} * open/going/working/there/on/in/-|what days * {_YOU} * open/closed/shut/off/work",
            f"are/r/is/do/does {_YOU}/shop/place * open/closed/shut/close * {_DAY}/late/early/holiday/holidays/christmas",
            f"how long/late {_YOU} there/here/about/in til/till/until/for/-",
            f"will/wil/would/wont {_YOU} * open/closed/shut",
            f"do/are/r {_YOU} * bank/public/sundays/saturdays/mondays/holidays|what time * till/til/until|till/until what time",
            "what time * last/latest/first cut/appointment/haircut/customer/walkin/slot",
            f"do/does {_YOU} work/close/open/shut * lunch/weekends/sundays/saturdays/mondays/holidays",
            "whats/what/when/whens * last/latest * take/do/see/accept",
            "what/when time * lock/locking up/the/-",
            "what time/when * stop taking/seeing/accepting|when * stop taking/seeing/accepting",
        ),
    ),
    (
        "address",
        either(
            f"where/wheres/whereabouts * {_YOU}/shop/place * located/based/at/find|how/way * get to {_YOU}/the",
            "near/beside/opposite/behind/across/next * station/church/tesco/school/pub/centre/center/mall/park/luas/bank|what/which street/road/floor/eircode/postcode",
            "what/which part/side/end/area of * are/r you/ye/u/it|what/which side/part/end/bit of/- the/- high/main/- town/city/street/road|shop/place/barbers/salon * on/at/in * street/road/avenue/lane/square",
            "wheres/where * park/parking/stand|is it/that/this/yours the one/shop/place above/over/below/under/across/on/beside/near/next/opposite/by",
            f"are/r {_YOU}/it/that the/beside/near/opposite * beside/near/opposite/on/by/across/behind/next",
            f"which/what stop * at/off|{_YOU} still in/at/on * place/street/st/road/spot/premises|{_YOU} changed/moved your/ur/the hours/times/address/place/shop|how far * from/to/away/walk/drive|how long * walk/drive/get/from",
            "is/are/any there/- * near/nearby/close/beside to/- you/u/ye/yall/the/your",
            "name/number of the/your street/road/shop/place/building",
            "easy/hard/difficult to find/get",
            "whereabouts/where in/around/near * are/r you/ya/ye/u",
        ),
    ),
    (
        "availability",
        either(
            f"how/hows/howre {_YOU} fixed/set/looking/sorted for/on/{_DAY}/-|how are/r/is {_YOU}/{_DAY} fixed/set/looking/sorted",
            f"hows/whats/what {_DAY} looking/like/saying|what is/are {_DAY} looking/like",
            f"are/is/r {_YOU}/it busy/rammed/mobbed/jammed/chocka/chockers/packed/quiet/slammed",
            f"when/whens * {_YOU} take/do/see/fit/squeeze me/us|is/are/have there/{_YOU} * free/available/going/slots/slot/gap/gaps/space/room",
            "any/got space/spaces/room/slot/slots/spot/spots/gap/gaps/times/appointments/appts/joy|when/whens * soonest/earliest/next",
            f"{_YOU} about/around/free {_DAY}/next/this/at/now/rn/this|is/much there/of * queue/wait/line/rush",
            "what/whats/hows/how * wait/waits/queue|how early/late/soon can/could/should i/we",
            "sign/word/hope/joy/luck of/on/with a/any/- cancellation/cancellations/slot/opening/gap|any/a cancellations/cancellation for/today/on",
            "any/anyone/one/either/none of/- the/ye/you/yous/- barbers/lads/guys/boys/- free/available/around",
            "any/got/have/more * appointments/appts/slots/times/openings/spaces/cancellations",
            f"do/have/does/got {_YOU} * chair/chairs/seat/seats",
            "what/whats * schedule/rota/diary/roster/calendar",
            "is the wait/queue/line * long/bad/ok/short",
        ),
    ),
    (
        "book",
        either(
            "squeeze/fit/slot/get/pop/put/stick/book/pencil/sneak/slip/shove/chuck me/us/him/her/them * in/down",
            "nip/call/head/pop/drop/swing/shoot/fly/come/duck/jump/stop in/down/over/round/around/by/up/into for/to/at/on/with",
            f"sort me/us {_DAY}/out",
            "block/keep/hold/save/reserve * slot/spot/space/seat/chair for me/us",
        ),
    ),
    (
        "services",
        either(
            "is/are there a/any/- * who/that/can can/could/does/do/knows|is/are there a/any/- * can/to/that do/cut",
            f"do/does {_YOU}/anyone/anybody/someone/one * do/cut/wash/style/shape|can/could {_YOU} * straighten/thin/relax/perm/braid/wax/thread/treat/style/cut * hair/beard/eyebrows/brows|can/could {_YOU}/anyone/anybody/someone * do/cut * perm/perms/design/designs/eyebrows/brows/braids/highlights/kids/beards/fades/shaves|do/does {_YOU}/anyone * take/use/sell/offer/accept/supply/provide/stock",
            "is/are it/that/they/this/ye/prices * dear/dearer/pricey/pricier/expensive/cheap/cheaper/extra|any/is/are there/- student/loyalty/kids/pensioner/oap * discount/card/price/prices/deal/deals/rate",
            "how long/much/many/do/does does/do/would/will/is/s * take/last/cost/be/set|do i need * book/appointment/wash/pay/bring/wear|do i have to * book/appointment/wash/pay/bring/wear",
            "can/could/do/should i/we * pay/tip|whats/what is/- the/- difference/damage|cash only/or|cards/card accepted/machine",
            f"{_YOU} do/offer house/home calls/visits|who/whos does/do/is * best/good",
            "can/could kids/adults/men/women/girls/boys/children/ladies * get/come/have",
            f"can/could {_YOU} * shave/cut/do * patterns/pattern/lines/designs/design/slit/slits/logo",
        ),
    ),
    (
        "person",
        either(
            f"give/drop me/us a * call/ring/bell/buzz/shout/callback|speak/talk/chat/spk to/with/at/- a/an/the/- real/actual/- {_SOMEBODY}|get {_SOMEBODY} to {_CALL}",
            f"can/could {_YOU}/{_SOMEBODY} * {_CALL} me/us|{_CALL} me/us back/on/when/please/later/-",
            "are/is you/u/this/it/ye * bot/robot/computer/ai/machine/human|human/person/somebody/someone answering/reply/respond/answer",
            "made/make a/an/- total/complete/absolute/right/- mess/hames/balls/bags/shambles/disaster|butchered/hacked/destroyed/scalped/wrecked my/me/his/it|absolute/total/utter/complete disgrace/joke/shambles/rip/ripoff",
            "left my/me/a airpods/phone/glasses/hat/cap/jacket/coat/keys/wallet/bag/scarf/umbrella/headphones/charger/hoodie/card|overcharged me/us/him/-|charged me/us twice/wrong/too/extra/double|left/forgot/lost my/a * there/in/at/behind|hand/handed in|lost property",
            f"{_SOMEBODY} get back to me/us|nobody/noone * answering/answers/replying/responding/picking|uneven/crooked/wonky/patchy/lopsided|not/unhappy/raging/furious/annoyed/disappointed happy/with/about * {_VISIT}/service/job",
            f"{_SOMEBODY} * i/we * can/could/- ring/call/phone/contact|number * ring/call/phone * {_SOMEBODY}",
        ),
    ),
    (
        "opt_out",
        either(
            f"stop/quit/enough/end/cut/leave/lay/less/no/dont/not/turn/switch/disable * {_REMINDING} me/us/now/again/please/-",
            "take/remove/delete me/my/us off/from/out/number * list/database/group/chat/system",
            "never/didnt/not * sign/signed/subscribe/subscribed/opted/agreed * texts/messages/this/these/reminders/spam",
            f"sick/tired/fed/annoyed/annoying/enough up/- of/with/by/- * {_REMINDING}",
            f"many/constant * {_REMINDING} from/lately/-",
        ),
    ),
    (
        "thanks",
        either(
            "good/great/top/class/quality/fair man/woman/lad/lads/girl/play/dues/stuff",
            "best haircut/cut/fade/trim/barber/barbers/shave * ever/had/around|loved/love/loving the/my/this cut/haircut/fade/trim/hair",
            "cut/haircut/fade/trim/beard/shave/hair * was/is/looks/looking/came/turned out/so/really/absolutely/- unreal/peng/lit/banging/bangin/fab/gorgeous/awesome/dope/class/great/sick/fire/mint/brilliant/lovely/perfect/deadly/amazing/savage/quality",
            "best * ive/i had/seen/got/have",
        ),
    ),
    (
        "goodbye",
        either(
            f"catch/see/c/seeya ya/you/u/ye/yall/yous * then/later/soon/there/next/{_DAY}/at/in/on/-",
            "til/till/until then|chat/talk/speak later/soon/then|mind yourself|all the best",
        ),
    ),
)
