"""What Spanish-speaking customers want: the phrases that tell an intent, or help to decide one."""

from application.understanding.reading import Intent
from application.understanding.spanish.answers import CONFIRM, DENY, GOODBYE, GREETING, THANKS
from application.understanding.spanish.bookings import AVAILABILITY, BOOK
from application.understanding.spanish.changes import CANCEL, LATE, MOVE, MY_APPOINTMENTS
from application.understanding.spanish.concerns import MY_DATA, OPT_OUT, PERSON
from application.understanding.spanish.forms import AGES, OR_ELSE
from application.understanding.spanish.questions import ADDRESS, HOURS, SERVICES
from application.understanding.text.words import either

WISHES: tuple[tuple[Intent, str], ...] = (
    ("greeting", GREETING),
    ("services", SERVICES),
    ("hours", HOURS),
    ("address", ADDRESS),
    ("availability", AVAILABILITY),
    ("book", BOOK),
    ("move", MOVE),
    ("cancel", CANCEL),
    ("my_appointments", MY_APPOINTMENTS),
    ("confirm", CONFIRM),
    ("deny", DENY),
    ("late", LATE),
    ("person", PERSON),
    ("opt_out", OPT_OUT),
    ("my_data", MY_DATA),
    ("thanks", THANKS),
    ("goodbye", GOODBYE),
)

WHOLE: tuple[tuple[Intent, str], ...] = (
    ("opt_out", "baja/bajas/stop|dar de baja|darme de baja|dame de baja|baja por favor"),
    ("opt_in", "alta|dar de alta|dame de alta|darme de alta"),
    ("my_data", "mis datos"),
)

# Phrases of which a part alone would tell an intent that nobody has here.
OVERHEARD = either(
    "que tal el tiempo/clima|un cambio|hacer/hacerme un cambio",
    "a que hora",
    "donde esta/estan/queda/quedo/puse/deje mi/mis|ando/estoy/anda/estaba terrible|la/otra/esa/una persona con la/que/quien que/-|la/otra/esa persona que",
    "cuanto falta/faltan",
    "que hora es|que hora son|dime la hora|reserva/reservar/reservame un/una hotel/vuelo/habitacion",
    "como esta/estara/estuvo/va el/la clima/tiempo/trafico/dolar/cosa|disculpe/disculpa/disculpen/perdon/perdone la hora|la hora en|la/- otra vez|la ultima vez|accion de gracias|no se|no lo se|no estoy seguro/segura|ni idea|no tengo idea|no sabria",
    "y el/la/los/las/un/una/mi|gracias a dios|cambio/cambiar de/el aceite/nombre/clave/tema|cambiar de look/estilo/imagen|cambio de look",
    "no mas tarde/temprano|no antes|no despues|no muy tarde/temprano|no tan tarde/temprano",
    OR_ELSE,
    "tiene/tengo/tienen/tenemos mucha/mucho/- fiebre/gripe/gripa/dolor/covid/hambre/sueno/frio/calor/prisa/afan|de donde|donde eres/naciste",
    "como/cuando/donde/puedo/debo/hay/tengo que/- confirmo/confirmar|para confirmar|si confirmo me/nos|ya/- confirme ?",
    "tienes/tenes/tiene/tienen hijos/novia/novio/esposa/hambre/sueno/miedo/familia/hermanos/mascotas",
    "voy/llego/llegue/voy a llegar tarde al/a/para/pa trabajo/la/el/escuela/cine/clase/curro/colegio escuela/cine/universidad/misa/oficina/-",
    "y/pero/por/solo si",
    "me esperas/esperan al/el/hasta|no me/la/lo/- la/lo/- muevas/muevan/cambies/cambien/pases/pasen/corras/corran",
    "en cambio|otra cosa/pregunta/consulta/duda",
    "no se/sabria/sabemos si|no lo/- se todavia/aun/bien|no estoy/estamos seguro/segura/seguros si/de/que/-|a ver si|depende/dependiendo si/de/del/-|ir/voy/pasar/paso/caigo/venir a/- donde|primer/primero/segundo/tercer/tercero/cuarto/quinto/ultimo horario|me/nos cancelo/cancelaron/cancelaste|no voy/iria/vengo/ire solo/sola|nada mas|el/al/del/en/mi/- mismo horario",
    "a como de lugar|no entiendo/entendi/comprendo/capto/cacho nada/bien/-|se me olvido/paso la/mi cita/turno/hora de ayer/anoche/antier|no fui/pude/llegue/alcance ayer/anoche/antier",
    "pasame/pasa/pasale/ponme/poneme/con/a la 0/cero/1/uno/2/maquina/navaja nomas/-",
    f"tiene/tienen/tengo/cumple/cumplio {AGES} anos/anitos/anito/meses|va a cumplir {AGES}/-",
    "cuantos anos|cuantos anos tienes/tiene/tenes/tienen/teneis|tengo que|en que me ayudas",
)
