"""What every reader has to do: the same document in every format gives the same structure."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from knowledge.law.findings import FindingKind
from knowledge.law.resolution import Resolution
from knowledge.parsing.lint import find_faults, lint
from knowledge.parsing.parser import parse_source
from knowledge.readers.text.encodings import Legacy, western_bytes
from tests.support.documents.documents import (
    BINH_DUONG,
    BUNDLED,
    CA_MAU,
    LANG_SON,
    NINH_BINH,
    source_of,
)
from tests.support.documents.legacy import encoded
from tests.support.documents.papers import converted, paragraphs_of, scanned, web_page, word_file

REQUIRED = os.environ.get("DANBIET_TOOLS") == "required"
needs_office = pytest.mark.skipif(
    not REQUIRED and shutil.which("soffice") is None, reason="LibreOffice is not installed"
)
needs_recognition = pytest.mark.skipif(
    not REQUIRED and None in (shutil.which("soffice"), shutil.which("ocrmypdf")),
    reason="OCRmyPDF is not installed",
)


SCANNED = BUNDLED if os.environ.get("DANBIET_SCANS") == "all" else (BINH_DUONG, CA_MAU)
"""The documents that are scanned: the recognition takes three seconds a page."""


@dataclass(frozen=True, slots=True)
class Papers:
    """The bundled documents, and the files that the tests have made of them."""

    originals: Mapping[str, Resolution]
    word: Mapping[str, Path]
    folder: Path

    def paragraphs(self, name: str) -> list[str]:
        return list(paragraphs_of(self.originals[name]))


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    folder = tmp_path_factory.mktemp("papers")
    originals = {name: parse_source(source_of(name)).resolution for name in BUNDLED}
    word = {
        name: word_file(paragraphs_of(resolution), folder / f"{name}.docx")
        for name, resolution in originals.items()
    }
    return Papers(originals, word, folder)


@pytest.fixture(scope="module")
def printed(papers: Papers) -> dict[str, Path]:
    return dict(zip(BUNDLED, converted(list(papers.word.values()), "pdf"), strict=True))


@pytest.fixture(scope="module")
def open_documents(papers: Papers) -> dict[str, Path]:
    return dict(zip(BUNDLED, converted(list(papers.word.values()), "odt"), strict=True))


def assert_same(original: Resolution, read: Resolution, equality: float) -> None:
    __tracebackhide__ = True
    assert [unit.address.path for unit in read.provisions] == [
        unit.address.path for unit in original.provisions
    ]
    assert [unit.address.part for unit in read.provisions] == [
        unit.address.part for unit in original.provisions
    ]
    assert _equality(original, read) >= equality


def _equality(original: Resolution, read: Resolution) -> float:
    """Return the share of the letters of both that stand in the same units in the same order."""
    same = total = 0
    for ours, theirs in zip(original.provisions, read.provisions, strict=True):
        total += len(ours.words) + len(theirs.words)
        matcher = SequenceMatcher(None, ours.words, theirs.words, autojunk=False)
        alike = ours.words == theirs.words
        same += 2 * (
            len(ours.words) if alike else sum(one.size for one in matcher.get_matching_blocks())
        )
    return same / total


@pytest.mark.parametrize("name", BUNDLED)
def test_a_word_file_gives_the_same_structure(papers: Papers, name: str) -> None:
    reading = parse_source(papers.word[name])
    assert_same(papers.originals[name], reading.resolution, 0.99)
    assert reading.resolution.recipients == papers.originals[name].recipients


@pytest.mark.parametrize("name", BUNDLED)
def test_a_web_page_gives_the_same_structure(papers: Papers, name: str) -> None:
    page = web_page(papers.paragraphs(name), papers.folder / f"{name}.html")
    reading = parse_source(page)
    assert_same(papers.originals[name], reading.resolution, 0.99)
    assert FindingKind.LEFT_OUT in {finding.fault for finding in reading.findings}


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda text: encoded(text, Legacy.TCVN3), id="TCVN3"),
        pytest.param(lambda text: encoded(text, Legacy.VNI), id="VNI"),
        pytest.param(lambda text: encoded(text, Legacy.WINDOWS_1258), id="Windows-1258"),
        pytest.param(lambda text: unicodedata.normalize("NFD", text).encode(), id="taken apart"),
        pytest.param(lambda text: text.encode("utf-16"), id="UTF-16"),
    ],
)
def test_a_text_in_any_encoding_gives_the_same_structure(
    papers: Papers, tmp_path: Path, name: str, write: Callable[[str], bytes]
) -> None:
    text = source_of(name).read_text(encoding="utf-8").translate({ord("干"): "-", ord("涉"): "-"})
    path = tmp_path / f"{name}.txt"
    path.write_bytes(write(text))
    assert_same(papers.originals[name], parse_source(path).resolution, 0.99)


@needs_office
@pytest.mark.parametrize("name", BUNDLED)
def test_an_opendocument_file_gives_the_same_structure(
    papers: Papers, open_documents: dict[str, Path], name: str
) -> None:
    assert_same(papers.originals[name], parse_source(open_documents[name]).resolution, 0.99)


@needs_office
@pytest.mark.parametrize("ending", ["doc", "rtf"])
def test_an_old_word_file_gives_the_same_structure(papers: Papers, ending: str) -> None:
    [path] = converted([papers.word[LANG_SON]], ending)
    assert_same(papers.originals[LANG_SON], parse_source(path).resolution, 0.99)


@needs_office
@pytest.mark.parametrize("name", BUNDLED)
def test_a_pdf_gives_the_same_structure_without_its_footers(
    papers: Papers, printed: dict[str, Path], name: str
) -> None:
    reading = parse_source(printed[name])
    assert_same(papers.originals[name], reading.resolution, 0.99)
    left_out = [found.excerpt for found in reading.findings if found.fault is FindingKind.LEFT_OUT]
    assert left_out == ["Công báo điện tử"]


@needs_recognition
@pytest.mark.parametrize("name", SCANNED)
def test_a_scan_gives_the_same_structure_and_says_that_it_is_one(
    papers: Papers, printed: dict[str, Path], name: str
) -> None:
    path = scanned(printed[name])
    reading = parse_source(path)
    assert_same(papers.originals[name], reading.resolution, 0.97)
    told = {finding.fault for finding in find_faults(reading.lines, reading)}
    broken = {one.fault for one in lint(source_of(name)) if one.fault is FindingKind.BROKEN_WORD}
    assert told >= {FindingKind.RECOGNISED, *broken}


def test_lint_reads_what_the_parser_reads(papers: Papers) -> None:
    found = {finding.fault for finding in lint(papers.word[NINH_BINH])}
    assert FindingKind.LEFT_OUT in found


def test_the_content_tells_the_format_and_not_the_ending(papers: Papers, tmp_path: Path) -> None:
    path = tmp_path / "lang-son.txt"
    path.write_bytes(papers.word[LANG_SON].read_bytes())
    assert_same(papers.originals[LANG_SON], parse_source(path).resolution, 0.99)


def test_western_letters_survive_their_bytes() -> None:
    assert western_bytes("é“Ö”") == "é“Ö”".encode("cp1252")
