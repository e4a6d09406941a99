"""The turn to change which version serves: whoever comes second is told who has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError

from knowledge.errors import DanBietError
from prompts.render import render


class ServingChange(StrEnum):
    """The ways to change which version serves; the words are in `publishing/holder.j2`."""

    PUBLISHING = "publishing"
    UPDATING = "updating"
    ROLLING_BACK = "rolling_back"


@dataclass(frozen=True, slots=True)
class Holder:
    """The person whose turn it is, with the change and its beginning."""

    who: str
    since: datetime
    doing: ServingChange


class Busy(DanBietError):
    """Somebody else is changing what serves; told in Vietnamese."""

    def __init__(self, holder: Holder | None) -> None:
        """Take None where it is not known who that is."""
        self.holder = holder
        super().__init__(render("publishing/busy", holder=holder))


_HOLDER = TypeAdapter(Holder)


@contextmanager
def turn(folder: Path, who: str, doing: ServingChange, *, wait: bool = False) -> Iterator[None]:
    """Keep others from changing what serves of the index in `folder`; it ends with the process.

    Raises Busy, unless told to `wait`, and OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    note, lock = folder / "publishing.json", FileLock(folder / "publishing.lock")
    try:
        lock.acquire(blocking=wait)
    except Timeout:
        raise Busy(_holder(note)) from None
    try:
        note.write_bytes(_HOLDER.dump_json(Holder(who, datetime.now(UTC), doing)))
        yield
    finally:
        note.unlink(missing_ok=True)
        lock.release()


def _holder(note: Path) -> Holder | None:
    try:
        return _HOLDER.validate_json(note.read_bytes())
    except (OSError, ValidationError):
        return None
