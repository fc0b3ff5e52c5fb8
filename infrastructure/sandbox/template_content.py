"""What a phone shows of a template, and the checks of its values against its text."""

import re

from msgspec import UNSET

from infrastructure.sandbox.chat_message import Button, Content
from infrastructure.sandbox.graph_error import GraphError
from infrastructure.sandbox.outgoing import Component, Parameter, Template
from infrastructure.sandbox.templates import TemplatePart, TemplateText


def check_values(template: Template, text: TemplateText) -> None:
    """Raise `GraphError` 132000 when there are more or fewer values than variables."""
    for kind in ("HEADER", "BODY"):
        needed, given = len(text.part(kind).variables), len(_values(template, kind))
        if needed != given and text.part(kind).format in ("", "TEXT"):
            details = f"{kind.lower()}: number of localizable_params ({given}) does not match"
            raise GraphError(
                132000,
                "Number of parameters does not match the expected number of params",
                f"{details} the expected number of params ({needed})",
            )


def unknown_language(template: Template) -> GraphError:
    """The template exists, but not in that language."""
    code = template.language.code if template.language else ""
    return GraphError(
        132001,
        "Template name does not exist in the translation",
        f"template name ({template.name}) does not exist in {code}",
        status=404,
    )


def known_template(template: Template, text: TemplateText) -> Content:
    """Show the template's own words."""
    labels = [b.text for b in text.part("BUTTONS").buttons if b.type.upper() == "QUICK_REPLY"]
    payloads = dict(_payloads(template))
    header = _filled(text.part("HEADER"), _values(template, "HEADER"))
    return Content(
        type="template",
        text=_filled(text.part("BODY"), _values(template, "BODY")),
        header=header or UNSET,
        footer=text.part("FOOTER").text or UNSET,
        buttons=tuple(
            Button(id=payloads.get(f"{index}", label), title=label)
            for index, label in enumerate(labels)
        ),
    )


def unknown_template(template: Template) -> Content:
    """Show a template that was never submitted: its name, its values and its payloads."""
    values = [
        parameter.text or "" for kind in ("HEADER", "BODY") for parameter in _values(template, kind)
    ]
    return Content(
        type="template",
        text=": ".join(filter(None, (template.name, " · ".join(values)))),
        buttons=tuple(Button(id=payload, title=payload) for _, payload in _payloads(template)),
    )


def _components(template: Template, kind: str) -> list[Component]:
    return [c for c in template.components if c.type.upper() == kind]


def _values(template: Template, kind: str) -> list[Parameter]:
    return [parameter for c in _components(template, kind) for parameter in c.parameters]


def _payloads(template: Template) -> list[tuple[str, str]]:
    return [
        (f"{component.index}", parameter.payload)
        for component in _components(template, "BUTTON")
        if component.sub_type.upper() == "QUICK_REPLY"
        for parameter in component.parameters
        if parameter.payload
    ]


def _filled(part: TemplatePart, values: list[Parameter]) -> str:
    by_name = {
        value.parameter_name or variable: value.text or ""
        for variable, value in zip(part.variables, values, strict=False)
    }
    return re.sub(r"\{\{\s*(\w+)\s*\}\}", lambda found: by_name.get(found[1], found[0]), part.text)
