"""Setting, reading and removing the faults over HTTP."""

import msgspec
from litestar import Request, delete, get, put
from litestar.datastructures import State
from litestar.di import NamedDependency

from infrastructure.sandbox.fault import faults_in
from infrastructure.sandbox.faults import Faults
from infrastructure.sandbox.loose_json import JsonObject


@get("/faults")
async def read_faults(faults: NamedDependency[Faults]) -> list[JsonObject]:
    """List the faults as they were set, each with the times that are `left`; null is for ever."""
    return await _told(faults)


@put("/faults")
async def set_faults(
    request: Request[object, object, State], faults: NamedDependency[Faults]
) -> list[JsonObject]:
    """Replace the list; one fault that cannot be read, and nothing changes. Answers as GET."""
    await faults.replace(faults_in(await request.body()))
    return await _told(faults)


@delete("/faults")
async def remove_faults(faults: NamedDependency[Faults]) -> None:
    """Remove all faults."""
    await faults.replace(())


async def _told(faults: Faults) -> list[JsonObject]:
    standing = await faults.standing()
    return [{**msgspec.to_builtins(one.fault), "left": one.left} for one in standing]
