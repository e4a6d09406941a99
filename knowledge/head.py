"""What the head, the closing sentence and the signature say about a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.dates import find_date
from knowledge.lines import Line
from knowledge.paragraphs import Break, Layout, Paragraph, break_between, extended
from knowledge.resolution import Effect, Head, Territory

_NUMBER = re.compile(r"Số\s*:?\s*(\d+)\s*(/\s*\d{4})?\s*(/\s*[A-ZĐ]+\d*(?:-[A-ZĐ]+)*)")
_PLACE_AND_DAY = re.compile(
    r"(?P<place>[A-ZĐÀ-Ỹ][^,|\n]*),\s*ngày\s*(?P<day>\d{1,2})?[\s.…_]*"
    r"tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4})"
)
_KIND = re.compile(r"^(NGHỊ QUYẾT|QUYẾT ĐỊNH|NGHỊ ĐỊNH|LUẬT|THÔNG TƯ)\b", re.MULTILINE)
_ISSUER = re.compile(r"^HỘI ĐỒNG NHÂN DÂN\b(?!.*\bĐỘC LẬP\b).*", re.MULTILINE)
_TERM = r"kh(?:óa|oá)"
_TERM_AND_SESSION = re.compile(
    rf"(?P<term>{_TERM}\s+[\wĐđ]+)\s*[,-]\s*(?P<session>kỳ họp\s+.+?)(?=\s+thông qua|\s+đã\b|$)",
    re.IGNORECASE | re.MULTILINE,
)
_UNIT_TYPES = "tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu"
_COUNCIL = re.compile(
    rf"Hội đồng nhân dân\s+(?P<unit>(?:{_UNIT_TYPES})\s+"
    r"[A-ZĐÀ-Ỹ]\S*(?:\s+(?:-\s+)?[A-ZĐÀ-Ỹ]\S*)*?)"
    rf"(?=,?\s+{_TERM}|\s*,|\s+thông qua|\s+quy định|\s+tại|$)",
    re.MULTILINE | re.IGNORECASE,
)
_DAY = r"ngày\s+(?:\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
_PASSED = re.compile(
    rf"thông qua\s+(?:tại\s+(?:(?!hiệu lực)[^.;])+?\s+)?(?P<day>{_DAY})", re.IGNORECASE
)
_SINCE = re.compile(
    rf"có hiệu lực(?: thi hành)?\s+(?:kể\s+)?từ\s+(?P<day>ngày\s+thông qua|{_DAY})", re.IGNORECASE
)
_BASIS = re.compile(r"(?:Căn cứ|Xét|Theo đề nghị|Thực hiện)\s")
_PROVINCE_TYPES = ("tỉnh", "thành phố")
_SITTING = frozenset({"khóa", "khoá", "kỳ"})


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself."""

    head: Head
    territory: Territory
    effect: Effect


def read_metadata(head: Sequence[Paragraph], closing: str) -> Metadata:
    """Return what the paragraphs of the head and the closing sentence tell.

    `closing` is the sentence that says when the document was passed, "" where there is none.
    """
    text = "\n".join(paragraph.text for paragraph in head)
    unit = _issuing_unit(text, closing)
    sitting = _TERM_AND_SESSION.search(closing) or _TERM_AND_SESSION.search(text)
    signed = _PLACE_AND_DAY.search(text)
    kind = _KIND.search(text)
    return Metadata(
        head=Head(
            number=_number(head),
            kind=kind.group(1).capitalize() if kind else "",
            title=_title(text, unit),
            issuer=f"Hội đồng nhân dân {unit}" if unit else "",
            place=signed["place"].strip() if signed else "",
            issued_on=find_date(signed.group()) if signed else None,
            issued_month=(int(signed["year"]), int(signed["month"])) if signed else None,
            term=_lower_first(sitting["term"]) if sitting else "",
            session=_lower_first(sitting["session"].rstrip(" .,")) if sitting else "",
            legal_bases=tuple(par.text for par in head if _BASIS.match(par.text)),
        ),
        territory=_territory(unit),
        effect=_effect(closing),
    )


def head_paragraphs(lines: Iterable[Line], layout: Layout) -> list[Paragraph]:
    """Return the paragraphs of the head; a legal basis runs on until a blank line or the next."""
    paragraphs: list[Paragraph] = []
    for line in lines:
        in_basis = bool(paragraphs) and _BASIS.match(paragraphs[-1].text)
        if (in_basis and not _ends_basis(line)) or (
            paragraphs and break_between(paragraphs[-1].text, line, layout) is Break.WRAP
        ):
            paragraphs.append(extended(paragraphs.pop(), line))
        else:
            paragraphs.append(Paragraph(line.text, line.number, line.number))
    return paragraphs


def title_continuations(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of the head on which a title goes on that began in a line above."""
    places = range(len(lines))
    kind = next((place for place in places if _KIND.match(lines[place].text)), len(lines))
    issuer = next((place for place in places[kind:] if _ISSUER.match(lines[place].text)), 0)
    return lines[kind + 2 : issuer]


def _ends_basis(line: Line) -> bool:
    begins_anew = _BASIS.match(line.text) or line.text == line.text.upper()
    return bool(begins_anew) or (line.after_blank and not line.text[0].islower())


def _number(head: Iterable[Paragraph]) -> str | None:
    """Return the document's own number; a legal basis names those of others."""
    own = "\n".join(paragraph.text for paragraph in head if not _BASIS.match(paragraph.text))
    match = _NUMBER.search(own)
    return "".join("".join(group.split()) for group in match.groups() if group) if match else None


def _issuing_unit(head: str, closing: str) -> str:
    """Return the administrative unit of the council, such as "tỉnh Lạng Sơn"."""
    match = _COUNCIL.search(closing) or _COUNCIL.search(head)
    if not match:
        return ""
    return _proper_name(match["unit"])


def _proper_name(unit: str) -> str:
    """Return "TỈNH LẠNG SƠN" as "tỉnh Lạng Sơn"; other spellings keep their capitals."""
    kind = next(
        (kind for kind in _UNIT_TYPES.split("|") if unit.lower().startswith(f"{kind} ")), ""
    )
    name = unit[len(kind) :].strip()
    return f"{kind} {name.title() if name == name.upper() else name}".strip()


def _title(text: str, unit: str) -> str:
    """Return what stands between the kind of document and the name of the council."""
    kind = _KIND.search(text)
    issuer = _ISSUER.search(text, kind.end()) if kind else None
    if not kind or not issuer:
        return ""
    title = " ".join(text[kind.end() : issuer.start()].split())
    if title != title.upper():
        return title
    return re.sub(re.escape(unit), unit, title.capitalize(), flags=re.IGNORECASE) if unit else title


def _territory(unit: str) -> Territory:
    if not unit:
        return Territory(None)
    if unit.startswith(_PROVINCE_TYPES):
        return Territory(unit)
    return Territory(None, unit)


def _effect(closing: str) -> Effect:
    passed = _PASSED.search(closing)
    since = _SINCE.search(closing)
    passed_on = find_date(passed["day"]) if passed else None
    on_passage = bool(since and "thông qua" in since["day"].lower())
    return Effect(
        passed_on=passed_on,
        since=passed_on if on_passage else find_date(since["day"]) if since else None,
        on_passage=on_passage,
    )


def _lower_first(text: str) -> str:
    """Return "KHÓA XV" as "khóa XV" and "KỲ HỌP THỨ HAI" as "kỳ họp thứ hai"."""
    words = text.split()
    return " ".join(
        word if re.fullmatch(r"[IVXLC]+|\(.*|.*\)", word) else _quiet(word) for word in words
    )


def _quiet(word: str) -> str:
    shouted = word == word.upper() or (word[0].isupper() and word.lower() in _SITTING)
    return word.lower() if shouted else word
