"""Forms of Spanish verbs and nouns that several phrases share, accents left out."""

_ENDINGS = (
    "ar o as a amos an e es en are ame amela ala alo anos arla arlo arme arnos eme enme enla enlo "
    "emos enos emelo emela ela elo aria arias arian aras aran aremos arle arles ale enle ele"
)
CAN = "puedes/podes/puede/pueden/podeis/podias/podian/podrias/podrian/podria/podriais/pudieras/pudieran"
HAVE = "tienes/tienen/teneis/tenes/tiene/tendras/tendran/tendrias/tendrian/tendra/tendria/hay/habra/habria"
ROOM = (
    "hueco/huecos/huequito/huequitos/ueco/weco/espacio/espacios/espacito/lugar/lugares/lugarcito/"
    "sitio/sitios/campo/campito/cupo/cupos/cupito/chance/disponible/disponibles/disponibilidad/"
    "libre/libres/cita/citas/citita/turno/turnos/turnito/hora/horas/ratito/algo"
)


ASKING = (  # a wish put as an order: "póngame", "atiéndanos"
    "ponme/ponnos/pongame/pongan/ponganme/ponganos/pongannos/poneme/ponenos/metame/meteme/metenos/"
    "metanme/metanos/cogeme/cojame/atiendeme/atiendame/atiendanme/atiendenos/atiendanos/atendeme/"
    "recibeme/recibame/recibanme/recibenos/sacame/saqueme/saquenme/cuelame/cueleme/encajame/"
    "encajeme/consigueme/consigame/inscribeme/inscribame/inscribanme/hazme/haznos/hagame/haganme/"
    "haganos/haceme/hacenos/dame/danos/deme/denme/denos/dennos/dadme/guardame/guardeme/guardenme/"
    "guardenos/guardanos/separame/separeme/separenme/separanos/programame/programeme/programarme/"
    "registrame/registreme/registrarme/inscribirme/coordinar/agarrame/agarreme/cuadrame/cuadreme/"
    "acomodame/acomodeme/acomodenme/tenme/tengame/regalame/regaleme/colaborame/colaboreme/ayudame"
)
LET_US = (  # "quedemos el jueves"
    "quedemos/quedamos/veamonos/vemonos/cuadremos/cuadramos/coordinemos/coordinamos/concretemos/"
    "concretamos/fijemos/fijamos/pactemos/pactamos/acordemos/acordamos/programemos/dejemoslo/"
    "hagamoslo/hagamosle/pongamosle/pongamos/digamos"
)
DELAYS = "2/3/5/10/12/15/20/25/30/cinco/diez/quince/veinte/veinticinco/treinta"
AGES = (
    "1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/un/uno/dos/tres/cuatro/cinco/seis/siete/ocho/"
    "nueve/diez/once/doce/trece/catorce/quince"
)
OR_ELSE = "si esta/puede/hay/atiende/trabaja/viene/tiene/quiere ,/;/y/o/- si no|si esta/puede/hay/atiende/trabaja/viene/tiene/quiere ,/;/y/o/- sino"


def forms(*stems: str) -> str:
    """The forms of regular verbs in -ar that a wish or a question uses."""
    return "/".join(f"{stem}{ending}" for stem in stems for ending in _ENDINGS.split())
