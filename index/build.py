"""Building a version of the index: what is new is embedded, the rest is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from index import dense, lexical, stored
from index.dense import DenseIndex
from index.embedder import Embedder, Progress, silent
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
from index.phrases import PhraseIndex
from index.reuse import Known, known_vectors, passage_vectors
from index.samples import FOLDER as SAMPLES
from index.samples import SampleIndex, groups_of
from index.versions import aside, find_version, hold, is_held, locked, publish, serving
from knowledge.chunker import passages
from knowledge.errors import DanBietError
from knowledge.language.learning import learn
from knowledge.language.model import NOTHING_KNOWN, LanguageModel
from knowledge.resolution import Resolution
from knowledge.thesaurus import Thesaurus


def is_current(folder: Path, sources: Sources, model: Model) -> bool:
    """Return True if the version that serves is whole and was made from just these.

    One that is held is not: whoever builds wants to leave it.
    """
    try:
        return read_manifest(serving(folder), model).sources == sources and not is_held(folder)
    except DanBietError:
        return False


def roll_back(folder: Path, model: Model, number: str = "") -> Path:
    """Return the folder of the version `number`, or of the one before, which serves from now on.

    It is held: only who builds on purpose leaves it again.

    Raises:
        UnknownVersion: there is none of that number.
        IndexMissing, IndexUnreadable: there is no index, or it cannot be read.
        IndexDamaged, IndexOfOtherFormat, IndexOfOtherModel: the version cannot serve.
        BuildError: the system does not let it be done.
    """
    serving(folder)
    try:
        with locked(folder):
            version = find_version(folder, number)
            read_manifest(version, model)
            hold(folder, version)
            return version
    except OSError as error:
        raise BuildError(folder, error.strerror or error) from error


def build(
    documents: Sequence[Resolution],
    sources: Sources,
    embedder: Embedder,
    folder: Path,
    progress: Progress = silent,
    thesaurus: Thesaurus = Thesaurus(),  # noqa: B008 - it never changes
) -> Path:
    """Return the folder of a version made of `documents`, which serves from now on.

    `thesaurus` says what people ask about; its files are among the `sources`, too. Where the
    serving version is made of the same already, it is returned and nothing is written. `progress`
    counts texts to embed. Raises BuildError, after which the old version serves on.
    """
    try:
        with locked(folder):
            if is_current(folder, sources, Model(embedder.name, embedder.fingerprint)):
                return serving(folder)
            return _new_version(documents, thesaurus, sources, embedder, folder, progress)
    except OSError as error:
        raise BuildError(folder, error.strerror or error) from error


def _new_version(
    documents: Sequence[Resolution],
    thesaurus: Thesaurus,
    sources: Sources,
    embedder: Embedder,
    folder: Path,
    progress: Progress,
) -> Path:
    found = [passage for document in documents for passage in passages(document)]
    if not found:
        raise BuildError(folder, "there is no provision to index")
    known = known_vectors(folder, Model(embedder.name, embedder.fingerprint))
    vectors, embedded = passage_vectors(found, known, embedder, progress)
    phrases = _phrases(thesaurus, known, embedder, progress)
    with aside(folder) as draft:
        LexicalIndex.build([passage.words for passage in found]).save(draft / lexical.FOLDER)
        DenseIndex.build(vectors).save(draft / dense.FILE)
        stored.write(draft, documents, found, _language(documents, thesaurus))
        if phrases:
            SampleIndex.build(thesaurus, found, vectors, phrases).save(draft / SAMPLES)
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


def _phrases(
    thesaurus: Thesaurus, known: Known, embedder: Embedder, progress: Progress
) -> PhraseIndex | None:
    groups = groups_of(thesaurus)
    return PhraseIndex.build(groups, embedder, progress, known.samples) if groups else None


def _language(documents: Sequence[Resolution], thesaurus: Thesaurus) -> LanguageModel:
    """Return how residents write; without their questions nothing is known of that."""
    questions = [question for topic in thesaurus.topics for question in topic.questions]
    if not questions:
        return NOTHING_KNOWN
    return learn(questions, (unit.words for one in documents for unit in one.provisions))
