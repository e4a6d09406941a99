"""Faults, how much they matter, and how often they are told."""

from __future__ import annotations

import pytest

from knowledge.law.findings import SEVERITIES, Finding, FindingKind, Severity, summarised


@pytest.mark.parametrize("fault", list(FindingKind))
def test_every_fault_has_a_severity(fault: FindingKind) -> None:
    assert Finding(fault, 1).severity is SEVERITIES[fault]


def test_a_fault_that_a_person_has_answered_matters_less() -> None:
    finding = Finding(FindingKind.MISSING_NUMBER, 1, answered="Bản sao để trống số.")
    assert finding.severity is Severity.INFO


def test_faults_told_once_say_how_many_there_are() -> None:
    found = [
        Finding(FindingKind.MARKDOWN, 1, "**a**"),
        Finding(FindingKind.PAGE_BREAK, 2),
        Finding(FindingKind.MARKDOWN, 3, "**b**"),
        Finding(FindingKind.PAGE_BREAK, 4),
    ]
    assert summarised(found, frozenset({FindingKind.MARKDOWN})) == [
        Finding(FindingKind.MARKDOWN, 1, "**a**", "2"),
        Finding(FindingKind.PAGE_BREAK, 2),
        Finding(FindingKind.PAGE_BREAK, 4),
    ]
