"""Links from a question to the forms on which it is tried, kept or approved."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from bot.console.quality.trial.question import trial_link
from bot.conversation.values import Turn

_LONGEST = 1000
"""Characters of a question that links carry."""


@dataclass(frozen=True, slots=True)
class QuestionLinks:
    """Links to the other pages with the question filled in."""

    trial: str
    question_set: str
    approval: str
    sample: str


def question_links(case: int, turn: Turn) -> QuestionLinks:
    """Return links that carry the question of `turn` in `case`."""
    question, place = turn.reading[:_LONGEST], turn.place.name if turn.place else ""
    facts = {"cau_hoi": question, "noi": place}
    return QuestionLinks(
        trial=trial_link(question, place[:200]),
        question_set=f"/bo-cau-hoi/them?{urlencode({**facts, 'ket_qua': turn.status.value})}",
        approval=f"/viec/da-duyet/moi?{urlencode(facts)}",
        sample=f"/hop-thu/{case}/cau-mau?{urlencode(facts)}",
    )
