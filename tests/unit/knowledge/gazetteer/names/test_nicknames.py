"""What people call places besides their names stands for places that exist."""

from __future__ import annotations

from knowledge.gazetteer.lists.catalogue import list_units
from knowledge.gazetteer.lists.units import UnitLevel
from knowledge.gazetteer.mergers import TODAY
from knowledge.gazetteer.names.nicknames import NICKNAMES, OTHER_NAMES
from tests.support.answers.answers import gazetteer


def test_every_nickname_gives_the_provinces_that_it_stands_for() -> None:
    for nickname, provinces in NICKNAMES.items():
        found = gazetteer().parse(nickname)

        assert {place.province for place in found} == {TODAY[province] for province in provinces}


def test_other_names_are_those_of_former_districts() -> None:
    districts = {unit.full_name for unit in list_units() if unit.level is UnitLevel.DISTRICT}

    assert set(OTHER_NAMES) <= districts


def test_every_other_name_gives_the_district() -> None:
    provinces = {unit.full_name: unit.province for unit in list_units()}
    for district, others in OTHER_NAMES.items():
        for other in others:
            found = gazetteer().parse(f"quận {other}" if other.isdigit() else other)

            assert provinces[district] in {place.province for place in found}
