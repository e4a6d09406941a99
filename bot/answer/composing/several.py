"""One answer to a message that asks several things, from the answers to each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.answer.composing.ranking import SHOWN
from bot.answer.selection.scope import Reach
from bot.answer.values import Answer, Citation, Reading, Status
from index.hit import Hit
from knowledge.law.resolution import Address
from prompts.render import render

_TOLD_FIRST = (
    Status.ANSWERED,
    Status.NOT_FOUND,
    Status.NO_RESOLUTION,
    Status.OUT_OF_SCOPE,
    Status.SMALL_TALK,
)
"""The status of the whole is the first of these that a part has."""


def join(
    reading: Reading, reach: Reach, parts: Sequence[Answer], timings_ms: Mapping[str, float]
) -> Answer:
    """Return the answer to the message read as `reading`: what its `parts` say, in turn.

    The parts of a comparison are what each of the places decides.
    """
    found = [status for status in _TOLD_FIRST if any(part.status is status for part in parts)]
    claims = [part.confidence for part in parts if part.status is found[0]]
    template = "answer/comparison" if reading.compared else "answer/several"
    text = render(template, reading=reading, reach=reach, parts=parts)
    return Answer(
        question=reading.asked,
        understood_as=reading.text,
        status=found[0],
        text=text,
        place=reach.place,
        citations=_each_once(parts),
        passages=_best_first(parts),
        confidence=claims[0],
        timings_ms=timings_ms,
        topics=tuple(dict.fromkeys(topic for part in parts for topic in part.topics)),
    )


def _each_once(parts: Sequence[Answer]) -> tuple[Citation, ...]:
    by_address = {one.address: one for part in reversed(parts) for one in reversed(part.citations)}
    return tuple(reversed(by_address.values()))


def _best_first(parts: Sequence[Answer]) -> tuple[Hit, ...]:
    best: dict[Address, Hit] = {}
    for hit in sorted((hit for part in parts for hit in part.passages), key=lambda hit: -hit.score):
        best.setdefault(hit.address, hit)
    return tuple(best.values())[:SHOWN]
