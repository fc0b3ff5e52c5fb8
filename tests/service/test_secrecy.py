"""What the service writes to its log, and what it says when its port is taken."""

import subprocess

from domain.conversation import PersonCalled
from tests.service.process import COMMAND, Service
from tests.service.webhooks import body, change, text

PHONE = "15550106789"
PERSONAL = (PHONE, "Peregrina", "Outeiriño", "quiero-teñirme", "app-secret", "master")


def test_a_log_has_neither_people_nor_what_they_say_nor_secrets(service: Service) -> None:
    service.say(
        PHONE, text="Hola, quiero-teñirme el pelo, soy Peregrina Outeiriño", name="Peregrina"
    )
    service.answers(PHONE, 1)
    service.say(PHONE, message={"type": "image", "image": {"id": "7", "caption": "Peregrina"}})
    service.answers(PHONE, 2)
    service.say(PHONE, text="quiero hablar con una persona")
    service.answers(PHONE, 3)
    service.until(lambda: service.recorded(PersonCalled))
    stray = body([change(text("wamid.S1", PHONE, "Peregrina Outeiriño"))])
    refused = [
        service.post(stray, signed="sha256=00").status_code,
        service.post(stray[:-1]).status_code,
    ]
    service.http.get("/api/calendar/availability", params={"shop": PHONE, "service": PHONE})
    service.http.get(f"/sandbox/phones/{PHONE}")

    written = service.output.read_text()

    assert refused == [403, 400]
    assert "its signature does not fit" in written
    assert [one for one in PERSONAL if one in written] == []
    assert (service.data / "master.key").read_text() not in written


def test_the_sandbox_tells_where_the_phone_is_once_it_is_there(service: Service) -> None:
    told = f"The phone is at http://127.0.0.1:{service.port}/ (Ctrl-C ends it all).\n"

    assert told in service.output.read_text()


def test_a_port_that_is_taken_is_told_in_one_sentence(service: Service) -> None:
    done = subprocess.run(  # noqa: S603 - the command under test
        [COMMAND, "run", "--sandbox"],
        cwd=service.folder,
        env={**service.environment, "BARBERSHOP_DATA_DIR": str(service.folder / "other")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr == f"Port {service.port} is taken. Set PORT to a free one.\n"
    assert done.stdout == ""
    assert not (service.folder / "other" / "redis").exists()
