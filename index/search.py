"""The entry to the index: a question and a scope go in, ranked provisions come out."""

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

_KEPT_QUERIES = 8
"""Questions whose scores are kept: the same is searched for among several documents in turn."""

_LONGEST = 400
"""Characters of a question that are embedded: a model takes its time with each."""

_TOPICS = 10
"""Topics, the nearest first, that come with the provisions."""

_MATCHED = 60
"""Provisions, best first, whose tokens are compared with the question's."""


@dataclass(frozen=True, slots=True)
class _Query:
    """A question as the retrievers see it: its vector [1, dim], and scores of all passages.

    `text` is the part of the question that is embedded; `bm25` has the scores by words [passages],
    `ceiling` the most that they can reach. `topics` maps each feature that comes from topics to
    [passages], `within` joins these [passages]; `of_groups` is the nearness to each group of
    samples [groups]. `matches` keeps the nearness of the tokens of provisions, which are found in
    several scopes.
    """

    text: str
    vector: Vectors
    bm25: Scores
    ceiling: float
    topics: Mapping[str, Scores] = field(default_factory=dict)
    within: Scores = field(default_factory=lambda: np.empty(0, np.float32))
    of_groups: Scores = field(default_factory=lambda: np.empty(0, np.float32))
    nearest_topics: tuple[TopicHit, ...] = ()
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
        self._query = lru_cache(_KEPT_QUERIES)(self._measure)
        self._anywhere = lru_cache(_KEPT_QUERIES)(self._find_anywhere)
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
        """Return at most `limit` provisions, best first, each once; all of them for None.

        `hits` has provisions of `resolutions` alone (ids; None for all), those of summaries only if
        they are named. Names of places blur the ranking inside one place: cut them from `question`
        once they are in the scope.
        """
        if not question.strip():
            return Found()
        query = self._query(question)
        scope = self._whole if resolutions is None else self._of(resolutions)
        anywhere = self._anywhere(question, limit)
        outcome = Found(anywhere, anywhere)
        if not np.array_equal(scope, self._whole):
            outcome = Found(self._matched(query, scope, limit), anywhere)
        if self.samples is None:
            return outcome
        covered = self._inheritance.covered(scope)
        return replace(
            outcome,
            matters=self.samples.nearest_matters(query.of_groups, covered),
            topics=query.nearest_topics,
            topic_within=float(query.within[scope].max(initial=0)),
        )

    def nearness(self, question: str, groups: Mapping[str, tuple[str, ...]]) -> Mapping[str, float]:
        """Return the nearness of `question` to each of `groups`, samples by a name that none has.

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
        vectors = np.stack([self._vector_of_sample(_abridged(phrase)) for phrase in phrases])
        return AddedGroups(dict(groups), vectors, known)

    def topics(self, question: str) -> tuple[TopicHit, ...]:
        """Return every topic with its nearness to `question`, the nearest first."""
        if self.samples is None or not question.strip():
            return ()
        return self.samples.nearest_topics(self._query(question).of_groups, None)

    def _measure(self, question: str) -> _Query:
        text = _abridged(question)
        vector, ceiling = self._vector(text), self._lexical.ceiling(question)
        query = _Query(text, vector, self._lexical.scores(question), ceiling)
        if self.samples is None:
            return query
        near = self.samples.near(question, vector, self._background)
        topics = self._inheritance.inherit(near)
        of_groups, within = self._fusion.join(near), self._fusion.join(topics)
        return replace(
            query,
            topics=topics,
            within=within,
            of_groups=of_groups,
            nearest_topics=self.samples.nearest_topics(of_groups, _TOPICS),
        )

    def _find_anywhere(self, question: str, limit: int | None) -> tuple[Hit, ...]:
        return self._matched(self._query(question), self._whole, limit)

    def _matched(self, query: _Query, scope: Positions, limit: int | None) -> tuple[Hit, ...]:
        """Return the best of `scope`, the first with the nearness of their tokens as a part."""
        hits = tuple(islice(self._ranked(query, scope), limit))
        best = hits[:_MATCHED]
        if not best or not (tokens := self._tokens_of(query.text)).size:
            return hits
        self._match(query.matches, tokens, [hit.address for hit in best])
        matched = (
            Hit(hit.address, hit.score, {**hit.parts, TOKENS: query.matches[hit.address]})
            for hit in best
        )
        return (*matched, *hits[_MATCHED:])

    def _match(
        self, matches: dict[Address, float], tokens: TokenVectors, addresses: Sequence[Address]
    ) -> None:
        """Add to `matches` the nearness of `tokens` to those provisions that it lacks."""
        new = [address for address in addresses if address not in matches]
        if not new:
            return
        pieces = [self._pieces[address] for address in new]
        of_pieces = self._tokens.match(tokens, np.concatenate(pieces))
        starts = np.cumsum([0, *(len(positions) for positions in pieces[:-1])])
        matches.update(zip(new, np.maximum.reduceat(of_pieces, starts).tolist(), strict=True))

    def _of(self, resolutions: Collection[str]) -> Positions:
        known = [self._positions[name] for name in resolutions if name in self._positions]
        return np.unique(np.concatenate(known)) if known else np.empty(0, np.int64)

    def _ranked(self, query: _Query, scope: Positions) -> Iterator[Hit]:
        """Yield the provisions inside `scope`, best first, each by its best piece."""
        if not scope.size:
            return
        candidates = self._candidates(query, scope)
        features = self._features(query, candidates)
        joined = self._fusion.join(features)
        seen: set[Address] = set()
        for place in np.argsort(-joined, kind="stable"):  # a provision's best piece comes first
            address = self._addresses[candidates[place]]
            if address not in seen:
                seen.add(address)
                parts = {name: float(values[place]) for name, values in features.items()}
                yield Hit(address, float(joined[place]), parts)

    def _candidates(self, query: _Query, scope: Positions) -> Positions:
        """Return the positions worth joining: all of a small scope, the best of a large one."""
        if len(scope) <= 2 * _DEPTH:
            return scope
        best = [_best(scores, scope) for scores in (query.bm25, *query.topics.values())]
        best += [
            vectors.nearest(query.vector, scope, _DEPTH)
            for vectors in (self._dense, self._in_context)
        ]
        return np.unique(np.concatenate(best))

    def _features(self, query: _Query, candidates: Positions) -> dict[str, Scores]:
        """Return the figures that each retriever gives of the `candidates`, by feature."""
        cosines = self._dense.cosines(query.vector, candidates)
        in_context = self._in_context.cosines(query.vector, candidates)
        return {
            LEXICAL: lexical_share(query.bm25[candidates], query.ceiling),
            DENSE: dense_share(cosines, self._background),
            DENSE_IN_CONTEXT: dense_share(in_context, self._background),
            **{name: scores[candidates] for name, scores in query.topics.items()},
            LEAD: self._leads[candidates],
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
    return {address: np.array(places, np.int64) for address, places in positions.items()}


def _by_resolution(addresses: Sequence[Address]) -> dict[str, Positions]:
    positions: dict[str, list[int]] = {}
    for position, address in enumerate(addresses):
        positions.setdefault(address.resolution, []).append(position)
    return {name: np.array(places, np.int64) for name, places in positions.items()}
