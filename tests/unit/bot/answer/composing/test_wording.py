"""What answers say of documents that are known to exist and are not here."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer.answerer import Answerer
from bot.answer.quoting.guide import Guide
from bot.answer.values import Earlier, Question
from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Address
from knowledge.library.absent import Ledger
from knowledge.matters.lists.cards import AbsentCard, Bearing
from tests.support.answers.answers import ON, FakeSearcher, gazetteer, hit, library
from tests.support.language.language import speller

LANG_SON, EFFECT = "lang-son-08-2024", "Nghị quyết Lạng Sơn có hiệu lực từ ngày nào?"
NEWER = AbsentCard(
    number="91/2026/NQ-HĐND",
    kind="Nghị quyết",
    issuer="Hội đồng nhân dân tỉnh Lạng Sơn",
    issued_on=date(2026, 5, 6),
    bearing=Bearing.REPLACES,
    documents=(LANG_SON,),
    source="Công báo.",
)
ELSEWHERE = AbsentCard(
    number="92/2026",
    kind="Nghị quyết",
    issuer="Hội đồng nhân dân tỉnh Lâm Đồng",
    issued_on=date(2026, 5, 6),
    bearing=Bearing.BESIDE,
    source="Công báo.",
)
IN_LANG_SON, IN_LAM_DONG = Place("tỉnh Lạng Sơn"), Place("tỉnh Lâm Đồng")
MAY_REPLACE = (
    "Lưu ý: Nghị quyết số 91/2026/NQ-HĐND ngày 06/5/2026 của HĐND tỉnh Lạng Sơn có thể đã thay thế "
    "nghị quyết của HĐND tỉnh Lạng Sơn; tôi chưa có văn bản này."
)
HAS_ISSUED = (
    "Lưu ý: HĐND tỉnh Lâm Đồng đã ban hành Nghị quyết số 92/2026 ngày 06/5/2026; "
    "tôi chưa có văn bản này."
)
CITED = Earlier("Ai được bàn?", cited=(Address(LANG_SON, article=1),), place=IN_LANG_SON)


def said(
    text: str,
    place: Place | None = None,
    on: date = ON,
    earlier: tuple[Earlier, ...] = (),
    known: AbsentCard = NEWER,
) -> str:
    absent = Ledger((), (known, ELSEWHERE)).missing(tuple(library().values()))
    guide = Guide(library=library(), absent=absent)
    searcher = FakeSearcher((hit(Address(LANG_SON, article=1)),))
    answerer = Answerer(library(), searcher, gazetteer(), speller(), guide)
    return answerer.answer(Question(text, on, place, earlier)).text


@pytest.mark.parametrize(
    ("place", "text", "told"),
    [
        pytest.param(IN_LANG_SON, EFFECT, MAY_REPLACE, id="its document is cited"),
        pytest.param(None, EFFECT, MAY_REPLACE, id="its document is cited to anyone"),
        pytest.param(IN_LAM_DONG, "Ai được bàn việc thôn?", HAS_ISSUED, id="a place without one"),
    ],
)
def test_an_answer_tells_once_of_what_is_not_here(
    place: Place | None, text: str, told: str
) -> None:
    answer = said(text, place)
    assert answer.count("Lưu ý: ") == 1
    assert told in answer


def test_what_is_certain_is_said_so() -> None:
    certain = NEWER.model_copy(update={"certain": True, "bearing": Bearing.AMENDS})
    assert "của HĐND tỉnh Lạng Sơn đã sửa đổi, bổ sung" in said(EFFECT, known=certain)


@pytest.mark.parametrize(
    ("on", "earlier"),
    [
        pytest.param(date(2026, 5, 5), (), id="before it was issued"),
        pytest.param(ON, (CITED,), id="after an answer that told it"),
    ],
)
def test_nothing_is_told(on: date, earlier: tuple[Earlier, ...]) -> None:
    assert "Lưu ý" not in said(EFFECT, IN_LANG_SON, on, earlier)


def test_each_thing_is_told_once_in_an_answer_to_several_questions() -> None:
    both = f"{EFFECT} Nghị quyết Lạng Sơn do ai ký?"
    assert said(both, IN_LANG_SON).count("91/2026/NQ-HĐND") == 1


def test_a_chat_that_moves_is_told_of_the_new_place() -> None:
    assert HAS_ISSUED in said("Ai được bàn việc thôn?", IN_LAM_DONG, earlier=(CITED,))
