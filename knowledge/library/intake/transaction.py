"""A transaction on files of a folder: all of them change or none, however the process ends.

The changes are written aside first, in the folder `.placing-…`; a rename to `placing` is the moment
from which they hold. It is then carried out by links and renames alone, which need no room on the
disk, and by whoever comes next if the process ends in the middle.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

_ASIDE, _DECIDED, _DONE = ".placing-", "placing", ".placed"
_NEW, _GONE = "new", "gone.json"


def change(folder: Path, new: Mapping[str, bytes | Path], gone: Iterable[str]) -> None:
    """Let `folder` hold `new`, by path inside it, and nothing at the paths `gone`; raise OSError.

    A path among `new` is that of a file to take over as it is. The caller holds the folder's lock.
    """
    finish(folder)
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=folder))
    try:
        for name, content in new.items():
            _write(aside / _NEW / name, content)
        _write(aside / _GONE, json.dumps(sorted(gone)).encode())
        aside.rename(folder / _DECIDED)
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    _flush(folder)
    finish(folder)


def is_unfinished(folder: Path) -> bool:
    """Return True if a change of `folder` was decided and is not carried out yet."""
    return (folder / _DECIDED).is_dir()


def finish(folder: Path) -> None:
    """Carry out a change that was decided and not finished, remove what others left; raise OSError.

    The caller holds the folder's lock.
    """
    if not is_unfinished(folder):
        _clear(folder)
        return
    decided = folder / _DECIDED
    for path in sorted((decided / _NEW).rglob("*")):
        if path.is_file():
            _put(path, folder / path.relative_to(decided / _NEW))
    for name in json.loads((decided / _GONE).read_bytes()):
        (folder / name).unlink(missing_ok=True)
    _flush(folder)
    _clear(folder)
    decided.rename(folder / _DONE)
    _clear(folder)


def _put(path: Path, target: Path) -> None:
    """Put the file at `path` into the place of `target`, in one step, and keep it where it is."""
    target.parent.mkdir(parents=True, exist_ok=True)
    linked = target.with_name(f".{target.name}.new")
    linked.unlink(missing_ok=True)
    if target.exists() and target.samefile(path):
        return  # put there before; renaming one name of a file to another one leaves both
    _link(path, linked)
    linked.replace(target)


def _write(path: Path, content: bytes | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        _link(content, path)
        return
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _link(path: Path, other: Path) -> None:
    """Let `other` be the same file as `path`, or a copy where the file system has no links."""
    try:
        other.hardlink_to(path)
    except OSError:
        shutil.copyfile(path, other)


def _clear(folder: Path) -> None:
    """Remove what changes before have left: all of it was given up, or done."""
    for leftover in (folder / _DONE, *folder.glob(f"{_ASIDE}*")):
        if leftover.is_dir():
            shutil.rmtree(leftover)


def _flush(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
