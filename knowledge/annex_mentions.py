"""How texts and people name what a document was passed with: "quy chế kèm theo", "Phụ lục I"."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator

from knowledge.text import fold

_OWN_NAME = r"quy che|noi quy|dieu le|the le|quy trinh"
"""Names that mean an annex by themselves."""
_WITH_JOINT = r"quy dinh|quy uoc|huong dan|de an|chuong trinh|ke hoach|phuong an|danh muc"
"""Names that are ordinary words, too, unless something says what they were passed with."""
_LIST = r"phu luc(?: so)?(?: (?:[ivxlc]{1,7}|[a-h]|\d{1,2}))?|(?:bieu )?mau(?: so)? \d{1,3}"
_PASSED = r"(?:duoc )?(?:ban hanh )?(?:dinh )?kem(?: theo)?\b"
_WITH = rf"{_PASSED}\s{{1,3}}(?:nghi quyet|quyet dinh|nghi dinh|thong tu|van ban|nq|qd)\b"
_TITLE = r"(?:\s{1,3}(?!dieu\b|khoan\b|diem\b)[^\s.;:?!]{1,30}){0,40}?"
"""Words of a title between the name and what it was passed with."""
_MENTION = (
    rf"(?:ban |phan |van ban )?(?:(?P<named>(?:{_OWN_NAME}|{_WITH_JOINT})){_TITLE}\s{{1,3}}{_WITH}"
    rf"|(?P<own>{_OWN_NAME}|{_LIST})\b|(?:ban|phan|van ban) {_PASSED}(?: thu \d{{1,2}})?)"
)
_BEHIND = re.compile(rf"[\s,]{{0,9}}(?:(?:cua|tai|trong|thuoc|theo)\s{{1,3}})?{_MENTION}")
_ANYWHERE = re.compile(
    rf"\b(?:(?P<named>{_OWN_NAME}|{_WITH_JOINT}){_TITLE}|(?P<own>{_LIST}))\s{{1,3}}{_WITH}"
)
_BEFORE = re.compile(
    rf"\b(?:(?P<named>{_OWN_NAME}|{_WITH_JOINT}){_TITLE}|(?P<own>{_LIST}))"
    rf"\s{{1,3}}{_PASSED}\s{{0,3}}$"
)


def annexes_beside(text: str, places: Iterable[tuple[int, int]]) -> Iterator[str | None]:
    """Yield for each of `places`, in their order, the annex that `text` names beside it, or None.

    It stands right behind the place, "" without a name, or else anywhere before it.
    """
    folded = fold(text)
    mentioned = deque((match.end(), _name(match)) for match in _ANYWHERE.finditer(folded))
    before = None
    for start, stop in places:
        while mentioned and mentioned[0][0] <= start:
            _, before = mentioned.popleft()
        behind = _name(_BEHIND.match(folded, stop))
        yield before if behind is None else behind


def annex_in(text: str) -> str | None:
    """Return the annex that `text` says to have been passed with a document, or None."""
    return _name(_ANYWHERE.search(fold(text)))


def annex_before(text: str) -> str | None:
    """Return the annex that `text` names at its end, where the name of its document follows."""
    return _name(_BEFORE.search(fold(text)))


def is_named(name: str, mention: str) -> bool:
    """Return True if the annex called `name` may be the one that somebody calls `mention`."""
    own, said = (_without_nought(fold(one)) for one in (name, mention))
    return own == said or own.startswith(f"{said} ") or not said


def is_numbered(mention: str) -> bool:
    """Return True if `mention` is a list or form, of which a document has several."""
    return re.fullmatch(_LIST, mention) is not None


def _without_nought(name: str) -> str:
    return re.sub(r"\b(?:so |0+(?=\d))", "", name)


def _name(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    return match["named"] or match["own"] or ""
