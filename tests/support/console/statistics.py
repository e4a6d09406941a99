"""Turns as tests of the statistics count them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.answer.values import Status
from bot.conversation.values import Cited, Turn
from tests.support.documents.documents import CA_MAU, LANG_SON, at
from tests.support.running.stores import turn

STATUSES = (Status.ANSWERED, Status.ANSWERED, Status.NOT_FOUND, Status.OUT_OF_SCOPE)
TOPICS = ("kinh phí thực hiện dân chủ", "loa truyền thanh ở thôn, tổ dân phố", "bầu trưởng thôn")
VAIN = "Thu phí rác thế nào?"


def asked(moment: datetime, number: int = 0, **others: object) -> Turn:
    """Return the turn `number` of a row, in which outcomes, topics and provisions alternate."""
    status = STATUSES[number % len(STATUSES)]
    cited = (at(LANG_SON, 5), at(CA_MAU, 2))[number % 2]
    facts = {
        "status": status,
        "cited": (Cited(cited, "f"),) if status is Status.ANSWERED else (),
        "topics": (TOPICS[number % len(TOPICS)],),
        "timings_ms": {"total": 20.0 + 45 * (number % 12)},
        "reading": VAIN if status is Status.NOT_FOUND else "loa phường",
    }
    return replace(turn(moment), **{**facts, **others})  # type: ignore[arg-type]
