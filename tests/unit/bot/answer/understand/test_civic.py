"""Words of civic life."""

from __future__ import annotations

import pytest

from bot.answer.understand.civic import is_civic, names_right


@pytest.mark.parametrize(
    ("text", "civic"),
    [
        pytest.param("Chồng đi vắng, vợ đi họp xóm thay", True, id="everyday words"),
        pytest.param("can bo giai quyet don cham", True, id="without diacritics"),
        pytest.param("Làm Hương Ước mới", True, id="capitals"),
        pytest.param("Xe máy mất biển số", False, id="another field"),
        pytest.param("xã hội đen", False, id="only part of a word"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_tells_questions_about_the_life_of_the_commune(text: str, civic: bool) -> None:
    assert is_civic(text) is civic


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("Bà con có quyền kiểm tra những gì", True, id="with a right"),
        pytest.param("dan duoc ban chi rua", True, id="without diacritics"),
        pytest.param("Dân Biết là gì", False, id="the bot's name"),
        pytest.param("Bạn biết những gì", False, id="the bot"),
    ],
)
def test_tells_who_asks_what_the_people_may_do(text: str, named: bool) -> None:
    assert names_right(text) is named
