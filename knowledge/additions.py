"""Documents that are added to those that ship: examined first, then put into a folder of their own.

In that folder lies `<id>.<ending>` with its `<id>.corrections.toml`; `history/` keeps what was
replaced, under `<id>.<time>.<ending>`, and `<id>.jsonl`, which tells of each addition.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path

from filelock import FileLock

from knowledge.corrections import corrections_path, read_corrections
from knowledge.errors import DanBietError
from knowledge.findings import Finding
from knowledge.library import ENDINGS, LibraryUnreadable, source_files
from knowledge.lint import answered_faults
from knowledge.parser import parse_extract
from knowledge.readers.kinds import kind_of
from knowledge.readers.source import read_source
from knowledge.resolution import Part, Resolution
from knowledge.text import fold, syllables

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 80
_UNIT_TYPE = re.compile(r"^(tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong|dac khu) ")
_HISTORY = "history"


class BadId(DanBietError):
    """An id that cannot name a document."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"“{given}” is no id: it takes small letters a-z, digits and hyphens, "
            f"at most {_LONGEST_ID} of them"
        )


class IdTaken(DanBietError):
    """The id that a document would get is that of another one."""

    def __init__(self, resolution_id: str) -> None:
        super().__init__(
            f"there is a document {resolution_id} already, and nothing tells that this is a "
            "version of it: name it with --id, that one or a new one"
        )


class OtherId(DanBietError):
    """A document of the same number and issuer is there under another id."""

    def __init__(self, given: str, known: str) -> None:
        super().__init__(f"the document is there as {known}: it cannot be {given}, too")


class Overtaken(DanBietError):
    """Somebody else has changed the document since it was shown."""

    def __init__(self, resolution_id: str) -> None:
        super().__init__(f"{resolution_id} was changed by somebody else meanwhile: add it again")


class AdditionLost(DanBietError):
    """The system does not let a document be added."""

    def __init__(self, folder: Path, error: OSError) -> None:
        reason = (error.strerror or str(error)).lower()
        super().__init__(f"nothing can be added to {folder}: {reason}")


@dataclass(frozen=True, slots=True)
class Shelves:
    """The folder of the documents that ship, and that of those that were added."""

    shipped: Path
    added: Path

    def sources(self) -> dict[str, Path]:
        """Return the source file of every document by id; raise LibraryUnreadable."""
        return {path.stem: path for path in source_files(self.shipped, self.added)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document as it would be in the library, and the version `previous` that it replaces.

    `content` and `corrections` are those of the files; `replaces` is the digest of the source that
    is there now, "" for none.
    """

    file: Path
    content: bytes
    corrections: bytes
    document: Resolution
    findings: tuple[Finding, ...]
    previous: Resolution | None
    replaces: str

    @property
    def name(self) -> str:
        """Return the name that the source gets in the library."""
        ending = self.file.suffix.lower()
        known = ending if ending in ENDINGS else f".{kind_of(self.content)}"
        return f"{self.document.id}{known}"


def find_same(file: Path, shelves: Shelves) -> str:
    """Return the id of the document whose source is just like `file`, "" where there is none.

    Corrections that stand beside `file` have to be alike, too.
    """
    content, given = _digest(file), _digest(corrections_path(file))
    for resolution_id, source in shelves.sources().items():
        if content == _digest(source) and given in {"", _digest(corrections_path(source))}:
            return resolution_id
    return ""


def examine(
    file: Path, given_id: str, shelves: Shelves, library: Sequence[Resolution]
) -> Candidate:
    """Return what the document in `file` would be in `library`; nothing is changed.

    Corrections that stand beside `file` count; without any, those of the version before.
    Without `given_id` it keeps the id of the document of the same number and issuer, or gets one.

    Raises:
        UnreadableSource, BadCorrections: the file, or that of its corrections, cannot be read.
        LibraryUnreadable: the document holds no article.
        BadId, IdTaken, OtherId: it cannot have that id.
    """
    extract = read_source(file)
    own = read_corrections(file)
    named = own.apply(parse_extract(extract, file.stem).resolution)
    if not any(unit.address.part is Part.ARTICLE for unit in named.provisions):
        raise LibraryUnreadable(file, "holds no article (Điều)")
    resolution_id = _id_for(named, given_id, library)
    source = shelves.sources().get(resolution_id)
    beside = file if source is None or corrections_path(file).exists() else source
    corrections = read_corrections(beside)
    reading = parse_extract(extract, resolution_id)
    return Candidate(
        file=file,
        content=file.read_bytes(),
        corrections=_content(corrections_path(beside)),
        document=corrections.apply(reading.resolution),
        findings=answered_faults(reading, corrections),
        previous=next((one for one in library if one.id == resolution_id), None),
        replaces=_digest(source) if source else "",
    )


def put(candidate: Candidate, shelves: Shelves, despite: str, now: datetime) -> Path:
    """Put `candidate` among the added documents; return where its source lies now.

    What it replaces there goes to the history. `despite` is the reason for adding it with serious
    faults, "" where it has none.

    Raises:
        Overtaken: the document is not the one that was examined any more.
        AdditionLost: the system does not let it be written.
    """
    added, resolution_id = shelves.added, candidate.document.id
    try:
        (added / _HISTORY).mkdir(parents=True, exist_ok=True)
        with FileLock(added / "lock"):
            now_there = shelves.sources().get(resolution_id)
            if (_digest(now_there) if now_there else "") != candidate.replaces:
                raise Overtaken(resolution_id)
            replaced = list(_keep(added, resolution_id, now))
            target = added / candidate.name
            if candidate.corrections:
                _write(corrections_path(target), candidate.corrections)
            _write(target, candidate.content)
            for path in replaced:
                if path != target:
                    path.unlink()
            _note(added, candidate, despite, now)
            return target
    except OSError as error:
        raise AdditionLost(added, error) from error


def _id_for(document: Resolution, given: str, library: Sequence[Resolution]) -> str:
    known = next((one.id for one in library if _is_same(one, document)), "")
    if given and (len(given) > _LONGEST_ID or not _ID.fullmatch(given)):
        raise BadId(given)
    if given and known and given != known:
        raise OtherId(given, known)
    if given or known:
        return given or known
    made = _made_id(document)
    if any(one.id == made for one in library):
        raise IdTaken(made)
    return made


def _is_same(one: Resolution, other: Resolution) -> bool:
    def key(document: Resolution) -> tuple[str, str]:
        return fold(document.head.number or ""), fold(document.head.issuer)

    return key(one) == key(other) and all(key(one))


def _made_id(document: Resolution) -> str:
    """Return an id such as "lang-son-08-2024", made of place, number and year."""
    head = document.head
    place = " ".join(syllables(document.territory.name or head.issuer or document.id))
    number = (head.number or "").split("/")
    day = head.issued_on or document.effect.passed_on
    year = next((part for part in number[1:2] if part.isdigit()), str(day.year) if day else "")
    parts = (*_UNIT_TYPE.sub("", place).split(), *syllables(number[0]), year)
    made = "-".join(part for part in parts if part)[:_LONGEST_ID].strip("-")
    if not _ID.fullmatch(made):
        raise BadId(made)
    return made


def _keep(added: Path, resolution_id: str, now: datetime) -> Iterator[Path]:
    """Copy what there is of the document into the history; yield its sources."""
    for path in added.iterdir():
        if path.stem == resolution_id and path.suffix.lower() in ENDINGS:
            kept = added / _HISTORY / f"{resolution_id}.{now:%Y%m%dT%H%M%S}{path.suffix}"
            shutil.copyfile(path, kept)
            if corrections_path(path).exists():
                shutil.copyfile(corrections_path(path), corrections_path(kept))
            yield path


def _note(added: Path, candidate: Candidate, despite: str, now: datetime) -> None:
    line = {
        "at": now.isoformat(),
        "file": candidate.file.name,
        "sha256": sha256(candidate.content).hexdigest(),
        "replaces": candidate.replaces,
        "despite": despite,
    }
    with (added / _HISTORY / f"{candidate.document.id}.jsonl").open("a", encoding="utf-8") as log:
        log.write(f"{json.dumps(line, ensure_ascii=False)}\n")


def _write(path: Path, content: bytes) -> None:
    """Write `content` to `path` in one step."""
    draft = path.with_name(f".{path.name}.new")
    draft.write_bytes(content)
    draft.replace(path)


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _digest(path: Path) -> str:
    """Return the SHA-256 of the file at `path` in hex, "" where there is none."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
