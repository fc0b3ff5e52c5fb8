"""What Spanish-speaking customers want: the phrases that tell an intent, or help to decide one."""

from application.understanding.reading import Intent
from application.understanding.words import either


def _forms(*stems: str) -> str:
    """The forms of regular verbs in -ar that a wish or a question uses, accents left out."""
    return "/".join(f"{stem}{ending}" for stem in stems for ending in _ENDINGS)


_ENDINGS = [
    "ar",
    "o",
    "as",
    "a",
    "amos",
    "an",
    "e",
    "es",
    "en",
    "are",
    "ame",
    "amela",
    "ala",
    "alo",
    "anos",
    "arla",
    "arlo",
    "arme",
    "arnos",
    "eme",
    "enme",
    "enla",
    "enlo",
]
_CAN = "puedes/podes/puede/pueden/podeis/podias/podian/podrias/podrian/podria/podriais/pudieras/pudieran"
_HAVE = "tienes/tienen/teneis/tenes/tiene/tendras/tendran/tendrias/tendrian/hay/habra/habria"
_ROOM = (
    "hueco/huecos/huequito/huequitos/ueco/weco/espacio/espacios/espacito/lugar/lugares/lugarcito/"
    "sitio/sitios/campo/campito/cupo/cupos/cupito/chance/disponible/disponibles/disponibilidad/"
    "libre/libres/cita/citas/citita/turno/turnos/turnito/hora/horas/ratito/algo"
)

WISHES: tuple[tuple[Intent, str], ...] = (
    (
        "greeting",
        either(
            "holiwis/holii/holas|saludos amigos/amigo/equipo/todos/gente/hermano/bro",
            "wena/guena/wenaa/epa/epaa/quiubo/quihubo/kiubo|hola/ola/buenas/buenos/hey/ey/holis/holi/alo/aloha que/q/k tal/hay/onda/hubo/mas/ase",
            "que/q/k tal/onda/hay/hubo/hubole/pex/mas/ase/acelga|como va/vas/van/andas/andan/anda/estamos/vamos",
            "como les/le/te/os va|todo bien|buen domingo/sabado|muy buenas/buenos tardes/dias/noches/-|buenas buenas",
            "wenas/wuenas/guenas tardes/noches/-|que tal parce/bro/amigo/hermano/gente/equipo",
            "hay alguien|alguien ahi|hola/ola/buenas/wenas/holi/holis/saludos/holaa/hey/ey/alo",
            "buenos dias|buen dia|buenas tardes/noches/dias|q/que onda|q/que tal",
            "como estas/estan/esta|como andas/va|q/que hubo|que hay",
        ),
    ),
    (
        "services",
        either(
            "vale/cuesta/sale/valen/cuestan lo/- mismo/igual|es/son a/con navaja/tijera/maquina|me explicas/explica/cuentas que/como es/funciona|como funciona/funcionan",
            "lleva/llevan/trae lavado/peinado/secado|lavado y peinado",
            "que tratamientos/cortes/estilos/productos tienen/tienes/hay/hacen/manejan|usan/usas/utilizan/usais navaja/tijera/maquina/tijeras|informacion/info/informes de/sobre/- los/las/- servicios/precios/cortes/-|dan/hacen/emiten factura/facturas|tienen/tienes/teneis/tenes/hay membresia/bonos/datafono/wifi/catalogo/factura/tarjeta/puntos|viene/va/es/incluye con lavado/bebida/toalla|me mandas/envias/muestras/pasas fotos/foto/el/- de/catalogo|pueden/puedes/podes hacerme/hacer mechas/disenos/diseno/trenzas|se puede/pueden tenir/hacer/cortar|cuanto debo/hay/tengo que/- pagar|me confirmas/confirman/dices/regalas/recuerdas el/los precio/precios/valor/costo",
            "que/cuales servicios/servicio/cortes/tratamientos hay/ofrecen/manejan/manejas/hacen/brindan/dan",
            f"{_HAVE} algun/alguna/un/una/- servicio/combo/paquete/promo/promocion/promociones/plan/oferta/ofertas/descuento/descuentos",
            "cuanto me/nos/les/- cuesta/cuestan/vale/valen/sale/salen/saldria/cobras/cobran/cobrarias/cobrarian/costaria/seria/queda",
            "a cuanto/como esta/estan/tienes/tienen/tenes/sale/queda/dejas/cobras/cobran/el/la/los/las/-",
            "que/cual precio/valor/costo/tarifa tiene/tienen/manejan/-|que/q cuesta/cuestan/vale/valen/cobran/cobras|cuesta/cuestan",
            "cual es/seria el precio/valor/costo|cual es la tarifa|me dices/dicen/das/dan/pasas/pasan/mandas el/los/- precio/precios",
            "cobrando/cobraban/cobra|precio/precios/tarifa/tarifas/valor/costo/costos del/de/por|cobran/cobras/cobrais por/extra/aparte",
            "cuanto tiempo/- demora/demoran/dura/duran/tarda/tardan/tardas/lleva/toma|cuanto se tarda/demora",
            "se/hay puede/que ir/venir/pedir/reservar/sacar sin/con/- cita/turno/hora/reserva/previa|hay/tengo que pedir/sacar/reservar/agendar/coger cita/turno/hora/-|necesito/necesita/necesitas/requiere reservar/reserva/turno",
            "puedo/podria/puede ir/pasar/llegar/venir/caer sin cita/turno/reserva/reservar/avisar/agendar|por/con orden de llegada|con cita o",
            "hacen/haces/haceis/realizan/trabajan/ofrecen/ofreces/tienen cejas/alisado/alisados/diseno/disenos/tratamiento/tratamientos/mechas/facial/faciales/masajes/keratina/permanente/trenzas/depilacion/lavado/domicilio/manicura",
            "lavan/lavais/lavas el pelo/cabello|incluye/incluyen/incluido|venden/vendeis/vendes|sabes/saben/sabeis hacer/cortar|puedo llevar/mandar/traer/enviar/mostrar una/- foto|que necesito/llevar/hace para/falta|debo llevar|que significa|que es un/el fade/degradado/taper/undercut/perfilado/desvanecido/difuminado|cada cuanto|pagan/paga|que marca/marcas/productos/maquina|con que productos/marca/marcas|van/hacen a domicilio",
            "que metodos/formas/medios de pago|puedo/podemos pagar/pago con/en|aceptan/acepta/aceptas/aceptais/reciben/recibes/toman/manejan tarjeta/tarjetas/credito/debito/efectivo/transferencia/transferencias/nequi/bizum/yape/visa/zelle/dolares",
            "valor|que valor tiene/tienen|cuestan/costaria|que precio tiene/tienen|presupuesto",
            "hay descuento/descuentos/promocion/promociones/oferta/ofertas|tarjeta/tarjetas regalo",
            "tienes/tienen/teneis tarjetas regalo|bono/bonos|barato/barata/baratos/caro/cara",
            "que/q vale/valen|saldria|cto vale/cuesta|cortais/cortan/tinen/tenis/peinan/peinais",
            "incluido/incluida|hay que pagar|dejar/pedis/piden senal/fianza/deposito",
            "dejar una senal/fianza|pagar por adelantado|por adelantado|bizum|con/de tarjeta/tarjetas",
            "en/con efectivo|por transferencia|pagar con/en tarjeta/efectivo/bizum",
            "puedo/podria/podemos/podria pagar|se puede pagar|aceptais/aceptan/aceptas/acepta",
            "cogeis tarjeta|q/que/cuales/cual servicios tienes/tienen/teneis/tenes/hay",
            "servicios tienes/tienen/teneis/tenes/hay|precios tienes/tienen/teneis/tenes/manejan/hay",
            "atendeis/atienden/atiendes sin cita|sin cita previa|sin reserva|sin turno",
            "hace falta cita|necesito cita|diferencia/descuento/descuentos/promo/promocion/oferta",
            "cuanto cuesta/vale/sale/es/cobras/cobran/seria/estan/esta/cuestan/valen/salen|cuanto por",
            "cuanto x|cuanto/precio/precios/tarifa/tarifas/costo/costos/coste",
            "q/que precio/precios/servicios/cortes/hacen/haces/ofrecen/ofreces|a como|a como esta",
            "servicios/servicio|lista de precios|que incluye|incluye|hay que pedir|hay q pedir",
            "sin cita|si cancelo|haces/hacen/haceis/ofrecen/ofreces|cuanto tarda/dura|cuanto tardan",
            "cuanto se tarda|aceptan/aceptas tarjeta|aceptan|se puede pagar|puedo pagar",
            "q/que formas de pago|cobran/cobras|trabajan/trabajas con",
        ),
    ),
    (
        "hours",
        either(
            "ya abrieron/cerraron/abren/cierran|hacen siesta|que/cual horario/horarios tienen/tienes/teneis/tenes/manejan/hay|horarios/horario de/del/- atencion/-",
            "que/cual/cuales horario/horarios tienen/tiene/tienes/teneis/manejan/hacen/es/son|de que hora a|desde/hasta a/- que hora/horas abren/cierran/atienden/trabajan/estan",
            "a que hora/horas abren/cierran/atienden/trabajan/abre/cierra/abris/cerrais/abres/cierras/reciben",
            "atienden/atendeis/atendes/laburan/trabajan/trabajais/abren/abris/abre/cierran/cierra los/el/en/- domingo/domingos/sabado/sabados/lunes/festivo/festivos/feriado/feriados/puente/navidad/diario/hoy",
            "atienden/atendeis/atendes/laburan/trabajan/trabajais|hora de cierre/apertura/entrada|horario de atencion/trabajo/apertura/cierre|que dias abren/atienden/trabajan/cierran/abris|siguen/continuan abiertos|estan/estais/esta trabajando/laborando/operando/funcionando",
            "horario/horarios/abierto/abiertos/abren/abres/abris/abre/abrir/cierran/cierras/cierra/cerrais/cerrado/cerrados/abierta",
            "a que hora abren/cierran/abres/cierras/abris/cerrais|hasta que hora|hasta q hora",
            "estan/estais/esta abierto/abiertos|q/que horario tienen/tienes|que dias abren|abren los",
        ),
    ),
    (
        "address",
        either(
            "a que altura",
            "mandame/pasame/enviame el maps/mapa/pin|me mandas/pasas/envias el maps/mapa/pin|que calle/barrio/metro/parada/zona es/queda/-|estan/queda/quedan/estais cerca/lejos|en el mismo sitio/lugar/local|se mudaron/cambiaron de/- local/-|cual es el numero/telefono|tienen/tienes telefono/whatsapp/instagram|siguen en",
            "donde/dnd/adonde/onde estan/esta/estas/estais/queda/quedan/quedais/es/son/andan/atienden/ubicados|donde se ubican/encuentran/ubica/encuentra|donde tienen/tienes el/la local/barberia/salon",
            "me pasas/mandas/envias/compartes/das/dan/pasan/mandan/envian la/tu/su/- ubi/ubicacion/direccion/direcion/localizacion",
            "pasame/mandame/enviame/comparteme/compartime/pasen/manden/envia/manda la/tu/su/- ubi/ubicacion/direccion/localizacion",
            "cual es la/su/tu direccion/ubicacion|en que calle/zona/barrio/parte/sector/colonia/local|como llego/llegar/llega/voy|tienen/tienes/hay donde|hay/tienen algun/un/el numero/telefono|como se llega/va|hay parqueadero/parqueo/cochera/garaje/metro|donde aparcar/estacionar/parquear/aparco/estaciono",
            "parqueadero/parqueo/cochera",
            "hay aparcamiento/parking/estacionamiento|en la calle",
            "donde estan/esta/estas/estais/queda/quedan/es",
            "direccion/ubicacion/ubi/ubicados/estacionamiento/aparcamiento/parking/direcion",
            "como llego|como llegar|donde se encuentran|en que calle|por donde|donde los encuentro",
            "aparcar|mapa|localizacion|donde|numero de telefono",
        ),
    ),
    (
        "availability",
        either(
            "quedo/quedaron algo/algun/alguna/un/una/- lugar/hueco/cita/turno/espacio/hora/cupo/libre|hay/habra alguien que me/nos pueda/puede",
            "hay/habra/tienen/tienes mucha/mucho gente/espera/cola/fila|esta/estan muy/- lleno/llenos/ocupados|algo para/pa ya/hoy/ahora|que tan ocupados",
            f"{_HAVE} algun/alguna/algo/un/una/otro/otra/- {_ROOM}",
            "cuando me/nos/- puedes/podes/pueden/podeis/podrias/podrian/puedo/podria/podemos/tienes/tienen/teneis/tenes/tendrias/tendrian/habria/habra",
            "que/cual dia/dias/hora/horas/horario/horarios me/te/les/- puedes/podes/pueden/podrias/podrian/puedo/podria/podemos/tienes/tienen/teneis/tenes/tendrias/tendrian/hay/habria/queda/quedan/sirve/conviene",
            "a que hora puedes/podes/pueden/podrias/podrian/puedo/podria/podemos/tienes/tienen/tendrias|para cuando tienes/tienen/tenes/tendrias/tendrian/hay/habria/seria/puede",
            "hay/habra/habria alguna/algun/- posibilidad/oportunidad/chance/forma/manera/modo|sera que hay/puedo/tienes/tienen|esta/estan/estas/estara libre/libres/disponible/disponibles/desocupado",
            "puedo/podria/podemos ir/pasar/pasarme/venir/llegar/caer/acercarme/bajar ya/ahora/ahorita",
            "se desocupa/libera/desocupan/liberan/desocupo/libero|alguien libre/disponible/desocupado|que citas/turnos/huecos/espacios/horarios hay/quedan/tienes/tienen/tenes/teneis|te/les/os/le queda/quedan|queda/quedan algo/algun/alguna/un/- hueco/espacio/cita/turno/hora/lugar/cupo/libre",
            "cuando es lo mas/-|que es lo mas|cual es la/el/lo primera/primer/proxima/proximo/siguiente/mas hora/cita/turno/hueco/espacio/pronto/proximo/temprano",
            "cuanto tendria que esperar|cuanto hay que esperar|cuanto tiempo de espera|tendrian",
            "tendria que esperar|que/q esperar|hay cola|ocupado/ocupada",
            "ueco/uecos/weco/hueco/huecos/disponible/disponibles/disponibilidad/disponibilida/disponivilidad",
            "tienes/tienen/teneis/tenes/tiene hueco/huecos/libre/cita/citas/turno/turnos/algo/espacio/lugar/hora/horas/disponible/disponibilidad/campo",
            "tienes/tienen/teneis/tenes/tiene",
            "hay hueco/huecos/cita/citas/turno/turnos/algo/espacio/lugar/hora/horas/sitio/cupo/campo",
            "hay|habra|algo libre|libre/libres|q/que horas tienes/tienen|q/que hora tienes/tienen",
            "q/que horarios|cuando puedes|cuando pueden|q/que dia puedes|cuando tienes|cuando hay",
            "me haces un hueco|me haces un campito|cupo|quedan|queda algo|horas libres|para cuando",
            "cuando podria|cuando puedo|a que hora puedo|que tienes|que hay para|tendras|tendran",
            "tendrias|habria|campito|huequito",
        ),
    ),
    (
        "book",
        either(
            "pasar/paso/pase/ir/voy/venir a/por hacerme/cortarme/arreglarme/afeitarme/pelarme/raparme/recortarme/tenirme",
            _forms("reserv")
            .replace("/reserva/", "/")
            .replace("/reservas/", "/")
            .replace("/reservado/reservada", ""),
            _forms("agend", "apunt", "anot", "apart").replace("/aparte/", "/"),
            f"me/nos/lo/le {_CAN} agendar/reservar/apuntar/anotar/dar/poner/atender/recibir/cortar/hacer/pelar/rapar/afeitar/apartar/separar/guardar/meter/colar/arreglar/coger/pillar/agarrar",
            f"{_CAN} agendarme/reservarme/apuntarme/anotarme/darme/ponerme/atenderme/cogerme/recibirme/cortarme/hacerme/apartarme/separarme/meterme/colarme/arreglarme/atendernos",
            "me/nos/le cortas/corta/cortan/cortais/pelas/pelan/afeitas/afeitan/arreglas/arreglan/rapas/peluqueas/rasuras/tines|me/nos separas/guardas/apartas/metes/cuelas/consigues/reservas/atiendes/recibes/encajas|me/nos das/dan/da/pones/ponen/haces/hacen/sacas/dejas un/una/- cita/turno/hora/cupo/hueco/huequito/espacio/lugar/lugarcito/campito/turnito",
            "haces/hacen/hace/haceis/hagan/hagas un hueco/huequito/espacio/espacito/campo/campito/lugar/lugarcito/sitio",
            "cogerme/pillarme/dejarme/dejame/dejar/dejas agendado/agendada/apuntado/apuntada/anotado/anotada/reservado/reservada|cogerme/pillarme",
            "separame/guardame/meteme/cuelame/encajame/consigueme|ponme/poneme/dame/deme/denme/dadme/sacame/cogeme/hazme/haceme un/una/- cita/turno/hora/cupo/hueco/huequito/espacio/lugar/lugarcito/campito/sitio",
            "pedir/pido/hacer/sacar/saco/coger/tomar/solicitar/conseguir/agarrar/pillar/programar/fijar/separar un/una/- cita/turno/hora/reserva/reservacion/cupo/espacio/hueco/lugar",
            "quiero/quisiera/queria/necesito/ocupo/busco/preciso/precisaria una/un/- cita/turno/reserva/hora/cupo/hueco|me atienden/atiendes/atiende",
            "me puedes/podeis meter",
            "reserba/reserbar/reserbame/reservar/reservo/reservame/resevar/agendar/agendame/agendo/agende/apuntame/apuntar/anotame/apartame/apartar/reservenme",
            "pedir/hacer/sacar cita/turno/hora|pedir/hacer/sacar una/un cita/turno/hora",
            "me das/da una/un cita/turno",
            "me puedes/podes/puede/pueden/podeis/podrias/podrian/podria agendar/reservar/apuntar/anotar/dar/poner/atender/recibir/cortar/hacer/pelar/rapar/afeitar",
            "me apuntas/agendas/reservas/anotas/atiendes/pones|hazme un espacio/hueco|dame cita/turno",
            "anotarme|apuntarme|agenda/agendarme|reserva el/la/un/una/para/me|y reserva|reservarme",
        ),
    ),
    (
        "move",
        either(
            "se puede pasar al/para|puedes/podes/puede/pueden/podrias/podrian pasarme/moverme/correrme/cambiarme/pasarnos|muevanme/muevame/cambienme/pasenme/corranme la/mi/para/al/a",
            "otro/otra dia/hora/horario mejor|mejor otro/otra dia/hora/horario/momento|podria/puede ser otro/otra dia/hora|otro/otra horario/hora para mi|la/lo cambiamos/corremos/movemos/aplazamos/reprogramamos|cambiarla/correrla/moverla/cambiarlo/moverlo|ir/venir otro dia",
            _forms("cambi", "reagend", "reprogram", "posterg", "aplaz").replace("/atras/", "/"),
            "modificar/modifica/modifico/modificarla/adelanta/adelantas/adelantan/adelanten/adelantame/adelantamos/adelantarlo/atrasa/atrasas/atrasan/atrasar/atrasarla/atrasame/retrasa/retrasas/retrasan/retrasarlo/trasladar/trasladarla|muevelo/muevela/muevemelo/muevemela/muevanla/muevanlo/muevo/mueve/muevan/mueva/muevas/mueves/mueven/moverme/movemos/moveme/movela/movelo|pospongo/posponen/pospone/posponerla/posponerlo/posponla",
            "cambias/cambies/cambie/cambien/cambian/cambiais/cambiamos/cambiarias/cambiarian/cambiala/cambialo/cambienla/cambienme/cambieme|me/la/lo/se cambias/cambian/cambiarias/cambiarian",
            "me/la/lo corres/corren/pasas/pasan/pasarias/mueves/mueven para/al/a|me corres/corren/mueves/mueven/adelantas/atrasas la/mi/el|dejarla/dejarlo/ponerla/ponerlo/hacerla/hacerlo/pasarla/pasarlo/correrla/correrlo para/al/a/el",
            "lo/la dejamos/pasamos/movemos/cambiamos/corremos/ponemos/dejemos/pasemos/hacemos para/al/a|dejemoslo/dejemosla para/al/a|pasemoslo/movamoslo/cambiemoslo/pasemosla/movamosla/cambiemosla",
            "pasemos/movamos/cambiemos/corramos/aplacemos/adelantemos/atrasemos mi/la/lo/el|pasar/pasen/pase/pasa/correr/corran/corre/recorrer/traslada mi/la/lo|pasala/pasalo/pasenme/correla/correlo/correme/corramos/recorrerla",
            "a/para/pa otro/otra dia/hora/fecha/momento/horario|cambio de planes/dia/hora/fecha/horario|cambiar el/la/de/mi dia/hora/fecha/horario/turno/cita|otro/otra dia/hora para/en",
            "pasa/pase la/mi|pasala/pasalo/pasenla|corre/corres/corran mi/la",
            "cambia/cambiame/cambiais la/mi",
            "reagendar/reprogramar/mover/moverla/moverlo/cambiarla/cambiarlo/cambiarme/cambiame/cambiar/cambio/cambia/aplazar/posponer/muevela/muevemela/adelantar/atrasar/retrasar/retrasarla/adelantarla/reajendar/recalendarizar/correr/correrla/postergar",
            "cambiar mi/la cita/hora/turno/reserva|cambiar el turno|mover mi/la cita/hora",
            "pasar mi cita|la/lo puedes/pueden/podrias pasar|pasarla/pasarlo al/a/para|pasar la cita",
            "pasarla|pasarlo|lo podemos pasar|la podemos pasar|pasame|pasamela",
            "me la cambias|me lo cambias|en vez del|en vez de|en lugar del|cambiar de dia",
            "cambiar de hora|otra hora para mi|mueve mi|mueveme",
        ),
    ),
    (
        "cancel",
        either(
            "no hace falta que me/nos guarden/guardes/reserven/reserves/esperen",
            "no la/lo necesito/quiero mas/-|sacame/saca/sacarme/borrame/quitame de/- la/- agenda|tacha/tachame/tachar mi/la/- cita|dar/darme/darnos de baja de la/mi cita/reserva",
            _forms("cancel", "canzel", "cansel", "anul"),
            "borra/borrar/borren/borre/elimina/eliminar/eliminame/eliminen/quita/quitar/quitame/quiten/suspende/suspender/suspendan/tumba/saca/sacame mi/la/el cita/turno/reserva/hora/de",
            "olvida/olvidate/olviden/olvidense/olvidemos de/- lo/la/mi/el|ya/- no va/sera/es a/- ser/- posible ir/llegar/asistir|me es/sera/resulta imposible|dar/dame/darme/den/denme/doy/da de baja mi/la/el/una cita/turno/hora/reserva|ya/- no necesito/quiero/ocupo la/mi/el/esa/una cita/turno/hora/reserva|sin efecto",
            "no/tampoco podre/podremos/podria/pudiendo ir/asistir/llegar/acudir/presentarme/-|no/tampoco voy/vamos a poder/ir/llegar/asistir/acudir|no/tampoco puedo/podemos ir/asistir/llegar/acudir/pasar/venir|no ire/iremos/asistire/alcanzo",
            "ya/finalmente no voy/iremos/vamos/ire/podre/puedo/podemos|al final no voy/iremos/vamos/ire/podre/puedo|no me va/da a/el/tiempo dar/tiempo/- tiempo/-|me es/sera/resulta imposible ir/llegar/asistir/-|no cuenten/cuentes conmigo|no me esperen/esperes",
            "olvida/olvidad/olvidate mi/la cita|olvidate de mi/la cita|ya no necesito la/mi cita",
            "ya no la necesito|al final no voy/vamos/puedo/podre|no voy|me salio/surgio algo",
            "cancelar/cancelo/cancela/cancelas/cancelen/cancele/cancelacion/cancelame/canselar/canzelar/cancelarla/cancelala/cancelamela/anular/anula/anulame/anularla/anulo/cancelado/canselo/cansela",
            "no puedo ir|no podre ir|no voy a poder|no voy a ir|no podre|no podre asistir|no llego",
            "no podremos ir|no puedo asistir|no puedo llegar|ya no puedo|borrar mi cita|borra mi cita",
            "borrame la cita|borrame|quitar mi cita|quitame la cita|elimina mi cita|eliminar mi cita",
            "eliminar la cita|dar de baja la cita|dejalo|ya no voy|ya no quiero la cita",
            "no llego a la cita",
        ),
    ),
    (
        "my_appointments",
        either(
            "confirmar/confirmo/confirmame mi/la asistencia/cita/turno/hora/reserva",
            "quedamos en algo|estoy/aparezco/sigo/figuro en/- la/- agenda/lista/agendado/agendada/apuntado/apuntada/anotado/anotada",
            "a que hora/horas quedamos/quede/quedo/era/es/tengo/tenia/voy/toca/tocaba/seria|a que hora me toca/tocaba/pusiste/pusieron/anotaste/apuntaste/agendaste/dijiste/diste/dieron",
            "que dia/hora/fecha es/era mi/la/lo/el|que dia/hora/fecha tengo/tenia/quedamos/quede/toca/tocaba|que dia/hora me toca/tocaba/dieron/diste/pusieron/pusiste/apuntaron/apuntaste/agendaron",
            "cuando/cuando es/era/fue/seria/tengo/tenia/quede/quedo/quedamos mi/lo/la/el/- cita/turno/hora/mio/mia/reserva/proxima|cuando me toca/toco/tocaba",
            "ya/- quede/quedo/quedamos/estoy/estamos/esta agendado/agendada/apuntado/apuntada/anotado/anotada/reservado/reservada/confirmado/confirmada/registrado/registrada|me/nos agendaron/agendaste/apuntaste/apuntaron/anotaste/anotaron/reservaste/reservaron",
            "pedi/saque/reserve/agende/hice/habia/teniamos/tenia/pedimos una/- cita/turno/hora/reserva|tengo/tenia/tenemos alguna/algun/algo/una/un/- cita/turno/reserva/hora/agendado/apuntado/pendiente/reservado/programado|que/cuales/cuantas citas/turnos/reservas/cita/turno tengo/tenemos/tenia|a mi nombre",
            "sigue/siguen/seguimos en pie|sigue/esta confirmada/confirmado/vigente|recuerdame/recordame/recuerdeme/recordarme|me recordas/recuerda/recuerdan|me podrias/puedes/podes/pueden recordar/confirmar",
            "cual es/era mi cita/turno/hora/reserva|con quien es/era/tengo/toca/tenia/seria|ver/consultar/revisar/chequear/saber/checar mi/mis/de cita/citas/turno/turnos/reserva/reservas|lo mio",
            "con quien me toca|tengo algo reservado/agendado/apuntado",
            "citas/turnos/reservas/sitas tengo|tengo citas/turnos/reservas",
            "tengo alguna/algun cita/turno/reserva/sita|que citas/turnos/reservas/sitas tengo",
            "q citas/turnos tengo|mis citas/turnos/reservas|mi cita/turno/reserva/sita",
            "mi proxima cita|cuando es mi|cuando tengo|cuando era mi|a que hora es mi|a q hora es mi",
            "a que hora era|a q hora era|a que hora tengo|a q hora tengo|a que hora me toca",
            "cuando me toca|que cita tengo|tengo cita|tengo turno|tengo reserva|tengo alguna cita",
            "tengo una cita|me confirmas|se me olvido|me recuerdas|recuerdame|ver mis|ver mi",
            "sigue en pie|que dia era|que dia tengo|quedo agendada|quedo reservada|se hizo mi",
            "con quien tengo",
        ),
    ),
    (
        "confirm",
        either(
            "si/claro/ok/okay/vale/dale/bueno/va/listo/perfecto/genial/sip claro/dale/porfa/vale/ok/va/perfecto/confirmo/senor/amigo/bro/esa/ese/asi/quiero",
            "confirmala/confirmalo/confirmada/confirma/confirmame/confirmamos|reservalo/reservala|hagale/hagamosle/metele|todo bien/correcto/ok/perfecto|esta/estaria/queda/suena/quedo ok/perfecto/genial/excelente/super/joya/barbaro",
            "por supuesto|eso mismo|me va/viene/queda/sirve/parece/acomoda perfecto/genial/bien/super/excelente/joya/barbaro|ahi estare/estaremos/voy/llego/andare",
            "aja/ujum/mhm/sisas/siii|joya/barbaro/buenisimo/chido/bacano/vientos/orale/arre/fijo/cerrado/trato/sipi/sisi/afirmativo/exactamente/okas/yes/vaaa|dale pues/nomas/si|sale pues/vale|por mi si/bien/perfecto|va pues|si si",
            "si/sip/sii/sipi/see/ok/okey/oka/okay/dale/vale/claro/perfecto/perfect/confirmo/confirmar/confirmado/correcto/listo/genial/bien/bueno/exacto/venga/sale/va/andale/simon/adelante/excelente/estupendo/obvio/seguro/perfe/hecho/efectivamente/chevere/okis/sep/sipo",
            "esta bien|de acuerdo|por supuesto|asi es|me parece|me parece bien|me va bien",
            "me viene bien|me sirve|me queda bien|esa misma|ese mismo|ahi estare|ahi estaremos",
            "como no|eso es|va que va|de una|claro que si|por favor si|👍|✅|👌|🙌|✔",
        ),
    ),
    (
        "deny",
        either(
            "no/nop/nel/nah gracias/senor/todavia/aun/mejor|para nada|ni hablar/loco/modo|creo que no|mejor no|ahora/asi/ese/esa/eso no",
            "no me/nos sirve/va/viene/queda/acomoda/convence/cuadra/interesa/gusta|dejame/dejeme/voy/tengo/deja a/que/- pensarlo/pensar/consultarlo/ver/verlo/checar|lo pienso|ninguno/ninguna de|otro dia/momento/rato sera/mejor",
            "no/nop/nope/nel/nah/negativo|no gracias|mejor no|para nada|ahora no|todavia no|aun no",
            "por ahora no|nada/ninguno/ninguna|no quiero|no me sirve|no me va|no me viene|no puedo",
            "asi no|eso no|no es eso|no esta bien|incorrecto|que va|dejalo asi|olvidalo",
            "quiza/quizas/talvez mas tarde/adelante|tal vez mas tarde|mas adelante|en otro momento",
            "luego te digo/aviso|te aviso luego|no por ahora|otra opcion|otro|otra|otros|otras|👎|❌|🙅",
        ),
    ),
    (
        "late",
        either(
            "voy/llego/llegare/ando/estoy/vamos/llegamos algo/un/bien/muy/medio/re/- poco/poquito/toque/- tarde/retrasado/retrasada/atrasado/atrasada/demorado/demorada",
            "voy/vamos/ando llegando/saliendo tarde|voy/llego/llegare/vamos con/en retraso/demora|estoy/ando/sigo/quede atrapado/atrapada/atorado/atorada/varado/metido/parado|hay mucho/harto/un/- trafico/trancon/taco/embotellamiento|trafico/trancon/embotellamiento/atascado/atascada",
            "me/nos retraso/demoro/retrase/demore/atraso/atrase|se me/nos hizo/hace/paso/fue tarde/tardisimo/la|tardo/tardare/demoro/demorare unos/en|minutos/min/minutitos de retraso/demora/tardanza/atraso|me esperas/esperan/aguantas/aguantan",
            "atasco|en un atasco|voy tarde|llego tarde|llegare tarde|voy a llegar tarde|llegar tarde",
            "voy retrasado|voy retrasada|voy con retraso|me retraso|se me hizo tarde|se me hace tarde",
            "voy demorado|me demoro|llego un poco tarde|un poco tarde|minutos tarde|min tarde",
            "mins tarde|ando tarde|llego en|minutos de retraso|min de retraso|hay trafico",
            "estoy en el trafico|voy atrasado|voy atrasada|llego con retraso|me atraso|atrasado",
            "atrasada|minutos mas tarde|media hora tarde|hora tarde",
            "llego/llegare/llegaremos mas tarde",
        ),
    ),
    (
        "person",
        either(
            "alguien me/nos atienda/ayude/llame/conteste/responda",
            "hay una/alguna persona|eres/sos una/un maquina/robot/bot|eres/sos real|no quiero un/hablar bot/robot/maquina/con|no me/- entiendes/entendes/entiende|esto/esta no funciona/sirve|puedo/podemos llamarlos/llamarte/llamaros|me cobraron/cobraste doble/mal/demas/dos|no estoy/quede/quedo nada/muy/- contento/conforme/satisfecho|me trataron mal|hablar contigo/ustedes|necesito/quiero ayuda|ayuda/auxilio|me puede/podria/puedes atender/ayudar una/un/alguien persona/humano/-|responde/contesta/atiende alguien",
            "quiero/quisiera/necesito/puedo/podria/prefiero/gustaria/deseo hablar/comunicarme/contactar/platicar/charlar con/a",
            "hablar/platicar/charlar/comunicarme con/a alguien/una/un/el/la/otra/otro|pasame/paseme/pasenme/comunicame/comuniqueme/comuniquenme/conectame/transfiereme con|me pasas/pasan/comunicas/comunican con|ponme/poneme con alguien/una/el/la/tu",
            "me puede/puedes/pueden/podes/podria/podrian llamar/marcar/contactar/telefonear|llamame/llamenme/llameme/marcame/marquenme|me llaman/llamas/marcas|que me llame/llamen/contacten|me atiende/atienden/atendera alguien/una/un/otra persona/humano/-|con quien puedo/podria/se hablar/habla|alguien que me/nos/- responda/ayude/atienda/conteste|que me atienda/atiendan alguien/una/otra/el/un persona/dueno/encargado/humano/-|hay/habra alguien/alguna/algun persona/humano|hay alguien que me/nos ayude/conteste/responda/hable/atienda|persona/humano/alguien de/real/de verdad/carne/-",
            "algun/el/un numero para llamar|los puedo llamar|como los llamo|eres/sos/es/hablo con/un/una un/una/- robot/bot/maquina|con un/una robot/bot/maquina",
            "quiero/quisiera/necesito/voy hacer/poner/presentar/a una/un/hacer/poner/- queja/reclamo/reclamacion/denuncia|me cortaron/dejaron/cortaste/dejaste/hicieron mal/fatal/horrible/pesimo/disparejo/chueco/feo|devuelvanme/reembolsen|quiero mi dinero/plata",
            "dejame/quiero/puedo hablar con|devuelvan/devolver/devuelvas/devuelve el dinero",
            "cobraron dos veces|me cobraron de mas|quedo fatal",
            "persona/humano/humana/agente/gerente/encargado/encargada/dueno/duena/operador/asesor/queja/quejarme/reclamo/reclamar/reembolso/devolucion/pesimo/pesima/horrible/estafa/vergonzoso/inaceptable/maleducado",
            "hablar con alguien|hablar con el encargado/dueno|pasame/comunicame con",
            "hablar con una persona|hablar con un humano|persona real|alguien real|que me llamen",
            "llamenme|me pueden llamar|me puedes llamar|atencion al cliente|hoja de reclamaciones",
            "eres un bot|eres un robot|es un bot|me dejaron mal|mal servicio|muy mal",
            "me atienda alguien|me atienda una persona|que verguenza|harto|una porqueria",
        ),
    ),
    (
        "opt_out",
        either(
            "no quiero que me/nos escriban/manden/envien/llamen/contacten/escribas/mandes",
            "no quiero/deseo mensajes/publicidad/recordatorios/promociones/spam/avisos|no vuelvan/vuelvas a escribir/escribirme/mandar/molestar|paren/para/basta/corten con los/tantos/ya/- mensajes/recordatorios|cancelen/cancela/quiten los recordatorios/mensajes/avisos",
            "ya/- no/nunca me/nos escriban/escribas/escribais/manden/mandes/mandeis/envien/envies/envieis/molesten/molestes/contacten/contactes mas/mensajes/publicidad/promociones/nada/-",
            "stop/basta/no mensajes/publicidad/recordatorios|no me/- molesten/molestes/molesteis/jodan/fastidien|bajame/bajenme/borrame/borrenme/borreme/eliminame/eliminenme/sacame/saquenme/quitame/quitenme/sacadme/borradme de la/esta/su/tu/este/vuestra lista/grupo/difusion|dejen/deja/dejad/paren/para/parad de enviar/enviarme/mandar/mandarme/escribir/escribirme/molestar/molestarme/contactarme",
            "no quiero/deseo recibir/seguir mas/recibiendo/- mensajes/publicidad/promociones/avisos/recordatorios/-|no quiero mas/sus mensajes/publicidad/promociones|dar/darme/dame/denme/deme/doy/dadme de baja|desuscribir/desuscribirme|no mas mensajes/publicidad/spam|mas spam|basta de spam",
            "quitame/quitadme/quitenme de la lista|no mas recordatorios/avisos/notificaciones",
            "dejad/dejen/deja/dejadme/dejenme de escribir/escribirme/mandar/mandarme/enviar/enviarme/molestar/molestarme",
            "para/parad/paren de escribirme/mandarme/enviarme|no me escribais/mandeis/envieis mas",
            "basta de mensajes|dejadme/dejenme/dejame en paz|no me manden mas|no me mandes mas",
            "no me escriban mas|no me escribas mas|no me envien mas|no me envies mas",
            "dejen de escribirme|deja de escribirme|dejen de mandar|dejen de enviarme",
            "no quiero recibir|darme de baja|dame de baja|denme de baja|no mas mensajes",
            "quiero darme de baja|no quiero mas mensajes",
        ),
    ),
    (
        "my_data",
        either(
            "informacion tienen/teneis/tienes de/sobre mi",
            "que/q informacion tienen/teneis/tienes de/sobre mi|que sabes/sabeis/saben de mi",
            "mis datos|borra mis datos|borrar mis datos|eliminar mis datos|que datos tienen",
            "que datos tienes|datos personales",
        ),
    ),
    (
        "thanks",
        either(
            "igualmente|un/- abrazo/saludo/saluditos|buenas noches gracias|a ti/vos/usted/ustedes",
            "quede/quedo/quedaste/salio/quedamos muy/super/re/- contento/contenta/feliz/satisfecho/bien/genial/bonito/chulo/lindo/brutal/increible/excelente/perfecto/espectacular|me encanto/gusto|excelente/buen/gran servicio/atencion/trabajo|gracias por/x la/tu/su/el/toda/vuestra info/informacion/ayuda/atencion/respuesta/tiempo/aviso|muchas/muchisimas/mil/miles/infinitas de/y/- mil/un/- gracias|te/se/os/les lo/- agradezco/agradecemos|muy amable/amables/atento|eres/sos/son un/una/el/unos crack/grande/genio/genia/amor/sol/maquina/cracks/genios/maestro/capo/angel|dios te/lo/les bendiga|bendiciones",
            "gracias/grax/grasias/grcs/grs|muchas gracias|mil gracias|te agradezco|se agradece",
            "muy amable|agradecido|agradecida|🙏",
        ),
    ),
    (
        "goodbye",
        either(
            "hablamos|un/- abrazo|buenas noches y/- gracias|hasta otra",
            "ahi/alli/alla/nos nos/- vemos/estamos/leemos|hasta luego/pronto/entonces/manana/despues/ahora|que te/le/les vaya/pases/pasen bien/lindo|que este/estes/esten bien|buen/lindo/feliz/excelente fin/finde|que tengas/tengan/tenga buen/lindo/bonito dia|chau/chaucito/chaito/byebye/adiosito/abur/chaoo",
            "de/en camino|voy de/en camino|ya llegue|ya estoy aqui/ahi|estoy aqui/afuera/fuera",
            "estoy llegando|ya llego|adios/chao/chau/bye/nosvemos|hasta luego|hasta pronto|nos vemos",
            "hasta manana|hasta entonces|cuidate|que tengas buen dia|feliz dia|que estes bien",
            "hasta la proxima|ahi nos vemos|saludos",
        ),
    ),
)

HINTS: tuple[tuple[str, str], ...] = (
    ("comes", "puedo/podria/podemos/podriamos ir/venir/pasar/llegar|se puede|prefiero|mejor"),
    (
        "asks",
        "que/cual/cuales/como/cuando/quien/quienes/donde/cuanto/cuantos/hacen/haces/hace/haceis/usan/usas/pueden/puede/se/hay/va/esta/estan/es/son/trabajan/trabaja/aceptan/sabes/saben/atienden/atiende/cortan/tinen/lavan/incluye/viene/venden/cobran/ponen/tienen/tienes/teneis/tenes/ustedes",
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
            "chamarra/chaqueta/paraguas/abrigo/campera/sombrilla/bufanda/sueter/calorias/plomero|viajar/cocinar/bailar/taxi/uber/pizza/hamburguesa/receta/restaurante",
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
            "quedar|podemos/podriamos/puedo quedar/ir/vernos/pasar/venir|pongamos/digamos/hagamos/hagamosle|caigo/paso/pasaria/iria/iriamos/vamos/pasamos/caemos/llegaria|te caigo|me paso/acerco|te/os/les/le/me viene/vendria/queda/quedaria/va/sirve/conviene/acomoda bien/-",
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
            "barato/barata/caro/cara|saldria|que/q vale|que/q valor/precio tiene/tienen|cto|valor",
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

WHOLE: tuple[tuple[Intent, str], ...] = (
    (
        "opt_out",
        either(
            "baja/bajas/stop|dar de baja|darme de baja|dame de baja|baja por favor",
        ),
    ),
    (
        "opt_in",
        either(
            "alta|dar de alta|dame de alta|darme de alta",
        ),
    ),
    (
        "my_data",
        either(
            "mis datos",
        ),
    ),
)

# Phrases of which a part alone would tell an intent that nobody has here.
OVERHEARD = either(
    "un cambio|hacer/hacerme un cambio",
    "a que hora",
    "que hora es|que hora son|dime la hora|reserva/reservar/reservame un/una hotel/vuelo/habitacion",
    "como esta/estara/estuvo/va el/la clima/tiempo/trafico/dolar/cosa|disculpe/disculpa/disculpen/perdon/perdone la hora|la hora en|la/- otra vez|la ultima vez|accion de gracias|no se|no lo se|no estoy seguro/segura|ni idea|no tengo idea|no sabria",
    "y el/la/los/las/un/una/mi|gracias a dios|cambio/cambiar de/el aceite/nombre/clave/tema|cambiar de look/estilo/imagen|cambio de look",
    "no mas tarde/temprano|no antes|no despues|no muy tarde/temprano|no tan tarde/temprano",
    "cuantos anos|cuantos anos tienes/tiene/tenes/tienen/teneis|tengo que|en que me ayudas",
)
