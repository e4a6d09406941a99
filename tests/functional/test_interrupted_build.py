from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index.build import build
from index.manifest import Sources
from index.search import Index
from index.versions import serving
from index.writing import Material
from tests.fakes import FakeEmbedder
from tests.functional.building import CHANGED
from tests.provisions import document

ROOT = Path(__file__).parents[2]
OLD = document({(1,): "Nội dung cũ."}, id="old")


@pytest.fixture
def index_folder(tmp_path: Path) -> Path:
    build(Material([OLD], Sources("1", {"old.txt": "00"})), FakeEmbedder(), tmp_path)
    return tmp_path


def start(folder: Path, how: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.functional.building", str(folder), how],
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
