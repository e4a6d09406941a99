"""The abbreviations that residents type, and their meanings: `abbreviations.toml`."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.errors import DanBietError

ABBREVIATIONS = Path(__file__).parent / "abbreviations.toml"
"""The file that comes with the project."""


class BadAbbreviations(DanBietError):
    """A file of abbreviations that does not say what such a file can say."""

    def __init__(self, path: Path, reason: object) -> None:
        self.path = path
        super().__init__(f"{path}: {reason}")


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Meanings by what is typed, in lower case; `before_number` only where a number follows."""

    words: Mapping[str, tuple[str, ...]]
    before_number: Mapping[str, tuple[str, ...]]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    words: dict[str, str]
    before_number: dict[str, str]


def read_abbreviations(path: Path = ABBREVIATIONS) -> Abbreviations:
    """Return the abbreviations in the file at `path`.

    Raises:
        BadAbbreviations: the file cannot be read, is no TOML, or states something unknown.
    """
    try:
        file = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadAbbreviations(path, error) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadAbbreviations(path, f"{where}: {first['msg']}") from error
    return Abbreviations(_by_form(file.words), _by_form(file.before_number))


def _by_form(forms: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    meanings: defaultdict[str, list[str]] = defaultdict(list)
    for meaning, typed in forms.items():
        for form in typed.split():
            meanings[form.lower()].append(meaning)
    return {form: tuple(of_form) for form, of_form in meanings.items()}
