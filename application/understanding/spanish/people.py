"""How Spanish-speaking customers speak of themselves, of others, and of what they pick."""

from application.understanding.text.words import Entry

_KIN = (
    "hermano/hermana/papa/padre/mama/madre/viejo/amigo/amiga/esposo/esposa/novio/novia/marido/"
    "chaval/chavala/crio/mocoso/enano/cunada/suegra/tia/abuela/pareja/cuate/brother/primito/"
    "mujer/pareja/primo/prima/cunado/suegro/tio/abuelo/compa/companero/colega/pana/parce/socio/"
    "compadre/vecino/jefe/sobrino/nieto/hijo/hija/nene/nino/nina/peque/chamaco/pibe"
)
_KINS = (
    "hermanos/amigos/amigas/primos/companeros/colegas/panas/compas/hijos/hijas/ninos/nenes/"
    "sobrinos/nietos/chicos/personas/chamacos/pibes/cuates/parceros"
)

PEOPLE: tuple[Entry, ...] = (
    (
        "both",  # of the appointments, and no time
        1,
        "las/mis dos/2/tres/3 citas/turnos/reservas|los/mis dos/2/tres/3 turnos|cancela/cancelas/cancelar/cancelame/cancele/cancelen/cancelo/anula/anular/anulame/anulas/borra/borrar/elimina/cambia/mueve las/los dos/tres|las/los dos por/porfa favor/-",
    ),
    (
        "oneself",
        1,
        "y yo|yo y|yo mas|mas yo|yo con|voy/vengo/iria/ire/llego/vamos/ir/venir con|viene/vendra/va conmigo|yo a las/la|yo primero/despues/luego|conmigo|y conmigo|conmigo y|para/pa/a mi y|y para/pa/a mi|y a mi tambien|nosotros y|y un servidor",
    ),
    (
        "companion",
        1,
        f"mi/un/una/el/al {_KIN}|para/pa/a mi/un/el {_KIN}|mis/- {_KINS}|para/a mis {_KINS}",
    ),
    ("companion", 1, "corte/cita para mi/el nino/hijo/nene/peque/hija"),
    (
        "one",
        1,
        "opcion/opciones/horario|que me/- dijiste/dijeron/diste/dieron/ofreciste/ofrecieron/mandaste/pusiste/propusiste",
    ),
    (
        "people_unit",
        1,
        "turnos/cupos/lugares/espacios/puestos seguidos/juntos/-|personas/persona/gente/amigos/chicos/ninos/adultos",
    ),
    (
        "people",
        2,
        "para/pa los dos|nosotros/nosotras dos|para ambos|los dos juntos|venimos/vamos los dos",
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
    ("middle", 1, "la/el de/del en/- medio|la/el de la mitad|la/el central"),
    ("of_these", 1, "de esas/esos/estas/estos"),
    (
        "choice",
        -1,
        "la/el/lo que sea/este/tengas/quede mas tarde|la/el mas tarde|la mas tardia|la/el mas tarde de todas/todos|la ultima|el ultimo|la ultima opcion|ultima opcion",
    ),
    (
        "choice",
        0,
        "la/el mas temprano/pronto|la/el/lo que sea/este/tengas/quede mas temprano/pronto/cerca|la mas temprana|la mas proxima|la/el mas cercana/cercano",
    ),
    (
        "any_barber",
        1,
        "el/la barbero/peluquero que sea|me da igual/mismo el/la barbero/peluquero|me da lo mismo el/la barbero/peluquero|el barbero me da igual|el barbero me da lo mismo|no importa el/que barbero/peluquero|cualquier barbero|con cualquiera|con quien sea|quien sea|me da igual quien|da igual quien|el que este libre|el que este|con el que sea|no importa quien|cualquiera de ellos|el que sea|con quien este|quien este libre|con quien haya/tengas/tengan/quieras/quieran/puedas/puedan/toque|quien pueda|quien pueda antes|el que pueda|quien tenga/tengan hueco/libre/antes/-|el que tenga hueco/libre/-|no importa con quien|sin preferencia|ninguno/ninguna/nadie en especial/particular|todos me valen/sirven|me vale/sirve cualquiera",
    ),
    (
        "any",
        1,
        "cualquiera/cualquier/alguna/alguno/una/uno de los/las/esas/esos dos/tres/2/horas/horarios|el/la/lo que haya/tengas/tengan/puedas/puedan|cualquiera|no me importa|me da igual|da igual|me da lo mismo|da lo mismo|no importa|lo que sea|como quieras|la que sea|indiferente|me es igual|no tengo preferencia|el que quieras|cual sea",
    ),
    ("with", 1, "con|c|ir/voy/pasar/paso/caigo/venir a/- donde"),
    (
        "event",
        1,
        "tengo trabajo/ensayo/practica|tengo que trabajar/estudiar/viajar|viajar/viajo/boda/fiesta/fiestas/dentista/medico/doctor/cumple/cumpleanos/reunion/viaje/vuelo/clase/clases/examen/entrevista/graduacion/bautizo/bautismo/evento/misa/partido/cena/almuerzo/comunion/concierto/quinceanera/quinces/casamiento/matrimonio/junta/funeral/velorio/aniversario|me caso|se casa",
    ),
    (
        "profession",
        1,
        "dentista/medico/medica/doctor/doctora/psicologo/psicologa/abogado/abogada/notario/veterinario/veterinaria/oculista/nutricionista/fisio/terapeuta/contador/gestor/ginecologa/pediatra/cardiologo/dermatologo",
    ),
    ("for", 1, "para/pa"),
    (
        "name_lead",
        1,
        "me llamo|mi nombre es|mi nombre|a nombre de|al nombre de|el nombre es|nombre|les habla|te habla|le habla",
    ),
    ("name_lead_weak", 1, "soy"),
)
