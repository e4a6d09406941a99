"""The headings above articles: Phần, Chương, Mục, Tiểu mục."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.law.labels.lines import Line, terminated
from knowledge.law.resolution import Address, Division
from knowledge.law.signs import NUMBER_WORDS

_ORDINAL = r"(?:thứ\s+)?(?:" + "|".join(NUMBER_WORDS) + ")"
_LONGEST_TITLE = 4
"""Lines."""
_NUMBER = r"(?:[IVXLC]+|\d{1,2})"
"""A Roman or an Arabic number."""
_KINDS = tuple(
    re.compile(rf"(?P<label>{name})(?:$|\s*[.:]\s*|\s+(?=[^\W\d_a-zà-ỹ]))(?P<rest>.*)")
    for name in (
        rf"(?i:Phần\s+{_ORDINAL})|(?i:Phần)\s+{_NUMBER}",
        rf"(?i:Chương)\s+{_NUMBER}",
        rf"(?i:Mục)\s+{_NUMBER}",
        rf"(?i:Tiểu\s+mục)\s+{_NUMBER}",
    )
)
"""The forms of labels, outermost first; what follows a label on its line is a title."""


@dataclass(frozen=True, slots=True)
class DivisionLabel:
    """A label of a division at the start of a line: as written, its depth, the words after it."""

    label: str
    depth: int
    rest: str


@dataclass(slots=True)
class DivisionDraft:
    """A division that is still being read, and the article that follows it."""

    label: DivisionLabel
    line: Line
    lines: list[Line] = field(default_factory=list)
    before: Address | None = None

    def takes(self, line: Line) -> bool:
        """Return True if `line` may be of the title, which is no sentence and not long."""
        return len(self.lines) < _LONGEST_TITLE and not terminated(line.text)

    def division(self) -> Division:
        """Return what was read."""
        titles = [self.label.rest, *(line.text for line in self.lines)]
        return Division(
            label=self.label.label,
            heading=" ".join(title for title in titles if title),
            depth=self.label.depth,
            before=self.before.article if self.before else None,
            first_line=self.line.number,
            last_line=(self.lines or [self.line])[-1].number,
            annex=self.before.annex if self.before else None,
        )


def division_label(text: str) -> DivisionLabel | None:
    """Return the label of a division that `text` starts with, or None.

    A reference in a sentence ("Chương II của Luật này") is none: a title is written in capitals or
    parted by a mark.
    """
    for depth, kind in enumerate(_KINDS):
        match = kind.fullmatch(text)
        if match and _may_be_title(match):
            return DivisionLabel(match["label"], depth, match["rest"])
    return None


def _may_be_title(match: re.Match[str]) -> bool:
    rest = match["rest"]
    if not rest or not rest[0].isalpha():
        return not rest
    marked = match.string[match.end("label") :].lstrip()[:1] in {".", ":"}
    return rest == rest.upper() or (marked and rest[0].isupper())


def drafted(drafts: Sequence[DivisionDraft]) -> tuple[Division, ...]:
    """Return the divisions that `drafts` have become."""
    return tuple(draft.division() for draft in drafts)
