"""How English-speaking customers greet, thank, take leave, and say yes and no."""

from application.understanding.text.words import either

_FINE = (
    "good/great/fine/nice/ok/okay/perfect/wonderful/lovely/amazing/awesome/excellent/fantastic/"
    "better/right/cool/grand/mint/smashing/alright/ideal/brilliant/correct/fab/sweet"
)
_FRIENDLY = (
    "legend/lifesaver/star/gem/best/champ/angel/saint/genius/doll/peach/goat/king/queen/hero/"
    "treasure/mensch/dear/sweetheart"
)
_KIND = f"{_FRIENDLY}/helpful/kind/awesome/amazing/great/wonderful/brilliant"

_CALLED = (
    "mate/bro/bud/buddy/pal/boss/chief/lad/lads/man/dude/fam/hun/love/darling/squire/guv/fella/"
    "fellas/gents/ladies/folks/guys/all/everyone/team/again/cuz/captain/champ/legend/sir/g"
)

GREETING = either(
    "hai/hallo/heloo/helloo/heey/hii/hi/hello/hey/hiya/howdy/yo/sup/heya/greetings/ello/oi/gday/hullo/aloha/gm",
    "what/whatre are/- you/u/ya/ye/yall up to tonight/today/later/this/-|wuu2|"
    "how far ,|how far bro/boss/oga/guy/bros/chairman",
    "hey/hi/hello/yo/hiya/morning/evening there/again/guys/all/everyone/team/folks/everybody",
    "good morning/mornin/mornings/afternoon/evening/evenin/day",
    "happy/blessed/gud/gd morning/afternoon/evening/day/weekend/monday/tuesday/wednesday/thursday/friday/saturday/sunday",
    f"morning/mornin/afternoon/evening !|morning/mornin/afternoon/evening/evenin {_CALLED}|morning/mornin/evening/evenin could/can you/u/ye/i|morning/mornin/afternoon/evening , how/hows/can/could/i/im/is/are/do/any/just/hope/its/what/whats/would|top of the morning/day/afternoon/evening|warm/big/cheery/friendly hello/hi|how might/would you/u be|morning all/everyone/guys/team/mate/bro/man",
    "is/- anyone/anybody there/around/home|are you still/- there|are you still here/around|anyone/anybody at home|hello ? anyone/anybody ?|wotcha/wotcher|you there ?|is this the barbershop",
    "did you/u/ya have a good/great/nice/lovely day/weekend/night/morning/week/one|whats the good word|whats been happening/cooking/up/new|what has been happening/cooking/up/new|whats been going on|what has been going on|whats/wats/what cooking/up/good/new/happening/cracking/crackin/poppin/popping/shaking/cookin",
    "wassup/whatsup/wazzup|what is up/new/happening",
    "what are you doing today|what are you up to|what have you been up to",
    "how are/r you/u/ya/yall/things/we|how are/r you/u/ya/yall this morning/afternoon/evening|how are/r you/u doing/feeling/today|hru|how you doing/doin",
    "hows it going/goin|how is it going|hows/hows everything/things/life/tricks|how is everything/life",
    "hows/how your day/morning/week/evening|how is your day/morning/week/evening",
    "how was/has your day|how do you do|how have you been|how you been|how is life treating you",
    "you doing well|are you doing well/okay/good/alright|you alright|you ok|everything ok/okay/good",
    "good/nice/great/lovely/glad/pleasure/happy to see/meet/have you/ya/u|good/nice/great/lovely/glad/happy to hear from you/ya/u|its/- a pleasure to meet you|its/- good/nice/great to talk/chat to/with you/ya|its good/nice/great to see/meet you|whats/wats going/goin on today/-|what is going on|pleased to meet you|long time no see",
    "story/storey bud/boss/lad/horse/-|whats/any the story/craic/news|alri/alright/awright lads/mate/pal/bud/boss/hun/love/chief/guys/fella|wagwan/oioi|oi oi|ay up|hows you/yourself|how are things",
    "how ya/ye going/goin/getting/keeping/gettin on/-|hows the form/head|hows she cuttin/cutting|hope youre/your/you/ye keeping/are/doing well/good/ok|well lads/lad/boys/bud/boss/chief|yalright|you/u/ye/yall/ya alright/alrite/ok",
    f"hi/hey/hello/hiya/yo/howdy/gday/alright/ello/well {_CALLED}",
    "alrite/awrite",
    "happy monday/tuesday/wednesday/thursday/friday/saturday/sunday/weekend/humpday/holidays",
    "morning/mornin/afternoon/evening , you/u/ya/everyone/hope/sorry/quick/my/did/got/wondering/looking/who/whos/where/wheres/when/whens",
)

CONFIRM = either(
    "yesh/yip/yips/alrighty/righty/righto|say no more|yeah/yea/yep/ye/yh/ok/cool/nah/- no worries/worry/problem/probs/prob/bother/stress/dramas",
    "yeap/yap/yepp/yupp/yess/yeh/yas/yes/indeed/yeah/yep/yup/yea/ya/ok/okay/okey/k/kk/sure/perfect/correct/confirm/confirmed/absolutely/definitely/great/fine/cool/awesome/fantastic/deal/agreed/excellent/accept/alright/yessir/affirmative/okie/aight/ye/yh/yeahh/yus/okk/oki/definately/defo/deffo/brill/splendid/okayy/yesss/mhm/y",
    "right/true/exactly/precisely/aye/totally/certainly/positive/naturally/roger/amazing/wonderful/lovely/brilliant/super/bet/surely/undoubtedly/sweet/dope/done/sold/facts/word/neat/bueno/good",
    f"that/this/it/which/- sounds/sound/seems/looks/works/is just/very/really/pretty/- {_FINE}",
    f"that/this/it/- will/would be/work/- just/- {_FINE}",
    f"thats/thatll/thatd/itll/itd/its be/work/- just/very/really/so/- {_FINE}",
    "thats/it/is/s true|thats/that is/- it|thatll/that/it/this/thatd will/would/ll/d/- do/work|thatll do|thatd work|ill work|its true|works for me/us|works|that works|it works|works well",
    "thats/its/thatll the one i/we/- want/like/need/wanted/-|that/this/it is the one i/we/- want/like/need/wanted/-|go ahead|go for it|go on then|go on|carry/keep on|keep going|of course|please do|all good|do it|for sure|no problem|no worries|lets do it/this/that|lets go",
    "thatll/that/itll/it/this has/have/will/- have/has/- to do|will have to do|will just have to do",
    "that/this/it will/would be most/very/quite/more/really/- convenient/suitable/agreeable/welcome/acceptable",
    "ok/okay/sure/fine/yes/yeah/yep no hurry/rush/problem/worries",
    "still good/fine/ok/okay/works/suits for/- me/us",
    "will work|would work|i like|i/id/we like/love that/it/this|it is|they are|it sure is|sure is|sure thing|you bet|you got it|you have it|got it|got it right|you are right|youre right|thats right|thats correct|thats a yes/affirmative|that is a yes|a yes from me",
    "im happy with|i confirm|i/id do/say/reckon/imagine/believe/think/guess/suppose so|i agree|i accept|by all means|without a/- doubt/question|im/i am/- ok/okay/good/fine/happy/cool/down with that/it/this/these/those/the|i/id/ill/- want/like/choose/pick/take/have that/this one|thats/its agreeable/reasonable/acceptable/suitable/convenient/satisfactory|leave/keep it just/exactly/- like/as that/this/it/planned is/-|thats/that/it/this is/- exactly/- what i want/need/meant/said/wanted/asked for/-|sounds/looks/seems about/all/quite right/good|that checks out|you can say that again|sounds like a plan|its a go/yes/plan/date/deal|mm/m hmm/hm|mmhmm/mhmm/uhhuh|couldnt agree more|not a problem|why not|cant wait|no issue/issues|hell/heck/oh/why yes/yeah|yes please|yes indeed|very well|fair enough|okey dokey/doke|okie dokie|uh huh|say less|count me in|im in|im down|why wouldnt it/i/we|suits me|fine/ok/okay/good by/with me|no objections|no doubt|can we please|can you please|please and thank you|100|100 percent|spot on|lock it in|go/roll with that/it/this|lets roll|ill take it/that/this/them|we have a deal|its a deal|sign me up|book it|why not|might as well|couldnt be better|thumbs up|most definitely/certainly|that is so|that is indeed|indeed it is",
    "that/this/it one/- will/would/should/could/can/might do/work nicely/well/fine/great/perfectly/-|that/this/it is/was the/a/an one/place/salon/time/slot/- i want/wanted/like/need/needed",
    "that/this/it/- one/- seems/seem/sounds/sound/looks/look/is/feels reasonable/promising/suitable/acceptable/satisfactory/decent/convenient/sensible/agreeable/appropriate|sounds/looks/seems like what i want/need/wanted/needed|sounds/looks/seems like exactly/just what i want/need/wanted/needed",
    "dont have/see a/an/any objection/objections/issue/issues/problem/problems|wont/isnt/not be/- a/an/any problem/issue/trouble/hassle|no objection/objections|see no issue/problem/objection/reason",
    "i/- approve/approved|what i had in mind|i/- have no complaints|no complaints|im good to go|i am good to go|go/going forward/ahead with it/that/this",
    "matches/fits/meets/suits what i/we want/wanted/asked/need/needed for/-|seems/seem to fit/meet/match/suit|fits/meets/suits my needs/requirements/schedule",
    "not bad|not bad at all|not too/so/that bad/shabby|nothing wrong with that/it/this|thats/that/it/its is/- not too/that/so late/early/far/long/bad/expensive/much|doesnt/dont sound/look/seem bad|i really/- dont mind that/it/at/-",
    "👍|✅|👌|🙌|✔|💯|🤝|👊",
    "nah/no/nope yeah/yea/yep|leave it as is|leave it like that|not a bother/bother/problem/issue|no bother/bodder/dramas/drama/stress/hassle|all grand|its grand|thats/that/it is/- all correct/right/good/fine/true|you heard me/right/correctly",
    "gr8/deadly/magic/champion/belter/safe/fosho/yurp/yeppers/perf/perfecto/beauty/bewdy/ripper/smashing/ideal/mint/grand|happy days|grand job|too easy|good as gold|fo/for sho|aye/ah/sure go on|right so|go on so/sure|done deal|sure why not|sort it|all good/sweet/gravy",
    "thats/thatll/its/be just/pure/- grand/sound/class/deadly/magic/ideal/gr8/perf/mint|thats/its/- bang/spot on|thatll/that do/suit/works/work me/us/nicely/grand/fine|suits me/us|put/stick/pop/pencil/book/lock/slot it/that in/down/-|put/stick/pop/pencil/book/lock/slot me in/down for it/that/then|works for me/us",
    "fasho/ight/aighty/yessirski/ayy|can can|can lah/lor/la/also",
    "no changes/change/amendments needed/required/necessary/-|nothing to change/add|youre/your/ur/thats/its/are/is/- not wrong/incorrect/untrue/mistaken/false",
    "wouldnt have it any other way|wouldnt change a thing/anything|couldnt ask for more/better|agree with you/that/this|have/has/got to agree|id agree",
    "hit the nail on|theres/there/- is/s/- no question/doubt about it/that|i/- cant/cannot/couldnt argue with that/it/you|cant fault it/that",
    "wed love/like that/it/this|id/i/we would/- like/love that/it very much|very much so",
    "id/i/we would/- like/love to try/take/have/get that/this one/-|id/i/we would/- like/love to go with/for that/this one/-",
    "i/ive/we already/just/- said/told/say you/u/- yes/yeah/yep|the/my answer is/was/remains yes",
)

DENY = either(
    "all cannot|cannot lah/leh/la/lor",
    "prefer/rather/want/like a/an/- another/different place/salon/option/time/day/one|id/i/would/- rather/prefer another/different",
    "dont/didnt need/want/have anything/nothing else/more/further today/tonight/now",
    "nm/n/no/nope/nah/nay/negative/disagree/false/never/noo/nooo/naw/nahh/incorrect/untrue/wrong/nothing/none/neither/pass",
    "wrongly|you/youve/- understood/got/have me/us/this/that/it wrong|misunderstood/misunderstand/misread",
    "right day/time/date/service/barber/one ,/- but/- wrong/not",
    "scratch that/it|take a rain check|raincheck|not this time",
    "rather/quite/bit/little late/early/soon for me/us",
    "no can do|no can do today/tomorrow/monday/tuesday/wednesday/thursday/friday/saturday",
    "right/- now no need|no need for/right/- now|thats/it/this is/- enough for/- now/today",
    "was just/only/merely asking/wondering/curious|not booking|forget the whole/entire thing|forget everything|changed my plans",
    "no need|theres no need|wont/doesnt/dont/didnt fit",
    "not today/tonight ,/- but/- thank/thanks/maybe/though/sorry",
    "hold off|hold off on that/it|didnt say|i didnt say/ask/mean/want|i doubt it|im/i afraid not|am afraid not|not so fast|not in a million years|cant be right|thats/that/it/this/thats/its is/was/- not/never|thats not it/right/correct/true/me/what|no thanks|no thank you|no ty|no thx|not really|not now|not yet|not at all|not a chance|not for me|not happening|not so|not true|not it",
    "dont|do not|not that|i dont/didnt think/believe|i dont think/believe so|i dont like|i dont want that/this/it|i would not|i wouldnt|i refuse|i decline|ill pass|hard pass|i disagree|id rather not|rather not|prefer not",
    "no way|no sir|no mam|no maam|no chance|no i dont|hell/heck/oh no|of course not|absolutely/definitely/certainly/really/probably not/nothing/no|maybe not|perhaps not|guess not|think not|uh uh|nuh uh|by no means|under no circumstances|there is no way|theres no way|out of the question|a no|say/be no|that is false/wrong/incorrect/untrue|thats false/wrong/incorrect/untrue|not even|no siree",
    "not/isnt/aint/wasnt/arent ok/okay/fine/good/great/perfect/cool/true/correct/right/accurate/interested/happy/ideal/convenient/possible/suitable|doesnt/didnt/dont/wont sound/look/seem/work/suit",
    "maybe/perhaps later|maybe/perhaps another time|maybe/perhaps some other time|maybe/perhaps at a later time|at a later time|some other time|another time|in the future|not just yet|ill do it later|that doesnt work|doesnt work|wont work|scrap that/it|never mind|nevermind|nvm|forget it/that/about|leave it",
    "thats wrong|that is wrong|they are not|it is not|isnt|incorrect|not quite|another one|other one|something/anything/someone/somewhere/nothing else|different one",
    "nothing for/right now/today|not for now|not right now|not at this/the time/moment|no thanks for now|no thank you for now|im/i all/am good/set/fine/ok/okay|im okay/good/fine/set|im good thanks|nothing else/more|no more for/right now|no more|nothing else for now|nothing else i need|dont need anything/nothing more/else/-|dont need anything/nothing more/else/- right/for now/today",
    "👎|❌|🙅|🚫",
    "yeah/yea/ye/yh/ok/yep nah/naw/no|i/- cant/cannot/couldnt do/make any/either/none of them/those/these|i/- cant/cannot/couldnt do/make then/those/them|cant/cannot/couldnt do that/this|id rather not|rather not",
    "youre/ur/im/its alright/grand/sorted/ok/okay/good/fine thanks/ta/cheers/mate|no/nah/nope/na ta/cheers/thanks/youre/your/im grand/alright/ok/okay/good/sorted/-|dont bother|ah no|ill/gonna leave it|leave it so/there|give it a miss|hard no|actually no|wait no|on second thoughts/thought/- no",
    "im/i/were/we am/are/- all/- good/fine/ok/okay/grand/set/sorted for now/today|im/i/were/we am/are/- all/- good/fine/ok/okay/grand/set/sorted for the moment",
    "you misheard/misunderstood/misread me/that/it/-|heard me wrong|got me/it/that wrong|got the wrong end",
    "not as far as i/im|not to my knowledge|not that i know/remember/recall|not that im aware",
    "better/rather/prefer if/- you didnt/dont",
    "i/ive/we already/just/- said/told/say you/u/- no/nope/nah|the/my answer is/was/remains no|still no|no means no",
    "thats/its/that/it is/- too/way expensive/dear/pricey|thats/its/that/it is/- too much|out of/over my/our budget|cant afford it/that",
    "thats/its/that/it is/- a/- bit/little/tad late/early/soon/far",
    "thats/is/its no good/use|doesnt/dont/wont/didnt suit/work for/- me/us|not what i wanted/said/asked/meant|i/ive changed my mind|changed my mind|dont want it",
)

THANKS = either(
    "congrats/congratulations",
    "job/work on the/my/me cut/fade/trim/haircut/hair/beard/mullet/colour/color",
    "you did/were great/good/amazing/well/wonderful|takes/took care of it/everything/that",
    "thanks/thank/thx/ty/cheers/tysm/thnx/thanx/tks/thankyou/thankss/tyvm/ta/tnx/thks|thank you/u/ya/yall|much appreciated|very/so/really/greatly appreciated|appreciate it/you/that/this/your|appreciate/appreciated/grateful/thankful/obliged|good/nice/great/lovely/fun chatting/talking",
    "thats/that/it is/will/-/ll be/- all|thats all i/we/- need/needed/wanted/have/got|that is all i/we/- need/needed/wanted/have/got|thats all i need/needed help with right/for now|thats all i need help with|thats all for now/today|that is all for now/today|all set/good/done for now/today|im all set|thats everything|that is everything|that will be all|thatll be all|all i need/needed for now/today/the moment",
    "that/this does it for me/us/- for/- today/now/-",
    "thats/thatll/that be/is/was/will/- be/- all/everything/it for/- today/tonight/now",
    "great/good/useful/helpful info/information|the/all info/information i was/need/needed/wanted",
    "thats/thatll/that/this be/will/is/was/- be/- all/everything i/we need/needed/want/wanted/have/had for/- today/now/tonight",
    "that/this was/is everything/all i needed/wanted/need/want|thatll do for now/today/-|that will do for now/today",
    "many thanks|thanks a lot/bunch/million/ton|thanks for now/today|thanks again|ta very much|nice one|much obliged|bless you/u|kind of you|very kind|you rock|you the best|my man|big up|props|kudos",
    f"you/u are/r a/the/so/very/super/really/extremely/most/- {_KIND}|youre/ur a/the/so/very/super/really/extremely/most/- {_KIND}",
    f"youve been a/so/such/very/super/really/extremely/most/- {_KIND}|a/an/the real/absolute/total/true {_FRIENDLY}|you/u {_FRIENDLY}",
    "helpful|that/this/it/you was/were so/very/really/- kind/helpful/great/useful/awesome/sweet|i value/admire/love/treasure/like/enjoyed your/this/the help/answer/assistance/service|good looks|good looking out|a great/big/huge/real/massive help|been a/such/great/so help|very/so/super/really/extremely/most helpful|you/youve helped/saved|helped me|that/this/it helps/helped",
    "well done|job well done|good/great/nice/awesome/excellent/amazing/fantastic job/work/answer/response/reply/service|your/the/that answer/help/response/info/information/reply/assistance/service/time was/is",
    "happy/pleased/satisfied with/for your/the/this answer/service/help/assistance|enjoyed your/the|for your/the/all help/assistance/time/answer/response|for the help/answer/info|🙏",
    "thanks/ta a mil/mill/million/bunch|cheers big ears|much love|fair play/dues|good man/lad/woman|sound lads/mate/bud|youre/ur/you sound",
    "what a star/legend/gem/hero/treat/service/help/gent|that/it covers it/everything",
    "preciate/preciated it/that/ya/you/-",
    "legend/legends/lifesaver/superstar",
    "you/u da best/man/goat",
)

GOODBYE = either(
    "on my way|omw|im here/outside|just arrived here|bye/goodbye/cya/byebye/laters/ciao/farewell/bbye/adios|bye bye|good bye|see you/ya/u/yall/yous|see you then/soon/later/there/tomorrow|see u then|c u|cu|have a good/great/nice/lovely/wonderful/blessed/fantastic/fab one/day/evening/night/afternoon/weekend/rest/time",
    "have a good/great one/day/night|good night|take care|take it easy|talk later/soon|talk to you later/soon|ttyl|ttys|later|goodnight|night night|gotta go/run/bounce/get|got/have to go/run/bounce|gotta get going|gotta/have to get going|i have to go|i gotta go/run|need to go|catch you/ya later|peace out|until next time|till next time|so long and/then/mate/pal/friend/for|enjoy your day/weekend/evening",
    "ill/i/well/we will/- call/ring/phone/try back/again/later/you|see/catch you/ya/u another/some time|see/catch you/ya/u some other time|off i/we go/pop|catch up soon/later|bed/bye/off/home/sleep , night/nite|adieu/arrivederci|au revoir|auf wiedersehen|peace/cheerio/toodles/tara/sayonara/tatty/ttfn|ta ra|toodle oo/pip|over and out|until/till/til tomorrow/next then/time/week",
    "im/am/just on way|im/am on the/de way|on me way|on me/my way now/over/in/there/down|omw now|see ye/yous/yis|chat later/soon|nite/nighty|all the best|mind yourself",
)
