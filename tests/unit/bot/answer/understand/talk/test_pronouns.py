from __future__ import annotations

import pytest

from bot.answer.understand.talk.pronouns import put_names

BOARD = "ban thanh tra nhân dân làm gì"
OF_IT = "ban thanh tra nhân dân"
HEAD = "trưởng thôn làm mấy năm thì bầu lại?"


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
