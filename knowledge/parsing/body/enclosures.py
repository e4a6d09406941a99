"""The texts that a document was passed with: the heading of each annex, and its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain, takewhile

from knowledge.law.labels.divisions import division_label
from knowledge.law.labels.label_forms import begins_articles
from knowledge.law.labels.labels import LabelLevel, label_of
from knowledge.law.labels.lines import CELL_SEAM, Line, terminated

_KINDS = (
    "quy chế|quy định|quy trình|quy ước|hương ước|nội quy|điều lệ|thể lệ|hướng dẫn|đề án|dự án"
    "|chương trình|kế hoạch|phương án|danh mục|danh sách|bảng giá|bộ tiêu chí|tiêu chí|định mức"
)
"""Kinds of texts that councils and committees pass with a document."""
_ENCLOSURE = re.compile(rf"(?P<kind>{_KINDS})\b", re.IGNORECASE)
_SIGN = r"[IVXLC]{1,7}|[A-HĐ]|\d{1,2}(?:[.-]\d{1,2})?[a-zđ]?"
_APPENDIX = re.compile(
    rf"(?P<kind>(?i:phụ lục))(?:\s+(?:(?i:số)\s*:?\s*)?(?P<sign>{_SIGN})(?![\wĐ]))?(?P<rest>.*)",
    re.DOTALL,
)
"""An appendix with its `sign`; `rest` decides if it is a heading or a mere mention."""
_FORM = re.compile(
    r"(?P<kind>(?i:biểu mẫu|mẫu biểu|mẫu|biểu))(?:\s+(?i:số))?\s*:?\s+"
    r"(?P<sign>\d{1,3}[\w/.-]{0,20})(?P<rest>.*)",
    re.DOTALL,
)
"""A form to fill in, which always has a `sign`."""
_PASSED_WITH = re.compile(
    r"\(?\s{0,9}(?:phụ lục )?(?:được )?(?:ban hành )?(?:đính )?kèm(?: theo)? "
    r"(?:nghị quyết|quyết định|nghị định|thông tư|quy chế|quy định|tờ trình)",
    re.IGNORECASE,
)
""""(Ban hành kèm theo Nghị quyết số …)": it proves that a title is an annex's."""
_OF_NUMBER = re.compile(r"\bsố\s*:?\s*\d")
_STATE = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA")
"""The name of the state, which heads forms and letters, and is no title."""
_OFFICE = re.compile(
    r"(?:TM|KT|Q|TL|TUQ)\.|(?:QUYỀN |PHÓ )?(?:CHỦ T|GIÁM ĐỐC|BỘ TRƯỞNG)|HỘI ĐỒNG|[UỦ][ỶYỲ] ?BAN"
)
"""The beginning of a signature: no title goes on with it."""
_FAR = 10
"""Lines between the heading of an annex and what it was passed with, or its first article."""
_LONGEST_INTRO = 40
"""Lines between the heading of an annex and its first article."""


class EnclosureKind(Enum):
    """The kind of an annex: an act of articles, a list or table, or a form to fill in."""

    ACT = auto()
    APPENDIX = auto()
    FORM = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of an annex: its kind, and its name as citations call it."""

    kind: EnclosureKind
    name: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The lines of one annex; `above` stand before its title, `intro` between title and articles.

    `heading` is None where nothing names it.
    """

    heading: Heading | None
    above: tuple[Line, ...]
    title: tuple[Line, ...]
    intro: tuple[Line, ...]
    body: tuple[Line, ...]


def begins_body(text: str, before: str) -> bool:
    """Return True if `text`, which follows `before`, begins the articles."""
    if _is_article(text) or division_label(text):
        return True
    return begins_articles(text) and (terminated(before) or before == before.upper())


def begins_annex(lines: Sequence[Line], place: int, *, behind: bool) -> bool:
    """Return True if an annex of a document begins at `place`.

    `behind` tells that the articles have ended; before, only what is said to have been passed with
    the document is an annex.
    """
    text = lines[place].text
    heading = heading_of(text)
    if behind and (_is_body(lines, place) or (heading and heading.kind is not EnclosureKind.ACT)):
        return True
    if _is_named_title(text):
        return _is_passed_with(lines, place) or (
            behind
            and text == text.upper()
            and any(
                _is_body(lines, below) for below in range(place + 1, min(place + _FAR, len(lines)))
            )
        )
    return behind and _is_unknown_title(lines, place)


def heading_of(text: str) -> Heading | None:
    """Return how `text` heads an annex, None where it is no heading: a mere mention is none."""
    for pattern, kind in ((_APPENDIX, EnclosureKind.APPENDIX), (_FORM, EnclosureKind.FORM)):
        match = pattern.match(text)
        if match and _may_head(match["rest"], text):
            name = match["kind"].capitalize()
            return Heading(kind, f"{name} {match['sign']}" if match["sign"] else name)
    match = _ENCLOSURE.match(text)
    return Heading(EnclosureKind.ACT, match["kind"].capitalize()) if match else None


def split_annexes(lines: Sequence[Line]) -> tuple[Enclosure, ...]:
    """Return the annexes that `lines`, all behind the document itself, are made of."""
    starts, end_of_head = [0], _end_of_head(lines, 0)
    first = _place_of_heading(lines)
    current = heading_of(lines[first].text) if first is not None else None
    for place in range(len(lines)):
        if place >= end_of_head and (heading := _next_heading(lines, place, current)):
            starts.append(place)
            current, end_of_head = heading, _end_of_head(lines, place)
    ends = [*starts[1:], len(lines)]
    return tuple(
        _parted(lines[start:end]) for start, end in zip(starts, ends, strict=True) if start < end
    )


def _next_heading(lines: Sequence[Line], place: int, current: Heading | None) -> Heading | None:
    """Return the heading at `place` of an annex other than that of the heading `current`."""
    text = lines[place].text
    heading = heading_of(text)
    if heading is None:
        return None
    if heading.kind is EnclosureKind.APPENDIX:
        return heading
    inside = current.kind if current else EnclosureKind.ACT
    if heading.kind is EnclosureKind.FORM:
        own = _OF_NUMBER.search(_passed_with(lines, place)) is not None
        return heading if own or inside is not EnclosureKind.APPENDIX else None
    numbered = inside is EnclosureKind.ACT or _OF_NUMBER.search(_passed_with(lines, place))
    return heading if _is_named_title(text) and numbered and _is_passed_with(lines, place) else None


def _parted(lines: Sequence[Line]) -> Enclosure:
    """Return one annex, its lines parted into what stands above, title, introduction, articles."""
    start = _place_of_heading(lines)
    heading = heading_of(lines[start].text) if start is not None else None
    begin = start or 0
    body = _place_of_body(lines, begin, heading)
    end = min(_end_of_title(lines, begin), body)
    return Enclosure(
        heading=heading,
        above=tuple(lines[:begin]),
        title=tuple(lines[begin:end]),
        intro=tuple(lines[end:body]),
        body=tuple(lines[body:]),
    )


def _place_of_body(lines: Sequence[Line], start: int, heading: Heading | None) -> int:
    """Return where the articles begin, the end of `lines` where there are none."""
    if heading and heading.kind is EnclosureKind.FORM:
        return len(lines)
    for place, line in enumerate(lines[start : start + _LONGEST_INTRO], start=start):
        if (
            heading
            and heading.kind is EnclosureKind.APPENDIX
            and _is_of_form(line.text, place > start)
        ):
            break
        if _is_body(lines, place):
            has_articles = any(
                _is_article(later.text) or begins_articles(later.text) for later in lines[place:]
            )
            return place if has_articles else len(lines)
    return len(lines)


def _is_of_form(text: str, inside: bool) -> bool:
    """Return True if what follows `text` is a form: its articles are those of somebody else."""
    heading = heading_of(text)
    in_form = inside and heading is not None and heading.kind is EnclosureKind.FORM
    return in_form or _STATE.match(text) is not None


def _end_of_title(lines: Sequence[Line], start: int) -> int:
    """Return where the title ends that begins at `start`."""
    for place in range(start, min(start + _FAR, len(lines))):
        if place > start and _PASSED_WITH.match(lines[place].text):
            return place
        if place > start and (_is_body(lines, place) or _ends_title(lines[place].text)):
            break
    end = start + 1
    # a title ends before the name of a state or an office
    while end < min(start + _FAR, len(lines)) and (
        _is_title(lines[end].text)
        and not _STATE.match(lines[end].text)
        and not _OFFICE.match(lines[end].text)
    ):
        end += 1
    return end


def _end_of_head(lines: Sequence[Line], start: int) -> int:
    """Return the place behind the title of the annex at `start`, and what it was passed with."""
    begin = _place_of_heading(lines[start : start + _FAR])
    end = _end_of_title(lines, start + (begin or 0))
    return end + 1 if end < len(lines) and _PASSED_WITH.match(lines[end].text) else end


def _place_of_heading(lines: Sequence[Line]) -> int | None:
    """Return where the title begins: at the name of a kind of annex, else at words in capitals."""
    places = range(min(_FAR, len(lines)))
    head = list(takewhile(lambda place: not _is_body(lines, place), places))
    named = (place for place in head if _is_named_title(lines[place].text))
    titled = (place for place in head if _is_unknown_title(lines, place))
    return next(chain(named, titled), None)


def _is_named_title(text: str) -> bool:
    heading = heading_of(text)
    act = heading is not None and heading.kind is EnclosureKind.ACT
    # a line that is nothing but the name of the kind heads an annex
    return heading is not None and (
        not act or text == text.upper() or _ENCLOSURE.fullmatch(text) is not None
    )


def _is_unknown_title(lines: Sequence[Line], place: int) -> bool:
    """Return True if a title in capitals is said to have been passed with something.

    No name of a person stands between: that of a signer would be another's.
    """
    text = lines[place].text
    if not _is_title(text) or _STATE.match(text) or _OFFICE.match(text):
        return False
    for following in range(place + 1, min(place + _FAR, len(lines))):
        if _PASSED_WITH.match(lines[following].text):
            return True
        if lines[following].text.istitle() or _is_body(lines, following):
            return False
    return False


def _is_passed_with(lines: Sequence[Line], place: int) -> bool:
    return bool(_passed_with(lines, place))


def _passed_with(lines: Sequence[Line], place: int) -> str:
    """Return the line that says with what the annex at `place` was passed, "" for none."""
    if _PASSED_WITH.search(lines[place].text):
        return lines[place].text
    for following in range(place + 1, min(place + _FAR, len(lines))):
        if _is_body(lines, following) or _ends_title(lines[following].text):
            return ""
        if _PASSED_WITH.match(lines[following].text):
            return lines[following].text
    return ""


def _may_head(rest: str, text: str) -> bool:
    """Return True if `rest` may follow the label of an annex in a heading."""
    words = rest.strip()
    if not words or words[0] == "(" or (words == words.upper() and any(map(str.isalpha, words))):
        return True
    passed = _PASSED_WITH.match(words) is not None and _OF_NUMBER.search(words) is not None
    titled = words[0] in ".:–-" and words.lstrip(".:–- ")[:1].isupper()
    return (passed or titled) and not text.endswith((";", ","))


def _is_title(text: str) -> bool:
    return text == text.upper() and any(map(str.isalpha, text)) and not terminated(text)


def _ends_title(text: str) -> bool:
    """Return True if no title goes on with `text`: a sentence, a row, the heading of another."""
    heading = heading_of(text)
    other = heading is not None and heading.kind is not EnclosureKind.ACT
    return other or (CELL_SEAM in text) or (terminated(text) and not _PASSED_WITH.match(text))


def _is_body(lines: Sequence[Line], place: int) -> bool:
    return begins_body(lines[place].text, lines[place - 1].text if place else "")


def _is_article(text: str) -> bool:
    label = label_of(text)
    return label is not None and label.level is LabelLevel.ARTICLE
