"""The days in force of a document, as its articles and its closing sentence say."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.language.text import CAPITALS
from knowledge.law.dates import find_date
from knowledge.law.labels.quotations import without_quotes
from knowledge.law.references.mentions import KINDS
from knowledge.law.resolution import Effect, Part, Provision

_ANNEXED = r"(?:Quy chế|Quy định|Quy trình|Quy ước|Hương ước|Nội quy|Điều lệ|Hướng dẫn|Đề án)"
_OWN = rf"(?:{KINDS}(?: này)?(?! (?:số|này|của|ban hành)\b)|{_ANNEXED} này)"
_DATE = (
    r"(?:\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}"
    r"|\d{1,2}[.-]\d{1,2}[.-]\d{4})"
)
"""A whole day: "01 tháng 3 năm 2026", "1/3/2026", "01.03.2026"."""
_MONTH = r"tháng\s+\d{1,2}(?:\s+năm\s+|/)\d{4}"
_YEAR = r"năm\s+(?:ngân sách\s+|tài chính\s+|tài khóa\s+)?\d{4}(?![\s–-]*\d)"
"""A year alone; "năm 2025 - 2026" is a school year, which names no first day."""
_MIDNIGHT = re.compile(r"00?\D+(?:00\D*)?$")
"""A clock that shows the first moment of a day: "0 giờ", "00:00"."""
_BUDGET_YEAR = re.compile(r"năm\s+(?:ngân sách|tài chính|tài khóa)", re.IGNORECASE)
_QUARTER = r"quý\s+(?P<quarter>[IV]{1,3}|[1-4])(?:\s+năm\s+|\s?/\s?)\d{4}"
_OF_QUARTER = re.compile(_QUARTER, re.IGNORECASE)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_DAY = (
    rf"(?:(?:ngày\s+(?:m[ùồ]ng\s+)?|đầu\s+)?{_DATE}"
    rf"|(?:đầu\s+)?(?:{_MONTH}|{_YEAR}|{_QUARTER.replace('?P<quarter>', '?:')}))"
)
"""A day, or a time that begins with one; the day of "ngày … tháng 01 năm 2026" is not written."""
_OF_ANOTHER_ACT = r"(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Đề án|Quy hoạch|Phương án)(?! này)\b"
"""Documents whose passage is not that of the document itself."""
_PASSAGE_DAY = (
    rf"(?:ngày|khi|thời điểm)\s+(?:(?!{_OF_ANOTHER_ACT})[^\W\d]\w*\s+){{0,12}}?"
    r"thông qua(?!\s+ngày)"
)
""""ngày … thông qua": the day is that of the passage, wherever the text says it."""
_SIGNING_DAY = (
    r"ngày\s+(?:được\s+)?(?:ký|ban hành)(?!\s+(?:hợp đồng|thỏa thuận|biên bản|giấy|kết))"
    rf"(?:,?\s+ban hành)?(?:\s+(?:{KINDS}\s+)?này(?!\w))?"
)
""""ngày ký ban hành": the day is that of issue; contracts and reports are signed, too."""
_CLOCK = r"\s?(?:giờ|h|g|:)\s?(?:\d{2}(?:\s?phút)?)?[\s,]+"
_HOUR = rf"(?:(?:[01]?\d|2[0-3]){_CLOCK})?"
_LAST_HOUR = rf"(?P<hour>\d{{1,2}}{_CLOCK})?"
_FROM = rf"{_HOUR}(?P<from>{_DAY}|{_PASSAGE_DAY}|{_SIGNING_DAY})"
"""The words that tell the first day: `from` is a day, the passage or the signing."""
_NUMBER = r"(?:\d{1,3}|[^\W\d]{1,9}(?:\s(?:mươi|lăm|mốt|một|hai|ba|bốn|năm)){0,2})"
"""A number of days, in figures or words."""
_IN_DIGITS = r"(?:\s*\([^()]{1,20}\))?"
_AFTER = rf"sau\s+(?P<count>{_NUMBER}){_IN_DIGITS}\s+ngày[\s,]+(?:(?:kể|tính)\s+)?từ\s+"
""""sau 10 ngày kể từ": `count` days are added to the day that follows."""
_NTH = (
    rf"(?:(?:kể\s+)?từ\s+|vào\s+)?ngày\s+thứ\s+(?P<nth>{_NUMBER}){_IN_DIGITS}[\s,]+"
    r"(?:sau|(?:(?:kể|tính)\s+)?từ)\s+"
)
"""A day by its place behind another, which is not counted itself."""
_LATER = rf"(?P<later>{_NUMBER}){_IN_DIGITS}\s+ngày[\s,]+sau\s+(?:khi\s+)?"
""""15 ngày sau khi": `later` days are added to the day that follows."""
_UNTIL = rf"(?:cho\s+)?đến\s+(?P<before>trước\s+)?(?:hết\s+)?{_LAST_HOUR}(?P<until>{_DAY})"
"""The last day, `until`; `before` ("trước ngày") excludes it, `hour` may do so, too."""
_RULES = r"(?:có\s+|(?<!hết )(?<!còn )(?<!dứt ))hiệu lực(?:\s+(?:pháp luật|thi hành))?"
""""có hiệu lực", but not "hết", "còn" or "chấm dứt hiệu lực"."""
_APPLIES = r"(?:áp dụng|thực hiện|thi hành)(?:\s+(?:thực hiện|thống nhất))?"
_AT_ONCE = r"(?:ngay\s+)?(?:sau\s+(?=khi\s))?"
_SINCE = (
    rf"[\s,:]+(?:{_AFTER}|{_NTH}|{_LATER}|{_AT_ONCE}(?:kể\s+)?(?:từ\s+|vào\s+)?"
    rf"|bắt đầu\s+từ\s+){_FROM}"
)
_IN_FORCE = re.compile(rf"{_RULES}{_SINCE}(?:[\s,]+{_UNTIL})?", re.IGNORECASE)
"""In force since `from`, and perhaps `until` a day."""
_APPLIED = re.compile(
    rf"{_APPLIES}[\s,:]+(?:(?:kể\s+|bắt đầu\s+)?từ\s+){_FROM}(?:[\s,]+{_UNTIL})?", re.IGNORECASE
)
"""Applied since `from`: counts only where no sentence tells the day in force."""
_LASTS = re.compile(rf"(?:{_RULES}|{_APPLIES}|kéo dài)[\s,:]+{_UNTIL}", re.IGNORECASE)
"""In force or applied `until` a day, whatever the first."""
_WITHIN = re.compile(
    rf"(?P<only>chỉ\s+)?(?:được\s+)?{_APPLIES}\s+(?:trong|cho|đối với)\s+(?:(?P<year>{_YEAR})"
    r"|giai đoạn\s+(?P<first>\d{4})\s?[–-]\s?(?P<last>\d{4}))",
    re.IGNORECASE,
)
"""Applied in a `year`, or in the years from `first` to `last`; `only` bounds the time."""
_TERM = re.compile(
    r"hiệu lực(?:\s+thi hành)?\s+(?:trong\s+)?(?:thời (?:hạn|gian)\s+)?(?P<number>\d{1,2})"
    rf"(?:\s*\([^()]{{1,20}}\))?\s+(?P<unit>năm|tháng)[\s,]+kể\s+từ\s+{_FROM}",
    re.IGNORECASE,
)
"""In force for a `number` of years or months, `unit`, since `from`."""
_OVER = re.compile(
    rf"hết hiệu lực(?:\s+thi hành)?\s+(?P<from>(?:kể\s+)?từ\s+|trước\s+)?(?:sau\s+|vào\s+)?"
    rf"(?:hết\s+)?{_LAST_HOUR}(?P<until>{_DAY})",
    re.IGNORECASE,
)
"""No longer in force: `from` ("từ", "trước") excludes the day, else it is the last."""
_PASSED = re.compile(
    rf"thông qua\s+(?:tại\s+(?:(?!hiệu lực)[^.;]){{1,200}}?\s+)?(?P<day>ngày\s+{_DATE})",
    re.IGNORECASE,
)
"""The day on which the document was passed, after the session that passed it."""
_PASSES = re.compile(
    rf"{KINDS}(?: này)?(?: đã)? được\s[^.;]{{0,300}}?thông qua|thông qua\s+ngày", re.IGNORECASE
)
"""A sentence about the passage; not every one of them tells the day."""
_BEGINS = re.compile(
    rf"(?:(?:kể\s+)?từ\s+{_HOUR}{_DAY}[\s,]+)?{_OWN}"
    r"(?=.{0,600}?(?:hiệu lực|áp dụng|thực hiện|thi hành))"
    rf"|(?:có\s+)?hiệu lực(?:\s+thi hành)?[\s:]+(?:kể\s+)?(?:từ|sau)\s"
    r"|thời điểm (?:có|bắt đầu) hiệu lực"
    rf"|thời (?:gian|hạn) (?:thực hiện|áp dụng|thi hành)(?: của)? {KINDS}",
    re.IGNORECASE | re.DOTALL,
)
"""The beginning of a sentence that may say from when to when its own document is in force."""
_OPENED_BY_DAY = re.compile(
    rf"(?:kể\s+)?từ\s+{_HOUR}(?P<from>{_DAY})[\s,]+{_OWN}[^.;]{{0,100}}?có hiệu lực", re.IGNORECASE
)
_BARE = re.compile(rf"\W{{0,9}}(?:kể\s+)?từ\s+{_FROM}(?:[\s,]+{_UNTIL})?[\s.;/]*", re.IGNORECASE)
"""All that stands in an article whose heading says that it is about the effect."""
_OF_OTHERS = re.compile(
    rf"(?:,|;|\bvà\b|đồng thời)\s+(?:thay thế|thay cho|(?:bãi|h(?:ủy|uỷ)) bỏ)|{KINDS}\s+số\s+\d",
    re.IGNORECASE,
)
"""The place at which a sentence goes on to speak of other documents."""
_GOES_ON = re.compile(
    rf"\s{{0,9}}(?:{_OWN}|(?:và\s+|được\s+)?(?:bắt đầu\s+)?(?:có\s+)?hiệu lực|(?:kể\s+)?từ\s"
    rf"|(?:được\s+)?{_APPLIES}|.{{0,200}}?thông qua|hết hiệu lực)",
    re.IGNORECASE,
)
"""Words behind a semicolon that still speak of the document as a whole, not of a part of it."""
_SAYS_SINCE = re.compile(
    r"hiệu lực(?:\s+(?:pháp luật|thi hành))?[\s,:]+"
    r"(?:ngay\b|(?:kể\s+|bắt đầu\s+)?từ\b|sau\b|vào\b|cùng\b|khi\b|\d)"
    rf"|{_APPLIES}[\s,:]+(?:kể\s+|bắt đầu\s+)?từ\s+"
    r"(?:ngày|đầu|năm|học|niên|kỳ|quý|tháng|thời|khi|khóa|nhiệm|vụ|mùa)\b",
    re.IGNORECASE,
)
"""The words of a sentence that says since when, be it a day that can be known or not."""
_AND_LATER = re.compile(
    r"[\s,]{0,9}(?:trở đi|(?:và\s+|cho\s+)?(?:các|những|mỗi)\s+năm\s+(?:tiếp|sau|kế|về sau))",
    re.IGNORECASE,
)
"""Words that let a year go on: it is no last day."""
_SENTENCE = re.compile(rf"(?<=[.;])\s+(?=[{CAPITALS}])|\n")
_STARTS = (_IN_FORCE, _OPENED_BY_DAY, _TERM, _APPLIED)
"""The ways to say since when, that of the effect before that of the application."""
_COUNTS = {
    "ba": 3,
    "năm": 5,
    "bảy": 7,
    "mười": 10,
    "mười lăm": 15,
    "hai mươi": 20,
    "ba mươi": 30,
    "bốn mươi lăm": 45,
    "sáu mươi": 60,
}
"""The numbers of days that documents spell out; figures are read as such."""
_TOLD = frozenset({Part.ARTICLE, Part.CLOSING})
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Span:
    since: date | None
    until: date | None
    on_passage: bool = False


def told_of_effect(units: Iterable[Provision]) -> str:
    """Return what says when a document was passed, and from when to when it is in force.

    Each sentence has a line; that of the passage comes first, then the last that tells the rest.
    """
    passage, sentences, heading = "", [""], ""
    units = tuple(units)
    alone = not any(unit.address.part is Part.ARTICLE for unit in units)
    parts = _TOLD | {Part.ANNEX} if alone else _TOLD  # an annex alone in its file tells its own
    for unit in units:
        if unit.address.part not in parts:
            continue
        heading = unit.heading if unit.address.clause is None else heading
        about_effect = "hiệu lực" in heading.lower()
        for sentence in _SENTENCE.split(without_quotes(unit.words)):
            if _PASSES.search(sentence):
                passage = sentence
            elif _BEGINS.match(sentence) or (about_effect and _BARE.fullmatch(sentence)):
                sentences.append(sentence)
    return "\n".join(filter(None, [passage, *reversed(sentences)]))


def undated_effect(units: Iterable[Provision]) -> str:
    """Return the sentence that tells since when, but no day, "" where none does."""
    lines = own_words(told_of_effect(units)).split("\n")
    return next((line.strip() for line in lines if _SAYS_SINCE.search(line)), "")


def read_effect(words: str, issued_on: date | None) -> Effect:
    """Return what the sentences `words` say; a day that is not the calendar's is none."""
    passed = _PASSED.search(words)
    passed_on = find_date(passed["day"]) if passed else None
    spans = [
        span for line in own_words(words).split("\n") for span in _spans(line, passed_on, issued_on)
    ]
    own = next((span for span in spans if span.since or span.on_passage), _Span(None, None))
    ends = [
        span.until for span in spans if span.until and (not own.since or span.until > own.since)
    ]
    return Effect(passed_on, own.since, own.on_passage, next(iter(ends), None))


def own_words(words: str) -> str:
    """Return the sentences `words`, one a line, without what they say of other documents."""
    own: list[str] = []
    for line in words.split("\n"):
        match = _OF_OTHERS.search(line, 1)
        first, *others = (line[: match.start()] if match else line).split(";")
        own.append(";".join((first, *(part for part in others if _GOES_ON.match(part)))))
    return "\n".join(own)


def _spans(line: str, passed_on: date | None, issued_on: date | None) -> Iterator[_Span]:
    """Yield what a sentence says, that of its effect before that of its application."""
    bare = _BARE.fullmatch(line)
    starts = [match for pattern in _STARTS for match in pattern.finditer(line)]
    for match in [*starts, *([bare] if bare else ())]:
        yield _span(match, passed_on, issued_on)
    for match in _WITHIN.finditer(line):
        yield _within(match)
    for pattern in (_LASTS, _OVER):
        for match in pattern.finditer(line):
            yield _Span(None, _last_day(match))


def _span(match: re.Match[str], passed_on: date | None, issued_on: date | None) -> _Span:
    groups = match.groupdict()
    words = groups["from"]
    on_passage = words.lower().endswith("thông qua")
    if on_passage:
        start = passed_on
    else:
        start = issued_on if re.fullmatch(_SIGNING_DAY, words, re.IGNORECASE) else _first(words)
    if counted := groups.get("count") or groups.get("nth") or groups.get("later"):
        days = int(counted) if counted.isdigit() else _COUNTS.get(counted.lower())
        later = start + timedelta(days=days) if start and days else None
        return _Span(later, _last_day(match))
    if groups.get("number"):
        return _Span(start, _end_of_term(start, int(groups["number"]), groups["unit"]))
    return _Span(start, _last_day(match), on_passage)


def _within(match: re.Match[str]) -> _Span:
    """Return the time of an application; a year ends it only if it is that of a budget or alone."""
    first = match["first"] or match["year"][-4:]
    last = match["last"] or match["year"][-4:]
    bounded = match["last"] or match["only"] or _BUDGET_YEAR.match(match["year"])
    bounded = bounded and not _AND_LATER.match(match.string, match.end())
    return _Span(date(int(first), 1, 1), date(int(last), _MONTHS, 31) if bounded else None)


def _last_day(match: re.Match[str]) -> date | None:
    """Return the last day in force: "đến ngày" and "hết ngày" count in, "từ" and "trước" do not.

    A document in force until the midnight that begins a day ends with the day before.
    """
    groups = match.groupdict()
    if not groups.get("until"):
        return None
    hour = groups.get("hour") or ""
    excluded = groups.get("before") or (match.re is _OVER and groups.get("from"))
    if _MIDNIGHT.match(hour) or (excluded and not hour.startswith("24")):
        first = _first(groups["until"])
        return first - timedelta(days=1) if first else None
    return _last(groups["until"])


def _first(words: str) -> date | None:
    """Return the day that is `words`, the first of a month or of a year."""
    if re.search(_DATE, words):
        plain = re.sub(r"\s?/\s?", "/", re.sub(r"m[ùồ]ng\s+", "", words, flags=re.IGNORECASE))
        return find_date(plain if "ngày" in plain.lower() else f"ngày {plain}")
    if quarter := _OF_QUARTER.search(words):
        sign = quarter["quarter"].upper()
        month = 3 * (_QUARTERS.get(sign) or int(sign)) - 2
        return date(int(words[-4:]), month, 1)
    numbers = [int(figures) for figures in re.findall(r"\d+", words)]
    year, month = numbers[-1], numbers[0] if len(numbers) > 1 else 1
    return date(year, month, 1) if 1 <= month <= _MONTHS and year else None


def _last(words: str) -> date | None:
    first = _first(words)
    if first is None or re.search(_DATE, words):
        return first
    month = first.month if "tháng" in words.lower() else _MONTHS
    month = first.month + 2 if _OF_QUARTER.search(words) else month
    return date(first.year, month, monthrange(first.year, month)[1])


def _end_of_term(start: date | None, number: int, unit: str) -> date | None:
    if start is None:
        return None
    months = start.month - 1 + (number if unit.lower() == "tháng" else number * _MONTHS)
    year, month = start.year + months // _MONTHS, months % _MONTHS + 1
    last = date(year, month, min(start.day, monthrange(year, month)[1]))
    return last - timedelta(days=1)
