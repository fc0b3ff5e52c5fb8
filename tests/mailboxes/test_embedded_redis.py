import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from infrastructure.redis.binary import RedisMissing, server_binary
from infrastructure.redis.clients import connect
from infrastructure.redis.durability import check_durability
from infrastructure.redis.embedded import EmbeddedRedis, RedisDidNotStart
from tests.mailboxes.server_owner import end, end_all, server_of, start_owner, told
from tests.persistence.redis_server import HOW_TO_GET, binary
from tests.sandbox.running import eventually

WITHOUT_A_SERVER = """
from pathlib import Path
from infrastructure.redis.embedded import EmbeddedRedis
EmbeddedRedis(Path({folder!r})).start()
"""


def test_it_answers_on_a_socket_that_only_its_user_may_open(short_folder: Path) -> None:
    url = EmbeddedRedis(short_folder).start()

    path = short_folder.resolve() / "redis" / "redis.sock"
    assert url == f"unix://{path}"
    assert stat.S_IMODE(path.stat().st_mode) == 0o700
    with connect(url) as client:
        assert client.ping()
        assert client.config_get("port") == {"port": "0"}


def test_its_files_are_for_its_user_alone(short_folder: Path) -> None:
    with connect(EmbeddedRedis(short_folder).start()) as client:
        client.set("name", "value")

    files = [path for path in (short_folder / "redis").rglob("*") if not path.is_symlink()]
    open_to_others = [path for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert any("appendonly" in path.name for path in files)
    assert open_to_others == []


def test_it_keeps_what_it_acknowledges(short_folder: Path) -> None:
    with connect(EmbeddedRedis(short_folder).start()) as client:
        warnings = check_durability(client)

    assert warnings == ()


def test_a_second_start_finds_the_server_of_the_first(short_folder: Path) -> None:
    first = server_of(EmbeddedRedis(short_folder).start())

    second = server_of(EmbeddedRedis(short_folder).start())

    assert second == first


def test_a_server_whose_owner_was_killed_is_found_again(short_folder: Path) -> None:
    owner = start_owner(short_folder)
    server = told(owner)
    end(owner, signal.SIGKILL)

    found = server_of(EmbeddedRedis(short_folder).start())

    assert found == server


def test_ctrl_c_to_its_owners_does_not_stop_it(short_folder: Path) -> None:
    owner = start_owner(short_folder)
    server = told(owner)
    os.killpg(owner.pid, signal.SIGINT)
    owner.communicate()

    found = server_of(EmbeddedRedis(short_folder).start())

    assert found == server


def test_many_who_start_at_once_end_with_one_server(short_folder: Path) -> None:
    owners = [start_owner(short_folder) for _ in range(4)]

    servers = {told(owner) for owner in owners}

    end_all(owners)
    assert len(servers) == 1


def test_a_starter_that_is_killed_at_once_leaves_at_most_one_server(short_folder: Path) -> None:
    owners = [start_owner(short_folder) for _ in range(3)]
    end_all(owners)

    server = server_of(EmbeddedRedis(short_folder).start())

    again = server_of(EmbeddedRedis(short_folder).start())
    assert server == again


def test_no_second_server_is_started_while_one_lives_that_cannot_be_reached(
    short_folder: Path,
) -> None:
    server = EmbeddedRedis(short_folder, patience=0.3)
    living = server_of(server.start())
    server.socket_path.unlink()

    with pytest.raises(RedisDidNotStart):
        server.start()

    assert not server.socket_path.exists()
    os.kill(living, signal.SIGTERM)


def test_a_server_that_died_is_revived_with_all_that_was_written(short_folder: Path) -> None:
    server = EmbeddedRedis(short_folder)
    url = server.start()
    with connect(url) as client:
        client.set("name", "value")
    os.kill(server_of(url), signal.SIGKILL)

    revived = eventually(server.revive)

    with connect(server.start()) as client:
        assert (revived, client.get("name")) == (True, b"value")


def test_a_server_that_dies_again_at_once_was_not_revived(short_folder: Path) -> None:
    server = EmbeddedRedis(short_folder)
    url = server.start()
    with connect(url) as client:
        client.mset({f"name {number}": "value" for number in range(20)})
    os.kill(server_of(url), signal.SIGKILL)
    (written,) = (short_folder / "redis").rglob("*.aof")
    written.write_bytes(written.read_bytes().replace(b"value", b"lost", 1))

    with pytest.raises(RedisDidNotStart):
        eventually(server.revive)


def test_a_server_that_hangs_is_not_revived(short_folder: Path) -> None:
    server = EmbeddedRedis(short_folder)
    living = server_of(server.start())
    os.kill(living, signal.SIGSTOP)

    revived = server.revive()

    os.kill(living, signal.SIGCONT)
    assert not revived
    assert server_of(server.start()) == living


def test_what_was_written_is_there_after_a_clean_stop(short_folder: Path) -> None:
    server = EmbeddedRedis(short_folder)
    with connect(server.start()) as client:
        client.set("name", "value")

    server.stop()

    with connect(server.start()) as client:
        assert client.get("name") == b"value"


def test_what_was_written_is_there_after_the_server_was_killed(short_folder: Path) -> None:
    server = EmbeddedRedis(short_folder)
    url = server.start()
    with connect(url) as client:
        client.set("name", "value")
    killed = server_of(url)

    os.kill(killed, signal.SIGKILL)

    with connect(server.start()) as client:
        assert client.get("name") == b"value"
    assert server_of(url) != killed


def test_a_server_that_does_not_run_can_be_stopped(short_folder: Path) -> None:
    server = EmbeddedRedis(short_folder)
    server.start()

    server.stop()
    server.stop()

    assert not server.socket_path.exists()


def test_a_long_folder_name_gets_a_short_socket(short_folder: Path) -> None:
    folder = short_folder / ("long" * 30)
    server = EmbeddedRedis(folder)

    url = server.start()

    assert len(str(server.socket_path)) < 100
    assert stat.S_IMODE(server.socket_path.parent.stat().st_mode) == 0o700
    with connect(url) as client:
        assert client.config_get("dir") == {"dir": str(folder.resolve() / "redis")}
    server.stop()


def test_a_folder_name_with_odd_characters_is_fine(short_folder: Path) -> None:
    server = EmbeddedRedis(short_folder / 'mi barbería 100% "buena"?#')

    with connect(server.start()) as client:
        assert client.ping()

    server.stop()


def test_a_server_that_cannot_start_tells_what_it_said(short_folder: Path) -> None:
    server = EmbeddedRedis(short_folder)
    server.start()
    server.stop()
    shutil.rmtree(short_folder / "redis" / "appendonlydir", ignore_errors=True)
    (short_folder / "redis" / "appendonlydir").write_text("not a folder")
    (short_folder / "redis" / "appendonly.aof").unlink(missing_ok=True)
    (short_folder / "redis" / "appendonly.aof").mkdir()  # where Redis 6.2 has its file

    with pytest.raises(RedisDidNotStart) as raised:
        server.start()

    assert "append" in raised.value.log.lower()
    assert str(raised.value).startswith(f"the Redis in {short_folder / 'redis'} did not start")


def test_a_machine_without_any_server_is_told_what_to_install(short_folder: Path) -> None:
    run = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-S", "-c", WITHOUT_A_SERVER.format(folder=str(short_folder))],
        env={"PATH": "/nowhere", "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "RedisMissing" in run.stderr
    assert "or the extra `embedded`" in run.stderr


def test_a_server_too_old_for_what_was_written_is_passed_over(
    short_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = binary("redis-6.2")
    if old is None:
        pytest.skip(HOW_TO_GET["redis-6.2"])
    own = EmbeddedRedis(short_folder)
    with connect(own.start()) as client:
        client.set("name", "value")
    own.stop()
    (tmp_path / "redis-server").symlink_to(old)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    with connect(EmbeddedRedis(short_folder).start()) as client:
        found = client.get("name")

    assert found == b"value"


def test_a_machine_whose_servers_are_all_too_old_is_told_which_it_takes() -> None:
    with pytest.raises(RedisMissing, match=r"\(99\.0 or newer"):
        server_binary((99, 0))
