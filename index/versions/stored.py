"""The content of a version beside its retrievers: documents, passages, language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from index.errors import IndexDamaged
from knowledge.language.syllables.model import BadLanguageModel, LanguageModel
from knowledge.law.resolution import Resolution
from knowledge.law.serial import dump_resolutions, load_resolutions
from knowledge.passages import Passage

_DOCUMENTS = "documents.json"
_SUMMARIES = "summaries.json"
_PASSAGES = "passages.json"
_LANGUAGE = "language.bin"
_PASSAGE_LIST = TypeAdapter(tuple[Passage, ...])


@dataclass(frozen=True, slots=True)
class StoredContent:
    """The documents by id, the passages in the order of the vectors, the language of residents.

    `summaries` stand for documents whose text is not there.
    """

    library: Mapping[str, Resolution]
    summaries: Mapping[str, Resolution]
    passages: tuple[Passage, ...]
    language: LanguageModel


def write(folder: Path, content: StoredContent) -> None:
    """Write the `content` into the version `folder`."""
    (folder / _DOCUMENTS).write_bytes(dump_resolutions(content.library.values()))
    (folder / _SUMMARIES).write_bytes(dump_resolutions(content.summaries.values()))
    (folder / _PASSAGES).write_bytes(_PASSAGE_LIST.dump_json(content.passages))
    (folder / _LANGUAGE).write_bytes(content.language.dump())


def read(folder: Path) -> StoredContent:
    """Return the content of the version in `folder`; raise IndexDamaged."""
    return StoredContent(
        read_documents(folder),
        _read(folder / _SUMMARIES),
        read_passages(folder),
        _read_language(folder),
    )


def read_passages(folder: Path) -> tuple[Passage, ...]:
    """Return the passages of the version in `folder`; raise IndexDamaged."""
    path = folder / _PASSAGES
    try:
        return _PASSAGE_LIST.validate_json(path.read_bytes())
    except (OSError, ValueError) as error:
        raise IndexDamaged(path) from error


def read_documents(folder: Path) -> Mapping[str, Resolution]:
    """Return the documents of the version in `folder` by id; raise IndexDamaged."""
    return _read(folder / _DOCUMENTS)


def by_id(documents: Iterable[Resolution]) -> Mapping[str, Resolution]:
    """Return the `documents` by id."""
    return MappingProxyType({document.id: document for document in documents})


def _read(path: Path) -> Mapping[str, Resolution]:
    try:
        documents = load_resolutions(path.read_bytes())
    except (OSError, ValueError) as error:
        raise IndexDamaged(path) from error
    return by_id(documents)


def _read_language(folder: Path) -> LanguageModel:
    path = folder / _LANGUAGE
    try:
        return LanguageModel.load(path.read_bytes())
    except (OSError, BadLanguageModel) as error:
        raise IndexDamaged(path) from error
