"""The folder of sources."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.library.library import (
    SOURCES,
    LibraryUnreadable,
    UnknownResolution,
    find_source,
    read_library,
    source_files,
    watched_files,
)
from tests.support.documents.documents import BUNDLED, CLEAN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "a.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    return tmp_path


def test_the_project_brings_five_documents() -> None:
    assert tuple(resolution.id for resolution in read_library(SOURCES)) == BUNDLED


def test_sources_are_the_files_of_known_formats_by_name(folder: Path) -> None:
    (folder / "c.docx").touch()
    (folder / "d.PDF").touch()
    assert [path.name for path in source_files(folder)] == ["a.txt", "b.txt", "c.docx", "d.PDF"]


def test_two_files_of_one_id_are_refused(folder: Path) -> None:
    (folder / "a.docx").touch()
    with pytest.raises(LibraryUnreadable, match=r"holds both a\.docx and a\.txt"):
        source_files(folder)


def test_a_document_that_was_added_counts_in_the_place_of_one_that_ships(folder: Path) -> None:
    added = folder / "added"
    assert [path.parent for path in source_files(folder, added)] == [folder, folder]
    added.mkdir()
    (added / "b.docx").touch()
    (added / "c.pdf").touch()
    found = [path.relative_to(folder).as_posix() for path in source_files(folder, added)]
    assert found == ["a.txt", "added/b.docx", "added/c.pdf"]


def test_of_two_added_files_of_one_id_the_newer_counts(folder: Path) -> None:
    added = folder / "added"
    added.mkdir()
    for age, name in enumerate(("c.txt", "c.docx")):
        (added / name).touch()
        os.utime(added / name, (1000 - age, 1000 - age))
    assert find_source(folder, "c", added) == added / "c.txt"


def test_a_reading_depends_on_sources_and_their_corrections(folder: Path) -> None:
    (folder / "a.corrections.toml").write_text("", encoding="utf-8")
    (folder / "other.corrections.toml").write_text("", encoding="utf-8")
    watched = [path.name for path in watched_files(folder)]
    assert watched == ["a.txt", "b.txt", "a.corrections.toml"]


def test_a_document_is_found_by_its_id(folder: Path) -> None:
    assert find_source(folder, "b") == folder / "b.txt"


def test_an_unknown_id_names_the_known_ones(folder: Path) -> None:
    with pytest.raises(UnknownResolution, match="no resolution c: known are a, b"):
        find_source(folder, "c")


@pytest.mark.parametrize(
    "text", [pytest.param("", id="empty"), pytest.param("Chỉ có lời.", id="no article")]
)
def test_a_source_without_an_article_is_refused(folder: Path, text: str) -> None:
    (folder / "c.txt").write_text(text, encoding="utf-8")
    with pytest.raises(LibraryUnreadable, match="holds no article"):
        read_library(folder)


def test_an_added_file_that_goes_meanwhile_is_named(folder: Path) -> None:
    (folder / "added").mkdir()
    (folder / "added" / "c.txt").symlink_to(folder / "gone.txt")
    with pytest.raises(LibraryUnreadable, match=r"c\.txt: no such file"):
        source_files(folder, folder / "added")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("missing", "no such file or directory", id="missing folder"),
        pytest.param("a.txt", "not a directory", id="file"),
        pytest.param("empty", "holds no source file", id="empty folder"),
    ],
)
def test_a_folder_without_sources_is_refused(folder: Path, name: str, reason: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(LibraryUnreadable, match=reason) as refusal:
        source_files(folder / name)
    assert refusal.value.folder == folder / name
