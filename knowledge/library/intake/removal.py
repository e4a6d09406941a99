"""The removal of a document from the library, whether it ships or was added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from knowledge.errors import DanBietError
from knowledge.law.resolution import Resolution
from knowledge.library.intake.shelves import Shelves
from knowledge.library.joining import file_by_file, home_of
from knowledge.library.library import UnknownResolution, removal_mark
from knowledge.validity.ends import EndOfValidity, find_ends


class LastDocument(DanBietError):
    """The only document of the library is to be taken out: nothing could be answered then."""

    def __init__(self, resolution_id: str) -> None:
        self.resolution_id = resolution_id
        super().__init__(f"{resolution_id} is the only document of the library: it stays")


@dataclass(frozen=True, slots=True)
class Removal:
    """The document `id` to be taken out, as it is there; `previous` is None once it is gone.

    `home` is the document of the library that it is, or that it is an annex of.
    """

    id: str
    home: str
    previous: Resolution | None
    replaces: str

    @property
    def document(self) -> Resolution | None:
        """Return that it would be gone."""
        return None

    @property
    def fingerprint(self) -> str:
        """Return what tells this from the removal of any other source; in hex, 64 characters."""
        return sha256(f"removal {self.id} {self.replaces}".encode()).hexdigest()

    @property
    def changes_nothing(self) -> bool:
        """Return True if the document is gone."""
        return not self.replaces

    @property
    def files(self) -> Mapping[str, bytes]:
        """Return the mark that keeps the document out, also one that ships."""
        return {removal_mark(self.id): b""}


def removal_of(resolution_id: str, shelves: Shelves, library: Sequence[Resolution]) -> Removal:
    """Return the removal of a document from `library`; raise LastDocument."""
    files = file_by_file(library)
    previous = next((document for document in files if document.id == resolution_id), None)
    if previous and len(files) == 1:
        raise LastDocument(resolution_id)
    home = home_of(resolution_id, library)
    state = shelves.state_of(resolution_id)
    return Removal(resolution_id, home.id if home else resolution_id, previous, state)


def required_removal(
    resolution_id: str, shelves: Shelves, library: Sequence[Resolution]
) -> Removal:
    """Return the removal of a document; raise UnknownResolution, LastDocument."""
    removal = removal_of(resolution_id, shelves, library)
    if removal.previous is None:
        raise UnknownResolution(
            resolution_id, tuple(document.id for document in file_by_file(library))
        )
    return removal


def left_by(removal: Removal, library: Sequence[Resolution]) -> tuple[str, ...]:
    """Return the names of the annexes that stay behind, in files of their own with their ids."""
    whole = home_of(removal.id, library)
    annexes = whole.annexes if whole and whole.id == removal.id else ()
    return tuple(f"{annex.name} ({annex.file})" for annex in annexes if annex.file)


def revived_by(removal: Removal, library: Sequence[Resolution]) -> tuple[EndOfValidity, ...]:
    """Return which documents of `library` that end by the document would go on without it."""
    ends = find_ends(library)
    return tuple(end for end in ends if end.by.id == removal.id)
