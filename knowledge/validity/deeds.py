"""Sentences by which a document amends, adds to, replaces or ends others, and their verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.law.dates import find_date
from knowledge.law.references.mentions import KINDS


class Deed(StrEnum):
    """The deed that is done to a provision or to a whole document."""

    AMENDS = "amends"
    ADDS = "adds"
    REPLACES_WORDS = "replaces words"
    REPLACES = "replaces"
    REPEALS = "repeals"
    EXPIRES = "expires"


ENDING = frozenset({Deed.REPEALS, Deed.REPLACES, Deed.EXPIRES})
"""The deeds that can put a document out of force."""

_VERBS = {
    Deed.AMENDS: r"sửa đổi(?:, bổ sung)?",
    Deed.ADDS: r"bổ sung",
    Deed.REPEALS: r"(?:bãi|h(?:ủy|uỷ)) bỏ",
    Deed.REPLACES: r"thay thế|thay cho",
    Deed.REPLACES_WORDS: r"thay(?= (?:các )?(?:cụm )?từ)",
    Deed.EXPIRES: r"chấm dứt (?:hiệu lực|việc (?:thực hiện|áp dụng)|thực hiện|áp dụng)",
}
"""The verbs of each deed; "sửa đổi, bổ sung" is one deed, and no addition besides."""
_VERB = "|".join(_VERBS.values())
_NAMED_VERB = re.compile(
    "|".join(rf"(?P<{deed.name}>{verb})" for deed, verb in _VERBS.items()), re.IGNORECASE
)
_SERIES = rf"(?:{_VERB})(?:(?:\s*,\s*|\s+(?:và|hoặc)\s+)(?:{_VERB})){{0,4}}(?!\w)"
_THIS = rf"{KINDS} này"
_SINCE_THIS = rf"kể từ ngày {KINDS} này (?:có|bắt đầu có) hiệu lực(?: thi hành)?[\s,]*(?:thì\s+)?"
_OPENS = re.compile(
    rf"[\s–-]{{0,9}}(?:{_SINCE_THIS})?(?:(?:{_THIS}|nay)\s+(?:sẽ\s+)?)?(?P<verb>{_SERIES})",
    re.IGNORECASE,
)
"""The beginning of a sentence that does something to a document; others only speak of deeds."""
_OWN_EFFECT = re.compile(
    rf"(?:{_THIS}|{KINDS})(?! số\b)(?=.{{0,400}}?(?:có hiệu lực|được .{{0,150}}?thông qua"
    r"|áp dụng (?:kể )?từ|thực hiện (?:kể )?từ))",
    re.IGNORECASE | re.DOTALL,
)
_JOINED = re.compile(
    rf"(?:,|;|\bvà\b|đồng thời)\s*(?:(?:và|đồng thời|sẽ|{_THIS})\s+){{0,3}}(?P<verb>{_SERIES})"
    rf"(?=\s*:|\s+(?:toàn|các|cho|những|một|\d|điểm|khoản|Điều|Chương|Quy|văn bản|{KINDS}))",
    re.IGNORECASE,
)
"""A deed that follows the effect of its document in one sentence."""
_ENDED = re.compile(
    r"(?P<EXPIRES>(?:đã )?(?:hết|không còn|chấm dứt) (?:hiệu lực|giá trị)(?: thi hành)?)"
    r"|(?:được|bị) (?:(?P<REPLACES>thay thế)|(?P<REPEALS>(?:bãi|h(?:ủy|uỷ)) bỏ))",
    re.IGNORECASE,
)
"""The words behind the name of a document that say that it ends."""
_BY_ANOTHER = re.compile(rf"\s{{0,9}}(?:bằng|bởi|theo|tại)\s+(?!{KINDS} này)", re.IGNORECASE)
"""Behind a passive verb: another document did it, this one only tells so."""
_CONDITIONAL = re.compile(
    r"\s{0,9}(?:(?:trong )?trường hợp|khi|nếu|trước|việc|sau khi|kể từ khi|đối với)\b",
    re.IGNORECASE,
)
"""The beginning of a sentence about a case that may come: nothing ends by it."""
_WITH_THIS = re.compile(rf"kể từ ngày {KINDS} này", re.IGNORECASE)
_LAST_DAY = re.compile(
    r"\bkể từ (?P<day>ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}\s+năm\s+|[/.-]\d{1,2}[/.-])\d{4})"
    r"[\s.;/]*$",
    re.IGNORECASE,
)
"""The day at the end of a sentence from which its deeds hold."""
PARTLY = re.compile(r"một phần", re.IGNORECASE)
_SINCE_THIS_LEAD = re.compile(rf"[\s–-]{{0,9}}{_SINCE_THIS}", re.IGNORECASE)
_VERB_AT_END = re.compile(rf"(?:{_VERB})\s*$", re.IGNORECASE)
_LONGEST_VERB = 30
"""Characters before a verb in which another one of the same list stands."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A deed that a sentence does, and the words in which it says to what.

    An `active` clause has them behind its verb, another before it. `since` is the day from which
    the deed holds, None where that is when its own document takes effect.
    """

    deed: Deed
    words: str
    active: bool
    since: date | None = None
    partly: bool = False


def clauses_of(sentence: str, issued_on: date | None = None) -> list[Clause]:
    """Return what `sentence` does to documents, nothing where it only speaks of such deeds.

    A day before that of issue, `issued_on`, is none from which a deed holds.
    """
    opened = _OPENS.match(sentence)
    if opened is None and not _OWN_EFFECT.match(sentence):
        return _passive(sentence)
    verbs = [opened] if opened else []
    verbs += _joined(sentence, opened.end() if opened else 0)
    if not verbs:
        return _passive(sentence)
    last = _LAST_DAY.search(sentence)
    since = find_date(last["day"]) if last else None
    if not since or not issued_on or since < issued_on:
        since = None
    ends = [*(verb.start() for verb in verbs[1:]), len(sentence)]
    return [
        Clause(_deed(verb["verb"]), sentence[verb.end("verb") : end], active=True, since=since)
        for verb, end in zip(verbs, ends, strict=True)
    ]


def _joined(sentence: str, start: int) -> Iterator[re.Match[str]]:
    """Yield the verbs behind `start` that go on with the sentence; titles hold others."""
    for match in _JOINED.finditer(sentence, start):
        listed = _VERB_AT_END.search(sentence, max(0, match.start() - _LONGEST_VERB), match.start())
        if not listed and (not start or _deed(match["verb"]) in ENDING):
            yield match


def _deed(verbs: str) -> Deed:
    """Return the deed of the first of `verbs`."""
    match = _NAMED_VERB.match(verbs)
    return Deed[match.lastgroup or ""] if match else Deed.AMENDS


def _passive(sentence: str) -> list[Clause]:
    ended = _ENDED.search(sentence)
    if ended is None or _CONDITIONAL.match(sentence):
        return []
    rest = sentence[ended.end() :]
    if ended.lastgroup != "EXPIRES" and _BY_ANOTHER.match(rest):
        return []
    return [
        Clause(
            Deed[ended.lastgroup or ""],
            _SINCE_THIS_LEAD.sub("", sentence[: ended.start()], count=1),
            active=False,
            since=None if _WITH_THIS.search(rest) else find_date(rest),
            partly=bool(PARTLY.match(rest.lstrip())),
        )
    ]


def ends_others(sentence: str) -> bool:
    """Return True if `sentence` says of what it names that it ends."""
    return _OPENS.match(sentence) is None and bool(_passive(sentence))
