"""The Vietnamese sentence of each error, in a template that is named after the error's class."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import pass_environment
from jinja2.environment import Environment

_FOLDER = "faults"
_PACKAGES = frozenset({"bot", "index", "knowledge", "prompts"})
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def template_of(kind: type[BaseException], templates: Path) -> str | None:
    """Return the name of the template for errors of `kind`: that of the nearest class with one."""
    names = (_name(base) for base in kind.__mro__)
    return next((name for name in names if (templates / f"{name}.j2").exists()), None)


def tell_fault(environment: Environment, error: BaseException, templates: Path) -> str:
    """Return what to tell people of `error`; without a template its message is told as it is."""
    name = template_of(type(error), templates)
    if name is None:
        return str(error)
    return environment.get_template(f"{name}.j2").render(error=error).strip()


def filters(templates: Path) -> dict[str, object]:
    """Return the filters with which templates tell errors, `fault` and `cause`."""

    @pass_environment
    def fault(environment: Environment, error: BaseException) -> str:
        return tell_fault(environment, error, templates)

    @pass_environment
    def cause(environment: Environment, error: BaseException) -> str:
        reason = error.__cause__
        known = reason is not None and template_of(type(reason), templates)
        return tell_fault(environment, reason, templates) if reason and known else ""

    return {"fault": fault, "cause": cause}


def _name(kind: type[BaseException]) -> str:
    """Return the name that a template for `kind` alone has: "faults/knowledge/library/id_taken"."""
    top, *path = kind.__module__.split(".")
    snake = _WORD.sub("_", kind.__name__).lower()
    if top not in _PACKAGES:
        return f"{_FOLDER}/{top if top == 'typer' else 'causes'}/{snake}"
    return "/".join((_FOLDER, top, *path[:-1][:1], snake))
