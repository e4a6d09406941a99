"""The contacts of a place, as the form says them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field

from bot.answer.staff.contacts import Contacts, EmergencyLine
from knowledge.language.text import normalise

PREVIEW = "xem"
_LONGEST = 200
_LONGEST_LINE = 80
_MOST_LINES = 6
_NO_NUL = r"^[^\x00]*$"
Said = Annotated[str, Field(max_length=5000, pattern=_NO_NUL)]
"""Words typed into a field: longer than what is kept, so that a fault can be told."""
_LINE = re.compile(
    r"""
    (?P<number> [+(]? [0-9] (?:[0-9 .()-]*?[0-9])? ) \s*
    (?:[-–—:,]\s*)?
    (?: \( (?P<inside>[^\W\d][^()]*) \) | (?P<words>[^\W\d].*) )?
    """,
    re.VERBOSE,
)
_SEPARATOR = re.compile(r"[,;/]")
_TELEPHONE = re.compile(r" ?\+?[0-9 .()-]+")
_DIGITS = re.compile(
    r"""
      0\d{9,10}            # mobile, and landline with its area
    | (?:\+|00)84\d{9,10}  # the same from abroad
    | 1[89]00\d{4,6}       # hotlines
    | 1\d{2,3}             # 113, 1022
    """,
    re.VERBOSE,
)


class ContactFault(StrEnum):
    """The fault of a field; `prompts/templates/console/fault.j2` words it."""

    PLACE = "contacts_place"
    DISTRICT = "contacts_district"
    AMBIGUOUS = "contacts_ambiguous"
    TAKEN = "contacts_taken"
    OFFICE = "contacts_office"
    NOTHING = "contacts_nothing"
    LONG = "contacts_long"
    TELEPHONE = "contacts_telephone"
    EMERGENCY = "contacts_emergency"


Faults = dict[str, ContactFault]
"""The faults of a form by the names of its fields."""


class ContactsDraft(BaseModel):
    """The fields, by their names; `noi` is the place as typed, `chon` which of several is meant."""

    noi: Said = ""
    chon: Said = ""
    co_quan: Said = ""
    dia_chi: Said = ""
    gio: Said = ""
    tiep_dan: Said = ""
    dien_thoai: Said = ""
    khan_cap: Said = ""
    viec: Annotated[str, Field(max_length=10)] = ""

    @classmethod
    def of(cls, contacts: Contacts) -> ContactsDraft:
        """Return the form filled with `contacts`."""
        return cls.model_construct(
            co_quan=contacts.office,
            dia_chi=contacts.address,
            gio=contacts.hours,
            tiep_dan=contacts.reception,
            dien_thoai=contacts.telephone,
            khan_cap="\n".join(
                " – ".join(filter(None, (line.number, line.what_for)))
                for line in contacts.emergency
            ),
        )

    @property
    def contacts(self) -> Contacts:
        """Return the contacts as they are kept; lines that are no number are left out."""
        return Contacts(
            office=normalise(self.co_quan),
            address=normalise(self.dia_chi),
            hours=normalise(self.gio),
            reception=normalise(self.tiep_dan),
            telephone=normalise(self.dien_thoai),
            emergency=tuple(filter(None, map(_line, self._lines))),
        )

    def faults(self) -> Faults:
        """Return what is wrong with the contacts."""
        contacts = self.contacts
        texts = {
            "co_quan": contacts.office,
            "dia_chi": contacts.address,
            "gio": contacts.hours,
            "tiep_dan": contacts.reception,
            "dien_thoai": contacts.telephone,
        }
        faults = {name: ContactFault.LONG for name, text in texts.items() if len(text) > _LONGEST}
        if contacts.telephone and not _are_telephones(contacts.telephone):
            faults["dien_thoai"] = ContactFault.TELEPHONE
        if len(contacts.emergency) < len(self._lines) or len(self._lines) > _MOST_LINES:
            faults["khan_cap"] = ContactFault.EMERGENCY
        if not contacts.office and contacts.is_set:
            faults["co_quan"] = ContactFault.OFFICE
        elif not contacts.office and not contacts.emergency:
            faults["co_quan"] = ContactFault.NOTHING
        return faults

    @property
    def _lines(self) -> tuple[str, ...]:
        lines = map(normalise, self.khan_cap.splitlines())
        return tuple(dict.fromkeys(filter(None, lines)))


def _line(typed: str) -> EmergencyLine | None:
    """Return the line that `typed` writes as "113 – công an", None where it writes none."""
    match = _LINE.fullmatch(typed) if len(typed) <= _LONGEST_LINE else None
    if match is None or not _are_telephones(match["number"]):
        return None
    return EmergencyLine(match["number"], match["inside"] or match["words"] or "")


def _are_telephones(typed: str) -> bool:
    return all(
        _TELEPHONE.fullmatch(part) and _DIGITS.fullmatch(re.sub(r"[^0-9+]", "", part))
        for part in _SEPARATOR.split(typed)
    )
