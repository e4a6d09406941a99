"""Publishing is done by one person at a time: who comes second is told who is at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError

from knowledge.errors import DanBietError
from prompts.render import render


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is publishing, and since when."""

    who: str
    since: datetime


class Busy(DanBietError):
    """Somebody else is publishing; told in Vietnamese."""

    def __init__(self, holder: Holder | None) -> None:
        """Take None where it is not known who that is."""
        super().__init__(render("publishing/busy", holder=holder))


_HOLDER = TypeAdapter(Holder)


@contextmanager
def turn(folder: Path, who: str, now: datetime) -> Iterator[None]:
    """Keep others from publishing into the index in `folder`; it ends with the process.

    Raises Busy, OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    note = folder / "publishing.json"
    try:
        with FileLock(folder / "publishing.lock", blocking=False):
            note.write_bytes(_HOLDER.dump_json(Holder(who, now)))
            try:
                yield
            finally:
                note.unlink(missing_ok=True)
    except Timeout:
        raise Busy(_holder(note)) from None


def _holder(note: Path) -> Holder | None:
    try:
        return _HOLDER.validate_json(note.read_bytes())
    except (OSError, ValidationError):
        return None
