"""Which documents may be cited: those of the place asked about, in force on the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.answer.values import Question, Reading
from knowledge.citation import find_documents
from knowledge.places import Mention, Place
from knowledge.resolution import Resolution
from knowledge.validity import Scope, scope_for


@dataclass(frozen=True, slots=True)
class Reach:
    """What a question is about.

    `place` is the place meant, None where nobody has named one; `scopes` say for each place what
    applies there; `documents` are the resolutions named by their number, whatever the place.
    """

    place: Place | None
    scopes: tuple[Scope, ...]
    documents: tuple[Resolution, ...] = ()

    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """Return what may be cited, each once, those of communes first."""
        applying = (one for scope in self.scopes for one in scope.resolutions)
        return tuple(dict.fromkeys(applying)) if self.scopes else ()

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of what may be cited."""
        return frozenset(one.id for one in self.resolutions)


def reach_of(question: Question, reading: Reading, library: Mapping[str, Resolution]) -> Reach:
    """Return what `question` is about.

    A document named by its number comes first, then the places named in the question, then the
    resident's own.
    """
    documents = list(library.values())
    named = find_documents(reading.text, documents)
    if named:
        scope = scope_for(None, question.on, named)
        return Reach(question.place, (scope,), named)
    places = _meant(reading.mentions) or (question.place,)
    scopes = tuple(scope_for(place, question.on, documents) for place in places)
    first = next((scope for scope in scopes if scope.resolutions), scopes[0])
    return Reach(first.place, scopes if first.resolutions else scopes[:1])


def _meant(mentions: Iterable[Mention]) -> tuple[Place, ...]:
    """Return the places named; one that lies in another that is named too stands for both."""
    places = list(dict.fromkeys(mention.place for mention in mentions))
    narrow = {place.province for place in places if place.commune}
    return tuple(place for place in places if place.commune or place.province not in narrow)
