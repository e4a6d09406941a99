"""The differences between two versions of a document, provision by provision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum

from knowledge.law.resolution import Address, Resolution

_WORD = re.compile(r"(?<!\s)\s*\S+")


class Side(Enum):
    """In which of two versions words stand."""

    BOTH = "both"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class WordingChange:
    """A provision whose words differ; "" where one of the versions does not have it.

    `address` is that of the later version, or of the earlier one where the later lacks it; its
    resolution is that of the later version.
    """

    address: Address
    before: str
    after: str

    @property
    def words(self) -> tuple[tuple[Side, str], ...]:
        """Return the words of both versions in their order, each stretch with where it stands."""
        return compare(self.before, self.after)


def difference(before: Resolution, after: Resolution) -> tuple[WordingChange, ...]:
    """Return every provision that `before` and `after` have differently, in the text's order.

    A provision that only `before` has stands behind the provision that it followed there.
    """
    home = next((unit.address.resolution for unit in after.provisions), after.id)
    old = {replace(unit.address, resolution=home): unit.words for unit in before.provisions}
    new = {unit.address: unit.words for unit in after.provisions}
    return tuple(
        WordingChange(address, old.get(address, ""), new.get(address, ""))
        for address in _in_order(old, new)
        if old.get(address) != new.get(address)
    )


def compare(before: str, after: str) -> tuple[tuple[Side, str], ...]:
    """Return the words of both texts in their order, each stretch with where it stands."""
    return tuple(_stretches(_WORD.findall(before), _WORD.findall(after)))


def _in_order(old: Iterable[Address], new: Iterable[Address]) -> Iterator[Address]:
    """Yield the addresses of `new`, with those that only `old` has where they stood."""
    known = set(new)
    gone: dict[Address | None, list[Address]] = {}
    before: Address | None = None
    for address in old:
        if address in known:
            before = address
        else:
            gone.setdefault(before, []).append(address)
    yield from gone.get(None, ())
    for address in new:
        yield from (address, *gone.get(address, ()))


def _stretches(old: list[str], new: list[str]) -> Iterator[tuple[Side, str]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield Side.BOTH, "".join(new[new_from:new_to])
            continue
        if old_from < old_to:
            yield Side.BEFORE, "".join(old[old_from:old_to])
        if new_from < new_to:
            yield Side.AFTER, "".join(new[new_from:new_to])
