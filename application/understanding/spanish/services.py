"""What the services of a barbershop are called in Spanish."""

from application.understanding.text.words import Entry

SERVICES: tuple[Entry, ...] = (
    (
        "without",
        "haircut",
        "pero/- sin el/- corte|pero/- sin el pelo|pero/- sin cortar/cortarme/cortarlo|pero/- sin corte de pelo",
    ),
    ("without", "beard_trim", "pero/- sin la/- barba|barba no|la barba no"),
    ("without", "hair_color", "pero/- sin el/- tinte/color"),
    ("without", "shave", "pero/- sin el/- afeitado"),
    (
        "service",
        "haircut",
        "despuntar/despuntarme/despunte/entresacar/emparejarme/emparejar el/las/- pelo/cabello/puntas/-|me/nos/se recorto/rapo/pelo/rapan/recortan/pelan/tusan/motilan/recorta/pela/rapa|corte/korte/cortes/cortesito/cortecito/pelado/cortarme/cortarnos/cortar/cortarse/cortarle/cortarmelo/corten/cortenme/cortame/recortarse/recortarnos/recortarle/raparme/rapar/raparse/raparle/rapen/pelar/pelarse/pelarnos/peluquear/peluquearme/tusar/tusarme/motilar/motilarme/motilada/motilado/rebajar/rebajarme/rebajado/degradados/fades/rapados/recortes/desvanecidos/difuminados/desbastar/lineup/pelada/degradado/degrade/desvanecido/difuminado/fade/pelo/cabello/cavello/pelito/rapado/rapada/recorte/peluqueada/cortecito|corte de pelo/cabello/cavello|corte d pelo|cortarme el pelo/cabello/cavello|cortarse/cortar el pelo|recortarme|un retoque|puntas|las puntas|un repaso|arreglarme el pelo|pelarme|taper|corte degradado|corte fade|corte normal|corte clasico|el pelo|corte de caballero|mi corte",
    ),
    ("weak", 1, "pelo/cabello/cavello|el pelo"),
    (
        "service",
        "beard_trim",
        "barba/barbas/barva/perfilado/perfilada|un/una/- repaso/repasito/retoque/repasada de/a/en/la barba/barva|repasar/repasarme/bajar/bajarme/quitar/quitarme la/- barba/barva|arreglo/arreglar/arreglarme/perfilar/perfilarme/perfilado/recorte/recortar/recortarme/retoque/cortar/cortarme/cortarse/cortarle/cortarnos/recortarse/recortarle/recorten/recorta/retocar/retocarme/diseno/delineado/delinear/delinearme/marcado/marcar/marcarme/contorno/lineup/limpieza/linea/rebaje/rebajar/rebajarme/emparejar/emparejarme de/la/- barba/barva|corte/degradado/difuminado/fade/trim/diseno/delineado/contorno en/de la/- barba/barva|corte/trim/degradado la barba/barva|arreglo/areglo de barba/barva/varba/varva|varba/varva|arreglo de la barba|perfilado de barba|arreglarme la barba|recortarme la barba|hacerme la barba|la barba|perilla",
    ),
    ("service", "haircut_beard", "el combo|combo|el completo|servicio completo|corte completo"),
    (
        "service",
        "shave",
        "me/nos/se afeito/afeita/afeitan/rasuro/rasura/rasuran|afeitado/afeitados/rasurados/afeitada/afeitar/afeitarme/afeitarse/afeitarnos/afeitarle/afeiten/afeitas/afeitan/rasurado/rasurada/rasurar/rasurarme/rasurarse/rasuran|toalla caliente|navaja",
    ),
    (
        "service",
        "kids_cut",
        "llevar/traer/llevo/traigo/mandar/llevarle/llevarte a mi/el/la/los/mis/al hijo/hija/nino/nina/nene/nena/peque/hijos/ninos/chaval|llevar/traer/llevo/traigo al hijo/nino/nene/peque/chaval|ninos/ninas/nenes/nenas/chamacos/chavitos/peques/pibes|mis/los/sus hijos/hijas|para/pa/pal/for el/the/my/mi/- kid/kids/boy/son/baby/bebe/chavalo/chamo/guagua/cipote/gurrumino|corta/cortan/cortas/cortais/atienden/atiendes/pelan a/- ninos/ninas/bebes/menores|uno de nino|cortes/corte/pelo/cabello del/al/- nino/nina/hijo/nene/peque|cortes de/para nino/ninos|corte de/para nino/ninos/nene/hijo/nena/peque|corte/cita para mi/el nino/hijo/nene/peque/hija|cortarle al nino/nene/peque|cortarle a mi hijo/nene/nino|corte infantil|cortarle el pelo a mi hijo/nino/nene|para/pa el/la/mi/al/un/una nene/nena/nino/nina/hijo/hija/peque/chaval|mi hijo|mi nene|mi nino|mi peque/hija/nena/nina/chamaco/chavito/chavo/pibe/sobrino/nieto/chiquito|al/del/el peque/chamaco/pibe|corte/pelo/cabello a/de mi hijo/nene/nino/hija|el nene|al nene|el nino",
    ),
    (
        "service",
        "hair_color",
        "quitar/quitarme/tapar/disimular/esconder/ocultar las/estas/mis canas|me/nos/se tino/tine/tinen/pinto el/las/- pelo/cabello/canas|me/nos tino/tine/tinen|tinen el pelo|tinen/tinten/tenirse/tenirle/tenirnos/tinan/decolorar/decolorarme/balayage/rayitos/iluminaciones|pintar/pintarme/pintarse/pintarnos/pintarmelo/pintan/pinten/pintas el/las/los/- pelo/cabello/canas/pelos|tapar/tapame/cubrir/taparme/cubrirme las/- canas|tenir el pelo|tinte/tintes/color/tenido/tenida/tenidos/decolorado/tenirme/tenir/tinas/tina/mechas/decoloracion/coloracion/tintura|tenirme el pelo|color de pelo|tinte de pelo|tinte para el pelo",
    ),
)
