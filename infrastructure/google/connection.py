"""The way to Google Calendar API v3, which all adapters of one process share.

The client library is synchronous and its connections belong to one thread each; calls run in a
few threads of their own. Nothing is repeated by the library on purpose, and what its transport
repeats by itself (a request whose connection was dropped) our own event ids make harmless.
"""

import asyncio
import json
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from http.client import HTTPException
from pathlib import Path
from typing import Any, TypeVar

import httplib2
from google.auth.credentials import Credentials
from google.auth.exceptions import GoogleAuthError
from google.oauth2 import credentials as user_credentials
from google.oauth2 import service_account
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import build
from googleapiclient.errors import HttpError

from application.ports import Unavailable
from infrastructure.google.errors import SERVICE, answered, not_authorised, too_fast
from infrastructure.google.token_bucket import Quota, TokenBucket

T = TypeVar("T")

SCOPES = (
    "https://www.googleapis.com/auth/calendar.events",
    "https://www.googleapis.com/auth/calendar.freebusy",  # not part of `calendar.events`
)
API_URL = "https://www.googleapis.com/calendar/v3/"
_THREADS = 4
PATIENCE = timedelta(seconds=2)  # a thread that waits for its token keeps others from working
_BROKEN = (
    OSError,
    HTTPException,
    httplib2.HttpLib2Error,
    json.JSONDecodeError,
    UnicodeDecodeError,
)


def service_account_credentials(key_file: Path) -> Credentials:
    """The credentials of a service account's key file."""
    return service_account.Credentials.from_service_account_file(  # type: ignore[no-any-return, no-untyped-call]
        str(key_file), scopes=SCOPES
    )


def token_credentials(token: str) -> Credentials:
    """A token that is never refreshed, for the sandbox."""
    return user_credentials.Credentials(token=token)  # type: ignore[no-untyped-call]


class GoogleConnection:
    """Makes calls in threads, no faster than the quota, and says in our own words why they fail.

    `api_url` ends with `calendar/v3/`. `timeout` holds for each wait on the socket. A call that the
    quota, by default this process' own, keeps waiting for longer than `patience` is not made.
    """

    def __init__(
        self,
        credentials: Credentials,
        *,
        api_url: str = API_URL,
        timeout: timedelta = timedelta(seconds=10),
        quota: Quota | None = None,
        patience: timedelta = PATIENCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._credentials = credentials
        self._api_url = api_url
        self._timeout = timeout.total_seconds()
        self._quota = quota or TokenBucket()
        self._patience = patience.total_seconds()
        self._clock = clock
        self._closed = threading.Event()
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="google-calendar")
        self._own = threading.local()
        self._connections: list[httplib2.Http] = []

    async def run(self, call: Callable[[], T]) -> T:
        """Run what makes calls in a thread. Raises `Unavailable` and `CalendarRefused`."""
        work = partial(self._translated, call)
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def answer(self, request: Any) -> object:  # noqa: ANN401 - see `service`
        """Make a call from such a thread and return its answer. Raises `HttpError` too."""
        self._wait_for_a_token()
        return request.execute(num_retries=0)

    def document(self, request: Any) -> Mapping[str, object]:  # noqa: ANN401 - see `service`
        """Make a call that a document answers.

        The library hands out a text where a proxy answered with a page of its own: an outage.
        """
        answer = self.answer(request)
        if not isinstance(answer, dict):
            raise Unavailable(SERVICE)
        return answer

    def service(self) -> Any:  # noqa: ANN401 - the library makes its classes at run time
        """This thread's own service."""
        if not hasattr(self._own, "service"):
            connection = httplib2.Http(timeout=self._timeout)
            self._connections.append(connection)
            self._own.service = build(
                "calendar",
                "v3",
                http=AuthorizedHttp(self._credentials, http=connection),
                client_options={"api_endpoint": self._api_url},
                static_discovery=True,
                cache_discovery=False,
            )
        return self._own.service

    async def close(self) -> None:
        """Wait for what is under way and close all connections."""
        self._closed.set()
        await asyncio.to_thread(self._threads.shutdown)
        for connection in self._connections:
            connection.close()

    def _wait_for_a_token(self) -> None:
        deadline = self._clock() + self._patience
        while (wait := self._quota.take()) is not None:
            seconds = wait.total_seconds()
            if self._clock() + seconds > deadline or self._closed.wait(seconds):
                raise Unavailable(SERVICE, retry_after=wait)

    def _translated(self, call: Callable[[], T]) -> T:
        try:
            return call()
        except HttpError as error:
            failure = answered(error)
            if isinstance(failure, Unavailable) and too_fast(error):
                self._quota.pause(failure.retry_after or timedelta(seconds=1))
            raise failure from error
        except GoogleAuthError as error:
            raise not_authorised(error) from error
        except _BROKEN as error:
            raise Unavailable(SERVICE) from error
