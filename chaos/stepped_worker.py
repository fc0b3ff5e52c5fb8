"""The service's own worker, which takes one mailbox at a time, when it is told to."""

from datetime import timedelta

from dependency_injector import providers

from application.ports import Queue
from entrypoints.container import Container
from entrypoints.worker import Worker

AT_ONCE = timedelta(0)


class SteppedWorker(Worker):
    """Does with a mailbox what the worker does, without tasks and pauses of its own."""

    async def begin(self) -> None:
        """What the worker does before its first mailbox. Raises `Unavailable`."""
        await self._begin()

    @property
    def queues(self) -> tuple[Queue, ...]:
        """The queues that it works on."""
        return tuple(self._handlers)

    async def relay(self) -> bool:
        """Follow the log by one page; `False` where nothing is new. Raises `Unavailable`."""
        return bool(await self._relay_effects(wait=AT_ONCE))

    async def take(self, queue: Queue, *, wait: timedelta = AT_ONCE) -> bool:
        """Handle one mailbox of the queue; `False` where none is to be taken within `wait`.

        Raises `Unavailable` where it could not be given back.
        """
        lease = await self._mailboxes.take(queue, wait=wait)
        if lease is None:
            return False
        await self._mailboxes.renew(lease)
        await self._handling(lease, self._handlers[queue])
        return True


def stepped(container: Container) -> SteppedWorker:
    """The container's worker, put together as it says, but stepped."""
    if not isinstance(container.worker, providers.Singleton):
        raise TypeError("the container makes its worker in another way")
    container.worker.set_provides(SteppedWorker)
    worker = container.worker()
    if not isinstance(worker, SteppedWorker):
        raise TypeError("the worker was made before")
    return worker
