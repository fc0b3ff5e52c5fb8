"""How Spanish-speaking customers ask for a free time, or for an appointment."""

from application.understanding.spanish.forms import CAN, HAVE, ROOM, forms
from application.understanding.text.words import either

AVAILABILITY = either(
    "cual es/seria el/la/lo dia/fecha/hora/cita/turno/hueco/horario mas proximo/proxima/cercano/cercana/pronto/temprano",
    "como/que andas/andan/estas/estan/vas/van/tal de tiempo/espacio/turnos/citas/agenda|estas/estan/esta/andas/andan/estaran ya/todo/muy/- full/lleno/llenos/llena/ocupado/ocupados/ocupada/completo/completos",
    "mas opciones/horarios/horas/fechas/turnos/dias|ver mas/otras/otros|muestrame/mostrame/ensename/dame/dime mas/otras/otros",
    "si alguien/alguno/alguna cancela/falla/falta/no|si se/- libera/cae/desocupa/abre/cancela algo/un/una/alguien/lugar/espacio/turno/cita|me avisas/avisan/avisa si|lista de espera",
    f"ay {ROOM}|dispone/disponen/dispones/disponeis de/- un/una/algun/alguna/- {ROOM}/horario/horarios|horario/horarios disponible/disponibles/libre/libres/para|cuando tengas/tengan/haya algo/lugar/espacio/hueco/cita/turno",
    f"a/hasta/desde/como/- a/- que hora/horas me/nos/- {CAN} atender/recibir/cortar/dar/agendar/atenderme/recibirme/cortarme",
    "puedo/podria/podemos ir/pasar/pasarme/venir/llegar/caer/acercarme en un rato/ratito/momento/toque/momentico/segundo|puedo/podria/podemos ir/pasar/venir/caer mas/al tarde/rato|paso/caigo/voy en un rato/ratito",
    "esta/estan/estais ya/todo/- completo/completos/lleno/llena/llenos/full/agotado/reservado",
    "quedo/quedaron algo/algun/alguna/un/una/- lugar/hueco/cita/turno/espacio/hora/cupo/libre|hay/habra alguien que me/nos pueda/puede",
    "hay/habra/tienen/tienes mucha/mucho gente/espera/cola/fila|esta/estan muy/- lleno/llenos/ocupados|algo para/pa ya/hoy/ahora|que tan ocupados",
    f"{HAVE} algun/alguna/algo/un/una/otro/otra/- {ROOM}",
    "cuando me/nos/- puedes/podes/pueden/podeis/podrias/podrian/puedo/podria/podemos/tienes/tienen/teneis/tenes/tendrias/tendrian/habria/habra",
    "que/cual horario/horarios me/te/les/- puedes/podes/pueden/podrias/podrian/puedo/podria/podemos/tienes/tenes/tendrias/tendrian/hay/habria/queda/quedan/sirve/conviene",
    "que/cual dia/dias/hora/horas me/te/les/- puedes/podes/pueden/podrias/podrian/puedo/podria/podemos/tienes/tienen/teneis/tenes/tendrias/tendrian/hay/habria/queda/quedan/sirve/conviene",
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
)

BOOK = either(
    "se puede/podria reservar/agendar/apartar/separar/anotar/apuntar",
    f"dejame/dejeme/dejenme/dejanos/dejar/dejarme un/una {ROOM}|dejame/dejeme/dejenme/dejanos apartado/separado/reservado/guardado/anotado/agendado/apuntado/apartada/separada/reservada|me dejas/deja/dejan/dejarias apartado/separado/reservado/anotado/agendado",
    "ponme/poneme/ponganme/dame/deme/denme/apartame/hazme/haceme/sacame/agendame/reservame una/uno/otra/otro para/pa/pal/el/a/en|me pones/pone/ponen/apartas/agendas/reservas una/uno/otra/otro para/pa/pal/el/a/en",
    "que me/nos/lo/le atiendas/atiendan/atienda/cortes/corten/corte/hagas/hagan/haga/arregles/arreglen/des/den/de/pongas/pongan/agendes/agenden/apartes/aparten/reserves/reserven/apuntes/apunten/afeites/afeiten/tinan|me/nos das/dan/darias/darian/da/consigues otra/otro cita/turno/hora/-|puedes/podes/pueden/podrias/podrian darme otra/otro cita/turno/hora/-",
    "me/nos coge/coges/cogen/agarras/agarran/pelas/tumbas/tumban/metes/meten",
    "pasar/paso/pase/ir/voy/venir a/por hacerme/cortarme/arreglarme/afeitarme/pelarme/raparme/recortarme/tenirme",
    forms("reserv")
    .replace("/reserva/", "/")
    .replace("/reservas/", "/")
    .replace("/reservado/reservada", ""),
    forms("agend", "apunt", "anot", "apart").replace("/aparte/", "/"),
    f"me/nos/lo/le {CAN} agendar/reservar/apuntar/anotar/atender/recibir/cortar/hacer/pelar/rapar/afeitar/apartar/separar/guardar/meter/colar/arreglar/coger/pillar/agarrar",
    f"{CAN} agendarme/reservarme/apuntarme/anotarme/darme/ponerme/atenderme/cogerme/recibirme/cortarme/hacerme/apartarme/separarme/meterme/colarme/arreglarme/atendernos",
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
    "me puedes/podes/puede/pueden/podeis/podrias/podrian/podria agendar/reservar/apuntar/anotar/atender/recibir/cortar/hacer/pelar/rapar/afeitar",
    "me apuntas/agendas/reservas/anotas/atiendes/pones|hazme un espacio/hueco|dame cita/turno",
    "anotarme|apuntarme|agenda/agendarme|reserva el/la/un/una/para/me|y reserva|reservarme",
)
