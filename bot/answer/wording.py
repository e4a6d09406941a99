"""The words of an answer: the template of the decision, filled with what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.compose import Block
from bot.answer.decide import Decision, Reason
from bot.answer.evidence import Evidence
from bot.answer.values import Status
from bot.answer.verify import may_be_named
from knowledge.resolution import Address
from prompts.render import render

UNSURE = 0.4
"""Probability of the first citation below which the answer says that it may not be meant."""


def word(
    decision: Decision,
    evidence: Evidence,
    blocks: Sequence[Block],
    named: Sequence[Address],
    *,
    is_part: bool = False,
) -> str:
    """Return what the resident reads.

    `blocks` are quoted, the provisions `named` are listed below them. What the answer to a whole
    message says once is left out of the answer to a part.
    """
    reading = evidence.reading
    if is_part:
        reading = replace(reading, asked=reading.text)
    answered = decision.status is Status.ANSWERED and decision.approval is None
    template = "answered" if answered else decision.reason.value
    return render(
        f"answer/{template}",
        decision=decision,
        is_part=is_part,
        unsure=decision.reason is Reason.PROVISION and evidence.estimate.first_is_right < UNSURE,
        reading=reading,
        reach=evidence.reach,
        own=evidence.reach.own,
        place=evidence.reach.place,
        resolutions=evidence.reach.resolutions,
        meant=evidence.reach.nearest,
        blocks=blocks,
        further=[(address, evidence.library[address.resolution]) for address in named],
        nearest=[
            (address, evidence.library[address.resolution])
            for address in (evidence.nearest,)
            if address and may_be_named(address, evidence.reach, evidence.library)
        ],
    )
