"""Names of WordprocessingML (ECMA-376 Part 1), and how its elements are looked up."""

from __future__ import annotations

from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


def name_of(element: etree._Element) -> str:
    """Return the name of a Word element without its namespace, "" for any other element."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    for namespace in (_MAIN, _STRICT):
        if tag.startswith(namespace):
            return tag.removeprefix(namespace)
    return ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child called `path[0]`, of it the first called `path[1]`, and so on."""
    for name in path:
        if element is None:
            return None
        element = next((part for part in element if name_of(part) == name), None)
    return element


def children(element: etree._Element | None, name: str) -> list[etree._Element]:
    """Return the children called `name`, in order."""
    return [] if element is None else [part for part in element if name_of(part) == name]


def value(element: etree._Element | None, attribute: str = "val") -> str:
    """Return an attribute of Word's own, "" where there is no element or no such attribute."""
    if element is None:
        return ""
    for namespace in (_MAIN, _STRICT):
        said = element.get(namespace + attribute)
        if said is not None:
            return str(said)
    return ""
