import pytest

from chaos.memory_log import MemoryLog
from tests.persistence.event_store_contract import EventStoreContract


class TestMemoryLog(EventStoreContract):
    @pytest.fixture
    def store(self) -> MemoryLog:
        return MemoryLog()
