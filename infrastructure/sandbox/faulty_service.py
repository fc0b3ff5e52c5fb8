"""The emulated services as whoever calls them meets them: faults come first."""

import asyncio

from infrastructure.sandbox.exchange import Answer, Call, Cut, Service
from infrastructure.sandbox.fault import ServiceFault
from infrastructure.sandbox.fault_answers import answer_of
from infrastructure.sandbox.faults import Faults


class FaultyService:
    """A service behind its faults."""

    def __init__(self, service: Service, faults: Faults) -> None:
        self._service = service
        self._faults = faults

    async def __call__(self, call: Call) -> Answer | Cut:
        """Answer one request, or tell that its connection is to be cut.

        A delay is one of machine time, and lies before the effect of the request.
        """
        befallen = await self._faults.take(ServiceFault, lambda fault: fault.fits(call))
        await asyncio.sleep(sum(fault.delay_ms for fault in befallen) / 1000)
        if not befallen or befallen[-1].only_delays:
            return await self._service(call)
        return await self._disturbed(befallen[-1], call)

    async def _disturbed(self, fault: ServiceFault, call: Call) -> Answer | Cut:
        match fault.cut:
            case "before":
                return Cut(ending=fault.ending)
            case "after":
                await self._service(call)
                return Cut(ending=fault.ending)
            case None:
                if fault.answered == "after":
                    await self._service(call)
                return answer_of(fault)
