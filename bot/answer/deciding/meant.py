"""The answer of the staff that a question means, however it is worded: of the nearest matter.

A question that was approved, and a matter of which an office tells, are groups of samples. They are
measured as the topics of the index are, and told only where they are clearly the nearest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answer.deciding.approved import Approved, only
from bot.answer.deciding.decision import Decided, Decision, Reason, serve, tell
from bot.answer.quoting.likeness import same, same_exact
from bot.answer.selection.evidence import Evidence
from bot.answer.selection.search import Searcher
from bot.answer.staff.approval import Approval, Offices, StaffWording
from bot.answer.values import Reading, Status
from knowledge.matters.office import best_for
from knowledge.matters.topic import Topic

_NEAR, _CLOSE, _FIRST = 7.0, 0.9, 5
"""The score and the cosine from which on a question means the approved one, and among how many of
the nearest provisions what that rests on has to stand. Of 251,607 pairs of questions of the sets
65 pass, each on the same provision; with a cosine from 0.86 on 110, of which one is on another."""
_TOLD, _NEARER, _CLEARLY = 6.0, 0.3, 1.0
"""The score from which on a question means a matter of offices, by how much that has to be nearer
than any other, and by how much where a document answers."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """A question and how near it comes to each matter of the staff, by its name."""

    evidence: Evidence
    near: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Meant:
    """Finds what the staff answers, as it stands at the moment of the question."""

    approved: Approved
    offices: Offices | None
    searcher: Searcher

    def decide(self, decided: Decided) -> Decided:
        """Return the decision to tell what the staff answers, if it rather answers the question."""
        inquiry, evidence, decision = decided.inquiry, decided.evidence, decided.decision
        if inquiry.unseen:
            return replace(decided, decision=Decision(Status.NOT_FOUND, Reason.NOT_SEEN))
        if inquiry.question.nationwide or inquiry.reading.references:
            return decided
        if not decision.reason.gives_way:
            return decided
        by_staff = self._by_staff(evidence, answered=decision.status is Status.ANSWERED)
        return replace(decided, decision=by_staff) if by_staff else decided

    def _by_staff(self, evidence: Evidence, *, answered: bool) -> Decision | None:
        """Return the decision to serve an approval, or else to tell what an office does."""
        topics = self._topics()
        groups = self._groups(topics)
        if not groups:
            return None
        near = self.searcher.nearness(evidence.reading.searched, groups)
        compared = _Compared(evidence, near)
        approval = self._approval(compared)
        if approval:
            return serve(approval)
        wording = self._told(compared, topics, answered=answered)
        return tell(wording) if wording else None

    def warm(self, question: str) -> None:
        """Measure `question`, so that the first one need not wait for the samples."""
        self.searcher.nearness(question, self._groups(self._topics()))

    def _topics(self) -> tuple[Topic, ...]:
        return self.offices.of_offices() if self.offices else ()

    def _groups(self, topics: Iterable[Topic]) -> dict[str, tuple[str, ...]]:
        """Return the samples of every approval and of the matters `topics`, by a name."""
        approved: dict[str, tuple[str, ...]] = {}
        for approval in self.approved.current():
            known = approved.get(approval.question, ())  # of two places the same may be approved
            approved[approval.question] = tuple(
                dict.fromkeys((*known, *self._searched(approval.questions)))
            )
        by_offices = {topic.name: self._searched(topic.questions) for topic in topics}
        return {**approved, **by_offices}

    def _searched(self, questions: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.approved.read(question).searched for question in questions)

    def _approval(self, compared: _Compared) -> Approval | None:
        """Return the approval whose question is nearest, of those that come near enough."""
        evidence = compared.evidence
        near = compared.near
        meant = [
            approval
            for approval in self.approved.within(evidence.reach)
            if near[approval.question] >= _NEAR
            and _is_found(approval, evidence)
            and any(self._is_close(own, evidence.reading) for own in approval.questions)
        ]
        meant.sort(key=lambda approval: -near[approval.question])
        return only(meant, evidence.reach)

    def _is_close(self, question: str, reading: Reading) -> bool:
        """Return True if the two ask for the same of their subject, as far as that can be told."""
        own = self.approved.read(question)
        return (
            own.measure == reading.measure
            and same_exact(own.searched, reading.searched)
            and self.searcher.closeness(own.searched, reading.searched) >= _CLOSE
        )

    def _told(
        self, compared: _Compared, topics: Sequence[Topic], *, answered: bool
    ) -> StaffWording | None:
        """Return what an office tells of the matter that is nearest, or where it has to ask."""
        evidence = compared.evidence
        day = max(scope.day for scope in evidence.reach.scopes)
        holding = {
            topic.name: topic
            for topic in topics
            if any(answer.holds(day) for answer in topic.office)
        }
        if not holding:
            return None
        topic = holding[max(holding, key=compared.near.__getitem__)]
        if not (_is_sample(topic, evidence) or _is_nearest(topic, compared, answered=answered)):
            return None
        place = evidence.reach.place
        answer = best_for(place, (answer for answer in topic.office if answer.holds(day)))
        return None if answer is None and place is not None else StaffWording(topic, answer)


def _is_sample(topic: Topic, evidence: Evidence) -> bool:
    """Return True if the question is one of the samples, but for diacritics and signs."""
    reading = evidence.reading
    return any(
        same(sample, reading.searched) or same(sample, reading.asked) for sample in topic.questions
    )


def _is_nearest(topic: Topic, compared: _Compared, *, answered: bool) -> bool:
    """Return True if no other matter is about as near, in the index or outside."""
    score = compared.near[topic.name]
    results = compared.evidence.found
    others = (score for name, score in compared.near.items() if name != topic.name)
    topics = (hit.score for hit in results.topics if hit.name != topic.name)
    outside = (hit.score for hit in results.matters.values())
    rival = max((*others, *topics, *outside), default=0.0)
    return score >= _TOLD and score >= rival + (_CLEARLY if answered else _NEARER)


def _is_found(approval: Approval, evidence: Evidence) -> bool:
    """Return True if what the approval rests on is among the provisions that come nearest."""
    grounds = [ground.address for ground in approval.grounds]
    return any(
        ground.covers(hit.address) or hit.address.covers(ground)
        for hit in evidence.quotable[:_FIRST]
        for ground in grounds
    )
