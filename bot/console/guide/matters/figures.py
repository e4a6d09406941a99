"""The counts of matters: questions, answers and opinions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.console.quality.statistics.period import Period
from bot.store.store import Store
from bot.store.talk.tallies import TallyKind
from bot.store.talk.turn_figures import Judged


@dataclass(frozen=True, slots=True)
class MatterFigures:
    """The counts of one matter."""

    questions: int = 0
    answered: int = 0
    judged: Judged = field(default_factory=Judged)


def figures(store: Store, period: Period) -> Mapping[str, MatterFigures]:
    """Return the counts of what was asked in `period`, by the heading of the matter."""
    totals = store.tallies.totals(period.first, period.last)
    questions, in_vain = totals[TallyKind.TOPIC], totals[TallyKind.UNANSWERED]
    opinions = store.turn_figures.judged(period.first, period.last)
    return {
        name: MatterFigures(
            questions.get(name, 0),
            questions.get(name, 0) - in_vain.get(name, 0),
            opinions.get(name, Judged()),
        )
        for name in {*questions, *opinions}
    }
