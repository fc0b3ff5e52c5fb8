"""A new signing key: the old one hands over to it in a checkpoint that both of them sign."""

from infrastructure.audit.audit_key import AuditKey, SigningKey
from infrastructure.audit.witness import PAGE, Witness


def rotated(witness: Witness, successor: SigningKey | None = None) -> AuditKey:
    """The key that signs from now on, once all of the log was witnessed and compared.

    `successor` is of another master key; without one it is the next key of the same. A witness that
    others were ahead of takes the key that they are at. Raises `NothingToSeal` and what the witness
    raises; what was interrupted may be begun again.
    """
    while witness.advance() >= PAGE or witness.is_behind:
        pass
    return witness.hand_over(successor)
