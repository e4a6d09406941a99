"""The head of an annex in a file of its own: a Quy chế or Phụ lục passed with a decision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from knowledge.law.dates import find_date
from knowledge.parsing.head.issuers import Issuer, council, other_issuer

_NAMES = (
    "QUY CHẾ|QUY ĐỊNH|QUY TRÌNH|QUY ƯỚC|HƯƠNG ƯỚC|NỘI QUY|ĐIỀU LỆ|THỂ LỆ|HƯỚNG DẪN|ĐỀ ÁN|DỰ ÁN"
    "|CHƯƠNG TRÌNH|KẾ HOẠCH|PHƯƠNG ÁN|DANH MỤC|DANH SÁCH|BẢNG GIÁ|BỘ TIÊU CHÍ|TIÊU CHÍ|ĐỊNH MỨC"
    r"|(?:Quy chế|Quy định|Quy trình|Nội quy|Điều lệ|Thể lệ|Hương ước|Đề án)(?=[ \t]*$)"
    r"|(?i:phụ lục)(?:\s(?i:số\s)?(?:[IVXLC]{1,7}|\d{1,2}))?"
)
_LONGEST = 12_000
"""Characters; a longer head was built to take time."""
_PASSED_WITH = r"\(?\s*(?i:ban hành )?(?i:(?:đính )?kèm(?: theo)?)\s+"
_HEAD = re.compile(
    rf"^(?P<name>{_NAMES})\b[\s:.]{{0,9}}(?P<title>.{{0,600}}?)\s{{0,9}}{_PASSED_WITH}"
    r"(?P<kind>Nghị quyết|Quyết định|Nghị định|Thông tư)\s+số\s*:?\s*"
    r"(?P<number>\d+(?:\s*/\s*[\wĐ-]+)+)[\s,]*"
    r"(?P<day>ngày\s+\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4})?[\s,]*"
    r"(?:của\s+(?P<issuer>[^).;]+))?",
    re.MULTILINE | re.DOTALL,
)
"""Name, title, and in brackets the document that the annex was passed with."""
_OTHER_KIND = re.compile(
    r"^(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|NGHỊ ĐỊNH|THÔNG TƯ|BỘ LUẬT|LUẬT|PHÁP LỆNH)\b", re.MULTILINE
)
"""The heading of a document: below it stands its own title, or an annex in the same file."""
_COUNCIL = re.compile(r"Hội đồng nhân dân\s+(?P<unit>.+?)(?=,|\s+kh(?:óa|oá)\b|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AnnexHead:
    """The facts in the head of an annex; all but its title are of the document that passed it."""

    kind: str
    title: str
    number: str
    issued_on: date | None
    issuer: Issuer


def read_annex_head(text: str) -> AnnexHead | None:
    """Return what the head `text` of an annex says, None for that of another document."""
    text = text[:_LONGEST]
    match, other = _HEAD.search(text), _OTHER_KIND.search(text)
    if not match or (other and other.start() < match.start()):
        return None
    number, kind = "".join(match["number"].split()), match["kind"]
    named = " ".join((match["issuer"] or "").split())
    unit = _COUNCIL.match(named)
    not_council = other_issuer(number, kind, f"{named.upper()}\n{named}")
    return AnnexHead(
        kind=kind,
        title=" ".join(match["title"].split()),
        number=number,
        issued_on=find_date(match["day"]) if match["day"] else None,
        issuer=not_council or council(unit["unit"] if unit else ""),
    )
