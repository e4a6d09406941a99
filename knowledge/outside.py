"""Matters that people ask about and the resolutions do not regulate: `topics/outside.toml`."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.errors import DanBietError

OUTSIDE = Path(__file__).parent / "topics" / "outside.toml"
"""The file that comes with the project."""


class BadMatters(DanBietError):
    """A file of matters that does not say what such a file can say."""

    def __init__(self, path: Path, reason: object) -> None:
        self.path = path
        super().__init__(f"{path}: {reason}")


class Kind(StrEnum):
    """Why the resolutions do not regulate a matter."""

    FIELD = "field"
    """It belongs to another field of life."""
    LAW = "law"
    """It is grassroots democracy, but the law decides it."""


class Matter(BaseModel):
    """A matter by its name, who can help with it, and phrases in which people ask about it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Kind
    name: str = Field(min_length=1)
    ask: str
    phrases: tuple[str, ...] = Field(min_length=1)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    matter: tuple[Matter, ...]


def read_matters(path: Path = OUTSIDE) -> tuple[Matter, ...]:
    """Return the matters in the file at `path`.

    Raises:
        BadMatters: the file cannot be read, is no TOML, or states something unknown.
    """
    try:
        return _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).matter
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadMatters(path, error) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadMatters(path, f"{where}: {first['msg']}") from error
