"""The words by which claims are told, from `words.toml`: units, bounds, levels and offices."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from knowledge.errors import DanBietError
from knowledge.language.text import normalise
from knowledge.language.tones import place_tones

_Meaning = TypeVar("_Meaning", bound=str)
WORDS = Path(__file__).with_name("words.toml")
"""The file that comes with the project."""


class BadClaimWords(DanBietError):
    """A file of words for claims that does not say what such a file can say."""

    def __init__(self, path: Path, reason: object) -> None:
        self.path = path
        super().__init__(f"{path}: {reason}")


class Bound(StrEnum):
    """The side of an amount on which something has to lie, as far as a text says."""

    NONE = ""
    ABOVE = "above"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BY = "by"
    """A day at the latest; so many days before another one, that is at least so many."""
    BEYOND = "beyond"
    """More than what is allowed: "quá 5 ngày" of "không quá 5 ngày"."""
    BELOW = "below"
    UNMET = "unmet"
    """Said of who lacks it: "chưa đủ 10%"."""
    WITHIN = "within"
    ENOUGH = "enough"


class _Office(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    words: str
    level: str = ""
    also: tuple[str, ...] = ()
    at: dict[str, str] = {}


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    units: dict[str, str]
    bounds: dict[Bound, str]
    levels: dict[str, str]
    passing: dict[str, str] = {}
    office: tuple[_Office, ...]

    @model_validator(mode="after")
    def _offices_and_levels_are_known(self) -> Self:
        names = {office.name for office in self.office}
        for office in self.office:
            strange = {*office.also, *office.at.values()} - names
            strange |= {*office.at, office.level} - {*self.levels, ""}
            if strange:
                facts = {"office": office.name, "strange": ", ".join(sorted(strange))}
                raise PydanticCustomError("unknown", "{office} names unknown {strange}", facts)
        return self


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """The meanings of each form: units (a form may mean several), bounds, levels, offices.

    An office is "" where a form only looks like one. `level_of` is the level that an office always
    has, `also` the offices that found it as well, `at` the office meant by one and a level.
    """

    units: Mapping[str, frozenset[str]]
    bounds: Mapping[str, Bound]
    levels: Mapping[str, str]
    offices: Mapping[str, str]
    level_of: Mapping[str, frozenset[str]]
    also: Mapping[str, tuple[str, ...]]
    at: Mapping[tuple[str, str], str]


@cache
def claim_words(path: Path = WORDS) -> ClaimWords:
    """Return the words in the file at `path`.

    Raises:
        BadClaimWords: the file cannot be read, is no TOML, or states something unknown.
    """
    try:
        file = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadClaimWords(path, error) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadClaimWords(path, f"{where}: {first['msg']}" if where else first["msg"]) from error
    units: defaultdict[str, set[str]] = defaultdict(set)
    for unit, forms in file.units.items():
        for form in _forms(forms):
            units[form].add(unit)
    return ClaimWords(
        {form: frozenset(meant) for form, meant in units.items()},
        _by_form(file.bounds.items()),
        _by_form(file.levels.items()),
        _by_form((office.name, office.words) for office in file.office)
        | _by_form(("", forms) for forms in file.passing.values()),
        {office.name: frozenset({office.level}) for office in file.office if office.level},
        {office.name: office.also for office in file.office},
        {
            (office.name, level): meant
            for office in file.office
            for level, meant in office.at.items()
        },
    )


def plain(text: str) -> str:
    """Return `text` in the form in which claims are read; positions hold in its normal form."""
    return place_tones(text.lower().replace("–", "-"))


def any_form(forms: Iterable[str]) -> str:
    """Return a pattern for any of `forms`, the longest that fits."""
    longest_first = sorted(forms, key=len, reverse=True)
    return "|".join(re.escape(form).replace(r"\ ", " ") for form in longest_first)


def _by_form(meanings: Iterable[tuple[_Meaning, str]]) -> dict[str, _Meaning]:
    return {form: meaning for meaning, forms in meanings for form in _forms(forms)}


def _forms(forms: str) -> list[str]:
    return [plain(normalise(form)) for form in forms.split(", ")]
