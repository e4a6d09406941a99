"""Faults, how much they matter, and how often they are told."""

from __future__ import annotations

import pytest

from knowledge.law.findings import SEVERITIES, Fault, Finding, Severity, summarised


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_a_severity(fault: Fault) -> None:
    assert Finding(fault, 1).severity is SEVERITIES[fault]


def test_a_fault_that_a_person_has_answered_matters_less() -> None:
    finding = Finding(Fault.MISSING_NUMBER, 1, answered="Bản sao để trống số.")
    assert finding.severity is Severity.INFO


def test_faults_told_once_say_how_many_there_are() -> None:
    found = [
        Finding(Fault.MARKDOWN, 1, "**a**"),
        Finding(Fault.PAGE_BREAK, 2),
        Finding(Fault.MARKDOWN, 3, "**b**"),
        Finding(Fault.PAGE_BREAK, 4),
    ]
    assert summarised(found, frozenset({Fault.MARKDOWN})) == [
        Finding(Fault.MARKDOWN, 1, "**a**", "2"),
        Finding(Fault.PAGE_BREAK, 2),
        Finding(Fault.PAGE_BREAK, 4),
    ]
