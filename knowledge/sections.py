"""The sections of a document: head, articles, closing sentence, recipients, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from knowledge.divisions import division_label
from knowledge.labels import Level, label_of
from knowledge.lines import Line, terminated

_RECIPIENTS = re.compile(r"Nơi nhận\s*(?::.*)?", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:Nghị quyết|Luật|Nghị định|Quyết định|Thông tư) này (?:đã )?được"
    r"(?:$|\s+(?:Hội đồng|Quốc hội|Chính phủ|thông qua))"
)
_OFFICE = re.compile(
    r"(?:TM\.|KT\.|Q\.|TL\.|QUYỀN |PHÓ )?\s*"
    r"(?:CHỦ TỊCH|CHỦ TỌA|CHỦ TOẠ|HỘI ĐỒNG NHÂN DÂN|CHÍNH PHỦ|THỦ TƯỚNG|BỘ TRƯỞNG|TỔNG THƯ KÝ)"
)


class _Section(Enum):
    HEAD = auto()
    BODY = auto()
    CLOSING = auto()
    RECIPIENTS = auto()
    SIGNATURE = auto()


@dataclass(frozen=True, slots=True)
class Sections:
    """The lines of a document by the section in which they stand, each in order."""

    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)
    recipients: list[Line] = field(default_factory=list)
    signature: list[Line] = field(default_factory=list)


def split_sections(lines: Sequence[Line]) -> Sections:
    """Return `lines` parted into sections; a line belongs to exactly one."""
    sections = Sections()
    now, before = _Section.HEAD, ""
    for line in lines:
        now = _next_section(now, before, line.text)
        getattr(sections, now.name.lower()).append(line)
        before = line.text
    return sections


def unplaced(sections: Sections) -> list[Line]:
    """Return the lines behind the end of a document that begin articles, as annexes have them."""
    behind = (*sections.recipients, *sections.signature)
    return [line for line in sorted(behind, key=lambda one: one.number) if _begins_body(line.text)]


def _begins_body(text: str) -> bool:
    first = label_of(text)
    return (first is not None and first.level is Level.ARTICLE) or division_label(text) is not None


def _next_section(now: _Section, before: str, text: str) -> _Section:
    """Return the section of the line `text`, which follows `before` in the section `now`."""
    if now is _Section.HEAD:
        return _Section.BODY if _begins_body(text) else now
    if _RECIPIENTS.fullmatch(text):
        return _Section.RECIPIENTS
    if now is _Section.BODY and _CLOSING.match(text) and terminated(before):
        return _Section.CLOSING
    if (
        _OFFICE.match(text)
        and text == text.upper()
        and (now is not _Section.BODY or terminated(before))
    ):
        return _Section.SIGNATURE
    return now
