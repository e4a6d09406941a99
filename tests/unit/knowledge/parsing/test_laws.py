"""Longer texts: the law and the two decrees, where they lie beside the checkout."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from knowledge.law.findings import FindingKind
from knowledge.law.resolution import Part
from knowledge.parsing.parser import ParsedSource, parse_source
from tests.support.documents.letters import difference, letters_of_body, letters_of_source

_BESIDE = Path(__file__).parents[5] / "shared" / "law"
LAWS = Path(os.environ.get("DANBIET_LAWS", _BESIDE))

pytestmark = pytest.mark.skipif(not LAWS.is_dir(), reason=f"{LAWS} is absent")

LAW = "luat-10-2022-QH15"
DECREE_59 = "nghi-dinh-59-2023-ND-CP"
DECREE_61 = "nghi-dinh-61-2023-ND-CP"


@pytest.mark.parametrize(
    ("name", "articles"),
    [
        pytest.param(LAW, 91, id=LAW),
        pytest.param(DECREE_59, 31, id=DECREE_59),
        pytest.param(DECREE_61, 25, id=DECREE_61),
    ],
)
def test_articles_have_no_gaps(name: str, articles: int) -> None:
    units = [
        unit.address
        for unit in _read(name).resolution.provisions
        if unit.address.part is Part.ARTICLE
    ]
    numbers = [address.article for address in units if address.path[1:] == (None, None, None)]
    assert numbers == list(range(1, articles + 1))
    assert max(Counter(units).values()) == 1


@pytest.mark.parametrize("name", [LAW, DECREE_59, DECREE_61])
def test_no_number_is_left_out_or_repeated(name: str) -> None:
    faults = {finding.fault for finding in _read(name).findings}
    assert not faults & {FindingKind.NUMBERING_GAP, FindingKind.NUMBERING_REPEAT}


@pytest.mark.parametrize("name", [LAW, DECREE_59, DECREE_61])
def test_every_letter_stands_in_one_unit_in_order(name: str) -> None:
    lines = (LAWS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    body = letters_of_body(_read(name).resolution)
    assert difference(letters_of_source(lines), body) == ""


def _read(name: str) -> ParsedSource:
    return parse_source(LAWS / f"{name}.txt")
