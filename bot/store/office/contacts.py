"""The contacts of communes and provinces, as admins set them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    JSON,
    Column,
    Integer,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    exists,
    select,
)

from bot.answer.staff.contacts import UNKNOWN, Contacts
from bot.store.database.database import Database, insert
from bot.store.database.tables import METADATA, Moment
from knowledge.gazetteer.places import Place

_PLACE = TypeAdapter(Place)
_CONTACTS = TypeAdapter(Contacts)
_UNIT = String(120)

contacts = Table(
    "contacts",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("place", JSON(none_as_null=True), nullable=False),
    Column("province", _UNIT, nullable=False),
    Column("commune", _UNIT, nullable=False, comment="Empty for what counts in all the province."),
    Column("office", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("hours", Text, nullable=False),
    Column("reception", Text, nullable=False),
    Column("telephone", Text, nullable=False),
    Column("emergency", JSON(none_as_null=True), nullable=False),
    Column("account", String(64), nullable=False, comment="Its name; it may be gone."),
    Column("at", Moment, nullable=False),
    UniqueConstraint("province", "commune"),
    sqlite_autoincrement=True,
)
_FIELDS = tuple(Contacts.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class PlaceContacts:
    """The contacts that were set for a place, who did that last, and when."""

    number: int
    place: Place
    contacts: Contacts
    account: str
    at: datetime


class ContactTable:
    """The contacts of one database; every place has them at most once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[PlaceContacts, ...]:
        """Return what was set, by province and commune."""
        ordered = select(contacts).order_by(contacts.c.province, contacts.c.commune)
        with self._database.reading() as connection:
            return tuple(map(_kept, connection.execute(ordered).all()))

    def has_office(self) -> bool:
        """Return True if the office of some place was set."""
        office = select(exists().where(contacts.c.office != ""))
        with self._database.reading() as connection:
            return bool(connection.execute(office).scalar())

    def one(self, number: int) -> PlaceContacts | None:
        """Return what was set under `number`, None where there is none."""
        with self._database.reading() as connection:
            row = connection.execute(select(contacts).where(contacts.c.number == number)).first()
        return _kept(row) if row else None

    def of(self, place: Place) -> PlaceContacts | None:
        """Return what was set for exactly this commune or province, None where there is none."""
        covering = self._covering(place)
        return next((kept for kept in covering if kept.place.commune == place.commune), None)

    def find(self, place: Place | None) -> Contacts:
        """Return what a resident of `place` is told, None for who has not said where that is.

        The province fills in for a commune, and the country gives the numbers to call.
        """
        if place is None:
            return UNKNOWN
        merged = Contacts()
        for kept in self._covering(place):
            merged = merged.or_else(kept.contacts)
        return merged.or_else(UNKNOWN)

    def save(self, place: Place, details: Contacts, account: str, now: datetime) -> int:
        """Keep the contacts of `place` in the stead of those before; return their number."""
        row = {
            "place": _PLACE.dump_python(place, mode="json"),
            "province": place.province,
            "commune": place.commune or "",
            **asdict(details),
            "account": account,
            "at": now,
        }
        with self._database.writing() as connection:
            added = insert(connection, contacts).values(row)
            key = [contacts.c.province, contacts.c.commune]
            kept = added.on_conflict_do_update(index_elements=key, set_=row)
            number: int = connection.execute(kept.returning(contacts.c.number)).scalar_one()
        return number

    def delete(self, number: int) -> bool:
        """Remove what was set under `number`; return False where there is none."""
        removed = delete(contacts).where(contacts.c.number == number)
        with self._database.writing() as connection:
            return connection.execute(removed).rowcount == 1

    def _covering(self, place: Place) -> tuple[PlaceContacts, ...]:
        """Return what was set for the commune of `place` and for its province, in this order."""
        levels = {place.commune or "", ""}
        conditions = (contacts.c.province == place.province, contacts.c.commune.in_(levels))
        narrow_first = select(contacts).where(*conditions).order_by(contacts.c.commune.desc())
        with self._database.reading() as connection:
            return tuple(map(_kept, connection.execute(narrow_first).all()))


def _kept(row: Row[Any]) -> PlaceContacts:
    place = _PLACE.validate_python(row.place)
    details = _CONTACTS.validate_python({name: getattr(row, name) for name in _FIELDS})
    return PlaceContacts(row.number, place, details, row.account, row.at)
