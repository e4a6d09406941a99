"""The matter beside the last one that a brief question after an answer surely asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from bot.answer.understand.talk.subject import own_subjects
from index.hit import TopicHit
from knowledge.matters.topic import Topic

_TOGETHER, _BEFORE, _NEAR, _NAMED, _SAME = 0.75, 0.4, 1.0, 1.5, 3.0
"""Weights beside the nearness of a matter to the question by itself: of its nearness to it behind
the heading of the last matter, of that to the last question, of articles near each other, of a
thing that both name; and, against it, of being the last matter again."""
_ITSELF, _WITH_LAST, _AHEAD = 8.5, 7.0, 0.5
"""The least nearness of a matter to the question by itself and behind the last matter, and its lead
over the next. Of 87 brief questions after others some 40 then get their matter and
16 another one; 14 of the 15 that no matter answers get none."""
_ASTRAY = 6.0
"""The least nearness of a matter to the question behind the last matter to be about that at all."""
_ARTICLES = 3
"""Articles between two provisions of one section."""

Nearest = Callable[[str], Iterable[TopicHit]]


@dataclass(frozen=True, slots=True)
class Siblings:
    """Finds the matter beside the last one; `nearest` tells how near every matter comes."""

    nearest: Nearest
    topics: Mapping[str, Topic]

    def sure(self, said: str, last: Topic | None, before: str, *, elliptic: bool) -> Topic | None:
        """Return the matter that `said` asks for after the question `before`, if one is sure.

        `last` is the matter that was answered, None where none was. An `elliptic` question has no
        word of a matter: it may only mean one that rests on provisions near those of the last.
        """
        alone, together, earlier = (
            self._nearness(text) for text in (said, _behind(said, last, before), before)
        )

        about = own_subjects(before) or own_subjects(last.name if last else "")

        def score(topic: Topic) -> float:
            return (
                alone[topic.name]
                + _TOGETHER * together[topic.name]
                + _BEFORE * earlier[topic.name]
                + _NEAR * _is_near(topic, last)
                + _NAMED * bool(own_subjects(topic.name) & about)
                - _SAME * (topic is last)
            )

        ranked = sorted(
            (
                (score(self.topics[name]), name)
                for name in alone.keys() & together.keys() & earlier.keys()
                if alone[name] >= _ITSELF and together[name] >= _WITH_LAST
                # a question without a word of its own means a matter beside the last one
                if not elliptic or _is_beside(self.topics[name], last)
                if not (own_subjects(name) and about) or own_subjects(name) & about
            ),
            reverse=True,
        )
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _AHEAD):
            return None
        return self.topics[ranked[0][1]]

    def is_astray(self, topic: Topic, said: str, last: Topic | None, before: str) -> bool:
        """Return True if `topic` is of another subject than `said` after the question `before`."""
        if topic is last or _is_near(topic, last):
            return False
        return self._nearness(_behind(said, last, before)).get(topic.name, 0.0) < _ASTRAY

    def _nearness(self, text: str) -> dict[str, float]:
        return {hit.name: hit.score for hit in self.nearest(text) if hit.name in self.topics}


def _behind(said: str, last: Topic | None, before: str) -> str:
    return f"{last.name if last else before}: {said}"


def _is_beside(topic: Topic, last: Topic | None) -> bool:
    """Return True if a question without a word of its own may mean `topic` after `last`."""
    return topic is not last and _is_near(topic, last)


def _is_near(topic: Topic, last: Topic | None) -> bool:
    """Return True if both rest on one article, or on some of one section."""
    if last is None:
        return False
    pairs = product(topic.provisions, last.provisions)
    return any(
        own.resolution == other.resolution
        and isinstance(own.article, int)
        and isinstance(other.article, int)
        and abs(own.article - other.article) <= _ARTICLES
        for own, other in pairs
    )
