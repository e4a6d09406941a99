from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.quoting.excerpt import LONGEST_QUOTE, excerpt, sentences

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


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("Dân biết. Dân bàn.", ["Dân biết.", "Dân bàn."], id="sentences"),
        pytest.param("Dân biết; dân bàn. Hết.", ["Dân biết; dân bàn.", "Hết."], id="clauses"),
        pytest.param("Dân biết;\nDân bàn.", ["Dân biết;", "Dân bàn."], id="paragraphs"),
        pytest.param("Gồm: a) biết; b) bàn.", ["Gồm: a) biết;", "b) bàn."], id="items in a line"),
        pytest.param("Gồm:\n- biết;\n- bàn.", ["Gồm:", "- biết;", "- bàn."], id="items"),
        pytest.param("Dân\nbiết. Hết.", ["Dân\nbiết.", "Hết."], id="line break in a sentence"),
        pytest.param("Đoàn TP. Huế họp. Hết.", ["Đoàn TP. Huế họp.", "Hết."], id="short word"),
        pytest.param("1. Dân biết.\n2. Dân bàn.", ["1. Dân biết.", "2. Dân bàn."], id="numbers"),
        pytest.param("Điện, nước, v.v. do dân lo.", ["Điện, nước, v.v. do dân lo."], id="goes on"),
        pytest.param("“Dân biết.” Dân bàn.", ["“Dân biết.”", "Dân bàn."], id="end of a quote"),
        pytest.param("  \n ", [], id="nothing"),
    ],
)
def test_a_text_is_parted_into_sentences_and_items(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_a_quote_begins_with_a_sentence_not_with_a_clause_of_it() -> None:
    sentence = f"Thôn tổ chức họp; {'bàn việc chung; ' * 30}lập hòm thư góp ý."

    assert excerpt(f"{FILLER}{sentence} {FILLER}", "hòm thư góp ý") == sentence


def test_a_quote_does_not_end_with_the_words_that_introduce_a_list() -> None:
    items = "\n".join(f"{number}) {FILLER[:200].strip()};" for number in "abc")
    text = f"{FILLER}\nHòm thư góp ý đặt tại các nơi:\n{items}"

    assert excerpt(text, "hòm thư góp ý đặt ở đâu").endswith(";")


@given(st.text("Ab .;:\n", max_size=3 * LONGEST_QUOTE), st.text("ab ", max_size=20))
def test_an_excerpt_begins_and_ends_with_sentences_of_the_text(text: str, question: str) -> None:
    found = excerpt(text, question)
    spans = sentences(text)
    if len(text) > LONGEST_QUOTE and spans:
        assert any(text[start:].startswith(found) for start, _ in spans)
        assert any(text[:end].endswith(found) for _, end in spans)


@given(st.text("ab .;\n", max_size=3 * LONGEST_QUOTE), st.text("ab ", max_size=20))
def test_an_excerpt_always_stands_in_the_text(text: str, question: str) -> None:
    found = excerpt(text, question)

    assert found in text
    assert bool(found.strip()) == bool(text.strip())
