"""Templates to text: the one way in which words reach a person."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from errno import errorcode
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from knowledge.gazetteer.mergers import TODAY, is_merged
from knowledge.law.references.citation import (
    day,
    document_label,
    full_label,
    provision_label,
    short_label,
)
from knowledge.law.territory import before_mergers
from prompts import faults

TEMPLATES = Path(__file__).parent / "templates"
_VIETNAM = timezone(timedelta(hours=7))
_BLANK_LINES = re.compile(r"\n{3,}")


def render(template: str, **facts: object) -> str:
    """Return the text of `template` ("answer/provision") filled with `facts`.

    A fact that the template needs and does not get is an error; runs of blank lines become one.
    """
    text = _environment(html=False).get_template(f"{template}.j2").render(**facts)
    return _BLANK_LINES.sub("\n\n", text).strip()


def page(template: str, **facts: object) -> str:
    """Return the HTML page of `template` ("console/accounts/login") filled with `facts`.

    Every fact is escaped, so that nobody's words become part of the page's markup.
    """
    return _environment(html=True).get_template(f"{template}.j2").render(**facts)


def tell(error: BaseException) -> str:
    """Return what to tell people of `error`, in Vietnamese and in one line."""
    return faults.tell_fault(_environment(html=False), error, TEMPLATES)


def moment(at: datetime) -> str:
    """Return a point in time as clocks in Vietnam show it: "09:05 ngày 05/8/2024"."""
    local = at.astimezone(_VIETNAM)
    return f"{local:%H:%M} ngày {day(local)}"


@cache
def _environment(*, html: bool) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=html,  # noqa: S701 - plain text is escaped by the channel that speaks HTML
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        day=day,
        moment=moment,
        document=document_label,
        called=short_label,
        provision=provision_label,
        full_label=full_label,
        errno=lambda number: errorcode.get(number, ""),
        today=lambda province: TODAY.get(province, province),
    )
    environment.filters.update(faults.filters(TEMPLATES))
    environment.tests.update(before_mergers=before_mergers, merged=is_merged)
    return environment
