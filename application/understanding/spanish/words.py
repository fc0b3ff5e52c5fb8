"""Spanish as customers write it, on both sides of the Atlantic."""

import datetime as dt

from application.understanding.reading import TimeRange
from application.understanding.spanish.calendar import DAYS, NUMBERS
from application.understanding.spanish.day_times import TIMES
from application.understanding.spanish.forms import OR_ELSE, forms
from application.understanding.spanish.frames import FRAMES
from application.understanding.spanish.haste import SHORT, SQUEEZED
from application.understanding.spanish.hints import HINTS
from application.understanding.spanish.people import PEOPLE
from application.understanding.spanish.plain_words import ALIKE, FILLER
from application.understanding.spanish.services import SERVICES
from application.understanding.spanish.wishes import OVERHEARD, WHOLE, WISHES
from application.understanding.text.words import Words, words_of

_JOINS = (
    ("and", 1, "y/e/mas/con/i"),
    ("or", 1, f"o/u|o si/- no|pero si no puede/esta/hay/tiene/pudiera|{OR_ELSE}"),
    ("not", 1, "mejor que|antes que|mas que|nunca/jamas con/-"),
    (
        "not",
        1,
        "se me/nos complica/complico/dificulta/hace|no me/nos cuadra/acomoda/queda/viene/sirve|me/nos queda/viene mal|no dije|yo no dije|cualquier dia menos|menos/excepto/salvo/ni/tampoco|no quiero|no era|no es|que no sea|nada de|no puedo|no me va|menos el|menos los|menos con|no me sirve|en vez de|en vez del|en lugar de|en lugar del|en ves de|en ves del|que no",
    ),
    ("but", 1, "pero"),
    ("open_at", 1, "abren/abris/abres/abre/cierran/cerrais/cierras/cierra a las/la"),
    ("at", 1, "abren/abris/abres/abre/cierran/cerrais/cierras/cierra a las/la"),
    (
        "idiom",
        1,
        "black friday|tinen hueco/huecos/turno/turnos/cita/citas/lugar/espacio/algo/hora/libre|hazme/haceme/hagame/haga/hagan el/un dos/2/catorce/14/paro|hasta muy/bien/- tarde|te digo/aviso/confirmo/escribo algo/- en/dentro|del 1 al 10 que/como/cuanto/cuan|de 1 a 10 que/como/cuanto/cuan",
    ),
    ("away", 1, "estoy/estare/estamos/estaremos fuera|de vacaciones|de viaje|no estoy/estare"),
    ("so", 1, "asi que|por eso|por lo que|entonces"),
    (
        "busy",
        1,
        "trabajo/curro/trabajamos|estoy trabajando|estoy en el/- trabajo/curro/cole/clase|tengo clase/clases/trabajo/curro|mi horario es",
    ),
    (
        "shut",
        1,
        "cerrais/cierran/cierras/cierra/cerrado/cerrada/cerrados|esta/estais/estan/estas cerrado/cerrada/cerrados|no abris/abren/abres/abre",
    ),
    ("instead_of", 1, "en vez de|en vez del|en lugar de|en lugar del|en ves de|en ves del"),
    (
        "not_after",
        1,
        "tampoco|se me/nos complica/complico|no me/nos cuadra/acomoda/queda|me/nos queda/viene mal|no puedo|no me va|no me sirve|no me viene|imposible",
    ),
    ("no", 1, "no/nop/nel|ya no"),
    (
        "correct",
        1,
        "pero prefiero/mejor/preferiria|pero me viene/queda mejor|pero/y era|pero/- queria/quise poner|dije|sino/perdon/digo/mejor/espera/esperate/disculpa|quise decir|queria decir|quiero decir|mejor dicho|que sea|no espera|mas bien|me equivoque|me confundi|ay no|mejor que sea/me/este/vaya/quede|no/ay/- mentira|miento|me corrijo|corrijo|correccion|que digo",
    ),
    (
        "also",
        1,
        "tambien/ademas/anade/anademe/anadele/anadir/agrega/agregame/agregale/agregar/sumale/sumame|de paso|aparte|de mas",
    ),
    (
        "shift",
        "later",
        "un rato/ratito/poquito despues|retrasar/retrasarla/retrasarlo/atrasar/atrasarla|mas tarde|un poco/poquito mas tarde|algo mas tarde|mas tardecito|demasiado temprano/pronto|muy pronto|un rato mas tarde",
    ),
    (
        "shift",
        "earlier",
        "hay/tienes/tienen/habra algo/- antes ?|un rato/ratito antes|adelantar/adelantarla/adelantarlo|mas temprano/pronto/tempranito|un poco/poquito mas temprano/pronto|algo mas temprano/pronto|demasiado tarde|muy tarde|tan tarde|un poco antes|algo antes|un poquito antes",
    ),
    ("same_time", 1, "a/- la/esa/- misma hora|al/el/- mismo horario|a la/- misma horita"),
    (
        "right_after",
        1,
        "justo/enseguida/inmediatamente/seguido/- despues de mi/mio/nosotros|despues del mio|despues de la mia|detras de mi/mio|detras del mio|detras de la mia|a continuacion/- de la mia|seguido del mio|a continuacion",
    ),
    ("pushed", "later", forms("retras", "atras")),
    ("pushed", "earlier", forms("adelant", "anticip")),
    ("beside", "later", "despues"),
    ("beside", "earlier", "antes"),
    ("at", 1, "el de las|la de las|mi cita de las|la cita de las|mi turno de las|el turno de las"),
    (
        "mine",
        1,
        "lo del/de|es que yo/- tengo/tenia/teniamos una/mi/- cita/turno/hora/reserva|el del|el de las|mi/mis|mi/la/el cita/turno/hora/reserva del/de|la cita del|la cita de|la del|la de|mi turno del|mi hora del|el turno del|mi reserva del|la de las|mi cita de las|la cita de las",
    ),
)

_TONGUES = (
    (
        "tongue",
        "es",
        "en espanol|espanol por favor|espanol porfa|hablas/habla/hablan espanol|en castellano|espanol|castellano",
    ),
    ("tongue", "en", "en ingles|ingles por favor|ingles porfa|hablas/habla/hablan ingles|ingles"),
)

_SLIPS = (
    (
        "idiom",
        1,
        "te/le/les confirmo/aviso/digo/escribo/llamo mas tarde/tardecito/adelante|te/le/les confirmo/aviso/digo/escribo/llamo luego/despues/ahorita/ahora|mas tarde/tardecito te/le/les confirmo/aviso/digo/escribo|al rato te/le/les confirmo/aviso/digo/escribo|te/le/les confirmo/aviso/digo/escribo al rato|ahorita/ahora/luego te/le/les confirmo/aviso/digo/escribo",
    ),
    (
        "idiom",
        1,
        "en/para/por/- semana santa|en semanas|me corte/cortaron/corto el/la/un/- dedo/mano/pie/luz/agua/internet|tu barba/pelo/color|barba de santa/papa|navaja suiza|pelo de/del mi/tu/el/- perro/gato|color azul/rojo/verde/amarillo/morado|color de la/el/mi/tu pared/casa/camisa/carro",
    ),
    ("late_word", 1, "tarde/retrasado/retrasada/demorado/demorada/atrasado/atrasada"),
    ("weekday", 4, "el/este/pal/del/al vienes"),
    ("offset", 0, "para oi|oi a la/las|oi mismo|oi en/por la manana/tarde/noche"),
    (
        "idiom",
        1,
        "feliz navidad/nochebuena/nochevieja|feliz ano nuevo|felices fiestas|mi ultima/primera cita/visita|la/- ultima/primera/otra vez|la ultima/otra ves",
    ),
)

_WORKING_DAYS = (
    (
        "working_days",
        1,
        "entre/en semana|un/algun/cualquier dia/dias entre/de semana|dias de semana|los dias de semana|dias laborables/habiles/laborales|un dia laborable/habil",
    ),
)

# How Portuguese, which many understand here, names the days.
_NEIGHBOURS = (
    ("offset", 0, "hoje"),
    ("offset", 1, "amanha"),
    ("weekday", 0, "na/para/pra/nesta/de/- segunda feira|na/para/pra segunda"),
    ("weekday", 1, "na/para/pra/nesta/de/- terca feira|na/para/pra/nesta terca"),
    ("weekday", 2, "na/para/pra/nesta/de/- quarta feira|na/para/pra quarta"),
    ("weekday", 3, "na/para/pra/nesta/de/- quinta feira|na/para/pra quinta"),
    ("weekday", 4, "na/para/pra/nesta/de/- sexta feira|na/para/pra sexta"),
)

_COURTESY = (
    (
        "polite",
        1,
        "porfa/porfavor/xfa/xfavor/plis/gracias|por favor|esta/estaria/queda/va/suena bien/perfecto/perfecta/genial/joya|me queda/va/viene/sirve/parece bien/perfecto/perfecta/genial/joya|me va/viene/queda/sirve|entonces",
    ),
    ("option", 1, "opcion/numero/num/nro"),
)

SPANISH = Words(
    language="es",
    slots=(
        *NUMBERS,
        *DAYS,
        *TIMES,
        *_SLIPS,
        *_WORKING_DAYS,
        *_NEIGHBOURS,
        *_JOINS,
        *_COURTESY,
        *_TONGUES,
        *PEOPLE,
        *SERVICES,
    ),
    parts={
        "morning": TimeRange(start=dt.time(8), end=dt.time(12)),
        "dawn": TimeRange(start=dt.time(0), end=dt.time(6)),
        "early": TimeRange(start=dt.time(8), end=dt.time(10)),
        "early_morning": TimeRange(start=dt.time(8), end=dt.time(10)),
        "mid_morning": TimeRange(start=dt.time(10), end=dt.time(11, 30)),
        "late_morning": TimeRange(start=dt.time(10, 30), end=dt.time(12)),
        "midday": TimeRange(start=dt.time(12), end=dt.time(14)),
        "afternoon": TimeRange(start=dt.time(12), end=dt.time(20)),
        "early_afternoon": TimeRange(start=dt.time(12), end=dt.time(15)),
        "mid_afternoon": TimeRange(start=dt.time(16), end=dt.time(18)),
        "late_afternoon": TimeRange(start=dt.time(17), end=dt.time(20)),
        "evening": TimeRange(start=dt.time(17), end=None),
        "early_evening": TimeRange(start=dt.time(17), end=dt.time(19)),
        "late_evening": TimeRange(start=dt.time(20), end=None),
        "after_work": TimeRange(start=dt.time(17), end=None),
        "after_lunch": TimeRange(start=dt.time(14), end=None),
        "after_school": TimeRange(start=dt.time(15), end=None),
        "before_work": TimeRange(start=None, end=dt.time(9)),
        "before_noon": TimeRange(start=None, end=dt.time(12)),
        "first_thing": TimeRange(start=None, end=dt.time(10)),
        "last_thing": TimeRange(start=dt.time(17), end=None),
    },
    intents=WISHES,
    hints=HINTS,
    whole=WHOLE,
    overheard=OVERHEARD,
    frames=FRAMES,
    telling=words_of(
        "el la los las un una unos de del al y o que q en para pa por con sin mi mis tu te se "
        "lo le les es son esta estan hay tengo tienes tienen quiero quisiera puedo puedes podria "
        "como cuando donde cuanto cual quien porfa favor xfa hola buenas gracias pero mas muy ya "
        "algo cita hora soy somos este voy ir tambien nos su sus ese esa eso necesito "
    ),
    filler=FILLER,
    endings=(
        ("isimo", "o"),
        ("isima", "a"),
        ("ecito", "e"),
        ("ecita", "e"),
        ("cito", "s"),
        ("cito", ""),
        ("cita", ""),
        ("itos", "os"),
        ("itas", "as"),
        ("ito", "o"),
        ("ita", "a"),
        ("quito", "co"),
        ("quita", "ca"),
        ("guito", "go"),
        ("guita", "ga"),
        ("ito", ""),
    ),
    alike=ALIKE,
    misspelt=words_of(
        "semana semanas buenas buenos dentro partir cancelar reservar agendar reagendar gracias quiero disponible manana cambiar degradado "
        "afeitado espanol necesito horario direccion precio "
    ),
    negations=words_of(
        "llegues lleguen vayas vayan vaya a no nunca tampoco me quiero la lo las los se le nos quisiera"
    ),
    short=SHORT,
    squeezed=SQUEEZED,
    sounds=(
        ("ch", "1"),
        ("rr", "2"),
        ("h", ""),
        ("qu", "k"),
        ("q", "k"),
        ("ce", "se"),
        ("ci", "si"),
        ("c", "k"),
        ("z", "s"),
        ("v", "b"),
        ("ll", "i"),
        ("y", "i"),
        ("ge", "je"),
        ("gi", "ji"),
    ),
    native=words_of(
        "yo hotel a al con de e el en i la las los mi me no o u y once ten mar sin son van sale va ya vale "
        "bien mes ago hace mayo mas sobre come color real hay tan te si que fade taper cut dame "
        "nada bueno seguro menos hora sep media tipo pasado in el on hey ey bye c perfect see despues set tarde "
        "primer mapa segundo local actual agenda chance simon tomo tomos mora morra ta total has "
    ),
)
