"""Where else a question can be taken: to be tried, kept, approved."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from bot.console.quality.trial.asked import TrialQuestion as Tried
from bot.conversation.values import Turn

_LONGEST = 1000
"""Characters of a question that links carry."""


@dataclass(frozen=True, slots=True)
class Doors:
    """Links to the other pages with the question filled in."""

    trial: str
    question_set: str
    approval: str
    sample: str


def doors_of(case: int, turn: Turn) -> Doors:
    """Return where the question of `turn` in `case` can be taken."""
    question, place = turn.reading[:_LONGEST], turn.place.name if turn.place else ""
    asked = {"cau_hoi": question, "noi": place}
    return Doors(
        trial=Tried(hoi=question, noi=place[:200]).link,
        question_set=f"/bo-cau-hoi/them?{urlencode({**asked, 'ket_qua': turn.status.value})}",
        approval=f"/viec/da-duyet/moi?{urlencode(asked)}",
        sample=f"/hop-thu/{case}/cau-mau?{urlencode(asked)}",
    )
