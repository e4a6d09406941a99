"""The record of a version: the sources that it was made from, and the digests of its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from pydantic import TypeAdapter

from index.errors import IndexDamaged, IndexOfOtherFormat, IndexOfOtherModel, IndexUnreadable

FORMAT = 5
"""Raised with every change of the files that a version consists of."""

FILE = "manifest.json"

_HASHED_UP_TO = 16 * 1024 * 1024
"""Bytes: bigger files are checked by their size alone, so that opening stays quick."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The files that were read, each with its SHA-256 in hex, and the version of the parser."""

    parser: str
    files: Mapping[str, str]

    @classmethod
    def of(cls, paths: Iterable[Path], parser: str) -> Sources:
        """Return the digests of the files at `paths`; raise OSError where one is unreadable.

        Files go by their names, which differ: so the index outlives a move of the folder.
        """
        return cls(parser, {path.name: digest(path) for path in sorted(paths)})


@dataclass(frozen=True, slots=True)
class ModelUsed:
    """The embedding model that made the vectors."""

    name: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class VersionContent:
    """Size in bytes and SHA-256, in hex, of a file of the index."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The record that lies beside the files of a version. `embedded` counts the new vectors."""

    format: int
    created_at: datetime
    model: ModelUsed
    sources: Sources
    documents: int
    passages: int
    embedded: int
    files: Mapping[str, VersionContent]


_MANIFEST = TypeAdapter(Manifest)
_FORMAT_ALONE = TypeAdapter(dict[str, object])


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write `manifest` into the version `folder`."""
    (folder / FILE).write_bytes(_MANIFEST.dump_json(manifest, indent=2))


def read_manifest(folder: Path, model: ModelUsed) -> Manifest:
    """Return the manifest of the version in `folder` after checking the version against it.

    Raises:
        IndexDamaged: a file is missing, cut or changed.
        IndexOfOtherFormat: another version of the program wrote it.
        IndexOfOtherModel: the vectors are not those of `model`.
        IndexUnreadable: the system does not let the files be read.
    """
    try:
        manifest = read_record(folder)
        _check_files(folder, manifest.files)
    except FileNotFoundError as error:
        raise IndexDamaged(Path(error.filename or folder)) from error
    except OSError as error:
        raise IndexUnreadable(folder, error) from error
    if manifest.model != model:
        raise IndexOfOtherModel(folder, manifest.model.name, model.name)
    return manifest


def read_record(folder: Path) -> Manifest:
    """Return the manifest in `folder` as it was written; raise IndexOfOtherFormat, IndexDamaged."""
    path = folder / FILE
    data = path.read_bytes()
    try:
        # first: a manifest of another format may lack fields, which does not make it damaged
        written = _FORMAT_ALONE.validate_json(data).get("format")
        if isinstance(written, int) and written != FORMAT:
            raise IndexOfOtherFormat(folder, written, FORMAT)
        return _MANIFEST.validate_json(data)
    except ValueError as error:
        raise IndexDamaged(path) from error


def contents(folder: Path) -> dict[str, VersionContent]:
    """Return size and digest of every file in the version `folder`, by its path inside."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): VersionContent(path.stat().st_size, digest(path))
        for path in paths
    }


def digest(path: Path) -> str:
    """Return the SHA-256 of the file at `path` in hex."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _check_files(folder: Path, files: Mapping[str, VersionContent]) -> None:
    for name, recorded in files.items():
        path = folder / name
        size = path.stat().st_size
        if size != recorded.size or (size <= _HASHED_UP_TO and digest(path) != recorded.sha256):
            raise IndexDamaged(path)
