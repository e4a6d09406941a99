"""Measures a training on unseen questions: `.venv/bin/python -m training.embedding.measure`.

A fifth of each topic's questions is held back. Without an argument, the rest is learned with the
provisions of all resolutions; a RESOLUTION named as the argument is left out of the training. The
figures are those of vectors alone, among the provisions of one resolution, before and after.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from rich.progress import Progress

from index.metrics import Quality
from knowledge.language.text import fold
from training.embedding.bank import Bank
from training.embedding.encoder import Encoder
from training.embedding.figures import embed, found_first
from training.embedding.sources import load_base, read_bank
from training.embedding.tune import FROZEN, BankStates, tune

_HELD_BACK = 5
"""Of so many questions of a topic one, and at least one of all, is kept for measuring."""


def main(left_out: Sequence[str]) -> None:
    """Train and print the figures of the resolutions `left_out`; of all where there are none."""
    bank = read_bank()
    held = held_back(bank)
    taught = without(bank, left_out)
    learned = [
        question for group in taught.groups for question in group.questions if question not in held
    ]
    with TemporaryDirectory() as cache, Progress(transient=True) as bar:
        encoder = Encoder(load_base(Path(cache)), FROZEN)
        states = BankStates.of(bank, encoder)
        figures = {"before": _figures(bank, encoder, states, held)}
        task = bar.add_task("training")
        tune(
            encoder,
            taught,
            states,
            learned,
            lambda done, steps: bar.update(task, completed=done, total=steps),
        )
        figures["after"] = _figures(bank, encoder, states, held)
    for name in sorted(figures["before"]):
        if not left_out or name.split()[0] in left_out:
            for when, qualities in figures.items():
                print(f"{name:24} {when:7} {_shown(qualities[name])}")


def held_back(bank: Bank) -> frozenset[int]:
    """Return the questions that are not learned, of every group some, the same every time."""
    chance = Random(1)  # noqa: S311 - nothing secret
    return frozenset(
        question
        for group in bank.groups
        for question in chance.sample(group.questions, max(1, len(group.questions) // _HELD_BACK))
    )


def without(bank: Bank, resolutions: Iterable[str]) -> Bank:
    """Return `bank` as it was before anyone had read `resolutions`; numbers stay.

    Groups that are about nothing else lose their questions: they are no matters outside.
    """
    unknown = set(resolutions)
    groups = []
    for group in bank.groups:
        known = {name: passages for name, passages in group.passages.items() if name not in unknown}
        questions = group.questions if known or not group.passages else ()
        groups.append(replace(group, questions=questions, passages=known))
    return replace(bank, groups=tuple(groups))


def _figures(
    bank: Bank, encoder: Encoder, states: BankStates, held: Iterable[int]
) -> dict[str, Quality]:
    """Return the figures of each resolution, and of its questions without diacritics ("bare")."""
    numbers, passages = sorted(held), embed(encoder, states.passages)
    names = {passage.address.resolution for passage in bank.passages}
    figures = {}
    typed = [bank.questions[number] for number in numbers]
    for mark, questions in (("", typed), (" bare", list(map(fold, typed)))):
        rows = embed(encoder, encoder.states(questions, "query"))
        for name in names:
            figures[name + mark] = found_first(bank, rows, passages, numbers, name)
    return figures


def _shown(figures: Quality) -> str:
    return (
        f"{figures.questions:5} questions, first {figures.recall_at_1:.3f}, "
        f"in five {figures.recall_at_5:.3f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
