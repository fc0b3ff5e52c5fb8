"""`barbershop dead-letters`: what staff see of it, and what becomes of the letters."""

import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from application.ports import Letter
from entrypoints.cli import main
from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis
from tests.cli.dead import (
    NAME,
    PHONE,
    WORDS,
    Mail,
    all_kinds,
    an_error,
    paused,
    record_a_talk,
    texted,
    tries,
    with_mail,
)
from tests.cli.recorded import record_everything, settings_of

Line = dict[str, object]


@pytest.fixture(autouse=True)
def own_signals() -> Iterator[None]:
    """The command takes SIGTERM over, which a test has to give back."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.fixture(scope="module")
def dead(data_dir: Path) -> Iterator[Path]:
    """The folder of a service with a dead letter of every kind, which the tests only read."""
    with EmbeddedRedis(data_dir).used() as url:
        record_everything(data_dir, url)
        record_a_talk(data_dir, url)
        with_mail(data_dir, url, all_kinds)
        yield data_dir


@pytest.fixture
def own(short_folder: Path) -> Iterator[tuple[Path, str]]:
    """The folder and the Redis of a service without any, of the test's own."""
    with EmbeddedRedis(short_folder).used() as url:
        settings_of(short_folder)
        yield short_folder, url


def command(folder: Path, what: str, *options: str, answer: str | None = None) -> Result:
    environment = {"BARBERSHOP_DATA_DIR": str(folder), "REDIS_URL": None, "TERM": "dumb"}
    arguments = ["dead-letters", what, "--sandbox", *options]
    return CliRunner(env=environment).invoke(main, arguments, input=answer)


def lines(folder: Path, *options: str) -> list[Line]:
    run = command(folder, "list", "--json", *options)
    assert run.exit_code == 0, run.output
    return [msgspec.json.decode(one) for one in run.stdout.splitlines()]


def ids(folder: Path, *options: str) -> list[str]:
    return [str(one["id"]) for one in lines(folder, *options)]


def test_the_list_says_what_each_letter_is_about(dead: Path) -> None:
    found = sorted(lines(dead), key=lambda one: str(one["queue"]))

    customer = found[1]["key"]
    assert [(one["queue"], one["kind"], one["about"]) for one in found] == [
        ("calendar", "buried", "calendar entry of appointment #AB2C, booked"),
        ("inbox", "parked", f"text message of customer {customer}"),
        ("outbox", "buried", "notice to the shop about conversation talk"),
        ("outbox", "buried", "reply 0 of conversation talk"),
        ("statuses", "buried", "status read of reply 0 of conversation talk"),
        ("unrecognised", "unread", "message without a readable sender"),
    ]
    assert [one["why"] for one in found] == [
        "refused:notFound",
        "fault:ZeroDivisionError",
        "unavailable:whatsapp",
        "refused:131031",
        "fault:KeyError",
        "nobody reads this queue",
    ]
    assert [one["attempts"] for one in found] == [1, 1, 1, 1, 1, 0]


def test_an_error_of_no_message_is_listed_by_its_code(own: tuple[Path, str]) -> None:
    folder, url = own
    with_mail(folder, url, an_error)

    (found,) = lines(folder)

    assert found["about"] == "error of WhatsApp's: 131052"


def test_the_list_tells_which_number_is_paused_and_why(own: tuple[Path, str]) -> None:
    folder, url = own
    paused(url, 131042)

    run = command(folder, "list")

    assert "The number 1 sends nothing: WhatsApp says 131042: a payment is missing" in run.stderr


def test_a_number_that_was_mended_is_let_try_at_once(own: tuple[Path, str]) -> None:
    folder, url = own
    paused(url, 131042)

    run = command(folder, "resume", "1", "--json")

    assert (run.exit_code, run.stdout) == (0, '{"number":"1"}\n')
    assert tries(url, "1")


def test_all_numbers_are_let_try_at_once(own: tuple[Path, str]) -> None:
    folder, url = own
    paused(url, 131042)

    run = command(folder, "resume", "--all")

    assert (run.exit_code, run.stdout) == (0, "1 tries again.\n")


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        (["2"], 1, "The number 2 is not paused."),
        (["--all"], 0, "No number is paused."),
        ([], 2, "Name the number, or say --all."),
        (["1", "--all"], 2, "Name the number, or say --all."),
    ],
)
def test_a_number_that_is_not_paused_cannot_be_resumed(
    own: tuple[Path, str], asked: list[str], code: int, told: str
) -> None:
    run = command(own[0], "resume", *asked)

    assert (run.exit_code, run.stdout) == (code, "")
    assert told in run.stderr


def test_the_list_has_the_newest_first(dead: Path) -> None:
    found = [msgspec.convert(one["died"] or one["came"], datetime) for one in lines(dead)]

    assert found == sorted(found, reverse=True)


def test_a_json_line_has_everything_but_what_is_personal(dead: Path) -> None:
    (found,) = lines(dead, "--queue", "calendar")

    came, died = (msgspec.convert(found[name], datetime) for name in ("came", "died"))
    assert set(found) == {
        *("id", "queue", "kind", "key", "about", "came", "died", "why", "attempts")
    }
    assert found["key"] == "appointment:0123456789abcdef"
    assert datetime.now(UTC) - timedelta(minutes=5) < came <= died


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--queue", "outbox"), 2),
        (("--key", "conversation:talk"), 1),
        (("--key", "nobody"), 0),
        (("--limit", "3"), 3),
        (("--since", "2020-01-01"), 6),
        (("--since", "2999-01-01T00:00:00Z"), 0),
        (("--queue", "seen"), 0),
    ],
)
def test_options_choose_letters(dead: Path, options: tuple[str, ...], found: int) -> None:
    assert len(ids(dead, *options)) == found


def test_the_table_has_one_line_for_each_letter(dead: Path) -> None:
    run = command(dead, "list")

    heads, *rows = run.stdout.splitlines()
    assert heads.split() == ["Queue", "Id", "Came", "Died", "Why", "Attempts", "About"]
    assert sorted(row.split()[0] for row in rows) == [
        *("calendar", "inbox", "outbox", "outbox", "statuses", "unrecognised")
    ]
    assert [row.split()[0] for row in rows if "fault:ZeroDivisionError (parks)" in row] == ["inbox"]


def test_a_list_that_is_cut_says_so(dead: Path) -> None:
    cut, whole = command(dead, "list", "--limit", "5"), command(dead, "list", "--limit", "6")

    assert ("There are more" in cut.stderr, "There are more" in whole.stderr) == (True, False)


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_neither_the_list_nor_a_letter_shows_people_or_what_they_say(
    dead: Path, options: tuple[str, ...]
) -> None:
    shown = [command(dead, "show", one, *options).stdout for one in ids(dead)]

    everything = "\n".join([command(dead, "list", *options).stdout, *shown])
    assert len(shown) == 6
    assert [one for one in (PHONE, WORDS, NAME, "hi you", "wamid") if one in everything] == []


def test_a_letter_is_shown_with_its_event_and_its_history(dead: Path) -> None:
    _, reply = ids(dead, "--queue", "outbox")

    shown = msgspec.json.decode(command(dead, "show", reply, "--json").stdout)

    assert shown["content"] == {"position": 8}
    assert (shown["event"]["position"], shown["event"]["tag"]) == (8, "conversation.reply_composed")
    assert shown["event"]["data"]["reply"]["body"] == "(hidden: 22 characters)"
    assert shown["stream"] == "conversation:talk"
    assert [(one["position"], one["tag"], one["gist"]) for one in shown["history"]] == [
        (3, "conversation.started", ""),
        (8, "conversation.reply_composed", ""),
        (9, "conversation.person_called", ""),
    ]


def test_an_appointment_has_nothing_to_hide(dead: Path) -> None:
    (change,) = ids(dead, "--queue", "calendar")

    shown = command(dead, "show", change).stdout

    assert "#AB2C haircut with marco, Thu 26 Nov 14:00 to 14:30" in shown
    assert "appointment.cancelled" in shown


def test_what_people_wrote_is_revealed_on_demand(dead: Path) -> None:
    (parked,) = ids(dead, "--queue", "inbox")

    hidden, revealed = command(dead, "show", parked), command(dead, "show", parked, "--reveal")

    assert WORDS not in hidden.stdout
    assert "(hidden: 22 characters)" in hidden.stdout
    assert [one for one in (WORDS, PHONE, NAME) if one not in revealed.stdout] == []


def test_a_message_without_a_sender_can_be_looked_at(dead: Path) -> None:
    (unread,) = ids(dead, "--queue", "unrecognised")

    shown = msgspec.json.decode(command(dead, "show", unread, "--reveal", "--json").stdout)

    assert shown["content"] == {"type": "text", "text": "hi you"}
    assert (shown["event"], shown["stream"], shown["letter"]["died"]) == (None, None, None)


@pytest.mark.parametrize("what", ["show", "retry", "drop"])
def test_an_id_that_nobody_has_is_told(dead: Path, what: str) -> None:
    sure = ("--yes",) if what == "drop" else ()

    run = command(dead, what, "outbox:1-1", *sure)

    assert run.exit_code == 1
    assert "There is no dead letter outbox:1-1 (any more)." in run.stderr


@pytest.mark.parametrize(
    ("what", "options", "told"),
    [
        ("show", ("1795446300000-0",), "no id"),
        ("show", ("outbox",), "no id"),
        ("show", ("postbox:1-1",), "there is no queue 'postbox'"),
        ("list", ("--queue", "postbox"), "is not one of"),
        ("list", ("--since", "soon"), "a time is"),
        ("list", ("--limit", "0"), "is not in the range"),
        ("retry", (), "Name the letters, or say --all"),
        ("retry", ("outbox:1-1", "--all"), "Name the letters, or say --all"),
        ("retry", ("outbox:1-1", "--queue", "outbox"), "goes with --all"),
        ("retry", ("unrecognised:1-1",), "can only be dropped"),
        ("retry", ("--all", "--queue", "unrecognised"), "can only be dropped"),
        ("drop", ("--yes",), "Missing argument"),
        ("drop", ("outbox:1-1",), "say --yes"),
    ],
)
def test_misuse_has_its_own_exit_code(
    dead: Path, what: str, options: tuple[str, ...], told: str
) -> None:
    run = command(dead, what, *options)

    assert run.exit_code == 2
    assert told in run.stderr


def test_a_letter_is_sent_again_once_however_often_it_is_asked_for(own: tuple[Path, str]) -> None:
    folder, url = own
    with_mail(folder, url, two_buried)
    newest, oldest = ids(folder)

    first = command(folder, "retry", newest, oldest, newest)
    second = command(folder, "retry", newest, oldest)

    assert (first.exit_code, second.exit_code) == (0, 1)
    assert [row.split()[0] for row in first.stdout.splitlines()] == [oldest, newest]
    assert with_mail(folder, url, waiting) == (b'{"position":1}', b'{"position":2}')
    assert ids(folder) == []


async def two_buried(mail: Mail) -> None:
    await mail.relay.deliver(
        [
            Letter(queue="outbox", key="conversation:a", body=b'{"position":1}'),
            Letter(queue="outbox", key="conversation:a", body=b'{"position":2}'),
        ],
        seen=0,
        upto=2,
    )
    await mail.bury("outbox", "refused:131031")
    await mail.bury("outbox", "refused:131031")


async def waiting(mail: Mail) -> tuple[bytes, ...]:
    return (await mail.taken("outbox")).letters


def test_all_letters_of_a_queue_are_sent_again_and_no_others(own: tuple[Path, str]) -> None:
    folder, url = own
    with_mail(folder, url, two_buried)
    with_mail(folder, url, one_parked)

    run = command(folder, "retry", "--all", "--queue", "outbox", "--json")

    told = [msgspec.json.decode(one) for one in run.stdout.splitlines()]
    assert [one["done"] for one in told] == [True, True]
    assert [one["queue"] for one in lines(folder)] == ["inbox"]


async def one_parked(mail: Mail) -> None:
    await mail.inbox.accept(texted("one", "two"))
    await mail.park()


def test_everything_is_sent_again_but_what_nobody_reads(own: tuple[Path, str]) -> None:
    folder, url = own
    record_everything(folder, url)
    with_mail(folder, url, all_kinds)

    run = command(folder, "retry", "--all")

    assert run.exit_code == 0
    assert len(run.stdout.splitlines()) == 5
    assert [one["queue"] for one in lines(folder)] == ["unrecognised"]


def test_nothing_to_send_again_is_fine(own: tuple[Path, str]) -> None:
    folder, _ = own

    run = command(folder, "retry", "--all")

    assert (run.exit_code, run.stdout) == (0, "")
    assert "nothing to send again" in run.stderr


def test_a_parked_conversation_goes_on_in_order(own: tuple[Path, str]) -> None:
    folder, url = own
    with_mail(folder, url, one_parked)

    command(folder, "retry", *ids(folder))

    said = with_mail(folder, url, texts_waiting)
    assert said == ["one", "two"]


async def texts_waiting(mail: Mail) -> list[str]:
    lease = await mail.taken("inbox")
    return [msgspec.json.decode(one)["message"]["text"] for one in lease.letters]


def test_a_parked_conversation_goes_on_without_the_letter_that_was_dropped(
    own: tuple[Path, str], caplog: pytest.LogCaptureFixture
) -> None:
    folder, url = own
    with_mail(folder, url, one_parked)
    (parked,) = ids(folder)

    run = command(folder, "drop", parked, "--yes")

    assert run.exit_code == 0, run.output
    assert with_mail(folder, url, texts_waiting) == ["two"]
    assert ids(folder) == []
    assert f"dropped {parked}" in caplog.text


def test_what_nobody_reads_can_be_dropped(own: tuple[Path, str]) -> None:
    folder, url = own
    record_everything(folder, url)
    with_mail(folder, url, all_kinds)
    (unread,) = ids(folder, "--queue", "unrecognised")

    codes = [command(folder, "drop", unread, "--yes").exit_code for _ in range(2)]

    assert codes == [0, 1]
    assert ids(folder, "--queue", "unrecognised") == []


def test_a_redis_that_is_away_is_told(short_folder: Path) -> None:
    (short_folder / "redis").mkdir()
    settings_of(short_folder)
    environment = {
        "BARBERSHOP_DATA_DIR": str(short_folder),
        "REDIS_URL": "unix:///nowhere/redis.sock",
    }

    run = CliRunner(env=environment).invoke(main, ["dead-letters", "list", "--sandbox"])

    assert run.exit_code == 1
    assert "Redis does not answer" in run.stderr


def test_another_master_key_is_told(own: tuple[Path, str]) -> None:
    folder, url = own
    with_mail(folder, url, two_buried)
    environment = {
        "BARBERSHOP_DATA_DIR": str(folder),
        "BARBERSHOP_MASTER_KEY": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "REDIS_URL": None,
    }

    run = CliRunner(env=environment).invoke(main, ["dead-letters", "list", "--sandbox"])

    assert run.exit_code == 1
    assert "BARBERSHOP_MASTER_KEY is not the key" in run.stderr


def test_nothing_recorded_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    run = command(tmp_path, "list")

    assert run.exit_code == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("what", ["list", "show", "retry", "drop"])
def test_each_command_tells_its_options(what: str) -> None:
    run = CliRunner().invoke(main, ["dead-letters", what, "--help"])

    assert run.exit_code == 0
    assert "--json" in run.output


def test_reading_dead_letters_leaves_them_as_they_are(dead: Path) -> None:
    with connect(f"unix://{EmbeddedRedis(dead).socket_path}") as client:
        before = {key: client.dump(key) for key in client.scan_iter()}
        command(dead, "list")
        command(dead, "show", *ids(dead)[:1])
        after = {key: client.dump(key) for key in client.scan_iter()}

    assert after == before
