from __future__ import annotations

import pytest

from bot.answer.acts import Act, hear


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        pytest.param("Xin chào", Act.GREETING, id="hello"),
        pytest.param("chao ad nha", Act.GREETING, id="hello without marks"),
        pytest.param("alo, có ai ở đó không?", Act.GREETING, id="is anybody there"),
        pytest.param("Cảm ơn bạn nhiều nhé!", Act.THANKS, id="thanks"),
        pytest.param("chào ad, cảm ơn nhé", Act.THANKS, id="thanks before hello"),
        pytest.param("tạm biệt", Act.FAREWELL, id="farewell"),
        pytest.param("ok hiểu rồi", Act.ACKNOWLEDGE, id="reply"),
        pytest.param("chúc bạn năm mới vui vẻ", Act.ACKNOWLEDGE, id="wish"),
        pytest.param("bạn là ai thế", Act.WHO_ARE_YOU, id="who are you"),
        pytest.param("Bạn có thể giúp gì cho tôi?", Act.WHO_ARE_YOU, id="what can you do"),
        pytest.param("ad oi, bot la nguoi hay may", Act.WHO_ARE_YOU, id="man or machine"),
        pytest.param("hướng dẫn sử dụng", Act.WHO_ARE_YOU, id="how to use"),
        pytest.param("ok cảm ơn nha", Act.THANKS, id="thanks after ok"),
        pytest.param("cảm ơn bạn đã trả lời", Act.THANKS, id="thanks for the answer"),
        pytest.param("bye ad", Act.FAREWELL, id="bye"),
        pytest.param("chào buổi sáng", Act.GREETING, id="good morning"),
        pytest.param("hay quá bạn ơi", Act.ACKNOWLEDGE, id="praise"),
        pytest.param("bot ngu quá", Act.ACKNOWLEDGE, id="insult"),
        pytest.param("👍👍", Act.ACKNOWLEDGE, id="emoji"),
        pytest.param(":))", Act.ACKNOWLEDGE, id="smile"),
        pytest.param("bạn là robot à", Act.WHO_ARE_YOU, id="are you a robot"),
        pytest.param("Bạn có phải là người thật không?", Act.WHO_ARE_YOU, id="are you real"),
        pytest.param("ai tạo ra bạn", Act.WHO_ARE_YOU, id="who made you"),
        pytest.param("đang nói chuyện với người hay máy vậy", Act.WHO_ARE_YOU, id="with whom"),
    ],
)
def test_knows_small_talk(said: str, kind: Act) -> None:
    assert hear(said).act is kind


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("chào ad, xã có công khai thu chi không", id="greeting and question"),
        pytest.param("cảm ơn, còn kinh phí thì sao", id="thanks and question"),
        pytest.param("ai là người ký nghị quyết", id="who, but not you"),
        pytest.param("chúc mừng năm mới thì có được họp dân không?", id="wish with a question"),
        pytest.param("bạn là ai trong Ban Thanh tra nhân dân", id="you, and something else"),
        pytest.param("làm sai thì hỏi ai", id="who to ask"),
        pytest.param("giỏi thế sao không công khai", id="praise and a question"),
        pytest.param("bot ơi ai ký nghị quyết", id="you, and a question"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_question_is_no_small_talk(said: str) -> None:
    assert hear(said).act is None
