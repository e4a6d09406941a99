"""What is no place where a resident lives, whatever it sounds like."""

from __future__ import annotations

import pytest

from bot.conversation.hints import find_places, seems_place
from tests.answers import gazetteer


@pytest.mark.parametrize("expected", [False, True], ids=["unasked", "asked"])
@pytest.mark.parametrize(
    "said",
    [
        pytest.param("ở Cà Mau trường có được thu tiền điều hòa không", id="fee"),
        pytest.param("tui ở Cà Mau, xã bắt đóng tiền đường thì có phải đóng không", id="gave"),
        pytest.param(
            "Cà Mau là chỗ tui ở, vậy đóng quỹ phòng chống thiên tai bao nhiêu", id="order"
        ),
        pytest.param("giờ tui chuyển lên Lâm Đồng rồi thì đăng ký tạm trú ở đâu", id="moved"),
        pytest.param("Hà Tây bây giờ là tỉnh nào", id="where"),
        pytest.param("Sông Bé sáp nhập vào đâu", id="merge"),
        pytest.param("quê Nam Định thì làm căn cước ở Hà Nội được không", id="que"),
        pytest.param("ở Hà Tây cũ giờ theo nghị quyết nào", id="ha-tay"),
        pytest.param("của Cà Mau thì quy định sao", id="cua"),
        pytest.param("Đồng Nai thu bao nhiêu", id="dong"),
        pytest.param("nhà em ở Cà Mau xã cho xem sổ không", id="xa-cho"),
        pytest.param("tôi ở Cà Mau. Xã có được thu tiền không", id="two"),
        pytest.param("em ở Cà Mau muốn hỏi thủ tục", id="muon"),
        pytest.param("so với Lạng Sơn", id="compare"),
        pytest.param("Cà Mau thì sao", id="what"),
    ],
)
def test_a_question_that_names_a_place_stays_a_question(said: str, expected: bool) -> None:
    assert find_places(said, gazetteer(), expected=expected) == ()
    assert not seems_place(said)


@pytest.mark.parametrize("expected", [False, True], ids=["unasked", "asked"])
@pytest.mark.parametrize(
    "said",
    [
        pytest.param("an giang hồ", id="giang-ho"),
        pytest.param("nhà tôi ở chật", id="chat"),
        pytest.param("ở đây thu tiền mãi", id="mai"),
        pytest.param("hội an ninh", id="hoi-an-ninh"),
        pytest.param("tôi ở một mình", id="mot-minh"),
        pytest.param("em ở nhà thuê", id="nha-thue"),
        pytest.param("mình ở trọ", id="tro"),
        pytest.param("tui ở xa lắm", id="xa"),
        pytest.param("quê quá", id="que"),
        pytest.param("dân đây chịu khổ", id="dan"),
        pytest.param("tôi người bình thường thôi", id="nguoi"),
        pytest.param("tôi đóng bảo hiểm nhân thọ", id="nhan-tho"),
        pytest.param("bố tôi làm phụ thợ", id="phu-tho"),
        pytest.param("đổi sang chuyện khác đi", id="doi"),
        pytest.param("à nhầm, không phải thế", id="nham"),
        pytest.param("giờ tui chuyển khoản rồi", id="chuyen"),
        pytest.param("nhà em bị thành hộ nghèo", id="thanh-hoa"),
        pytest.param("ở bên trẻ con ồn", id="ben-tre"),
        pytest.param("bà con vững lòng", id="vinh-long"),
        pytest.param("em nộp tạm kỳ này", id="tam-ky"),
        pytest.param("bd chưa em", id="bd"),
        pytest.param("ừ nha", id="ok"),
        pytest.param("thôi e đi á", id="bye"),
        pytest.param("nhà em có tân binh", id="tan-binh"),
        pytest.param("tôi mong hòa bình", id="hoa-binh"),
        pytest.param("cuộc sống thái bình", id="thai-binh"),
        pytest.param("em ở hiền gặp lành", id="ninh-binh"),
        pytest.param("cho tui long an tâm", id="long-an"),
        pytest.param("con em ở Huế", id="con-em"),
        pytest.param("mẹ tôi ở Cà Mau", id="me-toi"),
        pytest.param("trước đây tui ở Cà Mau", id="past"),
        pytest.param("tui không ở Cà Mau", id="no"),
        pytest.param("tôi làm ở Bình Dương", id="work"),
        pytest.param("rời Cà Mau rồi", id="left"),
        pytest.param("tui o xa lam", id="xa-lam-plain"),
        pytest.param("em o nha tro", id="nha-tro"),
        pytest.param("toi o mot minh", id="mot-minh-plain"),
        pytest.param("chon nguoi phu trach", id="phu-trach"),
        pytest.param("dai dien ho gia dinh", id="gia-dinh"),
        pytest.param("còn Cà Mau", id="con-thi"),
        pytest.param("còn ở Lạng Sơn thì sao", id="con-o"),
        pytest.param("hỏi về Cà Mau", id="hoi-ve"),
        pytest.param("mình bt", id="bt"),
        pytest.param("em ở dc không", id="dc"),
        pytest.param("tôi mới về hưu", id="ve-huu"),
        pytest.param("em chuyển tiền rồi", id="chuyen-tien"),
        pytest.param("thôn đổi tên rồi", id="doi-ten"),
        pytest.param("đồng bằng sông cửu long", id="song-cuu-long"),
        pytest.param("ở quê bình yên lắm", id="binh-yen"),
        pytest.param("tôi tên Thanh Hà", id="ten"),
        pytest.param("người dân đóng góp", id="nguoi-dan"),
        pytest.param("không phải thế", id="khong-phai"),
        pytest.param("nhầm người rồi", id="nham-nguoi"),
        pytest.param("tui ở Cà Mau thôn thu tiền hoài", id="tell"),
        pytest.param("lộn xộn quá", id="lon"),
        pytest.param("cô giữ quỹ thôn", id="giu"),
        pytest.param("nhà tôi ở xa trung tâm", id="xa-trung-tam"),
        pytest.param("tui ở xa Hà Nội lắm", id="xa-hn"),
        pytest.param("người phú quý", id="phu-quy"),
        pytest.param("chị Hà nha", id="ha-nha"),
        pytest.param("họ ở Cà Mau", id="ho"),
        pytest.param("bạn em ở Huế", id="ban-em"),
        pytest.param("tui không còn ở Cà Mau nữa", id="no-more"),
        pytest.param("em ở bt", id="bt-o"),
        pytest.param("hn em bận", id="hn"),
        pytest.param("Lan đây", id="lan"),
        pytest.param("Nam nha", id="nam"),
        pytest.param("ở tạm", id="tro2"),
        pytest.param("quê em nghèo lắm", id="que-ngheo"),
        pytest.param("bình yên nha", id="yen"),
        pytest.param("an toàn nhé", id="an-toan"),
        pytest.param("lên xã rồi", id="len-xa"),
        pytest.param("minh o nha thoi", id="nha-thoi"),
        pytest.param("tôi là dân thường", id="dan-thuong"),
        pytest.param("tui ở Cà Mau đó mà xã thu tiền hoài", id="story"),
        pytest.param("nước sông bé", id="river"),
        pytest.param("tui o ca mau xa thu tien co dung khong", id="plain-q"),
    ],
)
def test_ordinary_words_and_other_people_s_places_are_none(said: str, expected: bool) -> None:
    assert find_places(said, gazetteer(), expected=expected) == ()
    assert not seems_place(said)


def test_the_name_of_a_person_is_a_place_only_where_one_is_asked_for() -> None:
    assert find_places("em là Thanh Bình", gazetteer(), expected=False) == ()
    assert find_places("em là Thanh Bình", gazetteer(), expected=True)
