"""The side of an amount on which something has to lie: "trên 50%" is not "từ 50% trở lên"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from knowledge.matters.claims.words import Bound, any_form, claim_words

_FILLER: Final = (
    r"(?: (?:là|có|bằng|phải|được|cũng|mức|khoảng|mỗi|hằng|năm|tháng|quý|thêm|cứ|tới|tỷ lệ|đến|số"
    r"|sau))"
)
"""Words between a bound and its amount: "ít nhất phải có 5 người"."""
_REACH: Final = 60
"""Letters before an amount in which its bound stands."""
_SIDE: Final = re.compile(r"[^.;:\n\d]{0,110}?(?<!\w)trở (?P<side>lên|xuống)")
_BEFOREHAND: Final = re.compile(r"[^.;,]{0,12}? ?(?<!\w)trước(?!\w)")
_PLACING: Final = frozenset(
    {"từ", "trên", "trong", "đủ", "đạt", "hạn", "dưới", "thiếu", "chưa được"}
)
"""Bounds that often say something else of what they stand before."""


_RAISED: Final = frozenset({Bound.AT_LEAST, Bound.ENOUGH, Bound.WITHIN})
"""Bounds that a "trở lên" or "trở xuống" behind the amount decides."""
_FOUNDED_BY: Final = {
    Bound.ABOVE: {Bound.ABOVE, Bound.BEYOND},
    Bound.BEYOND: {Bound.BEYOND, Bound.ABOVE, Bound.AT_MOST, Bound.WITHIN},
    Bound.AT_LEAST: {Bound.AT_LEAST, Bound.ENOUGH},
    Bound.AT_MOST: {Bound.AT_MOST, Bound.WITHIN},
    Bound.BELOW: {Bound.BELOW, Bound.UNMET},
    Bound.UNMET: {Bound.UNMET, Bound.BELOW, Bound.AT_LEAST, Bound.ENOUGH, Bound.ABOVE},
}
"""Bounds of a provision that found each of a line; one that is not here is founded by any."""
_OF_TERMS: Final = frozenset({Bound.AT_MOST, Bound.BEYOND})
"""Bounds of a line that a bare term founds: "thời gian giải quyết: 05 ngày"."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound and where it begins; `sure` that what follows is an amount and nothing else."""

    bound: Bound
    start: int
    sure: bool


def founds(stated: Bound, claimed: Bound, *, term: bool) -> bool:
    """Return True if an amount `stated` as such a bound is the bound `claimed`.

    `term` tells that the amount is one of time.
    """
    if stated is Bound.NONE and term and claimed in _OF_TERMS:
        return True
    return claimed not in _FOUNDED_BY or stated in _FOUNDED_BY[claimed]


def find_limit(text: str, start: int, end: int) -> Limit:
    """Return the bound that the words around the amount from `start` to `end` make it."""
    match = _before().search(text, max(0, start - _REACH), start)
    form = match["bound"] if match else ""
    bound = claim_words().bounds[form] if form else Bound.NONE
    side = _SIDE.match(text, end)
    if side and (bound in _RAISED or (not form and "," not in side.group())):
        bound = Bound.AT_LEAST if side["side"] == "lên" else Bound.AT_MOST
    if bound is Bound.BY:
        bound = Bound.AT_LEAST if _BEFOREHAND.match(text, end) else Bound.AT_MOST
    sure = bool(side or (form and form not in _PLACING))
    return Limit(bound, match.start() if match else start, sure)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<bound>{any_form(claim_words().bounds)}){_FILLER}{{0,3}} $")
