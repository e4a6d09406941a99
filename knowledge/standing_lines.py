"""Whether plain answers still stand: a provision may say something else than it did for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from knowledge.fingerprint import mark_of_words
from knowledge.resolution import Address, Resolution
from knowledge.topic import PlainAnswer

_REMEMBERED = 4096
"""Provisions whose marks are kept: those of all lines that ship, several times."""


def suspended(answer: PlainAnswer, library: Mapping[str, Resolution]) -> tuple[Address, ...]:
    """Return what `answer` was written for and says something else in `library`, or is gone.

    Provisions of documents that `library` lacks are no reason to suspend it, nor are those that
    bear no mark.
    """
    return tuple(
        address
        for address, mark in answer.marks
        if address.resolution in library and _mark(address, library) != mark
    )


def read_against(
    answer: PlainAnswer, library: Mapping[str, Resolution], day: date
) -> PlainAnswer | None:
    """Return `answer` as it rests on the words of `library` that somebody read on `day`.

    It keeps the marks of documents that `library` lacks, and leaves out provisions that are gone;
    None where nothing is left.
    """
    old = dict(answer.marks)
    marks = {
        one: _mark(one, library) if one.resolution in library else old.get(one, "")
        for one in answer.basis
    }
    basis = tuple(one for one in answer.basis if marks[one] or one.resolution not in library)
    kept = tuple((one, marks[one]) for one in basis if marks[one])
    return replace(answer, basis=basis, marks=kept, as_of=day) if basis else None


def _mark(address: Address, library: Mapping[str, Resolution]) -> str:
    return _remembered(address, _Held(library[address.resolution]))


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """A document that is told apart as an object: to compare its words takes too long."""

    document: Resolution

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.document is self.document

    def __hash__(self) -> int:
        return id(self.document)


@lru_cache(_REMEMBERED)
def _remembered(address: Address, held: _Held) -> str:
    """Return the mark of the provision's words, "" where there is none."""
    if held.document.find(address) is None:
        return ""
    return mark_of_words(address, held.document)
