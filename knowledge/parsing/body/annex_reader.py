"""The annexes of one file: their titles, their articles, and how citations call them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.law.findings import Finding, FindingKind
from knowledge.law.labels.labels import label_of
from knowledge.law.labels.lines import Line
from knowledge.law.labels.paragraphs import Layout, join_lines
from knowledge.law.resolution import Address, Annex, Aside, Division, Part, Provision
from knowledge.parsing.body.enclosures import Enclosure, EnclosureKind, split_annexes
from knowledge.parsing.body.sections import begins_ending
from knowledge.parsing.body.unit_drafts import aside_of
from knowledge.parsing.body.units import read_units

_LOST = re.compile(r"[ĐÐ]iều\s+[\dIVXLC]", re.IGNORECASE)
"""The beginning of a line that numbers an article, in whatever form."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """An annex as it was read; `ending` are the lines of recipients and signature behind it."""

    name: str
    is_form: bool
    provisions: tuple[Provision, ...]
    asides: tuple[Aside, ...] = ()
    divisions: tuple[Division, ...] = ()
    findings: tuple[Finding, ...] = ()
    ending: tuple[Line, ...] = ()


def read_annexes(lines: Sequence[Line], resolution: str, layout: Layout) -> tuple[Enclosed, ...]:
    """Return what the annexes in `lines` hold, in the order of the text."""
    return tuple(
        _read(enclosure, Address(resolution, Part.ANNEX, annex=number), layout)
        for number, enclosure in enumerate(split_annexes(lines), start=1)
    )


def names_of(annexes: Sequence[Enclosed]) -> tuple[Annex, ...]:
    """Return how citations call the annexes; those of one name are told apart by their number."""
    counts = Counter(annex.name for annex in annexes)
    seen: Counter[str] = Counter()
    named: list[Annex] = []
    for number, annex in enumerate(annexes, start=1):
        seen[annex.name] += 1
        order = f" thứ {seen[annex.name]}" if counts[annex.name] > 1 else ""
        if annex.name:
            named.append(Annex(number, f"{annex.name}{order}", annex.is_form))
    return tuple(named)


def _read(enclosure: Enclosure, address: Address, layout: Layout) -> Enclosed:
    body, ending = _without_ending(enclosure.body)
    units = read_units(body, address, layout) if body else None
    whole = _whole(enclosure, address, layout)
    above = [aside_of(enclosure.above, layout)] if enclosure.above else []
    return Enclosed(
        name=enclosure.heading.name if enclosure.heading else "",
        is_form=enclosure.heading is not None and enclosure.heading.kind is EnclosureKind.FORM,
        provisions=(*whole, *(units.provisions if units else ())),
        asides=(*above, *(units.asides if units else ())),
        divisions=units.divisions if units else (),
        findings=(*_lost(enclosure), *(units.findings if units else ())),
        ending=tuple(ending),
    )


def _without_ending(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return the articles in `lines`, and the recipients and the signature behind them."""
    for place in range(1, len(lines)):
        if begins_ending(lines[place - 1].text, lines[place].text):
            return lines[:place], lines[place:]
    return lines, ()


def _whole(enclosure: Enclosure, address: Address, layout: Layout) -> list[Provision]:
    """Return the annex as a unit of its own: its title, and what stands in no article of it."""
    lines = (*enclosure.title, *enclosure.intro)
    if not lines:
        return []
    apart = (
        replace(line, apart=line.apart or bool(label_of(line.text))) for line in enclosure.intro
    )
    text = "\n".join(paragraph.text for paragraph in join_lines(apart, layout))
    heading = " ".join(line.text for line in enclosure.title)
    return [Provision(address, heading, text, lines[0].number, lines[-1].number)]


def _lost(enclosure: Enclosure) -> list[Finding]:
    """Return the first article of an annex in which none could be placed."""
    if enclosure.body or (enclosure.heading and enclosure.heading.kind is EnclosureKind.FORM):
        return []
    is_act = enclosure.heading is None or enclosure.heading.kind is EnclosureKind.ACT
    lost = [line for line in enclosure.intro if is_act and _LOST.match(line.text)]
    return [Finding(FindingKind.ANNEX, line.number, line.text[:60]) for line in lost[:1]]
