"""PDF files: the text that they hold, in the order in which it is read."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase

import pypdfium2
from pypdfium2 import raw as pdfium

from knowledge.language.text import fold
from knowledge.law.findings import Finding, FindingKind
from knowledge.readers.extract import Extract, Refusal, Scanned, UnreadableReason
from knowledge.readers.pdf.columns import blocks
from knowledge.readers.pdf.flow import flowing
from knowledge.readers.pdf.furniture import without_furniture
from knowledge.readers.pdf.glyphs import Glyph
from knowledge.readers.pdf.legibility import is_illegible, misread
from knowledge.readers.pdf.page_notes import notes_apart
from knowledge.readers.pdf.paging import paged
from knowledge.readers.pdf.printed import PrintedLine, printed_lines
from knowledge.readers.text.encodings import recognised
from knowledge.readers.text.plain_text import extract_of

_MOST_PAGES = 2_000
_FEWEST_LETTERS = 20
"""Letters from which a page holds text; a scanner's stamp is shorter."""
_LOST = "\ufffd"
"""A stand-in for a letter that the file does not name."""
_GARBLED_SHARE = 0.1
_PRIVATE = range(0xE000, 0xF900)
"""Unicode's private use area: a font decides what such a character shows."""
_BULLETS = frozenset((0xF0B7, 0xF0A7, 0xF0A8, 0xF0D8, 0xF0FC, 0xF076, 0xF06E, 0xF071))
"""Characters of the fonts of symbols that offices use as the bullet of an item."""
_FIRST_SIGNS = 0xFF
_TYPOGRAPHIC = frozenset("–—‘’“”…•")
_HYPHEN = 0x02
"""The character that PDFium gives for a hyphen at the end of a line."""


def read(raw: bytes) -> Extract:
    """Return the lines of the PDF `raw`: a paragraph each where the setting tells paragraphs.

    Raises:
        Scanned: pages of the file are pictures, or their text is of no use.
        Refusal: the file is damaged, locked or too long, or holds nothing.
    """
    pages, active = _pages(raw)
    letters = [sum(letter.isalpha() for line in page for letter in line.text) for page in pages]
    scanned = sum(count < _FEWEST_LETTERS for count in letters)
    garbled = _is_garbled(pages)
    if scanned and _shows_pictures(raw):
        raise Scanned(scanned, is_garbled=garbled)
    if garbled:
        raise Scanned(len(pages), is_garbled=True)
    extract = _extract(pages, [Finding(FindingKind.ACTIVE_CONTENT, 1)] if active else [])
    known = any(finding.fault is FindingKind.NO_UNICODE for finding in extract.findings)
    wrong = () if known else misread(extract.lines)
    return replace(extract, findings=(*extract.findings, *wrong))


def _is_garbled(pages: Sequence[Sequence[PrintedLine]]) -> bool:
    """Return True if so many letters are not told, or wrongly, that only a recognition can help."""
    text = "\n".join(line.text for page in pages for line in page)
    lost = text.count(_LOST) > _GARBLED_SHARE * len(text)
    return lost or (recognised(text) is None and is_illegible(text))


def read_recognised(raw: bytes) -> Extract:
    """Return the lines of the PDF `raw`, behind whose pictures recognised text lies."""
    pages, _ = _pages(raw)
    return _extract(pages, [Finding(FindingKind.RECOGNISED, 1, detail=str(len(pages)))])


def _extract(pages: list[list[PrintedLine]], findings: list[Finding]) -> Extract:
    kept, left_out = without_furniture([line for page in pages for line in page])
    if not kept:
        raise Refusal(UnreadableReason.NO_TEXT)
    text, notes = notes_apart(kept)
    parts = list(blocks(text))
    lines = flowing(parts)
    findings = [*findings, *left_out, *_without_unicode([*lines, *notes])]
    return paged(extract_of("\n".join([*lines, *notes]), tuple(findings)), lines, parts)


def _pages(raw: bytes) -> tuple[list[list[PrintedLine]], bool]:
    """Return the printed lines of each page, and whether the file holds scripts."""
    document = _opened(raw)
    try:
        if len(document) > _MOST_PAGES:
            raise Refusal(UnreadableReason.TOO_MANY_PAGES, most=_MOST_PAGES)
        active = pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0
        lines = [
            printed_lines(_glyphs(document[place]), place + 1) for place in range(len(document))
        ]
        return lines, active
    finally:
        document.close()


def _opened(raw: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refusal(UnreadableReason.LOCKED) from error
        raise Refusal(UnreadableReason.NO_PDF) from error


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """Yield what `page` draws; an accent that follows its letter goes with it."""
    text = page.get_textpage()
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    left, right, low, high = (ctypes.c_double() for _ in range(4))
    for place in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, place)
        letter = _letter(code, is_known=pdfium.FPDFText_HasUnicodeMapError(text, place) != 1)
        if pdfium.FPDFText_IsGenerated(text, place) == 1 or not letter:
            continue
        pdfium.FPDFText_GetCharOrigin(text, place, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, place, box)
        size = max(box.top - box.bottom, 1.0)
        if unicodedata.combining(chr(code)):
            pdfium.FPDFText_GetCharBox(text, place, left, right, low, high)
            box.left, box.right = left.value, right.value
        yield Glyph(letter, box.left, box.right, y.value, size)


def _letter(code: int, *, is_known: bool) -> str:
    """Return the letter that the file gives for a drawn sign, "" for what draws nothing."""
    if code == _HYPHEN:
        return "-"
    if code in _BULLETS:
        return "•"
    if code in _PRIVATE or not (code and (is_known or _is_written(code))):
        return _LOST
    return chr(code) if chr(code).isprintable() or chr(code).isspace() else ""


def _is_written(code: int) -> bool:
    """Return True if `code` is surely a letter or mark of Vietnamese, whatever its font tells.

    The font of recognised text tells one map for all signs, of which PDFium reads the first 256.
    """
    sign = chr(code)
    return code > _FIRST_SIGNS and (sign in _TYPOGRAPHIC or fold(sign) in ascii_lowercase)


def _without_unicode(lines: list[str]) -> list[Finding]:
    """Return the fault of letters that the file does not tell, at the first line with some."""
    lost = [number for number, line in enumerate(lines, start=1) if _LOST in line]
    if not lost:
        return []
    count = sum(line.count(_LOST) for line in lines)
    return [Finding(FindingKind.NO_UNICODE, lost[0], lines[lost[0] - 1][:60], str(count))]


def _shows_pictures(raw: bytes) -> bool:
    """Return True if a page of the PDF `raw` draws a picture."""
    document = _opened(raw)
    try:
        return any(
            next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3), None)
            for page in document
        )
    finally:
        document.close()
