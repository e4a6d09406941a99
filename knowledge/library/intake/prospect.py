"""The prospect: the document in a file, as it would be in the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from knowledge.law.findings import Finding, FindingKind, Severity
from knowledge.law.resolution import RULING, Resolution
from knowledge.library.intake.identity import id_for
from knowledge.library.intake.shelves import Shelves, digest
from knowledge.library.joining import as_part_of, file_by_file, passed_by, with_facts_of
from knowledge.library.library import ENDINGS, NoArticles
from knowledge.parsing.corrections import (
    Correction,
    corrections_path,
    parse_corrections,
    read_corrections,
    with_statements,
)
from knowledge.parsing.lint import answered_faults
from knowledge.parsing.parser import ParsedSource, parse_extract
from knowledge.readers.extract import Extract
from knowledge.readers.kept import as_kept, reading_path
from knowledge.readers.kinds import FileKind
from knowledge.readers.source import read_source


@dataclass(frozen=True, slots=True)
class Prospect:
    """A document as it would be in the library, and the version `previous` that it replaces.

    `content` and `corrections` are those of the files, `extract` is what was read from the first;
    `replaces` tells the source that is there now from others, "" for none (Shelves.state_of);
    `passed_by` is the document of the library that an annex in a file of its own belongs to.
    """

    file: Path
    content: bytes
    corrections: bytes
    extract: Extract
    document: Resolution
    findings: tuple[Finding, ...]
    previous: Resolution | None
    replaces: str
    passed_by: Resolution | None = None

    @property
    def id(self) -> str:
        """Return the id that the document has in the library."""
        return self.document.id

    @property
    def home(self) -> str:
        """Return the id of the document in which its provisions stand: for an annex another one."""
        return self.passed_by.id if self.passed_by else self.id

    @property
    def name(self) -> str:
        """Return the name that the source gets in the library."""
        ending = self.file.suffix.lower()
        known = ending if ending in ENDINGS - {".txt"} else f".{self.extract.kind}"
        return f"{self.document.id}{known}"

    @property
    def fingerprint(self) -> str:
        """Return what tells this prospect from any with other words, facts or predecessor.

        In hex, 64 characters.
        """
        parts = (self.document.id.encode(), self.content, self.corrections, self.replaces.encode())
        return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()

    @property
    def copy(self) -> Resolution:
        """Return the document as the file alone has it, without what persons said of it."""
        return parse_extract(self.extract, self.document.id).resolution

    @property
    def files(self) -> Mapping[str, bytes]:
        """Return what is to lie in the folder of added documents, by name."""
        source = Path(self.name)
        files = {self.name: self.content}
        if self.corrections:
            files[corrections_path(source).name] = self.corrections
        if self.extract.kind != FileKind.TEXT:
            files[reading_path(source).name] = as_kept(self.content, self.extract)
        return files

    @property
    def changes_nothing(self) -> bool:
        """Return True if the library has the document just so."""
        files = (self.content, self.corrections)
        return self.replaces == "".join(sha256(part).hexdigest() for part in files if part)

    @property
    def serious(self) -> tuple[Finding, ...]:
        """Return the serious faults that nobody has answered for."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def placeless(self) -> Finding | None:
        """Return the fault that nobody knows the province of the document's commune, if it is so.

        The provinces that are proposed stand in its `detail`, parted by commas.
        """
        faults = (
            finding for finding in self.serious if finding.fault is FindingKind.MISSING_PROVINCE
        )
        return next((finding for finding in faults if finding.excerpt), None)


def find_same(file: Path, shelves: Shelves) -> str:
    """Return the id of the document whose source is just like `file`, "" where there is none.

    Corrections that stand beside `file` have to be alike, too. A file that cannot be read is like
    none; `examine` tells why.
    """
    try:
        content, given = digest(file), digest(corrections_path(file))
    except OSError:
        return ""
    return find_source(content, shelves, given)


def find_source(content: str, shelves: Shelves, given: str = "") -> str:
    """Return the id of the document whose source has the digest `content`, "" for none.

    If corrections come with it, `given` is their digest, and they have to be alike, too.
    """
    for resolution_id, source in shelves.sources().items():
        if content == digest(source) and given in {"", digest(corrections_path(source))}:
            return resolution_id
    return ""


def examine(file: Path, given_id: str, shelves: Shelves, library: Sequence[Resolution]) -> Prospect:
    """Return what the document in `file` would be in `library`; nothing is changed.

    Corrections that stand beside `file` count; without any, those of the version before, but for
    the province that was named for another copy, which may be of another commune of the name.
    Without `given_id` it keeps the id of the document of the same number and issuer, or gets one.

    Raises:
        UnreadableSource, BadCorrections: the file, or that of its corrections, cannot be read.
        NoArticles: the document holds no article.
        BadId, IdTaken, OtherId: it cannot have that id.
    """
    extract = read_source(file)
    read_corrections(file)
    brought = _Brought(file, file.read_bytes(), extract)
    return _examined(brought, {}, given_id, shelves, library)


def restated(
    prospect: Prospect,
    facts: Mapping[str, Correction],
    given_id: str,
    shelves: Shelves,
    library: Sequence[Resolution],
) -> Prospect:
    """Return what `prospect` would be with the `facts` that a person states besides.

    A fact can tell that it is another document than it seemed; raises as `examine` does.
    """
    brought = _Brought(prospect.file, prospect.content, prospect.extract)
    return _examined(brought, facts, given_id, shelves, library)


@dataclass(frozen=True, slots=True)
class _Brought:
    """A file as it came, and what was read from it."""

    file: Path
    content: bytes
    extract: Extract


def _examined(
    brought: _Brought,
    facts: Mapping[str, Correction | None],
    given_id: str,
    shelves: Shelves,
    library: Sequence[Resolution],
) -> Prospect:
    file, extract = brought.file, brought.extract
    own = parse_corrections(_stated_beside(file, facts), corrections_path(file))
    named = own.apply(parse_extract(extract, file.stem).resolution)
    if not any(unit.address.part in RULING for unit in named.provisions):
        raise NoArticles(file)
    home, files = passed_by(named, library), file_by_file(library)
    resolution_id = id_for(with_facts_of(home, named) if home else named, given_id, files)
    source = shelves.source(resolution_id)
    beside = file if source is None or corrections_path(file).exists() else source
    reading = parse_extract(extract, resolution_id)
    bare = Prospect(
        file=file,
        content=brought.content,
        corrections=b"",
        extract=extract,
        document=reading.resolution,
        findings=(),
        previous=next((document for document in files if document.id == resolution_id), None),
        replaces=shelves.state_of(resolution_id),
        passed_by=home,
    )
    taken_over = beside is source and source.read_bytes() != brought.content
    if taken_over and reading.resolution.territory.province is None:
        facts = {"province": None, **facts}  # the other file may be of a namesake
    return _corrected(bare, _stated_beside(beside, facts), reading)


def _stated_beside(file: Path, facts: Mapping[str, Correction | None]) -> bytes:
    """Return the corrections file beside `file`, b"" for none, with `facts` stated in it."""
    path = corrections_path(file)
    content = path.read_bytes() if path.exists() else b""
    return with_statements(content, facts) if facts else content


def corrected(prospect: Prospect, content: bytes) -> Prospect:
    """Return `prospect` with the corrections file `content`; raise BadCorrections."""
    return _corrected(prospect, content, parse_extract(prospect.extract, prospect.document.id))


def _corrected(prospect: Prospect, content: bytes, reading: ParsedSource) -> Prospect:
    corrections = parse_corrections(content, corrections_path(prospect.file))
    if prospect.passed_by:
        resolution = with_facts_of(prospect.passed_by, reading.resolution)
        reading = replace(reading, resolution=resolution)
    document = corrections.apply(reading.resolution)
    return replace(
        prospect,
        corrections=content,
        document=as_part_of(prospect.passed_by, document) if prospect.passed_by else document,
        findings=answered_faults(reading, corrections),
    )
