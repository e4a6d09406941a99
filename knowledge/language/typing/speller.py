"""Reads typed text: restores diacritics, writes abbreviations out, corrects slips."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log
from operator import itemgetter
from typing import Final, TypeAlias

from knowledge.language.syllables.model import EDGE, LanguageModel
from knowledge.language.tokens import Token, runs
from knowledge.language.typing.abbreviations import Abbreviations
from knowledge.language.typing.candidates import Candidates, SpellingCandidate

_BEAM: Final = 8
"""Readings that are followed further from word to word."""
_END: Final = (SpellingCandidate((EDGE, EDGE), 0.0),)
_CAREFUL: Final = log(0.0001)
"""Logarithm of the share of marks that someone forgets who types them everywhere else."""

_Trail: TypeAlias = "tuple[SpellingCandidate, _Trail | None]"
"""The candidate chosen for a word, and the trail of the words before it."""
_States: TypeAlias = "dict[tuple[int, int], tuple[float, _Trail | None]]"
"""By the last two syllables, the best reading that ends in them and how good it is."""


@dataclass(frozen=True, slots=True)
class SpellingChange:
    """The spelling `text` in the place of what was typed at `start:end`."""

    start: int
    end: int
    text: str


class Speller:
    """Writes out what residents type for short, without diacritics or with slips of the finger."""

    def __init__(self, model: LanguageModel, abbreviations: Abbreviations) -> None:
        self._model = model
        self._candidates = Candidates(model, abbreviations)

    def changes(
        self, text: str, kept: Collection[tuple[int, int]] = ()
    ) -> tuple[SpellingChange, ...]:
        """Return what is to be changed in `text` so that it says what it means, in order.

        Spans in `kept` are left alone; so are foreign words, and those like no known one.
        """
        rows = list(runs(text, kept))
        if self._candidates.is_foreign([token for row in rows for token in row]):
            return ()
        rows = [row for row in rows if not self._candidates.is_foreign(row)]
        omission = self._omission(rows)
        shouted = text.isupper()
        return tuple(
            SpellingChange(token.start, token.end, _in_case(token.typed, chosen.text))
            for row in rows
            for token, chosen in self._read(row, omission, shouted)
            if chosen.text is not None
        )

    def _omission(self, rows: Sequence[Sequence[Token]]) -> float:
        """Return the logarithm of the share of marked syllables that were typed without marks."""
        counted = [self._candidates.omitted(row) for row in rows]
        marked = sum(count for count, _ in counted)
        lacking = sum(count for _, count in counted)
        if not marked:
            return 0.0
        # twice: syllables that exist without marks, too, are not among those that surely lack them
        return log(min(1.0, 2 * lacking / (marked + 2 * lacking))) if lacking else _CAREFUL

    def _read(
        self, row: Sequence[Token], omission: float, shouted: bool
    ) -> list[tuple[Token, SpellingCandidate]]:
        """Return the tokens of `row`, each with the meaning that fits the others best."""
        states: _States = {(EDGE, EDGE): (0.0, None)}
        for candidates in self._candidates.of_run(row, omission, shouted):
            states = self._extended(states, candidates)
        _, trail = max(self._extended(states, _END).values(), key=itemgetter(0))
        return list(zip(row, _unrolled(trail), strict=False))

    def _extended(self, states: _States, candidates: Sequence[SpellingCandidate]) -> _States:
        """Return the best readings that end in each pair of syllables, one word further.

        Two syllables are all that the model looks back to, so of readings that end in the same two
        only the best can win in the end (Viterbi); of those, the `_BEAM` best are followed.
        """
        score = self._model.score
        longer: _States = {}
        for (before, last), (total, trail) in states.items():
            for candidate in candidates:
                first, second, sum_ = before, last, total + candidate.cost
                for syllable in candidate.ids:
                    sum_ += score(first, second, syllable)
                    first, second = second, syllable
                known = longer.get((first, second))
                if known is None or known[0] < sum_:
                    longer[first, second] = sum_, (candidate, trail)
        if len(longer) <= _BEAM:
            return longer
        return dict(nlargest(_BEAM, longer.items(), key=lambda state: state[1][0]))


def _unrolled(trail: _Trail | None) -> list[SpellingCandidate]:
    """Return the candidates of `trail` from the first word to the last."""
    chosen: list[SpellingCandidate] = []
    while trail:
        candidate, trail = trail
        chosen.append(candidate)
    return chosen[::-1]


def _in_case(typed: str, meant: str) -> str:
    """Return `meant` with capitals where `typed` has them."""
    if typed.isupper() and " " not in meant and (len(typed) > 1 or len(meant) == 1):
        return meant.upper()
    if typed[0].isupper() and not typed.isupper():
        return meant[0].upper() + meant[1:]
    return meant
