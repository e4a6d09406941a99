"""Contacts of a resident: the office of a place, and the numbers to call in danger."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class EmergencyLine:
    """A number to call in danger.

    `what_for` is "" for the lines of the whole country: their words are in the templates.
    """

    number: str
    what_for: str = ""


@dataclass(frozen=True, slots=True)
class Contacts:
    """The ways to reach the office of a place, "" for those that nobody has told.

    `reception` is the day on which it receives citizens (ngày tiếp công dân).
    """

    office: str = ""
    address: str = ""
    hours: str = ""
    reception: str = ""
    telephone: str = ""
    emergency: tuple[EmergencyLine, ...] = ()

    @property
    def is_set(self) -> bool:
        """Return True if there is an office to turn to; the numbers for danger do not count."""
        return any((self.office, self.address, self.hours, self.reception, self.telephone))

    def or_else(self, wider: Contacts) -> Contacts:
        """Return these contacts; the office or the numbers of a `wider` place if they have none."""
        office = self if self.is_set else wider
        return replace(office, emergency=self.emergency or wider.emergency)


COUNTRY = (EmergencyLine("113"), EmergencyLine("115"), EmergencyLine("111"))
"""Police (công an), ambulance (cấp cứu), protection of children (bảo vệ trẻ em)."""
UNKNOWN = Contacts(emergency=COUNTRY)
"""The contacts that are told if nobody has set any."""
