"""The issuer of a document and the territory that it binds, as number, kind and head tell them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.gazetteer.mergers import PROVINCES
from knowledge.gazetteer.spelling import solid
from knowledge.language.text import CAPITALS
from knowledge.law.labels.lines import CELL_SEAM
from knowledge.law.resolution import Territory

_CENTRAL_BY_NUMBER = (
    (re.compile(r"/QH\d+$"), "Quốc hội"),
    (re.compile(r"UBTVQH\d*$"), "Ủy ban Thường vụ Quốc hội"),
    (re.compile(r"-CP$"), "Chính phủ"),
    (re.compile(r"-TTg$"), "Thủ tướng Chính phủ"),
)
"""The endings of numbers that name a body of the state's centre."""
_CENTRAL_BY_KIND = {"Luật": "Quốc hội", "Bộ luật": "Quốc hội", "Nghị định": "Chính phủ"}
_MINISTRY = re.compile(r"^(?P<name>BỘ(?! LUẬT| TRƯỞNG)(?: [A-ZĐÀ-Ỹ]+(?:,| -)?)+)", re.MULTILINE)
"""A ministry in capitals; "BỘ LUẬT" is a code, "BỘ TRƯỞNG" the minister."""
_WORD = rf"(?:[{CAPITALS}][{CAPITALS}'’]*|\d{{1,2}})"
_UNITS = "TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU"
_COMMITTEE = re.compile(
    r"^(?P<head>CHỦ TỊCH\s+)?(?:[UỦ][ỶYỲ] ?BAN NHÂN DÂN|UBND)\s+"
    rf"(?P<unit>(?:{_UNITS})\s+{_WORD}(?:(?: |\s*-\s*){_WORD})*)(?![\w])",
    re.MULTILINE,
)
"""A People's Committee in a letterhead, or its chair (`head`), with the `unit` in capitals."""
_ISSUING_COMMITTEE = re.compile(
    rf"^(?P<head>Chủ tịch )?[UỦ][ỷyỳ] ?ban nhân dân (?P<unit>(?i:{_UNITS})"
    rf"(?: (?:- )?[{CAPITALS}][\w'’]*|(?<=[ận]) \d{{1,2}})+) (?:ban hành|quyết định)",
    re.MULTILINE,
)
"""The sentence below the legal bases: "Ủy ban nhân dân tỉnh … ban hành Quyết định …"."""
_CENTRAL_BY_NAME = {
    "QUỐC HỘI": "Quốc hội",
    "ỦY BAN THƯỜNG VỤ QUỐC HỘI": "Ủy ban Thường vụ Quốc hội",
    "UỶ BAN THƯỜNG VỤ QUỐC HỘI": "Ủy ban Thường vụ Quốc hội",
    "CHÍNH PHỦ": "Chính phủ",
    "THỦ TƯỚNG CHÍNH PHỦ": "Thủ tướng Chính phủ",
}
_MOTTO = re.compile(
    r"(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|(?i:Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc))"
)
"""The state and its motto: they stand in every letterhead and name nobody."""
_FIRST_LINES = 4
"""Lines of a letterhead among which the name of who issued the document stands."""
_PROVINCES = frozenset(map(solid, PROVINCES))
_UNIT_TYPES = (
    *("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"),
)
_WIDER = re.compile(r"[\s,–-]{1,9}(?:tỉnh|thành phố|huyện|quận|thị xã)\s", re.IGNORECASE)
"""The wider unit behind a narrower one: "xã Tân Thành, tỉnh Lạng Sơn"."""
_LOCAL = re.compile(
    r"(?:Hội đồng|(?:Chủ tịch )?[UỦ][ỷyỳ] ?ban) nhân dân (?P<unit>[^,;.]+)", re.IGNORECASE
)
_MINISTERIAL = re.compile(r"(?:Bộ|Bộ trưởng Bộ) [A-ZĐÀ-Ỹ]")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The name of who issued a document, and the territory that it binds."""

    name: str
    territory: Territory


NATIONWIDE = Territory(None, nationwide=True)


def council(unit: str) -> Issuer:
    """Return the People's Council of `unit`, such as "TỈNH LẠNG SƠN"; nobody for no unit."""
    name = proper_name(unit)
    return Issuer(f"Hội đồng nhân dân {name}" if name else "", _territory(name))


def other_issuer(number: str | None, kind: str, head: str, bases: str = "") -> Issuer | None:
    """Return who issued a document if it was not a People's Council: None where nothing tells.

    `head` is the text above the first article without the legal `bases`, which may name others, and
    write the name of a ministry out of capitals.
    """
    for pattern, name in _CENTRAL_BY_NUMBER:
        if pattern.search(number or ""):
            return Issuer(name, NATIONWIDE)
    if kind in _CENTRAL_BY_KIND:
        return Issuer(_CENTRAL_BY_KIND[kind], NATIONWIDE)
    for line in head.split("\n")[:_FIRST_LINES]:
        if line in _CENTRAL_BY_NAME:
            return Issuer(_CENTRAL_BY_NAME[line], NATIONWIDE)
    if kind == "Nghị quyết":
        return None
    if committee := _COMMITTEE.search(head) or _ISSUING_COMMITTEE.search(head):
        unit = proper_name(committee["unit"])
        body = "Chủ tịch Ủy ban nhân dân" if committee["head"] else "Ủy ban nhân dân"
        return Issuer(f"{body} {unit}", _territory(unit))
    ministry = _MINISTRY.search(head)
    return (
        Issuer(_as_written(ministry["name"], f"{head}\n{bases}"), NATIONWIDE) if ministry else None
    )


def in_columns(lines: Iterable[str]) -> str:
    """Return the lines of a head with the columns of its letterhead one below the other.

    The motto of the state, which stands in the second of them, is left out.
    """
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        cells = [" ".join(_MOTTO.sub("", cell).split()) for cell in line.split(CELL_SEAM)]
        left.append(cells[0])
        right.extend(cells[1:])
    return "\n".join(filter(None, (*left, *right)))


def bound_by(issuer: str) -> Territory:
    """Return the territory that a document of the body named `issuer` binds, none if unknown."""
    if issuer in {name for _, name in _CENTRAL_BY_NUMBER} or _MINISTERIAL.match(issuer):
        return NATIONWIDE
    local = _LOCAL.match(issuer)
    return _territory(proper_name(local["unit"].strip()) if local else "")


def proper_name(unit: str) -> str:
    """Return "TỈNH LẠNG SƠN" as "tỉnh Lạng Sơn"; other spellings keep their capitals.

    Of a unit that is named with a wider one behind it ("xã Tân Thành tỉnh Lạng Sơn") it is the
    narrower.
    """
    unit = " ".join(_WIDER.split(unit, maxsplit=1)[0].split())
    kind = next((kind for kind in _UNIT_TYPES if unit.lower().startswith(f"{kind} ")), "")
    name = unit[len(kind) :].strip()
    shouted = name == name.upper()
    written = " ".join(map(str.capitalize, name.split())) if shouted else name
    return f"{kind} {written}".strip()


def _territory(unit: str) -> Territory:
    if not unit:
        return Territory(None)
    of_province = unit.startswith("tỉnh ") or solid(unit) in _PROVINCES
    return Territory(unit) if of_province else Territory(None, unit)


def _as_written(name: str, head: str) -> str:
    """Return `name`, which is in capitals, as a sentence of `head` writes it."""
    spellings = (match.group() for match in re.finditer(re.escape(name), head, re.IGNORECASE))
    return next(
        (spelling for spelling in spellings if spelling != spelling.upper()), name.capitalize()
    )
