"""Files of one JSON object a line, as people edit them: every fault is named by its line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, TypeVar

from filelock import FileLock
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.errors import DanBietError
from knowledge.law.resolution import Address, Part
from knowledge.law.signs import OTHER_FORM, POINT_FORM

Line = TypeVar("Line", bound=BaseModel)
_OWNER_ONLY = 0o600


class LineFault:
    """A fault of a line, or of a file of lines: `key` names its words in the templates.

    As a string it is English, for developers; `facts` fill either.
    """

    def __init__(self, key: str, english: str, **facts: object) -> None:
        self.key, self.facts = key, facts
        self._english = english.format(**facts)

    def __str__(self) -> str:
        return self._english


class BadLine(DanBietError):
    """A file of JSON lines that cannot be read, or a line that does not say what it should."""

    def __init__(self, path: Path, reason: object, line: int | None = None) -> None:
        """Name the file, the line where there is one, and what is wrong."""
        self.path, self.reason, self.line = path, reason, line
        where = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{where}: {reason}")


class FileLost(DanBietError):
    """A file of JSON lines that the system does not let be written."""

    def __init__(self, path: Path, error: OSError) -> None:
        """Name the file and the system's reason."""
        reason = (error.strerror or str(error)).lower()
        super().__init__(f"{path} cannot be written: {reason}")
        self.path = path


WrittenSign = Annotated[int, Field(strict=True)] | Annotated[str, Field(pattern=f"^{OTHER_FORM}$")]
"""The sign of an article or a clause as files write it: 5, "5a", "1.1"."""
WrittenPoint = Annotated[str, Field(pattern=f"^{POINT_FORM}$")]


class WrittenAddress(BaseModel):
    """An address in the form of `Address.as_dict`; keys that are left out count as null."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    resolution: str
    part: Part = Part.ARTICLE
    annex: int | None = None
    article: WrittenSign | None = None
    clause: WrittenSign | None = None
    point: WrittenPoint | None = None
    bullet: int | None = None

    @property
    def address(self) -> Address:
        """Return the address itself."""
        return Address(**{name: getattr(self, name) for name in Address.__dataclass_fields__})


def read_jsonl(
    path: Path, form: type[Line], error: Callable[[Path, object, int | None], BadLine]
) -> Iterator[tuple[int, Line]]:
    """Yield every line of the file at `path` with its number, from 1; blank lines are passed over.

    Raises:
        BadLine: the file is unreadable, or a line is not of the `form`; `error` makes the one that
            is raised from the file, the reason and the line.
    """
    for number, text in enumerate(_lines(path, error), start=1):
        if text.strip():
            try:
                yield number, form.model_validate_json(text)
            except ValidationError as refusal:
                first = refusal.errors(include_url=False)[0]
                where = ".".join(str(part) for part in first["loc"])
                reason = f"{where}: {first['msg']}".removeprefix(": ")
                raise error(path, reason, number) from refusal


def lock_of(path: Path) -> FileLock:
    """Return the lock that whoever changes the file at `path` holds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return FileLock(path.with_suffix(".lock"), mode=_OWNER_ONLY)


def written_aside(path: Path, rows: Iterable[Mapping[str, object]]) -> Path:
    """Return a file of `rows` that can replace the one at `path` in one step; raise OSError."""
    draft = path.with_suffix(".new")
    draft.write_text("".join(map(_as_line, rows)), encoding="utf-8")
    draft.chmod(_OWNER_ONLY)
    return draft


def append(path: Path, row: Mapping[str, object]) -> None:
    """Write `row` at the end of the file at `path`, which only the owner reads; raise OSError."""
    with path.open("a", encoding="utf-8") as file:
        path.chmod(_OWNER_ONLY)
        file.write(_as_line(row))


def _as_line(row: Mapping[str, object]) -> str:
    return f"{json.dumps(row, ensure_ascii=False)}\n"


def _lines(path: Path, error: Callable[[Path, object, int | None], BadLine]) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as fault:
        raise error(path, (fault.strerror or str(fault)).lower(), None) from fault
    except UnicodeDecodeError as fault:
        raise error(path, "is no UTF-8 text", None) from fault
