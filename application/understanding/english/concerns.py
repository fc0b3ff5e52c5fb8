"""How English-speaking customers ask for a person, for silence, or for their data."""

from application.understanding.text.words import either

PERSON = either(
    "charged me twice|charged twice|double charged|not a bot/robot/machine|human/agent/manager/operator/representative/receptionist/supervisor/complaint/complain/refund/rude/terrible/awful/unacceptable/ridiculous/disgusting/botched/ruined/disappointed/scam",
    "a/real/actual/live/different person|person/somebody/someone real|the owner|owner/staff/person please/now|speak/talk/chat to/with someone/somebody/anyone/a/the/your/you|speak directly|speak/talk with/to|call/ring/phone me/us back/-|give me a call/ring/bell/buzz/shout|gimme a call/ring/bell/buzz/shout|bell me|can someone call",
    "someone/somebody/person from/at/in the/your|customer service/support/care|real/live/actual human|messed up my|not happy with|worst|are/r you/u/this a/an bot/robot/ai/machine|is this a bot/robot/machine/real|unhappy|useless|lawyer",
    "connect me|put/get me/us in touch/contact with|member of staff/management|get hold of someone/somebody/you/a|put/patch me through/thru|patch me over|transfer me|pass me to/on|get me someone/somebody|get me your/the/a manager/owner/boss/supervisor|reception|front desk|to someone/somebody else|agents|bots|bot isnt/is/doesnt|stupid bot|dont want to talk/speak|want to talk/speak/complain|have to speak/talk|someone i can talk/speak|not helping|isnt helping",
    "problem/issue/problems/issues with my/the/your|report a problem/issue",
    "a/have/quick/little word/chat with",
    "get/have/want/need a call/ring/callback|call back|callback",
    "went/gone/turned out/- wrong/bad/badly/awful/terrible/orange/green",
    "anybody/anyone/somebody/someone real",
)

OPT_OUT = either(
    "take me off|stop/quit bothering/contacting/spamming/writing/harassing/pinging me/-|quit texting/messaging me/-|leave me alone|unsubscribe|unsubscribe me|stop messaging|stop texting|stop sending",
    "dont/do message/text/msg/send/contact/write/not me/message/contact/text/send|no more/further messages/texts/reminders/msgs/notifications|opt out|opt me out|stop contacting|remove me from|lose my number|delete my number|remove my number|take my number|stop the reminders/messages/texts|pack it in|turn off reminders/notifications",
)

MY_DATA = "info/information/data/details do/have you/u/ye have/hold/keep/store/got on/about me/us|information/info/data do you have about me|delete my data|my data|my personal data|what data|erase my data|delete all my data|data you have|my information you|gdpr"
