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
        pytest.param("ok cảm ơn nha", Act.THANKS, id="thanks after ok"),
        pytest.param("cảm ơn bạn đã trả lời", Act.THANKS, id="thanks for the answer"),
        pytest.param("bye ad", Act.FAREWELL, id="bye"),
        pytest.param("chào buổi sáng", Act.GREETING, id="good morning"),
        pytest.param("hay quá bạn ơi", Act.ACKNOWLEDGE, id="praise"),
        pytest.param("bot ngu quá", Act.INSULT, id="insult"),
        pytest.param("👍👍", Act.PICTURE, id="emoji"),
        pytest.param(":))", Act.PICTURE, id="smile"),
        pytest.param("bạn là robot à", Act.WHO_ARE_YOU, id="are you a robot"),
        pytest.param("Bạn có phải là người thật không?", Act.WHO_ARE_YOU, id="are you real"),
        pytest.param("ai tạo ra bạn", Act.WHO_ARE_YOU, id="who made you"),
        pytest.param("đang nói chuyện với người hay máy vậy", Act.WHO_ARE_YOU, id="with whom"),
    ],
)
def test_an_act_is_recognised(said: str, kind: Act) -> None:
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
def test_a_question_is_no_act(said: str) -> None:
    assert hear(said).act is None


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("nhà đơn chiếc thì sao", id="whose case"),
        pytest.param("tự mình em làm được hông", id="whether alone"),
        pytest.param("muốn đổi lại thì làm thế nào", id="how"),
        pytest.param("lấy giấy đó chỗ nào", id="where to get"),
        pytest.param("coi ở chỗ nào", id="where to see"),
    ],
)
def test_a_brief_question_on_the_matter_asks(asked: str) -> None:
    assert hear(asked).act is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        pytest.param("vậy câu 2 thì sao", Act.PART, id="a part"),
        pytest.param("con cau 3 the nao", Act.PART, id="a part without marks"),
        pytest.param("mấy cán bộ có đọc được tin này không", Act.PRIVACY, id="who can read"),
        pytest.param("cán bộ hay máy đang nói vậy", Act.WHO_ARE_YOU, id="officer or machine"),
        pytest.param("tôi không chịu thì làm sao", Act.DISSENT, id="dissent"),
        pytest.param("vậy giờ tôi phải làm sao", Act.DISSENT, id="what now"),
        pytest.param("cái đó ghi ở điều mấy", Act.WHICH_ARTICLE, id="which article"),
    ],
)
def test_what_is_said_in_the_talk_is_still_that(said: str, kind: Act) -> None:
    assert hear(said).act is kind
