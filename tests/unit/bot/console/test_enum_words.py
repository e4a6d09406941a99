"""Every member of an enum that the console shows has words, in the templates as they are."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import Enum
from types import SimpleNamespace
from typing import Any

import pytest

import bot.console
from bot.answer.deciding.verify import Breach
from bot.answer.values import Fact, Measure, Status
from bot.console.accounts.credentials import CredentialFault
from bot.console.cases.faults import CaseFault
from bot.console.cases.recipients import Hindrance
from bot.console.cases.undelivered import UndeliveredAction
from bot.console.guide.approvals.draft import ApprovalFault
from bot.console.guide.contacts.draft import ContactFault
from bot.console.guide.matters.faults import MatterFault
from bot.console.guide.matters.matter_shelf import LineState
from bot.console.library.intake.bringing import BringingState
from bot.console.library.intake.faults import IntakeFault
from bot.console.library.publishing.faults import PublishingFault
from bot.console.library.publishing.jobs import Phase
from bot.console.library.publishing.stage import DraftStage
from bot.console.quality.standards.faults import QuestionSetFault
from bot.console.quality.statistics.chart import ChartName
from bot.console.quality.statistics.period import PeriodFault, PeriodPreset
from bot.console.visits.access import Access
from bot.store.accounts.audit import StaffAction
from bot.store.caseload.replies import Progress
from bot.store.question_sets.set_results import View
from bot.store.talk.cases import CaseState, Need
from bot.store.tasks import TaskState
from bot.store.values import Role
from knowledge.law.findings import Severity
from knowledge.matters.topic import Right
from knowledge.validity.deeds import Deed
from knowledge.validity.standing import Standing
from prompts.render import page

WORDED: tuple[tuple[str, str, type[Enum]], ...] = (
    ("accounts/action", "action", StaffAction),
    ("accounts/role", "role", Role),
    ("cases/need", "need", Need),
    ("cases/progress", "progress", Progress),
    ("cases/state", "state", CaseState),
    ("fault", "fault", ApprovalFault),
    ("fault", "fault", CaseFault),
    ("fault", "fault", ContactFault),
    ("fault", "fault", CredentialFault),
    ("fault", "fault", IntakeFault),
    ("fault", "fault", MatterFault),
    ("fault", "fault", PublishingFault),
    ("fault", "fault", QuestionSetFault),
    ("guide/right", "right", Right),
    ("library/documents/force/standing", "standing", Standing),
    ("library/documents/severity", "severity", Severity),
    ("library/intake/draft/deed", "deed", Deed),
    ("library/intake/state", "state", BringingState),
    ("library/publishing/stage", "stage", DraftStage),
    ("quality/standards/state", "state", TaskState),
    ("quality/standards/view", "view", View),
    ("quality/statistics/columns", "name", ChartName),
    ("quality/statistics/period_fault", "fault", PeriodFault),
    ("quality/statistics/preset", "preset", PeriodPreset),
    ("quality/trial/explanation/breach", "breach", Breach),
    ("quality/trial/explanation/fact", "fact", Fact),
    ("quality/trial/explanation/measure", "measure", Measure),
    ("quality/trial/status", "status", Status),
    ("visits/done", "action", StaffAction),
)
"""Templates, the fact that each of them words, and the enum of it."""
UNSHOWN = {Access, UndeliveredAction, LineState}
"""Enums of the console that decide what is shown, or are sent by buttons, and have no words."""
NEVER_REMOVED = {DraftStage.UNREAD, DraftStage.UNCHECKED}
"""Stages of files that are brought: nothing is read or checked of a document that is to go."""


def words(template: str, **facts: Any) -> str:
    return re.sub(r"<[^>]+>", " ", page(f"console/{template}", **facts)).strip()


def members() -> Iterator[Any]:
    for template, fact, enum in WORDED:
        for member in enum:
            yield pytest.param(
                template, fact, member, id=f"{template}-{enum.__name__}-{member.name}"
            )


def enums_of_the_console() -> Iterator[type[Enum]]:
    for module in pkgutil.walk_packages(bot.console.__path__, "bot.console."):
        for value in vars(importlib.import_module(module.name)).values():
            if (
                isinstance(value, type)
                and issubclass(value, Enum)
                and value.__module__ == module.name
            ):
                yield value


@pytest.mark.parametrize(("template", "fact", "member"), list(members()))
def test_every_member_has_words(template: str, fact: str, member: Enum) -> None:
    draft = SimpleNamespace(is_removal=False)
    shown = words(template, **{"draft": draft, fact: member})
    assert shown
    assert shown not in {str(member.value), member.name}


@pytest.mark.parametrize("stage", sorted(set(DraftStage) - NEVER_REMOVED))
def test_every_stage_of_a_removal_has_words(stage: DraftStage) -> None:
    assert words("library/publishing/stage", draft=SimpleNamespace(is_removal=True), stage=stage)


@pytest.mark.parametrize("hindrance", list(Hindrance))
def test_every_hindrance_has_words(hindrance: Hindrance) -> None:
    question = SimpleNamespace(heard=datetime(2026, 11, 22, tzinfo=UTC), channel="telegram")
    recipient = SimpleNamespace(hindrance=hindrance, question=question, window=timedelta(hours=48))
    assert words("cases/hindrance", recipient=recipient).startswith("Không gửi được: ")


@pytest.mark.parametrize("phase", list(Phase))
def test_every_phase_has_words(phase: Phase) -> None:
    assert page("publishing/phase", phase=phase).startswith("Đang ")


def test_no_enum_of_the_console_is_forgotten() -> None:
    worded = {enum for _, _, enum in WORDED}
    assert set(enums_of_the_console()) == (
        {enum for enum in worded if enum.__module__.startswith("bot.console.")}
        | {Hindrance, Phase}
        | UNSHOWN
    )
