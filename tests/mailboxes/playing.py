"""Random steps with mailboxes, as takers and staff may make them, and what came of each."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from hypothesis import strategies as st

from application.ports import DeadLetter, Lease
from tests.mailboxes.letters import message
from tests.mailboxes.post import Post

AT_ONCE = timedelta(0)
# The more often, the more often it stands here.
STEPS = (
    *("text", "tap", "tap", "take", "take", "take", "done", "part", "none", "postpone", "wait"),
    *("bury", "bury", "bury", "park", "resend", "resend", "drop"),
)

Step = tuple[str, int]


def steps(customers: int) -> st.SearchStrategy[list[Step]]:
    """Letters of so many customers come, and are taken, given back, sent again and dropped."""
    step = st.sampled_from(STEPS).flatmap(
        lambda what: st.tuples(
            st.just(what), st.integers(0, customers - 1 if what in {"text", "tap"} else 3)
        )
    )
    return st.lists(step, min_size=15, max_size=50)


class Player:
    """Plays steps, one lease at a time; what cannot be done is left out."""

    def __init__(self, post: Post) -> None:
        self.accepted: dict[int, int] = {}
        self.gone: set[int] = set()
        self._post = post
        self._held: Lease | None = None

    async def play(self, number: int, what: str, which: int) -> object:
        """Do it, and tell what was seen; letters are known by their numbers."""
        match what:
            case "text" | "tap":
                self.accepted[number] = which
                settle = what == "text"
                sent = message(str(number), of=str(which), settle=settle)
                await self._post.inbox.accept([sent])
                return None
            case "take":
                return await self._take()
            case "resend" | "drop":
                return await self._choose(what, which)
            case _:
                return await self._give_back(what)

    async def end(self) -> list[int]:
        """Send all dead letters again, the oldest first, and handle whatever is left."""
        await self._give_back("none")
        for one in sorted(await self._post.dead.of("inbox"), key=lambda one: one.came):
            await self._post.dead.resend("inbox", one.id)
        handled: list[int] = []
        while lease := await self._post.at_once():
            handled += numbers(lease)
            await self._post.mailboxes.done(lease, len(lease.letters))
        return handled

    async def _take(self) -> object:
        if self._held is None:
            self._held = await self._post.at_once()
            return self._held and (numbers(self._held), self._held.deliveries)
        return None

    async def _give_back(self, how: str) -> bool:
        lease, self._held = self._held, None
        if lease is None:
            return False
        handled = {"done": len(lease.letters), "part": 1}.get(how, 0)
        self.gone.update(numbers(lease)[:handled])
        return await self._way(how, lease, handled)()

    def _way(self, how: str, lease: Lease, handled: int) -> Callable[[], Awaitable[bool]]:
        mailboxes = self._post.mailboxes
        ways: dict[str, Callable[[], Awaitable[bool]]] = {
            "postpone": lambda: mailboxes.postpone(lease, by=AT_ONCE),
            "wait": lambda: mailboxes.postpone(lease, by=AT_ONCE, counts=False),
            "bury": lambda: mailboxes.bury(lease, why="no reason"),
            "park": lambda: mailboxes.park(lease, why="no reason"),
        }
        return ways.get(how, lambda: mailboxes.done(lease, handled))

    async def _choose(self, what: str, which: int) -> object:
        """Send one of the dead letters again, or drop it."""
        dead = await self._post.dead.of("inbox")
        if which >= len(dead):
            return None
        chosen = dead[which]
        if what == "resend":
            return (_shown(chosen), await self._post.dead.resend("inbox", chosen.id))
        self.gone.add(int(chosen.body))
        return (_shown(chosen), await self._post.dead.drop("inbox", chosen.id))


def numbers(lease: Lease) -> list[int]:
    """The letters of a lease."""
    return [int(letter) for letter in lease.letters]


def _shown(letter: DeadLetter) -> tuple[object, ...]:
    return letter.kind, int(letter.body), letter.attempts
