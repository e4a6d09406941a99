"""The folders in which versions of the index lie, and which of them serves.

`versions/<number>/` holds one version each, the file `current` the number of the one that serves.
A version is written under a temporary name, flushed to disk, renamed, and only then named in
`current`, each by one atomic step: whoever opens the index finds a whole version at any time.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from index.errors import IndexDamaged, IndexMissing, IndexUnreadable

KEPT = 10
"""Versions: the one that serves and those to roll back to."""

_POINTER = "current"
_ASIDE = ".building-"


def serving(folder: Path) -> Path:
    """Return the folder of the version that serves.

    Raises IndexMissing where none was built, IndexDamaged where it is gone, IndexUnreadable.
    """
    pointer = folder / _POINTER
    try:
        number = pointer.read_text(encoding="ascii").strip()
    except FileNotFoundError as error:
        raise IndexMissing(folder) from error
    except UnicodeDecodeError as error:
        raise IndexDamaged(pointer) from error
    except OSError as error:
        raise IndexUnreadable(folder, error) from error
    if not number.isdigit():
        raise IndexDamaged(pointer)
    return _versions(folder) / number


def kept(folder: Path) -> tuple[Path, ...]:
    """Return the folders of the versions that are there, newest first."""
    numbers = sorted(_numbers(folder), reverse=True)
    return tuple(_versions(folder) / str(number) for number in numbers)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other builders out of `folder`; the lock ends with the process, however that ends."""
    _versions(folder).mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        yield


@contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """Give a new folder to write a version into; what is left of it afterwards is removed."""
    for leftover in _versions(folder).glob(f"{_ASIDE}*"):
        shutil.rmtree(leftover)
    draft = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=_versions(folder)))
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def publish(folder: Path, draft: Path) -> Path:
    """Make the finished `draft` the version that serves; return where it lies now."""
    version = _versions(folder) / str(max(_numbers(folder), default=0) + 1)
    draft.chmod(0o755)
    _flush(draft)
    draft.rename(version)
    _flush_one(version.parent)
    _point_to(folder, version)
    _remove_old(folder)
    return version


def _point_to(folder: Path, version: Path) -> None:
    pointer = folder / f"{_POINTER}.new"
    pointer.write_text(version.name, encoding="ascii")
    _flush_one(pointer)
    pointer.replace(folder / _POINTER)
    _flush_one(folder)


def _remove_old(folder: Path) -> None:
    for number in sorted(_numbers(folder))[:-KEPT]:
        shutil.rmtree(_versions(folder) / str(number), ignore_errors=True)


def _numbers(folder: Path) -> list[int]:
    return [int(path.name) for path in _versions(folder).iterdir() if path.name.isdigit()]


def _versions(folder: Path) -> Path:
    return folder / "versions"


def _flush(folder: Path) -> None:
    for path in (*folder.rglob("*"), folder):
        _flush_one(path)


def _flush_one(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
