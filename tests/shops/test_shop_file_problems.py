"""A wrong shop file tells everything that is to be mended, each thing at its place."""

from pathlib import Path

import pytest

from infrastructure.shop_files.files import Problem, ShopFileProblems, load_shops

RIGHT = """
id = "corner"
name = "Corner"
owner = "Sam"
phone_number_id = "105"
timezone = "America/New_York"
country = "US"
currency = "USD"
languages = ["en", "es"]
[place]
address = "1 Main St"
[hours]
mon = ["09:00-19:00"]
[policies]
horizon_days = 30
[services.cut]
names = { en = "Cut", es = "Corte" }
minutes = 30
price = 25
[barbers.ana]
name = "Ana"
calendar_id = "ana@demo.calendar"
[barbers.luis]
name = "Luis"
calendar_id = "luis@demo.calendar"
[barbers.luis.hours]
tue = ["09:00-12:00"]
"""


def problems_of(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(ShopFileProblems) as refusal:
        load_shops(path)
    return refusal.value.problems


def problems_in(folder: Path, text: str) -> tuple[tuple[str, str, str], ...]:
    file = folder / "shop.toml"
    file.write_text(text, encoding="utf-8")
    found = problems_of(file)
    assert {one.file for one in found} == {str(file)}
    return tuple((one.where, one.what, one.mend) for one in found)


FORM_OF_TIMES = (
    'write a list of times of the day such as ["09:00-13:00", "15:00-24:00"], or [] for none'
)
WITHIN_A_DAY = (
    "start before the end, within one day: 24:00 is midnight, and the rest is the next day's"
)
MONEY = 'write an amount of USD with at most 2 decimals, such as "25"'
CALENDAR = "write the calendar's id from its settings, such as marco@group.calendar.google.com"
PHONE_ID = "write in quotes the digits that Meta shows as Phone number ID"
OWNER_PHONE = 'write in quotes the number with its country code, such as "+1 212 555 0100"'
KNOWN_POLICIES = (
    "remove it; known here: conversation_retention_days, free_cancellation_hours, "
    "grace_minutes, grid_minutes, hold_minutes, horizon_days, late_cancellation, "
    "messages_per_second, notice_minutes, open_bookings"
)
CURRENCY = "write its three capitals, such as USD or EUR"
OWN_ID = "write up to 40 small letters, digits, _ and -, and never change it"
ID = "use up to 40 small letters, digits, _ and - without spaces"


@pytest.mark.parametrize(
    ("written", "instead", "where", "what", "mend"),
    [
        # keys
        ('name = "Corner"', 'name = "C"\ntime_zone = ""', "time_zone", "is unknown",
         "did you mean timezone?"),
        ("price = 25", "price = 25\npize = 3", "services.cut.pize", "is unknown",
         "did you mean price?"),
        ("[policies]", "[policies]\nxyz = 3", "policies.xyz", "is unknown",
         KNOWN_POLICIES),
        ("[hours]", '[hours]\nmonday = ["09:00-19:00"]', "hours.monday", "is unknown",
         "did you mean mon?"),
        ('owner = "Sam"', "", "owner", "is missing",
         "write the first name of the person who answers for the shop"),
        ('address = "1 Main St"', "", "place.address", "is missing",
         "write the address that customers are told"),
        ("price = 25", "", "services.cut.price", "is missing", MONEY),
        ("minutes = 30", "", "services.cut.minutes", "is missing",
         "write a whole number from 1 to 1440"),
        ('[hours]\nmon = ["09:00-19:00"]', "", "hours", "is missing",
         'write when the shop is open: [hours] and mon = ["09:00-19:00"]'),
        # ids
        ('id = "corner"', 'id = "Corner Shop"', "id", 'is "Corner Shop"', OWN_ID),
        ("[barbers.ana]", "[barbers.Ana]", "barbers.Ana", "is no id", ID),
        ("[services.cut]", '[services."big cut"]', "services.big cut", "is no id", ID),
        # the shop
        ("America/New_York", "America/New York", "timezone",
         'is "America/New York", which is no IANA time zone', "did you mean America/New_York?"),
        ("America/New_York", "EST5PDT9", "timezone",
         'is "EST5PDT9", which is no IANA time zone', "did you mean EST5EDT?"),
        ("USD", "DOLLARS", "currency", 'is "DOLLARS", which is no currency',
         CURRENCY),
        ('"US"', '"us"', "country", 'is "us"',
         "write the two capitals of the country, such as US or ES"),
        ('"US"', '"UK"', "country", 'is "UK", which is no country',
         "write the two capitals of the country, such as US or ES"),
        ('["en", "es"]', "[]", "languages", "is []", 'write ["en"], ["es"] or both'),
        ('"105"', "105", "phone_number_id", "is 105", PHONE_ID),
        ('"105"', '"+1 212"', "phone_number_id", 'is "+1 212"', PHONE_ID),
        ('owner = "Sam"', 'owner = "Sam"\nowner_phone = "call me"', "owner_phone",
         'is "call me"', OWNER_PHONE),
        ('owner = "Sam"', 'owner = "Sam"\nowner_phone = "555 01 1"', "owner_phone",
         "has 6 digits", OWNER_PHONE),
        ("[place]", "[place]\nlatitude = 91\nlongitude = 0", "place.latitude", "is 91",
         "write degrees from -90 to 90"),
        ("[place]", "[place]\nlatitude = 40.5", "place", "has half of a pin on the map",
         "write latitude and longitude, or neither"),
        ("[policies]", '[facts]\npayment.en = "Cash."\n[policies]', "facts.payment.es",
         "is missing", "write it in every language"),
        ("[policies]", '[facts]\nparking.en = "No."\n[policies]', "facts.parking",
         "is unknown", "remove it; known here: payment, walk_ins"),
        ("[policies]", '[templates]\nfollow_up = "Come Back"\n[policies]', "templates.follow_up",
         'is "Come Back"',
         "write the name under which WhatsApp approved it: small letters, digits and _"),
        # hours
        ('["09:00-19:00"]', '["9-19"]', "hours.mon", 'has "9-19"', FORM_OF_TIMES),
        ('["09:00-19:00"]', '"09:00-19:00"', "hours.mon", 'is "09:00-19:00"', FORM_OF_TIMES),
        ('["09:00-19:00"]', '["09:60-19:00"]', "hours.mon", 'has "09:60-19:00"', FORM_OF_TIMES),
        ('["09:00-19:00"]', '["19:00-09:00"]', "hours.mon", 'has "19:00-09:00"', WITHIN_A_DAY),
        ('["09:00-19:00"]', '["09:00-24:30"]', "hours.mon", 'has "09:00-24:30"', WITHIN_A_DAY),
        ('["09:00-12:00"]', '["09:00-12:00", "11:00-13:00"]', "barbers.luis.hours.tue",
         "has 09:00-12:00 and 11:00-13:00, which overlap",
         "let each range start when the one before it has ended"),
        ("[hours]", '[hours]\ndates."24 Dec" = []', "hours.dates.24 Dec", "is no date",
         "write year-month-day, such as 2026-12-24"),
        ("[place]", "[[closures]]\nfirst = 2026-12-26\nlast = 2026-12-25\n[place]",
         "closures[1].last", "is 2026-12-25, before 2026-12-26",
         "let it end on or after the first day"),
        ("[place]", '[[closures]]\nfirst = "2026-12-26"\n[place]', "closures[1].first",
         'is "2026-12-26"', "write a date without quotes, such as 2026-12-25"),
        ("[place]", '[[closures]]\nfirst = 2026-12-26\nnames.en = "Xmas"\n[place]',
         "closures[1].names.es", "is missing", "write it in every language"),
        # policies
        ("[policies]", "[policies]\ngrid_minutes = 25", "policies.grid_minutes", "is 25",
         "write one that divides an hour or a day, such as 10, 15, 20 or 30"),
        ("[policies]", "[policies]\ngrid_minutes = 0", "policies.grid_minutes", "is 0",
         "write a whole number from 1 to 1440"),
        ("[policies]", "[policies]\nopen_bookings = 0", "policies.open_bookings", "is 0",
         "write a whole number from 1 to 20"),
        ("[policies]", "[policies]\nconversation_retention_days = 0",
         "policies.conversation_retention_days", "is 0", "write a whole number from 1 to 3650"),
        ("[policies]", "[policies]\nmessages_per_second = 19", "policies.messages_per_second",
         "is 19", "write a whole number from 20 to 1000"),
        ("[policies]", "[policies]\nnotice_minutes = -5", "policies.notice_minutes", "is -5",
         "write a whole number from 0 to 43200"),
        ("horizon_days = 30", "horizon_days = 2\nnotice_minutes = 2880",
         "policies.notice_minutes", "leaves no day that can be booked",
         "ask for less notice, or let customers book further ahead"),
        # services
        ("minutes = 30", "minutes = 0", "services.cut.minutes", "is 0",
         "write a whole number from 1 to 1440"),
        ("minutes = 30", "minutes = true", "services.cut.minutes", "is true",
         "write a whole number from 1 to 1440"),
        (', es = "Corte"', "", "services.cut.names.es", "is missing",
         "write it in every language"),
        ('"Corte"', '"Corte de pelo con lavado y peinado"', "services.cut.names.es",
         "has 34 characters", "use at most 24: WhatsApp's lists show no more"),
        ("price = 25", 'price = "18,50"', "services.cut.price", 'is "18,50"', MONEY),
        ("price = 25", "price = 18.505", "services.cut.price", "is 18.505", MONEY),
        ("price = 25", "price = -1", "services.cut.price", "is -1", MONEY),
        ("price = 25", "price = nan", "services.cut.price", "is NaN", MONEY),
        ("price = 25", "price = true", "services.cut.price", "is true", MONEY),
        # barbers
        ('"ana@demo.calendar"', '"primary"', "barbers.ana.calendar_id",
         "is primary, which is the service account's own", CALENDAR),
        ('calendar_id = "ana@demo.calendar"', "", "barbers.ana.calendar_id", "is missing",
         CALENDAR),
        ('"luis@demo.calendar"', '"ana@demo.calendar"', "barbers.luis.calendar_id",
         "is the calendar of ana too", "give every barber their own calendar"),
        ("[barbers.luis]", '[barbers.luis]\nservices = ["cut", "cuts"]', "barbers.luis.services",
         'has "cuts", which is no service', "did you mean cut?"),
        ("[barbers.luis]", "[barbers.luis]\nservices = []", "barbers.luis.services",
         "is []",
         "write a list of services' ids, or leave the line out if it is all of them"),
        ("[barbers.luis]", '[barbers.luis]\ntime_off = "August"', "barbers.luis.time_off",
         'is "August"', "write each with [[barbers.luis.time_off]] above it"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_with_its_place_and_how_to_mend_it(
    tmp_path: Path, written: str, instead: str, where: str, what: str, mend: str
) -> None:
    text = RIGHT.replace(written, instead, 1)

    problems = problems_in(tmp_path, text)

    assert written in RIGHT
    assert problems == ((where, what, mend),)


def test_a_language_that_the_shop_cannot_speak_is_a_problem(tmp_path: Path) -> None:
    text = RIGHT.replace('["en", "es"]', '["en", "fr"]').replace(" es =", " fr =")

    assert problems_in(tmp_path, text) == (
        ("languages", 'has "fr"', 'write ["en"], ["es"] or both'),
    )


def test_a_service_that_no_barber_does_is_a_problem(tmp_path: Path) -> None:
    shave = '[services.shave]\nnames = { en = "Shave", es = "Afeitado" }\nminutes = 9\nprice = 9\n'
    text = RIGHT.replace("[barbers.ana]", f'{shave}[barbers.ana]\nservices = ["cut"]')
    text = text.replace("[barbers.luis]", '[barbers.luis]\nservices = ["cut"]')

    assert problems_in(tmp_path, text) == (
        ("services.shave", "is done by no barber", "add it to a barber's services"),
    )


def test_a_shop_without_services_and_barbers_is_a_problem(tmp_path: Path) -> None:
    text = RIGHT.partition("[services.cut]")[0]

    assert problems_in(tmp_path, text) == (
        ("services", "has no service", "describe at least one: [services.haircut]"),
        ("barbers", "has no barber", "describe at least one: [barbers.marco]"),
    )


def test_all_the_problems_of_all_the_files_come_at_once(tmp_path: Path) -> None:
    first, second, third = (tmp_path / f"{name}.toml" for name in "abc")
    first.write_text(RIGHT.replace("minutes = 30", "minutes = 0").replace("USD", "usd"), "utf-8")
    second.write_text(RIGHT, "utf-8")
    third.write_text("id = ", "utf-8")

    problems = problems_of(tmp_path)

    assert [(Path(one.file).name, one.where) for one in problems] == [
        ("a.toml", "currency"),
        ("a.toml", "services.cut.minutes"),
        ("c.toml", "end of document"),
        ("b.toml", "id"),
        ("b.toml", "phone_number_id"),
    ]


def test_two_shops_with_one_id_or_one_number_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(RIGHT, "utf-8")
    (tmp_path / "b.toml").write_text(RIGHT, "utf-8")

    file = str(tmp_path / "b.toml")
    assert problems_of(tmp_path) == (
        Problem(
            file=file, where="id", what='is "corner", as in a.toml', mend="give every shop its own"
        ),
        Problem(
            file=file,
            where="phone_number_id",
            what='is "105", as in a.toml',
            mend="give every shop its own",
        ),
    )


def test_a_line_that_is_no_toml_is_told_by_its_number(tmp_path: Path) -> None:
    assert problems_in(tmp_path, 'id = "a"\nname = Corner\n') == (
        (
            "line 2, column 8",
            "is no TOML: Invalid value",
            "correct the line: texts stand in quotes, lists in [ ], and no table comes twice",
        ),
    )


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "none.toml"

    assert problems_of(file) == (
        Problem(
            file=str(file),
            where="",
            what="cannot be read (No such file or directory)",
            mend="check the path and its rights",
        ),
    )


def test_a_file_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "shop.toml"
    file.write_bytes(b"name = '\xff\xfe'")

    assert problems_of(file) == (
        Problem(file=str(file), where="", what="is not plain text", mend="save it as UTF-8"),
    )


def test_a_folder_without_shops_is_a_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path) == (
        Problem(
            file=str(tmp_path),
            where="",
            what="has no .toml file",
            mend="put a file such as shops/demo.toml there",
        ),
    )


def test_the_problems_read_as_lines(tmp_path: Path) -> None:
    file = tmp_path / "shop.toml"
    file.write_text(RIGHT.replace("USD", "usd").replace("minutes = 30", "minutes = 0"), "utf-8")

    with pytest.raises(ShopFileProblems) as refusal:
        load_shops(file)

    assert str(refusal.value).splitlines() == [
        f'{file}: currency is "usd", which is no currency: {CURRENCY}',
        f"{file}: services.cut.minutes is 0: write a whole number from 1 to 1440",
    ]
