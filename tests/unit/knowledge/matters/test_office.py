"""What the office of a place tells by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.gazetteer.places import Place
from knowledge.matters.office import OfficeAnswer, best_for

COMMUNE = Place("tỉnh Hưng Yên", "xã Tân Hưng")
PROVINCE = Place("tỉnh Hưng Yên")
NAMESAKE = Place("tỉnh Cà Mau", "xã Tân Hưng")
EVERYWHERE = OfficeAnswer("Sáng 7 giờ.", "Văn phòng", date(2026, 11, 1))
OF_COMMUNE = replace(EVERYWHERE, short="Sáng 8 giờ.", places=(COMMUNE,))
OF_PROVINCE = replace(EVERYWHERE, short="Sáng 9 giờ.", places=(PROVINCE,))


@pytest.mark.parametrize(
    ("place", "told"),
    [
        pytest.param(COMMUNE, OF_COMMUNE, id="the commune"),
        pytest.param(replace(COMMUNE, commune="xã  tân hưng"), OF_COMMUNE, id="spelled otherwise"),
        pytest.param(
            replace(COMMUNE, commune="xã Khác"), OF_PROVINCE, id="another of the province"
        ),
        pytest.param(PROVINCE, OF_PROVINCE, id="the province alone"),
        pytest.param(NAMESAKE, EVERYWHERE, id="a namesake"),
        pytest.param(None, EVERYWHERE, id="nobody knows where"),
    ],
)
def test_what_is_told_is_that_of_the_narrowest_place(
    place: Place | None, told: OfficeAnswer
) -> None:
    assert best_for(place, (EVERYWHERE, OF_PROVINCE, OF_COMMUNE)) == told


@pytest.mark.parametrize("place", [NAMESAKE, PROVINCE, None])
def test_what_is_for_one_commune_is_told_nowhere_else(place: Place | None) -> None:
    assert best_for(place, (OF_COMMUNE,)) is None


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 10, 31), False),
        (date(2026, 11, 1), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
    ],
)
def test_it_holds_from_its_first_day_to_its_last(day: date, holds: bool) -> None:
    told = replace(EVERYWHERE, since=date(2026, 11, 1), until=date(2026, 11, 30))
    assert told.holds(day) is holds
