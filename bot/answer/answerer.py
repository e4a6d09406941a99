"""One question to one answer: the steps, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bot.answer.composing.absent import reach_beyond, with_told
from bot.answer.composing.compose import QuotedBlock, compose, further
from bot.answer.composing.ranking import SHOWN, confidence, ranked
from bot.answer.composing.several import join
from bot.answer.composing.shape import (
    FOR_SEVERAL_PLACES,
    FULLEST,
    LONGEST_PART,
    SHAPES,
    AnswerShape,
)
from bot.answer.composing.unseen import unseen
from bot.answer.composing.wording import AnswerContents, AnswerPosition, word
from bot.answer.deciding.approved import Approved
from bot.answer.deciding.brief import LastMatter, is_brief
from bot.answer.deciding.clock import Clock
from bot.answer.deciding.decide import OPEN, Decision, Reason, decide, is_surer, serve
from bot.answer.deciding.evidence import Evidence
from bot.answer.deciding.meant import Meant
from bot.answer.deciding.siblings import Siblings
from bot.answer.deciding.trace import Explanation, Trace
from bot.answer.deciding.verify import Check, LineCheck, check, may_be_named
from bot.answer.quoting.changed import is_over, touching
from bot.answer.quoting.guide import Guide
from bot.answer.selection.estimate import estimate
from bot.answer.selection.fit import Fit, fitted
from bot.answer.selection.fit.ranking import CANDIDATES
from bot.answer.selection.forms import asks_for_form, is_form
from bot.answer.selection.scope import Reach, reach_of
from bot.answer.understand import understand
from bot.answer.understand.talk.follow_up import complete
from bot.answer.values import Answer, Earlier, Question, Reading, Searcher, Status
from index.hit import Found, Hit
from knowledge.gazetteer.places import Gazetteer
from knowledge.language.typing.speller import Speller
from knowledge.law.resolution import Address, Resolution
from knowledge.parsing.subject import concerns_grassroots_democracy
from knowledge.validity.validity import StateChange, changes_in

_WARMING = "dân chủ ở cơ sở"
_REMEMBERED = 64
"""Readings that are kept: the steps of one message, and the next one, ask for them anew."""
_TOPICS = 5
"""Topics of a question that are told."""


class Answerer:
    """Answers from one version of the library and its index."""

    def __init__(
        self,
        library: Mapping[str, Resolution],
        searcher: Searcher,
        gazetteer: Gazetteer,
        speller: Speller,
        guide: Guide | None = None,
        fit: Fit = fitted,
    ) -> None:
        self.library = library
        self.guide = guide or Guide()
        self.known: Mapping[str, Resolution] = {**library, **self.guide.summaries}
        self._lines = LineCheck(library)
        self.gazetteer = gazetteer
        self._searcher = searcher
        self._speller = speller
        self._siblings = Siblings(searcher.topics, self.guide.topics)
        self._fit = fit
        self._readings = lru_cache(maxsize=_REMEMBERED)(self._understood)
        approvals = self.guide.approvals
        self.approved = Approved(library, self.read, searcher.closeness, approvals)
        self._meant = Meant(self.approved, self.guide.offices, searcher)
        self._of_field: dict[str, bool] = {}
        self._changes = changes_in(tuple(library.values()))
        self._known_places = tuple(
            resolution.territory.name
            for resolution in library.values()
            if resolution.territory.name
        )

    def answer(self, question: Question) -> Answer:
        """Return the answer to `question`; every quote and citation in it has been checked.

        Of a message that asks several things each is answered, from the same place; of a comparison
        what each place decides. What leans on earlier turns is made whole from them first.
        """
        return self.trace(question).answer

    def trace(self, question: Question) -> Trace:
        """Return the answer to `question` with all that it rests on."""
        clock = Clock()
        reading, reach = self._read(question, clock)
        if not reading.parts or self.approved.find(reading, reach):
            standing = AnswerPosition(
                begins=_begins(question), of_law=question.nationwide, before=question.earlier
            )
            only = self._explain(question, reading, reach, clock, standing)
            last = self._last_matter(clock, standing)
            other = last.better(question, only)
            best = only if only.decision.by_staff else other or only
            unsaid = None if best.decision.by_staff else last.unsaid(question, best)
            return Trace((unsaid or best).answer, (unsaid or best,), settled=unsaid is not None)
        parts = tuple(self._explain_parts(question, reading, reach, clock))
        answers = [part.answer for part in parts]
        return Trace(join(reading, reach, answers, clock.timings()), parts)

    def _last_matter(self, clock: Clock, standing: AnswerPosition) -> LastMatter:
        """Return what asks brief questions about the matter before them."""

        def explain(question: Question, reading: Reading, *, unseen: bool = False) -> Explanation:
            reach = reach_of(question, reading, self.library)
            return self._explain(question, reading, reach, clock, standing, unseen=unseen)

        return LastMatter(self.read, explain, self.library, self.guide, self._siblings)

    def goes_on(self, question: Question) -> bool:
        """Return True if `question` surely asks for a matter beside that of the turns before it."""
        return self._last_matter(Clock(), AnswerPosition()).sibling(question) is not None

    def _explain_parts(
        self, question: Question, reading: Reading, reach: Reach, clock: Clock
    ) -> Iterator[Explanation]:
        """Yield how each part of a message is answered; one may lean on those before it."""
        place = reach.place or question.place
        earlier = () if reading.follows or reading.compared else question.earlier
        before = question.earlier
        for number, text in enumerate(reading.parts):
            standing = AnswerPosition(
                is_part=True,
                begins=_begins(question) and number == 0,
                longest=LONGEST_PART,
                of_law=question.nationwide,
                before=before,
            )
            part = replace(question, text=text, place=place, earlier=earlier)
            explained = self._explain(part, *self._read(part, clock), clock, standing)
            yield explained
            before = (*before, explained.answer.as_earlier())
            earlier = earlier and (*earlier, explained.answer.as_earlier())

    def _explain(
        self,
        question: Question,
        reading: Reading,
        reach: Reach,
        clock: Clock,
        standing: AnswerPosition,
        *,
        unseen: bool = False,
    ) -> Explanation:
        evidence, decided = self._decide(reading, reach, clock)
        if unseen:
            decided = Decision(Status.NOT_FOUND, Reason.NOT_SEEN)
        elif not question.nationwide:
            with clock.times("decide"):
                decided = self._meant.decide(evidence, decided) or decided
        for shape in SHAPES if evidence.reach.place else FOR_SEVERAL_PLACES:
            with clock.times("compose"):
                composed = compose(decided, evidence, shape)
            with clock.times("verify"):
                checks = self._check(composed, evidence)
                decision, blocks = _kept(decided, self._founded(composed), checks)
            said = self._said(decision, evidence, blocks, shape, standing)
            with clock.times("word"):
                text = word(decision, evidence, said, standing)
            if len(text) <= standing.longest or decision.reason is not Reason.PROVISION:
                break
        said_first = _first_said(decision, blocks, shape)
        answer = Answer(
            question=question.text,
            understood_as=evidence.reading.text,
            status=decision.status,
            text=text,
            place=evidence.reach.place,
            citations=tuple(citation for block in blocks for citation in block.every_citation),
            passages=ranked(decision, evidence)[:SHOWN],
            confidence=confidence(decision, evidence),
            timings_ms=clock.timings(),
            topics=_topics(decision, evidence),
            short=said_first.short,
            steps=said_first.steps,
            matter=said_first.matter,
        )
        return Explanation(answer, evidence, decided, checks)

    def _said(
        self,
        decision: Decision,
        evidence: Evidence,
        blocks: Sequence[QuotedBlock],
        shape: AnswerShape,
        standing: AnswerPosition,
    ) -> AnswerContents:
        named = self._named(decision, evidence, blocks, shape)
        documents = (block.resolution for block in blocks)
        absent = unseen(self.guide.absent, documents, evidence.reach, standing.before)
        return AnswerContents(blocks, shape.steps, named, absent)

    def _named(
        self,
        decision: Decision,
        evidence: Evidence,
        blocks: Sequence[QuotedBlock],
        shape: AnswerShape,
    ) -> tuple[Address, ...]:
        """Return the provisions to name below the answer, where it is not to be short."""
        if shape is not FULLEST:
            return ()
        near = further(decision, evidence, blocks)
        return tuple(one for one in near if may_be_named(one, evidence.reach, self.library))

    def _decide(self, reading: Reading, reach: Reach, clock: Clock) -> tuple[Evidence, Decision]:
        """Return what was decided and on what.

        Documents of other fields answer only what those of this one do not. What is told of
        documents that are not here answers that, too, or stands beside what is found here.
        """
        with clock.times("decide"):
            approval = self.approved.find(reading, reach)
        of_field, of_others = self._find(reading, reach, clock)
        if approval:
            return of_field, serve(approval)
        with clock.times("decide"):
            evidence, decided = _decided(of_field, of_others)
        if not self.guide.summaries or decided.reason not in OPEN | {Reason.PROVISION}:
            return evidence, decided
        told = self._told(reading, reach, clock)
        with clock.times("decide"):
            return with_told(evidence, decided, told) if told else (evidence, decided)

    def warm(self) -> None:
        """Load what the first question would have to wait for."""
        self._searcher.search(_WARMING)
        self._meant.warm(_WARMING)

    def changes_of(self, address: Address, day: date) -> tuple[StateChange, ...]:
        """Return what other documents have changed by `day` of the provision, or around it."""
        return touching(address, (one for one in self._changes if one.holds(day)))

    def gather(self, question: Question) -> Evidence:
        """Return all that a decision on `question` would rest on."""
        clock = Clock()
        return self._find(*self._read(question, clock), clock)[0]

    def search(self, question: Question) -> Evidence:
        """Return what the search alone finds, all of it, before it is judged."""
        clock = Clock()
        reading, reach = self._read(question, clock)
        changes = self._in_force(reach)
        found = self._search(reading, reach.ids, None, changes)
        return Evidence(reading, reach, found, estimate(reading, found), self.library, changes)

    def search_told(self, question: Question) -> Evidence:
        """Return what the search alone finds told of documents that are not here."""
        clock = Clock()
        reading, reach = self._read(question, clock)
        beyond = reach.of(tuple(self.guide.summaries.values()))
        found = self._searcher.search(reading.searched, beyond.ids, None)
        return Evidence(reading, beyond, found, estimate(reading, found), self.known)

    def _read(self, question: Question, clock: Clock) -> tuple[Reading, Reach]:
        with clock.times("understand"):
            reading = self._whole(self.read(question.text), question.earlier)
        with clock.times("scope"):
            return reading, reach_of(question, reading, self.library)

    def read(self, text: str) -> Reading:
        """Return how `text` is read, by itself."""
        return self._readings(text)

    def _understood(self, text: str) -> Reading:
        return understand(text, self.gazetteer, self._known_places, self._speller)

    def _whole(self, reading: Reading, earlier: tuple[Earlier, ...]) -> Reading:
        """Return `reading`, or, where it leans on the turns `earlier`, what it means after them."""
        text = complete(reading, earlier, self.read, self.library) if earlier else None
        if text is None:
            return replace(reading, leans=is_brief(reading) and bool(earlier))
        whole = self.read(text)
        parts = whole.parts if whole.compared else ()
        return replace(whole, asked=reading.asked, follows=True, parts=parts)

    def _find(
        self, reading: Reading, reach: Reach, clock: Clock
    ) -> tuple[Evidence, Evidence | None]:
        """Return what documents of the field say, and what those of others do, if any is found."""
        changes = self._in_force(reach)
        with clock.times("search"):
            searched = self._search(reading, reach.ids, 2 * CANDIDATES, changes)
        with clock.times("judge"):
            if reach.documents:
                return self._judged(reading, reach, searched, changes), None
            others = searched.kept(lambda hit: not self._concerns(hit))
            of_field = searched.kept(self._concerns) if others.anywhere else searched
            return (
                self._judged(reading, reach, of_field, changes),
                self._judged(reading, reach, others, changes) if others.hits else None,
            )

    def _judged(
        self, reading: Reading, reach: Reach, searched: Found, changes: tuple[StateChange, ...]
    ) -> Evidence:
        found = self._fit(reading, searched, self.known)
        estimated = estimate(reading, found)
        return Evidence(reading, reach, found, estimated, self.known, changes, self.guide)

    def _told(self, reading: Reading, reach: Reach, clock: Clock) -> Evidence | None:
        """Return what is told of documents that are not here, None where others are meant."""
        if reach.documents:
            return None
        beyond = reach_beyond(reach, reading, self.guide.summaries.values())
        changes = self._in_force(reach)
        with clock.times("search"):
            found = self._searcher.search(reading.searched, beyond.ids, CANDIDATES)
            standing = found.kept(lambda hit: not touching(hit.address, changes))
        with clock.times("judge"):
            return self._judged(reading, beyond, standing, changes)

    def _concerns(self, hit: Hit) -> bool:
        """Return True if the document of `hit` is about grassroots democracy."""
        name = hit.address.resolution
        if name not in self._of_field:
            self._of_field[name] = concerns_grassroots_democracy(self.library[name])
        return self._of_field[name]

    def _in_force(self, reach: Reach) -> tuple[StateChange, ...]:
        """Return what documents have done to each other by the day that is asked about."""
        days = {scope.day for scope in reach.scopes}
        return tuple(one for one in self._changes if any(map(one.holds, days)))

    def _search(
        self,
        reading: Reading,
        ids: frozenset[str],
        limit: int | None,
        changes: tuple[StateChange, ...],
    ) -> Found:
        """Return what is found in `ids` and, to compare, anywhere."""
        found = self._standing(self._searcher.search(reading.searched, ids, limit), changes)
        if asks_for_form(reading.searched):
            return found
        return found.kept(lambda hit: not is_form(hit, self.library))

    def _standing(self, found: Found, changes: tuple[StateChange, ...]) -> Found:
        """Return what was found without provisions that `changes` end or the library lacks."""

        def stands(hit: Hit) -> bool:
            resolution = self.library.get(hit.address.resolution)
            exists = resolution is not None and resolution.find(hit.address) is not None
            return exists and not is_over(hit.address, changes)

        return found.kept(stands)

    def _founded(self, blocks: Iterable[QuotedBlock]) -> tuple[QuotedBlock, ...]:
        """Return `blocks` without the plain answers that name what their provisions do not."""
        return tuple(
            replace(one, line=None) if one.line and not self._lines.holds(one.line.answer) else one
            for one in blocks
        )

    def _check(self, blocks: Iterable[QuotedBlock], evidence: Evidence) -> tuple[Check, ...]:
        citations = (citation for block in blocks for citation in block.every_citation)
        return check(citations, evidence.reach, self.known)


@dataclass(frozen=True, slots=True)
class _First:
    """What an answer begins with in plain words, "" where it quotes alone."""

    short: str = ""
    steps: tuple[str, ...] = ()
    matter: str = ""


def _first_said(decision: Decision, blocks: Sequence[QuotedBlock], shape: AnswerShape) -> _First:
    told = decision.told
    if told and told.answer:
        return _First(told.answer.short, told.answer.steps, told.topic.id)
    line = next((block.line for block in blocks[:1]), None)
    if line is None:
        return _First()
    return _First(line.answer.short, line.answer.steps[: shape.steps], line.topic.id)


def _topics(decision: Decision, evidence: Evidence) -> tuple[str, ...]:
    """Return the nearest topics, the matter of which an office tells before them."""
    own = (decision.told.topic.name,) if decision.told else ()
    found = (topic.name for topic in evidence.found.topics)
    return tuple(dict.fromkeys((*own, *found)))[:_TOPICS]


def _begins(question: Question) -> bool:
    return not (question.earlier or question.again)


def _decided(of_field: Evidence, of_others: Evidence | None) -> tuple[Evidence, Decision]:
    """Return what documents of the field decide, or those of others what they leave open.

    Those of others also decide where they are surer.
    """
    decided = decide(of_field)
    if of_others is None or decided.reason not in OPEN | {Reason.PROVISION}:
        return of_field, decided
    by_others = decide(of_others)
    if by_others.status is Status.ANSWERED:
        if decided.reason is not Reason.PROVISION or is_surer(of_others, of_field):
            return of_others, by_others
    elif decided.reason is not Reason.PROVISION:
        return of_field.beside(of_others), decided
    return of_field, decided


def _kept(
    decision: Decision, blocks: tuple[QuotedBlock, ...], checks: Iterable[Check]
) -> tuple[Decision, tuple[QuotedBlock, ...]]:
    """Return the blocks whose every citation keeps the promises; without one, no answer."""
    broken = [one.citation for one in checks if one.breach]
    kept = tuple(one for one in blocks if not any(cited in broken for cited in one.every_citation))
    if decision.approval and len(kept) < len(blocks):
        kept = ()  # what was approved rests on all of them
    if decision.status is Status.ANSWERED and not kept and not decision.told:
        return Decision(Status.NOT_FOUND, Reason.NOTHING), ()
    return decision, kept
