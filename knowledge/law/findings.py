"""The faults in the source of a document, as the parser and the checks of `lint` meet them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """The weight of a fault for the reader of an answer."""

    INFO = "info"
    """A trace of the copying, mended without loss."""
    WARNING = "warning"
    """Mended on a guess that a person should confirm, or a fault that stays visible."""
    ERROR = "error"
    """Something that the text needs is missing or broken."""


class FindingKind(StrEnum):
    """The kinds of faults; the words that describe them are in `prompts/templates/lint`."""

    MARKDOWN = "markdown"
    HEADING_MARK = "heading-mark"
    TABLE_MARKS = "table-marks"
    WRAPPED_LINES = "wrapped-lines"
    SPLIT_TITLE = "split-title"
    PAGE_BREAK = "page-break"
    SPACING = "spacing"
    POINT_TWIN = "point-twin"
    MISREAD_LABEL = "misread-label"
    WRONG_LETTERS = "wrong-letters"
    OTHER_FORM = "other-form"
    UNREAD_LABEL = "unread-label"
    NUMBERING_GAP = "numbering-gap"
    NUMBERING_REPEAT = "numbering-repeat"
    EMPTY_ARTICLE = "empty-article"
    FOREIGN_CHARACTERS = "foreign-characters"
    BROKEN_WORD = "broken-word"
    TRAILING_DEBRIS = "trailing-debris"
    DRAWN_MARKS = "drawn-marks"
    MISSING_NUMBER = "missing-number"
    MISSING_ISSUER = "missing-issuer"
    MISSING_PROVINCE = "missing-province"
    PROVINCE_READ = "province-read"
    PROVINCE_BY_NAME = "province-by-name"
    UNKNOWN_PLACE = "unknown-place"
    OTHER_FIELD = "other-field"
    MISSING_DAY = "missing-day"
    MISSING_EFFECT = "missing-effect"
    UNDATED_EFFECT = "undated-effect"
    MISSING_SIGNER = "missing-signer"
    NO_ARTICLES = "no-articles"
    UNPLACED = "unplaced"
    ANNEX = "annex"
    NOTES = "notes"
    MARK_WITHOUT_NOTE = "mark-without-note"
    NUMBERED_ROWS = "numbered-rows"
    CONVERTED = "converted"
    LEFT_OUT = "left-out"
    RECOGNISED = "recognised"
    NO_UNICODE = "no-unicode"
    ACTIVE_CONTENT = "active-content"


SEVERITIES: dict[FindingKind, Severity] = {
    FindingKind.MARKDOWN: Severity.INFO,
    FindingKind.HEADING_MARK: Severity.INFO,
    FindingKind.TABLE_MARKS: Severity.INFO,
    FindingKind.WRAPPED_LINES: Severity.INFO,
    FindingKind.SPLIT_TITLE: Severity.INFO,
    FindingKind.PAGE_BREAK: Severity.INFO,
    FindingKind.SPACING: Severity.INFO,
    FindingKind.POINT_TWIN: Severity.WARNING,
    FindingKind.MISREAD_LABEL: Severity.WARNING,
    FindingKind.WRONG_LETTERS: Severity.INFO,
    FindingKind.OTHER_FORM: Severity.WARNING,
    FindingKind.UNREAD_LABEL: Severity.ERROR,
    FindingKind.NUMBERING_GAP: Severity.ERROR,
    FindingKind.NUMBERING_REPEAT: Severity.ERROR,
    FindingKind.EMPTY_ARTICLE: Severity.ERROR,
    FindingKind.FOREIGN_CHARACTERS: Severity.ERROR,
    FindingKind.BROKEN_WORD: Severity.WARNING,
    FindingKind.TRAILING_DEBRIS: Severity.INFO,
    FindingKind.DRAWN_MARKS: Severity.INFO,
    FindingKind.MISSING_NUMBER: Severity.ERROR,
    FindingKind.MISSING_ISSUER: Severity.ERROR,
    FindingKind.MISSING_PROVINCE: Severity.ERROR,
    FindingKind.PROVINCE_READ: Severity.INFO,
    FindingKind.PROVINCE_BY_NAME: Severity.WARNING,
    FindingKind.UNKNOWN_PLACE: Severity.WARNING,
    FindingKind.OTHER_FIELD: Severity.WARNING,
    FindingKind.MISSING_DAY: Severity.ERROR,
    FindingKind.MISSING_EFFECT: Severity.ERROR,
    FindingKind.UNDATED_EFFECT: Severity.ERROR,
    FindingKind.MISSING_SIGNER: Severity.WARNING,
    FindingKind.NO_ARTICLES: Severity.ERROR,
    FindingKind.UNPLACED: Severity.ERROR,
    FindingKind.ANNEX: Severity.ERROR,
    FindingKind.NOTES: Severity.INFO,
    FindingKind.MARK_WITHOUT_NOTE: Severity.WARNING,
    FindingKind.NUMBERED_ROWS: Severity.INFO,
    FindingKind.CONVERTED: Severity.INFO,
    FindingKind.LEFT_OUT: Severity.INFO,
    FindingKind.RECOGNISED: Severity.WARNING,
    FindingKind.NO_UNICODE: Severity.ERROR,
    FindingKind.ACTIVE_CONTENT: Severity.WARNING,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of a source.

    `line` counts from 1 in the source file. `excerpt` is the source's own words (or mark), and
    `detail` what was made of it or what was expected instead, "" where there is nothing to say.
    `answered` holds the reason that a person gave in the corrections file, if any.
    """

    fault: FindingKind
    line: int
    excerpt: str = ""
    detail: str = ""
    answered: str = ""

    @property
    def severity(self) -> Severity:
        """Return how much the fault matters; one that a person has answered matters less."""
        return Severity.INFO if self.answered else SEVERITIES[self.fault]


def summarised(findings: Iterable[Finding], faults: frozenset[FindingKind]) -> list[Finding]:
    """Return `findings` with only the first of each of `faults`, their number as its `detail`."""
    listed = list(findings)
    counts = Counter(finding.fault for finding in listed)
    seen: set[FindingKind] = set()
    kept: list[Finding] = []
    for finding in listed:
        if finding.fault not in faults:
            kept.append(finding)
        elif finding.fault not in seen:
            kept.append(replace(finding, detail=str(counts[finding.fault])))
            seen.add(finding.fault)
    return kept
