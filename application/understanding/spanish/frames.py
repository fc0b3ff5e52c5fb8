"""What Spanish-speaking customers want, told by words with a few others between them."""

from application.understanding.reading import Intent
from application.understanding.text.words import either

_VISIT = "cita/sita/citas/turno/turnos/reserva/reservacion/hora/corte/cupo/horario"
_CAN = (
    "puedo/podemos/podria/podriamos/podias/podian/puedes/podes/puede/pueden/podeis/podrias/podrian/pudieras/"
    "pudiera/posible/quiero/quisiera/queria/necesito/necesitaria/gustaria/tengo/hay/habria"
)
_MOVING = (
    "cambiar/cambias/cambian/cambie/cambien/cambio/cambiarias/cambiame/mover/mueves/mueven/mueva/"
    "pasar/pasas/pasan/pasen/pase/correr/corres/corren/corran/retrasar/retrasas/atrasar/atrasas/"
    "adelantarme/atrasarme/retrasarme/moverme/cambiarme/pasarme/correrme/adelantarnos/"
    "adelantar/adelantas/adelanten/posponer/aplazar/postergar/reprogramar/reagendar/trasladar/recorrer"
)
_MOVING_IT = (
    "cambiarla/cambiarlo/moverla/moverlo/pasarla/pasarlo/correrla/correrlo/dejarla/dejarlo/ponerla/"
    "ponerlo/hacerla/hacerlo/adelantarla/adelantarlo/atrasarla/atrasarlo/retrasarla/retrasarlo/"
    "aplazarla/aplazarlo/posponerla/posponerlo/reprogramarla/reprogramarlo"
)
_CANCELLING = (
    "cancelar/cancelas/cancelo/cancelen/cancele/cancela/anular/anulas/anulo/anulen/anula/eliminar/"
    "elimina/eliminen/borrar/borra/borren/quitar/quita/quiten/suspender/deshacer"
)

FRAMES: tuple[tuple[Intent, str], ...] = (
    (
        "move",
        either(
            "tengo/tenia/teniamos * cita/turno/hora/reserva * pero/y * quiero/quisiera/prefiero/necesito/mejor con/a/el/al/para/la/otro/otra/que",
            "mi/la/el cita/turno/hora/reserva * es/era/esta * pero * quiero/quisiera/prefiero/necesito/mejor a/el/al/para/la/con/otro/otra/que",
            "tenia/era/tengo * ,/pero la/lo quiero/quisiera/pasala/pasalo/ponla/prefiero/necesito",
            "la/mi/el cita/turno/hora/reserva * la/lo quiero/quisiera/queria/necesito/prefiero/puedes/ponme para/pa/pal/el",
            "adelantarme/atrasarme/retrasarme/moverme/cambiarme/pasarme/correrme la/mi/el",
            "cita/turno/hora/reserva/mi/la * ,/- se/la/lo puede/podria/pueden/puedes/podes/podeis/podriais/podrias/podrian pasar/cambiar/mover/atrasar/adelantar/correr/retrasar",
            "la/lo puedo/podemos/podria/podriamos/podre/puedes/podes/podeis/podriais/pueden/podrias/podrian/puede "
            "pasar/mover/cambiar/dejar/correr/poner/adelantar/retrasar/atrasar/aplazar",
            f"{_MOVING} * {_VISIT} * para/pa/pal/al/a",
            f"{_MOVING} lo/la/el * para/pa/pal/al",
            f"{_MOVING} * de dia/hora/fecha/horario",
            f"{_MOVING} de las/la/el/hoy/manana * a/al/para/pa/pal",
            f"{_CAN} * {_MOVING_IT}",
            "me/nos/lo/la/te la/lo/- puedes/podes/podeis/podriais/puede/pueden/podrias/podrian/podemos dejar/pasar/mover/correr/poner/cambiar para/al/a/el",
            "me/nos lo/la deja/dejan/dejais/pone/ponen/poneis/pasa/pasan/pasais/mueve/mueven/moveis/corre/corren para/pa/pal/al/a",
            "lo/la dejamos/pasamos/ponemos/hacemos/dejas/pones/pasas/movemos para/al",
            "tengo/tenia/teniamos * cita/turno/hora/reserva * puedo/podria/podemos/podre/poder * algo/hay/tendras/otro/otra/mejor",
            "tengo/tenia/teniamos * cita/turno/hora/reserva * , * puedo/podria/podemos/podre/poder/habra/hay/tienes/tienen * algo/hay/tendras/otro/otra/mejor/pasarla/moverla/cambiarla",
            "en vez/lugar de/del * puede/podria/podriamos/podemos/puedo ser/ir/hacer/hacerlo/-",
            "la/lo/mi/el cita/turno/hora/de/del * ,/- puede/podria/puedes/podrias ser/pasarse/moverse/cambiarse/quedar",
        ),
    ),
    (
        "cancel",
        either(
            f"{_CANCELLING} * cita/sita/citas/turno/turnos/reserva/reservacion/todo",
            f"{_CAN} * cancelarla/cancelarlo/anularla/anularlo/cancelarme",
            "me/nos bajo/bajamos/baje/salgo de/del turno/cita/la/lista",
            "no * voy/vamos a poder/ir/llegar/asistir|no * va/sera/es * posible ir/llegar/asistir/acudir",
            "no * puedo/podre/podremos/podemos ir/asistir/llegar/acudir/pasar",
            "ya no * quiero/necesito/necesitare/queremos ir/cita/turno/corte/nada",
            "borrame/borreme/borrenme/sacame/saqueme/saquenme/quitame/quiteme/quitenme/tachame * lista/agenda de/del/para/pa hoy/manana/el/lunes/martes/miercoles/jueves/viernes/sabado/las",
            "libera/liberar/liberen/liberes/dale/denle/dar mi/la/el/ese/esa * turno/cita/hora/lugar/espacio",
        ),
    ),
    (
        "my_appointments",
        either(
            "recordar/recuerdas/recuerda/recuerdan/recordas/recordarme/recuerdame/recordame/decir/dices/decirme/dime/decime/confirmar/confirmas/confirmame/confirmarme/avisas/avisarme/pasas * mi/mis/la/el/tengo/de cita/citas/turno/turnos/reserva/hora",
            "quedamos/quede/quedo * las/la * verdad/cierto/correcto",
            "cuando/que/cual * era/es/tengo/tenia/quede/quedo/quedamos/toca/tocaba * cita/turno/reserva/mio/mia",
            "hay/tengo/existe * a/con mi nombre/numero|cuando * toca/tocaba|mis/mi * citas/turnos/reservas|mis/mi proxima/proximo/siguiente cita/turno/reserva",
            "a que hora * era/es/tengo/tenia/quede/quedo/quedamos/toca/tocaba/pusiste/pusieron/anotaste/agendaste/apuntaste/dieron/diste",
            "no * recuerdo/acuerdo/se * cita/turno/hora/cuando/dia",
            "saber/ver/consultar/checar/revisar/chequear * mi/mis cita/citas/turno/turnos/reserva/reservas/hora",
            "tengo/tenia/tenemos * agendado/agendada/reservado/reservada/apuntado/apuntada/anotado/programado/pendiente",
            "quede/quedo/quedamos/estoy/esta/estamos * agendado/agendada/reservado/reservada/apuntado/apuntada/anotado/anotada/registrado/confirmado/confirmada/confirmados",
            "todavia/aun/sigue/siguen * cita/turno/reserva * pie/firme/vigente",
        ),
    ),
    (
        "person",
        either(
            "quedo/quede/quedaron/dejo/dejaste/dejaron * chueco/chueca/disparejo/dispareja/mal/horrible/feo/fea/fatal/pesimo/tuerto/trasquilado/desastre/espantoso/terrible",
            "quiero/quisiera/queria/puedo/podria/necesito/dejame/prefiero/gustaria/deseo * hablar/comunicarme/platicar/charlar/hablarle * con",
            "pasame/paseme/pasenme/comunicame/comuniqueme/ponme/poneme/conectame * con/al persona/alguien/dueno/encargado/gerente/humano/el/la/un/una",
            "hay/habra/esta * alguien/persona/humano * real/hablar/atienda/atender/atenderme/ayude/ayudarme/conteste",
            "que me * llame/llamen/atienda/contacte/conteste * alguien/persona/humano/dueno/encargado",
            "me puede/puedes/pueden/podes/podeis/podriais/podria/podrian * llamar/marcar",
            "hablo/estoy/hablando/chateando/escribiendo con/a un/una bot/robot/maquina/persona/humano",
        ),
    ),
    (
        "opt_out",
        either(
            "no/dejen/deja/dejad/paren/para/basta * escribirme/mandarme/enviarme/molestarme/contactarme",
            "no * quiero/deseo/queremos * recibir * mensajes/publicidad/promociones/avisos/recordatorios/notificaciones/mas/nada",
            "no me/nos * manden/mandes/mandeis/envien/envies/envieis/escriban/escribas/escribais * mas/mensajes/publicidad/promociones/recordatorios/nada/avisos",
            "quiero/quisiera/deseo/necesito/favor * darme/salir/salirme/borrarme/eliminarme/desuscribirme de/del * baja/lista/grupo/aqui/mensajes/promociones",
            "saquenme/sacame/borrenme/borrame/quitenme/quitame/eliminenme/eliminame/saca/quita/borra/elimina/borren/eliminen * lista/grupo/numero/contacto",
        ),
    ),
    (
        "book",
        either(
            "quiero/quisiera/queria/querria/necesito/ocupo/preciso/busco/gustaria/puedo/podria/vengo/deseo/precisaria/necesitaria * pedir/hacer/sacar/reservar/agendar/apartar/coger/tomar/programar/solicitar/agarrar/pillar/separar/agendarme/apuntarme/anotarme * cita/turno/hora/lugar/reserva/cupo/espacio/hueco/sitio",
            "me/nos * puedes/podes/puede/pueden/podrias/podrian/podeis/podria * atender/recibir/agendar/reservar/apuntar/anotar/apartar/cortar/pelar/guardar/separar/meter",
            "me/nos puedes/podes/podeis/podriais/puede/pueden/podrias/podrian/podria dar/poner * cita/turno/hora/cupo/espacio/hueco/lugar",
            "podias/podian/puedes/podes/podeis/podriais/pueden/podrias/podrian/queria/quiero/para * darme/darnos/hacerme/ponerme/reservarme/agendarme/conseguirme * cita/turno/hora/hueco/huequito/espacio/lugar/cupo",
            "dejame/dejeme/guardame/guardeme/apartame/aparteme/anotame/anoteme/separame/separeme * turno/hueco/cupo/espacio/lugar/campo",
            "me/nos regalas/regalan/das/dan/guardas/separas/apartas/colaboras/ayudas/haces * cita/turno/hora/cupo/espacio/hueco/lugar/campito/sitio",
        ),
    ),
    (
        "availability",
        either(
            "tienes/tienen/tenes/teneis/tiene/tendra/tendras/tendran/tendreis/tendria/tendrian/tendrias/tenias/tenian/habra/habria/habia/hubiera/queda/quedan/quedaba/quedaban/quedara * hueco/huecos/huequito/cupo/cupos/espacio/lugar/campo/cita/citas/turno/turnos/disponible/disponibles/disponibilidad/libre/libres/chance",
            "que/cuales * dias/horas/horarios/turnos/dia/hora * libre/libres/disponible/disponibles/tienes/tienen/tenes/quedan/hay/puedes/podes/podeis/podriais/pueden",
            "como/tal andas/andan/andais/anda/vas/van/vais/estas/estan/estais/esta * de tiempo/espacio/turno/turnos/cita/citas/agenda/hueco/huecos/faena/curro/trabajo/chamba/pega/laburo/gente/lio/cupo/cupos",
            "cuando * pueden/puedes/podes/podeis/podriais/podria/puedo/tienen/tienes/tenes/atienden/hay * atender/atenderme/ir/pasar/hueco/cita/turno/espacio/disponible/libre/recibir/recibirme/cortar/cortarme",
        ),
    ),
    (
        "services",
        either(
            "si llego * tarde/retrasado/despues * cobran/cobras/atienden/atiendes/esperan/esperas/pierdo/cancelan",
            "necesito/quiero/quisiera/das/dan/haces/hacen/emiten * factura/facturas/recibo/comprobante",
            "hay/tengo/se/toca/debo/piden/pide/cobran * dejar/pagar/dar/abonar/poner/una/un/- * sena/senal/anticipo/deposito/adelanto/fianza",
            "mandar/mandas/mandan/enviar/envias/envian/mostrar/muestras/muestran/pasar/pasas/pasan/ensenar/ensename/mandame/enviame/pasame/muestrame/mostrame * foto/fotos/catalogo/video/videos/trabajos",
            "que/cual/cuales * recomiendas/recomiendan/aconsejas/sugieres/recomendarias",
            "cuanto * cuesta/cuestan/vale/valen/sale/salen/cobras/cobran/cobrarias/cobrarian/costaria/saldria/seria/queda",
            "que/cual/cuales * precio/precios/tarifa/tarifas/costo/costos/valor",
            "se puede/hay/tengo/necesito/toca * ir/venir/pedir/reservar/llegar/sacar/pasar * sin/cita/turno/reserva/previa",
            "aceptan/aceptas/acepta/reciben/recibes/puedo/cobran/toman * tarjeta/tarjetas/efectivo/transferencia/bizum/nequi/yape/credito/debito/zelle",
        ),
    ),
    (
        "address",
        either(
            "donde * ubicados/ubicado/ubicada/queda/quedan/encuentran/encuentra/encontrarlos/estan/barberia/local/peluqueria",
            "como * llego/llegar/llega",
            "pasas/mandas/envias/compartes/pasan/mandan/envian/pasame/mandame/enviame/comparteme/mandar/pasar/enviar/compartir/das/dame/dan * telefono/numero/contacto/whatsapp/ubicacion/ubi/direccion/direcion/localizacion",
        ),
    ),
    (
        "hours",
        either(
            "a/hasta/desde que * hora/horas * abren/abre/abris/cierran/cierra/cerrais/atienden/trabajan/abierto/abiertos/atendeis",
            "abren/abre/abris/atienden/atendeis/atendes/trabajan/trabajais/cierran/cierra * domingo/domingos/feriado/feriados/festivo/festivos",
            "estan/estais/esta/estaran * abierto/abiertos/abierta/abiertas/cerrado/cerrados/atendiendo",
        ),
    ),
)
