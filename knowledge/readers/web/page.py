"""Web pages, as people save them from legal databases: the document without the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree, html

from knowledge.law.findings import Finding, FindingKind
from knowledge.readers.extract import Extract, Refusal, UnreadableReason, tidy
from knowledge.readers.text.encodings import western
from knowledge.readers.text.omissions import Cause, Omissions, unreserved
from knowledge.readers.text.plain_text import extract_of
from knowledge.readers.text.raised import raised
from knowledge.readers.text.tables import table_lines
from knowledge.readers.web.sight import PageLook, Sight

_DECLARED = re.compile(
    rb"<meta[^>]{1,200}charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{1,40})", re.IGNORECASE
)
_HEAD = 4096
"""Bytes in which a page must declare its encoding."""
_NEVER_SHOWN = (
    *("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed"),
    *("select", "button", "input", "textarea", "audio", "video", "canvas"),
)
_AROUND = ("nav", "aside", "footer", "menu", "dialog")
_BLOCKS = frozenset(
    (
        *("address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "form"),
        *("fieldset", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend"),
        *("li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead"),
        *("tr", "ul"),
    )
)
_INSIDE = {"table": ("tr", "td"), "tbody": ("tr", "td"), "thead": ("tr", "td"), "tr": ("td",)}
"""The elements that have to stand around words in a part of a table."""
_OWN = re.compile(
    r"Điều\s+\d+\s*[.:]|Căn cứ (?:Luật|Hiến|Nghị|Bộ|Pháp|Thông)|Nơi nhận\s*:|Số\s*:\s*\d*\S*/"
)
"""The beginnings of a document's lines; around it only links begin so."""


def read(raw: bytes) -> Extract:
    """Return the lines of the document on the web page `raw`.

    Raises:
        Refusal: the page holds no text.
    """
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_decoded(raw), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Refusal(UnreadableReason.NO_TEXT) from error
    omissions = _omitted(root)
    _prune(root, _NEVER_SHOWN)
    everything, _ = omissions.settle(_lines(root))
    _prune(root, _AROUND)
    lines, omitted = omissions.settle(_lines(_document(root)))
    if not any(lines):
        raise Refusal(UnreadableReason.NO_TEXT)
    return extract_of("\n".join(lines), (*omitted, *_left_out(everything, lines)))


def _decoded(raw: bytes) -> str:
    """Return the text of the page: in UTF-8 or UTF-16, else in the encoding that it declares."""
    try:
        return raw.decode("utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError:
        declared = _DECLARED.search(raw[:_HEAD])
        name = declared[1].decode("ascii", "replace").lower() if declared else ""
        return raw.decode("cp1258", "replace") if name == "windows-1258" else western(raw)


def _omitted(root: html.HtmlElement) -> Omissions:
    """Put a placeholder where words are struck or hidden, and raised digits where they are raised.

    Hidden words inside struck ones go with them.
    """
    omissions, sight = Omissions(), Sight(root)
    for element in _shown(root):
        element.text, element.tail = _unreserved(element.text), _unreserved(element.tail)
    for element, look in [(shown, sight.look(shown)) for shown in _shown(root)]:
        if look is None or (element is not root and element.getparent() is None):
            continue
        if look is PageLook.RAISED:
            _empty(element, raised(element.text_content()))
        else:
            words = omissions.placeholder(element.text_content(), Cause(look.value))
            _empty(element, words)
    return omissions


def _shown(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the elements of the body: what a head holds is never shown."""
    for body in root.iter("body"):
        yield from (element for element in body.iter() if isinstance(element.tag, str))


def _empty(element: html.HtmlElement, text: str) -> None:
    """Put `text` for all that `element` holds; a part of a table stays one."""
    for child in list(element):
        element.remove(child)
    inner = element
    for tag in _INSIDE.get(str(element.tag), ()):
        inner = etree.SubElement(inner, tag)
    inner.text = text


def _unreserved(text: str | None) -> str | None:
    return text and unreserved(text)


def _prune(root: html.HtmlElement, names: tuple[str, ...]) -> None:
    """Take the elements called `names` out of the tree; keep what follows."""
    for element in list(root.iter(*names)):
        if element.getparent() is not None:
            element.drop_tree()


def _document(root: html.HtmlElement) -> html.HtmlElement:
    """Return the smallest element that holds all lines that begin as a document's do."""
    counts: dict[html.HtmlElement, int] = {}
    for element in root.iter(*_BLOCKS):
        if _is_own_line(element):
            for around in element.iterancestors():
                counts[around] = counts.get(around, 0) + 1
    holders = [element for element, count in counts.items() if count == counts[root]]
    return max(holders, key=lambda holder: len(list(holder.iterancestors())), default=root)


def _is_own_line(element: html.HtmlElement) -> bool:
    """Return True if `element` is a block of words, and of more than a link, as `_OWN` begins."""
    if any(inner.tag in _BLOCKS for inner in element.iterdescendants()):
        return False
    words = " ".join(element.text_content().split())
    linked = " ".join(" ".join(part.text_content().split()) for part in element.iter("a"))
    return words != linked and _OWN.match(words) is not None


def _lines(element: html.HtmlElement) -> tuple[str, ...]:
    """Return the lines that a browser shows of `element`; an empty one parts two blocks."""
    text = "".join(_pieces(element))
    return tidy(" ".join(line.split()) for line in text.split("\n"))


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    """Yield the text of `element`; line ends stand where a browser begins a line."""
    if element.tag == "table":
        yield "\n\n" + "\n".join(table_lines(_rows(element))) + "\n\n"
        return
    block = element.tag in _BLOCKS
    yield "\n\n" if block else "\n" if element.tag == "br" else ""
    yield _number_of(element)
    yield _flat(element.text, element)
    for child in element:
        yield from _pieces(child)
        yield _flat(child.tail, element)
    yield "\n\n" if block else ""


def _flat(text: str | None, parent: html.HtmlElement) -> str:
    """Return `text` with its line ends as blanks, except where the page keeps them."""
    return (text or "") if parent.tag == "pre" else re.sub(r"\s+", " ", text or "")


def _number_of(element: html.HtmlElement) -> str:
    """Return the number or the dash that a browser draws before an item of a list."""
    parent = element.getparent()
    if element.tag != "li" or parent is None:
        return ""
    if parent.tag != "ol":
        return "- "
    start = parent.get("start", "1")
    first = int(start) if start.isdecimal() else 1
    place = first + [item for item in parent if item.tag == "li"].index(element)
    return f"{chr(ord('a') + (place - 1) % 26)}) " if parent.get("type") == "a" else f"{place}. "


def _rows(table: html.HtmlElement) -> Iterator[list[list[str]]]:
    """Yield the cells of each row; tables in cells are text of the cell."""
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is table:
            yield [
                list(filter(None, tidy("".join(_pieces(cell)).split("\n"))))
                for cell in row
                if cell.tag in {"td", "th"}
            ]


def _left_out(everything: Sequence[str], kept: Sequence[str]) -> Iterator[Finding]:
    """Yield the lines of the page that are not the document's, as one finding."""
    own = set(kept)
    others = [line for line in everything if line and line not in own]
    if others:
        yield Finding(FindingKind.LEFT_OUT, 1, others[0][:60], str(len(others)))
