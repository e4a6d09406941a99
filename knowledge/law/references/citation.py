"""Citations of provisions: written in full Vietnamese form, and found in the words of people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from knowledge.language.text import fold
from knowledge.law.references.annex_mentions import (
    annexes_beside,
    is_exactly,
    is_named,
    is_numbered,
)
from knowledge.law.references.glyphs import mended
from knowledge.law.resolution import Address, Part, Resolution
from knowledge.law.signs import NUMBER_WORDS, Sign, encloses, number_sign, point_sign

_PART_NAMES = {
    Part.PREAMBLE: "phần mở đầu",
    Part.CLOSING: "phần kết",
    Part.SIGNATURE: "phần chữ ký",
}
_PASSED_WITH = " ban hành kèm theo "
_NUMBER_WORDS = {fold(word): number for word, number in NUMBER_WORDS.items()}
_INSERTED = r"(?:[a-e]\d?)?"
"""The sign that an amendment put behind a number; other letters are units of measure: "5k"."""
_NUMBER = rf"(?P<number>\d{{1,3}}{_INSERTED}(?:\.\d{{1,2}})*|{'|'.join(_NUMBER_WORDS)})\b"
_NO_POINT = "".join(
    rf"(?<!\b{word} )"
    for word in ("quan", "dia", "thoi", "uu", "nhuoc", "dac", "trong", "thi", "dau", "giao")
)
"""Words that "điểm" follows in other meanings: quan điểm, địa điểm, thời điểm."""
_STEP = re.compile(
    rf"\bgach dau dong (?:thu )?{_NUMBER}".replace("number", "bullet")
    + rf"|{_NO_POINT}\bdiem (?P<point>[a-z]\d{{0,2}})\b"
    + rf"|(?:\bkhoan (?:thu )?|{_NO_POINT}\bdiem (?=\d{{1,3}}\.\d)){_NUMBER}".replace(
        "number", "clause"
    )
    + rf"|\bdieu (?:thu )?(?P<article>\d{{1,3}}{_INSERTED})\b"
)
"""A step of a citation in folded text; the name of its group is the level."""
_PADDED_MONTHS = (1, 2)
"""Months that a second digit could be added to: they are written with a nought before them."""
_LIST = (
    r"[\s,;]{0,9}\s(?:va|voi|hoac|hay|cung|cung voi)\s{1,9}(?:(?:voi|ca|cua|cac)\s{1,9})?"
    r"|\s{0,9}[,;]\s{0,9}"
)
_LISTED = re.compile(_LIST)
"""The words between two provisions that are named together."""
_BESIDE = re.compile(r"\b(?:va|voi|hoac|hay|cung)\b")
_LEVELS = ("article", "clause", "point", "bullet")
"""The steps of a citation, the outermost first."""
_ANOTHER = re.compile(
    rf"(?:{_LIST})(?P<value>\d{{1,3}}{_INSERTED}(?:\.\d{{1,2}})*|[a-z]\d?)\b(?![/%]|\.\d)"
    r"(?=\s*(?:[,;?!:]|$|\.|(?:va|voi|hoac|hay|cung|cua|trong|tai|khoan|dieu|noi|quy dinh|la|co|thi"
    r"|nay|do|nghi quyet|nghi dinh|luat|khac|the nao|ra sao|gom|ghi)\b))"
)
"""A further number or letter of the step before it: "khoản 1, 2 và 3"."""
_JOINT = re.compile(r"[\s,.;:–-]*(?:(?:cua|tai|o|thuoc|va|trong)\s+)?")
"""The words between two steps of one citation."""
_OTHER_KIND = re.compile(
    r"[\s,]{0,9}(?:(?:cua|trong|tai|theo)\s+)?(?:bo luat|luat|nghi dinh|thong tu|hien phap)\b"
)
"""Behind a provision: it is one of a law or decree, not of a resolution."""
_DOCUMENT_NUMBER = re.compile(
    r"(?<![\d/])(?P<full>\d{1,4}(?:/(?:19|20)\d{2})?/nq-?hdnd)\b"
    r"|\b(?:nghi quyet|nq)\s+(?:so\s+)?(?!(?:19|20)\d{2}\b(?!/))"
    r"(?P<short>\d{1,4}(?:/(?:19|20)\d{2})?)"
    r"(?![\d/]|\s*(?:nam|thang)\b)"
)
"""The number of a resolution: in `full` with its code, or `short` behind its kind."""


_DECISION = re.compile(
    r"\b(?:(?:kem|theo|cua|trong|tai|thuoc|den)\s+quyet dinh\s+\d"
    r"|quyet dinh\s+(?:so\s*:?\s*\d|\d{1,4}/)|^\W*quyet dinh\s+\d)"
)
"""A decision as a document, not what somebody decides."""
_BY_NAME = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
"""Kinds of documents that people call by their title."""
_OTHERS = re.compile(r"\b(?:nghi quyet|nq|nghi dinh|thong tu|quyet dinh so)\b")
_CITING = r"(?:^|\b(?:theo|trong|cua|tai)\s+|\b(?:\d+|diem [a-z])[\s,]+)"
"""The words before the name of a law that is asked about, not merely spoken of."""
_ENOUGH_OF_NAME = 3
"""Syllables of the title of a law that must be said."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A provision as someone names it, without the document: "điểm a khoản 2 Điều 5".

    `annex` is what the annex is called in which it stands, folded, "" without a name.
    """

    article: Sign | None = None
    clause: Sign | None = None
    point: str | None = None
    bullet: int | None = None
    annex: str | None = None

    def within(self, resolution: str) -> Address:
        """Return the address that the reference has in the document `resolution` itself."""
        return Address(resolution, Part.ARTICLE, self.article, self.clause, self.point, self.bullet)

    def address_in(self, resolution: Resolution) -> Address:
        """Return what the reference means in `resolution`, be it there or not.

        If no annex is named, a provision that the document itself lacks is meant in its annex.
        """
        possible = tuple(self._possible(resolution))
        return next((address for address in possible if resolution.find(address)), possible[0])

    def in_annexes_of(self, resolution: Resolution) -> tuple[Address, ...]:
        """Return what the reference may mean in the annexes of the name that it says.

        An annex called just so comes before others that have more behind that name; an act of
        another name counts only if none has that name. A provision that no annex has may be put
        into each.
        """
        said = self.annex or ""
        fitting = [annex for annex in resolution.annexes if is_named(annex.name, said)]
        if not fitting and not is_numbered(said):
            fitting = [annex for annex in resolution.annexes if not is_numbered(fold(annex.name))]
        named = [annex for annex in fitting if is_exactly(annex.name, said)] or fitting
        own = replace(self.within(resolution.id), part=Part.ANNEX)
        addresses = tuple(replace(own, annex=annex.number) for annex in named)
        return tuple(address for address in addresses if resolution.find(address)) or addresses

    def _possible(self, resolution: Resolution) -> Iterator[Address]:
        own = self.within(resolution.id)
        annexes = resolution.annex_numbers
        if self.annex is None or not (annexes or self == Reference(annex=self.annex)):
            yield own
        named = {
            annex.number
            for annex in resolution.annexes
            if self.annex is not None and is_named(annex.name, self.annex)
        }
        others = () if is_numbered(self.annex or "") else annexes
        for number in dict.fromkeys((*sorted(named), *others)):
            yield replace(own, part=Part.ANNEX, annex=number)
        yield replace(own, part=Part.ANNEX)


def day(value: date) -> str:
    """Return a date as Vietnamese offices write it: "05/8/2024", "01/01/2025"."""
    month = str(value.month).rjust(2, "0") if value.month in _PADDED_MONTHS else str(value.month)
    return f"{value.day:02}/{month}/{value.year}"


def provision_label(address: Address, resolution: Resolution | None = None) -> str:
    """Return the provision's name from the inside out: "điểm d khoản 5 Điều 1".

    An annex goes by its name if `resolution` tells it: "Điều 1 Quy chế".
    """
    if address.part in _PART_NAMES:
        return _PART_NAMES[address.part]
    steps = (
        address.point and f"điểm {address.point}",
        address.clause and f"khoản {address.clause}",
        address.article and f"Điều {address.article}",
        address.annex and _annex_label(address, resolution),
    )
    outer = " ".join(step for step in steps if step)
    return f"gạch đầu dòng thứ {address.bullet}, {outer}" if address.bullet else outer


def _annex_label(address: Address, resolution: Resolution | None) -> str:
    annex = resolution.annex_of(address) if resolution else None
    if annex:
        return annex.name
    return f"phần kèm theo thứ {address.annex}" if address.annex != 1 else "phần kèm theo"


def document_label(resolution: Resolution) -> str:
    """Return the document's name: "Nghị quyết số 08/2024/NQ-HĐND ngày 23/7/2024 của HĐND tỉnh …".

    A law is called by its title. A copy without a number is named so. The date is that of issue,
    else that of passage. An annex in a file of its own is named before its document.
    """
    document = _issued_label(resolution)
    if not resolution.is_annex:
        return document
    names = " và ".join(annex.name for annex in resolution.annexes) or "Phần"
    return f"{names}{_PASSED_WITH}{document}"


def _issued_label(resolution: Resolution) -> str:
    """Return the name of the document that was issued, be `resolution` only its annex."""
    head = resolution.head
    number = f"số {head.number}" if head.number else "(bản sao không ghi số)"
    issued = head.issued_on or resolution.effect.passed_on
    dated = f"ngày {day(issued)}" if issued else ""
    if head.kind in _BY_NAME and head.title:
        return " ".join(part for part in (head.kind, head.title, number, dated) if part)
    council = head.issuer.replace("Hội đồng nhân dân", "HĐND")
    issuer = f"của {council}" if council else ""
    return " ".join(part for part in (head.kind or "Văn bản", number, dated, issuer) if part)


def short_label(resolution: Resolution) -> str:
    """Return what people call a document of the state: a law by its title, others by number."""
    head = resolution.head
    if head.kind in _BY_NAME and head.title:
        return f"{head.kind} {head.title}"
    return f"{head.kind} số {head.number}" if head.number else document_label(resolution)


def full_label(address: Address, resolution: Resolution) -> str:
    """Return provision and document together, as a citation is said."""
    joint = _PASSED_WITH if address.annex else " "
    return f"{provision_label(address, resolution)}{joint}{_issued_label(resolution)}"


def find_references(text: str) -> tuple[Reference, ...]:
    """Return the provisions that `text` names, in either order of steps, with or without marks.

    "diem d" typed without marks is read as điểm d; a step named twice begins another reference.
    Those named together share what only one of them says: "điểm a và điểm b khoản 2 Điều 4".
    """
    text = mended(text)
    runs: list[list[dict[str, Any]]] = []
    places: list[tuple[int, int]] = []
    end = -1
    for name, value, start, stop in _steps(text):
        between = fold(text[end:start]) if end >= 0 else ""
        listed = end >= 0 and _LISTED.fullmatch(between) is not None
        joined = end >= 0 and _JOINT.fullmatch(between) is not None
        if not runs or not (listed or joined):
            runs.append([{}])
            places.append((start, stop))
        # "điểm 1.1 khoản 1" names the clause twice, the inner one first, and is one reference
        elif _BESIDE.search(between) or (
            name in runs[-1][-1] and not (name == "clause" and encloses(value, runs[-1][-1][name]))
        ):
            runs[-1].append({})
        runs[-1][-1].setdefault(name, value)
        places[-1] = (places[-1][0], stop)
        end = stop
    return tuple(
        Reference(**steps, annex=annex)
        for run, annex in zip(runs, annexes_beside(text, places), strict=True)
        for steps in _shared(run)
    )


def _shared(run: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return references named together, each with the outer steps that one beside it says."""
    for inner, outer in (
        *reversed(tuple(pairwise(run))),
        *((two, reference) for reference, two in pairwise(run)),
    ):
        missing = _LEVELS[: min(map(_LEVELS.index, inner))]
        if _LEVELS[len(missing)] in outer:
            inner |= {level: outer[level] for level in missing if level in outer}
    return run


def cites_other_kind(text: str) -> bool:
    """Return True if `text` names a provision of a law or decree: "Điều 11 Luật …"."""
    folded = fold(text)
    return any(_OTHER_KIND.match(folded, end) for *_, end in _steps(text))


def find_documents(text: str, library: Iterable[Resolution]) -> tuple[Resolution, ...]:
    """Return the documents of `library` that `text` names by their number, a law also by its name.

    A law counts by its name only where no other document is spoken of: a decree or a resolution
    names in passing the law that it carries out.
    """
    documents = list(library)
    numbers = document_numbers(text)
    named = [
        document
        for document in documents
        if any(has_number(document, number) for number in numbers)
    ]
    central = [document for document in documents if document.territory.nationwide]
    named += [document for document in documents if _goes_by_own_number(document, text)]
    if not named and not _OTHERS.search(fold(text)):
        named = [
            document
            for document in central
            if document.head.kind in _BY_NAME and _has_name(document, text)
        ]
    return tuple(named)


def document_numbers(text: str) -> tuple[str, ...]:
    """Return the numbers of resolutions that `text` names, folded: "08/2024/nq-hdnd", "21"."""
    folded = fold(text)
    return tuple(match.group(match.lastgroup or 0) for match in _DOCUMENT_NUMBER.finditer(folded))


def has_number(resolution: Resolution, named: str) -> bool:
    """Return True if the document bears the number `named`, folded, of which the end may lack."""
    own = fold(resolution.head.number or "").split("/")
    wanted = named.replace("nqhdnd", "nq-hdnd").split("/")
    same_first = bool(own[0]) and own[0].lstrip("0") == wanted[0].lstrip("0")
    return same_first and all(part in own for part in wanted[1:])


def _goes_by_own_number(resolution: Resolution, text: str) -> bool:
    """Return True if `text` names a document that is no resolution of a council.

    "Quyết định" is what people do, too: a decision of a place is named only where something says
    that it is a document.
    """
    if resolution.territory.nationwide:
        return _has_own_number(resolution, text)
    decides = "quyet dinh" in fold(resolution.head.kind)
    return decides and bool(_DECISION.search(fold(text))) and _has_own_number(resolution, text)


def _has_own_number(resolution: Resolution, text: str) -> bool:
    """Return True if `text` names the document by its kind and number, or by all of its number."""
    folded, own = fold(text), fold(resolution.head.number or "")
    kind = fold(resolution.head.kind) or "van ban"
    named = re.findall(rf"\b{kind}\s+(?:so\s+)?(\d{{1,4}}(?:/[\w-]+)*)(?![\d/])", folded)
    in_full = re.search(rf"(?<![\d/]){re.escape(own)}(?![\w-])", folded) if "/" in own else None
    return bool(in_full) or any(has_number(resolution, number) for number in named)


def _has_name(resolution: Resolution, text: str) -> bool:
    """Return True if `text` calls the law by its name, be it shortened: "luật dân chủ cơ sở"."""
    said = re.split(rf"{_CITING}{fold(resolution.head.kind)}\s+", fold(text))[1:]
    return any(_begins_with_name(words, fold(resolution.head.title).split()) for words in said)


def _begins_with_name(words: str, name: list[str]) -> bool:
    """Return True if the first of `words` stand in `name` in their order, three at least."""
    count = place = 0
    for word in re.findall(r"\w+", words):
        if word not in name[place:]:
            break
        place = name.index(word, place) + 1
        count += 1
    return count >= min(_ENOUGH_OF_NAME, len(name))


def _steps(text: str) -> Iterator[tuple[str, int | str, int, int]]:
    """Yield (level, value, start, end) of every step of a citation in `text`."""
    folded = fold(text)
    for match in _STEP.finditer(folded):
        name = match.lastgroup or ""
        step: re.Match[str] | None = match
        group = name
        while step and (value := _value(name, text[step.start(group) : step.end(group)])):
            yield name, value, step.start(group if step is not match else 0), step.end()
            step, group = _ANOTHER.match(folded, step.end()), "value"


def _value(name: str, typed: str) -> int | str | None:
    """Return the number or letter that stands in a step; None if no step of that kind has it."""
    if name == "point":
        return point_sign(typed)
    sign = _NUMBER_WORDS.get(fold(typed)) or number_sign(typed)
    return sign if name != "bullet" or isinstance(sign, int) else None
