"""The words of an answer: the template of the decision, filled with what was found."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer.compose import Block
from bot.answer.decide import Decision, Evidence, quotable
from bot.answer.values import Status
from bot.answer.verify import may_be_named
from knowledge.resolution import Address
from prompts.render import render


def word(
    decision: Decision, evidence: Evidence, blocks: Sequence[Block], named: Sequence[Address]
) -> str:
    """Return what the resident reads.

    `blocks` are quoted, the provisions `named` are listed below them.
    """
    template = "answered" if decision.status is Status.ANSWERED else decision.reason.value
    return render(
        f"answer/{template}",
        decision=decision,
        reading=evidence.reading,
        reach=evidence.reach,
        place=evidence.reach.place,
        resolutions=evidence.reach.resolutions,
        blocks=blocks,
        further=[(address, evidence.library[address.resolution]) for address in named],
        nearest=[
            (hit.address, evidence.library[hit.address.resolution])
            for hit in quotable(evidence)[:1]
            if may_be_named(hit.address, evidence.reach, evidence.library)
        ],
    )
