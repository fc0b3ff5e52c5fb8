"""Spanish words that decide an intent only beside something else."""

from application.understanding.words import either

HINTS: tuple[tuple[str, str], ...] = (
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
        "que/cual/cuales/como/cuando/quien/quienes/donde/hacen/haces/hace/haceis/usan/usas/pueden/puede/se/hay/va/esta/estan/es/son/trabajan/trabaja/aceptan/sabes/saben/atienden/atiende/cortan/tinen/lavan/incluye/viene/venden/cobran/ponen/tienen/tienes/teneis/tenes/ustedes",
    ),
    (
        "personal",
        "me/mi/mis/yo/nos/nosotros/conmigo/quiero/quisiera/queria/necesito/puedo/podria/podemos/porfa/favor/cortarme/arreglarme/afeitarme/tenirme/raparme/pelarme/recortarme/atenderme/hacerme/darme/ponerme/cortarnos/mio/mia|por favor",
    ),
    (
        "curious",
        "por que|quien es/era/fue/gano/invento/descubrio|que significa|cuentame|explicame|traduce/define|como se hace/dice/escribe/cocina",
    ),
    (
        "foreign",
        either(
            "hotel/vuelo/vuelos/contrasena/netflix/tele/television/naciste/torre/mundial/poema/saldo",
            "que dia/fecha es hoy|que dia/fecha es",
            "chamarra/chaqueta/paraguas/abrigo/campera/sombrilla/bufanda/sueter/calorias/plomero|cocinar/bailar/taxi/uber/pizza/hamburguesa/receta/restaurante",
            "faltan para|cuantos dias faltan|amanece/anochece/amanecer|clima/llover/llovera/llueve/lloviendo/nieve/nevar/nevara/temperatura/grados/pronostico",
            "alarma/alarmas/temporizador/recordatorio/recordatorios/cancion/chiste/pelicula",
            "presidente/capital/noticias/traduce/traducir/traduccion/frances",
            "banco/cuenta/prestamo/transferir/transferencia bancaria/saldo/pasaporte/visado/multa/seguro medico",
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
            "los dos me van|me van/vienen bien|cualquiera de los/las dos|busco/buscaba/preciso/precisaria",
            "me gustaria|puedo/podria ir/pasar/llegar|puede/podria ser|puedes/pueden a|vengo",
            "voy a las|voy|se puede|pa cortarme|cortarme|me corto|quedamos|programar|programa|haceme",
            "que tal|q tal|me viene bien|mejor|prefiero|me va bien|que sea|para mi|ahi voy",
            "seria posible|es posible|me queda bien|me quiero|puedo",
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
        "have",
        either(
            "tienes/tienen/teneis/tenes/hay/tiene|tienes cita|tienen cita",
        ),
    ),
    (
        "price",
        either(
            "barato/barata/baratos/baratas/caros/caras/caro/cara|saldria|que/q vale|que/q valor/precio tiene/tienen|cto|valor",
            "cuestan|valen|costaria|vale/cuesta/sale lo mismo|tarifa/tarifas|costo/costos|presupuesto|hay descuento/descuentos",
            "cuanto|precio|precios|a como|cuesta|vale|cobran",
        ),
    ),
    (
        "gratitude",
        "quede/quedo/quedaste/salio muy/super/re/bien/genial/brutal/increible/excelente/perfecto|me encanto/gusto|excelente/buen/gran servicio/atencion/trabajo|gracias por el/la corte/servicio/atencion/barba/trabajo",
    ),
    (
        "lasting",  # "cuánto tarda" asks for no price
        "cada cuanto|cuanto tiempo/se tarda/dura/demora/lleva/toma|cuanto tarda/tardan/tardas/dura/duran/demora/demoran/demoras/lleva/tiempo|cuanto hay que esperar|cuanto tendria que esperar",
    ),
    (
        "payment",
        either(
            "senal|fianza|deposito|pagar por adelantado|por adelantado",
            "tarjeta/tarjetas/bizum/transferencia/efectivo/visa/mastercard/paypal|pagar con/en",
            "puedo/podria/podemos pagar|se puede pagar|formas/medios de pago|forma/metodo de pago",
            "apple pay",
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
            "no podre|ya no puedo|ya no voy|no llego|no llego a la/mi|no me va a dar tiempo",
        ),
    ),
    (
        "becomes",
        either(
            "puede/podria/pudiera/puedes ser|la/lo ponemos/pones/ponen|que sea|quiero que sea",
        ),
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
