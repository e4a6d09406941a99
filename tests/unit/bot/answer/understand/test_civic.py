"""Words of civic life."""

from __future__ import annotations

import pytest

from bot.answer.understand.civic import is_civic


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
