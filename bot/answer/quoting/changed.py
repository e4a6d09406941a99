"""What other documents have changed of the provisions that an answer quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.answer.values import Citation
from knowledge.law.resolution import Address
from knowledge.validity.deeds import Deed
from knowledge.validity.validity import StateChange

_ENDS: Final = frozenset({Deed.REPEALS, Deed.REPLACES, Deed.EXPIRES})


@dataclass(frozen=True, slots=True)
class Changed:
    """A change that is in force, with the words that make it, None where they may not be cited."""

    change: StateChange
    citation: Citation | None = None


def is_over(address: Address, changes: Iterable[StateChange]) -> bool:
    """Return True if one of `changes`, all in force, leaves nothing of the provision in force."""
    return any(
        one.deed in _ENDS and one.target.names_provision and one.target.covers(address)
        for one in changes
    )


def touching(address: Address, changes: Iterable[StateChange]) -> tuple[StateChange, ...]:
    """Return those of `changes` that change the provision, what encloses it or what is inside."""
    return tuple(one for one in changes if one.target.covers(address) or address.covers(one.target))
