"""How English is typed in haste: words cut short, squeezed, or written as they sound."""

from application.understanding.text.figures import Figure
from application.understanding.text.words import words_of

SQUEEZED = (
    "have take make give how now where what whats good get not but like come would could dont just from "
    "this that there then them when with which still much many need work works working back book booked "
    "booking change cancel move before after today tomorrow morning afternoon evening night right "
    "next half quarter last first check speak talk send text time please think thing thanks thank know "
    "something someone anything nothing open closed close closing opening haircut beard beards trim "
    "colour price cost charge card cash slot slots space available appointment appointments "
    "perfect start bring leaving later soon same wait waiting minutes again because "
    "about around confirm confirmed parking address thursday monday tuesday wednesday friday "
    "saturday sunday weekend coming going looking getting having hoping possible reschedule "
    "service left money should shop people help sorry great fine texting"
)

# The beginning or the end of a word as it is slurred, and as it is spelt.
SLURS: tuple[tuple[str, str], ...] = (
    ("-in", "-ing"),
    ("-ins", "-ings"),
    ("-z", "-s"),
    ("ny-", "any-"),
    ("ne-", "any-"),
    ("sum-", "some-"),
    ("-ite", "-ight"),
    ("-nite", "-night"),
    ("-f", "-th"),
    ("sk-", "sch-"),
    ("nu-", "no-"),
    ("-ffin", "-thing"),
    ("-evs", "-ever"),
    ("wot-", "what-"),
)

SHORT: dict[str, str] = {
    "r": "are",
    "b": "be",
    **dict.fromkeys(("av", "ave"), "have"),
    **dict.fromkeys(("d", "da"), "the"),
    **dict.fromkeys(("yous", "youse", "yiz", "yis", "una", "unu"), "you"),
    **dict.fromkeys(("dya", "dyou", "dyous"), "do"),
    **dict.fromkeys(("wiv", "wit", "wid", "wif"), "with"),
    **dict.fromkeys(("tym", "tyme", "tim"), "time"),
    **dict.fromkeys(("abeg", "pliz", "pleez", "plse", "plss"), "please"),
    **dict.fromkeys(("hlo", "helo", "hlw", "hullo"), "hello"),
    **dict.fromkeys(("bcoz", "bcz", "bcos", "coz", "cos"), "because"),
    **dict.fromkeys(("any1", "ne1", "ny1"), "anyone"),
    **dict.fromkeys(("cn",), "can"),
    "dem": "them",
    **dict.fromkeys(("thanx", "thnx", "tnx", "thanxs", "tanx", "tks", "thks"), "thanks"),
    "canc": "cancellation",
    "rong": "wrong",
    "nun": "none",
    "hu": "who",
    "wich": "which",
    "wana": "wanna",
    **dict.fromkeys(("goin", "gng"), "going"),
    "doin": "doing",
    "dere": "there",
    "shd": "should",
    **dict.fromkeys(("recomend", "reccomend", "recommend"), "recommend"),
    **dict.fromkeys(("aprox", "apprx"), "approx"),
    "cpl": "couple",
    **dict.fromkeys(("dun", "dunt", "dnt"), "dont"),
    "wun": "wont",
    **dict.fromkeys(("haf", "hv"), "have"),
    **dict.fromkeys(("noe", "knw"), "know"),
    **dict.fromkeys(("tot", "thot", "thort"), "thought"),
    **dict.fromkeys(("ard", "arnd"), "around"),
    "abt": "about",
    **dict.fromkeys(("neva", "nvr"), "never"),
    "oso": "also",
    **dict.fromkeys(("alr", "alrdy", "oredi", "liao"), "already"),
    "tt": "that",
    "thk": "think",
    "bn": "been",
    **dict.fromkeys(("sry", "sori", "sozz"), "sorry"),
    "cuttin": "cutting",
    "kno": "know",
    "otw": "omw",
    **dict.fromkeys(("summat", "sumat", "sumthing"), "something"),
    "owt": "anything",
    "nowt": "nothing",
    "shant": "wont",
    "wens": "whens",
    "thru": "through",
    "2b": "be",
    "nxt": "next",
    "wk": "week",
    "wks": "weeks",
    **dict.fromkeys(("wknd", "wkend", "wkd"), "weekend"),
    **dict.fromkeys(("tmrw", "tmr", "tmw", "tomoz", "tomo", "tmz", "tmoro", "tmro"), "tomorrow"),
    **dict.fromkeys(("nite", "nyt"), "night"),
    "arvo": "afternoon",
    **dict.fromkeys(("mornin", "morn", "mrn"), "morning"),
    "bookin": "booking",
    "in2": "into",
    "poss": "possible",
    "pos": "possible",
    "hr": "hour",
    "hrs": "hours",
    "luv": "love",
    "rem": "remember",
    "bout": "about",
    **dict.fromkeys(("saty", "satdy", "satday", "saterdy"), "saturday"),
    **dict.fromkeys(("wedsday", "wednsdy", "wensdy"), "wednesday"),
    "sum1": "someone",
    "some1": "someone",
    "every1": "everyone",
    "b4": "before",
    "gr8": "great",
    "m8": "mate",
    "m8s": "mates",
    "l8": "late",
    "l8r": "later",
    "l8rs": "laters",
    "w8": "wait",
    "w8in": "waiting",
    "w8ing": "waiting",
    "str8": "straight",
    "4got": "forgot",
    **dict.fromkeys(("2moro", "2mrw", "2mro", "2moz", "2morrow", "2mora", "2mara"), "tomorrow"),
    **dict.fromkeys(("2day", "2dy", "2dai"), "today"),
    **dict.fromkeys(("2nite", "2night", "2nyt", "2nit"), "tonight"),
    "ne": "any",
    "any1s": "anyones",
    "2gether": "together",
    "chnge": "change",
    "mke": "make",
    "tke": "take",
    "gna": "gonna",
    "gon": "gonna",
    "wrk": "work",
    "hav": "have",
    "hve": "have",
    "wen": "when",
    **dict.fromkeys(("wat", "wot", "wut", "whut"), "what"),
    **dict.fromkeys(("wats", "wots", "wuts"), "whats"),
    "wer": "where",
    "cum": "come",
    "cud": "could",
    "wud": "would",
    "shud": "should",
    "cld": "could",
    "cudnt": "couldnt",
    "wudnt": "wouldnt",
    "gud": "good",
    "gd": "good",
    "cnt": "cant",
    "luk": "look",
    "lookin": "looking",
    "buk": "book",
    "hw": "how",
    "il": "ill",
    "iv": "ive",
    "uv": "youve",
    "non": "none",
    "dis": "this",
    "dat": "that",
    "dats": "thats",
    "dese": "these",
    "dose": "those",
    "thnk": "thank",
    "wan": "want",
    "needa": "need",
    "nething": "anything",
    "nemore": "anymore",
}

_DAYS = words_of(
    "today tomorrow tmrw tmr tmw tomo tonight monday mon tuesday tues tue wednesday weds wed thursday "
    "thurs thur thu friday fri saturday sat sunday sun 2day 2moro 2mrw 2morrow 2nite next nxt"
)
_LEADING_TO_HOURS = words_of(
    "at @ to till til until by around about abt arnd round after aft b4 before from between or and is "
    "was say like maybe do make for 4"
)
_WANTING = words_of(
    "want wanna need needs like love going able unable poss possible have hoping hopin trying tryin "
    "due supposed meant happy spk speak talk tlk chat change chng move swap switch push shift"
)
_MOVED = words_of(
    "it me us mine appt appointment booking slot move change chng swap switch push shift"
)
_URGING = words_of(
    "want wanna need needs have had got told ok okay fine possible love nice sorry how where what "
    "supposed meant due happy able easier"
)
_COUNTED = words_of(
    "people ppl pax min hour week day month other more left free available open spare kid child of or "
    "today tomorrow tonight monday mon tuesday tue tues wednesday wed weds thursday thu thurs friday fri "
    "saturday sat sunday sun next this and for please pls plz thanks thx am pm oclock half quarter on at in the if"
)
_CHANGING = words_of("change chng chnge move mve swap switch push put shift bring")
_DOING = words_of(
    "get gt come cum book bk be b c see do change chng cancel cncl move make mk mke have hv go speak "
    "bother bug trouble hear reply check confirm rebook resched sort squeeze pop drop swing swap add meet spk talk ask know kno knw pay bring take tk tke let wait find fit put say the my a an u you ya me "
    "us him her"
)
_TO_WHOM = words_of(
    "a an my me the d da us him her it that dat this dis ur your u you any sum some ages now nw work lunch xmas haircut "
    "trim cut fade beard shave colour color kids kid everything"
)
_HOURLY = _LEADING_TO_HOURS | words_of("half quarter qtr past today tomorrow tonight")
_HOURS = words_of("1 2 3 4 5 6 7 8 9 10 11 12")
_EACH = words_of(
    "any first last middle second third later earlier that this which 2nd 1st early late st nd rd th"
)

FIGURES: tuple[Figure, ...] = (
    Figure("4", "for", ahead=_TO_WHOM, barred=_LEADING_TO_HOURS | _DAYS),
    Figure(
        "4",
        "for",
        joins=(
            words_of(
                "appt appts appointment booking slot slots free space spaces spot anything thing book in "
                "bookin u you me us him down cut haircut trim fade shave beard up room available times "
                "thanks thx cheers ta poss avail cancel looking lookin wk week time it that this"
            ),
            _DAYS,
        ),
    ),
    Figure("4", "for", joins=(words_of("say said"), _DAYS), led=words_of("i u you")),
    Figure("4", "for", joins=(words_of("booked down good ok okay still set confirmed"), _HOURS)),
    Figure(
        "2", "too", ahead=words_of("late early busy long soon far expensive short much many dear")
    ),
    Figure("2", "to", ahead=_DOING, barred=_LEADING_TO_HOURS - words_of("like from") | _DAYS),
    Figure("2", "to", behind=words_of("up goin going used able tryin trying hoping hopin")),
    Figure("2", "to", behind=words_of("it mine"), led=_CHANGING),
    Figure("2", "to", behind=_URGING, spared=_COUNTED),
    Figure("2", "to", inside=True, led=words_of("from frm"), barred=_HOURLY),
    Figure("2", "to", joins=(words_of("quarter qtr qrtr"), _HOURS)),
    Figure("2", "to", joins=(_DAYS | _MOVED, words_of("some sum sometime any anytime"))),
    Figure("2", "to", joins=(_WANTING | _MOVED | _DAYS, _DAYS)),
    Figure("1", "one", behind=_EACH),
    Figure("1", "one", behind=words_of("free available"), led=words_of("next ur your earliest")),
    Figure("1", "one", behind=_DAYS, led=words_of("the da d")),
    Figure("n", "and", inside=True),
    Figure(
        "y",
        "why",
        ahead=words_of("not r are u you is isnt do dont did didnt cant wont am was would"),
    ),
)
