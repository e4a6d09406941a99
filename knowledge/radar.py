"""What the keepers of a library should look at: what has changed around its documents, or will."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from knowledge.amendments import find_amendments
from knowledge.corrections import read_corrections
from knowledge.dates import find_date
from knowledge.findings import Fault, Finding, Severity
from knowledge.library import find_source, read_library
from knowledge.lint import lint
from knowledge.resolution import Resolution
from knowledge.text import fold

_SOON = timedelta(days=60)
_LACKS = {
    Fault.MISSING_NUMBER: "number",
    Fault.MISSING_DAY: "issued_on",
    Fault.MISSING_EFFECT: "in_force_since",
}
"""The facts of a document whose lack is a serious fault, by that fault."""


class Concern(StrEnum):
    """Why a document deserves a look; the words are in `prompts/templates/radar`."""

    BASIS_CHANGED = "basis-changed"
    """Another document of the library changes a legal basis of it."""
    ENDS_SOON = "ends-soon"
    FACT_MISSING = "fact-missing"
    """Neither the copy nor a person says its number, a date, or the province of its commune."""
    SERIOUS_FAULT = "serious-fault"


@dataclass(frozen=True, slots=True)
class Notice:
    """One concern about `resolution`.

    `basis` is changed by `changed_by`; `last_day` is that of a document that ends soon; `missing`
    names a fact as the file of corrections does; `finding` is the serious fault.
    """

    resolution: Resolution
    concern: Concern
    basis: Resolution | None = None
    changed_by: Resolution | None = None
    last_day: date | None = None
    missing: str = ""
    finding: Finding | None = None


def watch(folder: Path, day: date, added: Path | None = None) -> tuple[Notice, ...]:
    """Return what deserves a look on `day` among the sources in `folder` and `added`, by document.

    Raises:
        LibraryUnreadable: the folder is unusable, or a file in it holds no article.
        UnreadableSource: a file cannot be read as a document.
        BadCorrections: a file of corrections is not well formed.
    """
    library = read_library(folder, added)
    changes = _changes(library)
    return tuple(
        notice
        for one in library
        for notice in (
            *_changed_bases(one, changes),
            *_ending(one, day),
            *_faults_of(one, find_source(folder, one.id, added)),
        )
    )


def _changes(library: Sequence[Resolution]) -> list[tuple[Resolution, Resolution]]:
    """Return which document of `library` is changed by which other, each pair once."""
    return [
        (changed, by)
        for by in library
        for changed in library
        if changed.id != by.id
        and any(amendment.address_in([changed]) for amendment in find_amendments(by))
    ]


def _changed_bases(
    resolution: Resolution, changes: Sequence[tuple[Resolution, Resolution]]
) -> Iterator[Notice]:
    """Yield the bases of `resolution` that were changed after it was issued."""
    for basis, by in changes:
        if by.id != resolution.id and _rests_on(resolution, basis) and not _older(by, resolution):
            yield Notice(resolution, Concern.BASIS_CHANGED, basis=basis, changed_by=by)


def _rests_on(resolution: Resolution, basis: Resolution) -> bool:
    return any(
        _names(part, basis) for told in resolution.head.legal_bases for part in told.split(";")
    )


def _names(told: str, basis: Resolution) -> bool:
    """Return True if a legal basis names the document by its number, or by kind, title and day."""
    number = basis.head.number
    if number and re.search(rf"(?<![\d/]){re.escape(number)}(?![\w/-])", told):
        return True
    called = fold(f"{basis.head.kind} {basis.head.title}".strip())
    day = find_date(told)
    return (
        bool(basis.head.title) and day == basis.head.issued_on is not None and called in fold(told)
    )


def _older(one: Resolution, other: Resolution) -> bool:
    """Return True if `one` was surely there when `other` was issued."""
    mine, its = _issued(one), _issued(other)
    return mine is not None and its is not None and mine <= its


def _issued(resolution: Resolution) -> date | None:
    return resolution.head.issued_on or resolution.effect.passed_on or resolution.effect.since


def _ending(resolution: Resolution, day: date) -> Iterator[Notice]:
    last = resolution.effect.until
    if last is not None and day <= last <= day + _SOON:
        yield Notice(resolution, Concern.ENDS_SOON, last_day=last)


def _faults_of(resolution: Resolution, source: Path) -> Iterator[Notice]:
    territory = resolution.territory
    answered = "province" in read_corrections(source).reasons
    if territory.commune and territory.province is None and not answered:
        yield Notice(resolution, Concern.FACT_MISSING, missing="province")
    for finding in lint(source):
        if finding.severity is not Severity.ERROR:
            continue
        if finding.fault in _LACKS:
            yield Notice(resolution, Concern.FACT_MISSING, missing=_LACKS[finding.fault])
        else:
            yield Notice(resolution, Concern.SERIOUS_FAULT, finding=finding)
