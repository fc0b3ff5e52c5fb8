"""Deliveries and letters for the tests of mailboxes."""

from application.ports import Delivery, Letter, Queue


def message(
    body: str,
    *,
    of: str = "phone:5215512345678",
    once: str | None = None,
    also: tuple[str, ...] = (),
    settle: bool = False,
    queue: Queue = "inbox",
) -> Delivery:
    return Delivery(
        queue=queue,
        once=once or f"1066:wamid.{body}",
        identifiers=(of, *also),
        body=body.encode(),
        settle=settle,
    )


def letter(body: str, *, to: str = "customer-1", queue: Queue = "outbox") -> Letter:
    return Letter(queue=queue, key=to, body=body.encode())
