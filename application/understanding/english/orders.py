"""What English-speaking customers order, and for whom."""

from application.understanding.text.words import Entry

_KIN = (
    "son/dad/da/brother/bro/sister/friend/husband/boyfriend/partner/wife/daughter/kid/mate/father/mum/"
    "mam/mom/missus/girlfriend/cousin/buddy/pal/lad/boy/nephew/niece/uncle/grandad/flatmate/roommate"
)

PEOPLE: tuple[Entry, ...] = (
    ("one", 1, "one/option/slot/choice/ones/whichever|whatever one/ones"),
    ("child", 1, "kids/kid/child/children/childs/boy/boys/toddler|my son/boy/kid"),
    (
        "people_unit",
        1,
        "pax/people/persons/ppl/guys/adults/kids/boys/friends/mates/lads/pals/buddies/brothers/cousins/sons/girls/others/blokes/fellas/heads|of us",
    ),
    (
        "people",
        2,
        "me/myself and/n/& my/me/our/the/a young/little/wee/big/auld/old fella/lad/one/man/boy/brother/sister/son|me/myself and/n/& my/me/our/the/a mam/ma/da/mammy/daddy/nan/grandad/uncle/housemate/fiance/boss/coworker/colleague/niece|my/the mam/ma/da/mum/mom/sister/cousin/lad/fella and i/me/myself|me/myself and/n/& my/me/our/the/a son/dad/brother/bro/sister/friend/husband/boyfriend/partner/wife/daughter/kid/mate/father/mum/mom/missus/girlfriend/cousin/buddy/pal/lad/boy/nephew/flatmate/roommate|me and my son/dad/brother/friend/husband/boyfriend/wife/daughter/kid/mate/father|my son/dad/brother/friend/husband/boyfriend/kid/father/mate/buddy/pal/wife/missus/partner/girlfriend/daughter/flatmate/roommate/bro and me/i/myself|me and a friend|me plus one|both of us|us both|the two of us|us two/2|my son and me",
    ),
    ("bringing", 1, "bring/bringing"),
    ("self", 1, "me/myself|for me/myself"),
    ("oneself", 1, "for me/myself"),  # and for somebody else: a visit each
    ("companion", 1, f"for/and my/our/the {_KIN}|for him/her|my {_KIN} needs/wants/would"),
    ("child", 1, "for/and my/our/the son/boy/kid"),
    (
        "people_lead",
        1,
        "a/- group/gang/team/crew of|we are|were|there are|party of|number of people/guests/adults/persons/heads/diners to/from/is/as/-|there will be|we will be|well be|therell be|we are/were going/gonna to/- be|were going/gonna to/- be",
    ),
    (
        "money",
        1,
        "nights/rooms/beds/tables/suites/dollars/dollar/bucks/usd/euros/quid/pounds/percent/years/yrs/stars/min/mins/minutes/minute",
    ),
    (
        "choice",
        -1,
        "the/- bottom one/option/slot|the later/latest/last of the two/three|the later/latest one|later/latest one|the latest/last of them/those|the last one|last one|the last option/slot|last option",
    ),
    (
        "choice",
        0,
        "the/- top one/option/slot|the earlier/earliest/sooner/first/soonest of the two/three/them/those|whichever/whatever is soonest/sooner/earlier/earliest/first|the earlier/earliest/early one|earlier/earliest one|the soonest one",
    ),
    ("middle", 1, "the middle|the/- middle one/option/slot/time|the one in the middle"),
    ("of_these", 1, "of those/these|of the times/slots/options/ones"),
    (
        "any_barber",
        1,
        "anyone/anybody/whoever/whoevers|with anyone|with anyone but|anyone but|any barber|any of them|with any|no preference/pref|the/- next/first free/available barber/chair|i/- dont/doesnt really/particularly/- care/mind/fussed about/which the/- barber|barber doesnt/dont/isnt/is not/really/- matter/important|i/- dont really/particularly/much/- mind/care who|in with someone/somebody|by anyone/anybody/someone/somebody|someone/somebody else free|dont mind who|dont care who|doesnt matter who|either barber|whoever is free|any one|with whoever",
    ),
    (
        "any",
        1,
        "any/either/whatever/whichever|i/id/it/this/- dont/doesnt/wouldnt really/particularly/much/- mind/care/matter to/for/- me/-|i/id/it/this/- do/does/would not really/particularly/much/- mind/care/matter to/for/- me/-|all the same to me|you can/may/could/should choose/pick/decide for/- me/-|leave it to you|your choice/call|doesnt matter|dont mind|dont care|no preference|up to you|you/u choose/pick/decide|im easy|not fussed|not bothered|dont care which|doesnt matter which|dont mind which|makes no difference",
    ),
    ("with", 1, "with/w"),
    ("because", 1, "because/cause/cuz/bc/coz"),
    (
        "holds",
        1,
        "have/has/got/is/theres/attending|ive got|which is|that is|there is|going to|to attend/join|to go/get/be to/at",
    ),
    (
        "event",
        1,
        "footy/football/match/game/rugby/movie/practice/rehearsal/recital/lecture/class/classes/college/uni/fitting/airport/wedding/weddings/party/parties/dentist/doctor/doctors/meeting/meetings/interview/exam/exams/funeral/graduation/birthday/anniversary/prom/gig/concert/baptism/christening/bday/trip/flight/photoshoot/shoot/communion/confirmation/debs/formal/ball/races/stag/hen/reunion/wake/recital/holiday/vacation/gala/quince/hearing/surgery|getting/get/gets/got married|flying/travelling/traveling out/-|photo shoot",
    ),
    ("for", 1, "for"),
    (
        "name_lead",
        1,
        "my name is|my names|name is|the name is|names|the names|under/in the/- name of/-|name of|put it/me/us under|its/is/it under",
    ),
    ("name_lead_weak", 1, "this is|im|i am|its|under"),
)

SERVICES: tuple[Entry, ...] = (
    (
        "service",
        "haircut",
        "a number/grade/no 1/2/3/4/5/6/one/two/three/four|1/2/3/4/5/6 on/at/round the/me/my back/sides/side/top and/n/- sides/top/back/-|for cutting|cutting and/n/& shaving/shave/beard|barb|barbing|barb my/his hair|barnet|number/grade/no 1/2/3/4/5/one/two/three/four all/on/at/back/over/round|me/his/my barnet/mop/fringe|chop|haircut/haircuts/cut/cuts/trim/trims/fade/fades/taper/tapers/crop/lineups/buzzcut/hairdo|hair cut/cuts|buzz cut|skin fade|crew cut|scissor/dry/mens/womens/ladies/gents cut|tidy/clean/edge/touch/sharpen up|tidy|cleanup|short/- back and/n sides|mullet/pompadour/undercut/mohawk/mop|low/mid/high fade|hair trim|line up|lineup|shape up|my hair cut/done|trim up|trimmed|faded/buzzed up/-|haircutting|hair|my hair",
    ),
    ("weak", 1, "hair|my hair"),
    (
        "service",
        "beard_trim",
        "beard tidy/tidied/tidying/cleanup/sorted/shaped/cut/trimming/fade/sculpt up/-|tidy/clean/shape/neaten/sort/line up/out/- my/the/his/a beard|bread trim|beard/beards/goatee|beard trim/trims|beard shape|beard line/lineup|beard trimmed|trim my/the beard",
    ),
    ("service", "haircut_beard", "the works|full works|combo"),
    (
        "service",
        "shave",
        "shaving|shave/shaves|hot towel|hot towel shave/shaves|wet shave|clean shave|straight razor|razor shave",
    ),
    (
        "service",
        "kids_cut",
        "kids/kid/childs/child/childrens/boys/toddler/sons cut/cuts/haircut/haircuts|haircut for my son/kid/boy/daughter|my son/kid/boy/daughter needs a/- haircut/cut/trim|for my son/kid/boy/daughter/lad/nephew|my lad|little/lil man/mans|little/lil mans hair/cut|cut for my son/kid/boy/daughter|my sons hair|my kids hair|little one",
    ),
    (
        "service",
        "hair_color",
        "color/colour/coloring/colouring/colored/coloured/dye/dyed/highlights/lowlights/tint/bleach/balayage/ombre/recolor/recolour|gray/grey/grays/greys coverage/covered|cover my/the gray/grey/grays/greys|roots|root touch up|my roots|hair color/colour/dye|color/colour touch/top/freshen up|color/colour refresh|dyeing|dyeing my hair|dying my/his/her/the/- hair|dye my hair|color/colour my hair",
    ),
)
