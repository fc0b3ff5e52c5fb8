"""The errors of the Cloud API ("Cloud API error codes"), with the statuses that they are sent with.

The page has ceased to print HTTP statuses; these are those of its older tables.
"""

from functools import partial

from infrastructure.sandbox.documented_error import DocumentedError, body_of
from infrastructure.sandbox.fault import Fault, ServiceFault, WebhookFault
from infrastructure.sandbox.graph_error import GraphError

SUBCODES = {131056: 2494055, 190: 463}

CODES: tuple[tuple[int, int, str], ...] = (
    (131047, 400, "Re-engagement message"),
    (131026, 400, "Message undeliverable"),
    (131049, 400, "Not delivered, for a healthy ecosystem"),
    (131050, 400, "User has stopped marketing messages"),
    (131048, 400, "Spam rate limit hit"),
    (131056, 400, "Pair rate limit hit"),
    (130429, 429, "Rate limit hit"),
    (131064, 400, "Messaging limit reached"),
    (190, 401, "Access token has expired"),
    (0, 401, "AuthException"),
    (1, 400, "API Unknown"),
    (2, 503, "API Service"),
    (3, 500, "API Method"),
    (4, 400, "API Too Many Calls"),
    (10, 403, "Permission Denied"),
    (33, 400, "Business phone number deleted"),
    (100, 400, "Invalid parameter"),
    (200, 403, "API Permission"),
    (368, 403, "Blocked for policies violations"),
    (613, 400, "Calls have exceeded the rate limit"),
    (80007, 400, "Rate limit issues"),
    (130403, 403, "User is blocked by the business"),
    (130472, 400, "User's number is part of an experiment"),
    (130497, 403, "No messages to users in this country"),
    (131000, 500, "Something went wrong"),
    (131005, 403, "Access denied"),
    (131008, 400, "Required parameter is missing"),
    (131009, 400, "Parameter value is not valid"),
    (131016, 500, "Service unavailable"),
    (131021, 400, "Recipient cannot be sender"),
    (131030, 400, "Recipient not in allowed list"),
    (131031, 403, "Account has been locked"),
    (131037, 400, "Display name is not approved"),
    (131042, 400, "Business eligibility payment issue"),
    (131044, 400, "Payment issue of calling"),
    (131045, 500, "Incorrect certificate"),
    (131051, 400, "Unsupported message type"),
    (131052, 400, "Media download error"),
    (131053, 400, "Media upload error"),
    (131055, 400, "Method not allowed"),
    (131057, 500, "Account in maintenance mode"),
    (131062, 400, "Message needs a phone number"),
    (131063, 400, "Marketing templates are disabled"),
    (132000, 400, "Template param count mismatch"),
    (132001, 404, "Template does not exist"),
    (132005, 400, "Template hydrated text too long"),
    (132007, 400, "Template content against policy"),
    (132008, 400, "Template value is not valid"),
    (132012, 400, "Template parameter format mismatch"),
    (132015, 400, "Template is paused"),
    (132016, 400, "Template is disabled"),
    (132068, 400, "Flow is in blocked state"),
    (132069, 400, "Flow is in throttled state"),
    (133000, 500, "Incomplete deregistration"),
    (133004, 503, "Server temporarily unavailable"),
    (133005, 400, "Two-step verification PIN mismatch"),
    (133006, 400, "Phone number needs verification"),
    (133008, 400, "Too many PIN guesses"),
    (133009, 400, "PIN guessed too fast"),
    (133010, 400, "Phone number not registered"),
    (133015, 400, "Phone number deleted a moment ago"),
    (133016, 400, "Registered too often"),
    (134011, 400, "Payments terms not accepted"),
    (134100, 400, "Only marketing messages are supported"),
    (134101, 400, "Template is being synchronised"),
    (134102, 400, "Template is unavailable"),
    (135000, 400, "Generic user error"),
    (137000, 400, "Identity key hash mismatch"),
    *((code, 400, "Managing flows") for code in range(139000, 139007)),
    (2494100, 400, "Phone number in maintenance"),
)

LATER = (131026, 131042, 131047, 131048, 131049, 131050, 131053, 131064, 130472)
"""What may come as a status `failed` instead, after the message was taken."""


def _answered(code: int, status: int, title: str) -> Fault:
    refusal = GraphError(code, title, status=status, subcode=SUBCODES.get(code, 0))
    return ServiceFault(
        service="graph",
        when="POST /*/messages",
        only="messages",
        status=status,
        body=body_of(refusal.answer()),
    )


def _told(code: int) -> Fault:
    return WebhookFault(service="webhooks", when="statuses */sent", deliver="failed", code=code)


ANSWERED = tuple(
    DocumentedError(
        key=f"{code}", title=title, status=status, fault=partial(_answered, code, status, title)
    )
    for code, status, title in CODES
)
TOLD_LATER = tuple(
    DocumentedError(key=f"{code}", title=title, status=None, fault=partial(_told, code))
    for code, _, title in CODES
    if code in LATER
)
