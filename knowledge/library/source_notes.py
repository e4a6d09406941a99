"""The facts about the copy of a document: its faults, and the statements of people about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.law.findings import Finding, Severity
from knowledge.parsing.corrections import read_corrections
from knowledge.parsing.lint import lint


@dataclass(frozen=True, slots=True)
class SourceNotes:
    """The faults of a copy by line, and the reasons given for corrections, by fact."""

    findings: tuple[Finding, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """Return the number of faults of each severity that there is, the worst first."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in reversed(Severity) if counted[severity]}


def read_notes(source: Path) -> SourceNotes:
    """Return the notes on the document in `source`.

    Raises:
        UnreadableSource: the file cannot be read as a document.
        BadCorrections: its file of corrections is not well formed.
    """
    return SourceNotes(lint(source), read_corrections(source).reasons)
