"""The folders of source files: every document in them, and the files that a reading depends on.

A folder comes with the project; another holds the documents that a run has added. If a document
stands in both, the added one counts.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from knowledge.errors import DanBietError
from knowledge.law.resolution import RULING, Resolution
from knowledge.library.joining import joined
from knowledge.parsing.corrections import corrections_path
from knowledge.parsing.parser import read_resolution
from knowledge.readers.kinds import FileKind
from knowledge.validity.ends import with_ends

ENDINGS = frozenset({*(f".{kind}" for kind in FileKind), ".htm", ".md"})
"""The endings of source files; their kind is told by their content."""
SOURCES = Path(__file__).parents[1] / "resolutions"
"""The sources that come with the project."""
_REMOVED = ".removed"
"""The ending of the empty files that keep out shipped documents which were taken out."""


class LibraryUnreadable(DanBietError):
    """A folder of sources that is missing, may not be read, or holds no document."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder = folder
        self.reason = reason
        super().__init__(f"{folder}: {reason}")


class NoSources(LibraryUnreadable):
    """A folder holds no source file."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "holds no source file, such as a .txt, .docx or .pdf")


class SameName(LibraryUnreadable):
    """Two source files of a folder have the same name but for the ending."""

    def __init__(self, folder: Path, first: str, second: str) -> None:
        self.first, self.second = first, second
        super().__init__(folder, f"holds both {first} and {second}")


class NoArticles(LibraryUnreadable):
    """A file that holds no article (Điều) is no document; `folder` is that file."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, "holds no article (Điều)")


class UnknownResolution(DanBietError):
    """An id that no document of the library has."""

    def __init__(self, resolution_id: str, known: tuple[str, ...]) -> None:
        self.resolution_id = resolution_id
        self.known = known
        super().__init__(f"there is no resolution {resolution_id}: known are {', '.join(known)}")


def source_files(folder: Path, added: Path | None = None) -> list[Path]:
    """Return the source files of all documents by name; a name without its ending is the id.

    A file in `added`, which may be missing, counts in the place of one of its id in `folder`; a
    mark there keeps the latter out. Of two of one id in `added`, as a crash can leave them, the
    newer counts.

    Raises:
        LibraryUnreadable: a folder may not be read; `folder` is missing, holds no source file, or
            two of one id.
    """
    shipped = _files_in(folder)
    if not shipped:
        raise NoSources(folder)
    for file, following in pairwise(shipped):
        if file.stem == following.stem:
            raise SameName(folder, file.name, following.name)
    later = _files_in(added) if added is not None and added.is_dir() else []
    later.sort(key=_changed_at)
    out = removed_ids(added) if added is not None else frozenset()
    there = (path for path in shipped if path.stem not in out)
    files = {path.stem: path for path in (*there, *later)}
    return sorted(files.values(), key=lambda path: path.name)


def removal_mark(resolution_id: str) -> str:
    """Return the name of the file among the added ones that tells of a document taken out."""
    return f"{resolution_id}{_REMOVED}"


def removed_ids(added: Path) -> frozenset[str]:
    """Return the ids of the documents that were taken out, as the folder `added` tells."""
    return frozenset(path.stem for path in added.glob(f"*{_REMOVED}"))


def _changed_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise LibraryUnreadable(path, (error.strerror or str(error)).lower()) from error


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    except OSError as error:
        raise LibraryUnreadable(folder, (error.strerror or str(error)).lower()) from error


def read_library(folder: Path, added: Path | None = None) -> tuple[Resolution, ...]:
    """Return every document of `source_files`, with its corrections, by file name.

    A document that another one puts out of force as a whole ends on the day before. An annex in a
    file of its own is one with the document that it was passed with, where that is there.

    Raises:
        LibraryUnreadable: the folder is unusable, or a file in it holds no article.
        UnreadableSource: a file cannot be read as a document.
        BadCorrections: a file of corrections is not well formed.
    """
    documents = []
    for path in source_files(folder, added):
        document = read_resolution(path).resolution
        if not any(unit.address.part in RULING for unit in document.provisions):
            raise NoArticles(path)
        documents.append(document)
    return with_ends(joined(documents))


def find_source(folder: Path, resolution_id: str, added: Path | None = None) -> Path:
    """Return the source file of the document `resolution_id`.

    Raises:
        UnknownResolution: there is none; the error names those that there are.
    """
    files = {path.stem: path for path in source_files(folder, added)}
    if resolution_id not in files:
        raise UnknownResolution(resolution_id, tuple(files))
    return files[resolution_id]


def watched_files(folder: Path, added: Path | None = None) -> list[Path]:
    """Return every file that a reading depends on: sources and corrections."""
    sources = source_files(folder, added)
    return [*sources, *(path for path in map(corrections_path, sources) if path.exists())]
