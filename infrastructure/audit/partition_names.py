"""What a partition is called in a proof, and where its checkpoints are in Redis."""

from infrastructure.redis_recorders.partition import Partition


def log_name(partition: Partition) -> str:
    """The name of the partition, which is signed with every checkpoint."""
    return partition.log.removesuffix(":log").replace("{", "").replace("}", "")


def checkpoints_key(partition: Partition) -> str:
    """The key of the list of the newest checkpoints."""
    return partition.log.removesuffix(":log") + ":checkpoints"


def handovers_key(partition: Partition) -> str:
    """The key of the list of all checkpoints with which a signing key handed over."""
    return partition.log.removesuffix(":log") + ":handovers"
