"""Learns the weights of the fusion and of the estimate, and writes them into the project.

`.venv/bin/python -m training.learn FILE…` takes question sets (form: `bot/question_set.py`), none
of whose questions may be a sample in `knowledge/topics`. It prints what each reaches on questions
that it was not learned from. The fusion is learned from the question sets alone; the estimate also
from the samples themselves, each asked to an index that does not hold it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bot.answer import estimate
from bot.answer.answerer import Answerer
from bot.answer.values import Status
from bot.config import read_settings
from bot.question_set import read_question_set
from bot.wiring import Application
from index import fusion
from index.build import build
from index.embedder import silent
from index.fusion import FEATURES, Fusion
from index.manifest import Sources
from index.search import Index
from index.writing import Material
from knowledge.thesaurus import Thesaurus, read_thesaurus
from training import outcomes, ranking
from training.examples import Example, RememberingEmbedder, of_items, of_samples

_UNLEARNED = Fusion(dict.fromkeys(FEATURES, 1.0))


class Bench:
    """Makes answerers with this or that thesaurus and fusion; what is embedded is remembered."""

    def __init__(self) -> None:
        self._application = Application(read_settings())
        self._embedder = RememberingEmbedder(self._application.embedder(silent))
        self._documents = self._application.materials.documents()
        self.thesaurus = read_thesaurus(self._application.topics, self._documents)
        self.fusion = _UNLEARNED

    def answerer(self, thesaurus: Thesaurus, folder: Path) -> Answerer:
        """Return an answerer with an index of `thesaurus`, made in `folder`."""
        build(Material(self._documents, Sources("", {}), thesaurus), self._embedder, folder)
        return self._application.answerer_over(Index.open(folder, self._embedder, self.fusion))


def main(files: Sequence[str]) -> None:
    """Learn from the question sets `files`."""
    items = [item for file in files for item in read_question_set(Path(file))]
    bench = Bench()
    with TemporaryDirectory() as folder:
        found = of_items(bench.answerer(bench.thesaurus, Path(folder)), items)
        choices = [_choice(one) for one in found if one.outcome is Status.ANSWERED]
        bench.fusion = ranking.fit(choices)
        asked = list(of_items(bench.answerer(bench.thesaurus, Path(folder)), items))
    fusion.write_learned(bench.fusion)
    _print_ranking(choices, bench.fusion)
    samples = list(of_samples(bench, bench.thesaurus))
    estimate.write_learned(outcomes.fit(asked, samples))
    _print_outcomes(asked, samples)


def _choice(example: Example) -> ranking.Choice:
    hits = example.evidence.quotable
    right = [any(gold.covers(hit.address) for gold in example.gold) for hit in hits]
    features = [[hit.parts[name] for name in FEATURES] for hit in hits]
    return ranking.Choice(np.array(features), np.array(right))


def _print_ranking(choices: Sequence[ranking.Choice], learned: Fusion) -> None:
    print(f"{len(choices)} questions; weights {dict(learned.weights)}")
    for name, (first, in_five) in ranking.cross_validated(choices).items():
        print(f"{name:20} first {first:.3f}  in five {in_five:.3f}")


def _print_outcomes(asked: Sequence[Example], samples: Sequence[Example]) -> None:
    table, brier = outcomes.cross_validated(asked, samples)
    print(f"{len(asked)} questions, {len(samples)} samples; Brier score {brier:.3f}")
    for wanted, got in table.items():
        print(f"{wanted:14} {got}")


if __name__ == "__main__":
    main(sys.argv[1:])
