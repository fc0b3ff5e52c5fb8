"""What English-speaking customers order, and for whom."""

from application.understanding.text.words import Entry

PEOPLE: tuple[Entry, ...] = (
    ("one", 1, "one/option/slot/choice/ones/whichever|whatever one/ones"),
    ("child", 1, "kids/kid/child/children/childs/boy/boys/toddler|my son/boy/kid"),
    (
        "people_unit",
        1,
        "people/persons/ppl/guys/adults/kids/boys/friends/mates/lads/pals/buddies/brothers/cousins/sons/girls/others/blokes/fellas/heads|of us",
    ),
    (
        "people",
        2,
        "me/myself and/n/& my/me/our/the/a young/little/wee/big/auld/old fella/lad/one/man/boy/brother/sister/son|me/myself and/n/& my/me/our/the/a mam/ma/da/mammy/daddy/nan/grandad/uncle/housemate/fiance/boss/coworker/colleague/niece|my/the mam/ma/da/mum/mom/sister/cousin/lad/fella and i/me/myself|me/myself and/n/& my/me/our/the/a son/dad/brother/bro/sister/friend/husband/boyfriend/partner/wife/daughter/kid/mate/father/mum/mom/missus/girlfriend/cousin/buddy/pal/lad/boy/nephew/flatmate/roommate|me and my son/dad/brother/friend/husband/boyfriend/wife/daughter/kid/mate/father|my son/dad/brother/friend/husband/boyfriend/kid/father/mate/buddy/pal/wife/missus/partner/girlfriend/daughter/flatmate/roommate/bro and me/i/myself|me and a friend|me plus one|both of us|us both|the two of us|us two|my son and me",
    ),
    ("self", 1, "me/myself"),
    ("people_lead", 1, "a/- group/gang/team/crew of|we are|were|there are|party of|there will be"),
    (
        "money",
        1,
        "dollars/dollar/bucks/usd/euros/quid/pounds/percent/years/yrs/stars/min/mins/minutes/minute",
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
    (
        "any_barber",
        1,
        "anyone/anybody/whoever/whoevers|with anyone|with anyone but|anyone but|any barber|any of them|with any|no preference/pref|dont mind who|dont care who|doesnt matter who|either barber|whoever is free|any one|with whoever",
    ),
    (
        "any",
        1,
        "any/either/whatever/whichever|doesnt matter|dont mind|dont care|no preference|up to you|you choose|you pick|im easy|not fussed|not bothered|dont care which|doesnt matter which|dont mind which|makes no difference",
    ),
    ("with", 1, "with/w"),
    ("because", 1, "because/cause/cuz/bc/coz"),
    ("holds", 1, "have/has/got/is/theres/attending|ive got|which is|that is|there is|going to"),
    (
        "event",
        1,
        "movie/practice/rehearsal/recital/lecture/class/classes/college/uni/fitting/airport/wedding/weddings/party/parties/dentist/doctor/doctors/meeting/meetings/interview/exam/exams/funeral/graduation/birthday/anniversary/prom/gig/concert/baptism/christening/bday/trip/flight/photoshoot/shoot/communion/confirmation/debs/formal/ball/races/stag/hen/reunion/wake/recital/holiday/vacation/gala/quince/hearing/surgery|getting/get/gets married|flying/travelling/traveling out/-|photo shoot",
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
        "barnet|number/grade/no 1/2/3/4/5/one/two/three/four all/on/at/back/over/round|me/his/my barnet/mop/fringe|chop|haircut/haircuts/cut/cuts/trim/trims/fade/fades/taper/tapers/crop/lineups/buzzcut/hairdo|hair cut/cuts|buzz cut|skin fade|crew cut|scissor/dry/mens/womens/ladies/gents cut|tidy/clean/edge/touch/sharpen up|tidy|cleanup|short/- back and/n sides|mullet/pompadour/undercut/mohawk/mop|low/mid/high fade|hair trim|line up|lineup|shape up|my hair cut/done|trim up|haircutting|hair|my hair",
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
        "shave/shaves|hot towel|hot towel shave/shaves|wet shave|clean shave|straight razor|razor shave",
    ),
    (
        "service",
        "kids_cut",
        "kids/kid/childs/child/childrens/boys/toddler/sons cut/cuts/haircut/haircuts|haircut for my son/kid/boy/daughter|my son/kid/boy/daughter needs a/- haircut/cut/trim|for my son/kid/boy/daughter/lad/nephew|my lad|little/lil man|cut for my son/kid/boy/daughter|my sons hair|my kids hair|little one",
    ),
    (
        "service",
        "hair_color",
        "color/colour/coloring/colouring/colored/coloured/dye/dyed/highlights/lowlights/tint/bleach/balayage/ombre/recolor/recolour|gray/grey coverage|cover my/the gray/grey/grays/greys|roots|root touch up|my roots|hair color/colour/dye|color/colour touch/top/freshen up|color/colour refresh|dyeing|dyeing my hair|dying my/his/her/the/- hair|dye my hair|color/colour my hair",
    ),
)
