"""The kind of a file, told by its content: an ending proves nothing."""

from __future__ import annotations

import re
from enum import StrEnum
from io import BytesIO
from zipfile import ZipFile

from knowledge.readers.extract import Refusal, UnreadableReason
from knowledge.readers.text.archive import unpacking


class FileKind(StrEnum):
    """The kinds of files that can be read; the value is the usual ending."""

    TEXT = "txt"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    DOC = "doc"
    RTF = "rtf"
    PDF = "pdf"


_PROGRAMS = (b"\x7fELF", b"MZ", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = b"{\\rtf"
_ZIP = b"PK\x03\x04"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MARK = b"\xef\xbb\xbf"
_FIRST = re.compile(rb"<(?:!doctype\s{1,99}html|html|head|body)\b")
_ASIDES = ((b"<?", b"?>"), (b"<!--", b"-->"))
"""The parts that may stand before the first element of a page: how each begins and ends."""
_HEAD = 1024
"""Bytes at the start in which a PDF must say what it is."""
_PREFACE = 2**20
"""Bytes at the start in which a page must say what it is."""


def kind_of(raw: bytes) -> FileKind:
    """Return the kind of the file with the content `raw`.

    Raises:
        Refusal: it is of a kind that is never read, such as a program or a picture.
    """
    _refuse_other_kinds(raw)
    head = raw[:_HEAD]
    if b"%PDF-" in head:
        return FileKind.PDF
    if raw.startswith(_ZIP):
        return _kind_of_package(raw)
    if raw.startswith(_OLE):
        return _kind_of_compound(raw)
    if raw.startswith(_RICH_TEXT):
        return FileKind.RTF
    return FileKind.HTML if _is_page(raw[:_PREFACE]) else FileKind.TEXT


def is_plainly_text(raw: bytes) -> bool:
    """Return True if a glance tells that `raw` can be nothing but text, in letters of a byte.

    Of any other content, `kind_of` is asked where it can do no harm.
    """
    beginnings = (*_PROGRAMS, *_PICTURES, *_ARCHIVES, _OLE, _ZIP, _RICH_TEXT, *_WIDE)
    is_other = raw.startswith(beginnings) or b"%PDF-" in raw[:_HEAD] or b"\0" in raw[:_HEAD]
    return not is_other and not raw.removeprefix(_MARK).lstrip().startswith(b"<")


def _is_page(raw: bytes) -> bool:
    """Return True if the first element of `raw` is one of a page; each byte is looked at once."""
    bare = raw.removeprefix(_MARK).replace(b"\0", b"").lstrip(b"\xff\xfe").lower()
    place = _behind_blanks(bare, 0)
    while True:
        ending = next((end for begin, end in _ASIDES if bare.startswith(begin, place)), None)
        if ending is None:
            return _FIRST.match(bare, place) is not None
        end = bare.find(ending, place)
        if end < 0:
            return False
        place = _behind_blanks(bare, end + len(ending))


def _behind_blanks(raw: bytes, place: int) -> int:
    """Return the first place from `place` on where no blank stands."""
    while raw[place : place + 1].isspace():
        place += 1
    return place


def _refuse_other_kinds(raw: bytes) -> None:
    if raw.startswith(_PROGRAMS):
        raise Refusal(UnreadableReason.PROGRAM)
    if raw.startswith(_PICTURES) and not raw[:_HEAD].isascii():
        raise Refusal(UnreadableReason.PICTURE)
    if raw.startswith(_ARCHIVES):
        raise Refusal(UnreadableReason.ARCHIVE)


def _kind_of_package(raw: bytes) -> FileKind:
    """Return what the zip archive `raw` packs: Word and OpenDocument files are such archives."""
    with unpacking(), ZipFile(BytesIO(raw)) as package:
        names = frozenset(package.namelist())
        media_type = package.open("mimetype").read(_HEAD) if "mimetype" in names else b""
    if "word/document.xml" in names:
        return FileKind.DOCX
    if media_type.strip() == _OPEN_TEXT:
        return FileKind.ODT
    raise Refusal(UnreadableReason.OTHER_ARCHIVE)


def _kind_of_compound(raw: bytes) -> FileKind:
    """Return what the compound file `raw` holds: old Word files and locked new ones are such."""
    if _stream("EncryptedPackage") in raw:
        raise Refusal(UnreadableReason.LOCKED)
    if _stream("WordDocument") in raw:
        return FileKind.DOC
    raise Refusal(UnreadableReason.OTHER_OFFICE)


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")
