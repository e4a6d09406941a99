"""The answer as a value: to a question from its words, to a message from the answers to its parts.

With it go the passages that were found, and the probability that each answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import exp
from typing import assert_never

from bot.answer.composing.drafts import Verified, Worded
from bot.answer.deciding.decision import Decision, Reason
from bot.answer.selection.evidence import Evidence
from bot.answer.selection.scope import Inquiry
from bot.answer.values import Answer, Citation, Status
from index.hit import Hit
from knowledge.law.resolution import Address
from prompts.render import render

_TOPICS = 5
"""Topics of a question that are told."""
_PASSAGES = 10
"""Passages that are told beside an answer, at most."""


def answer_of(worded: Worded, timings_ms: Mapping[str, float]) -> Answer:
    """Return the answer to a question from its words."""
    verified = worded.verified
    decided, decision = verified.draft.decided, verified.decision
    evidence = decided.evidence
    short, steps, matter = _first_words(verified)
    return Answer(
        question=decided.inquiry.question.text,
        understood_as=evidence.reading.text,
        status=decision.status,
        text=worded.text,
        place=evidence.reach.place,
        citations=tuple(citation for block in verified.blocks for citation in block.every_citation),
        passages=passages(decision, evidence)[:_PASSAGES],
        confidence=confidence(decision, evidence),
        timings_ms=timings_ms,
        topics=_topics(decision, evidence),
        short=short,
        steps=steps,
        matter=matter,
    )


def join(message: Inquiry, parts: Sequence[Answer], timings_ms: Mapping[str, float]) -> Answer:
    """Return the answer to a whole `message`: the answers to its `parts`, in turn.

    The parts of a comparison are the decisions of the places.
    """
    reading, reach = message.reading, message.reach
    status = min((part.status for part in parts), key=_precedence)
    template = "answer/found/comparison" if reading.compared else "answer/found/several"
    return Answer(
        question=reading.asked,
        understood_as=reading.text,
        status=status,
        text=render(template, reading=reading, reach=reach, parts=parts),
        place=reach.place,
        citations=_each_once(parts),
        passages=_best_first(parts),
        confidence=next(part.confidence for part in parts if part.status is status),
        timings_ms=timings_ms,
        topics=tuple(dict.fromkeys(topic for part in parts for topic in part.topics)),
    )


def confidence(decision: Decision, evidence: Evidence) -> float | None:
    """Return the probability that the first citation answers; None if no search found it."""
    if decision.status is Status.ANSWERED and decision.reason is Reason.PROVISION:
        return evidence.estimate.first_is_right
    return None


def passages(decision: Decision, evidence: Evidence) -> tuple[Hit, ...]:
    """Return the provisions decided on, then the others that were found, with probabilities.

    A provision that was looked up or tells a fact is certain. Of those that were searched for, the
    first has the probability of the estimate, and the odds of the others stand to it as the search
    says; none is more probable than the one before it.
    """
    searched = decision.reason is Reason.PROVISION
    hits = {hit.address: hit for hit in evidence.found.hits or evidence.found.anywhere}
    decided = [hits.pop(address, Hit(address, 0.0, {})) for address in decision.addresses]
    certain = () if searched else (Hit(hit.address, 1.0, hit.parts) for hit in decided)
    uncertain = [*(decided if searched else ()), *hits.values()]
    return (*certain, *_probable(uncertain, evidence))


def _probable(hits: list[Hit], evidence: Evidence) -> Iterator[Hit]:
    first = max((hit.score for hit in evidence.quotable), default=0.0)
    ceiling = evidence.estimate.first_is_right
    for hit in hits:
        odds = evidence.estimate.odds_of_first * exp(hit.score - first)
        ceiling = min(ceiling, odds / (1 + odds))
        yield Hit(hit.address, ceiling, hit.parts)


def _first_words(verified: Verified) -> tuple[str, tuple[str, ...], str]:
    """Return the plain answer that comes first, its steps and its matter; "" if quotes come first.

    The words of an office come before those of the guide.
    """
    office, shape = verified.decision.told, verified.draft.shape
    if office and office.answer:
        return office.answer.short, office.answer.steps, office.topic.id
    line = verified.blocks[0].line if verified.blocks else None
    if line is None:
        return "", (), ""
    return line.answer.short, line.answer.steps[: shape.steps], line.topic.id


def _topics(decision: Decision, evidence: Evidence) -> tuple[str, ...]:
    """Return the nearest topics, the matter of which an office tells before them."""
    own = (decision.told.topic.name,) if decision.told else ()
    near = (topic.name for topic in evidence.found.topics)
    return tuple(dict.fromkeys((*own, *near)))[:_TOPICS]


def _precedence(status: Status) -> int:
    """Return how early `status` is that of a whole message if a part has it."""
    match status:
        case Status.ANSWERED:
            place = 0
        case Status.NOT_FOUND:
            place = 1
        case Status.NO_RESOLUTION:
            place = 2
        case Status.OUT_OF_SCOPE:
            place = 3
        case Status.SMALL_TALK:
            place = 4
        case _:
            assert_never(status)
    return place


def _each_once(parts: Sequence[Answer]) -> tuple[Citation, ...]:
    # the first of several citations of an address stays: it is the last one to be written
    by_address = {
        citation.address: citation
        for part in reversed(parts)
        for citation in reversed(part.citations)
    }
    return tuple(reversed(by_address.values()))


def _best_first(parts: Sequence[Answer]) -> tuple[Hit, ...]:
    best: dict[Address, Hit] = {}
    for hit in sorted((hit for part in parts for hit in part.passages), key=lambda hit: -hit.score):
        best.setdefault(hit.address, hit)
    return tuple(best.values())[:_PASSAGES]
