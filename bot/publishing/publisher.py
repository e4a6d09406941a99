"""From a proposal to the version that serves: built aside, rehearsed, exchanged in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from bot.answer.answerer import Answerer
from bot.answer.catalogue import Catalogue
from bot.evaluation.question_set import Item
from bot.publishing.materials import Materials
from bot.publishing.rehearsing.rehearsal import Rehearsal, rehearse
from bot.publishing.rehearsing.trials import OpenQuestion, Trial, own_trials, touched_by, trials
from bot.publishing.turn import ServingChange, turn
from index.embedding.embedder import Embedder, Progress
from index.errors import BuildError, IndexUnreadable, IndexUnusable
from index.matters.sample_index import FOLDER as SAMPLES
from index.matters.sample_index import SampleIndex
from index.search import Index
from index.versions.build import build, is_current, roll_back
from index.versions.candidate import adopt, candidate_at, discard, is_prepared, prepare
from index.versions.folders import is_held
from index.versions.folders import serving as version_that_serves
from index.versions.manifest import ModelUsed
from knowledge.errors import DanBietError
from knowledge.library.intake.history import Event
from knowledge.library.intake.placing import as_if_put, put
from knowledge.library.intake.proposal import Proposal, versions_of
from prompts.render import render


class NotPrepared(DanBietError):
    """The library is another one than that in which a proposal was tried; told in Vietnamese."""

    def __init__(self) -> None:
        super().__init__(render("publishing/not_prepared"))


@dataclass(frozen=True, slots=True)
class Publisher:
    """Prepares, rehearses and publishes; the index lies in `folder`.

    `answerer_over` makes an answerer over an index, `standing` gives the questions of all sets,
    `waiting` those that are open in the inbox. The index of a proposal goes by the `key` of
    whoever works on it.
    """

    materials: Materials
    folder: Path
    embedder: Embedder
    answerer_over: Callable[[Index], Answerer]
    standing: Callable[[], Iterable[Item]]
    waiting: Callable[[], Iterable[OpenQuestion]] = tuple

    def prepare(self, key: str, proposal: Proposal, progress: Progress) -> None:
        """Build the index that there would be with `proposal`; it serves nobody yet.

        Raises AdditionLost, BuildError, and as Materials do.
        """
        with as_if_put(proposal, self.materials.shelves) as shelves:
            material = self.materials.on(shelves).read()
            prepare(candidate_at(self.folder, key), material, self.embedder, progress)

    def matters(self, key: str, proposal: Proposal) -> tuple[str, ...]:
        """Return what residents ask about that a document put in speaks of, the most told first.

        It is known once the index under `key` is prepared, before anything is asked of it; raises
        IndexDamaged.
        """
        return _matters(SampleIndex.load_if_any(candidate_at(self.folder, key) / SAMPLES), proposal)

    def rehearse(
        self, key: str, proposal: Proposal, serving: Answerer, day: date, progress: Progress
    ) -> Rehearsal:
        """Return what the index prepared under `key` answers otherwise than `serving`.

        Raises IndexUnusable, IndexUnreadable.
        """
        index = Index.read(candidate_at(self.folder, key), self.embedder)
        answerer = self.answerer_over(index)
        questions = (
            *_of_its_own(proposal, serving, answerer, day),
            *self._of_others(proposal, serving, index),
        )
        rehearsal = rehearse(questions, serving, answerer, day, progress)
        return replace(rehearsal, matters=_matters(index.samples, proposal))

    def is_prepared(self, key: str, proposal: Proposal) -> bool:
        """Return True if the index under `key` is what there would be with `proposal` now."""
        with as_if_put(proposal, self.materials.shelves) as shelves:
            sources = self.materials.on(shelves).sources()
        return is_prepared(candidate_at(self.folder, key), sources, self._model)

    def publish(
        self, key: str, proposal: Proposal, events: Sequence[Event], who: str, now: datetime
    ) -> str:
        """Let the library be as `proposal` wants it, and the index under `key` serve.

        Returns the number of the version that serves now.

        Raises:
            Busy: somebody else is changing what serves.
            NotPrepared: there is no such index, or the library has changed since it was prepared.
            Overtaken, AdditionLost, BuildError: it could not be done.
        """
        with self._turn(who, ServingChange.PUBLISHING):
            if not self.is_prepared(key, proposal):
                raise NotPrepared
            put(proposal, self.materials.shelves, events, now)
            sources = self.materials.sources()
            return adopt(candidate_at(self.folder, key), sources, self._model).name

    def roll_back(self, number: str = "", who: str = "") -> str:
        """Let an earlier version serve: `number`, or the one before; return its number.

        Raises Busy, and as index.versions.build.roll_back does.
        """
        with self._turn(who, ServingChange.ROLLING_BACK):
            return roll_back(self.folder, self._model, number).name

    def update(self, progress: Progress, who: str = "", *, wait: bool = False) -> str:
        """Bring the index up to date with the library; return the number that serves.

        Raises Busy, unless told to `wait`, BuildError, and as Materials do.
        """
        with self._turn(who, ServingChange.UPDATING, wait=wait):
            return build(self.materials.read(), self.embedder, self.folder, progress).name

    def is_current(self) -> bool:
        """Return True if the index that serves is made of the library as it is."""
        return is_current(self.folder, self.materials.sources(), self._model)

    def is_held(self) -> bool:
        """Return True if a person has rolled back to the version that serves."""
        try:
            return is_held(self.folder)
        except (IndexUnusable, IndexUnreadable):
            return False

    def forget(self, key: str) -> None:
        """Remove what was prepared under `key`."""
        discard(candidate_at(self.folder, key))

    def _of_others(self, proposal: Proposal, serving: Answerer, index: Index) -> tuple[Trial, ...]:
        """Return what persons, topics and residents ask; of topics what one of both can answer."""
        documents, library = versions_of(proposal), tuple(serving.library.values())
        ids = touched_by(documents, (*library, *index.library.values()))
        old = SampleIndex.load_if_any(version_that_serves(self.folder) / SAMPLES)
        catalogues = [
            Catalogue(samples.topics, samples.memberships)
            for samples in (old, index.samples)
            if samples
        ]
        topics = [
            topic
            for topic in (index.samples.topics if index.samples else ())
            if any(catalogue.provisions(topic.name, ids) for catalogue in catalogues)
        ]
        return trials(self.standing(), topics, documents, library, self.waiting())

    @property
    def _model(self) -> ModelUsed:
        return ModelUsed(self.embedder.name, self.embedder.fingerprint)

    @contextmanager
    def _turn(self, who: str, doing: ServingChange, *, wait: bool = False) -> Iterator[None]:
        """Keep others from changing what serves; raise Busy, BuildError."""
        try:
            with turn(self.folder, who, doing, wait=wait):
                yield
        except OSError as error:
            raise BuildError(self.folder, error.strerror or error) from error


def _of_its_own(
    proposal: Proposal, serving: Answerer, answerer: Answerer, day: date
) -> tuple[Trial, ...]:
    """Return what to ask of the words of a document put in, as it is among the others."""
    if proposal.document is None:
        return ()
    document = answerer.library.get(proposal.home, proposal.document)
    previous = serving.library.get(proposal.home, proposal.previous)
    return own_trials(document, previous, answerer, day)


def _matters(samples: SampleIndex | None, proposal: Proposal) -> tuple[str, ...]:
    """Return the topics that a document put in speaks of, those of most provisions first."""
    if samples is None or proposal.document is None:
        return ()
    catalogue = Catalogue(samples.topics, samples.memberships)
    names = [topic.name for topic in samples.topics if not topic.within]
    counts = {name: len(catalogue.provisions(name, {proposal.home})) for name in names}
    return tuple(sorted(filter(counts.get, names), key=lambda name: -counts[name]))
