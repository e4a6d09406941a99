"""The reading of a file, kept beside it: recognising a scan again would take minutes."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.law.findings import Finding
from knowledge.readers.extract import Extract

READERS_VERSION = "2"
"""Raised with every change of a reader that can give other lines for the same file."""
_SUFFIX = ".reading.json"


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    readers: str
    sha256: str
    kind: str
    lines: tuple[str, ...]
    findings: tuple[Finding, ...]
    pages: tuple[int, ...]


def reading_path(source: Path) -> Path:
    """Return where the reading of the file `source` is kept, whether or not it is."""
    return source.with_name(source.stem + _SUFFIX)


def as_kept(raw: bytes, extract: Extract) -> bytes:
    """Return what to keep of the `extract` that was read from the file content `raw`."""
    kept = _Kept(
        readers=READERS_VERSION,
        sha256=sha256(raw).hexdigest(),
        kind=extract.kind,
        lines=extract.lines,
        findings=extract.findings,
        pages=extract.pages,
    )
    return kept.model_dump_json().encode()


def kept_reading(source: Path, raw: bytes) -> Extract | None:
    """Return the reading kept beside `source` if it is of the content `raw`, by these readers."""
    try:
        kept = _Kept.model_validate_json(reading_path(source).read_bytes())
    except (OSError, ValidationError):
        return None
    if (kept.readers, kept.sha256) != (READERS_VERSION, sha256(raw).hexdigest()):
        return None
    return Extract(kept.lines, kept.findings, kept.kind, kept.pages)
