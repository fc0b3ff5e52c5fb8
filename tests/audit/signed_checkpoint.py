"""A checkpoint to test with."""

from infrastructure.audit.checkpoint import NOTHING, Checkpoint, Claim
from tests.audit.listed_log import KEY, NOON

CLAIM = Claim(
    log="barbershop:0",
    size=3,
    chain="ab" * 32,
    root="cd" * 32,
    at=NOON,
    previous=NOTHING,
    key_id=KEY.public.id,
)
SIGNED = Checkpoint.sign(CLAIM, KEY)
