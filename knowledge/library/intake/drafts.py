"""Documents that somebody has brought, or wants out, and nobody has published yet.

Each lies in a folder of its own, under a key: `source.<ending>`, `source.corrections.toml`, its
reading once there is one, and `draft.json`, which tells who did what.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from filelock import FileLock
from pydantic import TypeAdapter, ValidationError

from knowledge.errors import DanBietError
from knowledge.law.resolution import Resolution
from knowledge.library.intake.history import Event
from knowledge.library.intake.placing import AdditionLost
from knowledge.library.intake.prospect import Prospect, corrected, examine
from knowledge.library.intake.shelves import Shelves, digest
from knowledge.library.intake.transaction import change, finish
from knowledge.library.library import ENDINGS
from knowledge.parsing.corrections import corrections_path, with_statements
from knowledge.readers.extract import Refusal
from knowledge.readers.kept import as_kept, kept_reading, reading_path
from knowledge.readers.source import kind_of_bytes, read_bytes

_RECORD = "draft.json"
_STEM = "source"
_KEY = re.compile(r"[0-9a-f]{12}")


class UnknownDraft(DanBietError):
    """There is no draft of that key, any more."""

    def __init__(self, key: str) -> None:
        super().__init__(f"there is no draft {key}")


class ChangedMeanwhile(DanBietError):
    """Somebody else has changed the draft since it was shown."""

    def __init__(self) -> None:
        super().__init__("the draft was changed by somebody else meanwhile")


@dataclass(frozen=True, slots=True)
class Unread:
    """The reason why a file cannot be read: the name of an UnreadableReason, and its facts.

    `most` is the bound that was exceeded, `packages` what has to be installed.
    """

    reason: str
    most: int = 0
    packages: str = ""

    @classmethod
    def of(cls, refusal: Refusal) -> Unread:
        """Return why `refusal` was raised."""
        facts = refusal.facts
        most, packages = int(facts.get("most", 0)), str(facts.get("packages", ""))
        return cls(refusal.reason.name, most, packages)


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """A document on its way: `file` is the name it came under, `given_id` the id asked for, or "".

    A document on its way out has a `reason` for that, and is in the library as `given_id`.

    `found_at` is the address told when it was brought; corrections that name one count before it.
    `checked` is the fingerprint of the prospect that a person has checked, "" for none.
    `unreadable` tells why its file cannot be read, None while nothing speaks against that.
    """

    key: str
    file: str
    events: tuple[Event, ...]
    given_id: str = ""
    found_at: str = ""
    checked: str = ""
    unreadable: Unread | None = None
    reason: str = ""

    @property
    def brought(self) -> Event:
        """Return how it came."""
        return self.events[0]

    @property
    def is_removal(self) -> bool:
        """Return True if the document is to be taken out."""
        return bool(self.reason)

    def is_removal_of(self, resolution_id: str) -> bool:
        """Return True if the document of that id is to be taken out."""
        return self.is_removal and self.given_id == resolution_id

    def is_checked(self, prospect: Prospect) -> bool:
        """Return True if a person has checked the draft as `prospect` is."""
        return self.checked == prospect.fingerprint


_DRAFT = TypeAdapter(DocumentDraft)


class Drafts:
    """The drafts in one folder. Every method raises AdditionLost where the system does not let it.

    Methods that take a key raise UnknownDraft.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(
        self, file: str, content: bytes, brought: Event, given_id: str = "", found_at: str = ""
    ) -> DocumentDraft:
        """Keep the file `content`, which came under the name `file`.

        Raises Refusal: it is of a kind that is never read. Any other fault shows in `read`.
        """
        draft = DocumentDraft(_new_key(), Path(file).name, (brought,), given_id, found_at)
        return self._keep(draft, content, {})

    def revise(self, source: Path, brought: Event) -> DocumentDraft:
        """Begin a draft of the document that the library has in the file `source`.

        The reading of it is taken over: no scan is recognised twice.
        """
        return self._copied(source, DocumentDraft(_new_key(), source.name, (brought,), source.stem))

    def condemn(self, source: Path, condemned: Event) -> DocumentDraft:
        """Begin to take out the document in the file `source` of the library, as the event says."""
        draft = DocumentDraft(
            _new_key(), source.name, (condemned,), source.stem, reason=condemned.about
        )
        return self._copied(source, draft)

    def find_same(self, content: str) -> DocumentDraft | None:
        """Return the draft of the file with the digest `content`, None where there is none."""
        for draft in self.all():
            source = self._source(draft.key)
            if source and not draft.is_removal and digest(source) == content:
                return draft
        return None

    def find_removal(self, resolution_id: str) -> DocumentDraft | None:
        """Return what is to take out a document, None where nothing is."""
        return next((draft for draft in self.all() if draft.is_removal_of(resolution_id)), None)

    def all(self) -> tuple[DocumentDraft, ...]:
        """Return every draft, newest first."""
        kept = (self._find(path.name) for path in self._folder.glob("*"))
        drafts = (draft for draft in kept if draft)
        return tuple(sorted(drafts, key=lambda draft: draft.brought.at, reverse=True))

    def one(self, key: str) -> DocumentDraft:
        """Return a draft."""
        draft = self._find(key)
        if draft is None:
            raise UnknownDraft(key)
        return draft

    def source(self, key: str) -> Path:
        """Return the file of a draft."""
        self.one(key)
        source = self._source(key)
        if source is None:
            raise UnknownDraft(key)
        return source

    def is_read(self, key: str) -> bool:
        """Return True if the file was read, or cannot or need not be."""
        draft = self.one(key)
        needless = draft.unreadable or draft.is_removal
        return bool(needless) or reading_path(self.source(key)).exists()

    def read(self, key: str) -> None:
        """Read the file of a draft, which may take minutes, and keep what was read."""
        source = self.source(key)
        content = source.read_bytes()
        try:
            files, why = {reading_path(source).name: as_kept(content, read_bytes(content))}, None
        except Refusal as refusal:
            files, why = {}, Unread.of(refusal)
        with self._locked(key):
            self._write(replace(self.one(key), unreadable=why), files)

    def examine(self, key: str, shelves: Shelves, library: Sequence[Resolution]) -> Prospect:
        """Return what a draft would be in `library`; raise as `intake.prospect` does."""
        while True:
            with self._locked(key):
                draft, source = self.one(key), self.source(key)
            prospect = self._examined(draft, source, shelves, library)
            if self._find(key) == draft:  # the first that a change puts: all is of before it
                return prospect

    def state_of_corrections(self, key: str) -> str:
        """Return what tells the corrections beside a draft from others, "" for none."""
        return digest(corrections_path(self.source(key)))

    def correct(self, key: str, corrections: bytes, before: str, done: Event) -> None:
        """Let `corrections` stand beside a draft, in the place of those told by `before`.

        Raises ChangedMeanwhile: others stand there now.
        """
        with self._locked(key):
            if self.state_of_corrections(key) != before:
                raise ChangedMeanwhile
            draft, name = self.one(key), corrections_path(self.source(key)).name
            self._write(_after(draft, done, checked=""), {name: corrections})

    def name(self, key: str, given_id: str, done: Event) -> None:
        """Let a draft be the version of the document `given_id`, or for "" of none named."""
        with self._locked(key):
            self._write(_after(self.one(key), done, checked="", given_id=given_id), {})

    def check(self, key: str, prospect: Prospect, done: Event) -> None:
        """Note that a person has checked a draft as `prospect` is."""
        with self._locked(key):
            self._write(_after(self.one(key), done, checked=prospect.fingerprint), {})

    def remove(self, key: str) -> None:
        """Remove a draft; nothing happens where there is none."""
        with self._locked():
            if self._find(key):
                (self._folder / key / _RECORD).unlink()
                shutil.rmtree(self._folder / key)

    def _examined(
        self, draft: DocumentDraft, source: Path, shelves: Shelves, library: Sequence[Resolution]
    ) -> Prospect:
        prospect = examine(source, draft.given_id, shelves, library)
        if not draft.found_at or corrections_path(source).exists():
            return prospect
        corrections = with_statements(prospect.corrections, {}, found_at=draft.found_at)
        return corrected(prospect, corrections)

    def _copied(self, source: Path, draft: DocumentDraft) -> DocumentDraft:
        """Begin to keep `draft` of the file `source` with what was read from it."""
        content = source.read_bytes()
        extract = kept_reading(source, content)
        known = {reading_path(Path(_STEM)).name: as_kept(content, extract)} if extract else {}
        return self._keep(draft, content, known)

    def _keep(
        self, draft: DocumentDraft, content: bytes, files: Mapping[str, bytes]
    ) -> DocumentDraft:
        """Begin to keep `draft` of the file `content`, with other `files` beside it."""
        ending, own = Path(draft.file).suffix.lower(), f".{kind_of_bytes(content)}"
        name = f"{_STEM}{ending if ending in ENDINGS else own}"
        with self._locked():
            self._write(draft, {**files, name: content})
        return draft

    def _find(self, key: str) -> DocumentDraft | None:
        """Return a draft, None where there is none, or its file is gone."""
        if not _KEY.fullmatch(key):
            return None
        try:
            draft = _DRAFT.validate_json((self._folder / key / _RECORD).read_bytes())
        except (FileNotFoundError, NotADirectoryError, ValidationError):
            return None
        return draft if self._source(key) else None

    def _source(self, key: str) -> Path | None:
        files = (self._folder / key).glob(f"{_STEM}.*")
        sources = (path for path in files if path.stem == _STEM and path.suffix in ENDINGS)
        return next(sources, None)

    def _write(self, draft: DocumentDraft, files: Mapping[str, bytes]) -> None:
        """Write `files` and the record of a draft beside what it has."""
        folder = self._folder / draft.key
        folder.mkdir(exist_ok=True)
        change(folder, {**files, _RECORD: _DRAFT.dump_json(draft)}, ())

    @contextmanager
    def _locked(self, key: str = "") -> Iterator[None]:
        """Keep others from changing drafts; a change of the draft `key` is whole by then."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / "lock"):
                if key and self._find(key):
                    finish(self._folder / key)
                yield
        except OSError as error:
            raise AdditionLost(self._folder, error) from error


def _new_key() -> str:
    return secrets.token_hex(6)


def _after(draft: DocumentDraft, done: Event, **facts: Any) -> DocumentDraft:
    return replace(draft, events=(*draft.events, done), **facts)
