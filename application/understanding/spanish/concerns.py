"""How Spanish-speaking customers ask for a person, for silence, or for their data."""

from application.understanding.spanish.forms import CAN
from application.understanding.text.words import either

PERSON = either(
    f"{CAN} llamarme/marcarme/contactarme/llamarnos/telefonearme",
    "me comunica/comunicas/comunican/conecta/conectas/pasa con/a/al alguien/el/la/un/una/encargado/dueno/gerente/tu/su|pasame/paseme/pasenme al/con/a encargado/dueno/gerente/jefe/barbero/alguien/una/un/la/el/humano|prefiero/quiero/puedo hablar/llamar/hablarlo por/- telefono/llamada|nadie contesta/responde/atiende/contesto/respondio",
    "nadie me/nos atiende/contesta/responde/atendio/contesto/respondio|llevo/tengo/llevamos rato/horas/mucho/bastante esperando|llevo/tengo/llevamos media/una/un/dos hora/rato/horas esperando|sigo/seguimos esperando",
    "que porqueria/mierda/asco/verguenza/desastre/basura de servicio/atencion/lugar/local/barberia|que mal/mala/pesimo/pesima/terrible servicio/atencion/trato|mal/mala/pesima/pesimo servicio/atencion/experiencia/trato",
    "quien eres/sos|un/una bot/robot/maquina|eres/sos/es humano/humana/persona/real",
    "con quien hablo/hablamos",
    "hay alguien que me/nos pueda/puede ayudar/responder/contestar/explicar",
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
)

OPT_OUT = either(
    "quitenme/quitame/saquenme/sacame/borrenme/borrame/eliminenme/eliminame de los/las/tus/sus/su/tu contactos/base/numeros/agenda",
    "no me/nos interesa/interesan recibir/sus/esas/esos/tus/mas promociones/mensajes/publicidad/ofertas/anuncios/sus/-",
    "quitenme/quitame/saquenme/sacame/borrenme/borrame/eliminenme de los/las/tus/sus/esos/estos recordatorios/mensajes/avisos/notificaciones/difusiones/promociones",
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
)

MY_DATA = either(
    "informacion tienen/teneis/tienes de/sobre mi",
    "que/q informacion tienen/teneis/tienes de/sobre mi|que sabes/sabeis/saben de mi",
    "mis datos|borra mis datos|borrar mis datos|eliminar mis datos|que datos tienen",
    "que datos tienes|datos personales",
)
