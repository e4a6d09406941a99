"""What a question is about, as nouns."""

from __future__ import annotations

import pytest

from bot.answer.understand.talk.subject import (
    names_subject,
    put_names,
    subject_alone,
    subject_of,
)

BOARD = "ban thanh tra nhân dân làm gì"
OF_IT = "ban thanh tra nhân dân"
HEAD = "trưởng thôn làm mấy năm thì bầu lại?"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param("Họp xóm thì ai ghi biên bản?", "họp thôn, biên bản", id="thing and aspect"),
        pytest.param("ban thanh tra nhan dan lam gi", "Ban Thanh tra nhân dân", id="no marks"),
        pytest.param("Lệ làng sửa ra sao", "hương ước, quy ước", id="everyday word"),
        pytest.param("thế bao nhiêu người", "", id="nothing"),
    ],
)
def test_the_nouns_are_named_once_in_order(text: str, subject: str) -> None:
    assert subject_of(text) == subject


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("còn quỹ thôn thì sao", True, id="a thing"),
        pytest.param("trưởng thôn không cho vào thì sao", False, id="who acts"),
        pytest.param("dán mấy ngày", False, id="nothing"),
    ],
)
def test_a_thing_is_a_subject_of_its_own(text: str, named: bool) -> None:
    assert names_subject(text) is named


def test_a_noun_alone_is_told_by_its_name() -> None:
    assert subject_alone("ban giam sat dau tu cong dong") == "Ban Giám sát đầu tư của cộng đồng"
    assert subject_alone("ban giám sát đầu tư cộng đồng có mấy người") is None


@pytest.mark.parametrize(
    ("said", "before", "meant"),
    [
        pytest.param("ai bầu họ", BOARD, f"ai bầu {OF_IT}", id="they"),
        pytest.param("họ có lương không", BOARD, f"{OF_IT} có lương không", id="first"),
        pytest.param("ông ấy được thôi không", HEAD, "trưởng thôn được thôi không", id="he"),
        pytest.param("ổng cãi thì sao", HEAD, "trưởng thôn cãi thì sao", id="dialect"),
        pytest.param("mấy ông ấy do ai cử", BOARD, f"{OF_IT} do ai cử", id="those men"),
        pytest.param("họ không họp", "ở ấp tôi có phải họp dân", "ấp không họp", id="a unit"),
        pytest.param("họ không họp", "thu tiền có đúng không", None, id="nobody before"),
        pytest.param("họ với trưởng thôn ai quyết", BOARD, None, id="somebody is named"),
        pytest.param("họ hàng đi họp thay được không", HEAD, None, id="relatives"),
        pytest.param("dòng họ tôi góp tiền được không", HEAD, None, id="a clan"),
        pytest.param("có ảnh hưởng gì không", HEAD, None, id="influence"),
        pytest.param("bao lâu thì có", BOARD, None, id="no pronoun"),
    ],
)  # fmt: skip
def test_a_pronoun_takes_the_name_of_whom_was_asked_about(
    said: str, before: str, meant: str | None
) -> None:
    assert put_names(said, before) == meant
