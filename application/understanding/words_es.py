"""Spanish as customers write it, on both sides of the Atlantic."""

import datetime as dt

from application.understanding.calendar_es import DAYS, NUMBERS, TIMES
from application.understanding.frames_es import FRAMES
from application.understanding.hints_es import HINTS
from application.understanding.reading import TimeRange
from application.understanding.wishes_es import OVERHEARD, WHOLE, WISHES
from application.understanding.words import Words, words_of

_JOINS = (
    ("and", 1, "y/e/mas/con/i"),
    ("or", 1, "o/u"),
    (
        "not",
        1,
        "se me/nos complica/complico/dificulta/hace|no me/nos cuadra/acomoda/queda/viene/sirve|me/nos queda/viene mal|no dije|yo no dije|cualquier dia menos|menos/excepto/salvo/ni/tampoco|no quiero|no era|no es|que no sea|nada de|no puedo|no me va|menos el|menos los|menos con|no me sirve|en vez de|en vez del|en lugar de|en lugar del|en ves de|en ves del|que no",
    ),
    ("instead_of", 1, "en vez de|en vez del|en lugar de|en lugar del|en ves de|en ves del"),
    (
        "not_after",
        1,
        "se me/nos complica/complico|no me/nos cuadra/acomoda/queda|me/nos queda/viene mal|no puedo|no me va|no me sirve|no me viene|imposible",
    ),
    ("no", 1, "no/nop/nel|ya no"),
    (
        "correct",
        1,
        "pero prefiero/mejor/preferiria|pero me viene/queda mejor|dije|sino/perdon/digo/mejor/espera/esperate/disculpa|quise decir|queria decir|quiero decir|mejor dicho|que sea|no espera|mas bien|me equivoque|me confundi|ay no",
    ),
    (
        "also",
        1,
        "tambien/ademas/anade/anademe/anadele/anadir/agrega/agregame/agregale/agregar/sumale/sumame|de paso|aparte|de mas",
    ),
    (
        "shift",
        "later",
        "un rato/ratito/poquito despues|retrasar/retrasarla/retrasarlo/atrasar/atrasarla|una hora mas tarde|media hora mas tarde|mas tarde|un poco/poquito mas tarde|algo mas tarde|mas tardecito|demasiado temprano/pronto|muy pronto|un rato mas tarde",
    ),
    (
        "shift",
        "earlier",
        "un rato/ratito antes|adelantar/adelantarla/adelantarlo|una hora antes|media hora antes|mas temprano/pronto/tempranito|un poco/poquito mas temprano/pronto|algo mas temprano/pronto|demasiado tarde|muy tarde|un poco antes|algo antes|un poquito antes",
    ),
    ("at", 1, "la de las|mi cita de las|la cita de las|mi turno de las|el turno de las"),
    (
        "mine",
        1,
        "mi/mis|mi/la/el cita/turno/hora/reserva del/de|la cita del|la cita de|la del|la de|mi turno del|mi hora del|el turno del|mi reserva del|la de las|mi cita de las|la cita de las",
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

_COURTESY = (
    ("polite", 1, "porfa/porfavor/xfa/xfavor/plis/gracias|por favor"),
    ("option", 1, "opcion/numero/num/nro"),
)

_PEOPLE = (
    ("one", 1, "opcion/opciones"),
    ("people_unit", 1, "personas/persona/gente/amigos/chicos/ninos/adultos"),
    (
        "people",
        2,
        "pa mi y pa mi hijo/hermano/papa/padre/amigo/esposo/novio|mi hijo/hermano/papa/padre/amigo/esposo/novio/marido/pareja/hija/esposa/novia y yo|yo y mi hijo/hermano/papa/padre/amigo/esposo/novio/marido/pareja/hija/esposa/novia|para mi y mi hijo/hermano/papa/padre/amigo/esposo/novio|para mi y para mi hijo/hermano/papa/padre/amigo|para los dos|nosotros dos|para ambos",
    ),
    (
        "people_lead",
        1,
        "somos|seriamos|seremos|vamos a ser|iriamos|podemos/queremos ir/venir|iremos",
    ),
    (
        "money",
        1,
        "euros/euro/dolares/pesos/soles/lucas/minutos/min/mins/minuto/anos/estrellas/pavos/cosas/veces",
    ),
    (
        "choice",
        -1,
        "la/el mas tarde|la mas tardia|la/el mas tarde de todas/todos|la ultima|el ultimo|la ultima opcion|ultima opcion",
    ),
    (
        "choice",
        0,
        "la/el mas temprano/pronto|la mas temprana|la mas proxima|la/el mas cercana/cercano",
    ),
    (
        "any_barber",
        1,
        "cualquier barbero|con cualquiera|con quien sea|quien sea|me da igual quien|da igual quien|el que este libre|el que este|con el que sea|no importa quien|cualquiera de ellos|el que sea|con quien este|quien este libre|con quien haya|quien pueda|quien pueda antes|el que pueda|quien tenga/tengan hueco/libre/antes/-|el que tenga hueco/libre/-|no importa con quien|sin preferencia|ninguno/ninguna/nadie en especial/particular|todos me valen/sirven|me vale/sirve cualquiera",
    ),
    (
        "any",
        1,
        "cualquiera|no me importa|me da igual|da igual|me da lo mismo|da lo mismo|no importa|lo que sea|como quieras|la que sea|indiferente|me es igual|no tengo preferencia|el que quieras|cual sea",
    ),
    ("with", 1, "con|c"),
    (
        "event",
        1,
        "viajar/viajo/boda/fiesta/fiestas/dentista/medico/doctor/cumple/cumpleanos/reunion/viaje/vuelo/clase/clases/examen/entrevista/graduacion/bautizo/bautismo/evento/misa/partido/cena/almuerzo/comunion/concierto/quinceanera/quinces/casamiento/matrimonio/junta/funeral/velorio/aniversario|me caso|se casa",
    ),
    ("for", 1, "para/pa"),
    ("name_lead", 1, "me llamo|mi nombre es|mi nombre|a nombre de|les habla|te habla|le habla"),
    ("name_lead_weak", 1, "soy"),
)

_SERVICES = (
    (
        "service",
        "haircut",
        "corte/korte/cortes/cortesito/cortecito/pelado/cortarme/cortarnos/cortar/cortarse/cortarle/cortarmelo/corten/cortenme/cortame/recortarse/recortarnos/recortarle/raparme/rapar/raparse/raparle/rapen/pelar/pelarse/pelarnos/peluquear/peluquearme/tusar/tusarme/motilar/motilarme/motilada/motilado/rebajar/rebajarme/rebajado/degradados/fades/rapados/recortes/desvanecidos/difuminados/desbastar/lineup/pelada/degradado/degrade/desvanecido/difuminado/fade/pelo/cabello/cavello/pelito/rapado/rapada/recorte/peluqueada/cortecito|corte de pelo/cabello/cavello|corte d pelo|cortarme el pelo/cabello/cavello|cortarse/cortar el pelo|recortarme|un retoque|puntas|las puntas|un repaso|arreglarme el pelo|pelarme|taper|corte degradado|corte fade|corte normal|corte clasico|el pelo|corte de caballero|mi corte",
    ),
    ("weak", 1, "pelo/cabello/cavello|el pelo"),
    (
        "service",
        "beard_trim",
        "barba/barbas/barva/perfilado/perfilada|arreglo/arreglar/arreglarme/perfilar/perfilarme/perfilado/recorte/recortar/recortarme/retoque/corte/cortar/cortarme/cortarse/cortarle/cortarnos/recortarse/recortarle/recorten/recorta/retocar/retocarme/degradado/difuminado/fade/trim/diseno/delineado/delinear/delinearme/marcado/marcar/marcarme/contorno/lineup/limpieza/linea/rebaje/rebajar/rebajarme/emparejar/emparejarme de/la/- barba/barva|corte/degradado/fade/diseno/delineado/contorno/trim en/de la barba/barva|arreglo/areglo de barba/barva/varba/varva|varba/varva|arreglo de la barba|perfilado de barba|arreglarme la barba|recortarme la barba|hacerme la barba|la barba|perilla",
    ),
    ("service", "haircut_beard", "el combo|combo|el completo|servicio completo|corte completo"),
    (
        "service",
        "shave",
        "afeitado/afeitados/rasurados/afeitada/afeitar/afeitarme/afeitarse/afeitarnos/afeitarle/afeiten/afeitas/afeitan/rasurado/rasurada/rasurar/rasurarme/rasurarse/rasuran|toalla caliente|navaja",
    ),
    (
        "service",
        "kids_cut",
        "uno de nino|cortes/corte/pelo/cabello del/al nino/hijo/nene/peque|cortes de/para nino/ninos|corte de/para nino/ninos/nene/hijo/nena/peque|corte/cita para mi/el nino/hijo/nene/peque/hija|cortarle al nino/nene/peque|cortarle a mi hijo/nene/nino|corte infantil|cortarle el pelo a mi hijo/nino/nene|para/pa el/la/mi/al/un/una nene/nena/nino/nina/hijo/hija/peque/chaval|mi hijo|mi nene|mi nino|mi peque/hija/nena/nina/chamaco/chavito/chavo/pibe/sobrino/nieto/chiquito|al/del/el peque/chamaco/pibe|corte/pelo/cabello a/de mi hijo/nene/nino/hija|el nene|al nene|el nino",
    ),
    (
        "service",
        "hair_color",
        "tinen el pelo|tinen/tinten/tenirse/tenirle/tenirnos/tinan/decolorar/decolorarme/balayage/rayitos/iluminaciones|pintar/pintarme/pintarse/pintarnos el/- pelo/cabello/canas|tapar/tapame/cubrir/taparme/cubrirme las/- canas|tenir el pelo|tinte/tintes/color/tenido/tenida/tenidos/decolorado/tenirme/tenir/tinas/tina/mechas/decoloracion/coloracion/tintura|tenirme el pelo|color de pelo|tinte de pelo|tinte para el pelo",
    ),
)

SPANISH = Words(
    language="es",
    slots=(*NUMBERS, *DAYS, *TIMES, *_JOINS, *_COURTESY, *_TONGUES, *_PEOPLE, *_SERVICES),
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
    filler=words_of(
        "el la los las un una unos unas de del al y o u e que q en para pa por x con sin mi mis "
        "tu tus te se lo le les nos me yo es son era esta estan estoy ser sea hay tengo tienes "
        "tienen tiene quiero quisiera puedo puedes puede podria pueda como cuando donde cual "
        "quien porfa porfavor xfa xfavor favor plis pls hola buenas gracias pero mas muy ya algo "
        "alguno alguna cita citas hora horas soy somos este esta ese esa eso esto voy ir va "
        "tambien si no su sus a ah eh oye mira pues entonces bueno bien ok dia dias rato vez "
        "espacio turno libre posible preferible preferiblemente seria si solo solamente nomas "
        "jaja jajaja jeje amigo bro hermano crack jefe maestro barbero barberia local cosa verdad "
        "creo otra otro cualquier haber ver hacer hace haces hacerme quedo queda quedar quedamos "
        "pasar paso vamos vengo normal nuevo nueva porque xq hasta desde sobre entre todo toda "
        "aqui ahi cliente persona personas "
        "compadre compa compi primo prima colega tronco socio viejo iba preguntar pregunto queria podias podian darme dar decir decirme saber ver ir ser estar "
        "tener estaba estuve ando andaba vas van iria seria fuera mucho poco menos bastante siempre "
        "nunca aca alla asi quizas creo pienso gente familia mujer esposo esposa marido "
        "hermano hermana papa mama hijo hija trabajo casa momento senor senora don dona joven chico "
        "chica muchacho caballero parce pana compa wey guey tio tia man hno rey reina bb bebe total "
        "luego despues ademas igual incluso aun todavia apenas solo ojala dios ustedes vosotros os "
        "vos nosotros ellos ella el feriado feriados festivo festivos puente navidad casualidad "
        "disculpe disculpa disculpen perdon molestar moleste favorcito consulta duda pregunta "
        "sera fue hola oiga oigan digame dime dile bueno listo claro pues aver avisar aviso "
    ),
    endings=(
        ("isimo", "o"),
        ("isima", "a"),
        ("ecito", "e"),
        ("ecita", "e"),
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
    alike=words_of(
        "pedo pedos poda manzana manzanas visita visitas bonito bonita necesita grito quita quito evita manada macana entero salado sabido sanado vierte jueces lunas cardo premio "
        "preciso afectado angosto abrir nocha primo prima tardo tarda tardan mayor media medio mares "
        "martir marca marcas maraton semanal mesa mesas martillo domino dominio dormido noveno "
    ),
    misspelt=words_of(
        "cancelar reservar agendar reagendar gracias quiero disponible manana cambiar degradado "
        "afeitado espanol necesito horario direccion precio "
    ),
    negations=words_of("no nunca tampoco me quiero la lo las los se le nos quisiera"),
    short={
        "q": "que",
        "k": "que",
        "x": "por",
        "d": "de",
        "tb": "tambien",
        "tmb": "tambien",
        "tbn": "tambien",
        "xq": "porque",
        "pq": "porque",
        "porq": "porque",
        "dnd": "donde",
        "cto": "cuanto",
        "ctos": "cuantos",
        "cdo": "cuando",
        "qdo": "cuando",
        "bn": "bien",
        "tngo": "tengo",
        "qro": "quiero",
        "kiero": "quiero",
        "stoy": "estoy",
        "toy": "estoy",
        "bnas": "buenas",
        "bns": "buenos",
        "wenos": "buenos",
        "trds": "tardes",
        "nchs": "noches",
        "saver": "saber",
        "ke": "que",
        "kmo": "como",
        "cmo": "como",
        "hra": "hora",
        "hrio": "horario",
        "salu2": "saludos",
        "grax": "gracias",
        "msj": "mensaje",
        "msjs": "mensajes",
        "pls": "porfa",
        "porfi": "porfa",
        "porfis": "porfa",
        "porfavor": "porfa",
        "pofa": "porfa",
        "sta": "esta",
    },
    native=words_of(
        "hotel a al con de e el en i la las los mi me no o u y once ten mar sin son van sale va ya vale "
        "bien mes ago hace mayo mas sobre come color real hay tan te si que fade taper cut dame "
        "nada bueno seguro menos hora sep media tipo pasado in el on hey ey bye c perfect see despues set tarde "
        "primer mapa segundo "
    ),
)
