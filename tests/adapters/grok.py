"""What the tests of the model share: a shop, an answer, and a gate over a real Redis."""

import datetime as dt
import json

from redis.asyncio import Redis

from application.ports import Asker
from application.understanding.reading import Context, OpenHours, Topic
from domain.identifiers import CustomerId, ShopId
from infrastructure.grok.budget import Budget
from infrastructure.grok.gate import Gate
from infrastructure.mailboxes.fingerprints import Fingerprints
from infrastructure.mailboxes.seal import LetterSeal
from tests.adapters.scripted_server import Scripted, document

CONTEXT = Context(
    today=dt.date(2026, 11, 24),  # a Tuesday
    now=dt.time(10, 0),
    language="es",
    services=(
        Topic(id="haircut", names=("Haircut", "Corte de pelo")),
        Topic(id="shave", names=("Shave", "Afeitado")),
    ),
    barbers=(Topic(id="luis", names=("Luis Paz",)), Topic(id="marco", names=("Marco Rossi",))),
    hours=tuple(OpenHours(weekday=day, start=dt.time(9), end=dt.time(19)) for day in range(6)),
)
MESSAGE = "porfa arréglame la pelambrera mañana a las 5 con el Luisito"


SEALING = b"s" * 32


def asker(customer: str = "c1", *, shop: str = "demo", name: str | None = None) -> Asker:
    return Asker(shop_id=ShopId(shop), customer_id=CustomerId(customer), name=name)


ASKER = asker()


def gate_over(client: Redis, *, shop: int = 500, customer: int = 20) -> Gate:
    return Gate(
        client,
        seal=LetterSeal(SEALING),
        fingerprints=Fingerprints(b"f" * 32),
        budget=Budget(shop=shop, customer=customer),
    )


def form(**fields: object) -> str:
    empty: dict[str, object] = {
        "services": [],
        "barber": None,
        "day_phrase": None,
        "time_phrase": None,
    }
    return json.dumps({"intent": "book", **empty, **fields})


def completion(content: object, **more: object) -> Scripted:
    message = {"role": "assistant", "content": content, "refusal": None}
    choice = {"index": 0, "message": message, "finish_reason": "stop", **more}
    return document({"id": "5f0e", "object": "chat.completion", "choices": [choice]})
