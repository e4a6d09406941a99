from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import IndexMissing
from index.search import Index
from index.versions.build import build
from index.versions.folders import KEPT, serving
from index.versions.manifest import Sources
from index.versions.writing import Material
from tests.functional.documents.building import CHANGED, build_changed, roll_back_to_first
from tests.support.answers.provisions import document
from tests.support.conversations.fakes import FakeEmbedder
from tests.support.running.interruptions import Fault, Work, interruptions, state

ROOT = Path(__file__).parents[3]
OLD = document({(1,): "Nội dung cũ."}, id="old")


def build_old(folder: Path, times: int = 1) -> None:
    for number in range(times):
        build(Material([OLD], Sources("1", {"old.txt": f"{number:02}"})), FakeEmbedder(), folder)


def build_none(folder: Path) -> None:
    folder.mkdir(exist_ok=True)


def build_as_many_as_are_kept(folder: Path) -> None:
    build_old(folder, KEPT)


def build_and_roll_back(folder: Path) -> None:
    build_old(folder, 2)
    roll_back_to_first(folder)


def build_and_be_killed_before_serving(folder: Path) -> None:
    """Leave a version that is whole, and was never the one that serves."""
    build_old(folder)
    for one in interruptions(build_changed, folder, Fault.KILLED):
        if (one.folder / "versions" / "2").exists():
            shutil.copytree(one.folder, folder, dirs_exist_ok=True)
            break


BEFORE: dict[str, Callable[[Path], None]] = {
    "no version": build_none,
    "one version": build_old,
    "as many as are kept": build_as_many_as_are_kept,
    "rolled back": build_and_roll_back,
    "killed before": build_and_be_killed_before_serving,
}


@pytest.fixture(scope="module", params=BEFORE)
def before(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index as it may be when a builder comes."""
    folder = tmp_path_factory.mktemp("before") / "index"
    BEFORE[request.param](folder)
    return folder


def served(folder: Path) -> list[str]:
    """Return the ids of the documents in the version that serves, opened as for answering."""
    try:
        return list(Index.open(folder, FakeEmbedder()).library)
    except IndexMissing:
        return []


def files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*")}


def files_after(work: Work, before: Path) -> set[Path]:
    """Return what is there once `work` was done in a copy of `before`, and nothing went wrong."""
    folder = before.with_name("untouched")
    shutil.copytree(before, folder)
    work(folder)
    found = files(folder)
    shutil.rmtree(folder)
    return found


def test_killed_at_any_step_a_builder_leaves_a_whole_version_and_the_next_one_tidies_up(
    before: Path,
) -> None:
    unharmed = files_after(build_changed, before)
    steps = []
    for one in interruptions(build_changed, before, Fault.KILLED):
        steps.append(one.step)
        assert served(one.folder) in (served(before), [CHANGED.id]), one.step
        build_changed(one.folder)
        assert served(one.folder) == [CHANGED.id], one.step
        assert files(one.folder) == unharmed, one.step
    assert len(steps) > 30


@pytest.mark.parametrize("before", ["one version", "rolled back"], indirect=True)
def test_a_disk_that_is_full_at_any_step_of_a_builder_leaves_the_old_version_serving(
    before: Path,
) -> None:
    unharmed = files_after(build_changed, before)
    steps, ended = [], set[frozenset[tuple[str, int]]]()
    for one in interruptions(build_changed, before, Fault.DISK_FULL):
        steps.append(one.step)
        assert one.error == could_not(one.folder), one.step
        assert served(one.folder) == served(before), one.step
        if (left := state(one.folder)) in ended:
            continue
        ended.add(left)
        build_changed(one.folder)
        assert served(one.folder) == [CHANGED.id], one.step
        assert files(one.folder) == unharmed, one.step
    assert len(steps) > 30


def could_not(folder: Path) -> str:
    return f"The index in {folder} could not be built: No space left on device."


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.value)
def test_at_any_step_of_a_rollback_a_whole_version_serves(tmp_path: Path, fault: Fault) -> None:
    before = tmp_path / "index"
    build_old(before)
    build_changed(before)
    steps = []
    for one in interruptions(roll_back_to_first, before, fault):
        steps.append(one.step)
        assert served(one.folder) == [CHANGED.id], one.step
        assert one.error == (could_not(one.folder) if fault is Fault.DISK_FULL else ""), one.step
        roll_back_to_first(one.folder)
        assert served(one.folder) == [OLD.id], one.step
        assert files(one.folder) == files(before), one.step
    assert len(steps) > 3


@pytest.fixture
def index_folder(tmp_path: Path) -> Path:
    build(Material([OLD], Sources("1", {"old.txt": "00"})), FakeEmbedder(), tmp_path)
    return tmp_path


def start(folder: Path, how: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.functional.documents.building", str(folder), how],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def kill_while_embedding(folder: Path) -> None:
    with start(folder, "stop") as builder:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "1 of 59\n"
        builder.kill()


def test_a_builder_that_is_killed_leaves_the_old_version_serving(index_folder: Path) -> None:
    kill_while_embedding(index_folder)

    assert list(Index.open(index_folder, FakeEmbedder()).library) == ["old"]


def test_the_lock_of_a_killed_builder_holds_up_nobody(index_folder: Path) -> None:
    kill_while_embedding(index_folder)
    build(Material([CHANGED], Sources("1", {"new.txt": "01"})), FakeEmbedder(), index_folder)

    assert list(Index.open(index_folder, FakeEmbedder()).library) == ["lang-son"]


def test_a_second_builder_waits_for_the_first_and_finds_its_work_done(index_folder: Path) -> None:
    with start(index_folder, "stop") as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "1 of 59\n"
        with start(index_folder, "stop") as second:
            first.communicate()
            embedded_again, _ = second.communicate()

    assert embedded_again == ""
    assert serving(index_folder).name == "2"


@pytest.mark.parametrize("limit", [0, 1000, 20_000], ids="{} bytes".format)
def test_a_full_disk_leaves_the_old_version_and_nothing_half(
    index_folder: Path, limit: int
) -> None:
    with start(index_folder, str(limit)) as builder:
        _, told = builder.communicate()

    assert builder.returncode == 1
    assert told.startswith(f"The index in {index_folder} could not be built: ")
    assert told.count("\n") == 1
    assert [path.name for path in (index_folder / "versions").iterdir()] == ["1"]
    assert list(Index.open(index_folder, FakeEmbedder()).library) == ["old"]
