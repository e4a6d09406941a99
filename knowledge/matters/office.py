"""Answers that the office of a place gives by itself, on no provision: hours, a telephone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from knowledge.gazetteer.place import Place
from knowledge.language.text import normalise
from knowledge.law.territory import same_unit

LONGEST_TOLD = 80
"""Syllables of what an office tells: a line of hours or numbers takes more than a plain answer."""


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """An answer of the office called `by` to the people of `places`, to everyone if there are none.

    It was told or looked over on the day `as_of`, and holds from `since` to `until`, without end
    for None.
    """

    short: str
    by: str
    as_of: date
    steps: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Return True if it is told on `day`."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)

    def is_for(self, place: Place | None) -> bool:
        """Return True if it is told to the people of `place`, None where nobody knows theirs."""
        return not self.places or any(
            place is not None
            and same_unit(place.province, unit.province)
            and (unit.commune is None or same_unit(place.commune, unit.commune))
            for unit in self.places
        )


def best_for(place: Place | None, answers: Iterable[OfficeAnswer]) -> OfficeAnswer | None:
    """Return the one of `answers` for the people of `place`, that of the narrowest place."""
    own = (answer for answer in answers if answer.is_for(place))
    return min(own, key=_width, default=None)


def _width(answer: OfficeAnswer) -> int:
    if not answer.places:
        return 2
    return 1 if any(place.commune is None for place in answer.places) else 0


class WrittenPlace(BaseModel):
    """A province of today, or a commune in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    province: Annotated[str, Field(min_length=1)]
    commune: Annotated[str, Field(min_length=1)] | None = None


class WrittenOfficeAnswer(BaseModel):
    """An answer of an office as a file writes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    short: Annotated[str, Field(min_length=1)]
    by: Annotated[str, Field(min_length=1)]
    as_of: date
    steps: tuple[str, ...] = ()
    places: tuple[WrittenPlace, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def answer(self) -> OfficeAnswer:
        """Return the answer itself."""
        return OfficeAnswer(
            short=normalise(self.short),
            by=normalise(self.by),
            as_of=self.as_of,
            steps=tuple(map(normalise, self.steps)),
            places=tuple(Place(place.province, place.commune) for place in self.places),
            since=self.since,
            until=self.until,
        )


def written(answer: OfficeAnswer) -> dict[str, object]:
    """Return `answer` as a file writes it."""
    said = WrittenOfficeAnswer(
        short=answer.short,
        by=answer.by,
        as_of=answer.as_of,
        steps=answer.steps,
        places=tuple(WrittenPlace(province=p.province, commune=p.commune) for p in answer.places),
        since=answer.since,
        until=answer.until,
    )
    return said.model_dump(mode="json", exclude_defaults=True)
