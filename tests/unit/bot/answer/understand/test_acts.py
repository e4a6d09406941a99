from __future__ import annotations

import pytest

from bot.answer.understand.small_talk import find_small_talk
from knowledge.outside import SmallTalk


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        pytest.param("Xin chào", SmallTalk.GREETING, id="hello"),
        pytest.param("chao ad nha", SmallTalk.GREETING, id="hello without marks"),
        pytest.param("alo, có ai ở đó không?", SmallTalk.GREETING, id="is anybody there"),
        pytest.param("Cảm ơn bạn nhiều nhé!", SmallTalk.THANKS, id="thanks"),
        pytest.param("chào ad, cảm ơn nhé", SmallTalk.THANKS, id="thanks before hello"),
        pytest.param("tạm biệt", SmallTalk.FAREWELL, id="farewell"),
        pytest.param("ok hiểu rồi", SmallTalk.REPLY, id="reply"),
        pytest.param("chúc bạn năm mới vui vẻ", SmallTalk.REPLY, id="wish"),
        pytest.param("bạn là ai thế", SmallTalk.ABOUT, id="who are you"),
        pytest.param("Bạn có thể giúp gì cho tôi?", SmallTalk.ABOUT, id="what can you do"),
        pytest.param("ad oi, bot la nguoi hay may", SmallTalk.ABOUT, id="man or machine"),
        pytest.param("hướng dẫn sử dụng", SmallTalk.ABOUT, id="how to use"),
        pytest.param("ok cảm ơn nha", SmallTalk.THANKS, id="thanks after ok"),
        pytest.param("cảm ơn bạn đã trả lời", SmallTalk.THANKS, id="thanks for the answer"),
        pytest.param("bye ad", SmallTalk.FAREWELL, id="bye"),
        pytest.param("chào buổi sáng", SmallTalk.GREETING, id="good morning"),
        pytest.param("hay quá bạn ơi", SmallTalk.REPLY, id="praise"),
        pytest.param("bot ngu quá", SmallTalk.REPLY, id="insult"),
        pytest.param("👍👍", SmallTalk.REPLY, id="emoji"),
        pytest.param(":))", SmallTalk.REPLY, id="smile"),
        pytest.param("bạn là robot à", SmallTalk.ABOUT, id="are you a robot"),
        pytest.param("Bạn có phải là người thật không?", SmallTalk.ABOUT, id="are you real"),
        pytest.param("ai tạo ra bạn", SmallTalk.ABOUT, id="who made you"),
        pytest.param("đang nói chuyện với người hay máy vậy", SmallTalk.ABOUT, id="with whom"),
    ],
)
def test_knows_small_talk(said: str, kind: SmallTalk) -> None:
    assert find_small_talk(said) is kind


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
    assert find_small_talk(said) is None
