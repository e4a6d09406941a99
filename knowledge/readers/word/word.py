"""Word files (.docx): every letter that a reader of the printed text sees, numbers included."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from knowledge.law.findings import Finding, FindingKind
from knowledge.readers.extract import Extract, Refusal, UnreadableReason
from knowledge.readers.text.encodings import decoded, legacy_of_font
from knowledge.readers.text.omissions import Cause, Omissions, unreserved
from knowledge.readers.text.plain_text import extract_of
from knowledge.readers.text.raised import raised
from knowledge.readers.text.tables import table_lines
from knowledge.readers.word.footnotes import FootNotes
from knowledge.readers.word.numbering import Numbering
from knowledge.readers.word.package import Package
from knowledge.readers.word.styles import Styles
from knowledge.readers.word.wordml import child, name_of, value

_ASIDE = re.compile(r"word/(?:header|footer|comments)\d*\.xml")
"""The parts of a file that are not its text."""
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_GONE = frozenset({"del", "moveFrom", "instrText", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr"})
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(raw: bytes) -> Extract:
    """Return the lines of the Word file `raw`: a paragraph each, a row of a table each.

    Raises:
        Refusal: the file is damaged, holds no text, or is built to do harm.
    """
    package = Package(raw)
    body = child(package.xml("word/document.xml"), "body")
    reader = _Reader(package)
    lines = list(reader.document(body)) if body is not None else []
    lines, omitted = reader.omissions.settle("\n".join(lines).split("\n"))
    if not any(line.strip() for line in lines):
        raise Refusal(UnreadableReason.PICTURES)
    return extract_of("\n".join(lines), (*_aside(package), *omitted, *reader.findings()))


class _Reader:
    """Reads the blocks of one document in order."""

    def __init__(self, package: Package) -> None:
        self._numbering = Numbering(package.xml("word/numbering.xml"))
        self._styles = Styles(package.xml("word/styles.xml"))
        self._converted: set[str] = set()
        self._notes = FootNotes(package)
        self.omissions = Omissions()

    def document(self, body: etree._Element) -> Iterator[str]:
        """Yield the lines of `body`, then those of the notes to which they lead."""
        yield from self.blocks(body)
        for sign, note in self._notes.referred():
            text = "\n".join(line for line in self.blocks(note) if line.strip())
            yield f"[{sign}] {text.strip()}"

    def blocks(self, parent: etree._Element) -> Iterator[str]:
        """Yield the lines of the paragraphs and tables in `parent`, however they are wrapped."""
        for block in parent:
            name = name_of(block)
            if name == "p":
                yield from self._paragraph(block)
            elif name == "tbl":
                yield from table_lines(
                    [list(self.blocks(cell)) for cell in _inside(row, "tc")]
                    for row in _inside(block, "tr")
                )
            elif name not in _GONE and block.tag != _ALTERNATE:
                yield from self.blocks(block)

    def findings(self) -> Iterator[Finding]:
        """Yield what had to be converted."""
        if self._converted:
            yield Finding(FindingKind.CONVERTED, 1, detail=", ".join(sorted(self._converted)))

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle"))
        boxes: list[etree._Element] = []
        text = "".join(self._runs(paragraph, style, boxes))
        label = self._label(properties, style) if text.strip() else ""
        yield f"{label} {text}" if label else text
        for box in boxes:
            yield from self.blocks(box)

    def _label(self, properties: etree._Element | None, style: str) -> str:
        """Return the number that Word puts before a paragraph, "" for none."""
        listed = child(properties, "numPr")
        number, depth = self._styles.list_of(style)
        number = value(child(listed, "numId")) or number
        own_depth = value(child(listed, "ilvl"))
        return self._numbering.label(number, int(own_depth) if own_depth.isdigit() else depth)

    def _runs(
        self, parent: etree._Element, style: str, boxes: list[etree._Element]
    ) -> Iterator[str]:
        """Yield the text of `parent` run by run; text boxes are put aside into `boxes`."""
        for element in parent:
            name = name_of(element)
            if name == "r":
                yield self._run(element, style, boxes)
            elif name in {"del", "moveFrom"}:
                parts = (part for part in element.iter() if name_of(part) in {"t", "delText"})
                words = "".join(part.text or "" for part in parts)
                yield self.omissions.placeholder(words, Cause.STRUCK)
            elif name == "txbxContent":
                boxes.append(element)
            elif name not in _GONE and element.tag != _ALTERNATE:
                yield from self._runs(element, style, boxes)

    def _run(self, run: etree._Element, style: str, boxes: list[etree._Element]) -> str:
        look = self._styles.look(child(run, "rPr"), style)
        text = self._in_unicode("".join(self._signs(run, style, boxes)), look.font)
        if look.is_hidden:
            return self.omissions.placeholder(text, Cause.HIDDEN)
        if look.is_struck:
            return self.omissions.placeholder(text, Cause.STRUCK)
        return raised(text) if look.is_raised else text

    def _in_unicode(self, text: str, font: str) -> str:
        legacy = legacy_of_font(font)
        if legacy is None or text.isascii():
            return text
        self._converted.add(legacy.value)
        drawn_large = font.casefold().startswith(".vn") and font.endswith("H")
        return decoded(text, legacy).upper() if drawn_large else decoded(text, legacy)

    def _signs(self, run: etree._Element, style: str, boxes: list[etree._Element]) -> Iterator[str]:
        for element in run:
            name = name_of(element)
            if name == "t":
                yield unreserved(element.text or "")
            elif name in {"footnoteReference", "endnoteReference"}:
                yield self._notes.mark(name, value(element, "id"))
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name not in _GONE and name != "delText" and element.tag != _ALTERNATE:
                yield from self._runs(element, style, boxes)


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the elements called `name` in `element`, also those in a wrapper of Word's."""
    for inner in element:
        if name_of(inner) == name:
            yield inner
        elif name_of(inner) in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from _inside(inner, name)


def _aside(package: Package) -> Iterator[Finding]:
    """Yield what stands in the file and is not its text."""
    for name in sorted(package.names):
        part = package.xml(name) if _ASIDE.fullmatch(name) else None
        texts = [text for paragraph in _texts(part) if (text := paragraph.strip())]
        if texts:
            yield Finding(FindingKind.LEFT_OUT, 1, " ".join(texts)[:60], "1")
    if any(name.endswith("vbaProject.bin") for name in package.names):
        yield Finding(FindingKind.ACTIVE_CONTENT, 1)


def _texts(part: etree._Element | None) -> list[str]:
    """Return the paragraphs of a part that is not the document's text."""
    if part is None:
        return []
    return [
        "".join(element.text or "" for element in paragraph.iter() if name_of(element) == "t")
        for paragraph in part.iter()
        if name_of(paragraph) == "p"
    ]
