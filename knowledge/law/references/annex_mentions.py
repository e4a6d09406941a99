"""The names by which texts and people mean an annex: "quy chế kèm theo", "Phụ lục I"."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator

from knowledge.language.text import fold
from knowledge.law.signs import roman

_OWN_NAME = r"quy che|noi quy|dieu le|the le|quy trinh"
"""Names that mean an annex by themselves."""
_WITH_JOINT = r"quy dinh|quy uoc|huong dan|de an|chuong trinh|ke hoach|phuong an|danh muc"
"""Names that are ordinary words, too, unless something says what they were passed with."""
_SIGN_OF_LIST = r"(?:[ivxlc]{1,7}|[a-h]|\d{1,2}(?:[.-]\d{1,2})?[a-d]?)\b"
_FORM = r"(?:bieu mau|mau bieu|mau|bieu)"
_SIGN_OF_FORM = r"\d{1,3}[a-z]?(?:[/.-]\w{1,10}){0,2}\b"
_LIST = rf"phu luc(?: so)?(?: {_SIGN_OF_LIST})?|{_FORM}(?: so)? {_SIGN_OF_FORM}"
_PASSED = r"(?:duoc )?(?:ban hanh )?(?:(?<!quy )dinh )?kem(?: theo)?\b"
_WITH = rf"{_PASSED}\s{{1,3}}(?:nghi quyet|quyet dinh|nghi dinh|thong tu|van ban|nq|qd)\b"
_TITLE = r"(?:\s{1,3}(?!dieu\b|khoan\b|diem\b)[^\s.;:?!]{1,30}){0,40}?"
"""Words of a title between the name and what it was passed with."""
_MENTION = (
    rf"(?:ban |phan |van ban )?(?:(?P<named>(?:{_OWN_NAME}|{_WITH_JOINT})){_TITLE}\s{{1,3}}{_WITH}"
    rf"|(?P<own>{_OWN_NAME}|{_LIST})\b|(?:ban|phan|van ban) {_PASSED}(?: thu \d{{1,2}})?)"
)
"""An annex: a name that may be an ordinary word needs what it was passed with (`named`)."""
_BEHIND = re.compile(rf"[\s,]{{0,9}}(?:(?:cua|tai|trong|thuoc|theo)\s{{1,3}})?{_MENTION}")
_ANYWHERE = re.compile(
    rf"\b(?:(?P<named>{_OWN_NAME}|{_WITH_JOINT}){_TITLE}|(?P<own>{_LIST}))\s{{1,3}}{_WITH}"
)
_NEXT = r"(?:\s{0,3}[,;]\s{0,3}(?:va\s{1,3})?|\s{1,3}va\s{1,3})(?:so\s)?"
_SERIES = re.compile(
    rf"\b(?P<list>phu luc)(?: so)? (?P<signs>{_SIGN_OF_LIST}(?:{_NEXT}{_SIGN_OF_LIST}){{1,30}})"
    rf"|\b(?P<form>{_FORM})(?: so)? (?P<numbers>{_SIGN_OF_FORM}(?:{_NEXT}{_SIGN_OF_FORM}){{1,30}})"
)
"""Several of one kind: "các Phụ lục I, II và III"."""
_PASSED_AT_END = re.compile(rf"\s{{1,3}}{_PASSED}\s{{0,3}}$")
_OF_AT_END = re.compile(r"(?:\s{1,3}(?:cua|tai|trong|thuoc))?\s{0,3}$")
"""The joint between an annex and the document that is named behind it."""
_CONNECTED = (
    r"(?:^|[,;:]|\b(?:va|bo|the|doi|sung|cua|voi|cho|ca|cac|nhung|(?:dieu|khoan|diem)\s\w{1,4})\b)"
    r"\s{0,3}"
)
_ITEM = re.compile(
    rf"{_CONNECTED}(?P<all>(?:\b(?:cac|nhung|toan bo|\d{{1,2}})\s{{1,3}}){{1,3}})?"
    rf"\b(?P<name>{_OWN_NAME}|{_WITH_JOINT}|{_LIST})(?!\w)"
)
"""An annex in a list behind a connector; `all` tells that every annex of the kind is meant."""
_ALL = "cac "
"""The beginning of a name that means all annexes of a kind: "các phụ lục"."""


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


def annexes_before(text: str) -> tuple[str, ...]:
    """Return the annexes that `text` names at its end, where the name of their document follows.

    "cac phu luc" are all of that kind. Names of acts count only as what was passed with something.
    """
    folded = spelled_out(text)
    passed = _PASSED_AT_END.search(folded)
    end = passed or _OF_AT_END.search(folded)
    named = list(_ITEM.finditer(folded, 0, end.start() if end else len(folded)))
    first = next((match for match in named if passed or is_numbered(match["name"])), None)
    chosen = [
        match
        for match in named
        if match is first
        or is_numbered(match["name"])
        or (passed is not None and re.fullmatch(_OWN_NAME, match["name"]) is not None)
    ]
    if not passed and (not chosen or not end or chosen[-1].end() != end.start()):
        return ()
    return tuple(dict.fromkeys(map(_called, chosen)))


def _called(item: re.Match[str]) -> str:
    """Return the name of `item`, with "cac" before it if all annexes of a kind are meant."""
    name = item["name"]
    plural = item["all"] or re.search(r"\b(?:cac|nhung)\s+$", item.string[: item.start("name")])
    return f"{_ALL}{name}" if plural and not re.search(r"\d|phu luc .", name) else name


def spelled_out(text: str) -> str:
    """Return `text` folded, each list of several with its name: "phu luc i, phu luc ii"."""

    def each(series: re.Match[str]) -> str:
        kind, signs = (series["list"], series["signs"]) if series["list"] else series.group(3, 4)
        return ", ".join(f"{kind} {sign}" for sign in re.split(_NEXT, signs))

    return _SERIES.sub(each, fold(text))


def is_named(name: str, mention: str) -> bool:
    """Return True if the annex called `name` may be the one that somebody calls `mention`."""
    own, said = (_plain(fold(words)) for words in (name, mention.removeprefix(_ALL)))
    return own == said or own.startswith(f"{said} ") or not said


def is_exactly(name: str, mention: str) -> bool:
    """Return True if the annex called `name` is called just so in `mention`."""
    return _plain(fold(name)) == _plain(fold(mention))


def is_numbered(mention: str) -> bool:
    """Return True if `mention` is a list or form, of which a document has several."""
    return re.fullmatch(_LIST, mention.removeprefix(_ALL)) is not None


def names_all(mention: str) -> bool:
    """Return True if all annexes of a kind are meant."""
    return mention.startswith(_ALL)


def _plain(name: str) -> str:
    """Return `name` as all ways to write it have in common: "Mẫu số 02" is "mau 2"."""
    short = re.sub(r"\b(?:so |0+(?=\d))", "", re.sub(rf"^{_FORM}\b", "mau", name))
    kind, _, sign = short.rpartition(" ")
    return f"{kind} {roman(sign)}" if kind == "phu luc" and roman(sign) else short


def _name(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    return match["named"] or match["own"] or ""
