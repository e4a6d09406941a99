"""The documents that a text names by their numbers, told from those that only titles name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.law.dates import find_date

KINDS = (
    r"(?:Nghị quyết(?: liên tịch)?|Bộ luật|Luật|Pháp lệnh|Nghị định|Quyết định|Thông tư"
    r"(?: liên tịch)?|Chỉ thị)"
)
NUMBER = (
    r"\d{1,4}\s?(?:/\s?\d{4}\s?)?/\s?[A-ZĐ]{2,}\d{0,2}"
    r"(?:\s?-\s?[A-ZĐ]{1,12}[a-z]{0,3}\d{0,2}(?!\w)){0,4}"
)
_MENTION = re.compile(rf"(?:(?i:{KINDS})\s+)?(?:số\s*:?\s*)?\b(?P<number>{NUMBER})(?![\w/])")
_DAY = re.compile(
    r"[\s,(]{0,9}ngày\s+(?P<day>\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?|\s+tháng\s+\d{1,2}\s+năm\s+)"
    r"\d{4})\)?"
)
"""The day behind a number: "ngày 10/7/2025", "ngày 10 tháng 7 năm 2025"."""
_ISSUER = re.compile(r"[\s,]{0,9}(?:của|do)\s+(?P<issuer>[^,;.()]{1,100})")
"""The words behind "của", up to the first mark, with more than the name of the body."""
_SOURCE = re.compile(r"\s{0,9}(?:\(?(?:đã )?được (?:sửa đổi|bổ sung)|ban hành kèm theo)")
"""Behind a document: others that amended it, or with which it was issued."""
_OF_ANNEX = re.compile(
    r"(?:[,;]|\bvà)\s{1,3}(?:(?:các|những)\s{1,3})?"
    r"(?:Phụ lục|Mẫu|Biểu|Quy chế|Nội quy|Điều lệ)\b[^;]{0,200}?\skèm(?: theo)?\s{0,9}$",
    re.IGNORECASE,
)
"""Behind a document: the annex of another one, which is named next."""
_PASSED_WITH = re.compile(r"\s(?:được )?(?:ban hành )?(?:đính )?kèm(?: theo)?\s{0,9}$")
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_CONNECTORS = frozenset({",", ";", "và", "cùng", "hoặc"})
_QUANTIFIERS = frozenset(
    {
        *("toàn", "bộ", "hoàn", "văn", "các", "những", "cả", "cho", "đối", "với", "của", "thì"),
        *("nội", "dung", "thi", "hành", "hiệu", "lực", "sau", "đây", "gồm", "là", "như"),
        *("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", ":", "(", ")"),
    }
)
"""Words that may stand between a verb and the document that it takes as it is."""
_ANY_DOCUMENT = re.compile(
    rf"(?i:{KINDS}|(?<!\w)văn bản(?: quy phạm pháp luật)?)(?!\w)(?! (?:này|đó))"
)
_STEPS = frozenset(["điểm", "khoản", "điều", "chương", "mục", "phần", "phụ", "lục", "mẫu", "số"])
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_LONGEST_TITLE = 1_000
"""Characters behind a mention that may be its title."""
_CENTRAL = re.compile(r"/(?:QH|CT-TTg|TT|NQ-CP|NĐ-CP|QĐ-TTg|L-CTN)|UBTVQH|TTg$|-CP$|TW$")
"""Parts of the numbers of the state's centre and of the Party."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A document as a text names it: `issuer` is what follows "của", as far as a name may go.

    `before` is what stands between the words that govern the mention and the mention itself, and
    `whole` tells that these words take the document as it is, not a part of it. `behind` is what
    follows, such as its title.
    """

    number: str
    day: date | None
    issuer: str
    start: int
    end: int
    before: str = ""
    whole: bool = False
    behind: str = ""


def mentions(text: str) -> Iterator[Mention]:
    """Yield every document that `text` names by its number, but not those that amended another."""
    end = -1
    for match in _MENTION.finditer(text):
        between = text[max(end, 0) : match.start()]
        if end < 0 or not _SOURCE.search(between) or _OF_ANNEX.search(between):
            yield _mention(text, match)
        end = match.end()


def objects(text: str, *, governed: bool) -> list[Mention]:
    """Return the documents that `text` is about; those that a title among them names are not.

    A text that is `governed` follows a verb: its first document is meant, whatever stands before.
    """
    named: list[Mention] = []
    place = 0
    for segment in text.split(";"):
        named.extend(_of_segment(segment, place, governed=governed and not place))
        place += len(segment) + 1
    return named


def _of_segment(segment: str, place: int, *, governed: bool) -> Iterator[Mention]:
    end, central = 0, None
    for mention in mentions(segment):
        between = segment[end : mention.start]
        first = not end
        linked, gap = _link(between, first=first)
        if not linked and not (first and governed):
            return
        if central is not None and central != is_central(mention.number):
            return
        central = is_central(mention.number)
        gap = between if first and governed else gap
        # what follows a mention ends with the kind of the next document that is named
        following = _MENTION.search(segment, mention.end, mention.end + _LONGEST_TITLE)
        last = following.start("number") if following else mention.end + _LONGEST_TITLE
        yield Mention(
            mention.number,
            mention.day,
            mention.issuer,
            place + mention.start,
            place + mention.end,
            gap,
            whole=_takes_all(gap),
            behind=segment[mention.end : last],
        )
        end = mention.end


def is_central(number: str) -> bool:
    """Return True for the number of a document of the state's centre or of the Party."""
    return _CENTRAL.search(number) is not None


def _link(between: str, *, first: bool) -> tuple[bool, str]:
    """Return whether a mention behind `between` stands beside the one before, and what governs it.

    Mentions stand together if `between` ends in a connector and holds, besides, at most steps of a
    citation and words of quantity.
    """
    tokens = list(_TOKEN.finditer(_PASSED_WITH.sub("", between)))
    place = len(tokens)
    while place and _is_light(tokens[place - 1].group().lower()):
        place -= 1
    while place and place < len(tokens) and tokens[place].group().isdigit():
        place += 1
    light = tokens[place:]
    if first and not place:
        return True, between
    linked = bool(light) and light[0].group().lower() in _CONNECTORS
    return linked, between[light[0].end() :] if linked else ""


def _is_light(token: str) -> bool:
    sign = token.isdigit() or (len(token) == 1 and token.isalpha())
    sign = sign or _ROMAN.fullmatch(token) is not None
    return sign or token in _CONNECTORS or token in _QUANTIFIERS or token in _STEPS


def _takes_all(gap: str) -> bool:
    tokens = [token.lower() for token in _TOKEN.findall(_ANY_DOCUMENT.sub("", gap))]
    light = all(
        token.isdigit() or token in _QUANTIFIERS or token in _CONNECTORS for token in tokens
    )
    partly = "dung" in tokens and "toàn" not in tokens
    return light and not partly


def _mention(text: str, match: re.Match[str]) -> Mention:
    end = match.end()
    day = _DAY.match(text, end)
    written = day["day"] if day else ""
    plain = f"ngày {written}" if "tháng" in written else re.sub(r"\s", "", written)
    issuer = _ISSUER.match(text, day.end() if day else end)
    return Mention(
        number="".join(match["number"].split()),
        day=find_date(plain) if day else None,
        issuer=issuer["issuer"].strip() if issuer else "",
        start=match.start(),
        end=end,
    )
