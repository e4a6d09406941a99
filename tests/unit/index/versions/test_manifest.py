from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from index.errors import IndexDamaged, IndexOfOtherFormat, IndexOfOtherModel
from index.versions.manifest import (
    FILE,
    FORMAT,
    Manifest,
    ModelUsed,
    Sources,
    contents,
    read_manifest,
    write_manifest,
)

MODEL = ModelUsed("e5", "abc")


@pytest.fixture
def version(tmp_path: Path) -> Path:
    (tmp_path / "lexical").mkdir()
    (tmp_path / "lexical" / "vocab").write_text("words")
    (tmp_path / "vectors").write_bytes(b"1234")
    write_manifest(tmp_path, manifest(tmp_path))
    return tmp_path


def manifest(folder: Path) -> Manifest:
    return Manifest(
        format=FORMAT,
        created_at=datetime(2026, 7, 1, 8, tzinfo=UTC),
        model=MODEL,
        sources=Sources("1", {"a.txt": "00"}),
        documents=1,
        passages=2,
        embedded=2,
        files=contents(folder),
    )


def test_comes_back_as_it_was(version: Path) -> None:
    read = read_manifest(version, MODEL)

    assert read.created_at == datetime(2026, 7, 1, 8, tzinfo=UTC)
    assert read.sources == Sources("1", {"a.txt": "00"})
    assert set(read.files) == {"lexical/vocab", "vectors"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("vectors", b"123", id="cut"),
        pytest.param("vectors", b"1235", id="changed"),
        pytest.param("lexical/vocab", b"", id="emptied"),
        pytest.param(FILE, b"{", id="manifest cut"),
        pytest.param(FILE, b"[]", id="manifest of another form"),
        pytest.param(FILE, b"{}", id="manifest empty"),
        pytest.param(FILE, b"\xff\xfe", id="manifest is no text"),
    ],
)
def test_refuses_a_damaged_version(version: Path, name: str, data: bytes) -> None:
    (version / name).write_bytes(data)

    with pytest.raises(IndexDamaged, match="run `danbiet index`") as caught:
        read_manifest(version, MODEL)
    assert caught.value.path == version / name


@pytest.mark.parametrize("name", ["vectors", FILE])
def test_refuses_a_version_that_lacks_a_file(version: Path, name: str) -> None:
    (version / name).unlink()

    with pytest.raises(IndexDamaged) as caught:
        read_manifest(version, MODEL)
    assert caught.value.path == version / name


def test_refuses_a_big_file_of_another_size(version: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.versions.manifest._HASHED_UP_TO", 3)
    (version / "vectors").write_bytes(b"12345")

    with pytest.raises(IndexDamaged):
        read_manifest(version, MODEL)


@pytest.mark.parametrize(
    ("model", "told"),
    [
        pytest.param(ModelUsed("bge", "abc"), "the model e5, not with bge", id="another model"),
        pytest.param(ModelUsed("e5", "abd"), "other weights of the same model", id="other weights"),
    ],
)
def test_refuses_a_version_of_another_model(version: Path, model: ModelUsed, told: str) -> None:
    with pytest.raises(IndexOfOtherModel, match=told):
        read_manifest(version, model)


def test_refuses_a_version_of_another_format(version: Path) -> None:
    written: dict[str, Any] = json.loads((version / FILE).read_text())
    (version / FILE).write_text(json.dumps({**written, "format": FORMAT + 1, "files": "unknown"}))

    with pytest.raises(IndexOfOtherFormat) as caught:
        read_manifest(version, MODEL)
    assert (caught.value.actual, caught.value.expected) == (FORMAT + 1, FORMAT)


def test_sources_follow_what_stands_in_the_files(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Điều 1")
    before = Sources.of([source], "1")
    source.write_text("Điều 2")

    assert Sources.of([source], "1") != before
    assert Sources.of([source], "1") == Sources.of([source], "1") != Sources.of([source], "2")
