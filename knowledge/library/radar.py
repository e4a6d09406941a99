"""The changes around the documents of a library that its keepers should look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from knowledge.language.text import fold
from knowledge.law.dates import find_date
from knowledge.law.findings import Finding, FindingKind, Severity
from knowledge.law.resolution import Resolution
from knowledge.library.joining import file_by_file
from knowledge.library.source_notes import SourceNotes
from knowledge.parsing.lint import FACT_OF
from knowledge.validity.standing import Standing, first_day
from knowledge.validity.validity import StateChange, Validity, validity_by_id

_SOON = timedelta(days=60)
"""Days ahead in which a beginning or an end is worth a look."""
_LACKS = {
    FindingKind.MISSING_NUMBER: "number",
    FindingKind.MISSING_ISSUER: "issuer",
    FindingKind.MISSING_DAY: "issued_on",
    FindingKind.MISSING_EFFECT: "in_force_since",
    FindingKind.UNDATED_EFFECT: "in_force_since",
}
"""The facts of a document whose lack is a serious fault, by that fault."""


class Concern(StrEnum):
    """The reason why a document deserves a look; the words are in `prompts/templates/radar`."""

    BASIS_CHANGED = "basis-changed"
    """Another document of the library changes a legal basis of it."""
    BEGINS_SOON = "begins-soon"
    ENDS_SOON = "ends-soon"
    PARTS_CHANGED = "parts-changed"
    """Another document of the library amends or repeals provisions of it."""
    FACT_MISSING = "fact-missing"
    """Neither the copy nor a person says its number, a date, or the province of its commune."""
    SERIOUS_FAULT = "serious-fault"


@dataclass(frozen=True, slots=True)
class Notice:
    """A concern about `resolution`.

    `basis` is changed by `changed_by`. A document begins on `first_day`, or ends after `last_day`,
    by `changed_by` if another one ends it. `changes` are those of its provisions. `missing` names a
    fact as the file of corrections does; `finding` is the serious fault.
    """

    resolution: Resolution
    concern: Concern
    basis: Resolution | None = None
    changed_by: Resolution | None = None
    first_day: date | None = None
    last_day: date | None = None
    changes: tuple[StateChange, ...] = ()
    missing: str = ""
    finding: Finding | None = None


def watch(
    library: Sequence[Resolution], day: date, notes: Mapping[str, SourceNotes]
) -> tuple[Notice, ...]:
    """Return what deserves a look on `day` in `library`, as `read_library` gives it, by document.

    `notes` tells by id what is known about the copies; of one that is not there, nothing is.
    """
    states = validity_by_id(library, day)
    changes = _changed(states.values())
    return tuple(
        notice
        for document in library
        for notice in (
            *_changed_bases(document, changes),
            *_concerns_of(states[document.id]),
            *_faults_of(document, notes.get(document.id, SourceNotes())),
            *_faults_of_annexes(document, notes),
        )
    )


def _changed(states: Iterable[Validity]) -> list[tuple[Resolution, Resolution]]:
    """Return which document is changed by which other, each pair once."""
    pairs: list[tuple[Resolution, Resolution]] = []
    for validity in states:
        changing = [change.by for change in validity.changes]
        changing += [validity.end.by] if validity.end else []
        by_id = {document.id: document for document in changing}
        pairs += [(validity.resolution, by) for by in by_id.values()]
    return pairs


def _changed_bases(
    resolution: Resolution, changes: Sequence[tuple[Resolution, Resolution]]
) -> Iterator[Notice]:
    """Yield the bases of `resolution` that were changed after it was issued."""
    bases = [part for bases in resolution.head.legal_bases for part in bases.split(";")]
    issued = _issued(resolution)
    for basis, by in changes:
        changed = _issued(by)
        was_known = changed is not None and issued is not None and changed <= issued
        if by.id != resolution.id and not was_known and any(_names(part, basis) for part in bases):
            yield Notice(resolution, Concern.BASIS_CHANGED, basis=basis, changed_by=by)


def _names(words: str, basis: Resolution) -> bool:
    """Return True if a legal basis names the document by its number, or by kind, title and day."""
    number = basis.head.number
    if number and re.search(rf"(?<![\d/]){re.escape(number)}(?![\w/-])", words):
        return True
    called = fold(f"{basis.head.kind} {basis.head.title}".strip())
    day = find_date(words)
    return (
        bool(basis.head.title) and day == basis.head.issued_on is not None and called in fold(words)
    )


def _issued(resolution: Resolution) -> date | None:
    return resolution.head.issued_on or resolution.effect.passed_on or resolution.effect.since


def _concerns_of(validity: Validity) -> Iterator[Notice]:
    """Yield the days near at which the document begins or ends, and the changes of its parts."""
    first, last = first_day(validity.resolution), validity.resolution.effect.until
    if first is not None and validity.day < first <= validity.day + _SOON:
        yield Notice(validity.resolution, Concern.BEGINS_SOON, first_day=first)
    if last is not None and validity.day <= last <= validity.day + _SOON:
        by = validity.end.by if validity.end else None
        yield Notice(validity.resolution, Concern.ENDS_SOON, changed_by=by, last_day=last)
    if validity.changes and validity.standing is not Standing.EXPIRED:
        yield Notice(validity.resolution, Concern.PARTS_CHANGED, changes=validity.changes)


def _faults_of_annexes(
    resolution: Resolution, notes: Mapping[str, SourceNotes]
) -> Iterator[Notice]:
    """Yield the faults of annexes in files of their own; facts they have from the document."""
    for annex in file_by_file((resolution,)):
        findings = () if annex.id == resolution.id else notes.get(annex.id, SourceNotes()).findings
        for finding in findings:
            if finding.severity is Severity.ERROR and finding.fault not in FACT_OF:
                yield Notice(annex, Concern.SERIOUS_FAULT, finding=finding)


def _faults_of(resolution: Resolution, notes: SourceNotes) -> Iterator[Notice]:
    territory = resolution.territory
    if territory.commune and territory.province is None and "province" not in notes.reasons:
        yield Notice(resolution, Concern.FACT_MISSING, missing="province")
    for finding in notes.findings:
        if finding.severity is not Severity.ERROR or finding.fault is FindingKind.MISSING_PROVINCE:
            continue
        if finding.fault in _LACKS:
            yield Notice(resolution, Concern.FACT_MISSING, missing=_LACKS[finding.fault])
        else:
            yield Notice(resolution, Concern.SERIOUS_FAULT, finding=finding)
