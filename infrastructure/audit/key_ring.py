"""The keys that one public key vouches for: what signing keys handed over, and took over."""

from collections.abc import Iterable, Sequence

from infrastructure.audit.audit_key import AuditKey, NotAPublicKey, SigningKey, public_key
from infrastructure.audit.checkpoint import Checkpoint

Step = tuple[AuditKey, AuditKey]


class KeyRing:
    """A key that somebody trusts, all that came of it by handovers, and all that it came of.

    A key beside it that an older one handed over to as well, as who has stolen the older one can, is
    none of them. Handovers that are not signed by both their keys count for nothing; the others are
    there once each.
    """

    def __init__(self, key: AuditKey, handovers: Iterable[Checkpoint] = ()) -> None:
        good = {one.digest(): one for one in handovers if steps_of(one)}
        steps = [step for one in good.values() for step in steps_of(one)]
        self.key = key
        self._keys = {
            **_reached(key, [(new, old) for old, new in steps]),
            **_reached(key, steps),
        }
        self.handovers = tuple(one for one in good.values() if self.named(one.key_id))

    def named(self, key_id: str) -> AuditKey | None:
        """The key of that id, if it is one of these."""
        return self._keys.get(key_id)

    def signed(self, checkpoint: Checkpoint) -> bool:
        """Whether one of these keys signed it."""
        key = self.named(checkpoint.key_id)
        return key is not None and checkpoint.is_signed_by(key)


def steps_of(checkpoint: Checkpoint) -> Sequence[Step]:
    """From which key to which it leads: one step, or none where it is no good handover."""
    if checkpoint.handover is None:
        return ()
    try:
        old, new = public_key(checkpoint.handover.key), public_key(checkpoint.handover.next_key)
    except NotAPublicKey:
        return ()
    return ((old, new),) if checkpoint.is_signed_by(old) else ()


def in_use(key: SigningKey, handovers: Iterable[Checkpoint]) -> SigningKey:
    """The key that handovers lead to from that one, as far as the same master key makes them."""
    steps = [step for one in handovers for step in steps_of(one)]
    passed: set[str] = set()
    while key.public.id not in passed:
        passed.add(key.public.id)
        ahead = (key.named(new.id) for old, new in steps if old.id == key.public.id)
        key = next((one for one in ahead if one and one.public.id not in passed), key)
    return key


def _reached(key: AuditKey, steps: Sequence[Step]) -> dict[str, AuditKey]:
    """That key and all that the steps lead to from it."""
    found = {key.id: key}
    while ahead := [new for old, new in steps if old.id in found and new.id not in found]:
        found |= {one.id: one for one in ahead}
    return found
