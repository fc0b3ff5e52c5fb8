"""A Redis of the service's own that dies: started again, and everything goes on."""

import os
import signal

from infrastructure.redis.embedded import EmbeddedRedis
from tests.mailboxes.server_owner import server_of
from tests.sandbox.running import eventually
from tests.service.process import START, Service

ANA = "15550109061"


def test_a_redis_of_our_own_that_dies_is_started_again(own_service: Service) -> None:
    own_service.start()
    own_service.set_clock()
    own_service.say(ANA, text="Book haircut tomorrow at 2pm")
    (booked,) = own_service.answers(ANA, 1)

    os.kill(server_of(f"unix://{EmbeddedRedis(own_service.data).socket_path}"), signal.SIGKILL)
    eventually(lambda: not own_service.ready())

    eventually(own_service.ready, within=START)
    own_service.say(ANA, text="my appointments")
    assert "Booked" in booked
    assert "2:00 pm" in own_service.answers(ANA, 2)[1]
    assert own_service.terminate() == 0
    assert EmbeddedRedis(own_service.data).revive()  # for it was stopped with the service
