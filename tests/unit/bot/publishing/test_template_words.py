"""The words for each member of what publishing tells apart."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from bot.console.library.publishing.jobs import Phase
from bot.publishing.obstacles import Obstacle
from bot.publishing.rehearsing.change import ChangeGroup, ChangeVerdict
from bot.publishing.rehearsing.phrasing import SentenceForm
from bot.publishing.turn import Holder, ServingChange
from bot.publishing.versions import Difference, What
from prompts.render import render

NOW = datetime(2026, 12, 1, tzinfo=UTC)
SAID = [
    *[("publishing/obstacle", {"obstacle": one}) for one in Obstacle],
    *[("publishing/phase", {"phase": one}) for one in Phase],
    *[("publishing/holder", {"holder": Holder("Lan", NOW, one)}) for one in ServingChange],
    *[("publishing/difference", {"one": Difference(one, "nq")}) for one in What],
    *[("publishing/contrast", {"one": Difference(one, "nq")}) for one in What],
    *[("publishing/rehearsal/group", {"group": one}) for one in ChangeGroup],
    *[
        ("publishing/rehearsal/verdict", {"change": SimpleNamespace(verdict=one)})
        for one in ChangeVerdict
    ],
]


@pytest.mark.parametrize(("template", "facts"), SAID)
def test_each_member_has_words(template: str, facts: dict[str, object]) -> None:
    assert render(template, **facts).strip()


def test_each_form_makes_a_question_of_its_own() -> None:
    parts = {"before": "cuộc họp thôn", "after": "hộ dân", "subject": ""}
    questions = [
        render("publishing/rehearsal/own_question", form=one, **parts) for one in SentenceForm
    ]
    assert len(set(questions)) == len(SentenceForm)
