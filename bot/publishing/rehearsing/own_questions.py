"""Questions made from the words of a document itself: one for each provision that is new in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.publishing.rehearsing.phrasing import question_about
from knowledge.law.difference import difference
from knowledge.law.resolution import RULING, Address, Provision, Resolution
from knowledge.validity.amendments import find_amendments
from knowledge.validity.deeds import Deed

_KIND = r"(?:Nghị quyết|Luật|Bộ luật|Pháp lệnh|Nghị định|Quyết định|Thông tư|Quy chế|Quy định)"
_OF_FORM = re.compile(
    rf"(?:{_KIND}|Văn bản) (?:này|số \S+)\b[^.;]*?\b"
    r"(?:quy định|điều chỉnh|áp dụng|hiệu lực|thay thế|bãi bỏ)",
    re.IGNORECASE,
)
"""Sentences in which a document speaks of itself, or ends another."""
_FORMAL_HEADING = re.compile(
    r"(?:phạm vi|đối tượng)\b.*\b(?:điều chỉnh|áp dụng)|hiệu lực"
    r"|điều khoản (?:thi hành|chuyển tiếp)",
    re.IGNORECASE,
)
_ENDING = frozenset({Deed.REPEALS, Deed.REPLACES, Deed.REPLACES_WORDS, Deed.EXPIRES})
_QUOTED = re.compile(r"[“\"]\s*(?:Điều \w+\.|\w{1,3}[.)])?\s*(?P<words>[^”\"]+)")


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question that the provision at `address` answers."""

    text: str
    address: Address


def own_questions(document: Resolution, previous: Resolution | None) -> tuple[OwnQuestion, ...]:
    """Return a question for each provision of `document` that `previous` has not, or otherwise.

    Articles come first, then what lies in them: where there is no time for all, something of
    everything is asked. What only tells scope and effect gives none.
    """
    asked = tuple(_asked(document, previous))
    return tuple(sorted(asked, key=lambda one: _depth(one.address)))


def _asked(document: Resolution, previous: Resolution | None) -> Iterator[OwnQuestion]:
    known = set[str]()
    deeds = _deeds_by_provision(document)
    for unit in _new_in(document, previous):
        done = deeds.get(unit.address, frozenset())
        of_form = _is_of_form(unit, document, done)
        question = "" if of_form else _question(unit, document, amends=bool(done))
        if question and question not in known:
            known.add(question)
            yield OwnQuestion(question, unit.address)


def _new_in(document: Resolution, previous: Resolution | None) -> Iterator[Provision]:
    """Yield the provisions of the articles whose words, or those they stand under, are new."""
    changed = {one.address for one in difference(previous, document)} if previous else None
    for unit in document.provisions:
        if unit.address.part in RULING and (changed is None or unit.address in changed):
            yield unit


def _deeds_by_provision(document: Resolution) -> dict[Address, frozenset[Deed]]:
    """Return what each provision of `document` that amends another document does to it."""
    deeds: dict[Address, frozenset[Deed]] = {}
    for one in find_amendments(document):
        deeds[one.provision] = deeds.get(one.provision, frozenset()) | {one.deed}
    return deeds


def _question(unit: Provision, document: Resolution, *, amends: bool) -> str:
    words = _new_words(unit, amends=amends)
    above = [one.heading or one.text for one in document.trail(unit.address)]
    if words and unit.heading:
        above.append(unit.heading)
    names_only = bool(document.children(unit.address)) and not words.endswith((".", ";"))
    return question_about(
        words or unit.heading, above[-1] if above else "", names_only=not words or names_only
    )


def _new_words(unit: Provision, *, amends: bool) -> str:
    """Return what `unit` says; where it amends another document, what that says from then on."""
    quoted = _QUOTED.search(unit.text) if amends else None
    return quoted["words"] if quoted else unit.text


def _is_of_form(unit: Provision, document: Resolution, deeds: frozenset[Deed]) -> bool:
    headings = (one.heading for one in (*document.trail(unit.address), unit))
    return (
        any(map(_FORMAL_HEADING.match, headings))
        or _OF_FORM.match(unit.text or unit.heading) is not None
        or not deeds.isdisjoint(_ENDING)
    )


def _depth(address: Address) -> int:
    return sum(step is not None for step in address.path)
