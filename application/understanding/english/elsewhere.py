"""English words of a bank, a journey, a kitchen, a quiz: nobody's business at a barber's.

What is `FOREIGN` is asked of somebody else; what is `AFAR` may well be told to a barber besides,
as in "my flight is at six".
"""

from application.understanding.text.words import either

MONEY = either(
    "account/accounts/balance/loan/loans/mortgage/mortgages/overdraft/overdrawn/transfer/transfers/transferred/transaction/transactions/cheque/cheques/debit/debits/savings/interest/interests/statement/statements/withdraw/withdrawal/withdrawals/isa/iban/payee/payees/borrow/borrowing/lend/lending/saving/bank/banks/banking",
    "salary/wages/payslip/paycheck/payroll/pension/pensions/refinance/refinancing/lender/lenders/currency/currencies/credited/debited/dispute/disputed/disputing/chargeback/fraud/fraudulent/scammed/payday/invest/investing/investment/investments/crypto/bitcoin/stock/stocks/bill/bills/utilities/electricity/insurance/membership/subscription/irs/taxes/lottery",
    "credit/debit card score/limit/bill/report/history|credit score/limit/report/history/bureau/rating/file|spending/cash/card limit|sort code|routing/account number|top/topped/topping up|topup|direct debit/debits|standing order/orders|the/an/nearest/your atm|cash machine|cashpoint|my pin|a/the/my/this regular/monthly/weekly payment|payment of|pin number/code|tax return/returns|security question/code|exchange/heart/interest/tax/mortgage rate/rates|how much money/time do/did/have i/we|how much do/did/have/has i/we/he/she spend/spent/have/earn/save/saved",
    "block/blocked/freeze/froze/unfreeze/unblock/activate/replace/reactivate/swallowed/kept/ate/cloned/stole my/the/our card/cards|replacement/lost/stolen/new/virtual/disposable card/cards|card was/is/got/has/been declined/blocked/stolen/lost/frozen/swallowed/expired",
)
JOURNEYS = "journey/journeys to/by|flight/flights/passport/passports/airport/airports/airline/airlines/luggage/fly/uber/taxi/taxis/cab/cabs/minicab/lyft/cruise/cruises/itinerary|car rental|rental car|rent a car|travel visa|plane ticket/tickets"
KITCHEN = "kebab/kebabs/curry/noodles/steak/pint/pints/recipe/recipes/cook/cooking/bake/baking/calorie/calories/pizza/pizzas/burger/burgers/grocery/groceries/ingredient/ingredients/chicken/rice/pasta/soup/cheese/bread/vitamin/vitamins/protein/sushi/tacos/oven/microwave/restaurants"
MACHINES = "internet/laptop/laptops/computer/computers/iphone/android/netflix/spotify/youtube/playlist/podcast/podcasts/printer/software/password/passwords/alarm/timer/thermostat/bluetooth/battery/batteries/dishwasher/fridge/freezer/vacuum/laundry/carpet/carpets/furniture/lawn/plumber/electrician/mechanic/tire/tires/tyre/tyres/engine/gas/petrol/boiler/sink/drain/drains/pipe/pipes/toilet/roof/wiring/kettle|tv/telly/television|the/my lights/volume/heating/router|find/lost/charge/fix/from/on/off my phone|oil change"
STORIES = "marathon/marathons/paint/painting/painted|moving/moved/move house/home/flat/apartment|go/going to/- the/- cinema|movie/movies/film/films/song/songs/lyrics/album/albums/novel/novels/episode/episodes/actor/actors/actress/joke/jokes/poem/poems/riddle/trivia|fun fact|that/this/which/what/his/her book|book about/by/everyone/everybody|tickets/ticket for/to"
WORLD = "planet/planets/moon/galaxy/universe/ocean/oceans/mountain/mountains/president/minister/senator/election/elections/population/dinosaur/dinosaurs/invented/inventor/discovered/century/continent/countries/weather/forecast/temperature/temperatures/celsius/fahrenheit/nba/nfl/playoffs|super bowl|world cup|going to rain/snow|best/on/happening/restaurant/restaurants/bar/hotel/hotels/museum in town|round/around here|in my area|civil/world war|capital/president/population/history/meaning of|what/which country"
HEALTH = "doctors/doctor/dentist/dentists/hospital/vet/vets/physio/gp/optician/opticians/therapy/eye appointment/appt|vomiting/symptom/symptoms/fever/medicine/medicines/medication/prescription/prescriptions/pharmacy/vaccine|blood pressure/type"
ANIMALS = "puppy/puppies/kitten/kittens/hamster/horse/horses|my/the/your/a/our dog/dogs/cat/cats"
SHOPPING = "a/my/new/black/blue/wedding suit|shoes/sneakers/amazon/ebay/parcel/parcels|tracking number|my/the package/order/orders|order me/us/more/a/an/some|buy a/an/some/me"
HELPERS = "tattoo/tattoos/piercing/babysitter/babysitters/nanny/cleaner/photographer/gardener/tutor/vet/florist/caterer/realtor/handyman/locksmith/carpenter/lawyer"
LEARNING = "homework/essay/essays/equation/algebra/calculate/convert/definition/synonym/synonyms/college/colleges/tuition/scholarship|square root|how do/would you/i spell|spell the word"
ERRANDS = "train/bus/coach/ferry/plane/concert ticket/tickets/timetable|look/search up the/a/an/how/what/who/some/articles/reviews/recipes/lyrics|search for the/a/an/some flight/flights/recipe/song/movie|google what/who/how/when|turn/switch on/off/up/down the/my/our|remind me to/tomorrow/tonight/later/that|take monday/tuesday/wednesday/thursday/friday/today/tomorrow off|annual/sick leave|translate/translation|set/start/create/make me/- a/an/my/the alarm/timer/reminder|play me/some/a/the|take/make a note|in/by/through the/- post/mail|post office|shopping/grocery list|how do/would/can/could/to you/u/i/we/they/people/one/- say|how old/tall/deep/heavy/fast away/is/are/was/does/do/can"

# What a house has beside its trade: a question when it opens is one about the house.
PREMISES = "massage/massages/treatment/pool/pools/gym/spa/sauna/jacuzzi/restaurant/bar/cafe/kitchen/lobby/lounge/rooftop/terrace/breakfast/dinner/brunch/buffet/concierge/housekeeping/branch/branches|swimming pool|front desk|reception|check in/out|late/early checkout/check|room service|pets/animals/smoking/children/towels/aircon/wifi/bed/beds/cot/minibar/balcony|air conditioning|night/nights/guests"

# What tells that somebody comes to the shop, whatever else is spoken of.
VISITING = "bring my/the/our/a|can/could/may/might/will i/we come/pop/swing/drop/stop|i/ill/we/to/and/me come/pop/swing/drop/stop in/by/over/round/at/for/before/after/around|my/our/the room/table/stay|park/parking|fit/squeeze/slot/pencil me/us in|do me/us|directions from|get there/here from|get to you from|from the/- airport/station/hotel|slot/slots/chair/cut/haircut"

# What holds the word for a day, a number or a service, and means none.
IDIOMS = either(
    "a/any/- number between/from|a/per/each/one/every/extra/another/more night|all night|more nights|a/an lovely/great/nice/wonderful/beautiful/fantastic/amazing/pleasant morning/afternoon/evening/night|good morning/afternoon/evening/night in/into german/french/spanish/italian/english/irish/welsh/polish/japanese|todays date",
    "first/second/third woman/man/person/guy/lady/boy/girl/world/grade/aid/class/name",
    "what/which/whats day/date is/was/- it/today/christmas/xmas/easter/halloween/thanksgiving",
    "whats/what is/- for breakfast/lunch/dinner/tea/supper",
    "this/such/on a/- fine/lovely/beautiful/glorious/sunny/rainy/cold/wet/gorgeous/wonderful morning/afternoon/evening/day/night/monday/tuesday/wednesday/thursday/friday/saturday",
    "a/the hair in/on|my hair is/was wet/dry/oily/greasy/falling/gone|the colour/color blue/red/green/yellow/pink/purple/orange/of",
    "cut the grass/lawn/hedge/cake/bread/crusts/power/electricity/cord|cut my/his/her finger/thumb/hand/arm/leg/foot/lip/ear",
    "got/get/was/been/power/line/call cut off|short cut for/to|cut down/back on|cut corners",
)

FOREIGN = either(MONEY, ERRANDS)
AFAR = either(
    JOURNEYS, KITCHEN, MACHINES, STORIES, WORLD, HEALTH, ANIMALS, SHOPPING, HELPERS, LEARNING
)
