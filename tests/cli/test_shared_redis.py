from pathlib import Path

import pytest

from infrastructure.redis.clients import connect
from infrastructure.redis.embedded import EmbeddedRedis
from tests.cli.redis_user import killed, left, started_user


def test_whoever_leaves_last_stops_the_server(short_folder: Path) -> None:
    server = EmbeddedRedis(short_folder)

    with server.used():
        with server.used():
            pass
        after_the_first_left = server.socket_path.exists()

    assert after_the_first_left
    assert not server.socket_path.exists()


def test_another_process_keeps_the_server_when_the_one_that_started_it_leaves(
    short_folder: Path,
) -> None:
    server = EmbeddedRedis(short_folder)
    with server.used() as url:
        other = started_user(short_folder)

    with connect(url) as client:
        assert client.ping()
    left(other)
    assert not server.socket_path.exists()


def test_a_killed_user_does_not_keep_the_server(short_folder: Path) -> None:
    server = EmbeddedRedis(short_folder)
    with server.used():
        killed(started_user(short_folder))

    assert not server.socket_path.exists()


def test_the_server_of_a_killed_user_is_found_and_stopped_by_the_next(short_folder: Path) -> None:
    server = EmbeddedRedis(short_folder)
    killed(started_user(short_folder))
    was_left_running = server.socket_path.exists()

    with server.used() as url, connect(url) as client:
        assert client.ping()

    assert was_left_running
    assert not server.socket_path.exists()


def test_an_error_of_its_user_stops_it_too(short_folder: Path) -> None:
    server = EmbeddedRedis(short_folder)

    with pytest.raises(KeyError), server.used():
        raise KeyError

    assert not server.socket_path.exists()
