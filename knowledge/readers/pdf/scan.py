"""Scanned pages: OCRmyPDF lays the text that Tesseract recognises behind their pictures."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.law.findings import Finding, FindingKind
from knowledge.readers.extract import Extract, Refusal, UnreadableReason
from knowledge.readers.pdf.pdf import read_recognised
from knowledge.readers.tools import ToolMissing, find_tool, run_tool

_PACKAGES = "ocrmypdf tesseract-ocr-vie"
_LACKING = "scanned pages cannot be read"
_SECONDS_A_PAGE = 60


def read(raw: bytes) -> Extract:
    """Return the lines that are recognised on the pages of the PDF `raw`.

    Raises:
        Refusal: the recognition is not installed or cannot take the file.
    """
    return read_recognised(_recognised(raw, "--skip-text"))


def read_anew(raw: bytes) -> Extract:
    """Return the same for a PDF whose own text is of no use: that is recognised, too.

    Raises Refusal as `read` does.
    """
    extract = read_recognised(_recognised(raw, "--force-ocr"))
    return replace(
        extract, findings=(*extract.findings, Finding(FindingKind.NO_UNICODE, 1, "", ""))
    )


def _recognised(raw: bytes, what: str) -> bytes:
    """Return the PDF `raw` with recognised text: `what` tells on which of its pages."""
    ocrmypdf = find_tool("ocrmypdf", _LACKING, _PACKAGES)
    tesseract = find_tool("tesseract", _LACKING, _PACKAGES)
    if "vie" not in _languages(tesseract):
        raise ToolMissing(_LACKING, _PACKAGES)
    with TemporaryDirectory() as name:
        source, target = Path(name) / "source.pdf", Path(name) / "target.pdf"
        source.write_bytes(raw)
        options = ("--language", "vie", what, "--rotate-pages", "--quiet")
        quickly = ("--output-type", "pdf", "--optimize", "0", "--fast-web-view", "0")
        patience = ("--tesseract-timeout", str(_SECONDS_A_PAGE))
        run_tool([ocrmypdf, *options, *quickly, *patience, source, target])
        if not target.exists():
            raise Refusal(UnreadableReason.NOT_RECOGNISED)
        return target.read_bytes()


def _languages(tesseract: str) -> list[str]:
    listed = subprocess.run(  # noqa: S603 - found by `find_tool`
        [tesseract, "--list-langs"], capture_output=True, encoding="utf-8", check=False
    )
    return listed.stdout.split()
