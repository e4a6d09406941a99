"""The parts of a Word file, which is a zip archive of XML: taken out within bounds."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile

from lxml import etree

from knowledge.readers.extract import Refusal, UnreadableReason
from knowledge.readers.text.archive import unpacking

_MOST_PARTS = 5_000
_LARGEST_PART = 40 * 2**20
_LARGEST_WHOLE = 400 * 2**20


class Package:
    """An opened Office file; nothing of it is ever written to a disk."""

    def __init__(self, raw: bytes) -> None:
        """Open the archive `raw`.

        Raises:
            Refusal: it is damaged, would unpack to too much, or names files outside itself.
        """
        with unpacking():
            self._archive = ZipFile(BytesIO(raw))
        parts = self._archive.infolist()
        self.names = frozenset(part.filename for part in parts)
        paths = [PurePosixPath(name.replace("\\", "/")) for name in self.names]
        if any(path.is_absolute() or ".." in path.parts for path in paths):
            raise Refusal(UnreadableReason.LEADS_OUT)
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_WHOLE:
            raise Refusal(UnreadableReason.BOMB)

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of the part `name`, None where there is no such part.

        Raises:
            Refusal: the part is damaged, too big, or declares entities.
        """
        if name not in self.names:
            return None
        with unpacking(), self._archive.open(name) as part:
            raw = part.read(_LARGEST_PART + 1)
        if len(raw) > _LARGEST_PART:
            raise Refusal(UnreadableReason.BOMB)
        return _parsed(raw)


def _parsed(raw: bytes) -> etree._Element:
    """Return the root of the XML `raw`; no entity is expanded and nothing fetched.

    No word processor writes a DOCTYPE: it is refused in any width of letters.
    """
    if b"<!DOCTYPE" in raw.replace(b"\0", b""):
        raise Refusal(UnreadableReason.ENTITIES)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise Refusal(UnreadableReason.NO_XML) from error
    return root
