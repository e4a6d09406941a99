"""Documents that somebody has brought and nobody has published yet."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import overload

import pytest

from knowledge.law.resolution import Resolution
from knowledge.library.intake.drafts import (
    ChangedMeanwhile,
    DocumentDraft,
    Drafts,
    UnknownDraft,
    Unread,
)
from knowledge.library.intake.history import Event, IntakeStep
from knowledge.library.intake.identity import OtherId
from knowledge.library.intake.placing import AdditionLost
from knowledge.library.intake.shelves import Shelves, digest
from knowledge.library.library import read_library
from knowledge.parsing.corrections import Correction, with_statements
from knowledge.readers.extract import Extract, Refusal
from knowledge.readers.kept import as_kept, reading_path
from knowledge.readers.source import read_bytes
from tests.support.documents.documents import CLEAN
from tests.support.documents.papers import pdf_file

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
BROUGHT = Event(NOW, "Minh", IntakeStep.BROUGHT, "nq.txt")
CORRECTED = Event(NOW, "Minh", IntakeStep.CORRECTED, "number")
CHECKED = Event(NOW, "Hoa", IntakeStep.CHECKED)
OTHER = CLEAN.replace("12/2025", "14/2025")
SIGNER = b'[signer]\nvalue = "Binh"\nreason = "Original."\n'


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    """A folder without a draft, which is not there yet."""
    return Drafts(tmp_path / "data" / "drafts")


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    """A library that ships one document."""
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "an-giang-14-2025.txt").write_text(OTHER, encoding="utf-8")
    return Shelves(tmp_path / "shipped", tmp_path / "data" / "resolutions")


def begun(drafts: Drafts, text: str = CLEAN, **facts: str) -> DocumentDraft:
    draft = drafts.begin("nq.txt", text.encode(), BROUGHT, **facts)
    drafts.read(draft.key)
    return drafts.one(draft.key)


def test_without_a_folder_there_is_no_draft(drafts: Drafts) -> None:
    assert drafts.all() == ()
    with pytest.raises(UnknownDraft):
        drafts.one("0123456789ab")


@pytest.mark.parametrize(
    "key", ["", "lock", "../drafts", "0123456789AB", "0123456789abc", "é" * 12]
)
def test_only_keys_name_drafts(drafts: Drafts, key: str) -> None:
    begun(drafts)
    with pytest.raises(UnknownDraft):
        drafts.one(key)


def test_a_draft_is_kept_with_how_it_came(drafts: Drafts) -> None:
    draft = drafts.begin("folder/nq.txt", CLEAN.encode(), BROUGHT, "of-mine", "https://example.vn")
    assert drafts.one(draft.key) == draft
    assert (draft.file, draft.given_id, draft.found_at) == (
        "nq.txt",
        "of-mine",
        "https://example.vn",
    )
    assert draft.brought == BROUGHT
    assert drafts.source(draft.key).read_text(encoding="utf-8") == CLEAN


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [
        pytest.param("nq.MD", b"text", ".md", id="known ending"),
        pytest.param("nq.exe", b"text", ".txt", id="other ending"),
        pytest.param("nq", pdf_file(["a"]), ".pdf", id="no ending"),
    ],
)
def test_a_file_keeps_an_ending_that_sources_have(
    drafts: Drafts, name: str, content: bytes, ending: str
) -> None:
    draft = drafts.begin(name, content, BROUGHT)
    assert drafts.source(draft.key).suffix == ending


def test_what_is_never_read_is_not_kept(drafts: Drafts) -> None:
    with pytest.raises(Refusal):
        drafts.begin("nq.pdf", b"\x7fELF", BROUGHT)
    assert drafts.all() == ()


def test_the_newest_comes_first(drafts: Drafts) -> None:
    later = Event(NOW + timedelta(hours=1), "Hoa", IntakeStep.BROUGHT, "b.txt")
    first, second = begun(drafts), drafts.begin("b.txt", b"b", later)
    assert drafts.all() == (second, first)


def test_a_file_is_read_once_and_that_is_kept(drafts: Drafts) -> None:
    draft = drafts.begin("nq.txt", CLEAN.encode(), BROUGHT)
    assert not drafts.is_read(draft.key)
    drafts.read(draft.key)
    assert drafts.is_read(draft.key)
    assert reading_path(drafts.source(draft.key)).exists()


def test_why_a_file_cannot_be_read_is_kept_until_it_can(drafts: Drafts) -> None:
    draft = drafts.begin("nq.pdf", pdf_file([""]), BROUGHT)
    drafts.read(draft.key)
    assert drafts.is_read(draft.key)
    assert drafts.one(draft.key).unreadable == Unread("NO_TEXT")
    drafts.source(draft.key).write_bytes(pdf_file(["Article 1"]))
    drafts.read(draft.key)
    assert drafts.one(draft.key).unreadable is None


def test_the_bound_that_a_file_exceeds_is_kept(drafts: Drafts) -> None:
    draft = drafts.begin("nq.txt", b"a" * (5 * 2**20 + 1), BROUGHT)
    drafts.read(draft.key)
    assert drafts.one(draft.key).unreadable == Unread("TOO_BIG", most=5)


def test_the_same_file_is_known_again(drafts: Drafts, shelves: Shelves) -> None:
    draft = begun(drafts)
    told = drafts.examine(draft.key, shelves, read_library(shelves.shipped)).extract
    assert told == read_bytes(CLEAN.encode())
    assert drafts.find_same(digest(drafts.source(draft.key))) == draft
    assert drafts.find_same("0" * 64) is None


def test_a_document_of_the_library_is_taken_as_it_is(drafts: Drafts, shelves: Shelves) -> None:
    source = shelves.shipped / "an-giang-14-2025.txt"
    extract = Extract(tuple(OTHER.splitlines()))
    reading_path(source).write_bytes(as_kept(source.read_bytes(), extract))
    draft = drafts.revise(source, BROUGHT)
    assert draft.given_id == "an-giang-14-2025"
    assert drafts.is_read(draft.key)
    candidate = drafts.examine(draft.key, shelves, read_library(shelves.shipped))
    assert candidate.changes_nothing
    assert candidate.extract == extract
    drafts.correct(draft.key, SIGNER, "", CORRECTED)
    assert not drafts.examine(draft.key, shelves, read_library(shelves.shipped)).changes_nothing


def test_the_address_told_at_first_counts_until_corrections_stand(
    drafts: Drafts, shelves: Shelves
) -> None:
    draft = begun(drafts, found_at="https://example.vn/1")
    library = read_library(shelves.shipped)
    candidate = drafts.examine(draft.key, shelves, library)
    assert b"https://example.vn/1" in candidate.corrections
    drafts.correct(draft.key, SIGNER, "", CORRECTED)
    assert drafts.examine(draft.key, shelves, library).corrections == SIGNER


def test_the_address_comes_to_the_corrections_of_the_version_before(
    drafts: Drafts, shelves: Shelves
) -> None:
    (shelves.shipped / "an-giang-14-2025.corrections.toml").write_bytes(SIGNER)
    draft = begun(drafts, OTHER + "\n", found_at="https://example.vn/1")
    candidate = drafts.examine(draft.key, shelves, read_library(shelves.shipped))
    assert candidate.document.signer == "Binh"
    assert b"https://example.vn/1" in candidate.corrections


def test_corrections_are_taken_by_who_saw_those_before(drafts: Drafts, shelves: Shelves) -> None:
    draft = begun(drafts)
    drafts.correct(draft.key, SIGNER, "", CORRECTED)
    with pytest.raises(ChangedMeanwhile):
        drafts.correct(draft.key, b"", "", CORRECTED)
    candidate = drafts.examine(draft.key, shelves, read_library(shelves.shipped))
    assert candidate.document.signer == "Binh"
    drafts.correct(draft.key, b"", drafts.state_of_corrections(draft.key), CORRECTED)
    assert drafts.one(draft.key).events == (BROUGHT, CORRECTED, CORRECTED)


def test_what_is_checked_is_so_until_something_changes(drafts: Drafts, shelves: Shelves) -> None:
    draft, library = begun(drafts), read_library(shelves.shipped)
    candidate = drafts.examine(draft.key, shelves, library)
    assert not draft.is_checked(candidate)
    drafts.check(draft.key, candidate, CHECKED)
    assert drafts.one(draft.key).is_checked(candidate)
    assert drafts.one(draft.key).events == (BROUGHT, CHECKED)
    told = with_statements(b"", {"signer": Correction("Original.", "Binh")})
    drafts.correct(draft.key, told, "", CORRECTED)
    assert not drafts.one(draft.key).checked
    drafts.check(draft.key, drafts.examine(draft.key, shelves, library), CHECKED)
    drafts.name(draft.key, "of-mine", CORRECTED)
    assert not drafts.one(draft.key).checked


def test_a_version_before_that_changes_ends_the_check(drafts: Drafts, shelves: Shelves) -> None:
    draft = begun(drafts, OTHER + "\n")
    library = read_library(shelves.shipped)
    drafts.check(draft.key, drafts.examine(draft.key, shelves, library), CHECKED)
    (shelves.shipped / "an-giang-14-2025.txt").write_text(OTHER + "\n\n", encoding="utf-8")
    assert not drafts.one(draft.key).is_checked(drafts.examine(draft.key, shelves, library))


def test_a_name_given_counts(drafts: Drafts, shelves: Shelves) -> None:
    draft, library = begun(drafts), read_library(shelves.shipped)
    drafts.name(draft.key, "of-mine", CORRECTED)
    assert drafts.examine(draft.key, shelves, library).document.id == "of-mine"
    other = begun(drafts, OTHER + "\n", given_id="of-mine")
    with pytest.raises(OtherId):
        drafts.examine(other.key, shelves, library)


def test_a_draft_is_removed_with_all_its_files(drafts: Drafts, tmp_path: Path) -> None:
    draft = begun(drafts)
    drafts.remove(draft.key)
    drafts.remove(draft.key)
    assert drafts.all() == ()
    assert not (tmp_path / "data" / "drafts" / draft.key).exists()


def test_a_record_that_is_broken_is_no_draft(drafts: Drafts, tmp_path: Path) -> None:
    draft = begun(drafts)
    record = tmp_path / "data" / "drafts" / draft.key / "draft.json"
    record.write_text(json.dumps({"key": draft.key}), encoding="utf-8")
    assert drafts.all() == ()


def cut_short(folder: Path, **files: bytes) -> None:
    """Leave a change of a draft as a crash does that comes once it is decided."""
    (folder / "placing" / "new").mkdir(parents=True)
    for name, content in files.items():
        (folder / "placing" / "new" / name.replace("_", ".")).write_bytes(content)
    (folder / "placing" / "gone.json").write_text("[]")


def test_a_change_that_was_cut_short_is_whole_for_who_comes_next(
    drafts: Drafts, shelves: Shelves, tmp_path: Path
) -> None:
    draft, library = begun(drafts), read_library(shelves.shipped)
    cut_short(tmp_path / "data" / "drafts" / draft.key, source_corrections_toml=SIGNER)
    with pytest.raises(ChangedMeanwhile):
        drafts.correct(draft.key, b"", "", CORRECTED)
    cut_short(tmp_path / "data" / "drafts" / draft.key, source_corrections_toml=b"")
    assert drafts.examine(draft.key, shelves, library).corrections == b""


@dataclass
class Interrupting(Sequence[Resolution]):
    """A library with which something happens once somebody looks into it."""

    documents: Sequence[Resolution]
    happens: Callable[[], None] | None

    def __len__(self) -> int:
        return len(self.documents)

    @overload
    def __getitem__(self, index: int) -> Resolution: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Resolution]: ...

    def __getitem__(self, index: int | slice) -> Resolution | Sequence[Resolution]:
        happens, self.happens = self.happens, None
        if happens:
            happens()
        return self.documents[index]


def test_a_draft_that_changes_while_it_is_examined_is_examined_as_it_is_then(
    drafts: Drafts, shelves: Shelves
) -> None:
    draft = begun(drafts)
    number = with_statements(b"", {"number": Correction("Original.", "77/2025/NQ-HĐND")})
    library = Interrupting(
        read_library(shelves.shipped),
        lambda: drafts.correct(draft.key, number, "", CORRECTED),
    )
    document = drafts.examine(draft.key, shelves, library).document
    assert (document.id, document.head.number) == ("an-giang-77-2025", "77/2025/NQ-HĐND")


def test_a_draft_whose_file_is_gone_is_none_and_hides_no_other(
    drafts: Drafts, tmp_path: Path
) -> None:
    later = Event(NOW + timedelta(hours=1), "Hoa", IntakeStep.BROUGHT, "b.txt")
    known, gone = begun(drafts), drafts.begin("b.txt", b"b", later)
    (tmp_path / "data" / "drafts" / gone.key / "source.txt").unlink()
    with pytest.raises(UnknownDraft):
        drafts.source(gone.key)
    assert drafts.find_same(digest(drafts.source(known.key))) == known


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("in the way", encoding="utf-8")
    with pytest.raises(AdditionLost):
        Drafts(tmp_path / "drafts").begin("nq.txt", b"text", BROUGHT)


def test_a_draft_whose_file_is_gone_is_none_and_hinders_no_other(drafts: Drafts) -> None:
    gone, kept = begun(drafts), begun(drafts, OTHER)
    source = drafts.source(gone.key)
    told = digest(source)
    source.unlink()

    assert [one.key for one in drafts.all()] == [kept.key]
    assert drafts.find_same(told) is None
    assert drafts.find_same(digest(drafts.source(kept.key))) == kept
    with pytest.raises(UnknownDraft):
        drafts.source(gone.key)
