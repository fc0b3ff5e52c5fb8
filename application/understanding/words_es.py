"""Spanish as customers write it, on both sides of the Atlantic."""

import datetime as dt

from application.understanding.reading import TimeRange
from application.understanding.words import Words, words_of

_UNITS = [
    "uno/una",
    "dos",
    "tres",
    "cuatro/kuatro",
    "cinco/sinco",
    "seis/ceis",
    "siete/ciete",
    "ocho",
    "nueve/nuebe",
]
_TEENS = [
    "diez/dies",
    "once",
    "doce/dose",
    "trece/trese",
    "catorce",
    "quince/quinse",
    "dieciseis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
]
_TWENTIES = [
    "veintiuno/veintiun",
    "veintidos",
    "veintitres",
    "veinticuatro",
    "veinticinco",
    "veintiseis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_TENS = {20: "veinte/beinte", 30: "treinta", 40: "cuarenta", 50: "cincuenta"}
_ORDINALS = [
    "primero/primera/primer",
    "segundo/segunda",
    "tercero/tercera/tercer",
    "cuarta",
    "quinto/quinta",
    "sexto/sexta",
]

_NUMBERS = (
    *(("number", n, word) for n, word in enumerate(_UNITS, 1)),
    *(("number", n, word) for n, word in enumerate(_TEENS, 10)),
    *(("number", n, word) for n, word in enumerate(_TWENTIES, 21)),
    *(("number", n, word) for n, word in _TENS.items()),
    *(("number", t + n, f"{w} y {u}") for t, w in _TENS.items() for n, u in enumerate(_UNITS, 1)),
    *(("ordinal", n, word) for n, word in enumerate(_ORDINALS, 1)),
    ("single", 1, "un/una/uno"),
)

_DAYS = (
    ("weekday", 0, "lunes/lune/lun"),
    ("weekday", 1, "martes/mar"),
    ("weekday", 2, "miercoles/miercole/mier/mie/mierc/miercoled"),
    ("weekday", 3, "jueves/juebes/jue/juev/guebes/jueve"),
    ("weekday", 4, "viernes/biernes/vie/vier/vierne/vierns"),
    ("weekday", 5, "sabado/sabados/sab/savado"),
    ("weekday", 6, "domingo/domingos/dom"),
    ("month", 1, "enero/ene"),
    ("month", 2, "febrero/feb"),
    ("month", 3, "marzo/mar"),
    ("month", 4, "abril/abr"),
    ("month", 5, "mayo/may"),
    ("month", 6, "junio/jun"),
    ("month", 7, "julio/jul"),
    ("month", 8, "agosto/ago"),
    ("month", 9, "septiembre/setiembre/sept/sep/set"),
    ("month", 10, "octubre/oct"),
    ("month", 11, "noviembre/nov"),
    ("month", 12, "diciembre/dic"),
    ("offset", 0, "hoy/oy|hoy mismo|el dia de hoy|hoy dia|ahora mas tarde|al rato"),
    (
        "offset",
        0,
        "esta manana/tarde/noche|hoy por/en la tarde/noche/manana|esta misma tarde/noche",
    ),
    ("offset", 1, "manana/mnn/mnna/mana/mannana|el dia de manana|manana mismo"),
    ("offset", 2, "pasado manana|pasado mnn|pasadomanana|pasado"),
    ("this", 1, "este/esta/actual"),
    ("coming", 1, "entrante|que viene|q viene|que entra|el/la proximo/proxima que viene"),
    (
        "any_time",
        1,
        "cualquier dia|el dia que sea|me va bien cualquier dia|cuando sea|a cualquier hora|cualquier hora/dia",
    ),
    ("every", 1, "todos/todas/cada"),
    ("missing", 1, "faltan/faltando/falta"),
    ("next", 1, "otra|la otra|proximo/proxima/prox/siguiente/prosimo"),
    ("week", 1, "semana/semanas/sem"),
    ("unit_days", 1, "dia/dias"),
    ("unit_days", 7, "semana/semanas/sem"),
    ("unit_months", 1, "mes/meses"),
    ("month_word", 1, "mes"),
    ("weekend", 1, "finde/findes|este fin|fin/fines de semana"),
    (
        "early",
        1,
        "principios de|a principios de/del|a principios de la|al principio de/del|al principio de la|inicio/inicios/comienzos de la|inicio de|a comienzos de|a inicios de|al inicio de",
    ),
    (
        "late_in",
        1,
        "a finales/fines/fin del|a finales/fines/fin de la|al final del|al final de la|finales/fin del|finales/fin de la|a finales de|finales de|a fines de|al final de|fin de|a fin de|final de",
    ),
    (
        "mid",
        1,
        "a mediados del|a mediados de la|mediados del|mediados de la|a mediados de|mediados de",
    ),
    ("past", 1, "ayer/anoche/anteayer/antier"),
    ("last", 1, "pasado/pasada/anterior"),
    ("ago_before", 1, "hace"),
    (
        "in",
        1,
        "algun dia de/en|en algun dia de|cualquier dia de|en/dentro|dentro de|de aqui a|de hoy en|en unos/unas|dentro de unos/unas",
    ),
    ("from_now", 1, "a partir de hoy|desde hoy"),
    ("of", 1, "de/del|de la"),
    ("th", 1, "ro/er/o/to/do"),
    ("the", 1, "el/al/del|el dia|para el|para el dia|dia"),
    ("on", 1, "el/los"),
)

_TIMES = (
    ("am", 1, "am|de la manana|de la madrugada|por la manana|en la manana|de la mnn"),
    ("pm", 1, "pm|de la tarde/noche|por la tarde/noche|en la tarde/noche|del mediodia|de mediodia"),
    ("oclock", 1, "en punto|horas|hrs|hs|hora|h"),
    ("at", 1, "a las|a la|alas|ala|las|para las|pa las|para la|a els|x las|de las|desde las|hacia"),
    ("at_one", 1, "la"),
    ("fraction", 30, "media"),
    ("fraction", 15, "cuarto"),
    ("plus", 1, "y/con/i"),
    ("minus", 1, "menos"),
    ("minutes_past", 1, "pasadas las|pasadas de las|pasada la"),
    ("zero", 1, "cero"),
    ("minutes_to", 1, "para las|para la|pa las|pa la"),
    (
        "approximate",
        1,
        "sobre las|sobre la|a eso de las|a eso de la|como a las|como a la|como las|tipo|tipo las|hacia las|hacia la|alrededor de las|alrededor de la|alrededor de|cerca de las|cerca de la|mas o menos a las|mas o menos a la|a eso|aproximadamente a las|como a eso de las|por ahi de las|como por las|tipo a las|cerca de",
    ),
    ("ish", 1, "mas o menos|aproximadamente|aprox|y pico|y algo|o asi|por ahi"),
    ("noon", 12, "mediodia|a mediodia|medio dia|las doce del mediodia|12 del mediodia"),
    ("noon", 0, "medianoche|media noche"),
    ("between", 1, "entre|entre las|entre la"),
    ("from", 1, "de|desde|de las|desde las|de la|desde la"),
    ("to", 1, "a|hasta|a las|a la|hasta las|hasta la|al"),
    (
        "after",
        1,
        "algo mas tarde de las/la|un poco mas tarde de las/la|despues del|a partir del|despues de las|despues de la|despues de|dsps de las|dps de las|a partir de las|a partir de la|a partir de|desde las|desde la|pasadas las|pasada la|mas tarde de las|luego de las|no antes de las|despues d las",
    ),
    (
        "before",
        1,
        "algo antes de las/la|algo antes de/del|un poco antes de las/la|un poco antes de/del|antes de las|antes de la|antes de|antes del|no mas tarde de las|no despues de las|no mas tarde de la|antes d las",
    ),
    ("by", 1, "hasta las|hasta la|hasta el"),
    (
        "onwards",
        1,
        "asi que despues|asi que luego|y despues de eso|en adelante|o mas tarde|pa adelante|para adelante|o despues|o despues de eso",
    ),
    ("or_earlier", 1, "o antes"),
    ("unit_minutes", 1, "minuto/minutos/min/mins/minutitos/minutito"),
    ("unit_minutes", 60, "hora/horas/hr/hrs/horita"),
    ("half_hour", 1, "media hora|una media hora"),
    (
        "part",
        "morning",
        "x la manana/mnn/mnna/mana|por/en/a/de la manana/mananita|esta manana|las mananas|por las mananas|en las mananas|por la mnn|la manana|para/pa la manana|en la mnn",
    ),
    (
        "part",
        "early_morning",
        "temprano|tempranito|por la manana temprano|temprano por la manana|temprano en la manana|a primera hora de la manana|pronto por la manana|muy temprano",
    ),
    ("part", "mid_morning", "a/por/sobre/la media manana"),
    ("part", "late_morning", "al final de la manana|a ultima hora de la manana"),
    (
        "part",
        "midday",
        "al mediodia|al medio dia|a la hora de comer|a la hora del almuerzo|en el almuerzo",
    ),
    (
        "part",
        "afternoon",
        "para/pa la tarde|tarde/tardes|por/en/a/de la tarde|esta tarde|por las tardes|en las tardes|la tarde|hoy por/en la tarde|esta misma tarde|tardecita",
    ),
    (
        "part",
        "early_afternoon",
        "a primera hora de la tarde|por la tarde a primera hora|temprano en la tarde|por la tarde temprano|primera hora de la tarde",
    ),
    ("part", "mid_afternoon", "a/por/sobre/la media tarde"),
    (
        "part",
        "late_afternoon",
        "a ultima hora de la tarde|por la tarde a ultima hora|al final de la tarde|tarde por la tarde|ultima hora de la tarde",
    ),
    (
        "part",
        "evening",
        "para/pa la noche|noche/noches|por/en/a/de la noche|esta noche|por las noches|la noche|hoy por/en la noche|tardenoche|nochecita|al anochecer|esta misma noche",
    ),
    ("part", "morning", "hoy por/en la manana"),
    (
        "part",
        "after_work",
        "saliendo del curro|al salir del curro|despues del trabajo|despues de trabajar|despues del curro|al salir del trabajo|cuando salga del trabajo|saliendo del trabajo|saliendo de trabajar|despues de la oficina|cuando salga de trabajar|dsps del trabajo",
    ),
    (
        "part",
        "after_lunch",
        "despues de comer|despues de almorzar|despues de la hora de comer|despues del almuerzo|despues de la comida",
    ),
    (
        "part",
        "after_school",
        "despues de clase|despues del cole|despues de la escuela|despues de clases",
    ),
    ("part", "before_work", "antes del trabajo|antes de trabajar|antes de ir a trabajar"),
    (
        "part",
        "before_noon",
        "antes de comer|antes de almorzar|antes del mediodia|antes de mediodia",
    ),
    (
        "part",
        "first_thing",
        "primera hora|a primera hora|apenas abran|cuando abran|lo mas temprano posible|lo mas temprano|al abrir",
    ),
    (
        "part",
        "last_thing",
        "ultima hora|a ultima hora|lo mas tarde posible|lo mas tarde|al final del dia|al cierre|antes de cerrar|ultimas horas",
    ),
    (
        "earliest",
        1,
        "la/el primera/primer hora/hueco que tengas/tenga/tengan/haya|la primera que haya|lo primero que tenga/tengan|cuanto antes|lo antes posible|lo mas pronto posible|lo mas pronto|lo mas rapido posible|ahora|ahora mismo|ahorita|ya mismo|asap|lo primero que tengas|lo primero que haya|el primero que tengas|la primera que tengas|el primer hueco|la primera hora libre|urgente|en cuanto puedas|la mas proxima|lo mas cercano|cuando puedas",
    ),
)

_JOINS = (
    ("and", 1, "y/e/mas/con/i"),
    ("or", 1, "o/u"),
    (
        "not",
        1,
        "no dije|yo no dije|cualquier dia menos|menos/excepto/salvo/ni/tampoco|no quiero|no era|no es|que no sea|nada de|no puedo|no me va|menos el|menos los|menos con|no me sirve|en vez de|en vez del|en lugar de|en lugar del|en ves de|en ves del|que no",
    ),
    ("instead_of", 1, "en vez de|en vez del|en lugar de|en lugar del|en ves de|en ves del"),
    ("not_after", 1, "no puedo|no me va|no me sirve|no me viene|imposible"),
    ("no", 1, "no/nop/nel"),
    (
        "correct",
        1,
        "dije|sino/perdon/digo/mejor/espera/esperate/disculpa|quise decir|queria decir|quiero decir|mejor dicho|que sea|no espera|mas bien|me equivoque|me confundi|ay no",
    ),
    (
        "also",
        1,
        "tambien/ademas/anade/anademe/anadele/anadir/agrega/agregame/agregale/agregar/sumale/sumame|de paso|aparte|de mas",
    ),
    (
        "shift",
        "later",
        "retrasar/retrasarla/retrasarlo/atrasar/atrasarla|una hora mas tarde|media hora mas tarde|mas tarde|un poco/poquito mas tarde|algo mas tarde|mas tardecito|demasiado temprano/pronto|muy pronto|un rato mas tarde",
    ),
    (
        "shift",
        "earlier",
        "adelantar/adelantarla/adelantarlo|una hora antes|media hora antes|mas temprano/pronto/tempranito|un poco/poquito mas temprano/pronto|algo mas temprano/pronto|demasiado tarde|muy tarde|un poco antes|algo antes|un poquito antes",
    ),
    ("at", 1, "la de las|mi cita de las|la cita de las|mi turno de las|el turno de las"),
    (
        "mine",
        1,
        "mi/mis|mi cita del|mi cita de|la cita del|la cita de|la del|la de|mi turno del|mi hora del|el turno del|mi reserva del|la de las|mi cita de las|la cita de las",
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
    ("people_lead", 1, "somos|seriamos|seremos|vamos a ser|iriamos"),
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
        "cualquier barbero|con cualquiera|con quien sea|quien sea|me da igual quien|da igual quien|el que este libre|el que este|con el que sea|no importa quien|cualquiera de ellos|el que sea|con quien este|quien este libre|con quien haya|no importa con quien|sin preferencia",
    ),
    (
        "any",
        1,
        "cualquiera|me da igual|da igual|me da lo mismo|da lo mismo|no importa|lo que sea|como quieras|la que sea|indiferente|me es igual|no tengo preferencia|el que quieras|cual sea",
    ),
    ("with", 1, "con|c"),
    ("for", 1, "para/pa"),
    ("name_lead", 1, "me llamo|mi nombre es|mi nombre|a nombre de|les habla|te habla|le habla"),
    ("name_lead_weak", 1, "soy"),
)

_SERVICES = (
    (
        "service",
        "haircut",
        "corte/korte/cortes/cortesito/cortecito/cortarme/cortarnos/cortar/pelada/degradado/degrade/desvanecido/difuminado/fade/pelo/cabello/cavello/pelito/rapado/rapada/recorte/peluqueada/cortecito|corte de pelo/cabello/cavello|corte d pelo|cortarme el pelo/cabello/cavello|cortarse/cortar el pelo|recortarme|un retoque|puntas|las puntas|un repaso|arreglarme el pelo|pelarme|taper|corte degradado|corte fade|corte normal|corte clasico|el pelo|corte de caballero|mi corte",
    ),
    ("weak", 1, "pelo/cabello/cavello|el pelo"),
    (
        "service",
        "beard_trim",
        "barba/barbas/barva|arreglo/arreglar/arreglarme/perfilar/perfilado/recorte/recortar/recortarme/retoque de/la/- barba/barva|arreglo/areglo de barba/barva/varba/varva|varba/varva|arreglo de la barba|perfilado de barba|arreglarme la barba|recortarme la barba|hacerme la barba|la barba|perilla",
    ),
    ("service", "haircut_beard", "el combo|combo|el completo|servicio completo|corte completo"),
    (
        "service",
        "shave",
        "afeitado/afeitada/afeitar/afeitarme/rasurado/rasurada/rasurar/rasurarme|toalla caliente|navaja",
    ),
    (
        "service",
        "kids_cut",
        "uno de nino|cortes de/para nino/ninos|corte de/para nino/ninos/nene/hijo/nena/peque|corte/cita para mi/el nino/hijo/nene/peque/hija|cortarle al nino/nene/peque|cortarle a mi hijo/nene/nino|corte infantil|cortarle el pelo a mi hijo/nino/nene|mi hijo|mi nene|mi nino|corte a mi hijo|el nene|al nene|el nino",
    ),
    (
        "service",
        "hair_color",
        "tinen el pelo|tinen/tinten|tenir el pelo|tinte/tintes/color/tenirme/tenir/mechas/decoloracion/coloracion/tintura|tenirme el pelo|color de pelo|tinte de pelo|tinte para el pelo",
    ),
)

SPANISH = Words(
    language="es",
    slots=(*_NUMBERS, *_DAYS, *_TIMES, *_JOINS, *_COURTESY, *_TONGUES, *_PEOPLE, *_SERVICES),
    parts={
        "morning": TimeRange(start=dt.time(8), end=dt.time(12)),
        "early_morning": TimeRange(start=dt.time(8), end=dt.time(10)),
        "mid_morning": TimeRange(start=dt.time(10), end=dt.time(11, 30)),
        "late_morning": TimeRange(start=dt.time(10, 30), end=dt.time(12)),
        "midday": TimeRange(start=dt.time(12), end=dt.time(14)),
        "afternoon": TimeRange(start=dt.time(12), end=dt.time(20)),
        "early_afternoon": TimeRange(start=dt.time(12), end=dt.time(15)),
        "mid_afternoon": TimeRange(start=dt.time(16), end=dt.time(18)),
        "late_afternoon": TimeRange(start=dt.time(17), end=dt.time(20)),
        "evening": TimeRange(start=dt.time(17), end=None),
        "after_work": TimeRange(start=dt.time(17), end=None),
        "after_lunch": TimeRange(start=dt.time(14), end=None),
        "after_school": TimeRange(start=dt.time(15), end=None),
        "before_work": TimeRange(start=None, end=dt.time(9)),
        "before_noon": TimeRange(start=None, end=dt.time(12)),
        "first_thing": TimeRange(start=None, end=dt.time(10)),
        "last_thing": TimeRange(start=dt.time(17), end=None),
    },
    intents=(
        (
            "greeting",
            "hay alguien|alguien ahi|hola/ola/buenas/wenas/holi/holis/saludos/holaa/hey/ey/alo|buenos dias|buen dia|buenas tardes/noches/dias|q/que onda|q/que tal|como estas/estan/esta|como andas/va|q/que hubo|que hay",
        ),
        (
            "services",
            "hay descuento/descuentos/promocion/promociones/oferta/ofertas|tarjeta/tarjetas regalo|tienes/tienen/teneis tarjetas regalo|bono/bonos|barato/barata/baratos/caro/cara|que/q vale/valen|saldria|cto vale/cuesta|cortais/cortan/tinen/tenis/peinan/peinais|incluido/incluida|hay que pagar|dejar/pedis/piden senal/fianza/deposito|dejar una senal/fianza|pagar por adelantado|por adelantado|bizum|con/de tarjeta/tarjetas|en/con efectivo|por transferencia|pagar con/en tarjeta/efectivo/bizum|puedo/podria/podemos/podria pagar|se puede pagar|aceptais/aceptan/aceptas/acepta|cogeis tarjeta|q/que/cuales/cual servicios tienes/tienen/teneis/tenes/hay|servicios tienes/tienen/teneis/tenes/hay|precios tienes/tienen/teneis/tenes/manejan/hay|atendeis/atienden/atiendes sin cita|sin cita previa|sin reserva|sin turno|hace falta cita|necesito cita|diferencia/descuento/descuentos/promo/promocion/oferta|cuanto cuesta/vale/sale/es/cobras/cobran/seria/estan/esta/cuestan/valen/salen|cuanto por|cuanto x|cuanto/precio/precios/tarifa/tarifas/costo/costos/coste|q/que precio/precios/servicios/cortes/hacen/haces/ofrecen/ofreces|a como|a como esta|servicios/servicio|lista de precios|que incluye|incluye|hay que pedir|hay q pedir|sin cita|si cancelo|haces/hacen/haceis/ofrecen/ofreces|cuanto tarda/dura|cuanto tardan|cuanto se tarda|aceptan/aceptas tarjeta|aceptan|se puede pagar|puedo pagar|q/que formas de pago|cobran/cobras|trabajan/trabajas con",
        ),
        (
            "hours",
            "horario/horarios/abierto/abiertos/abren/abres/abris/abre/abrir/cierran/cierras/cierra/cerrais/cerrado/cerrados/abierta|a que hora abren/cierran/abres/cierras/abris/cerrais|hasta que hora|hasta q hora|estan/estais/esta abierto/abiertos|q/que horario tienen/tienes|que dias abren|abren los",
        ),
        (
            "address",
            "hay aparcamiento/parking/estacionamiento|en la calle|donde estan/esta/estas/estais/queda/quedan/es|direccion/ubicacion/ubi/ubicados/estacionamiento/aparcamiento/parking/direcion|como llego|como llegar|donde se encuentran|en que calle|por donde|donde los encuentro|aparcar|mapa|localizacion|donde|numero de telefono",
        ),
        (
            "availability",
            "cuanto tendria que esperar|cuanto hay que esperar|cuanto tiempo de espera|tendrian|tendria que esperar|que/q esperar|hay cola|ocupado/ocupada|ueco/uecos/weco/hueco/huecos/disponible/disponibles/disponibilidad/disponibilida/disponivilidad|tienes/tienen/teneis/tenes/tiene hueco/huecos/libre/cita/citas/turno/turnos/algo/espacio/lugar/hora/horas/disponible/disponibilidad/campo|tienes/tienen/teneis/tenes/tiene|hay hueco/huecos/cita/citas/turno/turnos/algo/espacio/lugar/hora/horas/sitio/cupo/campo|hay|habra|algo libre|libre/libres|q/que horas tienes/tienen|q/que hora tienes/tienen|q/que horarios|cuando puedes|cuando pueden|q/que dia puedes|cuando tienes|cuando hay|me haces un hueco|me haces un campito|cupo|quedan|queda algo|horas libres|para cuando|cuando podria|cuando puedo|a que hora puedo|que tienes|que hay para|tendras|tendran|tendrias|habria|campito|huequito",
        ),
        (
            "book",
            "me puedes/podeis meter|reserba/reserbar/reserbame/reservar/reservo/reservame/resevar/agendar/agendame/agendo/agende/apuntame/apuntar/anotame/apartame/apartar/reservenme|pedir/hacer/sacar cita/turno/hora|pedir/hacer/sacar una/un cita/turno/hora|me das/da una/un cita/turno|me puedes/podes/pueden agendar/reservar/apuntar/anotar/dar/poner|me apuntas/agendas/reservas/anotas/atiendes/pones|hazme un espacio/hueco|dame cita/turno|anotarme|apuntarme|agenda/agendarme|reserva el/la/un/una/para/me|y reserva|reservarme",
        ),
        (
            "move",
            "pasa/pase la/mi|pasala/pasalo/pasenla|corre/corres/corran mi/la|cambia/cambiame/cambiais la/mi|reagendar/reprogramar/mover/moverla/moverlo/cambiarla/cambiarlo/cambiarme/cambiame/cambiar/cambio/cambia/aplazar/posponer/muevela/muevemela/adelantar/atrasar/retrasar/retrasarla/adelantarla/reajendar/recalendarizar/correr/correrla/postergar|cambiar mi/la cita/hora/turno/reserva|cambiar el turno|mover mi/la cita/hora|pasar mi cita|la/lo puedes/pueden/podrias pasar|pasarla/pasarlo al/a/para|pasar la cita|pasarla|pasarlo|lo podemos pasar|la podemos pasar|podemos pasar|pasame|pasamela|pasar a|me la cambias|me lo cambias|en vez del|en vez de|en lugar del|cambiar de dia|cambiar de hora|otra hora para mi|mueve mi|mueveme",
        ),
        (
            "cancel",
            "olvida/olvidad/olvidate mi/la cita|olvidate de mi/la cita|ya no necesito la/mi cita|ya no la necesito|al final no voy/vamos/puedo/podre|no voy|me salio/surgio algo|cancelar/cancelo/cancela/cancelas/cancelen/cancele/cancelacion/cancelame/canselar/canzelar/cancelarla/cancelala/cancelamela/anular/anula/anulame/anularla/anulo/cancelado/canselo/cansela|no puedo ir|no podre ir|no voy a poder|no voy a ir|no podre|no podre asistir|no llego|no podremos ir|no puedo asistir|no puedo llegar|ya no puedo|borrar mi cita|borra mi cita|borrame la cita|borrame|quitar mi cita|quitame la cita|elimina mi cita|eliminar mi cita|eliminar la cita|dar de baja la cita|dejalo|ya no voy|ya no quiero la cita|no llego a la cita",
        ),
        (
            "my_appointments",
            "con quien me toca|tengo algo reservado/agendado/apuntado|citas/turnos/reservas/sitas tengo|tengo citas/turnos/reservas|tengo alguna/algun cita/turno/reserva/sita|que citas/turnos/reservas/sitas tengo|q citas/turnos tengo|mis citas/turnos/reservas|mi cita/turno/reserva/sita|mi proxima cita|cuando es mi|cuando tengo|cuando era mi|a que hora es mi|a q hora es mi|a que hora era|a q hora era|a que hora tengo|a q hora tengo|a que hora me toca|cuando me toca|que cita tengo|tengo cita|tengo turno|tengo reserva|tengo alguna cita|tengo una cita|me confirmas|se me olvido|me recuerdas|recuerdame|ver mis|ver mi|sigue en pie|que dia era|que dia tengo|quedo agendada|quedo reservada|se hizo mi|con quien tengo",
        ),
        (
            "confirm",
            "si/sip/sii/sipi/see/ok/okey/oka/okay/dale/vale/claro/perfecto/perfect/confirmo/confirmar/confirmado/correcto/listo/genial/bien/bueno/exacto/venga/sale/va/andale/simon/adelante/excelente/estupendo/obvio/seguro/perfe/hecho/efectivamente/chevere/okis/sep/sipo|esta bien|de acuerdo|por supuesto|asi es|me parece|me parece bien|me va bien|me viene bien|me sirve|me queda bien|esa misma|ese mismo|ahi estare|ahi estaremos|como no|eso es|va que va|de una|claro que si|por favor si|👍|✅|👌|🙌|✔",
        ),
        (
            "deny",
            "no/nop/nope/nel/nah/negativo|no gracias|mejor no|para nada|ahora no|todavia no|aun no|por ahora no|nada/ninguno/ninguna|no quiero|no me sirve|no me va|no me viene|no puedo|asi no|eso no|no es eso|no esta bien|incorrecto|que va|dejalo asi|olvidalo|quiza/quizas/talvez mas tarde/adelante|tal vez mas tarde|mas adelante|en otro momento|luego te digo/aviso|te aviso luego|no por ahora|otra opcion|otro|otra|otros|otras|👎|❌|🙅",
        ),
        (
            "late",
            "atasco|en un atasco|voy tarde|llego tarde|llegare tarde|voy a llegar tarde|llegar tarde|voy retrasado|voy retrasada|voy con retraso|me retraso|se me hizo tarde|se me hace tarde|voy demorado|me demoro|llego un poco tarde|un poco tarde|minutos tarde|min tarde|mins tarde|ando tarde|llego en|minutos de retraso|min de retraso|hay trafico|estoy en el trafico|voy atrasado|voy atrasada|llego con retraso|me atraso|atrasado|atrasada|minutos mas tarde|media hora tarde|hora tarde|llego/llegare/llegaremos mas tarde",
        ),
        (
            "person",
            "dejame/quiero/puedo hablar con|devuelvan/devolver/devuelvas/devuelve el dinero|cobraron dos veces|me cobraron de mas|quedo fatal|persona/humano/humana/agente/gerente/encargado/encargada/dueno/duena/operador/asesor/queja/quejarme/reclamo/reclamar/reembolso/devolucion/pesimo/pesima/horrible/estafa/vergonzoso/inaceptable/maleducado|hablar con alguien|hablar con el encargado/dueno|pasame/comunicame/ponme con|hablar con una persona|hablar con un humano|persona real|alguien real|que me llamen|llamenme|me pueden llamar|me puedes llamar|atencion al cliente|hoja de reclamaciones|eres un bot|eres un robot|es un bot|me dejaron mal|mal servicio|muy mal|me atienda alguien|me atienda una persona|que verguenza|harto|una porqueria",
        ),
        (
            "opt_out",
            "quitame/quitadme/quitenme de la lista|no mas recordatorios/avisos/notificaciones|dejad/dejen/deja/dejadme/dejenme de escribir/escribirme/mandar/mandarme/enviar/enviarme/molestar/molestarme|para/parad/paren de escribirme/mandarme/enviarme|no me escribais/mandeis/envieis mas|basta de mensajes|dejadme/dejenme/dejame en paz|no me manden mas|no me mandes mas|no me escriban mas|no me escribas mas|no me envien mas|no me envies mas|dejen de escribirme|deja de escribirme|dejen de mandar|dejen de enviarme|no quiero recibir|darme de baja|dame de baja|denme de baja|no mas mensajes|quiero darme de baja|no quiero mas mensajes",
        ),
        (
            "my_data",
            "informacion tienen/teneis/tienes de/sobre mi|que/q informacion tienen/teneis/tienes de/sobre mi|que sabes/sabeis/saben de mi|mis datos|borra mis datos|borrar mis datos|eliminar mis datos|que datos tienen|que datos tienes|datos personales",
        ),
        (
            "thanks",
            "gracias/grax/grasias/grcs/grs|muchas gracias|mil gracias|te agradezco|se agradece|muy amable|agradecido|agradecida|🙏",
        ),
        (
            "goodbye",
            "de/en camino|voy de/en camino|ya llegue|ya estoy aqui/ahi|estoy aqui/afuera/fuera|estoy llegando|ya llego|adios/chao/chau/bye/nosvemos|hasta luego|hasta pronto|nos vemos|hasta manana|hasta entonces|cuidate|que tengas buen dia|feliz dia|que estes bien|hasta la proxima|ahi nos vemos|saludos",
        ),
    ),
    hints=(
        ("noun", "cita/citas/sita/turno/turnos/reserva/reservacion/hora"),
        (
            "wish",
            "ponme/poneme/hazme/dame/quiero/quisiera/querria/qiero/kiero/quiere/queria/necesito/nesecito/necesitaria/ocupo|me gustaria|puedo/podria ir/pasar/llegar|puede/podria ser|puedes/pueden a|vengo|voy a las|voy|se puede|pa cortarme|cortarme|me corto|quedamos|programar|programa|haceme|que tal|q tal|me viene bien|mejor|prefiero|me va bien|que sea|para mi|ahi voy|seria posible|es posible|me queda bien|me quiero|puedo",
        ),
        (
            "ask",
            "quiero/quisiera/queria saber|me gustaria saber|me puedes decir|me podrias decir|necesito saber|consulta|una pregunta|pregunta",
        ),
        ("presence", "esta/trabaja/viene/atiende/estara/trabajara/va/vendra/corta/descansa"),
        ("have", "tienes/tienen/teneis/tenes/hay/tiene|tienes cita|tienen cita"),
        (
            "price",
            "barato/barata/caro/cara|saldria|que/q vale|cto|hay descuento/descuentos|cuanto|precio|precios|a como|cuesta|vale|cobran",
        ),
        (
            "payment",
            "senal|fianza|deposito|pagar por adelantado|por adelantado|tarjeta/tarjetas/bizum/transferencia/efectivo/visa/mastercard/paypal|pagar con/en|puedo/podria/podemos pagar|se puede pagar|formas/medios de pago|forma/metodo de pago|apple pay",
        ),
        (
            "walk_ins",
            "atendeis/atienden/atiendes/atendes sin cita|sin cita/reserva/turno|sin cita previa|hay que pedir cita/turno|hace falta cita|necesito cita",
        ),
        (
            "insult",
            "idiota/idiotas/imbecil/imbeciles/estupido/estupida/inutil/inutiles/gilipollas/pendejo/pendejos/cabron/cabrones/cabrona/mierda/joder/subnormal/payaso/payasos/tonto/tontos/boludo/hijueputa/hdp/ptm/malparido/culero/cono|vete a la mierda/verga|hijo de puta|hijos de puta|chinga tu madre|que asco|callate",
        ),
        (
            "absent",
            "al final no voy/puedo/podre|no voy|no puedo/podre ir/asistir/llegar|no voy a poder/ir|no podre|ya no puedo|ya no voy|no llego|no llego a la/mi|no me va a dar tiempo",
        ),
        ("but", "pero/aunque/salvo"),
        ("one", "opcion/hora/horario/cita"),
        ("option", "opcion/numero/num/la/el/nro"),
        ("late_word", "tarde/retraso/retrasado/retrasada/demorado/atrasado"),
    ),
    whole=(
        ("opt_out", "baja/bajas/stop|dar de baja|darme de baja|dame de baja|baja por favor"),
        ("opt_in", "alta|dar de alta|dame de alta|darme de alta"),
        ("my_data", "mis datos"),
    ),
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
    ),
    misspelt=words_of(
        "cancelar reservar agendar reagendar gracias quiero disponible manana cambiar degradado "
        "afeitado espanol necesito horario direccion precio "
    ),
    negations=words_of("no nunca tampoco me quiero"),
    native=words_of(
        "a al con de e el en i la las los mi me no o u y once ten mar sin son van sale va ya vale "
        "bien mes ago hace mayo mas sobre come color real hay tan te si que fade taper cut dame "
        "nada bueno seguro menos hora sep media tipo pasado in el on hey ey bye c perfect see despues set tarde "
        "primer mapa segundo "
    ),
)
