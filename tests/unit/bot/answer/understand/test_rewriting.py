from __future__ import annotations

import pytest

from bot.answer.understand.rewriting import rewrite
from tests.support.answers.answers import gazetteer
from tests.support.language.language import speller


@pytest.mark.parametrize(
    ("asked", "text", "place"),
    [
        pytest.param(
            "dan dc j o tinh lang son", "dân được gì ở tinh lang son", "tinh lang son", id="after"
        ),
        pytest.param(
            "Tỉnh Lạng Sơn ko họp", "Tỉnh Lạng Sơn không họp", "Tỉnh Lạng Sơn", id="before"
        ),
        pytest.param("hop o lang son dc k", "họp ở lang son được không", "lang son", id="between"),
    ],
)
def test_places_stay_as_typed_among_words_that_change(asked: str, text: str, place: str) -> None:
    written, (mention,) = rewrite(asked, gazetteer().mentioned(asked), speller())

    assert written == text
    assert written[mention.start : mention.end] == place
