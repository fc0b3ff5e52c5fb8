"""A whole shop comes out of its file, as the domain knows it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.hours import ClockRange, WeekRule
from domain.identifiers import BarberId, ServiceId, ShopId
from domain.money import Money
from domain.shop import Barber, DaysOff, Facts, Place, Policies, Service, Shop
from infrastructure.shop_files.files import load_shops

SMALLEST = """
id = "corner"
name = "Corner"
owner = "Sam"
phone_number_id = "105"
timezone = "America/New_York"
country = "US"
currency = "USD"
languages = ["en"]
place.address = "1 Main St"
hours.mon = ["09:00-19:00"]

[services.cut]
names.en = "Cut"
minutes = 30
price = 25

[barbers.ana]
name = "Ana"
calendar_id = "ana@demo.calendar"
"""

FULL = """
id = "corner"
name = "Corner"
owner = "Sam"
owner_phone = "+1 (212) 555-0100"
phone_number_id = "105"
timezone = "America/New_York"
country = "US"
currency = "USD"
languages = ["en", "es"]

[place]
address = "1 Main St"
latitude = 40.75
longitude = -74

[hours]
mon = ["15:00-24:00", "09:00-14:00"]
sun = []
[hours.dates]
2026-12-24 = ["09:00-12:00"]
2026-12-28 = []

[[closures]]
first = 2026-12-31
[[closures]]
first = 2026-12-25
last = 2026-12-26
names = { en = "Christmas", es = "Navidad" }

[policies]
notice_minutes = 90
horizon_days = 30
grid_minutes = 20
hold_minutes = 5
open_bookings = 3
grace_minutes = 15
free_cancellation_hours = 12
late_cancellation = { en = "Late.", es = "Tarde." }
conversation_retention_days = 90
messages_per_second = 20

[facts]
payment = { en = "Cash.", es = "Efectivo." }
walk_ins = { en = "Come in.", es = "Pasa." }

[templates]
follow_up = "come_back"
person_called = "customer_waits"

[services.cut]
names = { en = "Cut", es = "Corte" }
aliases = { en = ["fade"], es = ["degradado", "pelo"] }
minutes = 30
before_minutes = 5
after_minutes = 10
price = "25.50"

[services.shave]
names = { en = "Shave", es = "Afeitado" }
minutes = 20
price = 15

[barbers.ana]
name = "Ana"
calendar_id = "ana@demo.calendar"

[barbers.luis]
name = "Luis"
aliases = ["Lucho"]
calendar_id = "luis@demo.calendar"
services = ["cut"]
hours = { mon = ["10:00-14:00"], dates = { 2026-12-21 = ["12:00-14:00"] } }
breaks = { mon = ["12:00-12:30"] }
time_off = [{ first = 2026-11-02, names = { en = "Away", es = "Fuera" } }]
"""

WHOLE_SHOP = Shop(
    id=ShopId("corner"),
    name="Corner",
    owner="Sam",
    owner_phone="12125550100",
    phone_number_id="105",
    timezone="America/New_York",
    country="US",
    languages=("en", "es"),
    place=Place(address="1 Main St", latitude=40.75, longitude=-74.0),
    hours=WeekRule(
        weekly={0: (ClockRange(540, 840), ClockRange(900, 1440))},
        dates={date(2026, 12, 24): (ClockRange(540, 720),), date(2026, 12, 28): ()},
    ),
    closures=(
        DaysOff(
            first=date(2026, 12, 25),
            last=date(2026, 12, 26),
            names={"en": "Christmas", "es": "Navidad"},
        ),
        DaysOff(first=date(2026, 12, 31), last=date(2026, 12, 31)),
    ),
    policies=Policies(
        notice=timedelta(minutes=90),
        horizon_days=30,
        grid=timedelta(minutes=20),
        hold=timedelta(minutes=5),
        open_bookings=3,
        grace=timedelta(minutes=15),
        free_cancellation=timedelta(hours=12),
        late_cancellation={"en": "Late.", "es": "Tarde."},
        conversation_retention=timedelta(days=90),
        messages_per_second=20,
    ),
    facts=Facts(
        payment={"en": "Cash.", "es": "Efectivo."}, walk_ins={"en": "Come in.", "es": "Pasa."}
    ),
    templates={"follow_up": "come_back", "person_called": "customer_waits"},
    services=(
        Service(
            id=ServiceId("cut"),
            names={"en": "Cut", "es": "Corte"},
            aliases={"en": ("fade",), "es": ("degradado", "pelo")},
            length=timedelta(minutes=30),
            before=timedelta(minutes=5),
            after=timedelta(minutes=10),
            price=Money(minor=2550, currency="USD"),
        ),
        Service(
            id=ServiceId("shave"),
            names={"en": "Shave", "es": "Afeitado"},
            length=timedelta(minutes=20),
            price=Money(minor=1500, currency="USD"),
        ),
    ),
    barbers=(
        Barber(id=BarberId("ana"), name="Ana", calendar_id="ana@demo.calendar"),
        Barber(
            id=BarberId("luis"),
            name="Luis",
            aliases=("Lucho",),
            calendar_id="luis@demo.calendar",
            services=(ServiceId("cut"),),
            hours=WeekRule(
                weekly={0: (ClockRange(600, 840),)},
                dates={date(2026, 12, 21): (ClockRange(720, 840),)},
            ),
            breaks=WeekRule(weekly={0: (ClockRange(720, 750),)}),
            time_off=(
                DaysOff(
                    first=date(2026, 11, 2),
                    last=date(2026, 11, 2),
                    names={"en": "Away", "es": "Fuera"},
                ),
            ),
        ),
    ),
)


def load(folder: Path, text: str) -> Shop:
    file = folder / "shop.toml"
    file.write_text(text, encoding="utf-8")
    (shop,) = load_shops(file)
    return shop


def unversioned(shop: Shop) -> dict[str, object]:
    fields = {name: getattr(shop, name) for name in shop.__struct_fields__}
    return {**fields, "version": ""}


def test_everything_that_a_file_says_is_in_the_shop(tmp_path: Path) -> None:
    shop = load(tmp_path, FULL)

    assert unversioned(shop) == unversioned(WHOLE_SHOP)


def test_what_the_smallest_file_leaves_out_has_the_usual_value(tmp_path: Path) -> None:
    shop = load(tmp_path, SMALLEST)

    assert shop.policies == Policies()
    assert shop.closures == ()
    assert shop.owner_phone is None
    assert shop.templates == {}
    assert shop.services[0].aliases == {}
    assert shop.barbers[0] == Barber(
        id=BarberId("ana"), name="Ana", calendar_id="ana@demo.calendar"
    )


def test_adjacent_ranges_are_one(tmp_path: Path) -> None:
    text = SMALLEST.replace('"09:00-19:00"', '"13:00-19:00", "09:00-11:00", "11:00 - 13:00"')

    assert load(tmp_path, text).hours == WeekRule(weekly={0: (ClockRange(540, 1140),)})


@pytest.mark.parametrize(
    ("currency", "price", "minor"),
    [
        ("USD", "25", 2500),
        ("USD", '"25"', 2500),
        ("USD", "18.5", 1850),
        ("USD", '"18.50"', 1850),
        ("USD", "0.29", 29),
        ("USD", "0", 0),
        ("JPY", "3000", 3000),
        ("JPY", "3000.0", 3000),
        ("KWD", '"4.125"', 4125),
    ],
)
def test_a_price_becomes_minor_units_of_its_currency(
    tmp_path: Path, currency: str, price: str, minor: int
) -> None:
    text = SMALLEST.replace("USD", currency).replace("price = 25", f"price = {price}")

    assert load(tmp_path, text).services[0].price == Money(minor=minor, currency=currency)


def test_a_file_of_a_windows_editor_is_read(tmp_path: Path) -> None:
    file = tmp_path / "shop.toml"
    file.write_bytes(b"\xef\xbb\xbf" + SMALLEST.replace("\n", "\r\n").encode())

    assert load_shops(file) == (load(tmp_path, SMALLEST),)


def test_a_folder_holds_a_shop_per_file_by_name(tmp_path: Path) -> None:
    second = SMALLEST.replace("corner", "beach").replace('"105"', '"106"')
    (tmp_path / "b.toml").write_text(second, encoding="utf-8")
    (tmp_path / "a.toml").write_text(SMALLEST, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a shop", encoding="utf-8")

    shops = load_shops(tmp_path)

    assert [shop.id for shop in shops] == ["corner", "beach"]


def test_the_version_is_sixteen_hexadecimal_digits(tmp_path: Path) -> None:
    shop = load(tmp_path, FULL)

    assert len(shop.version) == 16
    assert int(shop.version, 16) >= 0


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("minutes = 30", "minutes = 30  # a comment"),
        ("minutes = 30\nbefore_minutes = 5", "before_minutes = 5\n\nminutes = 30"),
        ('price = "25.50"', "price = 25.5"),
        ("sun = []\n", ""),
        ('"09:00-14:00"', '"09:00-10:00", "10:00-14:00"'),
        ("longitude = -74", "longitude = -74.0"),
        ("first = 2026-12-31", "first = 2026-12-31\nlast = 2026-12-31"),
    ],
)
def test_the_version_stays_where_the_file_says_the_same(
    tmp_path: Path, written: str, instead: str
) -> None:
    before = load(tmp_path, FULL).version

    after = load(tmp_path, FULL.replace(written, instead)).version

    assert written in FULL
    assert after == before


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("minutes = 30", "minutes = 35"),
        ('"25.50"', '"25.60"'),
        ('"Lucho"', '"Luisito"'),
        ("2026-12-31", "2026-12-30"),
        ("notice_minutes = 90", "notice_minutes = 60"),
        ("[services.shave]", "[services.razor]"),
    ],
)
def test_the_version_changes_with_what_the_file_says(
    tmp_path: Path, written: str, instead: str
) -> None:
    before = load(tmp_path, FULL).version

    after = load(tmp_path, FULL.replace(written, instead)).version

    assert written in FULL
    assert after != before
