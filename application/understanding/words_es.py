"""Spanish as customers write it, on both sides of the Atlantic."""

import datetime as dt

from application.understanding.frames_es import FRAMES
from application.understanding.reading import TimeRange
from application.understanding.wishes_es import HINTS, OVERHEARD, WHOLE, WISHES
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
    "once/onse",
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
    *(("number", 2000 + n, f"dos mil {word}") for n, word in enumerate(_TEENS, 10)),
    *(("number", 2020 + n, f"dos mil {word}") for n, word in enumerate(("veinte", *_TWENTIES))),
    *(("ordinal", n, word) for n, word in enumerate(_ORDINALS, 1)),
    ("counts", 1, "primer/primera/segundo/segunda/tercer/tercera/cuarta/quinto/quinta/sexto/sexta"),
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
        "hoy por/en la tarde noche|esta tarde noche|esta manana/tarde/noche|hoy por/en la tarde/noche/manana|esta misma tarde/noche",
    ),
    ("offset", 0, "esta noche muy/bien/- tarde"),
    ("offset", 1, "manana/mnn/mnna/mana/mannana|el dia de manana|manana mismo"),
    (
        "offset",
        2,
        "el dia despues de manana|al dia siguiente de manana|pasado manana|pasado mnn|pasadomanana|pasado",
    ),
    ("this", 1, "este/esta/actual"),
    ("coming", 1, "que sigue|entrante|que viene|q viene|que entra|el/la proximo/proxima que viene"),
    (
        "any_time",
        1,
        "cualquier dia|el dia que sea|me/- da igual/igual el dia|el dia que quieras/puedas/tengas|cuando tengas/tengan/tengais/haya/puedan/podais/quieras/quieran/gustes|cuando se pueda|me va bien cualquier dia|cuando sea|a cualquier hora|cualquier hora/dia",
    ),
    ("every", 1, "todos/todas/cada"),
    ("missing", 1, "faltan/faltando/falta"),
    (
        "next",
        1,
        "otra|la otra|otro|el otro|el/la siguiente|el/la que sigue|proximo/proxima/prox/siguiente/prosimo/proximos/proximas/siguientes",
    ),
    (
        "after_next",
        1,
        "despues del proximo/siguiente|despues de la proxima/siguiente/entrante|despues del/de que viene|despues de la que viene|siguiente al proximo|siguiente a la proxima|subsiguiente",
    ),
    ("week", 1, "semana/semanas/sem"),
    ("unit_days", 1, "dia/dias"),
    ("unit_days", 7, "semana/semanas/sem"),
    ("unit_months", 1, "mes/meses"),
    ("month_word", 1, "mes"),
    ("weekend", 1, "finde/findes|este fin|fin/fines de semana"),
    (
        "early",
        1,
        "a/al/- principio/principios/inicio/inicios/comienzo/comienzos/primeros de/del|a/al/- principio/principios/inicio/inicios/comienzo/comienzos de la|los/- primeros dias de/del|los/- primeros dias de la",
    ),
    (
        "late_in",
        1,
        "a/al/- final/finales/fin/fines de/del|a/al/- final/finales/fin/fines de la|los/- ultimos dias de/del|los/- ultimos dias de la",
    ),
    ("mid", 1, "a mitad de/del|a/- mediado/mediados de/del|a/- mediados de la"),
    ("loose", 1, "por/en la manana/tarde/noche/tard/mnn|a la tarde/noche/manana"),
    (
        "idiom",
        1,
        "sin la/el/- barba/tinte/afeitado/corte/color|color favorito/preferido|tu/su color|tarde o temprano|de la noche a la manana",
    ),
    ("because", 1, "porque|ya que|es que|debido a que"),
    ("holds", 1, "tengo/tenemos/hay/es/sera/tiene/tenia|voy a|que es|tengo que ir a"),
    ("eve_of", 1, "el dia antes|la vispera|un dia antes|el dia anterior"),
    ("holiday", 1224, "nochebuena|la nochebuena"),
    ("holiday", 1225, "navidad|el dia de navidad"),
    ("holiday", 1231, "nochevieja|la nochevieja|fin de ano"),
    ("holiday", 101, "ano nuevo|el dia de ano nuevo"),
    ("holiday", 106, "dia de reyes|el dia de reyes"),
    ("holiday", 214, "san valentin"),
    ("leaves", 1, "salgo"),
    ("past", 1, "el ano pasado|ano pasado|ayer/anoche/anteayer/antier"),
    ("last", 1, "pasado/pasada/anterior"),
    ("fortnight", 1, "quincena/quincenas/mitad"),
    ("last_of", 1, "ultimo/ultima|el ultimo|la ultima"),
    ("ago_before", 1, "hace"),
    (
        "in",
        1,
        "algun dia de/en|en algun dia de|cualquier dia de|en/dentro|dentro de|de aqui/aca a|de hoy en|en unos/unas|dentro de unos/unas",
    ),
    ("from_now", 1, "a partir de hoy/ahora|desde hoy/ahora|contando desde hoy"),
    ("couple", 2, "un par de|par de"),
    ("within", 1, "en los/las proximos/proximas/siguientes|dentro de los/las proximos/proximas"),
    ("holiday", 1224, "nochebuena|noche buena"),
    ("holiday", 1225, "navidad|dia de navidad"),
    ("holiday", 1231, "nochevieja|noche vieja|fin de ano"),
    ("holiday", 101, "ano nuevo|dia de ano nuevo"),
    ("holiday", 106, "dia de reyes|reyes magos"),
    ("holiday", 214, "san valentin|dia de san valentin"),
    ("now", 1, "ahora/ahorita"),
    ("of", 1, "de/del|de la"),
    ("th", 1, "ro/er/o/to/do/ra/da/ta/°"),
    ("nth", 4, "cuarto"),
    ("nth", -2, "penultimo/penultima"),
    ("the", 1, "el/al/del|el dia|para el|para el dia|dia|the|pal|pa el|pal dia"),
    (
        "the",
        1,
        "antes/despues del|a partir del|hasta/desde el|a mas tardar el|como maximo/tarde el|como muy tarde el|mi cita/turno/hora/reserva del|la/el cita/turno/hora/reserva del|la/lo del",
    ),
    ("on", 1, "el/los"),
)

_TIMES = (
    ("am", 1, "am|de la manana|de la madrugada|por la manana|en la manana|de la mnn"),
    ("pm", 1, "pm|de la tarde/noche|por la tarde/noche|en la tarde/noche|del mediodia|de mediodia"),
    ("oclock", 1, "en punto|horas|hrs|hs|hora|h"),
    (
        "at",
        1,
        "a las|a la|alas|ala|las|para las|pa las|para la|a els|at|at las/la|por las|de las|desde las|hacia",
    ),
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
    (
        "noon",
        12,
        "a eso/cerca/alrededor del mediodia|sobre/hacia/como/tipo al/el/- mediodia|mediodia|a mediodia|medio dia|las doce del mediodia|12 del mediodia",
    ),
    ("noon", 0, "medianoche|media noche"),
    ("between", 1, "entre|entre las|entre la"),
    ("from", 1, "de|desde|desde el|de las|desde las|de la|desde la"),
    ("to", 1, "a|hasta|a las|a la|hasta las|hasta la|al"),
    (
        "after",
        1,
        "algo mas tarde de las/la|un poco mas tarde de las/la|pasado el|pasada la|despues del|a partir del|despues de las|despues de la|despues de|dsps de las|dps de las|a partir de las|a partir de la|a partir de|desde las|desde la|pasadas las|pasada la|mas tarde de las|luego de las|no antes de las|despues d las|tan temprano/pronto como|tan temprano/pronto como las|como pronto/minimo a las|trabajo hasta las/la|salgo a las/la|salgo del trabajo/curro a las/la|salgo de trabajar/clase/clases a las/la|termino a las/la|termino de trabajar a las/la|me desocupo a las/la|no salgo/llego/puedo/termino hasta las/la|salgo como/tipo/sobre a/- las/la|libre desde las/la",
    ),
    (
        "before",
        1,
        "algo antes de las/la|algo antes de/del|un poco antes de las/la|un poco antes de/del|antes de las|antes de la|antes de|antes del|no mas tarde de las|no despues de las|no mas tarde de la|antes d las|tan tarde como|tan tarde como las|entro a trabajar a las/la|entro a las/la",
    ),
    (
        "by",
        1,
        "hasta las|hasta la|hasta el|a mas tardar|a mas tardar a las/la|a mas tardar el|como maximo/tarde a las/la|como maximo/tarde el|maximo a las/la|maximo el|como muy tarde|como muy tarde a las/la|como muy tarde el",
    ),
    (
        "onwards",
        1,
        "asi que despues|asi que luego|y despues de eso|en adelante|o mas tarde|pa adelante|para adelante|o despues|o despues de eso|como pronto/minimo/temprano|como muy pronto",
    ),
    ("or_earlier", 1, "o antes|a mas tardar|como maximo|como muy tarde|maximo|como tarde"),
    ("unit_minutes", 1, "minuto/minutos/min/mins/minutitos/minutito"),
    ("unit_minutes", 60, "hora/horas/hr/hrs/horita"),
    ("half_hour", 30, "media hora/horita|una media hora/horita"),
    ("half_hour", 15, "cuarto de hora|un cuarto de hora"),
    ("half_hour", 45, "tres cuartos de hora"),
    (
        "part",
        "morning",
        "por la mnn/mnna/mana|por/en/a/de la manana/mananita|durante/toda la manana|en el transcurso de la manana|esta manana|las mananas|por las mananas|en las mananas|por la mnn|la manana|para/pa la manana|en la mnn",
    ),
    (
        "part",
        "early_morning",
        "por la manana temprano|temprano por la manana|temprano en la manana|a primera hora de la manana|pronto por la manana",
    ),
    ("part", "early", "muy/bien/- temprano/tempranito"),
    ("part", "dawn", "por/en/de/a/la/esta madrugada|a/de la madrugada"),
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
        "para/pa la tarde|tarde/tardes/tard|por/en/a/de la tard/tardecita|durante/toda la tarde|por/en/a/de la tarde|esta tarde|por las tardes|en las tardes|la tarde|hoy por/en la tarde|esta misma tarde|tardecita",
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
        "al caer la tarde|cayendo la tarde|al atardecer|a ultima hora de la tarde|por la tarde a ultima hora|al final de la tarde|tarde por la tarde|ultima hora de la tarde",
    ),
    (
        "part",
        "evening",
        "hoy por/en la tarde noche|esta tarde noche|por/en/a/- la/- tarde noche|para/pa la noche|noche/noches|por/en/a/de la noche|esta noche|por las noches|la noche|hoy por/en la noche|tardenoche|nochecita|al anochecer|esta misma noche",
    ),
    ("part", "morning", "hoy por/en la manana"),
    (
        "part",
        "late_evening",
        "muy/bien/- tarde en/por/de la noche|esta noche muy/bien/- tarde|altas horas de la noche|a altas horas de la noche|entrada la noche|bien entrada la noche",
    ),
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
        "antes de comer|antes de almorzar|antes de/del almuerzo|antes de la comida|antes del mediodia|antes de mediodia",
    ),
    (
        "part",
        "first_thing",
        "primera hora|a primera hora|primeras horas|a primeras horas|en las primeras horas|apenas abran|cuando abran|lo mas temprano posible|lo mas temprano|al abrir",
    ),
    (
        "part",
        "last_thing",
        "ultima hora|a ultima hora|a ultimas horas|en las ultimas horas|lo mas tarde posible|lo mas tarde|al final del dia|al cierre|antes de cerrar|antes de/- que cierren/cierres/cerreis|ultimas horas",
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
        "cualquier barbero|con cualquiera|con quien sea|quien sea|me da igual quien|da igual quien|el que este libre|el que este|con el que sea|no importa quien|cualquiera de ellos|el que sea|con quien este|quien este libre|con quien haya|quien pueda|quien pueda antes|el que pueda|quien tenga/tengan hueco/libre/antes/-|el que tenga hueco/libre/-|no importa con quien|sin preferencia",
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
        "boda/fiesta/fiestas/dentista/medico/doctor/cumple/cumpleanos/reunion/viaje/vuelo/clase/clases/examen/entrevista/graduacion/bautizo/bautismo/evento/misa/partido/cena/almuerzo/comunion/concierto/quinceanera/quinces/casamiento/matrimonio/junta/funeral/velorio/aniversario|me caso|se casa",
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
        "barba/barbas/barva|arreglo/arreglar/arreglarme/perfilar/perfilarme/perfilado/recorte/recortar/recortarme/retoque/corte/cortar/cortarme/cortarse/cortarle/cortarnos/recortarse/recortarle/recorten/recorta/retocar/retocarme/degradado/difuminado/fade/trim/diseno/delineado/delinear/delinearme/marcado/marcar/marcarme/contorno/lineup/limpieza/linea/rebaje/rebajar/rebajarme/emparejar/emparejarme de/la/- barba/barva|corte/degradado/fade/diseno/delineado/contorno/trim en/de la barba/barva|arreglo/areglo de barba/barva/varba/varva|varba/varva|arreglo de la barba|perfilado de barba|arreglarme la barba|recortarme la barba|hacerme la barba|la barba|perilla",
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
        "tinen el pelo|tinen/tinten/tenirse/tenirle/tenirnos/tinan/decolorar/decolorarme/balayage/rayitos/iluminaciones|pintar/pintarme/pintarse/pintarnos el/- pelo/cabello/canas|tapar/tapame/cubrir/taparme/cubrirme las/- canas|tenir el pelo|tinte/tintes/color/tenirme/tenir/tinas/tina/mechas/decoloracion/coloracion/tintura|tenirme el pelo|color de pelo|tinte de pelo|tinte para el pelo",
    ),
)

SPANISH = Words(
    language="es",
    slots=(*_NUMBERS, *_DAYS, *_TIMES, *_JOINS, *_COURTESY, *_TONGUES, *_PEOPLE, *_SERVICES),
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
        "a al con de e el en i la las los mi me no o u y once ten mar sin son van sale va ya vale "
        "bien mes ago hace mayo mas sobre come color real hay tan te si que fade taper cut dame "
        "nada bueno seguro menos hora sep media tipo pasado in el on hey ey bye c perfect see despues set tarde "
        "primer mapa segundo "
    ),
)
