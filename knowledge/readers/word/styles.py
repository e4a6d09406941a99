"""Styles of a Word file: they give a paragraph a list or a font that it does not name itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from knowledge.readers.word.wordml import child, children, value

_OFF, _ON = "off", "on"
_DEEPEST = 20
"""Styles that may stand on one another; a circle of them ends there."""


@dataclass(frozen=True, slots=True)
class Style:
    """The statements of a style: "" if it leaves a thing to the style that it stands on."""

    based_on: str
    font: str
    list_number: str
    depth: str
    hidden: str = ""
    struck: str = ""
    raised: str = ""


@dataclass(frozen=True, slots=True)
class RunLook:
    """The look of a run of letters."""

    font: str
    is_hidden: bool
    is_struck: bool
    is_raised: bool


class Styles:
    """The styles of one document."""

    def __init__(self, part: etree._Element | None) -> None:
        """Read the part `word/styles.xml`, None where the document has none."""
        elements = children(part, "style")
        self._styles = {value(element, "styleId"): _style(element) for element in elements}
        self._default = next(
            (
                value(element, "styleId")
                for element in elements
                if value(element, "type") == "paragraph"
                and value(element, "default") in {"1", "true"}
            ),
            "",
        )
        self._font = font_of(child(part, "docDefaults", "rPrDefault", "rPr"))

    def font(self, name: str) -> str:
        """Return the font of text in the style `name`, "" for the usual style."""
        return self._first(name, "font") or self._font

    def look(self, properties: etree._Element | None, paragraph_style: str) -> RunLook:
        """Return how a run with `properties` is drawn in a paragraph of the style."""
        own = _drawn(properties)
        named = value(child(properties, "rStyle"))

        def first(fact: str, said: str) -> str:
            return (
                said or (named and self._first(named, fact)) or self._first(paragraph_style, fact)
            )

        return RunLook(
            font=own.font or self.font(named or paragraph_style) or self.font(paragraph_style),
            is_hidden=first("hidden", own.hidden) == _ON,
            is_struck=first("struck", own.struck) == _ON,
            is_raised=first("raised", own.raised) == _ON,
        )

    def list_of(self, name: str) -> tuple[str, int]:
        """Return list and depth of a paragraph in the style `name`: ("", 0) without a list."""
        depth = self._first(name, "depth")
        return self._first(name, "list_number"), int(depth) if depth.isdigit() else 0

    def _first(self, name: str, fact: str) -> str:
        """Return the `fact` of the style `name`, else of the first below it that tells it."""
        name = name or self._default
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                return ""
            said: str = getattr(style, fact)
            if said:
                return said
            name = style.based_on
        return ""


def font_of(properties: etree._Element | None) -> str:
    """Return the font that run properties (`w:rPr`) name for Western letters, "" for none."""
    fonts = child(properties, "rFonts")
    return value(fonts, "ascii") or value(fonts, "hAnsi")


def _style(element: etree._Element) -> Style:
    listed = child(element, "pPr", "numPr")
    return replace(
        _drawn(child(element, "rPr")),
        based_on=value(child(element, "basedOn")),
        list_number=value(child(listed, "numId")),
        depth=value(child(listed, "ilvl")),
    )


def _drawn(properties: etree._Element | None) -> Style:
    """Return what run properties say of how letters are drawn."""
    struck = (_switch(properties, name) for name in ("strike", "dstrike"))
    aligned = value(child(properties, "vertAlign"))
    return Style(
        based_on="",
        font=font_of(properties),
        list_number="",
        depth="",
        hidden=_switch(properties, "vanish"),
        struck=max(struck),
        raised=_ON if aligned == "superscript" else _OFF if aligned else "",
    )


def _switch(properties: etree._Element | None, name: str) -> str:
    """Return whether a property is on or off, "" where nothing is said of it."""
    element = child(properties, name)
    if element is None:
        return ""
    return _OFF if value(element) in {"0", "false", "off"} else _ON
