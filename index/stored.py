"""The documents and passages of a version as they lie in its folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from index.errors import IndexDamaged
from knowledge.chunker import Passage
from knowledge.resolution import Resolution
from knowledge.serial import dump_resolutions, load_resolutions

_DOCUMENTS = "documents.json"
_PASSAGES = "passages.json"
_PASSAGE_LIST = TypeAdapter(tuple[Passage, ...])


def write(folder: Path, documents: Sequence[Resolution], passages: Sequence[Passage]) -> None:
    """Write documents and passages into the version `folder`."""
    (folder / _DOCUMENTS).write_bytes(dump_resolutions(documents))
    (folder / _PASSAGES).write_bytes(_PASSAGE_LIST.dump_json(tuple(passages)))


def read_library(folder: Path) -> Mapping[str, Resolution]:
    """Return the documents of the version in `folder` by id; raise IndexDamaged."""
    path = folder / _DOCUMENTS
    try:
        documents = load_resolutions(path.read_bytes())
    except (OSError, ValueError) as error:
        raise IndexDamaged(path) from error
    return MappingProxyType({document.id: document for document in documents})


def read_passages(folder: Path) -> tuple[Passage, ...]:
    """Return the passages of the version in `folder`, in the order of the vectors."""
    path = folder / _PASSAGES
    try:
        return _PASSAGE_LIST.validate_json(path.read_bytes())
    except (OSError, ValueError) as error:
        raise IndexDamaged(path) from error
