"""The forms for what an office tells by itself, as somebody sent them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.answer.understand.admission import Refused, read_day
from bot.console.guide.contacts.units import units_meant
from bot.console.guide.matters.draft import (
    LineForm,
    Long,
    Name,
    Said,
    SheetDraft,
    by_line,
    step_faults,
)
from bot.console.guide.matters.faults import Faults, MatterFault
from knowledge.gazetteer.places import Gazetteer, Place
from knowledge.language.text import normalise, syllables
from knowledge.matters.office import LONGEST_TOLD, OfficeAnswer

_LONGEST_NAME = 100
_MOST_PLACES = 100


class OfficeDraft(LineForm):
    """An answer of an office: its words, its steps, its office, its places, its days."""

    loi: Said = ""
    buoc: Said = ""
    don_vi: Name = ""
    noi: Long = ""
    tu: Name = ""
    den: Name = ""

    @classmethod
    def of_office(cls, answer: OfficeAnswer) -> OfficeDraft:
        """Return the form filled with what is told."""
        return cls.model_construct(
            loi=answer.short,
            buoc="\n".join(answer.steps),
            don_vi=answer.by,
            noi="\n".join(place.name for place in answer.places),
            tu=answer.since.isoformat() if answer.since else "",
            den=answer.until.isoformat() if answer.until else "",
        )

    def office_faults(self, gazetteer: Gazetteer) -> Faults:
        """Return what is wrong with the fields."""
        faults: Faults = step_faults(by_line(self.buoc))
        short = normalise(self.loi)
        if not syllables(short) or len(short.split()) > LONGEST_TOLD:
            faults["loi"] = MatterFault.TOLD
        if not syllables(self.don_vi) or len(normalise(self.don_vi)) > _LONGEST_NAME:
            faults["don_vi"] = MatterFault.BY
        if self.unknown_places(gazetteer) or len(by_line(self.noi)) > _MOST_PLACES:
            faults["noi"] = MatterFault.PLACES
        faults.update(self._day_faults())
        return faults

    def unknown_places(self, gazetteer: Gazetteer) -> tuple[tuple[str, tuple[Place, ...]], ...]:
        """Return the lines that name no place of today, or several, with these places."""
        return tuple((line, units) for line, units in self._units(gazetteer) if len(units) != 1)

    def answer(self, gazetteer: Gazetteer, day: date) -> OfficeAnswer:
        """Return what a form without faults says, as of `day`."""
        units = (units[0] for _, units in self._units(gazetteer))
        places = tuple(dict.fromkeys(Place(unit.province, unit.commune) for unit in units))
        return OfficeAnswer(
            short=normalise(self.loi),
            by=normalise(self.don_vi),
            as_of=day,
            steps=by_line(self.buoc),
            places=places,
            since=_day(self.tu),
            until=_day(self.den),
        )

    def _units(self, gazetteer: Gazetteer) -> Iterator[tuple[str, tuple[Place, ...]]]:
        for line in by_line(self.noi)[: _MOST_PLACES + 1]:
            units = units_meant(line, gazetteer)
            yield line, tuple(unit for unit in units if unit.name == line) or units

    def _day_faults(self) -> Faults:
        faults: Faults = {}
        for name, typed in (("tu", self.tu), ("den", self.den)):
            if typed.strip() and _day(typed) is None:
                faults[name] = MatterFault.DAY
        since, until = _day(self.tu), _day(self.den)
        if since and until and until < since:
            faults["den"] = MatterFault.DAYS
        return faults


class OfficeMatterDraft(OfficeDraft, SheetDraft):
    """A new matter of which an office tells: all of it."""


def _day(typed: str) -> date | None:
    try:
        return read_day(typed)
    except Refused:
        return None
