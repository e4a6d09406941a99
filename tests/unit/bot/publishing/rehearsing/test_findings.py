"""The findings of a rehearsal, as its task keeps them."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.values import Status
from bot.publishing.rehearsing.change import AnswerChange, RehearsedAnswer
from bot.publishing.rehearsing.findings import Findings, findings_of
from bot.publishing.rehearsing.rehearsal import Rehearsal
from bot.store.tasks import Task
from tests.support.answers.publishing import NOW
from tests.support.documents.documents import LANG_SON, at

TASK = Task("rehearsal/a", "anh Ba", NOW)


def test_what_came_of_a_rehearsal_is_kept() -> None:
    before = RehearsedAnswer(Status.NO_RESOLUTION, "Chưa có.", is_right=False)
    after = RehearsedAnswer(Status.ANSWERED, "Có.", is_right=True, cited=(at(LANG_SON, 4, 2, "c"),))
    changes = (
        AnswerChange("Ở đâu?", "tỉnh An Giang", before, after, case=7),
        AnswerChange("Ai ghi?", None, None, before, provision=at(LANG_SON, 5)),
    )
    findings = Findings("3", ("Quỹ thôn",), Rehearsal(9, changes, own=4, passed_over=2, waiting=1))
    assert findings_of(replace(TASK, outcome=findings.to_json())) == findings


def test_what_another_version_has_kept_counts_as_nothing() -> None:
    assert findings_of(replace(TASK, outcome={"rehearsal": {"asked": "many"}})) == Findings()
    assert findings_of(TASK) == findings_of(None) == Findings()
