"""The folders of the versions of the index, and the one of them that serves.

`versions/<number>/` holds one version each, the file `current` the number of the one that serves.
A version is written under a temporary name, flushed to disk, renamed, and only then named in
`current`, each by one atomic step: whoever opens the index finds a whole version at any time.
Before the rename `current.new` is written with the next content of `current`: so the next holder of
the lock knows a version that was renamed but never came to serve, and removes it.
A person may roll back to an earlier version; `current` then says too that it is held, so that no
start of a service builds anew what was rolled back from.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock

from index.errors import BuildError, IndexDamaged, IndexMissing, IndexUnreadable
from knowledge.errors import DanBietError

KEPT = 10
"""Versions: the one that serves and those to roll back to."""

_POINTER = "current"
_ASIDE = ".building-"
_HELD = "held"
"""Stands behind the number of a version that a person has rolled back to."""
_PUBLISHED_NEXT = re.compile(r"(\d+)\n")
"""The next pointer to a new version; without its line end it was not written out."""


class UnknownVersion(DanBietError):
    """A version to roll back to that is not there."""

    def __init__(self, number: str, known: Sequence[str]) -> None:
        """Name those that there are; `number` is "" where the one before was meant."""
        self.number, self.known = number, tuple(known)
        wanted = f"no version {number}" if number else "no version before the one that serves"
        super().__init__(f"there is {wanted}: kept are {', '.join(known)}")


def serving(folder: Path) -> Path:
    """Return the folder of the version that serves.

    Raises IndexMissing where none was built, IndexDamaged where it is gone, IndexUnreadable.
    """
    number, _ = _pointer(folder)
    return _versions(folder) / number


def is_held(folder: Path) -> bool:
    """Return True if a person has rolled back to the version that serves; raise as `serving`."""
    _, held = _pointer(folder)
    return held


def _pointer(folder: Path) -> tuple[str, bool]:
    pointer = folder / _POINTER
    try:
        number, _, held = pointer.read_text(encoding="ascii").strip().partition(" ")
    except FileNotFoundError as error:
        raise IndexMissing(folder) from error
    except UnicodeDecodeError as error:
        raise IndexDamaged(pointer) from error
    except OSError as error:
        raise IndexUnreadable(folder, error) from error
    if not number.isdigit():
        raise IndexDamaged(pointer)
    return number, held == _HELD


def find_version(folder: Path, number: str = "") -> Path:
    """Return the folder of the version `number`: of the one before that which serves, for "".

    Raises:
        UnknownVersion: there is none.
        IndexMissing, IndexDamaged, IndexUnreadable: there is nothing to roll back from.
    """
    now = serving(folder)
    versions = kept(folder)
    for version in versions:
        if version.name == number or (not number and int(version.name) < int(now.name)):
            return version
    raise UnknownVersion(number, [version.name for version in versions])


def hold(folder: Path, version: Path) -> None:
    """Make `version` serve, in one step, until another one is published."""
    _write_next_pointer(folder, f"{version.name} {_HELD}")
    _exchange_pointer(folder)


def kept(folder: Path) -> tuple[Path, ...]:
    """Return the folders of the versions that are there, newest first."""
    numbers = sorted(_numbers(folder), reverse=True)
    return tuple(_versions(folder) / str(number) for number in numbers)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other builders out of `folder`; the lock ends with the process, however that ends.

    Leftovers of a builder that was killed, or found the disk full, are removed. Raises BuildError
    if the system does not let the folder be locked.
    """
    with ExitStack() as held:
        try:
            _versions(folder).mkdir(parents=True, exist_ok=True)
            held.enter_context(FileLock(folder / "lock"))
            _remove_leftovers(folder)
        except OSError as error:
            raise BuildError(folder, error.strerror or error) from error
        yield


@contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """Give a new folder to write a version into; it is removed afterwards if it is still there."""
    draft = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=_versions(folder)))
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def publish(folder: Path, draft: Path) -> Path:
    """Make the finished `draft` the version that serves; return its new folder."""
    version = _versions(folder) / str(max(_numbers(folder), default=0) + 1)
    draft.chmod(0o755)
    # Flushed before it is named: a power cut must not leave a pointer to half a version.
    for path in (*draft.rglob("*"), draft):
        _flush(path)
    _write_next_pointer(folder, version.name)
    draft.rename(version)
    _flush(version.parent)
    _exchange_pointer(folder)
    _remove_old(folder)
    return version


def _write_next_pointer(folder: Path, text: str) -> None:
    pointer = _next_pointer(folder)
    pointer.write_text(f"{text}\n", encoding="ascii")
    _flush(pointer)


def _exchange_pointer(folder: Path) -> None:
    _next_pointer(folder).replace(folder / _POINTER)
    _flush(folder)


def _next_pointer(folder: Path) -> Path:
    return folder / f"{_POINTER}.new"


def _remove_leftovers(folder: Path) -> None:
    for draft in _versions(folder).glob(f"{_ASIDE}*"):
        shutil.rmtree(draft)
    pointer = _next_pointer(folder)
    if pointer.exists():
        text = pointer.read_text(encoding="ascii", errors="replace")
        never_served = _PUBLISHED_NEXT.fullmatch(text)
        if never_served and (version := _versions(folder) / never_served[1]).exists():
            shutil.rmtree(version)
        pointer.unlink()
    _remove_old(folder)


def _remove_old(folder: Path) -> None:
    for number in sorted(_numbers(folder))[:-KEPT]:
        shutil.rmtree(_versions(folder) / str(number), ignore_errors=True)


def _numbers(folder: Path) -> list[int]:
    return [int(path.name) for path in _versions(folder).iterdir() if path.name.isdigit()]


def _versions(folder: Path) -> Path:
    return folder / "versions"


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
