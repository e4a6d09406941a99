"""Real documents that lie beside the project: their annexes are whole, and no word is lost."""

from __future__ import annotations

import os
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from knowledge.law.findings import Severity
from knowledge.law.resolution import Part
from knowledge.parsing.parser import ParsedSource, parse_source
from tests.support.documents.letters import letters

_BESIDE = Path(__file__).parents[4] / "shared" / "documents" / "real"
REAL = Path(os.environ.get("DANBIET_REAL", _BESIDE))
NAMES = sorted(path.stem for path in REAL.glob("*.html")) if REAL.is_dir() else []

pytestmark = pytest.mark.skipif(not NAMES, reason=f"{REAL} is absent")

ANNEXES = {
    "bac-ninh-qd-78-2025": [("Quy chế", 20)],
    "bac-ninh-qd-81-2025": [("Quy định", 13)],
    "da-nang-qd-82-2025": [("Nội quy", 13)],
    "dong-thap-qd-144-2025": [("Quy chế", 19)],
    "ha-noi-nq-73-2025": [("Phụ lục I", 0)],
    "ha-noi-nq-77-2025": [("Phụ lục I", 0), ("Phụ lục II", 0)],
    "ha-noi-nq-83-2025": [("Phụ lục I", 0), ("Phụ lục II", 0), ("Phụ lục III", 0)],
    "hue-nq-36-2025": [("Phụ lục", 0)],
    "hue-qd-125-2025": [("Quy trình", 7), *((f"Mẫu 0{number}", 0) for number in range(1, 7))],
    "nghe-an-qd-98-2025": [("Quy chế", 18)],
}
"""The annexes of each document, with how many articles they have."""
SKIPPING = {"da-nang-qd-82-2025"}
"""Documents whose source leaves out the number of an article."""


@cache
def _read(name: str) -> ParsedSource:
    return parse_source(REAL / f"{name}.html")


@pytest.mark.parametrize("name", NAMES)
def test_every_annex_is_there_with_all_its_articles(name: str) -> None:
    resolution = _read(name).resolution
    found = []
    for annex in resolution.annexes:
        inside = [one.address for one in resolution.provisions if one.address.annex == annex.number]
        articles = [one.article for one in inside if one.is_article]
        if name not in SKIPPING:
            assert articles == list(range(1, len(articles) + 1))
        found.append((annex.name, len(articles)))
    assert found == ANNEXES.get(name, [])
    assert resolution.annex_numbers == tuple(range(1, len(found) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_an_annex_is_a_fault_only_where_its_source_is_wrong(name: str) -> None:
    reading = _read(name)
    lines = [one.first_line for one in reading.resolution.provisions if one.address.annex]
    first = min(lines, default=len(reading.lines) + 1)
    faults = [one for one in reading.findings if one.severity is Severity.ERROR]
    assert bool([one for one in faults if one.line >= first]) is (name in SKIPPING)


@pytest.mark.parametrize("name", NAMES)
def test_the_signature_holds_nothing_of_an_annex(name: str) -> None:
    resolution = _read(name).resolution
    (signature,) = (one for one in resolution.provisions if one.address.part is Part.SIGNATURE)
    last = signature.text.split("\n")[-1]
    assert last == resolution.signer
    assert len(signature.text.split("\n")) < 6


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_the_source_is_lost(name: str) -> None:
    reading = _read(name)
    resolution = reading.resolution
    kept = Counter(
        letters(word)
        for text in chain(
            (unit.words for unit in resolution.provisions),
            (aside.text for aside in resolution.asides),
            (division.words for division in resolution.divisions),
            (note.text for note in resolution.notes),
            resolution.recipients,
            resolution.debris,
        )
        for word in text.split()
    )
    said = Counter(letters(word) for line in reading.lines for word in line.split())
    lost = {word for word, count in (said - kept).items() if count and len(word) > _LABEL}
    assert lost <= {"Điều", "khoản"}


_LABEL = 3
"""Letters and digits that the sign of a unit has at most: those are in addresses."""
