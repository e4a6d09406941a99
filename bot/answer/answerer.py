"""One question to one answer: the steps, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from time import perf_counter

from bot.answer.compose import Block, compose, further
from bot.answer.decide import Decision, Reason, decide
from bot.answer.estimate import estimate
from bot.answer.evidence import Evidence
from bot.answer.ranking import SHOWN, confidence, ranked
from bot.answer.scope import Reach, reach_of
from bot.answer.several import join
from bot.answer.understand import understand
from bot.answer.values import Answer, Question, Reading, Searcher, Status
from bot.answer.verify import check, may_be_named
from bot.answer.wording import word
from index.hit import Found, Hit
from knowledge.language.speller import Speller
from knowledge.places import Gazetteer
from knowledge.resolution import Resolution

_WARMING = "dân chủ ở cơ sở"


class Answerer:
    """Answers from one version of the library and its index."""

    def __init__(
        self,
        library: Mapping[str, Resolution],
        searcher: Searcher,
        gazetteer: Gazetteer,
        speller: Speller,
    ) -> None:
        self.library = library
        self.gazetteer = gazetteer
        self._searcher = searcher
        self._speller = speller
        self._known_places = tuple(
            resolution.territory.name
            for resolution in library.values()
            if resolution.territory.name
        )

    def answer(self, question: Question) -> Answer:
        """Return the answer to `question`; every quote and citation in it has been checked.

        Of a message that asks several things each is answered, from the same place.
        """
        clock = _Clock()
        reading, reach = self._read(question, clock)
        if not reading.parts:
            return self._answer(question, self._find(reading, reach, SHOWN, clock), clock)
        place = reach.place or question.place
        asked = [replace(question, text=part, place=place) for part in reading.parts]
        answers = [self._answer_part(one, clock) for one in asked]
        return join(reading, reach, answers, clock.timings())

    def _answer_part(self, part: Question, clock: _Clock) -> Answer:
        evidence = self._find(*self._read(part, clock), SHOWN, clock)
        return self._answer(part, evidence, clock, is_part=True)

    def _answer(
        self, question: Question, evidence: Evidence, clock: _Clock, *, is_part: bool = False
    ) -> Answer:
        with clock.times("decide"):
            decision = decide(evidence)
        with clock.times("compose"):
            blocks = compose(decision, evidence)
        with clock.times("verify"):
            decision, blocks = self._kept(decision, blocks, evidence)
            named = [
                address
                for address in further(decision, evidence, blocks)
                if may_be_named(address, evidence.reach, self.library)
            ]
        with clock.times("word"):
            text = word(decision, evidence, blocks, named, is_part=is_part)
        return Answer(
            question=question.text,
            understood_as=evidence.reading.text,
            status=decision.status,
            text=text,
            place=evidence.reach.place,
            citations=tuple(citation for block in blocks for citation in block.citations),
            passages=ranked(decision, evidence)[:SHOWN],
            confidence=confidence(decision, evidence),
            timings_ms=clock.timings(),
        )

    def warm(self) -> None:
        """Load what the first question would have to wait for."""
        self._searcher.search(_WARMING)

    def gather(self, question: Question, limit: int | None) -> Evidence:
        """Return all that a decision on `question` would rest on, with `limit` hits or all."""
        clock = _Clock()
        return self._find(*self._read(question, clock), limit, clock)

    def _read(self, question: Question, clock: _Clock) -> tuple[Reading, Reach]:
        with clock.times("understand"):
            reading = understand(question.text, self.gazetteer, self._known_places, self._speller)
        with clock.times("scope"):
            return reading, reach_of(question, reading, self.library)

    def _find(self, reading: Reading, reach: Reach, limit: int | None, clock: _Clock) -> Evidence:
        with clock.times("search"):
            found = self._existing(self._searcher.search(reading.searched, reach.ids, limit))
        with clock.times("decide"):
            return Evidence(reading, reach, found, estimate(reading, found), self.library)

    def _existing(self, found: Found) -> Found:
        """Return what was found without hits on provisions that the library does not hold."""
        return replace(
            found,
            hits=tuple(filter(self._exists, found.hits)),
            anywhere=tuple(filter(self._exists, found.anywhere)),
        )

    def _exists(self, hit: Hit) -> bool:
        resolution = self.library.get(hit.address.resolution)
        return resolution is not None and resolution.find(hit.address) is not None

    def _kept(
        self, decision: Decision, blocks: tuple[Block, ...], evidence: Evidence
    ) -> tuple[Decision, tuple[Block, ...]]:
        """Return the blocks whose every citation keeps the promises; without one, no answer."""
        kept = tuple(
            block
            for block in blocks
            if not any(one.breach for one in check(block.citations, evidence.reach, self.library))
        )
        if decision.status is Status.ANSWERED and not kept:
            return Decision(Status.NOT_FOUND, Reason.NOTHING), ()
        return decision, kept


@dataclass(slots=True)
class _Clock:
    """Measures the steps of one answer."""

    spent: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def times(self, step: str) -> Iterator[None]:
        """Add the time that the block takes to `step`."""
        started = perf_counter()
        yield
        self.spent[step] = self.spent.get(step, 0.0) + (perf_counter() - started) * 1000

    def timings(self) -> Mapping[str, float]:
        """Return the milliseconds of every step, and of all together as "total"."""
        return {**self.spent, "total": sum(self.spent.values())}
