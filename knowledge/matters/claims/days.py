"""Days, months and years that a text names, and its references, whose numbers count nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from knowledge.matters.claims.numerals import NUMBER_WORDS

_KINDS: Final = (
    r"(?:bộ luật|luật|nghị định|nghị quyết|pháp lệnh|thông tư|hiến pháp|quyết định|chỉ thị|văn bản"
    r"|kế hoạch|hướng dẫn|tờ trình|kết luận|quy định)"
)
_REFERENCE: Final = re.compile(
    rf"(?<!\w)(?:{_KINDS}(?: (?:này|mới|cũ|sửa đổi|trước))? năm \d{{4}}"
    r"|(?:bộ luật|luật|nghị định|nghị quyết|pháp lệnh|thông tư|hiến pháp)(?: (?:này|mới|cũ))?"
    r" \d+(?:[/-]\w+)*(?!\d| ?%| (?:ngày|tháng|năm(?! \d)|người|hộ|lần|tuổi|phần|đồng|triệu)\b)"
    r"|(?:bước|nhóm|loại|cấp|bậc|hạng|vùng|giai đoạn|quý|lần|cách|tổ|thôn|ấp|khóm|khu phố|đội)"
    r" \d+(?=[,.;:)]|$)"
    rf"|{_KINDS} số:? ?\d+(?: ?[/-]\w+)*|số:? ?\d+ ?/[\w/-]+|\d+/\d{{4}}/[\w-]+"
    r"|(?:điều|khoản|chương|mục|phụ lục|mẫu|biểu mẫu|phần thứ)(?: số)? \d+\w*"
    r"(?:(?:, | và | hoặc | đến )\d+\w*(?! \w))*"
    r"|(?:lần |khóa |kỳ họp )?thứ (?:\d+|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b)"
    r"|(?:^|(?<=\n)|(?<=[.;:] ))\d+[.)](?= \D)"
    r"|\b[a-zđ]+-?\d\w*"
)
"""Numbers of documents, provisions and sessions, of items in a list, and those with letters."""
_WORD: Final = "|".join(NUMBER_WORDS)
_TWICE: Final = re.compile(rf"(?<=\d) ?\((?:{_WORD})(?: (?:{_WORD}))*\)")
"""A number in words behind the same one in digits: "05 (năm) ngày"."""
_DAY: Final = re.compile(
    r"(?<![\w/])(?:(?:ngày|mùng|mồng) (?P<d1>\d{1,2}) tháng (?P<m1>\d{1,2})(?: năm (?P<y1>\d{4}))?"
    r"|(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>\d{4})"
    r"|(?<!\d )(?:ngày|mùng|mồng) (?P<d3>\d{1,2})[/-](?P<m3>\d{1,2})"
    r"|(?P<d4>1[3-9]|2\d|3[01])/(?P<m4>\d{1,2})"
    r"|(?:từ|trước|sau|đến|hết|tới) (?P<d5>\d{1,2})/(?P<m5>\d{1,2})"
    r"(?! (?:tổng|số|hộ|đại|người|thành|thôn))"
    r"|tháng (?P<m6>\d{1,2})(?:[/-]| năm )(?P<y6>\d{4})"
    r"|năm (?P<y7>\d{4})|(?<!\d )(?:ngày|mùng|mồng) (?P<d8>\d{1,2})(?! (?:tháng|năm|ngày)\b)"
    r"|(?<!\d )tháng (?P<m9>\d{1,2}))(?![\w/])"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year as far as a text names it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def founds(self, other: Day) -> bool:
        """Return True if this says all that `other` says."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(said is None or said == own for own, said in pairs)


def without_references(text: str) -> str:
    """Return `text`, in plain form, with a sign in the place of what counts nothing."""
    once = _TWICE.sub(lambda match: " " * len(match.group()), text)
    return _REFERENCE.sub(lambda match: _blank(match.group()), once)


def find_days(text: str) -> Iterator[tuple[Day, int, int]]:
    """Yield each day in `text`, in plain form, and where it begins and ends."""
    for match in _DAY.finditer(text):
        parts = {name[0]: int(value) for name, value in match.groupdict().items() if value}
        yield Day(parts.get("y"), parts.get("m"), parts.get("d")), match.start(), match.end()


def without_days(text: str) -> str:
    """Return `text`, in plain form, with a sign in the place of every day."""
    return _DAY.sub(lambda match: _blank(match.group()), text)


def _blank(text: str) -> str:
    return "¤".ljust(len(text))
