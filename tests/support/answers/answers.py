"""The shared ground of tests of the answer path: the bundled library, a fake search, evidence."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from bot.answer.answerer import Answerer
from bot.answer.quoting.guide import Guide
from bot.answer.selection.estimate import OUTCOMES, Estimate
from bot.answer.selection.evidence import Evidence
from bot.answer.selection.scope import Reach
from bot.answer.values import Answer, Earlier, Question, Reading, Status
from index.hit import Found, Hit, MatterHit, TopicHit
from index.retrieval.fusion import DENSE, DENSE_IN_CONTEXT, LEXICAL, NEAR
from knowledge.gazetteer.places import Gazetteer, Place
from knowledge.law.resolution import Address, Resolution
from knowledge.matters.lists.outside import OutsideKind, OutsideMatter
from knowledge.validity.scope import Scope
from tests.support.documents.documents import BUNDLED, bundled
from tests.support.language.language import speller

_EVEN = 17.0
ON = date(2026, 11, 22)
"""A day on which every bundled document is in force."""


@dataclass
class FakeSearcher:
    """Finds the `hits` that it was given, whatever is asked; `obedient` ones keep to the scope."""

    hits: tuple[Hit, ...] = ()
    matter: MatterHit | None = None
    obedient: bool = True
    close: float = 0.0
    near: float = 0.0
    near_topics: tuple[TopicHit, ...] = ()

    def nearness(
        self,
        question: str,  # noqa: ARG002 - what a searcher is asked
        groups: Mapping[str, tuple[str, ...]],
    ) -> dict[str, float]:
        return dict.fromkeys(groups, self.near)

    def closeness(self, one: str, other: str) -> float:  # noqa: ARG002 - what a searcher is asked
        return self.close

    def topics(self, question: str) -> tuple[TopicHit, ...]:  # noqa: ARG002 - as above
        return self.near_topics

    def search(
        self,
        question: str,  # noqa: ARG002 - what a searcher is asked
        resolutions: Collection[str] | None = None,
        limit: int | None = 10,
    ) -> Found:
        best_first = tuple(sorted(self.hits, key=lambda one: -one.score))
        scope = resolutions if self.obedient else None
        within = (one for one in best_first if scope is None or one.address.resolution in scope)
        return found(tuple(within)[:limit], best_first[:limit], self.matter)


@cache
def gazetteer() -> Gazetteer:
    """Return the real places, read once."""
    return Gazetteer()


@cache
def library() -> dict[str, Resolution]:
    """Return the bundled documents by id."""
    return {name: bundled(name) for name in BUNDLED}


def the_place(name: str) -> Place:
    """Return the only place called `name`."""
    (place,) = gazetteer().parse(name)
    return place


def hit(address: Address, score: float = 20.0, lexical: float = 0.5) -> Hit:
    """Return a hit as clear as those of a question in the words of the text, unless told."""
    near = dict.fromkeys((DENSE, DENSE_IN_CONTEXT, *NEAR), 0.5)
    return Hit(address, score, {LEXICAL: lexical, **near})


def matter_hit(kind: OutsideKind, score: float = 30.0, ask: str = "trạm y tế") -> MatterHit:
    """Return a matter outside the resolutions, found with `score`."""
    name = "greeting" if kind is OutsideKind.TALK else "y tế"
    return MatterHit(OutsideMatter(kind=kind, name=name, ask=ask, phrases=("ốm",)), score)


def found(
    hits: tuple[Hit, ...], anywhere: tuple[Hit, ...], matter: MatterHit | None = None
) -> Found:
    """Return what a search finds: a topic as near as the best hit, or else a nearer `matter`.

    A matter that the law decides is a topic, too, of which nothing within reach speaks.
    """
    best, within = (one[0].score if one and not matter else 0.0 for one in (anywhere, hits))
    if matter and matter.matter.kind is OutsideKind.LAW:
        best = matter.score
    matters = {matter.matter.kind: matter} if matter else {}
    return Found(hits, anywhere, matters, (TopicHit("kinh phí", best),), within)


def reading(text: str = "kinh phí lấy ở đâu", **recognised: Any) -> Reading:
    """Return a question read as typed, with what was `recognised` in it."""
    return Reading(asked=text, text=text, searched=text, **recognised)


def reach(*names: str, place: Place | None = None, **more: Any) -> Reach:
    """Return a reach over the bundled documents `names`, all of them where none is named."""
    resolutions = tuple(library()[name] for name in names or BUNDLED)
    return Reach(place, (Scope(place, ON, resolutions),), **more)


def nowhere() -> Reach:
    """Return a reach in which nothing applies."""
    return Reach(None, (Scope(None, ON, ()),))


def sure_of(status: Status, probability: float = 0.85) -> Estimate:
    """Return an estimate that gives `status` the `probability`."""
    other = (1 - probability) / (len(OUTCOMES) - 1)
    return Estimate({one: probability if one is status else other for one in OUTCOMES}, 0.75)


def evidence(
    *hits: Hit,
    read: Reading | None = None,
    within: Reach | None = None,
    anywhere: tuple[Hit, ...] | None = None,
    matter: MatterHit | None = None,
    likely: Status = Status.ANSWERED,
    sure: float = 0.85,
) -> Evidence:
    """Return evidence with these `hits` both within reach and anywhere, unless told otherwise."""
    return Evidence(
        reading=read or reading(),
        reach=within or reach(),
        found=found(hits, hits if anywhere is None else anywhere, matter),
        estimate=sure_of(likely, sure),
        library=library(),
    )


def ask(
    question: str,
    *hits: Hit,
    place: Place | None = None,
    on: date = ON,
    matter: MatterHit | None = None,
    obedient: bool = True,
    guide: Guide | None = None,
    earlier: tuple[Earlier, ...] = (),
) -> Answer:
    """Return the answer of the real answer path to `question`, where the search finds `hits`."""
    searcher = FakeSearcher(hits, matter, obedient)
    answerer = Answerer(library(), searcher, gazetteer(), speller(), guide, as_found)
    return answerer.answer(Question(question, on, place, earlier))


def as_found(_reading: Reading, found: Found, _library: object) -> Found:
    """Judge by the scores of the search alone: 17 is as likely an answer as not."""

    def judged(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        return tuple(replace(one, score=one.score - _EVEN) for one in hits)

    return replace(found, hits=judged(found.hits), anywhere=judged(found.anywhere))
