"""Documents that are taken out of the library, and come back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.law.resolution import Resolution
from knowledge.library.intake.history import Event, IntakeStep, history_of
from knowledge.library.intake.placing import Overtaken, as_if_put, put
from knowledge.library.intake.prospect import examine
from knowledge.library.intake.removal import (
    LastDocument,
    Removal,
    removal_of,
    required_removal,
    revived_by,
)
from knowledge.library.intake.shelves import Shelves
from knowledge.library.library import UnknownResolution, read_library
from tests.support.documents.documents import CLEAN

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
WHY = Event(NOW, "chi-hoa", IntakeStep.REMOVED, "Bản sao thiếu trang.")
SHIPPED, ADDED, BOTH = "an-giang-14-2025", "an-giang-12-2025", "an-giang-16-2025"


def numbered(number: int, words: str = "Niêm yết") -> str:
    return CLEAN.replace("12/2025", f"{number}/2025").replace("Niêm yết", words)


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    """A library of a document that ships, one that was added, and one that is both."""
    shelves = Shelves(tmp_path / "shipped", tmp_path / "data" / "resolutions")
    for folder in (shelves.shipped, shelves.added):
        folder.mkdir(parents=True)
    (shelves.shipped / f"{SHIPPED}.txt").write_text(numbered(14), encoding="utf-8")
    (shelves.shipped / f"{BOTH}.txt").write_text(numbered(16), encoding="utf-8")
    (shelves.added / f"{BOTH}.md").write_text(numbered(16, "Dán"), encoding="utf-8")
    (shelves.added / f"{ADDED}.txt").write_text(numbered(12), encoding="utf-8")
    return shelves


def library(shelves: Shelves) -> tuple[Resolution, ...]:
    return read_library(shelves.shipped, shelves.added)


def removal(shelves: Shelves, resolution_id: str) -> Removal:
    return removal_of(resolution_id, shelves, library(shelves))


def files(shelves: Shelves) -> set[str]:
    found = (path.relative_to(shelves.added) for path in shelves.added.rglob("*"))
    return {path.as_posix() for path in found if path.suffix and path.name != "lock"}


@pytest.mark.parametrize(
    ("gone", "kept"),
    [
        pytest.param(SHIPPED, set[str](), id="one that ships"),
        pytest.param(ADDED, {f"history/{ADDED}.20261122T030000.txt"}, id="one that was added"),
        pytest.param(BOTH, {f"history/{BOTH}.20261122T030000.md"}, id="one added for one shipped"),
    ],
)
def test_a_document_is_taken_out_and_its_files_are_kept(
    shelves: Shelves, gone: str, kept: set[str]
) -> None:
    before = files(shelves)
    put(removal(shelves, gone), shelves, (WHY,), NOW)
    assert {one.id for one in library(shelves)} == {SHIPPED, ADDED, BOTH} - {gone}
    own = {name for name in before if name.startswith(gone)}
    marks = {f"{gone}.removed", f"history/{gone}.jsonl"}
    assert files(shelves) == (before - own) | kept | marks
    assert history_of(gone, shelves) == (WHY,)
    assert removal(shelves, gone).changes_nothing


@pytest.mark.parametrize("gone", [SHIPPED, ADDED, BOTH])
def test_what_was_taken_out_comes_back_when_it_is_added(shelves: Shelves, gone: str) -> None:
    put(removal(shelves, gone), shelves, (WHY,), NOW)
    file = shelves.shipped.parent / "lại.txt"
    file.write_text(numbered(int(gone.split("-")[2])), encoding="utf-8")
    candidate = examine(file, "", shelves, library(shelves))
    assert (candidate.id, candidate.previous, candidate.changes_nothing) == (gone, None, False)
    put(candidate, shelves, (), NOW)
    assert {one.id for one in library(shelves)} == {SHIPPED, ADDED, BOTH}
    assert not any(name.endswith(".removed") for name in files(shelves))


def test_the_library_stays_while_a_removal_is_tried(shelves: Shelves) -> None:
    with as_if_put(removal(shelves, SHIPPED), shelves) as tried:
        assert {one.id for one in library(tried)} == {ADDED, BOTH}
    assert len(library(shelves)) == 3


def test_what_somebody_has_changed_meanwhile_is_not_taken_out(shelves: Shelves) -> None:
    old = removal(shelves, ADDED)
    (shelves.added / f"{ADDED}.txt").write_text(numbered(12, "Dán"), encoding="utf-8")
    with pytest.raises(Overtaken, match=ADDED):
        put(old, shelves, (WHY,), NOW)
    assert old.fingerprint != removal(shelves, ADDED).fingerprint


def test_only_what_is_there_is_taken_out_and_never_the_last(shelves: Shelves) -> None:
    with pytest.raises(UnknownResolution, match="khong-co"):
        required_removal("khong-co", shelves, library(shelves))
    for gone in (ADDED, BOTH):
        put(removal(shelves, gone), shelves, (WHY,), NOW)
    with pytest.raises(LastDocument, match=SHIPPED):
        required_removal(SHIPPED, shelves, library(shelves))


def test_what_the_document_has_ended_goes_on_without_it(shelves: Shelves) -> None:
    repeal = "2. Nghị quyết này thay thế Nghị quyết số 14/2025/NQ-HĐND."
    ending = CLEAN.replace("2. Đề nghị Ủy ban", f"{repeal}\n3. Đề nghị Ủy ban")
    (shelves.added / f"{ADDED}.txt").write_text(ending, encoding="utf-8")
    found = library(shelves)
    revived = [one.ended.id for one in revived_by(removal(shelves, ADDED), found)]
    assert revived == [SHIPPED]
    assert revived_by(removal(shelves, SHIPPED), found) == ()
