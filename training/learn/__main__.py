"""Learns the weights of search, fit and estimate, and writes them into the project.

`.venv/bin/python -m training.learn FOLDER FILE…` takes the folder of the law and its decrees, of
which nothing is kept but weights, and question sets on the documents that ship (form:
`bot/evaluation/question_set.py`), none of whose questions may be a sample in `knowledge/matters`.
Beside them it learns from the sets in `training/learn/sets`, from the made-up resolutions in
`training/texts`, which come in as new documents do, and from the samples themselves, each asked to
an index that does not hold it. It prints what each part reaches on questions that it was not
learned from.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.answer.answerer import Answerer
from bot.answer.selection import estimate
from bot.answer.selection.fit import network
from bot.answer.values import Status
from bot.commands.wiring import Application
from bot.config import read_settings
from bot.evaluation.question_set import read_question_set
from index.retrieval import fusion
from index.retrieval.fusion import Fusion
from index.search import Index
from index.versions.build import build
from index.versions.manifest import Sources
from index.versions.writing import Material
from knowledge.law.resolution import Resolution
from knowledge.matters.thesaurus import Thesaurus, read_thesaurus
from training.documents import TEXT_QUESTIONS, read_documents, read_texts
from training.learn import fitting, outcomes, ranking
from training.learn.examples import (
    Example,
    RememberingEmbedder,
    of_items,
    of_own_words,
    of_samples,
    of_told,
)

SETS = Path(__file__).parent / "sets"
_WITHOUT_LAW, _WITH_LAW = SETS / "residents.jsonl", SETS / "residents-with-law.jsonl"
_QUESTION, _SAMPLE = 20.0, 1.0
"""Weights of a question of a set, written without a look at the topics, and of a sample."""


class Bench:
    """Makes answerers over `documents` with this or that thesaurus, by one fusion."""

    def __init__(
        self,
        application: Application,
        embedder: RememberingEmbedder,
        documents: Sequence[Resolution],
        joined: Fusion,
    ) -> None:
        self.documents, self.fusion = tuple(documents), joined
        self.thesaurus = read_thesaurus(application.topics, self.documents)
        self._application, self._embedder = application, embedder

    def answerer(self, thesaurus: Thesaurus, folder: Path) -> Answerer:
        """Return an answerer with an index of `thesaurus`, made in `folder`."""
        build(Material(self.documents, Sources("", {}), thesaurus), self._embedder, folder)
        return self._application.answerer_over(Index.open(folder, self._embedder, self.fusion))

    def ask(self, *files: Path) -> Iterator[Example]:
        """Yield the examples of the question sets `files`."""
        with TemporaryDirectory() as folder:
            answerer = self.answerer(self.thesaurus, Path(folder))
            for file in files:
                yield from of_items(answerer, read_question_set(file), file.stem)

    def ask_told(self, file: Path) -> Iterator[Example]:
        """Yield the examples of a question set that plain answers on absent documents answer."""
        with TemporaryDirectory() as folder:
            answerer = self.answerer(self.thesaurus, Path(folder))
            yield from of_told(answerer, read_question_set(file), f"{file.stem} told")

    def ask_own(self, documents: Sequence[Resolution]) -> Iterator[Example]:
        """Yield the examples that the words of `documents` give."""
        with TemporaryDirectory() as folder:
            answerer = self.answerer(self.thesaurus, Path(folder))
            yield from of_own_words(answerer, documents)


class Course:
    """The material of the training: what ships, alone, with the law, and with new resolutions."""

    def __init__(self, law: Path, files: Sequence[Path]) -> None:
        self._application = Application(read_settings())
        self._embedder = RememberingEmbedder(self._application.embedder())
        self._files = tuple(files)
        self._shipped = read_documents()
        self._with_law = read_documents(sorted(law.iterdir()))
        self._with_texts = (*self._shipped, *read_texts())

    def questions(self, joined: Fusion) -> list[Example]:
        """Return the examples of all question sets, by the fusion `joined`."""
        texts = sorted(TEXT_QUESTIONS.glob("*.jsonl"))
        return [
            *self._bench(self._shipped, joined).ask(*self._files, _WITHOUT_LAW),
            *self._bench(self._with_law, joined).ask(_WITH_LAW),
            *self._bench(self._shipped, joined).ask_told(_WITH_LAW),
            *self._bench(self._with_texts, joined).ask(*texts),
        ]

    def samples(self, joined: Fusion) -> list[Example]:
        """Return the samples as examples, by the fusion `joined`."""
        law = [document for document in self._with_law if document.territory.nationwide]
        return [
            *self._bench(self._with_texts, joined).ask_own(read_texts()),
            *self._bench(self._with_law, joined).ask_own(law),
            *of_samples(self._bench(self._shipped, joined), self._shipped),
            *of_samples(self._bench(self._with_law, joined), law),
            *of_samples(self._bench(self._shipped, joined), law),
        ]

    def _bench(self, documents: Sequence[Resolution], joined: Fusion) -> Bench:
        return Bench(self._application, self._embedder, documents, joined)


def main(law: str, *files: str) -> None:
    """Learn with the law in the folder `law` from the question sets `files`."""
    course = Course(Path(law), [Path(file) for file in files])
    joined = _learn_fusion(course)
    # The outcomes are learned from what the network makes of questions that it did not learn.
    questions, samples = _learn_fit(course.questions(joined), course.samples(joined))
    estimate.write_learned(outcomes.fit(questions, samples))
    _print_outcomes(questions, samples)


def _learn_fusion(course: Course) -> Fusion:
    examples = course.questions(fusion.learned())
    choices = [
        choice
        for example in examples
        if example.outcome is Status.ANSWERED and (choice := ranking.choice(example)).right.any()
    ]
    learned = ranking.fit(choices)
    fusion.write_learned(learned)
    print(f"{len(choices)} questions; weights {dict(learned.weights)}")
    for name, (first, in_five) in ranking.cross_validated(choices).items():
        print(f"{name:20} first {first:.3f}  in five {in_five:.3f}")
    return learned


def _learn_fit(
    questions: Sequence[Example], samples: Sequence[Example]
) -> tuple[list[Example], list[Example]]:
    """Learn the network; return the examples as networks see them that did not learn them."""
    lessons = [
        *(fitting.Lesson.of(question, _QUESTION) for question in questions),
        *(fitting.Lesson.of(sample, _SAMPLE) for sample in samples),
    ]
    network.write_learned(fitting.fit(lessons))
    folds = fitting.cross_fitted(lessons)
    judged = [fitting.judged(example, folds) for example in (*questions, *samples)]
    fitting.report(questions, judged[: len(questions)])
    return judged[: len(questions)], judged[len(questions) :]


def _print_outcomes(questions: Sequence[Example], samples: Sequence[Example]) -> None:
    table, brier = outcomes.cross_validated(questions, samples)
    print(f"{len(questions)} questions, {len(samples)} samples; Brier score {brier:.3f}")
    for wanted, got in table.items():
        print(f"{wanted:14} {got}")


if __name__ == "__main__":
    main(*sys.argv[1:])
