"""How Spanish-speaking customers greet, thank, take leave, and say yes and no."""

from application.understanding.text.words import either

GREETING = either(
    "que/q haces/hace maestro/loco/amigo/bro/crack/hermano/?/,/-",
    "encantado/encantada de conocerte/conocerle/saludarte/saludarle|un/mucho gusto en/de conocerte/saludarte|un placer conocerte/saludarte",
    "holiwis/holii/holas|saludos amigos/amigo/equipo/todos/gente/hermano/bro",
    "wena/guena/wenaa/epa/epaa/quiubo/quihubo/kiubo|hola/ola/buenas/buenos/hey/ey/holis/holi/alo/aloha que/q/k tal/hay/onda/hubo/mas/ase",
    "que/q/k tal/onda/hay/hubo/hubole/pex/mas/ase/acelga|como va/vas/van/andas/andan/anda/estamos/vamos",
    "como les/le/te/os va|todo bien|buen domingo/sabado|muy buenas/buenos tardes/dias/noches/-|buenas buenas",
    "wenas/wuenas/guenas tardes/noches/-|que tal parce/bro/amigo/hermano/gente/equipo",
    "hay alguien|alguien ahi|hola/ola/buenas/wenas/holi/holis/saludos/holaa/hey/ey/alo",
    "buenos dias|buen dia|buenas tardes/noches/dias|q/que onda|q/que tal",
    "como estas/estan/esta|como andas/va|q/que hubo|que hay",
)

CONFIRM = either(
    "ya/dale/bueno/si/claro po/pe/poh|a huevo|fierro/sobres/rifa/camara/arrebatado/chevere/bacan/tuanis/nitido|ya estas/vas/rugiste/quedo|de a/- diez",
    "eso/tal/asi cual/mero/mismo/merito|afirma/andele/ajam/mero/ciertamente/indudablemente/concuerdo/conforme",
    "dale/va/listo/claro que va/si/vamos|listo el/- pollo|de lujo/pelos/diez/una/maravilla|finisimo/nitido/bestial/cheverisimo/bacanisimo/buenisimo/perfectisimo/calidad/melo|al pelo|esta/ta bien/bn/nitido/chevere/brutal",
    "si/ok/okey/vale/dale/claro/va ,/- dejalo/dejala/dejemoslo/dejemosla asi/-",
    "si/claro/ok/okay/vale/dale/bueno/va/listo/perfecto/genial/sip claro/dale/porfa/vale/ok/va/perfecto/confirmo/senor/amigo/bro/esa/ese/asi/quiero",
    "confirmala/confirmalo/confirmada/confirma/confirmame/confirmamos|reservalo/reservala|hagale/hagamosle/metele|todo bien/correcto/ok/perfecto|esta/estaria/queda/suena/quedo ok/perfecto/genial/excelente/super/joya/barbaro",
    "por supuesto|eso mismo|me va/viene/queda/sirve/parece/acomoda perfecto/genial/bien/super/excelente/joya/barbaro|ahi estare/estaremos/voy/llego/andare",
    "aja/ujum/mhm/sisas/siii|joya/barbaro/buenisimo/chido/bacano/vientos/orale/arre/fijo/cerrado/trato/sipi/sisi/afirmativo/exactamente/okas/yes/vaaa|dale pues/nomas/si|sale pues/vale|por mi si/bien/perfecto|va pues|si si",
    "si/sip/sii/sipi/see/ok/okey/oka/okay/dale/vale/claro/perfecto/perfect/confirmo/confirmar/confirmado/correcto/listo/genial/bien/bueno/exacto/venga/sale/va/andale/simon/adelante/excelente/estupendo/obvio/seguro/perfe/hecho/efectivamente/chevere/okis/sep/sipo",
    "esta bien|de acuerdo|por supuesto|asi es|me parece|me parece bien|me va bien",
    "me viene bien|me sirve|me queda bien|esa misma|ese mismo|ahi estare|ahi estaremos",
    "como no|eso es|va que va|de una|claro que si|por favor si|👍|✅|👌|🙌|✔",
)

DENY = either(
    "deja/dejame/dejen/dejela/dejala/dejalo la/mi/- cita/turno/- como estaba/esta|que quede como estaba|como estaba",
    "a/- esa/ese hora/dia no/trabajo/almuerzo/como/estudio/salgo/tengo/estoy/viajo puedo/-",
    "cambie/cambio/cambiamos de opinion/idea/parecer|me arrepenti/arrepiento",
    "nopo/nones/nequis/nelson/nopes|no po/pe/poh|nel pastel",
    "me parece muy/demasiado/bastante/medio/algo caro/cara/tarde/temprano/lejos/mal/poco|esta/estan muy/demasiado/re/bien/medio caro/caros/cara",
    "paso por/esta ahora/vez|paso gracias|por esta vez no|esta vez no|creo/pienso que paso",
    "nada mas gracias/porfa|nada mas , gracias|eso es/seria todo|seria todo|nada mas por ahora/hoy",
    "ni la/el/una/uno|ninguno/ninguna de esos/esas/los/las/ellos/ellas|ni el uno/una ni el/la otro/otra",
    "esa/ese/esta/este hora/horario/dia/fecha imposible/no|imposible a/- esa/ese hora/horario/dia",
    "no/nop/nel/nah gracias/senor/todavia/aun/mejor|para nada|ni hablar/loco/modo|creo que no|mejor no|ahora/asi/ese/esa/eso no",
    "no me/nos sirve/va/viene/queda/acomoda/convence/cuadra/interesa/gusta|dejame/dejeme/voy/tengo/deja a/que/- pensarlo/pensar/consultarlo/ver/verlo/checar|lo pienso|ninguno/ninguna de|otro dia/momento/rato sera/mejor",
    "no/nop/nope/nel/nah/negativo/nono/nonono/nops/noup/neles/naranjas|no no no|nono gracias|no gracias|mejor no|para nada|ahora no|todavia no|aun no",
    "por ahora no|nada/ninguno/ninguna|no quiero|no me sirve|no me va|no me viene|no puedo",
    "asi no|eso no|no es eso|no esta bien|incorrecto|que va|dejalo asi|dejalo|dejala|olvidalo",
    "quiza/quizas/talvez mas tarde/adelante|tal vez mas tarde|mas adelante|en otro momento",
    "luego te digo/aviso|te aviso luego|no por ahora|otra opcion|otro|otra|otros|otras|👎|❌|🙅",
)

THANKS = either(
    "quede/quedo/quedamos encantado/encantada/fascinado/fascinada/contento/contenta/feliz/satisfecho con/-",
    "quedo/quede/quedaste/salio buenisimo/genial/super/espectacular/chevere/bacano/nitido/brutal/hermoso/precioso/divino/increible|son/eres/sos el/los/la/las mejor/mejores/maximo|que crack/genio/grande/maestro/capo/buen/gran trabajo/corte/-|dios los/las/la bendiga/bendigan",
    "has/ha/han sido de gran/mucha ayuda|has/ha/han sido una/muy gran/- ayuda|me ayudaste/ayudo/ayudaron mucho",
    "todo/muy bien/excelente/genial/perfecto/bueno/buenisimo/buena el/con/la/su/tu la/el/- servicio/atencion/corte|los/las/los felicito|felicidades/felicitaciones por/para/chicos/muchachos/equipo|excelente/buenisima/buenisimo/muy servicio/atencion/trabajo",
    "igualmente|un/- abrazo/saludo/saluditos|buenas noches gracias|a ti/vos/usted/ustedes",
    "quede/quedo/quedaste/salio/quedamos muy/super/re/- contento/contenta/feliz/satisfecho/bien/genial/bonito/chulo/lindo/brutal/increible/excelente/perfecto/espectacular|me encanto/gusto|excelente/buen/gran servicio/atencion/trabajo|gracias por/x la/tu/su/el/toda/vuestra info/informacion/ayuda/atencion/respuesta/tiempo/aviso|muchas/muchisimas/mil/miles/infinitas de/y/- mil/un/- gracias|te/se/os/les lo/- agradezco/agradecemos|muy amable/amables/atento|eres/sos/son un/una/el/unos crack/grande/genio/genia/amor/sol/maquina/cracks/genios/maestro/capo/angel|dios te/lo/les bendiga|bendiciones",
    "gracias/grax/grasias/grcs/grs|muchas gracias|mil gracias|te agradezco|se agradece",
    "muy amable|agradecido|agradecida|🙏",
)

GOODBYE = either(
    "gracias/chao/adios/vemos/saludos ,/- hasta el lunes/martes/miercoles/jueves/viernes/sabado/domingo",
    "feliz/buena/linda/bonita tarde/noche/semana",
    "hablamos|un/- abrazo|buenas noches y/- gracias|hasta otra",
    "ahi/alli/alla/nos nos/- vemos/estamos/leemos|hasta luego/pronto/entonces/manana/despues/ahora|que te/le/les vaya/pases/pasen bien/lindo|que este/estes/esten bien|buen/lindo/feliz/excelente fin/finde|que tengas/tengan/tenga buen/lindo/bonito dia|chau/chaucito/chaito/byebye/adiosito/abur/chaoo",
    "de/en camino|voy de/en camino|ya llegue|ya estoy aqui/ahi|estoy aqui/afuera/fuera",
    "estoy llegando|ya llego|adios/chao/chau/bye/nosvemos|hasta luego|hasta pronto|nos vemos",
    "hasta manana|hasta entonces|cuidate|que tengas buen dia|feliz dia|que estes bien",
    "hasta la proxima|ahi nos vemos|saludos",
)
