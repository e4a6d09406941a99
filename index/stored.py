"""What a version holds beside its retrievers, as it lies in its folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from index.errors import IndexDamaged
from knowledge.chunker import Passage
from knowledge.language.model import BadLanguageModel, LanguageModel
from knowledge.resolution import Resolution
from knowledge.serial import dump_resolutions, load_resolutions

_DOCUMENTS = "documents.json"
_PASSAGES = "passages.json"
_LANGUAGE = "language.bin"
_PASSAGE_LIST = TypeAdapter(tuple[Passage, ...])


@dataclass(frozen=True, slots=True)
class Content:
    """The documents by id, the passages in the order of the vectors, and how people write."""

    library: Mapping[str, Resolution]
    passages: tuple[Passage, ...]
    language: LanguageModel


def write(
    folder: Path,
    documents: Sequence[Resolution],
    passages: Sequence[Passage],
    language: LanguageModel,
) -> None:
    """Write the content into the version `folder`."""
    (folder / _DOCUMENTS).write_bytes(dump_resolutions(documents))
    (folder / _PASSAGES).write_bytes(_PASSAGE_LIST.dump_json(tuple(passages)))
    (folder / _LANGUAGE).write_bytes(language.dump())


def read(folder: Path) -> Content:
    """Return the content of the version in `folder`; raise IndexDamaged."""
    return Content(read_documents(folder), read_passages(folder), _read_language(folder))


def read_passages(folder: Path) -> tuple[Passage, ...]:
    """Return the passages of the version in `folder`; raise IndexDamaged."""
    path = folder / _PASSAGES
    try:
        return _PASSAGE_LIST.validate_json(path.read_bytes())
    except (OSError, ValueError) as error:
        raise IndexDamaged(path) from error


def read_documents(folder: Path) -> Mapping[str, Resolution]:
    """Return the documents of the version in `folder` by id; raise IndexDamaged."""
    path = folder / _DOCUMENTS
    try:
        documents = load_resolutions(path.read_bytes())
    except (OSError, ValueError) as error:
        raise IndexDamaged(path) from error
    return MappingProxyType({document.id: document for document in documents})


def _read_language(folder: Path) -> LanguageModel:
    path = folder / _LANGUAGE
    try:
        return LanguageModel.load(path.read_bytes())
    except (OSError, BadLanguageModel) as error:
        raise IndexDamaged(path) from error
