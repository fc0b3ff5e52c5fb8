"""English as customers write it."""

from application.understanding.english.calendar import DAYS, NUMBERS
from application.understanding.english.day_times import PARTS, TIMES
from application.understanding.english.elsewhere import IDIOMS
from application.understanding.english.frames import FRAMES
from application.understanding.english.haste import FIGURES, SHORT, SLURS, SQUEEZED
from application.understanding.english.hints import HINTS, OVERHEARD
from application.understanding.english.orders import PEOPLE, SERVICES
from application.understanding.english.wishes import WHOLE, WISHES
from application.understanding.text.words import Words, words_of

_JOINS = (
    ("and", 1, "and/n/plus/&"),
    ("or", 1, "or|or else|or/- failing that|if not|otherwise|or otherwise"),
    (
        "not",
        1,
        "cba/cbb|cannot|never asked/wanted/picked/chose for/-|didnt ask/want/pick/choose for/-|was gonna/going/meant/supposed to/- come/be/- in/by/-|never said|didnt say|i didnt say|i never said|not/except/never/bar/excluding/besides/barring|it wasnt|wasnt|its not|isnt|any day but|every day but|any time but|anytime but|whenever but|everyone but|with anyone but|anyone but|dont want|do not want|dont/not/no/longer need/needing the/a/my/-|without|cant do|cannot do|cant make|cant/cannot/couldnt get away/there/off/out/in|anything but|other than|apart from|rather than|no longer|anyone but|instead of|in place of|dont like|not with|than",
    ),
    (
        "not_after",
        1,
        "is/s rammed/packed/hectic/chocka/mad for me/us/-|is a no go|is/was too late/early/soon|isnt/wont/aint/not/is not/- going to/gonna work/suit/do/happen|isnt/aint work/working/suiting/great/ideal/possible|is/are bad|isnt/wont any use|doesnt/wont/dont work/suit/fit/do|isnt good|is/s/- no good/use/go|is out|not good|is full|is a no|out for me/us|im/am stuck/busy/tied|im/am at/in work/school/class|out so/but/then|isnt possible|wont be possible",
    ),
    ("but", 1, "but"),
    ("since", 1, "since"),
    (
        "open_at",
        1,
        "do/are you/u open/close/shut/closed/shut at|you/u open/close/shut at|closing/opening at",
    ),
    (
        "at",
        1,
        "do/are you/u open/close/shut/closed/shut at|you/u open/close/shut at|closing/opening at",
    ),
    (
        "same_time",
        1,
        "same time/hour/slot|the/that/at same time/hour/slot|at the/that same time/hour/slot",
    ),
    (
        "right_after",
        1,
        "right/straight/just/directly/immediately/- after/behind me/mine/us/ours|following mine/me",
    ),
    ("pushed", "later", "back|back by|delay|delay it/mine"),
    ("pushed", "earlier", "forward/forwards|forward by"),
    ("beside", "later", "back|after|after that|later on"),
    ("beside", "earlier", "before|before that|forward"),
    (
        "idiom",
        1,
        "first/1 come first/1 served|1 st come 1 st served|first come basis|aft that/this/i/we/my|before/b4 or after/aft|2/two 4/for 1/one|cutting it|cut/nicked/sliced my/his/her/me ear/neck/face/lip/head/finger|it/that/all/done/good/set/ok for now|for now ta/thanks/cheers/thx|black friday/fridays|get/getting back to you/u in|let you/u/ya/ye know/no later/soon|let you/u/ya know in|tell/text/message you/u in|what time/times is/s/are the/your last appointment/appt/slot/appointments|whats/when/whens is/- the/your last appointment/appt/slot|from 1 to 10 how|scale of/from 1 to 10",
    ),
    (
        "away",
        1,
        "im/am/be/were/are away|on holiday/vacation/leave|out of town",
    ),
    ("so", 1, "so"),
    (
        "busy",
        1,
        "i/we work|im/am working|i have work/class/classes/school/college/uni|im/am at/in work/school/class/college|my shift is/runs|my hours are|on shift|im/am on shift",
    ),
    (
        "idiom",
        1,
        "happy/merry christmas/xmas/easter/halloween/valentines|happy/merry new years/year|my first/last appointment/appt/visit/cut/haircut/trim|either side of lunch/noon/midday",
    ),
    (
        "shut",
        1,
        "is/are/s/r/- closed/shut|you/youre/your/they/theyre closed/shut|you are closed/shut|you dont open|youre not open",
    ),
    ("instead_of", 1, "instead of|in place of|rather than"),
    ("idiom", 1, IDIOMS),
    (
        "no",
        1,
        "not just yet|not at this time|not at the moment|in the future|another time|later time|absolutely/definitely/certainly not/nothing|dont need anything|nothing else|no/nope/nah",
    ),
    (
        "correct",
        1,
        "i/we said|meant|sorry/actually/wait/oops/scratch|i mean/meant|make it|make that|lets make/do|no wait|hold on|better/rather",
    ),
    ("none", 1, "none/neither"),
    ("tells", 1, "tell/let"),
    ("yes", 1, "yes/yeah/yea/yep/yup/yh/ye/ya/ok/okay/sure/cool/aye"),
    ("mine", 1, "my|the existing"),
    ("also", 1, "also/too/aswell|as well|on top|add|add on|throw in|with it|together with"),
    ("going_on", 1, "go/going/move/moving forward/ahead with"),
    (
        "shift",
        "later",
        "later time/slot/option|push it/back|push back|anything/something/any later than that/this/those/these|anything/something/nothing/any/whats after that/then/those/these|later than that/this/those|later|a bit/little later|bit/little later|any/anything/something/somewhat/slightly/much later|too early|way too early",
    ),
    (
        "shift",
        "earlier",
        "earlier time/slot/option|forward/forwards|bring forward|bring it forward|anything/something/any earlier/sooner than that/this/those/these|anything/something/nothing/any/whats before that/then/those/these|earlier/sooner than that/this/those|earlier/sooner|a bit/little earlier|bit/little earlier/sooner|any/anything/something/somewhat/slightly/much earlier/sooner|too late|way too late",
    ),
    (
        "idiom",
        1,
        "sent/said/told/asked/wrote/mentioned just/- now|pay/paying/leaving/heading/rushing now|check/checking/checked in/out|i/he/she/we/they/you/who sat|sat down/nav|mon ami/cheri/dieu|to/you wed the/my/her/him|they wed|newly wed|the sun|sun is|suns out|may i/we/not|second/third/fourth time/half/place/name|any second|just a second/sec/minute/min/moment|one/a second/sec/moment|difference/diff/choose between|favorite/favourite/fav color/colour|what color/colour is",
    ),
    (
        "fits",
        1,
        "any good/use|be ok/okay/alright/fine/good/great/possible/doable/better/free/available/perfect|too early/late/soon|ok/okay/good/fine/free/open/taken/available/avail/works/work/possible/alright/cool/better/instead/suits/doable/booked/gone/perfect/great/grand/ideal/lovely/sound/brilliant/handy/sweet/fab",
    ),
    ("making", 1, "make/manage/do|can/could i/we come down/over/-"),
    ("pointing", 1, "the"),
    ("settles", 1, "it is"),
    ("fit_lead", 1, "is/does/do/would/will/wld/did/are/can/could"),
    (
        "street",
        1,
        "street/road/rd/avenue/ave/lane/drive/terrace/crescent/boulevard/blvd/st/court/gardens/parade/estate",
    ),
    (
        "after",
        1,
        "later appointment/appt/slot/time/one than|cant/cannot/couldnt get/make/come/be there/it/in/- til/till/until/before|not/isnt/arent free/available/off/out til/till/until/before|wont be free/there/in/off/back/out til/till/until/before|not til/till/until",
    ),
    ("parts_with", 1, "cancel/drop/scrap/ditch/leave"),
    (
        "another",
        1,
        "any other day/days/time/times/slot/slots/option/options/one/ones/barber/barbers",
    ),
    (
        "approximate",
        1,
        "as close to|as/- close/closest/nearest/near to|in and around|somewhere around/about/near",
    ),
    ("instead", 1, "instead"),
    (
        "at",
        1,
        "book/put/fit/slot/pencil/squeeze/get/stick/schedule me in/down/- for|us both down for|am/are i/we ok/okay/grand/fine/good/alright for|still ok/okay/grand/good/alright/fine for",
    ),
    ("at", 1, "chance/chances/hope/odds of"),
    ("at", 1, "cant/cannot/wont/couldnt make it in/- for"),
    ("idiom", 1, "look/looking/looked forward"),
    ("swap", 1, "trade/trading/exchange/switch/change/swap/changing/switching/swapping"),
    ("late_word", 1, "late/behind"),
    ("question", 1, "who/what/when/where/why/which/how"),
)

_TONGUES = (
    ("tongue", "en", "in english|english please/pls/plz|speak english|english"),
    ("tongue", "es", "in spanish|spanish please/pls/plz|speak spanish|spanish"),
)

_COURTESY = (
    (
        "polite",
        1,
        "anyone/anybody at/- there/home/around/listening|please/pls/plz/plss/thanks/thx/ty/then/mate/bro/lah/lor/leh/boss/cheers/ta",
    ),
    ("option", 1, "option/number/choice/opt"),
)

ENGLISH = Words(
    language="en",
    slots=(*NUMBERS, *DAYS, *TIMES, *_JOINS, *_COURTESY, *_TONGUES, *PEOPLE, *SERVICES),
    parts=PARTS,
    intents=WISHES,
    hints=HINTS,
    whole=WHOLE,
    frames=FRAMES,
    overheard=OVERHEARD,
    telling=words_of(
        "clock wat wats abt tmr tmrw cud wud shud wanna gonna lah lor leh anot yall the an is are was i im you u your my we it this that to for of and or with at on in "
        "by do does can could would like want need have get got please pls plz what when "
        "where how much who which any anything there here not dont cant wont ill id lets will be "
        "from about after before between until than then just only some but if up make book "
        "thanks thank yes yeah hi hello hey see catch come mate lads monday tuesday wednesday thursday "
        "friday saturday sunday today tomorrow tonight later soon morning afternoon evening haircut "
        "beard trim fade appointment booking booked cancel late running open closed "
    ),
    filler=words_of(
        "mad dead proper mega ooh oooh oo aw aww bah ba reply pet duck ducky hen petal canny eyup marra seen saw noticed msg wah lah lor leh liao meh mah hor sia anot ar oga egbon dey abi sha una na pls b "
        "without waiting quickest fastest mo getting bud pal chief lads hun squire guv fella fellas gents cuz captain champ tbh ngl imo literally basically honestly obviously ffs omg mm mmm err uhm lmao jk rn soz sry apologies straight sometime someday big large groups innit init eh erm hmm aw och jaysus bloody flippin freaking damn gosh god jesus christ wow ehm alrite x xx xo gimme poss the a an is are was were i im ive you u your ur my me we us our it its this that these "
        "those to for of and or with at on in by do does did done can could would should will "
        "shall may might like want need have has had get got please pls plz plss what when where "
        "how who which any some there here not if so up just only also too then than but oh ah um "
        "uh well really maybe possible possibly be been being am as from about around into out "
        "over back come coming go going gonna wanna ok okay thanks hi hey hello good great best "
        "prefer preferably perhaps time date day days works work free slot spot appointment appt "
        "appointments him her his he she they them someone one ones more other another again "
        "still ill id lets let make see say said think guess know hope lol haha hahaha bro man "
        "dude mate sir buddy boss barber barbershop shop session visit place book booking "
        "schedule half full new first w pm am "
        "their theirs its whats thats thatll thatd theyre youre youve weve hes shes whos wheres "
        "hows theres everything something anything nothing all else very much such many quite "
        "pretty same own way thing things kind sort bit lot lots little try trying find look "
        "looking check instead since while because cause cuz bc though unless whether myself "
        "yourself mine usually normally currently actually exactly sure please kindly already "
        "yet soon always ever never every each both either few several most least less better "
        "nice fine right left put take took taken keep kept give gave bring tell told ask asked "
        "call called use used start end seem seems looks feel feels might must gotta hafta tryna "
        "lemme kinda sorta whatever whoever anyway anyways btw fyi asap yall ya salon shop store "
        "atm ideally hopefully roughly max tops latest earliest thereabouts preference pref "
        "hair barbers person people guys guy folks girl lady man dude fam homie brother today "
        "now again once twice away between under near next last whole able unable sorry welcome misspelled misspelt spelled spelt "
    ),
    misspelt=words_of(
        "february november december september october january appointment cancel reschedule available tomorrow haircut beard schedule morning confirm confirmed "
        "afternoon evening english thanks booking price address "
    ),
    alike=words_of("share shared sharing dying quiet plants saying"),
    short=SHORT,
    squeezed=SQUEEZED,
    slurs=SLURS,
    figures=FIGURES,
    negations=words_of(
        "dont not never wont want to wanna need have gonna say said ask asked mean meant"
    ),
    addressing=words_of(
        "you u your ur yall ya ye guys we us our ours they their them i im id my me it its that "
        "this these shop salon barbershop barber barbers place store here there youre youve youll "
        "checkout checkin breakfast parking wifi theyre please pls plz services service menu room rooms bar gym pool spa restaurant hotel "
    ),
    native=words_of(
        "a an ya am may mar sat sun fri wed mon no/n on to in by me now or past once will n any the "
        "dec last m st nd rd th night half don not do cut was were is at of color i sup yo hours "
        "hrs sharp min mins hr wk its real total service services person hair dye tint but y nm bet ye ya "
    ),
    day_first=False,
    next_is_coming=False,
)
