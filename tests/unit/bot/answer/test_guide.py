"""Which lines the guide tells."""

from __future__ import annotations

import pytest

from bot.answer.guide import Asked, Guide
from knowledge.fingerprint import mark_of_words
from knowledge.topic import PlainAnswer, Topic
from tests.answers import ON, library
from tests.conversations import reworded, without
from tests.documents import CA_MAU, LANG_SON, at

MONEY = at(LANG_SON, 5)
OLD = library()[LANG_SON]
LINE = PlainAnswer((MONEY,), "Từ ngân sách.", marks=((MONEY, mark_of_words(MONEY, OLD)),))
OTHER = PlainAnswer((at(CA_MAU, 2),), "Ở Cà Mau.", marks=((at(CA_MAU, 2), "ab"),))
TOPIC = Topic("Tiền", (), (LINE, OTHER), ("Tiền đâu?",))


def test_a_line_is_told_while_its_provision_says_the_same() -> None:
    guide = Guide([TOPIC], library={LANG_SON: OLD})
    told = guide.line(MONEY, Asked("tiền đâu", (), ON))
    assert told
    assert told.answer == LINE


@pytest.mark.parametrize("how", [reworded, without])
def test_a_line_is_left_out_when_its_provision_changes(how: object) -> None:
    changed = how(OLD, MONEY)  # type: ignore[operator]
    guide = Guide([TOPIC], library={LANG_SON: changed})
    assert guide.line(MONEY, Asked("tiền đâu", (), ON)) is None
    assert [line.answer for line in guide.lines] == [OTHER]


def test_without_a_library_every_line_is_told() -> None:
    assert [line.answer for line in Guide([TOPIC]).lines] == [LINE, OTHER]
