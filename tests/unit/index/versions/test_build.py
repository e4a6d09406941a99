from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import BuildError, IndexDamaged, IndexOfOtherModel
from index.search import Index
from index.versions.build import build, is_current, roll_back
from index.versions.folders import serving
from index.versions.manifest import ModelUsed, Sources
from index.versions.writing import Material
from knowledge.law.resolution import Resolution
from tests.support.answers.provisions import document
from tests.support.conversations.fakes import FakeEmbedder

OLD = document({(1,): "Biểu quyết tại cuộc họp.", (2,): "Kinh phí do ngân sách bảo đảm."})
NEW = document({(1,): "Biểu quyết trực tuyến.", (2,): "Kinh phí do ngân sách bảo đảm."})
SOURCES = Sources("1", {"lang-son.txt": "00"})
CHANGED = Sources("1", {"lang-son.txt": "01"})
MODEL = ModelUsed("fake", "fake-weights")


def files(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def first_article(folder: Path) -> str:
    return Index.open(folder, FakeEmbedder()).library["lang-son"].provisions[0].text


def test_what_was_built_serves(tmp_path: Path) -> None:
    version = build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path)
    manifest = Index.open(tmp_path, FakeEmbedder()).manifest

    assert version == serving(tmp_path)
    assert (manifest.documents, manifest.passages, manifest.embedded) == (1, 2, 2)
    assert manifest.sources == SOURCES


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    version = build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path)
    before, embedder = files(tmp_path / "versions"), FakeEmbedder()

    assert build(Material([OLD], SOURCES), embedder, tmp_path) == version
    assert files(tmp_path / "versions") == before
    assert embedder.embedded == []


@pytest.mark.parametrize(
    ("sources", "model", "current"),
    [
        pytest.param(SOURCES, MODEL, True, id="the same"),
        pytest.param(CHANGED, MODEL, False, id="a changed source"),
        pytest.param(Sources("1", {}), MODEL, False, id="a source less"),
        pytest.param(Sources("2", SOURCES.files), MODEL, False, id="another parser"),
        pytest.param(SOURCES, ModelUsed("fake", "others"), False, id="other weights"),
    ],
)
def test_an_index_is_current_for_what_it_was_made_from(
    tmp_path: Path, sources: Sources, model: ModelUsed, current: bool
) -> None:
    build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path)

    assert is_current(tmp_path, sources, model) is current


def test_no_index_is_not_current(tmp_path: Path) -> None:
    assert not is_current(tmp_path, SOURCES, MODEL)


def test_embeds_only_what_changed(tmp_path: Path) -> None:
    build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path)
    embedder = FakeEmbedder()
    build(Material([NEW], CHANGED), embedder, tmp_path)

    assert embedder.embedded == ["Biểu quyết trực tuyến."]
    assert first_article(tmp_path) == "Biểu quyết trực tuyến."


def test_vectors_taken_over_find_as_new_ones(tmp_path: Path) -> None:
    build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path / "kept")
    build(Material([NEW], CHANGED), FakeEmbedder(), tmp_path / "kept")
    build(Material([NEW], CHANGED), FakeEmbedder(), tmp_path / "fresh")

    kept, fresh = (Index.open(tmp_path / name, FakeEmbedder()) for name in ("kept", "fresh"))
    assert kept.search("kinh phí") == fresh.search("kinh phí")


def test_another_model_embeds_everything_anew(tmp_path: Path) -> None:
    build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path)
    other = FakeEmbedder(fingerprint="others", dim=128)
    build(Material([OLD], SOURCES), other, tmp_path)

    assert len(other.embedded) == 2
    with pytest.raises(IndexOfOtherModel):
        Index.open(tmp_path, FakeEmbedder())


def test_equal_texts_are_embedded_once(tmp_path: Path) -> None:
    embedder = FakeEmbedder()
    twin = document({(9,): "Biểu quyết tại cuộc họp."}, id="ca-mau")
    build(Material([OLD, twin], SOURCES), embedder, tmp_path)

    assert len(embedder.embedded) == 2


def test_a_damaged_index_is_built_anew(tmp_path: Path) -> None:
    version = build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path)
    (version / "vectors.faiss").write_bytes(b"damaged")
    build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path)

    assert first_article(tmp_path) == "Biểu quyết tại cuộc họp."


def test_reports_its_progress(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    build(
        Material([OLD], SOURCES),
        FakeEmbedder(),
        tmp_path,
        lambda done, total: steps.append((done, total)),
    )

    assert steps == [(1, 2), (2, 2), (2, 2)]  # vectors one by one, then all tokens


@pytest.mark.parametrize(
    "documents",
    [
        pytest.param([], id="no document"),
        pytest.param([document({})], id="no provision"),
        pytest.param([document({(1,): " "})], id="no words"),
    ],
)
def test_refuses_to_build_of_nothing(tmp_path: Path, documents: list[Resolution]) -> None:
    build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path)
    with pytest.raises(BuildError, match="there is no provision to index"):
        build(Material(documents, CHANGED), FakeEmbedder(), tmp_path)

    assert is_current(tmp_path, SOURCES, MODEL)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(BuildError, match=r"could not be built: (Not a directory|File exists)\."):
        build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path / "file")


def test_after_a_rollback_the_version_before_serves_until_one_is_built(tmp_path: Path) -> None:
    first = build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path)
    build(Material([NEW], CHANGED), FakeEmbedder(), tmp_path)

    assert roll_back(tmp_path, MODEL) == first == serving(tmp_path)
    assert first_article(tmp_path) == "Biểu quyết tại cuộc họp."
    assert not is_current(tmp_path, SOURCES, MODEL)

    build(Material([NEW], CHANGED), FakeEmbedder(), tmp_path)
    assert first_article(tmp_path) == "Biểu quyết trực tuyến."
    assert is_current(tmp_path, CHANGED, MODEL)


def test_there_is_no_rolling_back_to_a_damaged_version(tmp_path: Path) -> None:
    first = build(Material([OLD], SOURCES), FakeEmbedder(), tmp_path)
    second = build(Material([NEW], CHANGED), FakeEmbedder(), tmp_path)
    (first / "documents.json").write_text("[]", encoding="utf-8")

    with pytest.raises(IndexDamaged):
        roll_back(tmp_path, MODEL, first.name)
    assert serving(tmp_path) == second
