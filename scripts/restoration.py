"""Measures the share of syllables that are read right when diacritics are left out.

`python scripts/restoration.py QUESTIONS.jsonl` prints it for three ways of typing. The questions
(one topic a line, with "questions") are parted into folds; each fold is read by a model that was
learnt without it. Only questions count that are typed with diacritics and without slips or
abbreviations: every word of theirs is in the dictionary.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from knowledge.language.spelling import list_words
from knowledge.language.syllables.learning import is_marked, learn
from knowledge.language.text import fold, normalise
from knowledge.language.tokens import runs
from knowledge.language.tones import place_tones
from knowledge.language.typing.abbreviations import Abbreviations, read_abbreviations
from knowledge.language.typing.speller import Speller
from knowledge.library.library import SOURCES, read_library

_FOLDS = 5
_NOTHING_SHORT = Abbreviations({}, {})


@dataclass(slots=True)
class _Result:
    """Numbers of syllables and of questions, and of those that came out as they were meant."""

    syllables: int = 0
    right: int = 0
    questions: int = 0
    whole: int = 0

    def add(self, meant: str, read: str) -> None:
        """Count one question."""
        pairs = list(zip(_words(meant), _words(read), strict=True))
        right = sum(wanted == got for wanted, got in pairs)
        self.syllables += len(pairs)
        self.right += right
        self.questions += 1
        self.whole += right == len(pairs)

    def __str__(self) -> str:
        return (
            f"syllables {self.right / self.syllables:.2%}, "
            f"whole questions {self.whole / self.questions:.2%} of {self.questions}"
        )


def main() -> None:
    """Print the share of syllables and questions read right, for each way of typing."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    questions = [
        normalise(question) for line in lines for question in json.loads(line)["questions"]
    ]
    marked = [question for question in dict.fromkeys(questions) if is_marked(question)]
    clean = _without_slips(marked)
    shuffler = random.Random(1)  # noqa: S311 - folds have to be the same each time
    shuffler.shuffle(marked)
    typed: dict[str, tuple[Callable[[str], str], _Result]] = {
        "without diacritics": (fold, _Result()),
        "half of them typed": (lambda text: _halved(text, shuffler), _Result()),
        "fully typed": (str, _Result()),
    }
    spent: list[float] = []
    for fold_number in range(_FOLDS):
        speller = _learnt_without(marked[fold_number::_FOLDS], marked)
        for question in filter(clean.__contains__, marked[fold_number::_FOLDS]):
            for strip, result in typed.values():
                started = perf_counter()
                read = _written(strip(question), speller)
                spent.append(perf_counter() - started)
                result.add(question, read)
    for name, (_, result) in typed.items():
        print(f"{name}: {result}")
    print(f"median {sorted(spent)[len(spent) // 2] * 1000:.2f} ms a question")


def _without_slips(questions: Sequence[str]) -> frozenset[str]:
    listed = {syllable for word in list_words() for syllable in _words(word)}
    short = read_abbreviations().words
    return frozenset(
        question
        for question in questions
        if all(word in listed and word not in short for word in _words(question))
    )


def _learnt_without(held_out: Sequence[str], questions: Sequence[str]) -> Speller:
    hidden = frozenset(held_out)
    documents = [
        f"{provision.heading}\n{provision.text}"
        for resolution in read_library(SOURCES)
        for provision in resolution.provisions
    ]
    model = learn([question for question in questions if question not in hidden], documents)
    return Speller(model, _NOTHING_SHORT)


def _halved(text: str, shuffler: random.Random) -> str:
    return " ".join(fold(word) if shuffler.random() < 1 / 2 else word for word in text.split(" "))


def _written(text: str, speller: Speller) -> str:
    for change in reversed(speller.changes(text)):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def _words(text: str) -> list[str]:
    return [place_tones(token.typed.lower()) for run in runs(text) for token in run if token.word]


if __name__ == "__main__":
    main()
