"""Former districts, nicknames and short forms, as residents name where they live."""

from __future__ import annotations

import pytest

from bot.conversation.places.hints import find_places
from knowledge.gazetteer.lists.catalogue import list_units
from knowledge.gazetteer.lists.units import Unit, UnitLevel
from tests.support.answers.answers import gazetteer

_LIKE_PROVINCES = {"Hòa Bình", "Quảng Ninh"}
"""Districts called like a province: the province is meant."""


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param("Đà Lạt", ("thành phố Đà Lạt, tỉnh Lâm Đồng",), id="da-lat"),
        pytest.param("da lat", ("thành phố Đà Lạt, tỉnh Lâm Đồng",), id="da-lat-2"),
        pytest.param("biên hoà nha", ("phường Biên Hòa, tỉnh Đồng Nai",), id="bien-hoa-nha"),
        pytest.param(
            "tui ở Việt Trì nè", ("phường Việt Trì, tỉnh Phú Thọ",), id="tui-o-viet-tri-ne"
        ),
        pytest.param("nha trang", ("phường Nha Trang, tỉnh Khánh Hòa",), id="nha-trang"),
        pytest.param("Hội An", ("phường Hội An, thành phố Đà Nẵng",), id="hoi-an"),
        pytest.param("em ở Cô Tô", ("đặc khu Cô Tô, tỉnh Quảng Ninh",), id="em-o-co-to"),
        pytest.param("ở Tân An bạn ơi", ("phường Tân An, tỉnh Tây Ninh",), id="o-tan-an-ban-oi"),
        pytest.param("Sapa", ("thị xã Sa Pa, tỉnh Lào Cai",), id="sapa"),
        pytest.param("em ở sapa", ("thị xã Sa Pa, tỉnh Lào Cai",), id="em-o-sapa"),
        pytest.param("dalat nha", ("thành phố Đà Lạt, tỉnh Lâm Đồng",), id="dalat-nha"),
        pytest.param("Qui Nhơn", ("phường Quy Nhơn, tỉnh Gia Lai",), id="qui-nhon"),
        pytest.param("em ở Mĩ Tho", ("phường Mỹ Tho, tỉnh Đồng Tháp",), id="em-o-mi-tho"),
        pytest.param("ban mê thuột", ("thành phố Buôn Ma Thuột, tỉnh Đắk Lắk",), id="ban-me-thuot"),
        pytest.param("tui ở tdm", ("thành phố Thủ Dầu Một, tỉnh Bình Dương",), id="tui-o-tdm"),
        pytest.param("tp biên hoà", ("thành phố Biên Hòa, tỉnh Đồng Nai",), id="tp-bien-hoa"),
        pytest.param("tx. Hồng Lĩnh", ("thị xã Hồng Lĩnh, tỉnh Hà Tĩnh",), id="tx-hong-linh"),
        pytest.param("h. hương khê", ("huyện Hương Khê, tỉnh Hà Tĩnh",), id="h-huong-khe"),
        pytest.param("q.12", ("quận 12, thành phố Hồ Chí Minh",), id="q-12"),
        pytest.param("Q12", ("quận 12, thành phố Hồ Chí Minh",), id="q12"),
        pytest.param(
            "em ở quận 9 cũ", ("thành phố Thủ Đức, thành phố Hồ Chí Minh",), id="em-o-quan-9-cu"
        ),
        pytest.param(
            "p.12 q. gò vấp", ("phường An Hội Tây, thành phố Hồ Chí Minh",), id="p-12-q-go-vap"
        ),
        pytest.param("tp Hoà Bình", ("thành phố Hòa Bình, tỉnh Hòa Bình",), id="tp-hoa-binh"),
        pytest.param("em ở huyện Kỳ Sơn", ("huyện Kỳ Sơn, tỉnh Nghệ An",), id="em-o-huyen-ky-son"),
        pytest.param(
            "Kỳ Sơn", ("phường Kỳ Sơn, tỉnh Phú Thọ", "huyện Kỳ Sơn, tỉnh Nghệ An"), id="ky-son"
        ),
        pytest.param(
            "ở bảo lâm nè",
            ("xã Bảo Lâm, tỉnh Cao Bằng", "huyện Bảo Lâm, tỉnh Lâm Đồng"),
            id="o-bao-lam-ne",
        ),
        pytest.param("KBang", ("xã Kbang, tỉnh Gia Lai",), id="kbang"),
        pytest.param(
            "Tân Uyên",
            ("xã Tân Uyên, tỉnh Lai Châu", "phường Tân Uyên, thành phố Hồ Chí Minh"),
            id="tan-uyen",
        ),
    ],
)
def test_former_districts_are_what_everybody_still_names(
    said: str, places: tuple[str, ...]
) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param(
            "lệ thuỷ quảng bình", ("xã Lệ Thủy, tỉnh Quảng Trị",), id="le-thuy-quang-binh"
        ),
        pytest.param("Lệ Thủy, Quảng Trị", ("xã Lệ Thủy, tỉnh Quảng Trị",), id="le-thuy-quang-tri"),
        pytest.param(
            "Quảng Bình, Lệ Thuỷ", ("xã Lệ Thủy, tỉnh Quảng Trị",), id="quang-binh-le-thuy"
        ),
        pytest.param("lam dong da lat", ("thành phố Đà Lạt, tỉnh Lâm Đồng",), id="lam-dong-da-lat"),
        pytest.param("da lat lam dong", ("thành phố Đà Lạt, tỉnh Lâm Đồng",), id="da-lat-lam-dong"),
        pytest.param(
            "An Giang, Hà Tiên", ("phường Hà Tiên, tỉnh An Giang",), id="an-giang-ha-tien"
        ),
        pytest.param(
            "tui ở Kiên Giang, Châu Thành",
            ("xã Châu Thành, tỉnh An Giang",),
            id="tui-o-kien-giang-chau-thanh",
        ),
        pytest.param(
            "tp đà lạt tỉnh lâm đồng cũ",
            ("thành phố Đà Lạt, tỉnh Lâm Đồng",),
            id="tp-da-lat-tinh-lam-dong",
        ),
        pytest.param("van quan lang son", ("xã Văn Quan, tỉnh Lạng Sơn",), id="van-quan-lang-son"),
        pytest.param(
            "em ở văn quan lạng sơn", ("xã Văn Quan, tỉnh Lạng Sơn",), id="em-o-van-quan-lang-son"
        ),
        pytest.param(
            "tui o van quan lang son", ("xã Văn Quan, tỉnh Lạng Sơn",), id="tui-o-van-quan-lang-son"
        ),
        pytest.param("ba tơ quảng ngãi", ("xã Ba Tơ, tỉnh Quảng Ngãi",), id="ba-to-quang-ngai"),
        pytest.param(
            "co to quang ninh", ("đặc khu Cô Tô, tỉnh Quảng Ninh",), id="co-to-quang-ninh"
        ),
        pytest.param("van ho son la", ("xã Vân Hồ, tỉnh Sơn La",), id="van-ho-son-la"),
        pytest.param(
            "thanh xuan ha noi", ("phường Thanh Xuân, thành phố Hà Nội",), id="thanh-xuan-ha-noi"
        ),
        pytest.param(
            "hai ba trung ha noi",
            ("phường Hai Bà Trưng, thành phố Hà Nội",),
            id="hai-ba-trung-ha-noi",
        ),
        pytest.param("em ở Huế, A Lưới", ("huyện A Lưới, thành phố Huế",), id="em-o-hue-a-luoi"),
        pytest.param(
            "tui ở Châu Đốc thuộc An Giang",
            ("phường Châu Đốc, tỉnh An Giang",),
            id="tui-o-chau-doc-thuoc-an",
        ),
        pytest.param(
            "tui o quan hoa ne", ("huyện Quan Hóa, tỉnh Thanh Hóa",), id="tui-o-quan-hoa-ne"
        ),
        pytest.param("Cà Mau, Bạc Liêu", ("tỉnh Bạc Liêu",), id="ca-mau-bac-lieu"),
        pytest.param(
            "hội an, quảng nam, đà nẵng",
            ("phường Hội An, thành phố Đà Nẵng",),
            id="hoi-an-quang-nam-da-nang",
        ),
    ],
)
def test_the_province_is_told_before_or_behind(said: str, places: tuple[str, ...]) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param("đất Cảng nha", ("thành phố Hải Phòng",), id="dat-cang-nha"),
        pytest.param("mình ở xứ Thanh", ("tỉnh Thanh Hóa",), id="minh-o-xu-thanh"),
        pytest.param("xứ nghệ nè", ("tỉnh Nghệ An",), id="xu-nghe-ne"),
        pytest.param("con dân đất Tổ đây", ("tỉnh Phú Thọ",), id="con-dan-dat-to-day"),
        pytest.param("tui ở tây đô nè", ("thành phố Cần Thơ",), id="tui-o-tay-do-ne"),
        pytest.param(
            "mình ở thành phố hoa phượng đỏ nha",
            ("thành phố Hải Phòng",),
            id="minh-o-thanh-pho-hoa-phuong",
        ),
        pytest.param("xứ Lạng", ("tỉnh Lạng Sơn",), id="xu-lang"),
        pytest.param("đất mũi nha", ("tỉnh Cà Mau",), id="dat-mui-nha"),
        pytest.param("xứ Quảng", ("tỉnh Quảng Nam",), id="xu-quang"),
        pytest.param("tui dân xứ Nẫu", ("tỉnh Bình Định", "tỉnh Phú Yên"), id="tui-dan-xu-nau"),
        pytest.param(
            "xứ Nẫu, Quy Nhơn nè", ("phường Quy Nhơn, tỉnh Gia Lai",), id="xu-nau-quy-nhon-ne"
        ),
        pytest.param(
            "tụi tui ở Tuy Hòa, xứ Nẫu",
            ("phường Tuy Hòa, tỉnh Đắk Lắk",),
            id="tui-tui-o-tuy-hoa-xu",
        ),
        pytest.param("em ở xứ Dừa Bến Tre", ("tỉnh Bến Tre",), id="em-o-xu-dua-ben-tre"),
        pytest.param(
            "hải phòng, đất cảng đó", ("thành phố Hải Phòng",), id="hai-phong-dat-cang-do"
        ),
    ],
)
def test_a_nickname_is_known(said: str, places: tuple[str, ...]) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param("hn ạ", ("thành phố Hà Nội",), id="hn-a"),
        pytest.param("ls nhé", ("tỉnh Lạng Sơn",), id="ls-nhe"),
        pytest.param("cm nha", ("tỉnh Cà Mau",), id="cm-nha"),
        pytest.param("bmt", ("thành phố Buôn Ma Thuột, tỉnh Đắk Lắk",), id="bmt"),
        pytest.param("bmt nha bạn", ("thành phố Buôn Ma Thuột, tỉnh Đắk Lắk",), id="bmt-nha-ban"),
        pytest.param("hp nha em", ("thành phố Hải Phòng",), id="hp-nha-em"),
        pytest.param("brvt nhé", ("tỉnh Bà Rịa - Vũng Tàu",), id="brvt-nhe"),
        pytest.param("hg ạ", ("tỉnh Hậu Giang", "tỉnh Hà Giang"), id="hg-a"),
        pytest.param("ag nha", ("tỉnh An Giang",), id="ag-nha"),
        pytest.param("ở Cà Mau bạn ơi", ("tỉnh Cà Mau",), id="o-ca-mau-ban-oi"),
        pytest.param(
            "ở Cái Răng á bạn", ("phường Cái Răng, thành phố Cần Thơ",), id="o-cai-rang-a-ban"
        ),
        pytest.param("ở sóc trăng luôn á", ("tỉnh Sóc Trăng",), id="o-soc-trang-luon-a"),
        pytest.param("mộc châu hén", ("phường Mộc Châu, tỉnh Sơn La",), id="moc-chau-hen"),
        pytest.param("Cao Lãnh đó bạn", ("phường Cao Lãnh, tỉnh Đồng Tháp",), id="cao-lanh-do-ban"),
        pytest.param(
            "bạn ơi tôi ở Hà Tiên", ("phường Hà Tiên, tỉnh An Giang",), id="ban-oi-toi-o-ha-tien"
        ),
        pytest.param("đà lạt đó b", ("thành phố Đà Lạt, tỉnh Lâm Đồng",), id="da-lat-do-b"),
        pytest.param("tui ở dưới Năm Căn", ("xã Năm Căn, tỉnh Cà Mau",), id="tui-o-duoi-nam-can"),
        pytest.param(
            "mình ở ngay trung tâm Đà Lạt",
            ("thành phố Đà Lạt, tỉnh Lâm Đồng",),
            id="minh-o-ngay-trung-tam-da",
        ),
        pytest.param(
            "tui đã nói là tui ở Cao Lãnh rồi",
            ("phường Cao Lãnh, tỉnh Đồng Tháp",),
            id="tui-da-noi-la-tui-o",
        ),
        pytest.param(
            "em theo chồng về Biên Hòa",
            ("phường Biên Hòa, tỉnh Đồng Nai",),
            id="em-theo-chong-ve-bien-hoa",
        ),
        pytest.param(
            "tui dân Quy Nhơn chính gốc",
            ("phường Quy Nhơn, tỉnh Gia Lai",),
            id="tui-dan-quy-nhon-chinh-goc",
        ),
    ],
)
def test_a_short_form_is_clear_where_it_is_said_politely(
    said: str, places: tuple[str, ...]
) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


def _province(unit: Unit) -> str:
    """Return the bare name of the former province, as people write it."""
    assert unit.former_province
    return unit.former_province.removeprefix("tỉnh ").removeprefix("thành phố ")


def _districts() -> list[Unit]:
    """Return the former districts that are known by name, none by number."""
    units = (unit for unit in list_units() if unit.level is UnitLevel.DISTRICT)
    return [unit for unit in units if not unit.name.isdigit()]


@pytest.mark.parametrize(
    ("said", "unread"),
    [
        pytest.param("{name}", _LIKE_PROVINCES, id="alone"),
        pytest.param("tui ở {name} nè", _LIKE_PROVINCES, id="said to live"),
        pytest.param("em ở {full_name}", set[str](), id="with its kind"),
        pytest.param("{name}, {province}", set[str](), id="before its province"),
        pytest.param("{name} {province}", set[str](), id="before it without comma"),
        pytest.param(
            "{province}, {name}", {"Châu Thành", "Tam Nông", "Quảng Ninh"}, id="behind it"
        ),
    ],
)
def test_every_former_district_is_known(said: str, unread: set[str]) -> None:
    missed = set()
    for unit in _districts():
        text = said.format(name=unit.name, full_name=unit.full_name, province=_province(unit))
        places = find_places(text, gazetteer(), expected=False)
        if unit.province not in {place.province for place in places}:
            missed.add(unit.name)

    assert missed == unread
