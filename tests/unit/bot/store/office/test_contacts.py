"""The contacts of places in the database."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer.staff.contacts import COUNTRY, UNKNOWN, Contacts, EmergencyLine
from bot.store.office.contacts import ContactTable
from bot.store.store import Store
from knowledge.gazetteer.places import Place
from tests.support.running.stores import KEY, NOW, PLACE, later, old_database

PROVINCE = Place(PLACE.province)
LINES = (EmergencyLine("0205 3812 345", "trực ban xã"), EmergencyLine("113"))
OWN = Contacts("Một cửa xã", "thôn Đầu", "sáng", "thứ năm", "0205 3812 346", LINES)
WIDER = Contacts("Trung tâm của tỉnh", emergency=(EmergencyLine("115"),))


@pytest.fixture
def table(store: Store) -> ContactTable:
    return store.contact_table


def test_contacts_are_kept_with_every_detail(table: ContactTable) -> None:
    number = table.save(PLACE, OWN, "Minh", NOW)
    kept = table.one(number)
    assert kept
    assert (kept.place, kept.contacts, kept.account, kept.at) == (PLACE, OWN, "Minh", NOW)
    assert table.every() == (kept,)


def test_what_is_saved_again_takes_the_place_of_the_old(table: ContactTable) -> None:
    number = table.save(PLACE, OWN, "Minh", NOW)
    said_otherwise = replace(PLACE, former_province=None)
    assert table.save(said_otherwise, WIDER, "Lan", later(hours=1)) == number
    (kept,) = table.every()
    assert (kept.contacts, kept.account, kept.at) == (WIDER, "Lan", later(hours=1))


def test_places_stand_by_province_and_commune(table: ContactTable) -> None:
    places = [PROVINCE, PLACE, Place("tỉnh Thái Nguyên"), Place("tỉnh Cà Mau", "xã Đất Mũi")]
    for place in places:
        table.save(place, OWN, "Minh", NOW)
    assert [one.place for one in table.every()] == [places[3], PROVINCE, PLACE, places[2]]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        pytest.param(PLACE, OWN, id="commune"),
        pytest.param(
            replace(PLACE, former_unit="xã Vân Nham"), OWN, id="commune, by what it was before"
        ),
        pytest.param(Place(PLACE.province, "xã Hữu Liên"), WIDER, id="another of the province"),
        pytest.param(PROVINCE, WIDER, id="province"),
        pytest.param(Place("tỉnh Cà Mau", PLACE.commune), UNKNOWN, id="so called elsewhere"),
        pytest.param(None, UNKNOWN, id="nobody knows where"),
    ],
)
def test_residents_are_told_the_narrowest(
    store: Store, table: ContactTable, asked: Place | None, told: Contacts
) -> None:
    table.save(PROVINCE, WIDER, "Minh", NOW)
    table.save(PLACE, OWN, "Minh", NOW)
    assert store.contacts(asked) == told


@pytest.mark.parametrize(
    ("wider", "lines"),
    [
        pytest.param(WIDER, WIDER.emergency, id="of the province"),
        pytest.param(replace(WIDER, emergency=()), COUNTRY, id="of the country"),
        pytest.param(None, COUNTRY, id="of the country, where the province has nothing"),
    ],
)
def test_a_commune_without_numbers_for_danger_tells_those(
    table: ContactTable, wider: Contacts | None, lines: tuple[EmergencyLine, ...]
) -> None:
    if wider:
        table.save(PROVINCE, wider, "Minh", NOW)
    table.save(PLACE, replace(OWN, emergency=()), "Minh", NOW)
    assert table.find(PLACE) == replace(OWN, emergency=lines)


def test_what_is_deleted_is_told_no_more(table: ContactTable) -> None:
    number = table.save(PLACE, OWN, "Minh", NOW)
    assert table.has_office()
    assert table.delete(number)
    assert not table.delete(number)
    assert table.one(number) is None
    assert table.find(PLACE) == UNKNOWN
    assert not table.has_office()


def test_numbers_for_danger_are_no_office(table: ContactTable) -> None:
    table.save(PLACE, Contacts(emergency=LINES), "Minh", NOW)
    assert not table.has_office()


def test_a_database_of_before_gets_the_table(tmp_path: Path) -> None:
    with old_database(tmp_path / "old.sqlite", "0007"):
        pass
    with closing(Store.open(f"sqlite:///{tmp_path / 'old.sqlite'}", KEY)) as opened:
        assert opened.contacts(PLACE) == UNKNOWN
        opened.contact_table.save(PLACE, OWN, "Minh", NOW)
        assert opened.contacts(PLACE) == OWN
