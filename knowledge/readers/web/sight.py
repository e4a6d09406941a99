"""The look of a page's elements in a browser: struck, hidden or raised, by tag, style or class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from lxml import html

from knowledge.readers.text.omissions import Cause

_STRUCK_TAGS = frozenset({"del", "s", "strike"})
_STRUCK = re.compile(r"text-decoration(?:-line)?\s{0,9}:[^;]{0,99}line-through", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)"
    r"|mso-hide\s{0,9}:\s{0,9}all|font-size\s{0,9}:\s{0,9}0(?:px|pt|em|%)?\s{0,9}(?:;|$)",
    re.IGNORECASE,
)
_RAISED = re.compile(r"vertical-align\s{0,9}:\s{0,9}super\b", re.IGNORECASE)
_COMMENT = re.compile(r"/\*|\*/")
_BRACE = re.compile(r"[{}]")
_CLASS = re.compile(r"(?P<tag>[a-z][a-z0-9]{0,9})?\.(?P<name>[\w-]{1,99})", re.IGNORECASE)


class PageLook(StrEnum):
    """The look of an element's words, if it says what they are."""

    STRUCK = Cause.STRUCK.value
    HIDDEN = Cause.HIDDEN.value
    RAISED = "raised"


class Sight:
    """Tells the look of elements, with the styles of their page."""

    def __init__(self, root: html.HtmlElement) -> None:
        sheets = [element.text or "" for element in root.iter("style")]
        self._classes: dict[tuple[str, str], PageLook] = {}
        for selectors, declarations in _rules("\n".join(sheets)):
            look = _look_of(declarations)
            if look is None:
                continue
            for selector in selectors.split(","):
                if match := _CLASS.fullmatch(selector.strip()):
                    self._classes[(match["tag"] or "").lower(), match["name"]] = look

    def look(self, element: html.HtmlElement) -> PageLook | None:
        """Return how `element` itself is shown, None for plainly."""
        if element.tag in _STRUCK_TAGS:
            return PageLook.STRUCK
        if "hidden" in element.attrib:
            return PageLook.HIDDEN
        own = _look_of(element.get("style", ""))
        return own or self._by_class(element) or (PageLook.RAISED if element.tag == "sup" else None)

    def _by_class(self, element: html.HtmlElement) -> PageLook | None:
        if not self._classes:
            return None
        named = element.get("class", "").split()
        keys = ((tag, name) for name in named for tag in ("", str(element.tag)))
        return next((self._classes[key] for key in keys if key in self._classes), None)


def _look_of(declarations: str) -> PageLook | None:
    if _STRUCK.search(declarations):
        return PageLook.STRUCK
    if _HIDDEN.search(declarations):
        return PageLook.HIDDEN
    return PageLook.RAISED if _RAISED.search(declarations) else None


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations of the rules that hold for every medium."""
    depth, selectors, start = 0, "", 0
    sheet = "".join(_without_comments(_COMMENT.split(sheet), _COMMENT.findall(sheet)))
    for brace in _BRACE.finditer(sheet):
        if brace.group() == "{":
            selectors = sheet[start : brace.start()] if depth == 0 else ""
            depth += 1
        else:
            if depth == 1 and selectors and "@" not in selectors:
                yield selectors, sheet[start : brace.start()]
            depth = max(0, depth - 1)
        start = brace.end()


def _without_comments(pieces: list[str], marks: Iterable[str]) -> Iterator[str]:
    """Yield those of `pieces`, parted by `marks`, that no comment holds."""
    commented = False
    for piece, mark in zip(pieces, [*marks, ""], strict=True):
        if not commented:
            yield piece
        commented = mark == "/*"
