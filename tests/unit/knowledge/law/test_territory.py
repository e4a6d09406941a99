from __future__ import annotations

from datetime import date

import pytest

from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Effect, Head, Territory
from knowledge.law.territory import applies_to
from tests.support.documents.builders import resolution

SINCE_2025 = Effect(passed_on=date(2024, 12, 4), since=date(2025, 1, 1))
ON_PASSAGE = Effect(passed_on=date(2024, 7, 23), on_passage=True)
KIM_THANH_2026 = Effect(passed_on=date(2026, 6, 23), on_passage=True)


def test_a_resolution_of_after_the_mergers_binds_the_whole_province_of_today() -> None:
    whole = resolution(territory=Territory("tỉnh Ninh Bình"), effect=KIM_THANH_2026)
    assert applies_to(whole, Place("tỉnh Ninh Bình", "phường Phủ Lý", "tỉnh Hà Nam"))


@pytest.mark.parametrize(
    ("head", "binds"),
    [
        pytest.param(Head(issued_on=date(2026, 1, 5)), True, id="day after the mergers"),
        pytest.param(Head(issued_month=(2026, 1)), True, id="month after the mergers"),
        pytest.param(Head(issued_month=(2024, 7)), False, id="month before the mergers"),
        pytest.param(Head(), False, id="no date"),
    ],
)
def test_the_head_tells_when_a_resolution_was_adopted(head: Head, binds: bool) -> None:
    whole = resolution(territory=Territory("tỉnh Ninh Bình"), effect=Effect(), head=head)
    assert applies_to(whole, Place("tỉnh Ninh Bình", None, "tỉnh Hà Nam")) is binds


@pytest.mark.parametrize(
    ("territory", "effect", "place", "binds"),
    [
        pytest.param(
            Territory(None, "phường Kim Thanh"),
            KIM_THANH_2026,
            Place("tỉnh Ninh Bình", "phường Kim Thanh"),
            False,
            id="province of the resolution unknown",
        ),
        pytest.param(
            Territory("tỉnh Phú Thọ", "xã Thanh Sơn"),
            KIM_THANH_2026,
            Place("tỉnh Lạng Sơn", "xã Thanh Sơn"),
            False,
            id="namesake in another province",
        ),
        pytest.param(
            Territory("tỉnh Ninh Bình", "xã Trường Yên"),
            SINCE_2025,
            Place("tỉnh Ninh Bình", "phường Tây Hoa Lư", "tỉnh Ninh Bình", "xã Trường Yên"),
            True,
            id="former commune",
        ),
        pytest.param(
            Territory("tỉnh Ninh Bình", "xã Trường Yên"),
            SINCE_2025,
            Place("tỉnh Ninh Bình", "phường Tây Hoa Lư", "tỉnh Ninh Bình"),
            False,
            id="commune of today that a former one went into",
        ),
        pytest.param(
            Territory("tỉnh Khánh Hoà"),
            SINCE_2025,
            Place("tỉnh Khánh Hòa", None, "tỉnh Khánh Hòa"),
            True,
            id="other tone placement",
        ),
        pytest.param(
            Territory("tỉnh Thừa Thiên Huế"),
            ON_PASSAGE,
            Place("thành phố Huế", None, "thành phố Huế"),
            True,
            id="renamed before the mergers",
        ),
    ],
)
def test_a_territory_is_that_of_the_time_of_adoption(
    territory: Territory, effect: Effect, place: Place, binds: bool
) -> None:
    assert applies_to(resolution(territory=territory, effect=effect), place) is binds
