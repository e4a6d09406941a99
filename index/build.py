"""Building a version of the index: what is new is embedded, the rest is taken over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import dense, lexical, stored
from index.dense import DenseIndex
from index.embedder import Embedder, Progress, Vectors, silent
from index.errors import BuildError
from index.lexical import LexicalIndex
from index.manifest import (
    FORMAT,
    Manifest,
    Model,
    Sources,
    contents,
    read_manifest,
    write_manifest,
)
from index.matters import FOLDER as MATTERS
from index.matters import MatterIndex
from index.versions import aside, locked, publish, serving
from knowledge.chunker import Passage, passages
from knowledge.errors import DanBietError
from knowledge.outside import Matter
from knowledge.resolution import Resolution


def is_current(folder: Path, sources: Sources, model: Model) -> bool:
    """Return True if the version that serves is whole and was made from just these."""
    try:
        return read_manifest(serving(folder), model).sources == sources
    except DanBietError:
        return False


def build(
    documents: Sequence[Resolution],
    sources: Sources,
    embedder: Embedder,
    folder: Path,
    progress: Progress = silent,
    matters: Sequence[Matter] = (),
) -> Path:
    """Return the folder of a version made of `documents`, which serves from now on.

    `matters` are what people ask about and the documents do not regulate; their file is among the
    `sources`, too. Where the serving version is made of the same already, it is returned and
    nothing is written. `progress` counts passages to embed. Raises BuildError, after which the old
    version serves on.
    """
    try:
        with locked(folder):
            if is_current(folder, sources, Model(embedder.name, embedder.fingerprint)):
                return serving(folder)
            return _new_version(documents, matters, sources, embedder, folder, progress)
    except OSError as error:
        raise BuildError(folder, error.strerror or error) from error


def _new_version(
    documents: Sequence[Resolution],
    matters: Sequence[Matter],
    sources: Sources,
    embedder: Embedder,
    folder: Path,
    progress: Progress,
) -> Path:
    found = [passage for document in documents for passage in passages(document)]
    if not found:
        raise BuildError(folder, "there is no provision to index")
    known = _known_vectors(folder, Model(embedder.name, embedder.fingerprint))
    vectors, embedded = _vectors(found, known, embedder, progress)
    with aside(folder) as draft:
        LexicalIndex.build([passage.words for passage in found]).save(draft / lexical.FOLDER)
        DenseIndex.build(vectors).save(draft / dense.FILE)
        stored.write(draft, documents, found)
        if matters:
            MatterIndex.build(matters, embedder).save(draft / MATTERS)
        manifest = Manifest(
            format=FORMAT,
            created_at=datetime.now(UTC),
            model=Model(embedder.name, embedder.fingerprint),
            sources=sources,
            documents=len(documents),
            passages=len(found),
            embedded=embedded,
            files=contents(draft),
        )
        write_manifest(draft, manifest)
        return publish(folder, draft)


def _known_vectors(folder: Path, model: Model) -> Mapping[str, NDArray[np.float32]]:
    """Return the vectors of the serving version by the hash of their passage, if any fit."""
    try:
        version = serving(folder)
        read_manifest(version, model)
        index = DenseIndex.load(version / dense.FILE)
        hashes = [passage.hash for passage in stored.read_passages(version)]
    except DanBietError:
        return {}
    rows = index.rows(np.arange(len(hashes), dtype=np.int64))
    return dict(zip(hashes, rows, strict=True))


def _vectors(
    found: Sequence[Passage],
    known: Mapping[str, NDArray[np.float32]],
    embedder: Embedder,
    progress: Progress,
) -> tuple[Vectors, int]:
    """Return one row for each passage of `found`, and how many had to be embedded."""
    new = {passage.hash: passage.meaning for passage in found if passage.hash not in known}
    rows = embedder.embed_passages(list(new.values()), progress) if new else ()
    by_hash = {**known, **dict(zip(new, rows, strict=True))}
    return np.stack([by_hash[passage.hash] for passage in found]), len(new)
