"""What is told of documents that are not here, beside what is found here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.answer.deciding.decide import Decision, Reason, comes_first, decide_by_summaries
from bot.answer.deciding.evidence import Evidence
from bot.answer.selection.scope import Reach
from bot.answer.values import Reading
from knowledge.law.references.citation import find_documents
from knowledge.law.resolution import Resolution


def reach_beyond(reach: Reach, reading: Reading, summaries: Iterable[Resolution]) -> Reach:
    """Return what of the documents that are not here applies, those that `reading` names if any."""
    beyond = tuple(summaries)
    named = find_documents(reading.text, beyond)
    return replace(reach.of(named or beyond), documents=named)


def with_told(here: Evidence, decided: Decision, told: Evidence) -> tuple[Evidence, Decision]:
    """Return what is decided by what stands `here` and what is `told` of other documents."""
    by_told = decide_by_summaries(told)
    if by_told is None:
        return here, decided
    if decided.reason is not Reason.PROVISION or comes_first(told, here):
        return told.beside(here), by_told
    return here.beside(told), decided
