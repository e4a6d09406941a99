from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.excerpt import LONGEST_QUOTE, excerpt

OPENING = "Niêm yết danh sách tại nhà văn hóa của thôn. "
MIDDLE = "Thành lập hòm thư góp ý để tiếp nhận kiến nghị, phản ánh của Nhân dân. "
ENDING = "Báo cáo kết quả với Hội đồng nhân dân tỉnh. "
FILLER = "Các cơ quan, đơn vị, địa phương tổ chức thực hiện theo thẩm quyền được giao. " * 6
LONG = OPENING + FILLER + MIDDLE + FILLER + ENDING


def test_a_short_text_is_quoted_whole() -> None:
    assert excerpt("Một câu.\nHai câu.", "gì cũng được") == "Một câu.\nHai câu."


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        pytest.param("hòm thư góp ý đặt ở đâu", MIDDLE, id="in the middle"),
        pytest.param("hom thu gop y", MIDDLE, id="without marks"),
        pytest.param("niêm yết danh sách ở nhà văn hóa", OPENING, id="at the beginning"),
        pytest.param("báo cáo kết quả cho ai", ENDING, id="at the end"),
    ],
)
def test_the_sentence_that_answers_is_quoted(question: str, sentence: str) -> None:
    assert sentence.strip() in excerpt(LONG, question)


@pytest.mark.parametrize(
    ("between", "together"),
    [
        pytest.param(FILLER[:300] + "\n", True, id="near each other"),
        pytest.param(FILLER * 2 + "\n", False, id="too far apart"),
    ],
)
def test_rules_that_say_equally_much_are_quoted_together(between: str, together: bool) -> None:
    rules = [
        f"Quyết định được thông qua khi {share} số hộ tán thành.\n"
        for share in ("hai phần ba", "nửa")
    ]
    found = excerpt(f"{between.join(rules)}{FILLER}", "bao nhiêu hộ tán thành thì thông qua")

    assert all(rule.strip() in found for rule in rules) is together


def test_a_long_sentence_is_never_cut() -> None:
    sentence = "Người dân " + "bàn, " * LONGEST_QUOTE + "và quyết định."

    assert excerpt(sentence, "bàn") == sentence


def test_items_after_semicolons_and_line_breaks_are_sentences() -> None:
    text = "Niêm yết công khai;\n" + FILLER.replace(". ", "; ") + "\nHòm thư góp ý tại xã"

    assert excerpt(text, "hòm thư góp ý").endswith("Hòm thư góp ý tại xã")


@given(st.text("ab .;\n", max_size=3 * LONGEST_QUOTE), st.text("ab ", max_size=20))
def test_an_excerpt_always_stands_in_the_text(text: str, question: str) -> None:
    found = excerpt(text, question)

    assert found in text
    assert bool(found.strip()) == bool(text.strip())
