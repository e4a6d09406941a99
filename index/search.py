"""The one entry for finding provisions: a question and a scope in, what was found out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import Self

import numpy as np

from index.embedding.embedder import Embedder, TokenVectors, Vectors
from index.hit import Found, Hit, TopicHit
from index.matters.added import AddedGroups
from index.matters.inheritance import Inheritance
from index.matters.sample_index import SampleIndex
from index.retrieval.dense import Positions
from index.retrieval.fusion import (
    DENSE,
    DENSE_IN_CONTEXT,
    LEAD,
    LEXICAL,
    TOKENS,
    Fusion,
    Scores,
    dense_share,
    learned,
    lexical_share,
)
from index.retrievers import Retrievers
from index.versions import stored
from index.versions.folders import serving
from index.versions.manifest import Manifest, ModelUsed, read_manifest
from knowledge.language.syllables.model import LanguageModel
from knowledge.law.resolution import Address, Resolution
from knowledge.passages import Passage

_DEPTH = 200
"""Candidates taken from each retriever where the scope holds more."""

_REMEMBERED = 64
"""Questions whose vectors are kept."""

_MEASURED = 8
"""Questions whose scores are kept: the same is searched for among several documents in turn."""

_LONGEST = 400
"""Characters of a question that are embedded: a model takes its time with each."""

_TOPICS = 10
"""Topics that are told of a question."""

_MATCHED = 60
"""Provisions, best first, whose tokens are compared with the question's."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as the retrievers see it: its vectors, and scores of all passages.

    `text` is what of the question is embedded, `vector` [1, dim] its vector.

    `topics` maps each feature that comes from topics to [passages], `within` is what they make
    together; `of_groups` is how near the question comes to each group of samples. `matches` keeps
    how near the tokens of provisions come: the same are found in several scopes.
    """

    text: str
    vector: Vectors
    bm25: Scores
    ceiling: float
    topics: Mapping[str, Scores] = field(default_factory=dict)
    within: Scores = field(default_factory=lambda: np.empty(0, np.float32))
    of_groups: Scores = field(default_factory=lambda: np.empty(0, np.float32))
    matches: dict[Address, float] = field(default_factory=dict)


class Index:
    """A version of the index, opened for searching. It never changes; reopen after a build."""

    def __init__(
        self,
        manifest: Manifest,
        content: stored.StoredContent,
        retrievers: Retrievers,
        embedder: Embedder,
        fusion: Fusion,
    ) -> None:
        """Take the parts of one version; `open` reads them from a folder."""
        self.manifest = manifest
        self.library: Mapping[str, Resolution] = content.library
        self.summaries: Mapping[str, Resolution] = content.summaries
        self.language: LanguageModel = content.language
        self._lexical, self._tokens = retrievers.lexical, retrievers.tokens
        self._dense, self._in_context = retrievers.dense, retrievers.in_context
        self.samples = retrievers.samples
        self._background = embedder.background
        self._vector = lru_cache(_REMEMBERED)(lambda text: embedder.embed_queries([text]))
        self._vector_of_sample = cache(lambda text: embedder.embed_queries([text])[0])
        self._tokens_of = lru_cache(_REMEMBERED)(embedder.query_tokens)
        self._asked = lru_cache(_MEASURED)(self._measured)
        self._anywhere = lru_cache(_MEASURED)(self._found_anywhere)
        self._nearest_topics = lru_cache(_MEASURED)(self._found_topics)
        self._added = lru_cache(1)(self._add)
        self._fusion = fusion
        self._addresses = [passage.address for passage in content.passages]
        self._leads = _leads(content.passages)
        self._positions = _by_resolution(self._addresses)
        self._pieces = _by_address(self._addresses)
        self._whole = self._of(self.library)
        if self.samples:
            self._inheritance = Inheritance(self.samples, self._addresses)

    @classmethod
    def open(cls, folder: Path, embedder: Embedder, fusion: Fusion | None = None) -> Self:
        """Open the version that serves in `folder`.

        Raises IndexMissing, IndexDamaged, IndexOfOtherFormat, IndexOfOtherModel, IndexUnreadable.
        """
        return cls.read(serving(folder), embedder, fusion)

    @classmethod
    def read(cls, version: Path, embedder: Embedder, fusion: Fusion | None = None) -> Self:
        """Open the version that lies in the folder `version`, whether or not it serves.

        Raises IndexDamaged, IndexOfOtherFormat, IndexOfOtherModel, IndexUnreadable.
        """
        return cls(
            read_manifest(version, ModelUsed(embedder.name, embedder.fingerprint)),
            stored.read(version),
            Retrievers.read(version),
            embedder,
            fusion or learned(),
        )

    def search(
        self, question: str, resolutions: Collection[str] | None = None, limit: int | None = 10
    ) -> Found:
        """Return what is found: at most `limit` provisions, best first, each once; None for all.

        As `hits` only provisions of `resolutions` (ids; None for all) are ranked at all; those of
        summaries only where they are named. Names of
        places blur the ranking inside one place: cut them from `question` once they are in the
        scope.
        """
        if not question.strip():
            return Found()
        asked, scope = self._asked(question), self._scope(resolutions)
        anywhere = self._anywhere(question, limit)
        found = Found(anywhere, anywhere)
        if not np.array_equal(scope, self._whole):
            found = Found(self._matched(asked, scope, limit), anywhere)
        if self.samples is None:
            return found
        covered = self._inheritance.covered(scope)
        return replace(
            found,
            matters=self.samples.nearest_matters(asked.of_groups, covered),
            topics=self._nearest_topics(question),
            topic_within=float(asked.within[scope].max(initial=0)),
        )

    def nearness(self, question: str, groups: Mapping[str, tuple[str, ...]]) -> Mapping[str, float]:
        """Return how near `question` comes to each of `groups`, samples by a name that none has.

        The scores are those that topics of these names and samples would have.
        """
        if self.samples is None or not groups or not question.strip():
            return dict.fromkeys(groups, 0.0)
        added = self._added(self.samples, tuple(groups.items()))
        near = added.near(question, self._vector(_abridged(question)), self._background)
        return dict(zip(groups, map(float, self._fusion.join(near)), strict=True))

    def closeness(self, one: str, other: str) -> float:
        """Return the cosine of the meanings of two questions."""
        left, right = (self._vector(_abridged(question)) for question in (one, other))
        return float(left[0] @ right[0])

    def _add(
        self, known: SampleIndex, groups: tuple[tuple[str, tuple[str, ...]], ...]
    ) -> AddedGroups:
        phrases = chain.from_iterable(samples for _, samples in groups)
        vectors = np.stack([self._vector_of_sample(_abridged(one)) for one in phrases])
        return AddedGroups(dict(groups), vectors, known)

    def topics(self, question: str) -> tuple[TopicHit, ...]:
        """Return every topic with how near it comes to `question`, the nearest first."""
        if self.samples is None or not question.strip():
            return ()
        return self.samples.nearest_topics(self._asked(question).of_groups, None)

    def _measured(self, question: str) -> _Asked:
        text = _abridged(question)
        vector, ceiling = self._vector(text), self._lexical.ceiling(question)
        asked = _Asked(text, vector, self._lexical.scores(question), ceiling)
        if self.samples is None:
            return asked
        near = self.samples.near(question, vector, self._background)
        topics = self._inheritance.inherit(near)
        of_groups, within = self._fusion.join(near), self._fusion.join(topics)
        return replace(asked, topics=topics, within=within, of_groups=of_groups)

    def _found_anywhere(self, question: str, limit: int | None) -> tuple[Hit, ...]:
        return self._matched(self._asked(question), self._whole, limit)

    def _found_topics(self, question: str) -> tuple[TopicHit, ...]:
        if self.samples is None:
            return ()
        return self.samples.nearest_topics(self._asked(question).of_groups, _TOPICS)

    def _matched(self, asked: _Asked, scope: Positions, limit: int | None) -> tuple[Hit, ...]:
        """Return the best of `scope`, with how near their tokens come to the question's."""
        hits = tuple(islice(self._ranked(asked, scope), limit))
        best = hits[:_MATCHED]
        if not best or not (tokens := self._tokens_of(asked.text)).size:
            return hits
        self._match(asked.matches, tokens, [hit.address for hit in best])
        matched = (
            Hit(hit.address, hit.score, {**hit.parts, TOKENS: asked.matches[hit.address]})
            for hit in best
        )
        return (*matched, *hits[_MATCHED:])

    def _match(
        self, matches: dict[Address, float], tokens: TokenVectors, addresses: Sequence[Address]
    ) -> None:
        """Add to `matches` how near `tokens` come to those provisions that it lacks."""
        new = [address for address in addresses if address not in matches]
        if not new:
            return
        pieces = [self._pieces[address] for address in new]
        of_pieces = self._tokens.match(tokens, np.concatenate(pieces))
        starts = np.cumsum([0, *(len(piece) for piece in pieces[:-1])])
        matches.update(zip(new, np.maximum.reduceat(of_pieces, starts).tolist(), strict=True))

    def _scope(self, resolutions: Collection[str] | None) -> Positions:
        """Return the positions of the passages of `resolutions`, of all for None."""
        return self._whole if resolutions is None else self._of(resolutions)

    def _of(self, resolutions: Collection[str]) -> Positions:
        known = [self._positions[name] for name in resolutions if name in self._positions]
        return np.unique(np.concatenate(known)) if known else np.empty(0, np.int64)

    def _ranked(self, asked: _Asked, scope: Positions) -> Iterator[Hit]:
        """Yield the provisions inside `scope`, best first, each by its best piece."""
        if not scope.size:
            return
        found = self._candidates(asked, scope)
        features = self._features(asked, found)
        joined = self._fusion.join(features)
        seen: set[Address] = set()
        for place in np.argsort(-joined, kind="stable"):
            address = self._addresses[found[place]]
            if address not in seen:
                seen.add(address)
                parts = {name: float(values[place]) for name, values in features.items()}
                yield Hit(address, float(joined[place]), parts)

    def _candidates(self, asked: _Asked, scope: Positions) -> Positions:
        """Return the positions worth joining: all of a small scope, the best of a large one."""
        if len(scope) <= 2 * _DEPTH:
            return scope
        best = [_best(scores, scope) for scores in (asked.bm25, *asked.topics.values())]
        best += [
            vectors.nearest(asked.vector, scope, _DEPTH)
            for vectors in (self._dense, self._in_context)
        ]
        return np.unique(np.concatenate(best))

    def _features(self, asked: _Asked, found: Positions) -> dict[str, Scores]:
        """Return what each retriever says of the passages `found`, by the feature's name."""
        cosines = self._dense.cosines(asked.vector, found)
        in_context = self._in_context.cosines(asked.vector, found)
        return {
            LEXICAL: lexical_share(asked.bm25[found], asked.ceiling),
            DENSE: dense_share(cosines, self._background),
            DENSE_IN_CONTEXT: dense_share(in_context, self._background),
            **{name: scores[found] for name, scores in asked.topics.items()},
            LEAD: self._leads[found],
        }


def _abridged(question: str) -> str:
    """Return `question`, of a long one the beginning and, where most ask, the end."""
    if len(question) <= _LONGEST:
        return question
    return f"{question[: _LONGEST // 3]} … {question[-2 * _LONGEST // 3 :]}"


def _best(scores: Scores, scope: Positions) -> Positions:
    """Return the positions inside a large `scope` with the highest `scores`."""
    best: Positions = scope[np.argpartition(-scores[scope], _DEPTH)[:_DEPTH]]
    return best


def _leads(passages: Sequence[Passage]) -> Scores:
    return np.array([passage.lead for passage in passages], np.float32)


def _by_address(addresses: Sequence[Address]) -> dict[Address, Positions]:
    positions: dict[Address, list[int]] = {}
    for position, address in enumerate(addresses):
        positions.setdefault(address, []).append(position)
    return {address: np.array(found, np.int64) for address, found in positions.items()}


def _by_resolution(addresses: Sequence[Address]) -> dict[str, Positions]:
    positions: dict[str, list[int]] = {}
    for position, address in enumerate(addresses):
        positions.setdefault(address.resolution, []).append(position)
    return {name: np.array(found, np.int64) for name, found in positions.items()}
