"""PDF files: the text that they hold, in the order in which it is read."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw as pdfium

from knowledge.findings import Fault, Finding
from knowledge.readers.columns import blocks
from knowledge.readers.extract import Extract, Reason, Refusal, Scanned
from knowledge.readers.flow import flowing
from knowledge.readers.furniture import without_furniture
from knowledge.readers.plain_text import extract_of
from knowledge.readers.printed import Glyph, Line, printed_lines

_MOST_PAGES = 2_000
_FEWEST_LETTERS = 20
"""Letters from which a page holds text; a scanner's stamp is shorter."""
_HYPHEN = 0x02
"""How PDFium gives a hyphen at the end of a line."""


def read(raw: bytes) -> Extract:
    """Return the lines of the PDF `raw`: a paragraph each where the setting tells paragraphs.

    Raises:
        Scanned: pages of the file are pictures.
        Refusal: the file is damaged, locked or too long, or holds nothing.
    """
    pages, active = _pages(raw)
    scanned = sum(sum(map(_letters, page)) < _FEWEST_LETTERS for page in pages)
    if scanned and _shows_pictures(raw):
        raise Scanned(scanned)
    return _extract(pages, [Finding(Fault.ACTIVE_CONTENT, 1)] if active else [])


def read_recognised(raw: bytes) -> Extract:
    """Return the lines of the PDF `raw`, behind whose pictures recognised text lies."""
    pages, _ = _pages(raw)
    return _extract(pages, [Finding(Fault.RECOGNISED, 1, detail=str(len(pages)))])


def _extract(pages: list[list[Line]], told: list[Finding]) -> Extract:
    kept, left_out = without_furniture([line for page in pages for line in page])
    if not kept:
        raise Refusal(Reason.NO_TEXT)
    return extract_of("\n".join(flowing(list(blocks(kept)))), (*told, *left_out))


def _pages(raw: bytes) -> tuple[list[list[Line]], bool]:
    """Return the printed lines of each page, and whether the file holds scripts."""
    document = _opened(raw)
    try:
        if len(document) > _MOST_PAGES:
            raise Refusal(Reason.TOO_MANY_PAGES, most=_MOST_PAGES)
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
            raise Refusal(Reason.LOCKED) from error
        raise Refusal(Reason.NO_PDF) from error


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """Yield what `page` draws; an accent that follows its letter goes with it."""
    text = page.get_textpage()
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for place in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, place)
        if pdfium.FPDFText_IsGenerated(text, place) == 1 or not _is_drawn(code):
            continue
        pdfium.FPDFText_GetCharOrigin(text, place, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, place, box)
        size = max(box.top - box.bottom, 1.0)
        yield Glyph("-" if code == _HYPHEN else chr(code), box.left, box.right, y.value, size)


def _is_drawn(code: int) -> bool:
    return code == _HYPHEN or chr(code).isprintable() or chr(code).isspace()


def _letters(line: Line) -> int:
    return sum(letter.isalpha() for letter in line.text)


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
