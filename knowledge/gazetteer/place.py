"""The place where a resident lives, in the terms of today and of before 1 July 2025."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Place:
    """Today's province and commune of a resident, and the units of before.

    Names are written with the kind of unit in lower case: "tỉnh Ninh Bình", "phường Kim Thanh".
    `former_province` is None where nothing tells it. `former_assumed` is True where only the name
    of a merged province was said and the former province of that name is taken to be meant.
    `former_unit` is the former district or commune that was named ("thành phố Phủ Lý").
    """

    province: str
    commune: str | None = None
    former_province: str | None = None
    former_unit: str | None = None
    former_assumed: bool = False

    @property
    def name(self) -> str:
        """Return the place as residents say it, such as "phường Dĩ An, thành phố Hồ Chí Minh"."""
        if self.commune:
            return f"{self.commune}, {self.province}"
        if self.former_unit and self.former_province:
            return f"{self.former_unit}, {self.former_province}"
        return self.former_province or self.province

    @property
    def of_former_commune(self) -> bool:
        """Return True if the commune that was named is a former one."""
        return self.commune is not None and self.former_unit is not None

    def of_before(self) -> Place:
        """Return the place where the person said that the province of before is meant."""
        return replace(self, former_assumed=False)

    def somewhere_inside(self) -> Place:
        """Return the place where a name inside it was said that nobody knows.

        The name of a merged province does not tell in which former one such a place lies.
        """
        if self.former_assumed:
            return replace(self, former_province=None, former_assumed=False)
        return self


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a question, at `question[start:end]`.

    A name that several places bear gives several mentions with the same span.
    """

    place: Place
    start: int
    end: int
