"""The notes of a text: their marks among the words, and their own words at the foot or the end.

A note tells what amended a unit. Neither its mark ("15[2] ngày", "15² ngày") nor its text is a word
of the provision: both are taken out before units are read.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.law.findings import Finding, FindingKind
from knowledge.law.labels.lines import Line
from knowledge.law.labels.note_marks import Beginning, beginning_of, marks_in, without_marks
from knowledge.law.labels.quotations import depth_after
from knowledge.law.resolution import Note, Provision

_SENTENCE_END = re.compile(r"[.!?…][”\"')\]]*$")
_END_OF_TEXT = re.compile(r"Nơi nhận|XÁC THỰC VĂN BẢN HỢP NHẤT|.{0,2000}\./\.", re.IGNORECASE)
"""The end of the text: only notes, annexes and signatures follow."""
_AMENDING = re.compile(
    r"được (?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính)|hết hiệu lực|căn cứ ban hành",
    re.IGNORECASE,
)
"""Words that tell a note whose sign is a mere number from an ordinary paragraph."""
_LONGEST = 400
"""Lines that one note may have: the wording that it quotes can be whole articles."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A text without its notes; `marks` tells by line which signs stood there."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    marks: Mapping[int, tuple[str, ...]]

    def placed(self, units: Sequence[Provision]) -> tuple[Note, ...]:
        """Return the notes with the addresses of those of `units` that bear their marks.

        If pages count their notes anew, the marks of a sign lead to its notes in turn.
        """
        bearers = self._bearers(units)
        often = Counter(note.sign for note in self.notes)
        counts: Counter[str] = Counter()
        placed: list[Note] = []
        for note in self.notes:
            own = bearers[note.sign]
            if often[note.sign] > 1:
                own = own[counts[note.sign] : counts[note.sign] + 1]
            counts[note.sign] += 1
            placed.append(replace(note, addresses=tuple(dict.fromkeys(u.address for u in own))))
        return tuple(placed)

    def findings(self) -> Iterator[Finding]:
        """Yield how many notes there are, and each mark that leads to none."""
        if self.notes:
            first = self.notes[0]
            yield Finding(
                FindingKind.NOTES, first.first_line, first.text[:60], str(len(self.notes))
            )
        known = {note.sign for note in self.notes}
        for number, signs in self.marks.items():
            for sign in signs:
                if sign not in known:
                    yield Finding(FindingKind.MARK_WITHOUT_NOTE, number, f"[{sign}]")

    def _bearers(self, units: Sequence[Provision]) -> Mapping[str, list[Provision]]:
        """Return by sign the unit of each of its marks, in the text's order."""
        bearers: defaultdict[str, list[Provision]] = defaultdict(list)
        unit_of = {
            number: unit
            for unit in units
            for number in range(unit.first_line, unit.last_line + 1)
            if number in self.marks
        }
        for number, unit in sorted(unit_of.items()):
            for sign in self.marks[number]:
                bearers[sign].append(unit)
        return bearers


def take_notes(lines: Sequence[Line]) -> Noted:
    """Return `lines` with the notes, and the marks that lead to them, taken out."""
    starts = _starts(lines)
    text: list[Line] = []
    notes: list[Note] = []
    place = 0
    for start, limit in pairwise([*starts, len(lines)]):
        text.extend(lines[place:start])
        beginning, is_behind = starts[start]
        place = _end_of_note(lines[start : min(limit, start + _LONGEST)], is_behind) + start
        own = lines[start:place]
        words = "\n".join([beginning.rest, *(line.text for line in own[1:])])
        notes.append(Note(beginning.sign, words, own[0].number, own[-1].number))
    bare, marks = _bare([*text, *lines[place:]])
    return Noted(bare, tuple(notes), marks)


def _starts(lines: Sequence[Line]) -> dict[int, tuple[Beginning, bool]]:
    """Return where notes begin, with their signs, and whether only notes can follow there."""
    marked = {mark.sign for line in lines for mark in marks_in(line.text) if mark.start}
    starts: dict[int, tuple[Beginning, bool]] = {}
    is_behind = False
    for place, line in enumerate(lines):
        is_behind = is_behind or _END_OF_TEXT.match(line.text) is not None
        beginning = beginning_of(line.text, bare=_AMENDING.search(line.text) is not None)
        if beginning and (beginning.sign in marked or (is_behind and line.text[0] == "[")):
            starts[place] = beginning, is_behind
    return starts


def _end_of_note(lines: Sequence[Line], is_behind: bool) -> int:
    """Return how many of `lines`, which end where the next note begins, are of the first note.

    Among the words of a page a note ends with its sentence, and with the wording that it quotes;
    behind the text it goes on up to a heading.
    """
    ends = _sentence_ends(lines)
    if not is_behind:
        return next(ends, 1)
    for end in ends:
        following = lines[end].text if end < len(lines) else None
        if following is None or (
            following == following.upper() and any(map(str.isalpha, following))
        ):
            return end  # behind it comes nothing, or a heading, which is in capitals
    return len(lines)


def _sentence_ends(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places behind the lines that end a sentence outside any quoted wording."""
    depth = 0
    for end, line in enumerate(lines, start=1):
        depth = max(0, depth_after(line.text, depth))
        if depth == 0 and _SENTENCE_END.search(line.text):
            yield end


def _bare(lines: Sequence[Line]) -> tuple[tuple[Line, ...], dict[int, tuple[str, ...]]]:
    """Return `lines` without marks, and the signs that stood in them by line."""
    marks: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    bare: list[Line] = []
    for line in lines:
        signs = marks_in(line.text)
        text = without_marks(line.text, signs) if signs else line.text
        if signs:
            marks[line.number] += tuple(mark.sign for mark in signs)
        if text:
            bare.append(replace(line, text=text))
    return tuple(bare), dict(marks)
