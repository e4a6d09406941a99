"""What residents say beside the place where they live."""

from __future__ import annotations

import pytest

from bot.conversation.places.hints import find_places
from tests.support.answers.answers import gazetteer


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param(
            "em ở gần chợ Bến Thành, quận 1",
            ("quận 1, thành phố Hồ Chí Minh",),
            id="em-o-gan-cho-ben-thanh",
        ),
        pytest.param(
            "em ở Nha Trang gần chợ Đầm",
            ("phường Nha Trang, tỉnh Khánh Hòa",),
            id="em-o-nha-trang-gan-cho",
        ),
        pytest.param(
            "em ở hóc môn gần chợ đầu mối",
            ("xã Hóc Môn, thành phố Hồ Chí Minh",),
            id="em-o-hoc-mon-gan-cho",
        ),
        pytest.param(
            "em ở Thuận An, Bình Dương, kế bên khu công nghiệp",
            ("phường Thuận An, thành phố Hồ Chí Minh",),
            id="em-o-thuan-an-binh-duong",
        ),
        pytest.param(
            "kế bên chợ lớn, phường Châu Đốc",
            ("phường Châu Đốc, tỉnh An Giang",),
            id="ke-ben-cho-lon-phuong-chau",
        ),
        pytest.param(
            "toi o bien hoa gan cho tan hiep",
            ("phường Biên Hòa, tỉnh Đồng Nai",),
            id="toi-o-bien-hoa-gan-cho",
        ),
        pytest.param(
            "ở Sa Đéc cạnh nhà thờ nha",
            ("phường Sa Đéc, tỉnh Đồng Tháp",),
            id="o-sa-dec-canh-nha-tho",
        ),
        pytest.param(
            "em ở Cái Nước kế trường học",
            ("xã Cái Nước, tỉnh Cà Mau",),
            id="em-o-cai-nuoc-ke-truong",
        ),
        pytest.param(
            "nhà em ở ngay sát cửa khẩu, Lạng Sơn", ("tỉnh Lạng Sơn",), id="nha-em-o-ngay-sat-cua"
        ),
        pytest.param("mình ở gần hồ, Hà Nội", ("thành phố Hà Nội",), id="minh-o-gan-ho-ha-noi"),
        pytest.param(
            "tôi ở Kim Thanh (gần chợ) Ninh Bình",
            ("phường Kim Thanh, tỉnh Ninh Bình",),
            id="toi-o-kim-thanh-gan-cho",
        ),
    ],
)
def test_what_is_near_tells_nothing_more(said: str, places: tuple[str, ...]) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param(
            "em mới dọn về Hà Tiên tuần trước",
            ("phường Hà Tiên, tỉnh An Giang",),
            id="em-moi-don-ve-ha-tien",
        ),
        pytest.param(
            "tuần trước em mới dọn về Hội An",
            ("phường Hội An, thành phố Đà Nẵng",),
            id="tuan-truoc-em-moi-don-ve",
        ),
        pytest.param(
            "em chuyển vô Biên Hòa hồi tháng trước rồi",
            ("phường Biên Hòa, tỉnh Đồng Nai",),
            id="em-chuyen-vo-bien-hoa-hoi",
        ),
        pytest.param(
            "mình sống ở Mộc Châu mấy năm nay rồi",
            ("phường Mộc Châu, tỉnh Sơn La",),
            id="minh-song-o-moc-chau-may",
        ),
        pytest.param(
            "mấy năm nay tui sống ở Pleiku",
            ("phường Pleiku, tỉnh Gia Lai",),
            id="may-nam-nay-tui-song-o",
        ),
        pytest.param(
            "tôi sống ở Buôn Ma Thuột hơn 20 năm rồi",
            ("phường Buôn Ma Thuột, tỉnh Đắk Lắk",),
            id="toi-song-o-buon-ma-thuot",
        ),
        pytest.param(
            "mình ở Vũng Tàu từ nhỏ tới giờ",
            ("phường Vũng Tàu, thành phố Hồ Chí Minh",),
            id="minh-o-vung-tau-tu-nho",
        ),
        pytest.param(
            "ở Long Xuyên được 5 năm rồi",
            ("phường Long Xuyên, tỉnh An Giang",),
            id="o-long-xuyen-duoc-5-nam",
        ),
        pytest.param(
            "tôi ở Hà Tiên từ năm 2019",
            ("phường Hà Tiên, tỉnh An Giang",),
            id="toi-o-ha-tien-tu-nam",
        ),
        pytest.param(
            "tui ở Rạch Giá từ hồi lấy vợ",
            ("phường Rạch Giá, tỉnh An Giang",),
            id="tui-o-rach-gia-tu-hoi",
        ),
        pytest.param(
            "thôi tính theo Thái Bình đi, tôi về quê rồi",
            ("tỉnh Thái Bình",),
            id="thoi-tinh-theo-thai-binh-di",
        ),
        pytest.param(
            "tinh theo thai binh di, toi ve que roi", ("tỉnh Thái Bình",), id="plain-tinh-theo"
        ),
        pytest.param(
            "thôi tính theo quê đi, tôi ở Thái Bình", ("tỉnh Thái Bình",), id="tinh-theo-que"
        ),
        pytest.param(
            "lấy theo Tam Kỳ đi, em dọn về đó rồi",
            ("phường Tam Kỳ, thành phố Đà Nẵng",),
            id="lay-theo-tam-ky-di-em",
        ),
    ],
)
def test_since_when_tells_nothing_more(said: str, places: tuple[str, ...]) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param(
            "mình ở Bắc Giang, giờ nhập vô Bắc Ninh rồi",
            ("tỉnh Bắc Giang",),
            id="minh-o-bac-giang-gio-nhap",
        ),
        pytest.param(
            "em ở Bắc Giang, mới nhập vào Bắc Ninh",
            ("tỉnh Bắc Giang",),
            id="em-o-bac-giang-moi-nhap",
        ),
        pytest.param(
            "tôi ở Vĩnh Yên, mà giờ kêu là Phú Thọ",
            ("phường Vĩnh Yên, tỉnh Phú Thọ",),
            id="toi-o-vinh-yen-ma-gio",
        ),
        pytest.param(
            "Hải Dương, mà giờ kêu là Hải Phòng", ("tỉnh Hải Dương",), id="hai-duong-ma-gio-keu-la"
        ),
        pytest.param(
            "giờ là Đồng Tháp, hồi xưa là Tiền Giang",
            ("tỉnh Tiền Giang",),
            id="gio-la-dong-thap-hoi-xua",
        ),
        pytest.param(
            "tôi ở Đồng Tháp, trước kia gọi là Tiền Giang",
            ("tỉnh Tiền Giang",),
            id="toi-o-dong-thap-truoc-kia",
        ),
        pytest.param(
            "giờ gọi là Lâm Đồng nhưng trước là Đắk Nông",
            ("tỉnh Đắk Nông",),
            id="gio-goi-la-lam-dong-nhung",
        ),
        pytest.param(
            "mình ở Đồng Hới, hồi xưa là Quảng Bình, giờ là Quảng Trị",
            ("phường Đồng Hới, tỉnh Quảng Trị",),
            id="minh-o-dong-hoi-hoi-xua",
        ),
        pytest.param(
            "Tam Kỳ (nay là Đà Nẵng)",
            ("phường Tam Kỳ, thành phố Đà Nẵng",),
            id="tam-ky-nay-la-da-nang",
        ),
        pytest.param(
            "tôi ở Tam Kỳ, nay đổi thành Đà Nẵng",
            ("phường Tam Kỳ, thành phố Đà Nẵng",),
            id="toi-o-tam-ky-nay-doi",
        ),
        pytest.param(
            "hồi xưa kêu là Sông Bé, giờ là Bình Dương",
            ("tỉnh Bình Dương",),
            id="hoi-xua-keu-la-song-be",
        ),
    ],
)
def test_what_it_is_called_now_or_was_once_is_one_place(said: str, places: tuple[str, ...]) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places
