"""The council of a merged province or commune ends what those before it issued, and no namesake."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.law.resolution import Effect, Head, Resolution, Territory
from knowledge.validity.ends import find_ends
from tests.support.documents.documents import parsed

HA_NAM, NINH_BINH, NAM_DINH = "tỉnh Hà Nam", "tỉnh Ninh Bình", "tỉnh Nam Định"
COUNCIL, COMMITTEE = "Hội đồng nhân dân", "Ủy ban nhân dân"


def old(
    province: str,
    commune: str | None = None,
    *,
    body: str = COUNCIL,
    number: str = "9/2022/NQ-HĐND",
) -> Resolution:
    day = date(2022, 3, 4)
    return Resolution(
        id=f"old {commune or province}",
        head=Head(number, "Nghị quyết", "", f"{body} {commune or province}", issued_on=day),
        territory=Territory(province, commune),
        effect=Effect(day, day),
        provisions=(),
    )


def new(
    deed: str, province: str, commune: str | None = None, day: date = date(2025, 12, 1)
) -> Resolution:
    text = f"Số: 30/2025/NQ-HĐND\nNGHỊ QUYẾT\nĐiều 1. Hiệu lực\n1. {deed}"
    head = Head("30/2025/NQ-HĐND", "Nghị quyết", "", f"{COUNCIL} {commune or province}")
    return replace(
        parsed(text).resolution,
        id="new",
        head=replace(head, issued_on=day),
        territory=Territory(province, commune),
        effect=Effect(day, day),
    )


def ends(old_one: Resolution, new_one: Resolution) -> bool:
    return bool(find_ends([old_one, new_one]))


def repeal(body: str, number: str = "9/2022/NQ-HĐND", day: str = "04/3/2022") -> str:
    return f"Bãi bỏ Nghị quyết số {number} ngày {day} của {body}."


@pytest.mark.parametrize(
    ("deed", "former", "ended"),
    [
        pytest.param(repeal("Hội đồng nhân dân tỉnh Hà Nam"), HA_NAM, True, id="former province"),
        pytest.param(repeal("HĐND tỉnh Hà Nam quy định mức chi"), HA_NAM, True, id="abbreviated"),
        pytest.param(repeal("HĐND tỉnh Hà Nam Ban hành mức chi"), HA_NAM, True, id="title behind"),
        pytest.param(repeal("HĐND tỉnh Ninh Bình"), NINH_BINH, True, id="of the same name"),
        pytest.param(repeal("HĐND tỉnh"), NINH_BINH, True, id="its own, not named again"),
        pytest.param(repeal("HĐND tỉnh"), HA_NAM, False, id="not named, of another"),
        pytest.param(repeal("HĐND tỉnh Nam Định"), HA_NAM, False, id="number of another"),
        pytest.param(repeal("HĐND tỉnh Hà Nam"), NINH_BINH, False, id="number of its namesake"),
        pytest.param(repeal("UBND tỉnh Hà Nam"), HA_NAM, False, id="another body"),
        pytest.param(repeal("HĐND tỉnh Phú Yên"), "tỉnh Phú Yên", False, id="merged elsewhere"),
        pytest.param(
            repeal("HĐND tỉnh Hà Nam", day="05/3/2022"), HA_NAM, False, id="of another day"
        ),
        pytest.param(
            "Bãi bỏ các Nghị quyết của HĐND tỉnh Hà Nam:\na) Nghị quyết số 9/2022/NQ-HĐND.",
            HA_NAM,
            True,
            id="named above the list",
        ),
    ],
)
def test_the_council_of_a_merged_province_ends_what_former_ones_issued(
    deed: str, former: str, ended: bool
) -> None:
    assert ends(old(former), new(deed, NINH_BINH)) is ended


def test_before_the_mergers_nobody_follows_another() -> None:
    deed = repeal("HĐND tỉnh Hà Nam")
    assert not ends(old(HA_NAM), new(deed, NINH_BINH, day=date(2025, 5, 1)))


def test_the_city_of_hue_follows_the_province_that_bore_another_name() -> None:
    former = "tỉnh Thừa Thiên Huế"
    assert ends(old(former), new(repeal(f"HĐND {former}"), "thành phố Huế"))


@pytest.mark.parametrize(
    ("former", "today", "ended"),
    [
        pytest.param("xã Hoàng Tây", "phường Kim Thanh", True, id="part of it"),
        pytest.param("xã Bồ Đề", "phường Kim Thanh", False, id="part of another"),
    ],
)
def test_the_council_of_a_commune_ends_what_its_parts_issued(
    former: str, today: str, ended: bool
) -> None:
    deed = repeal(f"HĐND {former}")
    assert ends(old(HA_NAM, former), new(deed, NINH_BINH, today)) is ended


def test_a_commune_of_the_same_name_that_took_in_others_follows_none_of_them() -> None:
    deed = repeal("HĐND xã Tân Thành")
    lang_son = "tỉnh Lạng Sơn"
    assert not ends(old(lang_son, "xã Tân Thành"), new(deed, lang_son, "xã Tân Thành"))


@pytest.mark.parametrize(
    ("day", "ended"),
    [pytest.param("04/3/2022", True, id="its day"), pytest.param("06/3/2022", False, id="other")],
)
def test_a_number_without_a_year_is_told_by_the_day(day: str, ended: bool) -> None:
    number = "9/NQ-HĐND"
    deed = repeal("HĐND tỉnh", number, day)
    assert ends(old(NINH_BINH, number=number), new(deed, NINH_BINH)) is ended


def test_a_committee_is_not_followed_by_a_council() -> None:
    committee = old(HA_NAM, body=COMMITTEE)
    assert not ends(committee, new(repeal("UBND tỉnh Hà Nam"), NINH_BINH))
