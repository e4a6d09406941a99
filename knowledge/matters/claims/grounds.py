"""Checks that a plain answer says only what its provisions say, if their text is at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from knowledge.law.fingerprint import mark_of_words
from knowledge.law.resolution import Address, Resolution
from knowledge.matters.claims import unfounded
from knowledge.matters.topic import PlainAnswer

_REMEMBERED = 4096
"""Provisions whose marks are kept: those of all lines that ship, several times."""


def unfounded_claims(answer: PlainAnswer, library: Mapping[str, Resolution]) -> tuple[str, ...]:
    """Return the amounts and bodies of `answer` that stand in none of its provisions.

    Nothing is said of an answer whose document `library` lacks.
    """
    resolution = library.get(answer.document)
    if resolution is None or not answer.short:
        return ()
    return unfounded(answer.short, grounds(answer, resolution))


def grounds(answer: PlainAnswer, resolution: Resolution) -> tuple[str, ...]:
    """Return the words that `answer` rests on: its provisions and those above and inside them."""
    return tuple(
        unit.words
        for address in answer.basis
        for unit in (*resolution.trail(address), *resolution.inside(address))
    )


def changed_grounds(answer: PlainAnswer, library: Mapping[str, Resolution]) -> tuple[Address, ...]:
    """Return the provisions of `answer` that do not say any more what it was written for.

    Only those count whose document is in `library` and whose words left a mark then. While there is
    one, the answer is suspended: nobody is told it.
    """
    resolution = library.get(answer.document)
    if resolution is None:
        return ()
    held = _Held(resolution)
    return tuple(address for address, mark in answer.marks if _mark(address, held) != mark)


def read_again(
    answer: PlainAnswer, library: Mapping[str, Resolution], day: date
) -> PlainAnswer | None:
    """Return `answer` as it rests on the words that `library` has on `day`, with their marks.

    Provisions that are gone are left out; None where nothing is left. On a document that `library`
    lacks it rests as before.
    """
    resolution = library.get(answer.document)
    if resolution is None:
        return replace(answer, as_of=day)
    marks = tuple((address, _mark(address, _Held(resolution))) for address in answer.basis)
    kept = tuple((address, mark) for address, mark in marks if mark)
    basis = tuple(address for address, _ in kept)
    return replace(answer, basis=basis, marks=kept, as_of=day) if basis else None


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """A document that is told apart as an object: to compare its words takes too long."""

    document: Resolution

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.document is self.document

    def __hash__(self) -> int:
        return id(self.document)


@lru_cache(_REMEMBERED)
def _mark(address: Address, held: _Held) -> str:
    """Return the mark of the provision's words, "" where there is none."""
    if held.document.find(address) is None:
        return ""
    return mark_of_words(address, held.document)
