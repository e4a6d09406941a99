"""Publishing a document, cut short at every step that it takes on the disk."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest

from bot.answer.answerer import Answerer
from bot.publishing.materials import Materials
from bot.publishing.publisher import Publisher
from index.embedding.embedder import silent
from index.search import Index
from knowledge.library.intake.history import Event, IntakeStep, history_of
from knowledge.library.intake.prospect import Prospect, examine, find_same
from knowledge.library.intake.removal import Removal, removal_of
from knowledge.library.intake.shelves import Shelves
from knowledge.library.library import read_library
from tests.support.answers.topics import line, write_topics
from tests.support.conversations.fakes import FakeEmbedder
from tests.support.documents.documents import CLEAN
from tests.support.running.interruptions import Fault, interruptions, state

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
EVENT = Event(NOW, "Minh", IntakeStep.PUBLISHED)
GONE = Event(NOW, "Minh", IntakeStep.REMOVED, "Bản sao thiếu trang.")
ID, OTHER, KEY = "an-giang-12-2025", "ca-mau-14-2025", "k"
OLD, NEW = "Niêm yết tại nhà văn hóa", "Niêm yết tại trụ sở ấp"
TOPIC = line("Niêm yết", {"resolution": ID, "article": 2}, questions=["Dán ở đâu?"])


def publisher(folder: Path) -> Publisher:
    shelves = Shelves(folder / "shipped", folder / "resolutions")
    materials = Materials(
        shelves, folder / "topics", folder / "samples.jsonl", folder / "matters.jsonl"
    )
    return Publisher(materials, folder / "index", FakeEmbedder(), answerer_over, tuple)


def answerer_over(_: Index) -> Answerer:
    message = "nobody asks anything"
    raise AssertionError(message)


def candidate(folder: Path) -> Prospect:
    shelves = publisher(folder).materials.shelves
    return examine(folder / "new.md", "", shelves, read_library(shelves.shipped, shelves.added))


def prepare(folder: Path) -> None:
    publisher(folder).prepare(KEY, candidate(folder), silent)


def publish(folder: Path) -> None:
    publisher(folder).publish(KEY, candidate(folder), (EVENT,), "Minh", NOW)


def bring_to_an_end(folder: Path) -> None:
    """Do what is told to who comes again: only the index is to be made where the file is in."""
    if find_same(folder / "new.md", publisher(folder).materials.shelves):
        publisher(folder).update(silent)
    else:
        prepare(folder)
        publish(folder)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a document was added, and a new version of it is prepared."""
    folder = tmp_path_factory.mktemp("before") / "data"
    (folder / "shipped").mkdir(parents=True)
    write_topics(folder / "topics", TOPIC)
    shipped = CLEAN.replace("12/2025", "14/2025").replace("An Giang", "Cà Mau")
    shipped = shipped.replace("AN GIANG", "CÀ MAU")
    (folder / "shipped" / f"{OTHER}.txt").write_text(shipped, encoding="utf-8")
    publisher(folder).update(silent)
    (folder / "new.md").write_text(CLEAN, encoding="utf-8")
    bring_to_an_end(folder)
    (folder / "resolutions" / f"{ID}.md").rename(folder / "resolutions" / f"{ID}.txt")
    publisher(folder).update(silent)
    (folder / "new.md").write_text(CLEAN.replace(OLD, NEW), encoding="utf-8")
    prepare(folder)
    return folder


def served(folder: Path) -> str:
    """Return the words of the point that changes as the index that serves has them."""
    library = Index.open(folder / "index", FakeEmbedder()).library
    assert len(library) == 2
    return next(unit.text for unit in library[ID].provisions if unit.text.startswith("Niêm yết"))


def shelved(folder: Path) -> set[str]:
    """Return the files of the added documents, without what only guards them."""
    added = folder / "resolutions"
    found = (path.relative_to(added).as_posix() for path in added.rglob("*") if path.is_file())
    return {path for path in found if path != "lock"}


EXPECTED = {
    f"{ID}.md",
    f"history/{ID}.20261122T030000.txt",
    f"history/{ID}.jsonl",
}


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.value)
def test_whenever_publishing_is_cut_short_a_whole_version_serves_and_it_can_be_ended(
    before: Path, fault: Fault
) -> None:
    steps, ended = [], set[frozenset[tuple[str, int]]]()
    for one in interruptions(publish, before, fault):
        steps.append(one.step)
        assert served(one.folder).removesuffix(";") in {OLD, NEW}, one.step
        if fault is Fault.DISK_FULL and served(one.folder).startswith(OLD):
            assert "no space left on device" in one.error.lower(), one.step
        if (left := state(one.folder)) in ended:
            continue
        ended.add(left)
        bring_to_an_end(one.folder)
        assert served(one.folder).startswith(NEW), one.step
        assert shelved(one.folder) == EXPECTED, one.step
        shelves = publisher(one.folder).materials.shelves
        assert history_of(ID, shelves) == (EVENT, EVENT), one.step
    assert len(steps) > 20


def removal(folder: Path) -> Removal:
    shelves = publisher(folder).materials.shelves
    return removal_of(ID, shelves, read_library(shelves.shipped, shelves.added))


def take_out(folder: Path) -> None:
    publisher(folder).publish(KEY, removal(folder), (GONE,), "Minh", NOW)


def take_out_to_an_end(folder: Path) -> None:
    """Do what is told to who comes again: only the index is to be made where the file is gone."""
    if removal(folder).changes_nothing:
        publisher(folder).update(silent)
    else:
        publisher(folder).prepare(KEY, removal(folder), silent)
        take_out(folder)


@pytest.fixture
def tried(before: Path, tmp_path: Path) -> Path:
    """A folder in which it was tried to take a document out."""
    folder = tmp_path / "data"
    copytree(before, folder)
    publisher(folder).prepare(KEY, removal(folder), silent)
    return folder


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.value)
def test_whenever_a_removal_is_cut_short_a_whole_version_serves_and_it_can_be_ended(
    tried: Path, fault: Fault
) -> None:
    steps, ended = [], set[frozenset[tuple[str, int]]]()
    for one in interruptions(take_out, tried, fault):
        steps.append(one.step)
        library = Index.open(one.folder / "index", FakeEmbedder()).library
        assert set(library) in ({ID, OTHER}, {OTHER}), one.step
        if (left := state(one.folder)) in ended:
            continue
        ended.add(left)
        take_out_to_an_end(one.folder)
        assert set(Index.open(one.folder / "index", FakeEmbedder()).library) == {OTHER}, one.step
        assert shelved(one.folder) == {*EXPECTED - {f"{ID}.md"}, f"{ID}.removed"}, one.step
        shelves = publisher(one.folder).materials.shelves
        assert history_of(ID, shelves) == (EVENT, GONE), one.step
    assert len(steps) > 20
