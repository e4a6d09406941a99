"""A version of the index that is built aside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.errors import BuildError
from index.search import Index
from index.versions.build import build, roll_back
from index.versions.candidate import (
    OtherSources,
    adopt,
    candidate_at,
    discard,
    is_prepared,
    prepare,
)
from index.versions.folders import is_held, kept, serving
from index.versions.manifest import ModelUsed, Sources
from index.versions.writing import Material
from tests.support.answers.provisions import document
from tests.support.conversations.fakes import FakeEmbedder

OLD = document({(1,): "Biểu quyết tại cuộc họp.", (2,): "Kinh phí do ngân sách bảo đảm."})
NEW = document({(1,): "Biểu quyết trực tuyến.", (2,): "Kinh phí do ngân sách bảo đảm."})
SOURCES = Sources("1", {"lang-son.txt": "00"})
CHANGED = Sources("1", {"lang-son.txt": "01"})
MODEL = ModelUsed("fake", "fake-weights")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index of the old document."""
    build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path)
    return tmp_path


def candidate(folder: Path, embedder: FakeEmbedder | None = None) -> Path:
    path = candidate_at(folder, "a")
    prepare(path, Material([NEW], CHANGED), embedder or FakeEmbedder())
    return path


def first_article(version: Path) -> str:
    return Index.read(version, FakeEmbedder()).library["lang-son"].provisions[0].text


def test_a_candidate_is_whole_and_serves_nobody(folder: Path) -> None:
    path = candidate(folder)
    assert is_prepared(path, CHANGED, MODEL)
    assert first_article(path) == "Biểu quyết trực tuyến."
    assert first_article(serving(folder)) == "Biểu quyết tại cuộc họp."
    assert [one.name for one in kept(folder)] == ["1"]


def test_what_a_candidate_has_embedded_is_not_embedded_again(folder: Path) -> None:
    candidate(folder)
    again = FakeEmbedder()
    prepare(candidate_at(folder, "a"), Material([NEW], Sources("1", {"lang-son.txt": "02"})), again)
    assert is_prepared(candidate_at(folder, "a"), Sources("1", {"lang-son.txt": "02"}), MODEL)
    assert again.embedded == []


def test_candidates_that_nobody_came_back_to_go_after_a_month(folder: Path) -> None:
    days = {"old": 31, "young": 29}
    for key, age in days.items():
        path = candidate_at(folder, key)
        prepare(path, Material([NEW], CHANGED), FakeEmbedder())
        then = path.stat().st_mtime - age * 24 * 3600
        os.utime(path, (then, then))
    path = candidate(folder)
    assert set(path.parent.iterdir()) == {path, candidate_at(folder, "young")}


def test_only_what_is_new_is_embedded_and_only_once(folder: Path) -> None:
    embedder = FakeEmbedder()
    path = candidate(folder, embedder)
    assert len(embedder.embedded) == 1
    candidate(folder, embedder)
    assert len(embedder.embedded) == 1
    prepare(path, Material([OLD], SOURCES), embedder)
    assert first_article(path) == "Biểu quyết tại cuộc họp."


def test_what_is_adopted_serves(folder: Path) -> None:
    version = adopt(candidate(folder), CHANGED, MODEL)
    assert version == serving(folder)
    assert (version.name, first_article(version)) == ("2", "Biểu quyết trực tuyến.")
    assert not candidate_at(folder, "a").exists()


def test_what_serves_already_is_not_adopted_again(folder: Path) -> None:
    path = candidate(folder)
    build(Material([NEW], CHANGED), FakeEmbedder(), folder)
    assert adopt(path, CHANGED, MODEL).name == "2"
    assert [one.name for one in kept(folder)] == ["2", "1"]


def test_adopting_ends_a_hold(folder: Path) -> None:
    build(Material([NEW], CHANGED), FakeEmbedder(), folder)
    path = candidate(folder)
    roll_back(folder, MODEL)
    assert is_held(folder)
    assert adopt(path, CHANGED, MODEL).name == "3"
    assert not is_held(folder)


@pytest.mark.parametrize(
    ("sources", "model"),
    [
        pytest.param(Sources("1", {"lang-son.txt": "02"}), MODEL, id="other files"),
        pytest.param(CHANGED, ModelUsed("fake", "others"), id="another model"),
    ],
)
def test_what_was_made_of_other_things_is_refused(
    folder: Path, sources: Sources, model: ModelUsed
) -> None:
    path = candidate(folder)
    assert not is_prepared(path, sources, model)
    with pytest.raises(OtherSources):
        adopt(path, sources, model)
    assert serving(folder).name == "1"


@pytest.mark.parametrize("damage", ["discarded", "cut"])
def test_what_is_not_whole_is_refused(folder: Path, damage: str) -> None:
    path = candidate(folder)
    if damage == "cut":
        (path / "passages.json").write_bytes(b"[")
    else:
        discard(path)
    assert not is_prepared(path, CHANGED, MODEL)
    with pytest.raises(OtherSources):
        adopt(path, CHANGED, MODEL)
    assert serving(folder).name == "1"
    assert is_prepared(candidate(folder), CHANGED, MODEL)


def test_a_candidate_that_cannot_be_written_is_told(folder: Path) -> None:
    (folder / "candidates").write_bytes(b"in the way")
    with pytest.raises(BuildError):
        candidate(folder)
    assert serving(folder).name == "1"
