"""Documents that another of the library puts out of force as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.amendments import Amendment, Deed, find_amendments
from knowledge.resolution import Address, Resolution
from knowledge.validity import lie_together

_KIND = r"(?:Nghị quyết|Luật|Bộ luật|Pháp lệnh|Nghị định|Quyết định|Thông tư)(?: số)?"
_RETIRING = frozenset({Deed.REPEALS, Deed.REPLACES, Deed.EXPIRES})
_ALL_OF_IT = rf"(?:bãi bỏ|hủy bỏ|thay thế)(?: toàn bộ)? {_KIND} {{number}}"
_EXPIRES = rf"(?:^|[;,] (?:thì )?){_KIND} {{number}}[^;]*? hết hiệu lực(?! một phần)"
_SAVING = re.compile(r"\btrừ\b|một phần|tiếp tục (?:có hiệu lực|được áp dụng|thực hiện)")
"""Words by which something of the document stays in force."""
_WITH_YEAR = re.compile(r"/(?:19|20)\d{2}/")


@dataclass(frozen=True, slots=True)
class Retirement:
    """A document that `provision` of another one puts out of force, by replacing it or so.

    `day` is the first on which the document is in force no more.
    """

    retired: Resolution
    by: Resolution
    provision: Address
    deed: Deed
    day: date


def find_retirements(library: Sequence[Resolution]) -> tuple[Retirement, ...]:
    """Return which documents of `library` others in it put out of force.

    Only what is certain counts: a whole document, named by a number with its year, by the body
    that issued it, on a day that is known.
    """
    return tuple(
        Retirement(retired, by, amendment.provision, amendment.deed, day)
        for by in library
        for amendment in find_amendments(by)
        if _is_of_the_whole(amendment, by) and (day := amendment.since or by.effect.since)
        for retired in library
        if is_of_one_body(by, retired) and _is_named(retired, by, amendment)
    )


def is_of_one_body(one: Resolution, other: Resolution) -> bool:
    """Return True if the same body has issued both; that of a namesake is another."""
    issuers = {one.head.issuer, other.head.issuer}
    named_alike = len(issuers) == 1 and "" not in issuers
    return named_alike and lie_together(one.territory, other.territory)


def retired(library: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return `library` with the last day in force of those that another puts out of force."""
    ends: dict[str, date] = {}
    for one in find_retirements(library):
        last = one.day - timedelta(days=1)
        ends[one.retired.id] = min(last, ends.get(one.retired.id, last))
    return tuple(_ended(one, ends[one.id]) if one.id in ends else one for one in library)


def _ended(resolution: Resolution, last: date) -> Resolution:
    own = resolution.effect.until
    return replace(
        resolution, effect=replace(resolution.effect, until=min(own, last) if own else last)
    )


def _is_named(resolution: Resolution, by: Resolution, amendment: Amendment) -> bool:
    address = amendment.address_in([resolution])
    return address is not None and resolution.id != by.id


def _is_of_the_whole(amendment: Amendment, by: Resolution) -> bool:
    """Return True if the words of `amendment` leave nothing of the document in force."""
    unit = by.find(amendment.provision)
    certain = amendment.deed in _RETIRING and amendment.target is None
    if unit is None or not certain or not _WITH_YEAR.search(amendment.number):
        return False
    number = re.escape(amendment.number)
    pattern = (_EXPIRES if amendment.deed is Deed.EXPIRES else _ALL_OF_IT).format(number=number)
    said = re.search(pattern, unit.words, re.IGNORECASE | re.MULTILINE)
    return bool(said) and not _SAVING.search(unit.words)
