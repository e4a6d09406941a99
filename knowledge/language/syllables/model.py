"""A model of which syllables stand next to each other, and its form on disk."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import DanBietError
from knowledge.language.text import fold

EDGE: Final = 0
NUMBER: Final = 1
UNKNOWN: Final = 2
RESERVED: Final = ("", "0", "\ufffd")
"""Names of the three ids above: no syllable is spelled so."""


class BadLanguageModel(DanBietError):
    """Bytes that are no language model."""

    def __init__(self, reason: object) -> None:
        self.reason = reason
        super().__init__(f"the language model cannot be read: {reason}")


@dataclass(frozen=True, slots=True)
class Table:
    """Natural logarithms of likelihoods by id, or by ids joined as digits of one number.

    The digits are to the base of the number of ids. `before` has how well the first
    syllable of a pair goes before the second, `after` how well the second goes after the first.
    """

    triples: Mapping[int, float]
    before: Mapping[int, float]
    after: Mapping[int, float]
    leading: Sequence[float]
    following: Sequence[float]
    opening: Sequence[float]
    closing: Sequence[float]


class LanguageModel:
    """Scores three neighbouring syllables, read from left to right and from right to left.

    A triple that was never seen is put together from its pairs, a pair from its syllables
    (Witten-Bell smoothing); both directions are added. Syllables are in lower case, their tones
    placed by `place_tone`; ids stand for them.
    """

    def __init__(self, syllables: Sequence[str], table: Table) -> None:
        self.syllables = tuple(syllables)
        self.table = table
        self._size = len(self.syllables)
        self._ids = {syllable: number for number, syllable in enumerate(self.syllables)}

    def score(self, first: int, second: int, third: int) -> float:
        """Return the logarithm of how well the three ids go together: the higher, the better."""
        known = self.table.triples.get((first * self._size + second) * self._size + third)
        if known is not None:
            return known
        return self._before(first, second) + self._after(second, third)

    def id_of(self, syllable: str) -> int:
        """Return the id of `syllable`, UNKNOWN if the model does not know it."""
        return self._ids.get(syllable, UNKNOWN)

    def spelled(self, folded: str) -> tuple[str, ...]:
        """Return the known syllables that fold to `folded`, the commonest first."""
        return self._by_fold.get(folded, ())

    def dump(self) -> bytes:
        """Return the model as bytes, which `load` reads."""
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            words=np.frombuffer("\n".join(self.syllables).encode(), np.uint8),
            triples=_rows(self.table.triples),
            before=_rows(self.table.before),
            after=_rows(self.table.after),
            single=np.array(
                (
                    self.table.leading,
                    self.table.following,
                    self.table.opening,
                    self.table.closing,
                ),
                np.float32,
            ),
        )
        return buffer.getvalue()

    @classmethod
    def load(cls, data: bytes) -> LanguageModel:
        """Return the model that `dump` made bytes of; raise BadLanguageModel."""
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as parts:
                words = parts["words"].tobytes().decode().split("\n")
                single = parts["single"].reshape(4, len(words)).tolist()
                triples, before, after = (
                    dict(parts[name].tolist()) for name in ("triples", "before", "after")
                )
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise BadLanguageModel(error) from error
        return cls(words, Table(triples, before, after, *single))

    def _before(self, first: int, second: int) -> float:
        known = self.table.before.get(first * self._size + second)
        if known is not None:
            return known
        return self.table.closing[second] + self.table.leading[first]

    def _after(self, second: int, third: int) -> float:
        known = self.table.after.get(second * self._size + third)
        if known is not None:
            return known
        return self.table.opening[second] + self.table.following[third]

    @cached_property
    def _by_fold(self) -> dict[str, tuple[str, ...]]:
        by_fold: defaultdict[str, list[str]] = defaultdict(list)
        for syllable in self.syllables[len(RESERVED) :]:
            by_fold[fold(syllable)].append(syllable)
        common = dict(zip(self.syllables, self.table.following, strict=True))
        return {
            folded: tuple(sorted(forms, key=lambda form: -common[form]))
            for folded, forms in by_fold.items()
        }


def _rows(table: Mapping[int, float]) -> NDArray[np.void]:
    return np.array(list(table.items()), np.dtype([("ids", "<i8"), ("score", "<f2")]))


NOTHING_KNOWN: Final = LanguageModel(RESERVED, Table({}, {}, {}, *([0.0] * len(RESERVED),) * 4))
"""A model of no syllable: whatever is typed stays as it is."""
