"""Documents in other formats than text, made for tests from lines of text."""

from __future__ import annotations

import html
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import docx
import pypdfium2
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from knowledge.law.resolution import Part, Resolution
from tests.support.documents.letters import label

_SCANNER = 200
"""Dots an inch."""
_HEAD_OF_A_PART = 30
"""Bytes before the name of the first part of a zip archive."""


def paragraphs_of(resolution: Resolution) -> Iterator[str]:
    """Yield what stands on the paper of `resolution`, a paragraph each."""
    for unit in resolution.provisions:
        if unit.address.part is Part.SIGNATURE:
            yield from resolution.recipients
        yield from f"{label(unit.address)} {unit.words}".strip().split("\n")


def word_file(paragraphs: Iterable[str], path: Path) -> Path:
    """Write `paragraphs` as offices set them: A4, 14 points, justified, first lines indented."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.footer.paragraphs[0].text = "Công báo điện tử"
    for text in paragraphs:
        paragraph = document.add_paragraph(text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
        paragraph.paragraph_format.space_after = Pt(6)
        for run in paragraph.runs:
            run.font.size, run.font.name = Pt(14), "DejaVu Serif"
    document.save(str(path))
    return path


def web_page(paragraphs: Sequence[str], path: Path) -> Path:
    """Write `paragraphs` as a page of a legal database, with its menu and list of articles."""
    links = "".join(
        f'<li><a href="#">{html.escape(text)}</a></li>'
        for text in paragraphs
        if text.startswith("Điều")
    )
    body = "\n".join(f"<p><b>{html.escape(text)}</b></p>" for text in paragraphs)
    path.write_text(
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Văn bản</title>"
        "<script>document.write('Điều 1. Khác')</script></head><body><form>"
        f"<div>Trang chủ | Tra cứu</div><ul>{links}</ul>"
        f"<div><h2>Thuộc tính</h2><div id='content'>{body}</div></div>"
        "<div>Bản quyền thuộc cơ quan chủ quản</div></form></body></html>",
        encoding="utf-8",
    )
    return path


def converted(paths: Sequence[Path], ending: str) -> list[Path]:
    """Return `paths` converted by LibreOffice, beside the originals."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing: apt-get install libreoffice-writer-nogui"
    folder = paths[0].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", ending, "--outdir", folder, *paths],
        check=True,
        capture_output=True,
    )
    return [path.with_suffix(f".{ending}") for path in paths]


def scanned(path: Path) -> Path:
    """Return the PDF at `path` as a scanner makes it: a picture a page, in a new file."""
    original, scan = pypdfium2.PdfDocument(path), pypdfium2.PdfDocument.new()
    for page in original:
        width, height = page.get_size()
        bitmap = page.render(scale=_SCANNER / 72, grayscale=True)
        picture = pypdfium2.PdfImage.new(scan)
        picture.set_bitmap(bitmap)
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        copy = scan.new_page(width, height)
        copy.insert_obj(picture)
        copy.gen_content()
    target = path.with_name(f"{path.stem}.scan.pdf")
    scan.save(target)
    return target


def picture_pdf(pages: int) -> bytes:
    """Return a PDF whose pages are grey pictures without a letter."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        picture = pypdfium2.PdfImage.new(document)
        picture.set_bitmap(pypdfium2.PdfBitmap.new_native(8, 8, format=1))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(500, 700))
        page = document.new_page(595, 842)
        page.insert_obj(picture)
        page.gen_content()
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive with `parts`, by their names in it."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            plain = name == "mimetype"
            archive.writestr(name, content, ZIP_STORED if plain else ZIP_DEFLATED)
    return packed.getvalue()


def damaged_package(name: str) -> bytes:
    """Return a zip archive whose one part, `name`, cannot be unpacked."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, "a" * 100)
    raw = bytearray(packed.getvalue())
    content = _HEAD_OF_A_PART + len(name)
    raw[content : content + 4] = b"\xff" * 4
    return bytes(raw)


def pdf_file(pages: Sequence[str], catalogue: str = "", font: str = "") -> bytes:
    """Return a PDF with the lines of a text on each page.

    `catalogue` goes into its root, `font` into its one font.
    """
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
    codes = _codes("".join(pages))
    names = " ".join(f"{code} /uni{ord(letter):04X}" for letter, code in codes.items())
    encoding = f" /Encoding << /Type /Encoding /Differences [{names}] >>" if names else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman{encoding} {font} >>",
    ]
    for place, text in enumerate(pages):
        lines = (_escaped(line, codes) for line in text.split("\n"))
        drawn = "BT /F 12 Tf 14 TL 72 720 Td " + " T* ".join(f"({one}) Tj" for one in lines) + " ET"
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            f" /Resources << /Font << /F 3 0 R >> >> /Contents {5 + 2 * place} 0 R >>",
            f"<< /Length {len(drawn)} >> stream\n{drawn}\nendstream",
        ]
    return _numbered(objects)


def _codes(text: str) -> dict[str, int]:
    """Return a code of the font for each letter of `text` that ASCII lacks."""
    return {
        letter: 128 + place
        for place, letter in enumerate(sorted({*text} - {*map(chr, range(128))}))
    }


def _escaped(line: str, codes: Mapping[str, int]) -> str:
    special = {letter: f"\\{letter}" for letter in "()\\"}
    own = {letter: f"\\{code:03o}" for letter, code in codes.items()}
    return "".join({**special, **own}.get(letter, letter) for letter in line)


def _numbered(objects: Sequence[str]) -> bytes:
    """Return `objects` as a PDF with its table of where each begins."""
    written = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj {content} endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF"
    return f"{written}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()
