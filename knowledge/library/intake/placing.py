"""The last step of the intake: an accepted proposal changes the folder of added documents."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from knowledge.errors import DanBietError
from knowledge.library.intake.history import Event, with_events
from knowledge.library.intake.proposal import Proposal
from knowledge.library.intake.shelves import LOCK, Shelves
from knowledge.library.intake.transaction import change
from knowledge.library.library import ENDINGS, removal_mark
from knowledge.parsing.corrections import corrections_path
from knowledge.readers.kept import reading_path


class Overtaken(DanBietError):
    """Somebody else has changed the document since it was shown."""

    def __init__(self, resolution_id: str) -> None:
        self.resolution_id = resolution_id
        super().__init__(f"{resolution_id} was changed by somebody else meanwhile: add it again")


class AdditionLost(DanBietError):
    """The system does not let a document be added."""

    def __init__(self, folder: Path, error: OSError) -> None:
        self.folder = folder
        reason = (error.strerror or str(error)).lower()
        super().__init__(f"nothing can be added to {folder}: {reason}")


def put(proposal: Proposal, shelves: Shelves, events: Sequence[Event], now: datetime) -> None:
    """Let the added documents be as `proposal` wants them.

    The files that lay there go to the history, and so do the `events` that led to this. Either all
    of that is done or nothing.

    Raises:
        Overtaken: the document is not the one that was examined any more.
        AdditionLost: the system does not let it be written.
    """
    added, resolution_id = shelves.added, proposal.id
    try:
        added.mkdir(parents=True, exist_ok=True)
        with shelves.settled():
            if shelves.state_of(resolution_id) != proposal.replaces:
                raise Overtaken(resolution_id)
            old, new = tuple(_files_of(added, resolution_id)), proposal.files
            mark = removal_mark(resolution_id)
            past = (path for path in old if path.name != mark)
            kept = {_kept_as(path, resolution_id, now, shelves): path for path in past}
            history = with_events(resolution_id, shelves, events)
            change(added, {**kept, **history, **new}, {path.name for path in old} - set(new))
    except OSError as error:
        raise AdditionLost(added, error) from error


@contextmanager
def as_if_put(proposal: Proposal, shelves: Shelves) -> Iterator[Shelves]:
    """Give shelves on which `proposal` is done already; those of the library stay as they are.

    Raises AdditionLost.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="danbiet-") as folder:
            _copy(shelves, proposal.id, Path(folder))
            for name, content in proposal.files.items():
                (Path(folder) / name).write_bytes(content)
            yield Shelves(shelves.shipped, Path(folder))
    except OSError as error:
        raise AdditionLost(shelves.added, error) from error


def _copy(shelves: Shelves, without: str, folder: Path) -> None:
    """Let links in `folder` lead to every added file but those of the document `without`."""
    if not shelves.added.is_dir():
        return
    with shelves.settled():
        left_out = {shelves.added / LOCK, *_files_of(shelves.added, without)}
        for path in shelves.added.iterdir():
            if path.is_file() and path not in left_out:
                (folder / path.name).symlink_to(path.absolute())


def _files_of(added: Path, resolution_id: str) -> Iterator[Path]:
    """Yield every file of a document among the added ones."""
    for path in sorted(added.iterdir()):
        if path.stem == resolution_id and path.suffix.lower() in ENDINGS:
            yield path
    beside = added / resolution_id
    mark = added / removal_mark(resolution_id)
    for path in (corrections_path(beside), reading_path(beside), mark):
        if path.exists():
            yield path


def _kept_as(path: Path, resolution_id: str, now: datetime, shelves: Shelves) -> str:
    """Return the path in the history, from the folder of added documents, for the file `path`."""
    ending = path.name.removeprefix(resolution_id)
    kept = shelves.history / f"{resolution_id}.{now:%Y%m%dT%H%M%S}{ending}"
    return kept.relative_to(shelves.added).as_posix()
