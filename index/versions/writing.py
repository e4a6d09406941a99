"""Writes the files of a version: new texts are embedded, other vectors are taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from index.embedding.embedder import Embedder, Progress
from index.errors import BuildError
from index.matters.sample_index import FOLDER as SAMPLES
from index.matters.sample_index import SampleIndex, groups_of
from index.retrieval import dense, lexical, tokens
from index.retrieval.dense import DenseIndex
from index.retrieval.lexical import LexicalIndex
from index.retrieval.phrases import PhraseIndex
from index.retrieval.tokens import TokenIndex
from index.versions import stored
from index.versions.manifest import FORMAT, Manifest, ModelUsed, Sources, contents, write_manifest
from index.versions.reuse import ReusableVectors, passage_tokens, passage_vectors, reusable_vectors
from index.versions.stored import StoredContent, by_id
from knowledge.language.syllables.learning import learn
from knowledge.language.syllables.model import NOTHING_KNOWN, LanguageModel
from knowledge.law.resolution import Resolution
from knowledge.matters.thesaurus import Thesaurus
from knowledge.passages import Passage, passages, plain_passages


@dataclass(frozen=True, slots=True)
class Material:
    """The material of a version.

    `thesaurus` has the matters of residents; `sources` are the files that all of it was read from.
    """

    documents: Sequence[Resolution]
    sources: Sources
    thesaurus: Thesaurus = field(default_factory=Thesaurus)


def write_version(
    draft: Path,
    material: Material,
    embedder: Embedder,
    folder: Path,
    progress: Progress,
    earlier: Path | None = None,
) -> None:
    """Write a version made of `material` into the empty folder `draft`.

    Vectors of the version that serves in `folder`, and of `earlier`, are taken over; `progress`
    counts the texts that are embedded. Raises BuildError, OSError.
    """
    documents, thesaurus = material.documents, material.thesaurus
    model = ModelUsed(embedder.name, embedder.fingerprint)
    searched = every_passage(documents, thesaurus)
    own = [passage for passage in searched if not passage.is_plain]
    if not own:
        raise BuildError(folder, "there is no provision to index")
    reusable = reusable_vectors(folder, model, earlier)
    vectors = passage_vectors(searched, reusable, embedder, progress)
    of_tokens = passage_tokens(searched, reusable, embedder, progress)
    phrases = _phrases(thesaurus, reusable, embedder, progress)
    LexicalIndex.build([passage.words for passage in searched]).save(draft / lexical.FOLDER)
    DenseIndex.build(vectors.own).save(draft / dense.FILE)
    DenseIndex.build(vectors.in_context).save(draft / dense.IN_CONTEXT)
    TokenIndex.build(of_tokens).save(draft / tokens.FOLDER)
    language = _language(documents, thesaurus)
    stored.write(
        draft, StoredContent(by_id(documents), by_id(thesaurus.summaries), searched, language)
    )
    if phrases:  # own passages come first in `searched`, hence their vectors, too
        SampleIndex.build(thesaurus, own, vectors.own[: len(own)], phrases).save(draft / SAMPLES)
    manifest = Manifest(
        format=FORMAT,
        created_at=datetime.now(UTC),
        model=model,
        sources=material.sources,
        documents=len(documents),
        passages=len(own),
        embedded=vectors.embedded,
        files=contents(draft),
    )
    write_manifest(draft, manifest)


def every_passage(documents: Sequence[Resolution], thesaurus: Thesaurus) -> tuple[Passage, ...]:
    """Return the passages that are searched: those of `documents`, then those of plain answers."""
    own = (passages(document) for document in documents)
    answers = (
        plain_passages(thesaurus.topics, document)
        for document in (*documents, *thesaurus.summaries)
    )
    return tuple(chain(chain.from_iterable(own), chain.from_iterable(answers)))


def _phrases(
    thesaurus: Thesaurus, reusable: ReusableVectors, embedder: Embedder, progress: Progress
) -> PhraseIndex | None:
    groups = groups_of(thesaurus)
    return PhraseIndex.build(groups, embedder, progress, reusable.samples) if groups else None


def _language(documents: Sequence[Resolution], thesaurus: Thesaurus) -> LanguageModel:
    """Return the language that residents write; without their questions nothing is known of it."""
    questions = [question for topic in thesaurus.topics for question in topic.questions]
    if not questions:
        return NOTHING_KNOWN
    return learn(questions, (unit.words for document in documents for unit in document.provisions))
