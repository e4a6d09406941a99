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
    everything is asked. A provision of scope or effect gives none.
    """

    def depth(question: OwnQuestion) -> int:
        return sum(step is not None for step in question.address.path)

    return tuple(sorted(_asked(document, previous), key=depth))


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
    changed = {change.address for change in difference(previous, document)} if previous else None
    for unit in document.provisions:
        if unit.address.part in RULING and (changed is None or unit.address in changed):
            yield unit


def _deeds_by_provision(document: Resolution) -> dict[Address, frozenset[Deed]]:
    """Return what each provision of `document` that amends another document does to it."""
    deeds: dict[Address, frozenset[Deed]] = {}
    for amendment in find_amendments(document):
        deeds[amendment.provision] = deeds.get(amendment.provision, frozenset()) | {amendment.deed}
    return deeds


def _question(unit: Provision, document: Resolution, *, amends: bool) -> str:
    # of an amendment the words are those that the other document has from then on
    quoted = _QUOTED.search(unit.text) if amends else None
    words = quoted["words"] if quoted else unit.text
    above = [level.heading or level.text for level in document.trail(unit.address)]
    if words and unit.heading:
        above.append(unit.heading)
    names_only = bool(document.children(unit.address)) and not words.endswith((".", ";"))
    return question_about(
        words or unit.heading, above[-1] if above else "", names_only=not words or names_only
    )


def _is_of_form(unit: Provision, document: Resolution, deeds: frozenset[Deed]) -> bool:
    headings = (level.heading for level in (*document.trail(unit.address), unit))
    return (
        any(map(_FORMAL_HEADING.match, headings))
        or _OF_FORM.match(unit.text or unit.heading) is not None
        or not deeds.isdisjoint(_ENDING)
    )
