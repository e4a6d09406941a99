"""The decision of what becomes of a question: the table of rules, and the step that asks them."""

from __future__ import annotations

from collections.abc import Callable

from bot.answer.deciding.decision import Decided, Decision, Reason, serve
from bot.answer.deciding.rules import named, searched, talk
from bot.answer.deciding.rules.searched import CLEARLY, SURELY
from bot.answer.selection.evidence import Evidence
from bot.answer.selection.search import Judged
from bot.answer.values import Status

_RULES: tuple[Callable[[Evidence], Decision | None], ...] = (
    talk.danger,
    talk.small_talk,
    named.other_document,
    named.unknown_document,
    searched.other_field,
    named.no_resolution,
    named.lookup,
    named.subject,
    named.fact,
    searched.nothing,
    searched.not_found,
    searched.provision,
)
"""The rules in the order in which they are tried: the first that fits decides."""


def decide(evidence: Evidence) -> Decision:
    """Return what becomes of the question."""
    decisions = (rule(evidence) for rule in _RULES)
    return next(decision for decision in decisions if decision is not None)


def decide_judged(judged: Judged) -> Decided:
    """Return the decision by an approval, else by documents of the field, else by those of others.

    Documents of other fields decide what those of the field leave open, and where they are surer.
    """
    inquiry, here, others = judged.inquiry, judged.of_field, judged.of_others
    if inquiry.approval:
        return Decided(inquiry, here, serve(inquiry.approval))
    decision = decide(here)
    is_open = decision.reason.is_open
    if others is None or not (is_open or decision.reason is Reason.PROVISION):
        return Decided(inquiry, here, decision)
    by_others = decide(others)
    if by_others.status is Status.ANSWERED:
        if is_open or _is_surer(others, here):
            return Decided(inquiry, others, by_others)
    elif is_open:
        return Decided(inquiry, here.beside(others), decision)
    return Decided(inquiry, here, decision)


def _is_surer(others: Evidence, here: Evidence) -> bool:
    """Return True if `others` answer rather than `here`.

    They have to be clearly surer, or surer at all than unsure evidence.
    """
    clearly = CLEARLY if here.sureness >= SURELY else 0.0
    return others.sureness > here.sureness + clearly
