"""Templates to text: the one way in which words reach a person."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from knowledge.citation import day, document_label, full_label, provision_label
from knowledge.mergers import TODAY, is_merged
from knowledge.validity import before_mergers

TEMPLATES = Path(__file__).parent / "templates"
_BLANK_LINES = re.compile(r"\n{3,}")


def render(template: str, **facts: object) -> str:
    """Return the text of `template` ("answer/provision") filled with `facts`.

    A fact that the template needs and does not get is an error; runs of blank lines become one.
    """
    text = _environment().get_template(f"{template}.j2").render(**facts)
    return _BLANK_LINES.sub("\n\n", text).strip()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - plain text; a channel that speaks HTML escapes it itself
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        day=day,
        document=document_label,
        provision=provision_label,
        full_label=full_label,
        today=lambda province: TODAY.get(province, province),
    )
    environment.tests.update(before_mergers=before_mergers, merged=is_merged)
    return environment
