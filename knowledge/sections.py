"""The sections of a document: head, articles, closing sentence, recipients, signature, annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

from knowledge.closings import begins_closing, parted
from knowledge.divisions import division_label
from knowledge.label_forms import begins_articles
from knowledge.labels import Level, label_of
from knowledge.lines import Line, terminated

_RECIPIENTS = re.compile(r"Nơi nhận\s*(?::.*)?", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:TM\.|KT\.|Q\.|TL\.|QUYỀN |PHÓ )?\s{0,9}"
    r"(?:CHỦ TỊCH|CHỦ TỌA|CHỦ TOẠ|HỘI ĐỒNG NHÂN DÂN|[UỦ][ỶYỲ] ?BAN NHÂN DÂN|CHÍNH PHỦ"
    r"|THỦ TƯỚNG|BỘ TRƯỞNG|TỔNG THƯ KÝ)"
)
_APPENDIX = re.compile(r"(?:PHỤ LỤC|BIỂU MẪU|MẪU SỐ)\b")
_ENCLOSURE = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|QUY TRÌNH|QUY ƯỚC|HƯƠNG ƯỚC|NỘI QUY|ĐIỀU LỆ|ĐỀ ÁN|CHƯƠNG TRÌNH|KẾ HOẠCH"
    r"|DANH MỤC|PHỤ LỤC|BIỂU MẪU|MẪU SỐ)\b"
)
"""How annexes are headed, in capitals; the words may also stand in the title of an office."""
_PASSED_WITH = re.compile(r"\(?\s{0,9}(?:ban hành )?kèm theo ", re.IGNORECASE)
_HEAD_OF_ANNEX = 10
"""Lines between the heading of an annex and what it was passed with, or its first article."""
_SIGNER = re.compile(r"(?:TM|KT|Q|TL)\.|(?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|CHỦ TỌA|CHỦ TOẠ|BỘ TRƯỞNG)")


_LOOK_AHEAD = 8
_MOST_FOLLOWING = 200


class _Section(Enum):
    HEAD = auto()
    BODY = auto()
    CLOSING = auto()
    RECIPIENTS = auto()
    SIGNATURE = auto()


_BEHIND = frozenset({_Section.CLOSING, _Section.RECIPIENTS, _Section.SIGNATURE})
"""The sections behind the articles: where articles begin anew, there is an annex."""


@dataclass(frozen=True, slots=True)
class Sections:
    """The lines of a document by the section in which they stand, each in order.

    `annex` is all that a document was passed with: its articles are not those of the document.
    """

    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)
    recipients: list[Line] = field(default_factory=list)
    signature: list[Line] = field(default_factory=list)
    annex: list[Line] = field(default_factory=list)


def split_sections(lines: Sequence[Line]) -> Sections:
    """Return `lines` parted into sections; a line belongs to exactly one."""
    sections = Sections()
    now, before = _Section.HEAD, ""
    lines = [*parted(lines)]
    for place, line in enumerate(lines):
        if _begins_annex(lines[place : place + _HEAD_OF_ANNEX], now, before):
            sections.annex.extend([*_cut_head_of_annex(sections.signature), *lines[place:]])
            break
        ends = now is _Section.BODY and begins_closing(lines[place : place + _LOOK_AHEAD], before)
        ends = ends and not _goes_on(lines[place : place + _MOST_FOLLOWING])
        now = _Section.CLOSING if ends else _next_section(now, before, line.text)
        getattr(sections, now.name.lower()).append(line)
        before = line.text
    return sections


def _begins_annex(lines: Sequence[Line], now: _Section, before: str) -> bool:
    """Return True if an annex begins with the first of `lines`, in `now` behind `before`."""
    text = lines[0].text
    if now in _BEHIND and (_begins_body(text, before) or _APPENDIX.match(text)):
        return True
    if now is _Section.HEAD or not _ENCLOSURE.match(text) or text != text.upper():
        return False
    for above, line in pairwise(lines):
        if _begins_body(line.text, above.text):
            return now in _BEHIND
        if _PASSED_WITH.match(line.text):
            return True
    return False


def heading_of(annex: Sequence[Line]) -> str:
    """Return the line that names the annex, its first where none does; "" for no annex."""
    named = (line.text for line in annex if _ENCLOSURE.match(line.text))
    return next(named, annex[0].text if annex else "")


def _cut_head_of_annex(signature: list[Line]) -> list[Line]:
    """Cut off what follows the signer: the names of state and office that head an annex."""
    signed = [
        place
        for place, line in enumerate(signature, start=1)
        if line.text.istitle() or _SIGNER.match(line.text)
    ]
    end = signed[-1] if signed else len(signature)
    head = signature[end:]
    del signature[end:]
    return head


def _begins_body(text: str, before: str) -> bool:
    """Return True if `text`, which follows `before`, begins the articles."""
    first = label_of(text)
    if (first and first.level is Level.ARTICLE) or division_label(text):
        return True
    return begins_articles(text) and (terminated(before) or before == before.upper())


def _goes_on(following: Sequence[Line]) -> bool:
    """Return True if articles go on before anybody signs: the first line was no closing then."""
    for above, line in pairwise(following):
        text = line.text
        if _RECIPIENTS.fullmatch(text) or (_OFFICE.match(text) and text == text.upper()):
            return False
        if _begins_body(text, above.text):
            return True
    return False


def _next_section(now: _Section, before: str, text: str) -> _Section:
    """Return the section of the line `text`, which follows `before` in the section `now`."""
    if now is _Section.HEAD:
        return _Section.BODY if _begins_body(text, before) else now
    if _RECIPIENTS.fullmatch(text):
        return _Section.RECIPIENTS
    if (
        _OFFICE.match(text)
        and text == text.upper()
        and (now is not _Section.BODY or terminated(before))
    ):
        return _Section.SIGNATURE
    return now
