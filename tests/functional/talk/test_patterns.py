"""No expression takes long, whatever a document or a question is built of."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import knowledge
from tests.support.language.patterns import attacks, expressions

SIZE = 400_000
"""Letters: a megabyte of Vietnamese in UTF-8."""
SECONDS = 300
"""Many times what all expressions take; one that is not linear takes hours alone."""
ROOT = Path(knowledge.__file__).parents[1]


def test_every_expression_ends_in_time_on_a_megabyte_built_against_it() -> None:
    command = [sys.executable, "-m", "tests.support.language.patterns", "knowledge", str(SIZE)]
    try:
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired as late:
        named = (late.stdout or b"").decode().split()
        pytest.fail(f"{named[-1] if named else 'nothing'} came to no end")
    assert len(done.stdout.split()) > 100


def test_expressions_are_found_wherever_a_module_holds_them() -> None:
    names = set(expressions("knowledge").values())
    assert {
        "knowledge.law.labels.labels.LabelLevel",
        "knowledge.law.labels.divisions._KINDS",
        "knowledge.parsing.head.effect._PASSED",
    } <= names


@pytest.mark.parametrize(
    ("expression", "attack"),
    [
        pytest.param(r"\s*x", " " * 40, id="blanks that lead nowhere"),
        pytest.param(r"(?:a|aa)+b", "a" * 40, id="two ways through"),
        pytest.param(r"<!--.*?-->x", "<!--" * 10, id="begun and never ended"),
    ],
)
def test_what_an_expression_begins_with_is_repeated(expression: str, attack: str) -> None:
    assert attack in set(attacks(re.compile(expression), 40))
