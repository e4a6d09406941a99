"""Documents whose text is not here: those that plain answers rest on, and others known to exist.

Both stand in `matters/documents.toml`, the latter also in the data folder, as the staff knows more.
"""

from __future__ import annotations

import tomllib
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from knowledge.errors import DanBietError

DOCUMENTS = "documents.toml"
"""The file in the folder of topics."""


class BadCards(DanBietError):
    """A file of documents that does not say what such a file can say."""

    def __init__(self, path: Path, reason: object) -> None:
        self.path = path
        super().__init__(f"{path}: {reason}")


class DocumentCard(BaseModel):
    """The head of a document whose text is not here; dates and names as it states them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    number: str
    kind: str
    title: str
    issuer: str
    issued_on: date
    since: date
    edition: str = ""


class Bearing(StrEnum):
    """The bearing of an absent document on others; the words are in `prompts/templates/absent`."""

    REPLACES = "replaces"
    AMENDS = "amends"
    BESIDE = "beside"
    """It is of the same matter and binds the same people."""
    NONE = "none"
    """It bears on nothing: so the staff silences what ships."""


class AbsentCard(BaseModel):
    """A document that is known to exist and that the library may lack; names as it states them.

    A `number` may lack its end where only "04/2025" is known. `documents` are the ids of those it
    bears on, in the library or among the cards; without any, it bears on whomever it binds.
    `certain` tells whether its `bearing` on them is known or likely, `unknown` what is not known.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: str = Field(min_length=1)
    kind: str
    issuer: str
    issued_on: date | None = None
    year: int | None = Field(default=None, ge=1945, le=2100)
    """The year of issue, if the day is not known."""
    province: str = ""
    """The province of a commune's document: its issuer does not name it."""
    title: str = ""
    bearing: Bearing
    certain: bool = False
    documents: tuple[str, ...] = ()
    source: str
    unknown: str = ""

    @property
    def since(self) -> date:
        """Return the first day on which it was surely there."""
        return self.issued_on or date(self.year or 1, 12, 31)

    @model_validator(mode="after")
    def _is_dated(self) -> Self:
        if self.issued_on is None and self.year is None:
            message = "issued_on or year is missing"
            raise ValueError(message)
        return self


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    document: tuple[DocumentCard, ...] = ()
    absent: tuple[AbsentCard, ...] = ()


def read_cards(path: Path) -> tuple[DocumentCard, ...]:
    """Return the documents that plain answers rest on, as the file at `path` tells of them.

    There are none where there is no file. Raises BadCards.
    """
    return _read(path).document


def read_absent_cards(path: Path) -> tuple[AbsentCard, ...]:
    """Return the documents that are known to exist, as the file at `path` tells; as read_cards."""
    return _read(path).absent


def _read(path: Path) -> _File:
    if not path.exists():
        return _File()
    try:
        return _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadCards(path, error) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadCards(path, f"{where}: {first['msg']}") from error
