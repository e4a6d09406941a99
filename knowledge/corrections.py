"""What a person says about a copy: a TOML file beside the source, `<id>.corrections.toml`.

Each table is named for a fact that the copy lacks or gets wrong. It holds a `reason` and, where the
fact is known, its `value`; without a value the person confirms that the copy does not say it. The
text of the provisions is never corrected here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.errors import DanBietError
from knowledge.resolution import Resolution

SUFFIX = ".corrections.toml"
_Reason = Annotated[str, Field(min_length=1)]


class BadCorrections(DanBietError):
    """A corrections file that does not say what such a file can say."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class _Correction(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    reason: _Reason


class _Words(_Correction):
    value: str | None = None


class _Day(_Correction):
    value: date | None = None


class _File(BaseModel):
    """The facts that a person can state."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    number: _Words | None = None
    province: _Words | None = None
    signer: _Words | None = None
    issued_on: _Day | None = None
    passed_on: _Day | None = None
    in_force_since: _Day | None = None
    in_force_until: _Day | None = None


@dataclass(frozen=True, slots=True)
class Corrections:
    """The facts of one corrections file: `values` to set, `reasons` given for each fact."""

    values: dict[str, Any]
    reasons: dict[str, str]

    def apply(self, resolution: Resolution) -> Resolution:
        """Return `resolution` with the stated facts in the place of what the copy says."""
        head = {key: self.values[key] for key in ("number", "issued_on") if key in self.values}
        effect = {
            key: self.values[name]
            for name, key in (
                ("passed_on", "passed_on"),
                ("in_force_since", "since"),
                ("in_force_until", "until"),
            )
            if name in self.values
        }
        territory = resolution.territory
        if "province" in self.values:
            territory = replace(territory, province=self.values["province"])
        return replace(
            resolution,
            head=replace(resolution.head, **head),
            effect=replace(resolution.effect, **effect),
            territory=territory,
            signer=self.values.get("signer", resolution.signer),
        )


def corrections_path(source: Path) -> Path:
    """Return where the corrections of the file `source` stand, whether or not they exist."""
    return source.with_name(source.stem + SUFFIX)


def read_corrections(source: Path) -> Corrections:
    """Return the corrections beside `source`; none where there is no such file.

    Raises:
        BadCorrections: the file cannot be read, is no TOML, or states something unknown.
    """
    path = corrections_path(source)
    try:
        stated = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Corrections({}, {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadCorrections(path, str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadCorrections(path, f"{where}: {first['msg']}") from error
    given = {
        name: fact for name in _File.model_fields if (fact := getattr(stated, name)) is not None
    }
    return Corrections(
        values={name: fact.value for name, fact in given.items() if fact.value is not None},
        reasons={name: fact.reason for name, fact in given.items()},
    )
