"""Where residents say that they live, told from questions and from other words."""

from __future__ import annotations

import pytest

from bot.conversation.places.hints import find_places
from tests.support.answers.answers import gazetteer


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param("tui ở Cà Mau", ("tỉnh Cà Mau",), id="tui"),
        pytest.param("tui ở xã Đầm Dơi, Cà Mau", ("xã Đầm Dơi, tỉnh Cà Mau",), id="tui-commune"),
        pytest.param("e ở Đồng Tháp ạ", ("tỉnh Đồng Tháp",), id="e"),
        pytest.param("t ở Nghệ An", ("tỉnh Nghệ An",), id="t"),
        pytest.param("bà ở Huế cháu ạ", ("thành phố Huế",), id="ba"),
        pytest.param("tao ở Thanh Hóa", ("tỉnh Thanh Hóa",), id="tao"),
        pytest.param("nhà bác ở Sơn La", ("tỉnh Sơn La",), id="nha-bac"),
        pytest.param("nhà em ở Bạc Liêu", ("tỉnh Bạc Liêu",), id="nha-em"),
        pytest.param("bọn em ở Lạng Sơn", ("tỉnh Lạng Sơn",), id="bon-em"),
        pytest.param("chúng tôi ở Kon Tum", ("tỉnh Kon Tum",), id="chung-toi"),
        pytest.param("tụi em ở Bến Tre", ("tỉnh Bến Tre",), id="tui-em"),
        pytest.param("gia đình tôi ở Thái Bình", ("tỉnh Thái Bình",), id="gia-dinh-toi"),
        pytest.param("vợ chồng em ở Quảng Nam", ("tỉnh Quảng Nam",), id="vo-chong-em"),
        pytest.param("cháu ở Cao Bằng", ("tỉnh Cao Bằng",), id="chau"),
        pytest.param("con ở Tiền Giang nha cô", ("tỉnh Tiền Giang",), id="con"),
        pytest.param("dạ thưa bác cháu ở Quảng Ninh", ("tỉnh Quảng Ninh",), id="thua-bac"),
        pytest.param("bà con tụi tui ở Châu Đốc", ("phường Châu Đốc, tỉnh An Giang",), id="ba-con"),
        pytest.param(
            "hai vợ chồng mình sống ở Pleiku", ("phường Pleiku, tỉnh Gia Lai",), id="hai-vo-chong"
        ),
        pytest.param(
            "Em Dĩ An, Bình Dương nha", ("phường Dĩ An, thành phố Hồ Chí Minh",), id="em-di-an"
        ),
        pytest.param("Mình Cà Mau", ("tỉnh Cà Mau",), id="minh-ca-mau"),
        pytest.param("mình người Phú Yên", ("tỉnh Phú Yên",), id="minh-nguoi"),
        pytest.param("tôi là người Hà Giang", ("tỉnh Hà Giang",), id="toi-la-nguoi"),
        pytest.param("dân Trà Vinh đây", ("tỉnh Trà Vinh",), id="dan-day"),
        pytest.param("quê Nam Định", ("tỉnh Nam Định",), id="que"),
        pytest.param("quê tôi Vĩnh Phúc", ("tỉnh Vĩnh Phúc",), id="que-toi"),
        pytest.param("quê em ở Yên Bái", ("tỉnh Yên Bái",), id="que-em-o"),
        pytest.param("quê Hà Nam", ("tỉnh Hà Nam",), id="que-ha-nam"),
        pytest.param("Quê Hà Nam nha", ("tỉnh Hà Nam",), id="que-ha-nam2"),
        pytest.param("Kiên Giang nha", ("tỉnh Kiên Giang",), id="nha"),
        pytest.param("Bắc Kạn nhé", ("tỉnh Bắc Kạn",), id="nhe"),
        pytest.param("mình gốc Huế", ("thành phố Huế",), id="goc"),
        pytest.param("em đến từ Hà Giang", ("tỉnh Hà Giang",), id="tu-den"),
        pytest.param("hộ khẩu em ở Nha Trang", ("phường Nha Trang, tỉnh Khánh Hòa",), id="ho-khau"),
        pytest.param(
            "tôi thường trú tại phường Dĩ An",
            ("phường Dĩ An, thành phố Hồ Chí Minh",),
            id="thuong-tru",
        ),
        pytest.param("mình đang tạm trú ở Bắc Giang", ("tỉnh Bắc Giang",), id="tam-tru"),
        pytest.param(
            "địa chỉ: xã Đầm Dơi, tỉnh Cà Mau", ("xã Đầm Dơi, tỉnh Cà Mau",), id="dia-chi"
        ),
        pytest.param("Nơi ở: Bình Thuận", ("tỉnh Bình Thuận",), id="noi-o-colon"),
        pytest.param("ba o hue chau a", ("thành phố Huế",), id="plain-ba"),
        pytest.param("tui em o ben tre", ("tỉnh Bến Tre",), id="plain-tui-em"),
        pytest.param(
            "ba con tui tui o chau doc", ("phường Châu Đốc, tỉnh An Giang",), id="plain-ba-con"
        ),
        pytest.param("bac kan nhe", ("tỉnh Bắc Kạn",), id="plain-nhe"),
    ],
)
def test_whoever_says_where_they_live_is_understood(said: str, places: tuple[str, ...]) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param("Cà Mau là chỗ tui ở", ("tỉnh Cà Mau",), id="order"),
        pytest.param("Ninh Thuận là nơi nhà em ở", ("tỉnh Ninh Thuận",), id="order-noi"),
        pytest.param("Long An là nơi tôi đang sống", ("tỉnh Long An",), id="order-song"),
        pytest.param("chỗ em ở là Gia Lai", ("tỉnh Gia Lai",), id="order-cho-o"),
        pytest.param("nơi tôi ở là Điện Biên", ("tỉnh Điện Biên",), id="order-noi-o"),
        pytest.param("Hòa Bình là quê tôi", ("tỉnh Hòa Bình",), id="order-que"),
        pytest.param("địa chỉ của mình là Lai Châu", ("tỉnh Lai Châu",), id="order-dia-chi"),
        pytest.param("Quảng Bình quê tui đó", ("tỉnh Quảng Bình",), id="que-after"),
        pytest.param("Hà Nam là quê của em", ("tỉnh Hà Nam",), id="la-que"),
        pytest.param("ca mau la cho tui o", ("tỉnh Cà Mau",), id="plain-order"),
    ],
)
def test_any_word_order_is_understood(said: str, places: tuple[str, ...]) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param("giờ tui chuyển lên Lâm Đồng rồi", ("tỉnh Lâm Đồng",), id="moved"),
        pytest.param("mình mới chuyển về Quảng Bình", ("tỉnh Quảng Bình",), id="moved-ve"),
        pytest.param("em dọn ra Hải Dương ở rồi", ("tỉnh Hải Dương",), id="moved-don"),
        pytest.param("đổi sang Đồng Nai đi", ("tỉnh Đồng Nai",), id="change"),
        pytest.param("đổi lại thành Tây Ninh giúp mình", ("tỉnh Tây Ninh",), id="change-lai"),
        pytest.param("à nhầm, Bắc Giang cơ", ("tỉnh Bắc Giang",), id="slip"),
        pytest.param("không phải, Hà Tĩnh mới đúng", ("tỉnh Hà Tĩnh",), id="slip-not"),
        pytest.param("ấy lộn, Sóc Trăng", ("tỉnh Sóc Trăng",), id="slip-lon"),
        pytest.param("em mới chuyển từ Cà Mau lên Bình Phước", ("tỉnh Bình Phước",), id="from-to"),
        pytest.param(
            "đổi từ Hà Nội sang Hải Phòng giúp em", ("thành phố Hải Phòng",), id="change-from"
        ),
        pytest.param(
            "trước tui ở Bình Định, giờ chuyển về Cà Mau rồi", ("tỉnh Cà Mau",), id="before-now"
        ),
        pytest.param("quê em Thái Bình nhưng giờ ở Lạng Sơn", ("tỉnh Lạng Sơn",), id="que-but"),
        pytest.param("không phải Hà Tĩnh mà là Nghệ An", ("tỉnh Nghệ An",), id="deny-is"),
        pytest.param("không, tôi ở Lạng Sơn", ("tỉnh Lạng Sơn",), id="deny"),
        pytest.param("sai rồi, em ở Sơn La", ("tỉnh Sơn La",), id="wrong"),
        pytest.param("khong phai, ha tinh moi dung", ("tỉnh Hà Tĩnh",), id="plain-slip"),
        pytest.param("gio tui chuyen len lam dong roi", ("tỉnh Lâm Đồng",), id="plain-moved"),
    ],
)
def test_a_move_and_a_correction_give_the_place_of_now(said: str, places: tuple[str, ...]) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param("e ở dĩ an bd á", ("phường Dĩ An, thành phố Hồ Chí Minh",), id="small"),
        pytest.param("minh o ca mau", ("tỉnh Cà Mau",), id="bare-letters"),
        pytest.param("nha em o dong thap", ("tỉnh Đồng Tháp",), id="bare-letters-nha"),
        pytest.param("nha em o bac lieu", ("tỉnh Bạc Liêu",), id="bac-lieu-plain"),
        pytest.param("mình ở hcm", ("thành phố Hồ Chí Minh",), id="hcm"),
        pytest.param("em ở tphcm", ("thành phố Hồ Chí Minh",), id="tphcm"),
        pytest.param("ở tp hcm nha", ("thành phố Hồ Chí Minh",), id="tp-hcm"),
        pytest.param("tui ở sg nè", ("thành phố Hồ Chí Minh",), id="sg"),
        pytest.param("tui ở sài gòn", ("thành phố Hồ Chí Minh",), id="sai-gon"),
        pytest.param("t ở hn", ("thành phố Hà Nội",), id="hn"),
        pytest.param("nhà mình ở brvt", ("tỉnh Bà Rịa - Vũng Tàu",), id="initials of four"),
        pytest.param("tôi ở daklak", ("tỉnh Đắk Lắk",), id="daklak"),
        pytest.param("em ở tx Sơn Tây, hn", ("thị xã Sơn Tây, thành phố Hà Nội",), id="tx"),
        pytest.param(
            "mình ở p. Thủ Dầu Một, hcm", ("phường Thủ Dầu Một, thành phố Hồ Chí Minh",), id="p-tp"
        ),
        pytest.param("tui ở x. Đất Mũi", ("xã Đất Mũi, tỉnh Cà Mau",), id="x-dot"),
        pytest.param("bác ở h. Củ Chi", ("huyện Củ Chi, thành phố Hồ Chí Minh",), id="h-dot"),
        pytest.param("e ở q. Bình Thạnh", ("quận Bình Thạnh, thành phố Hồ Chí Minh",), id="q-dot"),
        pytest.param("em ở kp 3 p. Dĩ An", ("phường Dĩ An, thành phố Hồ Chí Minh",), id="kp"),
        pytest.param("mình ở bd", ("tỉnh Bình Dương",), id="initials alone"),
        pytest.param(
            "tui ở thủ dầu một bd",
            ("phường Thủ Dầu Một, thành phố Hồ Chí Minh",),
            id="thu-dau-mot-bd",
        ),
        pytest.param("TÔI Ở CÀ MAU", ("tỉnh Cà Mau",), id="upper"),
        pytest.param("Em Ở Cà Mau Nha", ("tỉnh Cà Mau",), id="title"),
        pytest.param("e ở cm nha", ("tỉnh Cà Mau",), id="cm"),
        pytest.param("nhà mình ở hp", ("thành phố Hải Phòng",), id="hp"),
        pytest.param("nhà mình ở dl", ("tỉnh Đắk Lắk",), id="dl-alone"),
        pytest.param("em ở HY", ("tỉnh Hưng Yên",), id="hy"),
        pytest.param("mình ở đn", ("thành phố Đà Nẵng", "tỉnh Đồng Nai", "tỉnh Đắk Nông"), id="dn"),
        pytest.param("mình ở bđ", ("tỉnh Bình Định",), id="bd-marked"),
        pytest.param("Em ở dĩ An", ("phường Dĩ An, thành phố Hồ Chí Minh",), id="mixed"),
    ],
)
def test_any_spelling_is_understood(said: str, places: tuple[str, ...]) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param("Bến Tre", ("tỉnh Bến Tre",), id="ben-tre-bare"),
        pytest.param("bến tre nha", ("tỉnh Bến Tre",), id="ben-tre-lower"),
        pytest.param("tui ở Con Cuông", ("xã Con Cuông, tỉnh Nghệ An",), id="con-cuong"),
        pytest.param("nhà tui ở Nhà Bè", ("xã Nhà Bè, thành phố Hồ Chí Minh",), id="nha-be"),
        pytest.param("em ở Bà Rịa", ("phường Bà Rịa, thành phố Hồ Chí Minh",), id="ba-ria"),
        pytest.param(
            "bác ở Ba Vì", ("xã Ba Vì, thành phố Hà Nội", "xã Ba Vì, tỉnh Quảng Ngãi"), id="ba-vi"
        ),
        pytest.param("mình ở Chợ Mới, An Giang", ("xã Chợ Mới, tỉnh An Giang",), id="cho-moi"),
        pytest.param("em ở Hòa Cư, Lạng Sơn", ("xã Công Sơn, tỉnh Lạng Sơn",), id="hoa-cu"),
        pytest.param("Chi Lăng, Lạng Sơn", ("xã Chi Lăng, tỉnh Lạng Sơn",), id="chi-lang"),
        pytest.param(
            "em ở chi lăng",
            (
                "xã Chi Lăng, tỉnh Lạng Sơn",
                "xã Chi Lăng, tỉnh Bắc Ninh",
                "phường Chi Lăng, tỉnh An Giang",
            ),
            id="chi-lang-low",
        ),
        pytest.param("tui ở Anh Sơn Đông", ("xã Anh Sơn Đông, tỉnh Nghệ An",), id="anh-son"),
        pytest.param("Anh Sơn Đông", ("xã Anh Sơn Đông, tỉnh Nghệ An",), id="anh-son-2"),
        pytest.param("anh sơn đông nghệ an", ("xã Anh Sơn Đông, tỉnh Nghệ An",), id="anh-son-3"),
        pytest.param(
            "tui ở xã tân hà lâm đồng",
            (
                "xã Hàm Tân, tỉnh Lâm Đồng",
                "xã Tân Hà Lâm Hà, tỉnh Lâm Đồng",
                "xã Trà Tân, tỉnh Lâm Đồng",
            ),
            id="tan-ha",
        ),
        pytest.param("em ở Đông Hà", ("phường Đông Hà, tỉnh Quảng Trị",), id="dong-ha"),
        pytest.param("Bác Ái Tây nhé", ("xã Bác Ái Tây, tỉnh Khánh Hòa",), id="bac-ai"),
        pytest.param("nhà em ở Cô Tô, Quảng Ninh", ("đặc khu Cô Tô, tỉnh Quảng Ninh",), id="co-to"),
        pytest.param("em ở xã Lăng, Quảng Nam", ("xã Tây Giang, thành phố Đà Nẵng",), id="lang"),
        pytest.param("tui ở anh sơn đông", ("xã Anh Sơn Đông, tỉnh Nghệ An",), id="small-anh-son"),
        pytest.param(
            "nha em o co to, quang ninh", ("đặc khu Cô Tô, tỉnh Quảng Ninh",), id="plain-co-to"
        ),
        pytest.param("thành phố Huế", ("thành phố Huế",), id="hue-city"),
        pytest.param("em ở xã Đông La, Hà Nội", ("xã An Khánh, thành phố Hà Nội",), id="dong-la"),
        pytest.param("xã Cư M’ta", ("xã Cư M’ta, tỉnh Đắk Lắk",), id="cu-mta"),
        pytest.param("em ở xã Côn Lôn", ("xã Côn Lôn, tỉnh Tuyên Quang",), id="con-lon"),
        pytest.param("xã đông anh", ("xã Đông Anh, thành phố Hà Nội",), id="dong-anh"),
        pytest.param("phường Đông A nhé", ("phường Đông A, tỉnh Ninh Bình",), id="dong-a"),
    ],
)
def test_a_name_is_not_taken_for_the_words_around_it(said: str, places: tuple[str, ...]) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param("tôi ở Hà Tây", ("thành phố Hà Nội",), id="ha-tay"),
        pytest.param("nhà tôi ở Hà Tây cũ", ("thành phố Hà Nội",), id="ha-tay-cu"),
        pytest.param("bà ở Minh Hải", ("tỉnh Cà Mau",), id="minh-hai"),
        pytest.param("em ở Hưng Yên mới", ("tỉnh Hưng Yên",), id="hung-yen-moi"),
        pytest.param("em ở Hưng Yên cũ", ("tỉnh Hưng Yên",), id="hung-yen-cu"),
        pytest.param("tôi ở Sông Bé", ("tỉnh Bình Dương", "tỉnh Bình Phước"), id="song-be"),
        pytest.param("quê tôi Hà Nam Ninh", ("tỉnh Ninh Bình",), id="ha-nam-ninh"),
        pytest.param("mình ở Hậu Giang cũ", ("tỉnh Hậu Giang",), id="hau-giang-cu"),
        pytest.param("em ở Đắk Lắk cũ", ("tỉnh Đắk Lắk",), id="dak-lak-cu"),
        pytest.param("tôi ở Nghệ Tĩnh", ("tỉnh Nghệ An", "tỉnh Hà Tĩnh"), id="nghe-tinh"),
        pytest.param("ông ở Hải Hưng", ("tỉnh Hải Dương", "tỉnh Hưng Yên"), id="hai-hung"),
        pytest.param(
            "mệ ở Bình Trị Thiên", ("tỉnh Quảng Trị", "thành phố Huế"), id="binh-tri-thien"
        ),
        pytest.param("tui ở Cửu Long", ("tỉnh Vĩnh Long",), id="cuu-long"),
        pytest.param("bác ở Hà Bắc", ("tỉnh Bắc Ninh",), id="ha-bac"),
        pytest.param("tôi ở Hoàng Liên Sơn", ("tỉnh Lào Cai",), id="hls"),
        pytest.param("quê mình Phú Khánh", ("tỉnh Khánh Hòa", "tỉnh Phú Yên"), id="phu-khanh"),
        pytest.param("tui ở Bến Tre nay thuộc Vĩnh Long", ("tỉnh Bến Tre",), id="nay-thuoc"),
        pytest.param("nhà em ở Hà Tây, bây giờ là Hà Nội", ("thành phố Hà Nội",), id="bay-gio-la"),
        pytest.param("mình ở Hưng Yên trước khi sáp nhập", ("tỉnh Hưng Yên",), id="before-merging"),
        pytest.param("mình ở Hưng Yên sau sáp nhập", ("tỉnh Hưng Yên",), id="after-merging"),
        pytest.param(
            "xã Phú Nghĩa, Hà Tây", ("xã Phú Nghĩa, thành phố Hà Nội",), id="xa-phu-nghia"
        ),
        pytest.param(
            "em ở phường Dĩ An, Sông Bé",
            ("phường Dĩ An, thành phố Hồ Chí Minh",),
            id="song-be-commune",
        ),
        pytest.param(
            "em ở xã Hà Tây, Hải Phòng", ("xã Hà Tây, thành phố Hải Phòng",), id="ha-tay-commune"
        ),
        pytest.param("nhà mình ở tỉnh Vĩnh Phú", ("tỉnh Phú Thọ",), id="vinh-phu"),
        pytest.param("ông quê Nam Hà cũ", ("tỉnh Ninh Bình",), id="nam-ha"),
        pytest.param("tôi ở Hà Sơn Bình", ("thành phố Hà Nội", "tỉnh Hòa Bình"), id="ha-son-binh"),
        pytest.param("quê tôi Thuận Hải", ("tỉnh Ninh Thuận", "tỉnh Bình Thuận"), id="thuan-hai"),
        pytest.param("mình dân Nghĩa Bình", ("tỉnh Quảng Ngãi", "tỉnh Bình Định"), id="nghia-binh"),
        pytest.param("em ở Gia Lai - Kon Tum", ("tỉnh Gia Lai", "tỉnh Kon Tum"), id="gl-kt"),
        pytest.param("tui ở Cao Lạng", ("tỉnh Cao Bằng", "tỉnh Lạng Sơn"), id="cao-lang"),
        pytest.param("nhà em ở Quảng Nam - Đà Nẵng", ("thành phố Đà Nẵng",), id="qn-dn"),
        pytest.param("chúng tôi ở Hà Tuyên", ("tỉnh Tuyên Quang",), id="ha-tuyen"),
        pytest.param("cháu ở bắc thái ạ", ("tỉnh Thái Nguyên",), id="bac-thai"),
        pytest.param("tui o song be", ("tỉnh Bình Dương", "tỉnh Bình Phước"), id="plain-song-be"),
    ],
)
def test_provinces_of_before_are_what_they_became(said: str, places: tuple[str, ...]) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


@pytest.mark.parametrize(
    ("said", "province", "former"),
    [
        pytest.param("em ở Hưng Yên mới", "tỉnh Hưng Yên", None, id="of today"),
        pytest.param("em ở Hưng Yên cũ", "tỉnh Hưng Yên", "tỉnh Hưng Yên", id="of before"),
        pytest.param("tui ở Minh Hải", "tỉnh Cà Mau", None, id="either of two former ones"),
        pytest.param("bác ở Hà Tây", "thành phố Hà Nội", "thành phố Hà Nội", id="one former one"),
    ],
)
def test_the_time_of_a_province_tells_the_former_one(
    said: str, province: str, former: str | None
) -> None:
    (place,) = find_places(said, gazetteer(), expected=False)

    assert (place.province, place.former_province) == (province, former)
    assert not place.former_assumed
