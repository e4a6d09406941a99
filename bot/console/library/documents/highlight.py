"""The words of a document, parted into highlighted and plain ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from knowledge.language.text import fold, normalise, syllables
from knowledge.law.resolution import Address, Provision

Span = tuple[int, int]
"""The start and the end of a part of a string."""


@dataclass(frozen=True, slots=True)
class TextSegment:
    """A run of words on one line."""

    text: str
    marked: bool = False


Line = tuple[TextSegment, ...]


def quoted(text: str, quote: str) -> tuple[Span, ...]:
    """Return where `quote` stands in `text`, letter by letter, however white space is broken."""
    words = normalise(quote).split()
    return _spans(re.compile(r"\s+".join(map(re.escape, words))), text) if words else ()


def wanted(text: str, typed: str) -> tuple[Span, ...]:
    """Return where the words `typed` stand in `text`, one after another, whatever the marks.

    The last one may be unfinished: people see what is found while they type.
    """
    words = syllables(typed)
    if not words:
        return ()
    pattern = re.compile(r"\b" + r"[^a-z0-9]+".join(words))
    starts, folded = _folded(text)
    return tuple(
        (bisect_right(starts, start) - 1, bisect_right(starts, end - 1))
        for start, end in _spans(pattern, folded)
    )


def lines(text: str, spans: Iterable[Span]) -> tuple[Line, ...]:
    """Return the lines of `text` with `spans`, which are in order, highlighted."""
    highlighted = tuple(spans)
    result, start = [], 0
    for line in text.split("\n"):
        inside = ((first - start, last - start) for first, last in highlighted)
        result.append(tuple(_segments(line, inside)))
        start += len(line) + 1
    return tuple(result)


def within(units: Sequence[Provision], quote: str) -> Mapping[Address, tuple[Span, ...]]:
    """Return the spans of `quote` in each of `units`; it may run over several."""
    spans = quoted("\n".join(unit.words for unit in units), quote)
    covered, start = {}, 0
    for unit in units:
        end = start + len(unit.words)
        met = [(first, last) for first, last in spans if first < end and last > start]
        if met:
            covered[unit.address] = tuple((first - start, last - start) for first, last in met)
        start = end + 1
    return covered


def _segments(line: str, spans: Iterable[Span]) -> Iterator[TextSegment]:
    done = 0
    for first, last in spans:
        start, end = max(first, done), min(last, len(line))
        if start < end:
            if done < start:
                yield TextSegment(line[done:start])
            yield TextSegment(line[start:end], marked=True)
            done = end
    if done < len(line):
        yield TextSegment(line[done:])


def _spans(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(match.span() for match in pattern.finditer(text))


@lru_cache(maxsize=8192)
def _folded(text: str) -> tuple[Sequence[int], str]:
    """Return `text` folded, and the start of each letter's fold in it."""
    folded = fold(text)
    if len(folded) == len(text):
        return range(len(text)), folded
    lengths = [len(fold(letter)) for letter in text]
    return list(accumulate(lengths, initial=0))[:-1], folded
