"""The words for each member of what the store tells apart."""

from __future__ import annotations

from enum import StrEnum

import pytest

from bot.store.accounts.audit import StaffAction
from bot.store.values import QuestionStatus, Role
from prompts.render import render

SAID: list[tuple[str, str, StrEnum]] = [
    *[("staff/question_status", "status", one) for one in QuestionStatus],
    *[("staff/accounts/role", "role", one) for one in Role],
    *[("console/accounts/action", "action", one) for one in StaffAction],
]


@pytest.mark.parametrize(("template", "name", "member"), SAID)
def test_each_member_has_words(template: str, name: str, member: StrEnum) -> None:
    assert render(template, **{name: member}).strip()
