"""Matters that people ask about and the resolutions do not regulate: `matters/outside.toml`."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from knowledge.errors import DanBietError

OUTSIDE = "outside.toml"
"""The file in the folder of topics."""


class BadMatters(DanBietError):
    """A file of matters that does not say what such a file can say."""

    def __init__(self, path: Path, reason: object) -> None:
        self.path = path
        super().__init__(f"{path}: {reason}")


class OutsideKind(StrEnum):
    """The reason why the resolutions do not regulate a matter."""

    FIELD = "field"
    """It belongs to another field of life."""
    LAW = "law"
    """It is grassroots democracy, but the law decides it."""
    TALK = "talk"
    """It is small talk, of the kind that is the matter's name."""


class SmallTalk(StrEnum):
    """Kinds of messages that ask for no provision."""

    GREETING = "greeting"
    THANKS = "thanks"
    ABOUT = "about"
    FAREWELL = "farewell"
    REPLY = "reply"


class OutsideMatter(BaseModel):
    """A matter by its name, who can help with it, and phrases in which people ask about it.

    Small talk is named for its kind.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: OutsideKind
    name: str = Field(min_length=1)
    ask: str
    phrases: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _talk_is_of_a_known_kind(self) -> Self:
        if self.kind is OutsideKind.TALK:
            SmallTalk(self.name)
        return self


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    matter: tuple[OutsideMatter, ...]


def read_matters(path: Path) -> tuple[OutsideMatter, ...]:
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
