"""Which of two places is the one where a resident lives."""

from __future__ import annotations

import pytest

from bot.conversation.places.hints import find_places
from tests.support.answers.answers import gazetteer


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param("gốc Huế mà sống ở Đồng Nai", ("tỉnh Đồng Nai",), id="goc-hue-ma-song-o-dong"),
        pytest.param(
            "goc hue ma song o dong nai", ("tỉnh Đồng Nai",), id="goc-hue-ma-song-o-dong-2"
        ),
        pytest.param(
            "quê Nam Định nhưng sống ở Bình Dương",
            ("tỉnh Bình Dương",),
            id="que-nam-dinh-nhung-song-o",
        ),
        pytest.param(
            "tạm trú ở Bình Dương, hộ khẩu Thanh Hóa",
            ("tỉnh Bình Dương",),
            id="tam-tru-o-binh-duong-ho",
        ),
        pytest.param(
            "hộ khẩu Thanh Hóa, tạm trú Bình Dương",
            ("tỉnh Bình Dương",),
            id="ho-khau-thanh-hoa-tam-tru",
        ),
        pytest.param(
            "hộ khẩu Sóc Trăng còn đang tạm trú Thuận An",
            ("phường Thuận An, thành phố Hồ Chí Minh",),
            id="ho-khau-soc-trang-con-dang",
        ),
        pytest.param(
            "em thường trú ở Nghệ An nhưng tạm trú tại Bắc Ninh",
            ("tỉnh Bắc Ninh",),
            id="em-thuong-tru-o-nghe-an",
        ),
        pytest.param(
            "quê em Hưng Yên, đang trọ ở Bắc Ninh",
            ("tỉnh Bắc Ninh",),
            id="que-em-hung-yen-dang-tro",
        ),
        pytest.param(
            "em quê Thanh Hóa ở trọ Bình Dương", ("tỉnh Bình Dương",), id="em-que-thanh-hoa-o-tro"
        ),
        pytest.param(
            "em gốc Huế vào Sài Gòn sống", ("thành phố Hồ Chí Minh",), id="em-goc-hue-vao-sai-gon"
        ),
        pytest.param(
            "sinh ra ở Nam Định, sống ở Hà Nội", ("thành phố Hà Nội",), id="sinh-ra-o-nam-dinh-song"
        ),
        pytest.param(
            "dân Bến Tre mà ở Sài Gòn", ("thành phố Hồ Chí Minh",), id="dan-ben-tre-ma-o-sai"
        ),
        pytest.param(
            "gốc bình định mà lên đà lạt ở",
            ("thành phố Đà Lạt, tỉnh Lâm Đồng",),
            id="goc-binh-dinh-ma-len-da",
        ),
        pytest.param(
            "ở đà lạt nhưng mà gốc bình định",
            ("thành phố Đà Lạt, tỉnh Lâm Đồng",),
            id="o-da-lat-nhung-ma-goc",
        ),
        pytest.param(
            "mẹ tôi ở Cà Mau, còn tôi ở Huế", ("thành phố Huế",), id="me-toi-o-ca-mau-con"
        ),
    ],
)
def test_where_one_lives_counts_over_where_one_comes_from(
    said: str, places: tuple[str, ...]
) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places


@pytest.mark.parametrize(
    ("said", "places"),
    [
        pytest.param(
            "không phải Cà Mau, tôi ở Bạc Liêu cơ mà",
            ("tỉnh Bạc Liêu",),
            id="khong-phai-ca-mau-toi-o",
        ),
        pytest.param(
            "khong phai ca mau, toi o bac lieu", ("tỉnh Bạc Liêu",), id="khong-phai-ca-mau-toi-o-2"
        ),
        pytest.param(
            "nói lộn, Bạc Liêu chứ hông phải Cà Mau",
            ("tỉnh Bạc Liêu",),
            id="noi-lon-bac-lieu-chu-hong",
        ),
        pytest.param(
            "ở Bạc Liêu chứ không phải Cà Mau", ("tỉnh Bạc Liêu",), id="o-bac-lieu-chu-khong-phai"
        ),
        pytest.param(
            "không phải Sóc Trăng nha, Trà Vinh",
            ("tỉnh Trà Vinh",),
            id="khong-phai-soc-trang-nha-tra",
        ),
        pytest.param(
            "ý tôi là Trà Vinh chứ không phải Sóc Trăng",
            ("tỉnh Trà Vinh",),
            id="y-toi-la-tra-vinh-chu",
        ),
        pytest.param(
            "ghi lộn, Vĩnh Long chứ không phải Vĩnh Phúc",
            ("tỉnh Vĩnh Long",),
            id="ghi-lon-vinh-long-chu-khong",
        ),
        pytest.param("Cà Mau, à nhầm, Bạc Liêu", ("tỉnh Bạc Liêu",), id="ca-mau-a-nham-bac-lieu"),
        pytest.param(
            "tui đâu phải ở Cà Mau, tui ở Bạc Liêu mà",
            ("tỉnh Bạc Liêu",),
            id="tui-dau-phai-o-ca-mau",
        ),
        pytest.param(
            "tôi đâu có ở Cà Mau, tôi ở Bạc Liêu", ("tỉnh Bạc Liêu",), id="toi-dau-co-o-ca-mau"
        ),
        pytest.param(
            "Bạc Liêu nha, hông phải Cà Mau đâu", ("tỉnh Bạc Liêu",), id="bac-lieu-nha-hong-phai-ca"
        ),
        pytest.param("bỏ Cà Mau đi, lấy Bạc Liêu", ("tỉnh Bạc Liêu",), id="bo-ca-mau-di-lay-bac"),
        pytest.param(
            "nhầm rồi bạn ơi, tôi ở Bạc Liêu", ("tỉnh Bạc Liêu",), id="nham-roi-ban-oi-toi-o"
        ),
        pytest.param(
            "sai tỉnh rồi, tôi ở Bạc Liêu", ("tỉnh Bạc Liêu",), id="sai-tinh-roi-toi-o-bac"
        ),
        pytest.param(
            "Sa Đéc hồi nào, Cao Lãnh chứ",
            ("phường Cao Lãnh, tỉnh Đồng Tháp",),
            id="sa-dec-hoi-nao-cao-lanh",
        ),
        pytest.param(
            "tôi ở Cao Lãnh chứ có ở Sa Đéc đâu",
            ("phường Cao Lãnh, tỉnh Đồng Tháp",),
            id="toi-o-cao-lanh-chu-co",
        ),
        pytest.param(
            "ai nói tui ở Cà Mau, tui ở Bạc Liêu mà", ("tỉnh Bạc Liêu",), id="ai-noi-tui-o-ca-mau"
        ),
    ],
)
def test_what_is_corrected_counts_over_what_it_corrects(said: str, places: tuple[str, ...]) -> None:
    found = find_places(said, gazetteer(), expected=False)

    assert tuple(place.name for place in found) == places
