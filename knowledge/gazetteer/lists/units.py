"""Administrative units of today and of before 1 July 2025."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final


class UnitLevel(Enum):
    """The level of the unit that a name stands for.

    Districts and former communes ended in June 2025.
    Earlier provinces ended before that; one that lies in several of today is listed for each.
    """

    PROVINCE = "province"
    FORMER_PROVINCE = "former province"
    EARLIER_PROVINCE = "earlier province"
    COMMUNE = "commune"
    DISTRICT = "district"
    FORMER_COMMUNE = "former commune"


PROVINCES: Final = frozenset(
    {UnitLevel.PROVINCE, UnitLevel.FORMER_PROVINCE, UnitLevel.EARLIER_PROVINCE}
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with the units that enclose it, each named with its kind ("tỉnh Hà Nam").

    `province` and `commune` are those of today. A former commune that was divided is listed once
    for each commune of today that has a part of it.
    """

    level: UnitLevel
    kind: str
    name: str
    province: str
    former_province: str | None = None
    district: str | None = None
    commune: str | None = None

    @property
    def full_name(self) -> str:
        """Return the name with its kind before it."""
        return f"{self.kind} {self.name}"

    @property
    def is_province(self) -> bool:
        """Return True for the provinces of today, the former and the earlier ones."""
        return self.level in PROVINCES
