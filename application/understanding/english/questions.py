"""What English-speaking customers ask about the shop."""

from application.understanding.text.words import either

_YOU = "you/u/ya/yall/they/yous"

SERVICES = either(
    "do kids|do you also|do you cut/colour/color/shave/dye/trim/style/wash|do they cut/do|included",
    "gift card/cards/voucher/vouchers/certificate/certificates|set me back|run me|cheaper/cheap/cheapest/expensive",
    "pay/leave/need/take/require a/- deposit|deposit needed/required",
    "pay upfront/up front/ahead/beforehand|pay in advance|prepay|pay by/with/in card/cash/phone",
    "can/could/do/should i pay|do i have to pay|pay now/later/first|take cards/cash/venmo/zelle/paypal|apple/google pay|do you only take cash",
    "cash only|card only|cash or card|card or cash|is/are cash/card/cards ok/okay/fine/accepted",
    "bank transfer|just walk/show/turn in/up|just come by/in|without an appointment/booking",
    "without booking|turn up|do i need/have to book/appointment|need to book ahead/first|tipping|leave/give a/- tip/tips|do you accept/take tips",
    "what services do you have/offer|how much|howmuch|hows much|hw much|how expensive|whats the price/cost/damage",
    "what is the price/cost|price/prices/pricing/cost/costs/rates/fee/charge/charges/pricelist/prise",
    "damage for|the damage|£/$/€ for|hm is/are/for/4/r|price list|quote|what do you/u/yall charge/ask|what would i/it pay/cost/come",
    "what does it/a cost/run|come to in total|ballpark|going rate|pay less|pay more|free of charge|kids/adults/students/seniors pay",
    "what services|which services|services|treatments|what do you/u/yall do/offer",
    "u do|you/u guys/lot/all do/offer/sell|yall do/offer/sell|whats on the menu|on the menu|your menu|menu|do/does you/u/yall/they/ye guys/- do/offer/sell/have/stock a/an/any/-",
    "do you/u/yall/they guys/- take/accept/use|accept cards|sell/stock/carry",
    "walk ins|walkins|walk in|do i need an appointment|difference/diff/discount/discounts/deal/deals/offers/promo/promos/promotion/promotions/specials",
    "student/senior/military/kids/kid/childrens/veteran/pensioner discount/price/prices/rate/rates/pricing",
    "if i cancel|cancellation policy/fee|how long does|how long is|how long will|how long would|how long do|what kind/sort/type of|which cuts|total",
    "unisex|rating/ratings/rated/stars/reviews|how many stars|highly rated|kid friendly|good with kids",
    "give/charge/fee/cost/free/notice to cancel|charge/fee/fees/charged for cancelling|how much notice",
    "a/any/the/your/- cancellation policy/fee/charge",
    "dearer/pricier/pricey|deposit/fee/pay to book",
    "how long between",
    "how many/much quid|quid for/a",
    "age limit/restriction|minimum age",
    "pay when i/we come/get/arrive in/there/-",
)

HOURS = either(
    "opening hours/times|your hours/hrs|the hours/hrs|hours of|store/shop/working/trading hours/hrs|hours/hrs today/tomorrow/on/for/this/sunday/saturday/monday|whats/wats hours/hrs",
    "knocking/knock off|open/opened/close/closed/opening/closing/closes/opens/shut/shuts|shut/lock up/down",
    "what/wat time do/does/u/you you/u/yall/ya/they/guys/the open/close/shut/start/finish/shop",
    "what time does the shop open/close/shut|what time do you guys open/close/shut/start/finish",
    "when do/does you/u/yall/they/it open/close/shut/start/finish|what time/times are you open",
    "are/r you/u/yall/ya guys/- open|when are you open|how late/early are you/u/yall open|business hours|what are your hours",
    "until/till/til what time|open till/til/until when|how late do you/u work/stay|stay open|open on/tomorrow/today/now/late/early",
    "what days are you/u/yall open|which days are you open|days off|holiday hours",
    f"{_YOU} guys/- working/open/closed christmas/thanksgiving/easter/holidays/memorial/labor",
    "are/r/- you/u/ye/yall/guys/they still open",
    "what/wat times closing/opening/open/close",
    "what/which days/day do/are/does you/u/ye/yall/they guys/- open/close/closed/off/shut",
)

ADDRESS = either(
    "where/whereabouts about/abouts/- are/r you/u/yall/ya/yous/ye/yiz/youse|where is it|wheres/where is/- the/your/ur/yalls/this shop/barbershop/salon/place/store/spot/barbers",
    "where are you guys|where are yall|whats/what is/- your/ur/the/their/its address/location/postcode/zip/zipcode",
    "address/adress/addy/addres/directions/location/located/parking/postcode/zipcode/postal|zip code|street name",
    "how do i get there|how to get there|how can i get there|find you|your/ur place|how do i get to|where do i go|where exactly",
    "phone/contact/telephone number|what city|what area/street/neighborhood|where you/u/yall at|where you/u located",
    "send me/- your/the/a/ur pin/map/location|google maps/map|nearest/closest station/bus/subway/metro/tube",
    "somewhere/anywhere/where/place to park|park near/nearby/close|can i park|car park|near the station|landmark/landmarks",
    "whats their/your/ur/its number/phone|what is their/your/ur/its number/phone|their/your number|number there|the phone number|contact info/details/information|street address|get in touch",
    "do you/u/ye/yall guys/- have a/any/- parking lot/-",
    "eircode|bus/tram/luas/train/subway/metro stop|stop near/beside",
    "where do i/we come/go in/to|the entrance|entrance",
    "where you/u/ye/yall/they/it/that are/is",
    "are/r/is you/u/ye/yall/they/it/shop close/near/nearby to/-|are you anywhere/somewhere near/close",
)
