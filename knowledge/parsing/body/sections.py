"""The sections of a document: head, articles, closing sentence, recipients, signature, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from knowledge.law.labels.lines import Line, terminated
from knowledge.parsing.body.closings import begins_closing, parted
from knowledge.parsing.body.enclosures import begins_annex, begins_body

_RECIPIENTS = re.compile(r"Nơi nhận\s*(?::.*)?", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:TM\.|KT\.|Q\.|TL\.|QUYỀN |PHÓ )?\s{0,9}"
    r"(?:CHỦ TỊCH|CHỦ TỌA|CHỦ TOẠ|HỘI ĐỒNG NHÂN DÂN|[UỦ][ỶYỲ] ?BAN NHÂN DÂN|CHÍNH PHỦ"
    r"|THỦ TƯỚNG|BỘ TRƯỞNG|TỔNG THƯ KÝ)"
)
"""The office that signs, with the mark of whoever stands in for it (TM., KT., Q., TL.)."""
_SIGNER = re.compile(r"(?:TM|KT|Q|TL)\.|(?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|CHỦ TỌA|CHỦ TOẠ|BỘ TRƯỞNG)")
_LOOK_AHEAD = 8
"""Lines in which a closing sentence that is wrapped comes to its day."""
_MOST_FOLLOWING = 200
"""Lines looked through for further articles: a closing sentence before them is none."""


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
        if now is not _Section.HEAD and begins_annex(lines, place, behind=now in _BEHIND):
            sections.annex.extend([*_cut_head_of_annex(sections.signature), *lines[place:]])
            break
        ends = now is _Section.BODY and begins_closing(lines[place : place + _LOOK_AHEAD], before)
        ends = ends and not _goes_on(lines[place : place + _MOST_FOLLOWING])
        now = _Section.CLOSING if ends else _next_section(now, before, line.text)
        getattr(sections, now.name.lower()).append(line)
        before = line.text
    return sections


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


def _goes_on(following: Sequence[Line]) -> bool:
    """Return True if articles go on before anybody signs: the first line was no closing then."""
    for place in range(1, len(following)):
        above, text = following[place - 1].text, following[place].text
        if _RECIPIENTS.fullmatch(text) or _is_office(text):
            return False
        if begins_annex(following, place, behind=False):
            return False
        if begins_body(text, above):
            return True
    return False


def _next_section(now: _Section, before: str, text: str) -> _Section:
    """Return the section of the line `text`, which follows `before` in the section `now`."""
    if now is _Section.HEAD:
        return _Section.BODY if begins_body(text, before) else now
    if _RECIPIENTS.fullmatch(text):
        return _Section.RECIPIENTS
    if _is_office(text) and (now is not _Section.BODY or terminated(before)):
        return _Section.SIGNATURE
    return now


def begins_ending(before: str, text: str) -> bool:
    """Return True if recipients or a signature begin with `text`, behind articles."""
    office = _is_office(text) and terminated(before)
    return office or _RECIPIENTS.fullmatch(text) is not None


def split_ending(lines: Iterable[Line]) -> tuple[list[Line], list[Line]]:
    """Return the recipients and the signature in `lines`, which begin with either."""
    parts: dict[_Section, list[Line]] = {_Section.RECIPIENTS: [], _Section.SIGNATURE: []}
    now = _Section.SIGNATURE
    for line in lines:
        now = _next_section(now, "", line.text)
        parts[now].append(line)
    return parts[_Section.RECIPIENTS], parts[_Section.SIGNATURE]


def _is_office(text: str) -> bool:
    return _OFFICE.match(text) is not None and text == text.upper()
