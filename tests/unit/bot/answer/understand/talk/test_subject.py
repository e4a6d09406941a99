"""What a question is about, as nouns."""

from __future__ import annotations

import pytest

from bot.answer.understand.talk.subject import names_subject, subject_alone, subject_of


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
