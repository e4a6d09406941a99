"""The folders of the documents, and what is kept of those that were replaced.

Added documents lie in a folder of their own, each as `<id>.<ending>` with its
`<id>.corrections.toml` and, where reading it takes long, its `<id>.reading.json`. `history/` in it
keeps what was replaced, under `<id>.<time>.<ending>`, and `<id>.jsonl`, which tells who did what.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from filelock import FileLock

from knowledge.library.intake.transaction import finish, is_unfinished
from knowledge.library.library import LibraryUnreadable, source_files
from knowledge.parsing.corrections import corrections_path

_HISTORY = "history"
LOCK = "lock"
"""The file by which those who change the added documents keep out of each other's way."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """The folder of the documents that ship, and that of those that were added."""

    shipped: Path
    added: Path

    @property
    def history(self) -> Path:
        """Return the folder of what was replaced, which may be missing."""
        return self.added / _HISTORY

    def sources(self) -> dict[str, Path]:
        """Return the source file of every document by id; raise LibraryUnreadable."""
        if is_unfinished(self.added):
            self._settle()
        return {path.stem: path for path in source_files(self.shipped, self.added)}

    def source(self, resolution_id: str) -> Path | None:
        """Return the source file of a document, None where there is none."""
        return self.sources().get(resolution_id)

    def state_of(self, resolution_id: str) -> str:
        """Return what tells the source and corrections of a document from others, "" for none."""
        source = self.source(resolution_id)
        return f"{digest(source)}{digest(corrections_path(source))}" if source else ""

    def _settle(self) -> None:
        try:
            with self.settled():
                pass
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise LibraryUnreadable(self.added, reason) from error

    @contextmanager
    def settled(self) -> Iterator[None]:
        """Keep others from changing the added documents; what a crash left half-done is finished.

        Raises OSError.
        """
        if not self.added.is_dir():
            yield
            return
        with FileLock(self.added / LOCK):
            finish(self.added)
            yield


def digest(path: Path) -> str:
    """Return the SHA-256 of the file at `path` in hex, "" where there is none."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
