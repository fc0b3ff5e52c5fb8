"""Spanish words that decide an intent only beside something else."""

from application.understanding.spanish.forms import ASKING, LET_US
from application.understanding.text.words import either

HINTS: tuple[tuple[str, str], ...] = (
    ("assent", "si/sip/sii/siii/sipi/claro/porfa|por favor"),
    ("bargain", "promocion/promociones/promo/promos/oferta/ofertas/descuento/descuentos"),
    (
        "trade",
        either(
            "arreglo/arreglos/completo/cejas/ceja/facial/limpieza/keratina/queratina/alisado/trenzas/peinado/peinados/lavado/diseno/disenos/mascarilla",
            "bigote/patillas/patilla/navaja/tijera/tijeras/maquina/barbero/barberos/barbera/barberia/barber/peluqueria/peluquero/peluquera/salon/local",
            "estilo/estilos/rizado/rizos/rizada/canas/champu/shampoo/cera/gomina/dama/damas/caballero/caballeros/senora/senoras/mujeres/combo/promo",
            "depilacion/hilo/masaje/manicura/corte/cortes/servicio/servicios/atencion/clientes/agenda/silla/nuca/flequillo/melena/mohicano/mullet",
        ),
    ),
    ("comes", "puedo/podria/podemos/podriamos ir/venir/pasar/llegar|se puede|prefiero|mejor"),
    (
        "asks",
        "a/de/hasta/desde/para/con/por que/quien/cual/cuales|que/cual/cuales/como/cuando/quien/quienes/donde/hacen/haces/hace/haceis/usan/usas/pueden/puede/se/hay/va/esta/estan/es/son/trabajan/trabaja/aceptan/sabes/saben/atienden/atiende/cortan/tinen/lavan/incluye/viene/venden/cobran/ponen/tienen/tienes/teneis/tenes/ustedes",
    ),
    (
        "undone",
        "esta/fue/quedo/sigue cancelada/cancelado/anulada/anulado|por que me/nos/- cancelaron/anularon/borraron/cancelo|quien me/- cancelo/anulo",
    ),
    (
        "hindered",
        "me es/sera/resulta imposible|no me va a dar tiempo/ser|no me da/dara tiempo|no voy a poder/llegar|no podre/podria|no puedo/podre ir/llegar|no llego|me/nos salio/surgio algo/un/una|me/nos ha salido/surgido|se me/nos complico/presento",
    ),
    (
        "pausing",
        "luego/despues/manana veo/vemos/hablamos/decido|lo/la consulto/pienso/hablo/platico/reviso|lo veo|te/le/les aviso/digo|y/ya te/le/les digo/aviso|ahorita/luego/despues/manana/ya/tarde/tardecito/rato te/le/les confirmo/aviso/digo/escribo|te/le/les confirmo/aviso/digo/escribo mas/luego/despues/manana/ahorita/ahora/en|aguanta/aguantame/aguante/espera/esperame/espere/espereme/esperate|deja/dejame/dejeme veo/checo/consulto/pregunto/ver/revisar/reviso/preguntar/le/lo/pensarlo|dame/deme/denme un/tantito/chance|un momento/momentito/segundo/ratito/toque/minuto/minutito",
    ),
    (
        "booked",
        "tengo/tenia/tenemos/teniamos cita/turno/reserva/agendado/anotado/apuntado/reservado",
    ),
    ("agreed", "esta/estaria/va/es/son bien/perfecto/perfecta/genial/joya/correcto|va pues/que/,"),
    (
        "personal",
        "me/mi/mis/yo/nos/nosotros/conmigo/quiero/quisiera/queria/necesito/puedo/podria/podemos/porfa/favor/cortarme/arreglarme/afeitarme/tenirme/raparme/pelarme/recortarme/atenderme/hacerme/darme/ponerme/cortarnos/mio/mia|por favor",
    ),
    (
        "curious",
        "por que|quien es/era/fue/gano/invento/descubrio|que significa|cuentame|explicame|traduce/define|como se hace/dice/escribe/cocina",
    ),
    (
        "visiting",
        "puedo/podemos/podria/podriamos/pueda/quiero/voy a/- ir/pasar/venir/pasarme/acercarme/llegar|ire/iria/vendre/paso a las|hueco/huecos/turno/turnos/espacio",
    ),
    (
        "foreign",
        either(
            "hotel/vuelo/vuelos/contrasena/netflix/tele/television/naciste/torre/mundial/poema/saldo",
            "que dia/fecha es hoy|que dia/fecha es",
            "cancha/boleto/boletos/entradas/gasolina/iphone/abogado/misa/canal/politicos/moto/seleccion|dolar/euro/bitcoin|una mesa|mesa para|cuanto es 1/2/3/4/5/6/7/8/9/10/12/15/20/25/30/50/100 por/mas/menos/entre/x",
            "recuerdame/recordame/recuerdeme llamar/comprar/pagar/hacer/tomar/sacar/recoger/buscar/enviar/mandar/estudiar/lavar/cocinar/felicitar",
            "chamarra/chaqueta/paraguas/abrigo/campera/sombrilla/bufanda/sueter/calorias/plomero|cocinar/bailar/taxi/uber/pizza/hamburguesa/receta/restaurante",
            "pista|dividido/multiplicado/elevado|raiz cuadrada|cuanto es cien/ciento/doscientos/trescientos/quinientos/mil|quiero/queremos/quisiera/quisieramos viajar/volar|internet/router/modem/tecnico/fibra|cuanto falta/faltan para|faltan para|cuantos dias faltan|amanece/anochece/amanecer|clima/llover/llovera/llueve/lloviendo/nieve/nevar/nevara/temperatura/grados/pronostico",
            "alarma/alarmas/temporizador/recordatorio/recordatorios/cancion/chiste/pelicula",
            "presidente/capital/noticias/traduce/traducir/traduccion/frances",
            "tormenta/tormentas/huracan/granizo/humedad/helar/viento/soleado/nublado|crema solar|que tal el tiempo|como esta/estara/sera el tiempo/clima|queremos/quiero/quisiera/quisieramos/vamos/voy a/- cenar/comer/desayunar/merendar|para cenar/desayunar/merendar",
            "farmacia/biblioteca/gasolinera/supermercado/museo/zapatos/zapatillas/ahorros/hipoteca/nomina/banco/cuenta/prestamo/transferir/saldo/pasaporte/visado/multa|transferencia bancaria|seguro medico",
        ),
    ),
    (
        "noun",
        either(
            "cita/citas/sita/turno/turnos/reserva/reservacion/hora/hueco/huequito/lugarcito/ratito/turnito/citita/espacito/campito/horita/cupo/chance/chancecito/cupos/huecos/lugares",
        ),
    ),
    (
        "wish",
        either(
            "ponme/poneme/hazme/dame/quiero/quisiera/querria/qiero/kiero/quiere/queria/necesito/nesecito/necesitaria/ocupo",
            "quedar|podemos/podriamos/puedo quedar/ir/vernos/pasar/venir|podes/puedes/pueden/puede/podeis/podrias/podrian|te veo|lo ideal seria|ojala haya|seria mucho problema|pongamos/digamos/hagamos/hagamosle|caigo/paso/pasaria/iria/iriamos/vamos/pasamos/caemos/llegaria|te caigo|me paso/acerco|te/os/les/le/me viene/vendria/queda/quedaria/va/sirve/conviene/acomoda bien/-",
            "lo/la/los/las llevaria/llevo/llevamos/llevare/traeria/traigo/traemos/acerco/acercaria|los dos me van|me van/vienen bien|cualquiera de los/las dos|busco/buscaba/preciso/precisaria",
            "tendria/tiene/tendria/deberia/debe que/de/- ser|me gustaria|puedo/podria ir/pasar/llegar|puede/podria ser|puedes/pueden a|vengo",
            "voy a las|voy|se puede|pa cortarme|cortarme|me corto|quedamos|programar|programa|haceme",
            "que tal|q tal|me viene bien|mejor|prefiero|me va bien|que sea|para mi|ahi voy",
            ASKING,
            LET_US,
            "tengo/tendria/tengamos tiempo/chance/libre/espacio/campo|estoy/ando/estaria/quedo libre/disponible/desocupado/desocupada|me desocupo/libero|cuento/contamos/conto con|podre/podria/podremos/alcanzo/alcanzaria ir/pasar/llegar/venir|alcanzo a ir/llegar/pasar|estaria/estare/estoy yendo/pasando/llegando|toca/tocaria",
            "quieres/queres/quiere que vaya/venga/pase/caiga|te/le/les parece/conviene bien/-",
            "pensando/pensaba/pienso/pensamos en/- ir/pasar/venir/caer|el/la/lo que tengas/tengan/haya/puedas/este/quieras/sea/salga|llego/llegaria/llegamos/caigo a las/la|seria posible|es posible|me queda bien|me quiero|puedo",
        ),
    ),
    (
        "ask",
        either(
            "quiero/quisiera/queria saber|me gustaria saber|me puedes decir|me podrias decir",
            "necesito saber|consulta|una pregunta|pregunta",
        ),
    ),
    (
        "presence",
        either(
            "esta/trabaja/viene/atiende/estara/trabajara/va/vendra/corta/descansa",
        ),
    ),
    (
        "does",
        "le queda/quedan/sale/salen bien/mejor/lindo|hace/hacen/corta/cortan/tine/afeita/arregla/sabe/saben/maneja/realiza/ofrece/da",
    ),
    ("instead", "en cambio|en su lugar"),
    ("rather", "mejor/prefiero/preferiria/preferimos"),
    (
        "have",
        either(
            "tienes/tienen/teneis/tenes/hay/tiene|tienes cita|tienen cita",
        ),
    ),
    (
        "price",
        either(
            "economico/economica/economicos/accesible|barato/barata/baratos/baratas/caros/caras/caro/cara|saldria|que/q vale|que/q valor/precio tiene/tienen|cto|valor",
            "cuestan|valen|costaria|vale/cuesta/sale lo mismo|tarifa/tarifas|costo/costos|presupuesto|hay descuento/descuentos",
            "cuanto|precio|precios|a como|cuesta|vale|cobran",
        ),
    ),
    (
        "gratitude",
        "quede/quedo encantado/encantada/fascinado/contento/contenta/feliz/satisfecho|quedo/quede/salio chevere/bacano/nitido/buenisimo/hermoso/lindo/espectacular/divino/pulido/fino|quede/quedo/quedaste/salio muy/super/re/bien/genial/brutal/increible/excelente/perfecto|me encanto/gusto|excelente/buen/gran servicio/atencion/trabajo|gracias por el/la corte/servicio/atencion/barba/trabajo",
    ),
    (
        "lasting",  # "cuánto tarda" asks for no price
        "cada cuanto|cuanto tiempo/se tarda/dura/demora/lleva/toma|cuanto tarda/tardan/tardas/dura/duran/demora/demoran/demoras/lleva/tiempo|cuanto hay que esperar|cuanto tendria que esperar",
    ),
    (
        "payment",
        either(
            "senal|fianza|deposito|sena|anticipo|pagar por adelantado|por adelantado",
            "tarjeta/tarjetas/bizum/transferencia/efectivo/visa/mastercard/paypal|pagar con/en",
            "como pago/pagamos/puedo/podemos pago/pagar|como pago|como se/te/les/le paga/pago|como puedo pagar|puedo/podria/podemos pagar|se puede pagar|formas/medios de pago|forma/metodo de pago",
            "apple/mercado pay/pago|daviplata/plin/venmo/cashapp/sinpe/pix/spei/codi/oxxo/nequi/yape/zelle/qr|cash app",
        ),
    ),
    (
        "walk_ins",
        either(
            "atendeis/atienden/atiendes/atendes sin cita|sin cita/reserva/turno|sin cita previa",
            "hay que pedir cita/turno|hace falta cita|necesito cita",
        ),
    ),
    (
        "insult",
        either(
            "idiota/idiotas/imbecil/imbeciles/estupido/estupida/inutil/inutiles/gilipollas/pendejo/pendejos/cabron/cabrones/cabrona/mierda/joder/subnormal/payaso/payasos/tonto/tontos/boludo/hijueputa/hdp/ptm/malparido/culero/cono",
            "vete a la mierda/verga|hijo de puta|hijos de puta|chinga tu madre|que asco|callate",
        ),
    ),
    (
        "absent",
        either(
            "al final no voy/puedo/podre|no voy|no puedo/podre ir/asistir/llegar|no voy a poder/ir",
            "no voy a llegar|no me va a dar/ser tiempo/-|no me da/dara tiempo|no alcanzo/alcanzare/alcanzaria/alcanzamos|no podre|ya no puedo|ya no voy|no llego|no llego a la/mi|no me va a dar tiempo",
        ),
    ),
    (
        "becomes",
        either(
            "puede/podria/pudiera/puedes ser|la/lo ponemos/pones/ponen|que sea|quiero que sea",
        ),
    ),
    (
        "clause",
        "asi que|pero|entonces|porque|aunque",
    ),
    (
        "but",
        either(
            "pero/aunque/salvo",
        ),
    ),
    (
        "one",
        either(
            "opcion/hora/horario/cita",
        ),
    ),
    (
        "option",
        either(
            "opcion/numero/num/la/el/nro",
        ),
    ),
    (
        "late_word",
        either(
            "tarde/retraso/retrasado/retrasada/demorado/atrasado",
        ),
    ),
)
