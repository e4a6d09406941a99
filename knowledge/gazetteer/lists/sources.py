"""The lists of units that two installed packages carry.

`vietnam-provinces` has the communes of today, `underthesea` the former ones and their heirs. Of
underthesea only one file is read: importing it takes seconds and some hundred megabytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from knowledge.errors import DanBietError

_KIND = re.compile(
    r"(thành phố|thị trấn|thị xã|đặc khu|phường|huyện|quận|tỉnh|xã) (.+)", re.IGNORECASE
)


Row = TypeVar("Row")


class PlaceDataError(DanBietError):
    """The file of a package that lists places is missing or not what it was."""

    def __init__(self, package: str, file: str) -> None:
        """Keep the package and the path of the file inside it."""
        super().__init__(
            f"cannot read the list of places {file} of the package {package}: install it again"
        )
        self.package = package
        self.file = file


@dataclass(frozen=True, slots=True)
class ListedCommune:
    """A commune of today. Codes go up by former province: see `former.py`."""

    province: str
    name: str
    code: int


@dataclass(frozen=True, slots=True)
class UnitMerger:
    """A former commune and its heir; `former_commune` is "" if the list has no name for it.

    `commune` is the commune of today, now and then written as one word ("xãvănlăng").
    """

    former_province: str
    district: str
    former_commune: str
    province: str
    commune: str


def read_communes() -> tuple[ListedCommune, ...]:
    """Return the communes of today. Raises PlaceDataError."""
    return read_list("vietnam_provinces", "data/nested-divisions.json", _communes)


def read_changes() -> tuple[UnitMerger, ...]:
    """Return every former commune with its heir. Raises PlaceDataError."""
    return read_list("underthesea", "address/data/mapping.json", _changes)


def read_list(package: str, file: str, rows: Callable[[Any], Iterable[Row]]) -> tuple[Row, ...]:
    """Return the rows that `rows` makes of a JSON file inside an installed package.

    Raises PlaceDataError where the file is missing, no JSON, or of another shape.
    """
    try:
        return tuple(rows(json.loads((_folder(package) / file).read_bytes())))
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise PlaceDataError(package, file) from error


def split_kind(name: str) -> tuple[str, str]:
    """Return the kind of unit in lower case and the proper name ("xã", "Trường Yên").

    Raises ValueError where `name` does not begin with a kind.
    """
    match = _KIND.fullmatch(name)
    if match is None:
        raise ValueError(name)
    return match[1].lower(), match[2]


@lru_cache(maxsize=4096)
def tidy(name: str) -> str:
    """Return a listed name with single spaces and its kind in lower case."""
    words = " ".join(name.split())
    match = _KIND.fullmatch(words)
    return f"{match[1].lower()} {match[2]}" if match else words


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(package)
    return Path(spec.submodule_search_locations[0])


def _communes(provinces: Any) -> Iterator[ListedCommune]:
    for province in provinces:
        name = tidy(province["name"])
        full_name = name if name.startswith("thành phố ") else f"tỉnh {name}"
        for ward in province["wards"]:
            yield ListedCommune(full_name, tidy(ward["name"]), ward["code"])


def _changes(mapping: Any) -> Iterator[UnitMerger]:
    for record in mapping["ward_mapping"]:
        yield UnitMerger(
            tidy(record["old_province"]),
            tidy(record["old_district"]),
            tidy(record["old_ward"]),
            tidy(record["new_province"]),
            record["new_ward"] or record["new_ward_key"],
        )
