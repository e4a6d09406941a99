"""The kind of a file is told by what is in it."""

from __future__ import annotations

import pytest

from knowledge.readers.extract import Refusal
from knowledge.readers.kinds import FileKind, is_plainly_text, kind_of
from tests.support.documents.papers import damaged_package, package, pdf_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
OPEN_TEXT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        pytest.param("Điều 1. Phạm vi".encode(), FileKind.TEXT, id="text"),
        pytest.param(b"# NGHI QUYET", FileKind.TEXT, id="Markdown"),
        pytest.param(b"", FileKind.TEXT, id="nothing"),
        pytest.param(b"BMX la xe dap", FileKind.TEXT, id="text that begins as a picture does"),
        pytest.param(b"\xef\xbb\xbf<!DOCTYPE html><p>", FileKind.HTML, id="page"),
        pytest.param(b"<?xml version='1.0'?>\n<html lang='vi'>", FileKind.HTML, id="page in XML"),
        pytest.param(b"<!-- saved --> <HTML>", FileKind.HTML, id="page behind a comment"),
        pytest.param(
            b"<!-- a --><!-- b --><?x y?> <html>", FileKind.HTML, id="page behind several"
        ),
        pytest.param(b" " * 5000 + b"<body>", FileKind.HTML, id="page behind blanks"),
        pytest.param(b"<!---->" * 100_000 + b"<p>", FileKind.TEXT, id="comments alone"),
        pytest.param(b"<!--" * 100_000, FileKind.TEXT, id="comment without an end"),
        pytest.param(b"<htmlx>", FileKind.TEXT, id="another element"),
        pytest.param("<html><p>".encode("utf-16"), FileKind.HTML, id="page of wide letters"),
        pytest.param(pdf_file(["a"]), FileKind.PDF, id="PDF"),
        pytest.param(b"\n\n" + pdf_file(["a"]), FileKind.PDF, id="PDF behind empty lines"),
        pytest.param(package({"word/document.xml": "<a/>"}), FileKind.DOCX, id="Word"),
        pytest.param(package(OPEN_TEXT), FileKind.ODT, id="OpenDocument"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), FileKind.DOC, id="old Word"),
        pytest.param(b"{\\rtf1 Dieu}", FileKind.RTF, id="rich text"),
    ],
)
def test_the_content_tells_the_kind(raw: bytes, kind: FileKind) -> None:
    assert kind_of(raw) is kind


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\n <p>Mot", id="mark"),
        pytest.param("Một".encode("utf-16"), id="wide letters"),
        pytest.param(b"a\0b", id="nought"),
        pytest.param(b" %PDF-1.4", id="PDF"),
        pytest.param(package({"a": "a"}), id="archive"),
        pytest.param(b"#!/bin/sh", id="program"),
    ],
)
def test_what_may_be_more_than_text_is_not_plainly_text(raw: bytes) -> None:
    assert not is_plainly_text(raw)


@pytest.mark.parametrize("raw", [b"", b"# NGHI QUYET", "\ufeffĐiều 1. <b>".encode()])
def test_text_is_plainly_text(raw: bytes) -> None:
    assert is_plainly_text(raw)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b"MZ\x90\0" + b"%PDF-1.4", "program", id="Windows program"),
        pytest.param(b"\x7fELF" + bytes(90), "program", id="Linux program"),
        pytest.param(b"#!/bin/sh\nrm -r /", "program", id="script"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "picture", id="picture"),
        pytest.param(b"\x1f\x8b\x08", "archive", id="archive"),
        pytest.param(package({"a.txt": "a"}), "other_archive", id="zip of a text"),
        pytest.param(package({"xl/workbook.xml": "<a/>"}), "other_archive", id="spreadsheet"),
        pytest.param(b"PK\x03\x04 damaged", "not_unpacked", id="damaged zip"),
        pytest.param(damaged_package("mimetype"), "not_unpacked", id="damaged part"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "locked", id="locked Word"),
        pytest.param(OLE + "Workbook".encode("utf-16-le"), "other_office", id="old spreadsheet"),
    ],
)
def test_what_is_no_document_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        kind_of(raw)
