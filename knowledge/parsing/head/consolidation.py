"""Consolidated texts (văn bản hợp nhất): the act as amended, and the office that vouches for it.

Such a text states the facts of the act; its own number ("12/VBHN-HĐND") is that of the copy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.law.dates import find_date
from knowledge.law.labels.labels import LabelLevel, label_of
from knowledge.law.labels.lines import Line
from knowledge.law.labels.paragraphs import Paragraph
from knowledge.law.resolution import Aside, Consolidation
from knowledge.parsing.head.head import Metadata

_KINDS = "Nghị quyết|Quyết định|Nghị định|Thông tư|Bộ luật|Luật|Pháp lệnh|Chỉ thị"
_CODE = r"\d{1,5}(?:\s?/\s?[\wĐ-]{1,20}){1,3}"
_DAY = r"ngày \d{1,2} tháng \d{1,2} năm \d{4}|ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
_OWN_NUMBER = re.compile(r"Số\s*:?\s*(?P<number>\d{1,5}\s?/\s?VBHN(?:\s?-\s?[\wĐ-]{1,20})?)")
_ACT = re.compile(
    rf"(?:\d{{1,2}}[.)]\s|-\s)?(?P<kind>{_KINDS})\b.{{0,400}}?\bsố:? (?P<number>{_CODE}),? "
    rf"(?P<day>{_DAY})"
)
_SINCE = re.compile(rf"có hiệu lực(?: thi hành)? (?:kể )?từ (?P<day>{_DAY})")
_AMENDED = re.compile(r"được (?:sửa đổi|bổ sung|đính chính|thay thế|bãi bỏ)")
_CERTIFICATE = re.compile(r"XÁC THỰC VĂN BẢN HỢP NHẤT", re.IGNORECASE)
_CERTIFYING_OFFICE = re.compile(r"(?:VĂN PHÒNG|BỘ |[UỦ][ỶYỲ] ?BAN|HỘI ĐỒNG|QUỐC HỘI)")
_LONGEST_CERTIFICATE = 12
"""Lines: the heading, a place and a day, an office, a name."""
_ANNEX = re.compile(r"PHỤ LỤC|QUY CHẾ|QUY ĐỊNH|DANH MỤC|BIỂU MẪU|MẪU SỐ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ActTold:
    """The act of a consolidated text, as its head tells it, and the paragraphs that tell it."""

    paragraphs: tuple[Paragraph, ...]
    own_number: str
    number: str
    issued_on: date | None
    since: date | None
    amended_by: tuple[str, ...]


def without_certificate(lines: Sequence[Line]) -> tuple[list[Line], tuple[Aside, ...]]:
    """Return `lines` without the certificate of a consolidated text, and that."""
    place = next((at for at, line in enumerate(lines) if _CERTIFICATE.match(line.text)), None)
    if place is None:
        return list(lines), ()
    start = _start_of_certificate(lines, place)
    end = place + 1
    while end < min(len(lines), place + _LONGEST_CERTIFICATE) and not _goes_on(lines[end].text):
        end += 1
    said = lines[start:end]
    aside = Aside("\n".join(line.text for line in said), said[0].number, said[-1].number)
    return [*lines[:start], *lines[end:]], (aside,)


def _start_of_certificate(lines: Sequence[Line], place: int) -> int:
    """Return where the certificate begins: its number and its office may stand above its name."""
    above = range(place - 1, max(-1, place - 4), -1)
    numbered = next((at for at in above if "VBHN" in lines[at].text), None)
    if numbered is None:
        return place
    named = _CERTIFYING_OFFICE.match(lines[numbered - 1].text) if numbered else None
    return numbered - 1 if named else numbered


def _goes_on(text: str) -> bool:
    """Return True if `text` begins what can follow a certificate: an annex."""
    label = label_of(text)
    return (label is not None and label.level is LabelLevel.ARTICLE) or _ANNEX.match(
        text
    ) is not None


def about_act(head: Sequence[Paragraph]) -> ActTold | None:
    """Return what the `head` of a consolidated text says of its act, None for any other text."""
    own = next((match for paragraph in head if (match := _OWN_NUMBER.search(paragraph.text))), None)
    named = [(paragraph, match) for paragraph in head if (match := _ACT.match(paragraph.text))]
    if own is None or not named or not _AMENDED.search(named[0][0].text):
        return None
    (stated, act), *amending = named
    since = _SINCE.search(stated.text)
    return ActTold(
        paragraphs=tuple(paragraph for paragraph, _ in named),
        own_number=_tight(own["number"]),
        number=_tight(act["number"]),
        issued_on=find_date(act["day"]),
        since=find_date(since["day"]) if since else None,
        amended_by=tuple(_tight(match["number"]) for _, match in amending),
    )


def of_act(metadata: Metadata, act: ActTold) -> Metadata:
    """Return `metadata`, read from a consolidated text, as that of the act which it states."""
    day = act.issued_on
    consolidation = Consolidation(act.own_number, metadata.head.issued_on, act.amended_by)
    head = replace(
        metadata.head,
        number=act.number,
        issued_on=day,
        issued_month=(day.year, day.month) if day else None,
        consolidation=consolidation,
    )
    effect = replace(metadata.effect, since=act.since or metadata.effect.since)
    return replace(metadata, head=head, effect=effect)


def _tight(number: str) -> str:
    return "".join(number.split())
