"""The shop that the cases were written for; a case's own context goes before it."""

SHOP: dict[str, object] = {
    "services": {
        "haircut": {"names": ["Haircut", "Corte de pelo"], "minutes": 30},
        "beard_trim": {"names": ["Beard trim", "Arreglo de barba"], "minutes": 20},
        "haircut_beard": {"names": ["Haircut + beard", "Corte y barba"], "minutes": 45},
        "shave": {"names": ["Shave", "Afeitado"], "minutes": 30},
        "kids_cut": {"names": ["Kids cut", "Corte de niño"], "minutes": 25},
        "hair_color": {"names": ["Hair colour", "Tinte"], "minutes": 90},
    },
    "barbers": ["Marco", "Luis", "Ana"],
    "hours": {"mon-sat": ["09:00", "19:00"]},
}
