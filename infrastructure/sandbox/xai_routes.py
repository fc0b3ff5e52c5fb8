"""Scripting the model over HTTP."""

from litestar import Request, put
from litestar.datastructures import State
from litestar.di import NamedDependency

from infrastructure.sandbox.problem import decoded
from infrastructure.sandbox.xai_answers import ScriptedAnswer, XaiAnswers


@put("/xai/answers")
async def script_answers(
    request: Request[object, object, State], answers: NamedDependency[XaiAnswers]
) -> list[ScriptedAnswer]:
    """Replace what the model answers; first match wins, and an empty list restores the 503."""
    await answers.replace(decoded(await request.body(), list[ScriptedAnswer]))
    return await answers.all()
