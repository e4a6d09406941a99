from __future__ import annotations

import pytest

from knowledge.gazetteer.lists.sources import read_changes, read_communes
from knowledge.gazetteer.mergers import EARLIER_PROVINCES, FORMER_PROVINCES, TODAY, is_merged


def test_knows_the_provinces_of_the_package_lists() -> None:
    assert set(FORMER_PROVINCES) == {commune.province for commune in read_communes()}
    assert dict(TODAY) == {one.former_province: one.province for one in read_changes()}


def test_sixty_three_became_thirty_four() -> None:
    assert (len(TODAY), len(FORMER_PROVINCES)) == (63, 34)
    assert sum(map(is_merged, FORMER_PROVINCES)) == 23


@pytest.mark.parametrize("province", FORMER_PROVINCES)
def test_a_province_of_today_bears_the_name_of_a_former_one(province: str) -> None:
    assert FORMER_PROVINCES[province][0] == province


@pytest.mark.parametrize("province", EARLIER_PROVINCES)
def test_an_earlier_province_lay_in_former_ones_of_other_names(province: str) -> None:
    assert province not in TODAY
    assert set(EARLIER_PROVINCES[province]) <= set(TODAY)
