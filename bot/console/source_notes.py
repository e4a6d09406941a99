"""What is known about the copies of documents: their faults, and what people said about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from knowledge.corrections import corrections_path, read_corrections
from knowledge.findings import Finding, Severity
from knowledge.intake.shelves import Shelves
from knowledge.lint import lint

_Stamp = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class SourceNotes:
    """The faults of a copy by line, and the reasons given for corrections, by fact."""

    findings: tuple[Finding, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """Return the number of faults of each severity that there is, the worst first."""
        counted = Counter(finding.severity for finding in self.findings)
        return {one: counted[one] for one in reversed(Severity) if counted[one]}


def notes_of(shelves: Shelves, resolution: str) -> SourceNotes:
    """Return the notes on a document; none if its source is there no more."""
    source = shelves.source(resolution)
    return _read(source, _stamp(source)) if source else SourceNotes()


def read_all(shelves: Shelves) -> None:
    """Read the notes on all documents, so that no page has to wait for that."""
    for source in shelves.sources().values():
        _read(source, _stamp(source))


@lru_cache(maxsize=1024)
def _read(source: Path, stamp: _Stamp) -> SourceNotes:  # noqa: ARG001 - a changed file is another
    return SourceNotes(lint(source), read_corrections(source).reasons)


def _stamp(source: Path) -> _Stamp:
    files = (source, corrections_path(source))
    return tuple(file.stat().st_mtime_ns if file.exists() else None for file in files)
