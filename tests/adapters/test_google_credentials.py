import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from google.auth.exceptions import GoogleAuthError, RefreshError, TransportError

from application.ports import CalendarRefused, Unavailable
from infrastructure.google.calendar import GoogleCalendar
from infrastructure.google.connection import GoogleConnection, service_account_credentials
from infrastructure.google.errors import not_authorised
from tests.adapters.scripted_server import ScriptedServer, document


@pytest.fixture(scope="session")
def private_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def key_file(folder: Path, private_key: str, token_uri: str) -> Path:
    account = {
        "type": "service_account",
        "private_key": private_key,
        "private_key_id": "k1",
        "client_email": "bot@shop-demo.iam.gserviceaccount.com",
        "token_uri": token_uri,
    }
    path = folder / "account.json"
    path.write_text(json.dumps(account))
    return path


async def test_an_account_that_google_refuses_is_for_a_person(
    tmp_path: Path, server: ScriptedServer, private_key: str
) -> None:
    refused_grant = {"error": "invalid_grant", "error_description": "Invalid JWT Signature."}
    server.will(document(refused_grant, status=400))
    path = key_file(tmp_path, private_key, f"{server.url}/token")
    calendar = GoogleCalendar(
        GoogleConnection(service_account_credentials(path), api_url=server.url)
    )

    with pytest.raises(CalendarRefused) as refused:
        await calendar.remove("c_luis", "event1")

    await calendar.close()
    assert refused.value.reason == "invalid_grant"
    assert [one.path for one in server.received] == ["/token"]


@pytest.mark.parametrize(
    "error",
    [
        TransportError("no route"),  # type: ignore[no-untyped-call]
        RefreshError("busy", retryable=True),  # type: ignore[no-untyped-call]
        GoogleAuthError("?"),  # type: ignore[no-untyped-call]
    ],
)
def test_google_s_token_service_may_be_out_of_order(error: GoogleAuthError) -> None:
    assert isinstance(not_authorised(error), Unavailable)
