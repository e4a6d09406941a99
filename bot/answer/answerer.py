"""One question to one answer: the steps, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

from bot.answer.compose import Block, compose, further
from bot.answer.decide import Decision, Evidence, Reason, decide
from bot.answer.scope import reach_of
from bot.answer.understand import understand
from bot.answer.values import Answer, Question, Searcher, Status
from bot.answer.verify import check, may_be_named
from bot.answer.wording import word
from index.hit import Hit
from knowledge.places import Gazetteer
from knowledge.resolution import Resolution

_SHOWN = 10
_WARMING = "dân chủ ở cơ sở"


class Answerer:
    """Answers from one version of the library and its index."""

    def __init__(
        self, library: Mapping[str, Resolution], searcher: Searcher, gazetteer: Gazetteer
    ) -> None:
        self.library = library
        self.gazetteer = gazetteer
        self._searcher = searcher
        self._known_places = tuple(
            resolution.territory.name
            for resolution in library.values()
            if resolution.territory.name
        )

    def answer(self, question: Question) -> Answer:
        """Return the answer to `question`; every quote and citation in it has been checked."""
        clock = _Clock()
        with clock.times("understand"):
            reading = understand(question.text, self.gazetteer, self._known_places)
        with clock.times("scope"):
            reach = reach_of(question, reading, self.library)
        with clock.times("search"):
            hits = self._existing(self._searcher.search(reading.searched, reach.ids, _SHOWN))
            anywhere = self._existing(self._searcher.search(reading.searched, None, _SHOWN))
            matter = self._searcher.nearest_matter(reading.searched)
        with clock.times("decide"):
            evidence = Evidence(reading, reach, hits, anywhere, matter, self.library)
            decision = decide(evidence)
        with clock.times("compose"):
            blocks = compose(decision, evidence)
        with clock.times("verify"):
            decision, blocks = self._kept(decision, blocks, evidence)
            named = [
                address
                for address in further(decision, evidence, blocks)
                if may_be_named(address, reach, self.library)
            ]
        with clock.times("word"):
            text = word(decision, evidence, blocks, named)
        return Answer(
            question=question.text,
            understood_as=reading.text,
            status=decision.status,
            text=text,
            place=reach.place,
            citations=tuple(citation for block in blocks for citation in block.citations),
            passages=_ranked(decision, hits or anywhere),
            timings_ms=clock.timings(),
        )

    def warm(self) -> None:
        """Load what the first question would have to wait for."""
        self._searcher.search(_WARMING)

    def _existing(self, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """Return the hits on provisions that the library holds."""
        return tuple(
            hit
            for hit in hits
            if (resolution := self.library.get(hit.address.resolution))
            and resolution.find(hit.address)
        )

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


def _ranked(decision: Decision, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Return `hits` behind the provisions decided on, which score no less than what was found."""
    best = hits[0].score if hits else 1.0
    parts = {hit.address: hit.parts for hit in hits}
    decided = [Hit(address, best, parts.get(address, {})) for address in decision.addresses]
    rest = (hit for hit in hits if hit.address not in decision.addresses)
    return (*decided, *rest)[:_SHOWN]


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
