"""What a place tells of its own, and what of the place around it."""

from __future__ import annotations

import pytest

from bot.answer.staff.contacts import COUNTRY, UNKNOWN, Contacts, EmergencyLine

OWN_LINES = (EmergencyLine("0205 3812 345", "trực ban"),)
OFFICE = Contacts("Bộ phận một cửa", telephone="0205 3812 346")
WIDER = Contacts("Trung tâm của tỉnh", "12 phố Dài", emergency=OWN_LINES)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        pytest.param(Contacts(), WIDER, id="nothing of its own"),
        pytest.param(
            OFFICE, Contacts(OFFICE.office, "", "", "", OFFICE.telephone, OWN_LINES), id="office"
        ),
        pytest.param(
            Contacts(emergency=COUNTRY),
            Contacts(WIDER.office, WIDER.address, emergency=COUNTRY),
            id="numbers for danger alone",
        ),
    ],
)
def test_what_is_missing_is_told_of_the_wider_place(own: Contacts, told: Contacts) -> None:
    assert own.or_else(WIDER) == told


@pytest.mark.parametrize(
    "contacts",
    [
        pytest.param(Contacts(office="x"), id="office"),
        pytest.param(Contacts(address="x"), id="address"),
        pytest.param(Contacts(hours="x"), id="hours"),
        pytest.param(Contacts(reception="x"), id="reception"),
        pytest.param(Contacts(telephone="x"), id="telephone"),
    ],
)
def test_one_fact_is_enough_to_turn_to(contacts: Contacts) -> None:
    assert contacts.is_set


def test_the_numbers_of_the_country_are_no_office() -> None:
    assert not UNKNOWN.is_set
    assert [line.number for line in UNKNOWN.emergency] == ["113", "115", "111"]
