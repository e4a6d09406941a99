"""Whether a plain answer says only what its provisions say, wherever their text is at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge.claims import unfounded
from knowledge.fingerprint import mark_of_words
from knowledge.resolution import Address, Resolution
from knowledge.topic import PlainAnswer


def unfounded_claims(answer: PlainAnswer, library: Mapping[str, Resolution]) -> tuple[str, ...]:
    """Return the amounts and bodies of `answer` that stand in none of its provisions.

    Nothing is said of an answer whose document `library` lacks.
    """
    resolution = library.get(answer.document)
    if resolution is None or not answer.short:
        return ()
    return unfounded(answer.short, grounds(answer, resolution))


def grounds(answer: PlainAnswer, resolution: Resolution) -> tuple[str, ...]:
    """Return the words that `answer` rests on: its provisions with what they stand under."""
    return tuple(words for address in answer.basis for words in _around(address, resolution))


def _around(address: Address, resolution: Resolution) -> Iterator[str]:
    for unit in (*resolution.trail(address), *resolution.inside(address)):
        yield unit.words


def changed_grounds(answer: PlainAnswer, library: Mapping[str, Resolution]) -> tuple[Address, ...]:
    """Return the provisions of `answer` that do not say any more what it was written for.

    Only those count whose document is in `library` and whose words left a mark then.
    """
    resolution = library.get(answer.document)
    if resolution is None:
        return ()
    return tuple(
        address
        for address, mark in answer.marks
        if resolution.find(address) is None or mark_of_words(address, resolution) != mark
    )
