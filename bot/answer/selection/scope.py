"""Which documents may be cited: those of the place asked about, in force on the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answer.values import Question, Reading
from knowledge.gazetteer.places import Place, PlaceMention
from knowledge.law.references.citation import find_documents
from knowledge.law.resolution import Resolution
from knowledge.validity.scope import Scope, scope_for


@dataclass(frozen=True, slots=True)
class Reach:
    """What a question is about.

    `place` is the place meant, None where nobody has named one, several are named, or the name is
    that of several; `scopes` say for each place what applies there; `documents` are those named
    themselves, whatever the place.
    """

    place: Place | None
    scopes: tuple[Scope, ...]
    documents: tuple[Resolution, ...] = ()

    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """Return what may be cited, each once, those of communes first."""
        applying = {one.id: one for scope in self.scopes for one in scope.resolutions}
        return tuple(applying.values())

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of what may be cited."""
        return frozenset(one.id for scope in self.scopes for one in scope.resolutions)

    @property
    def own(self) -> Reach:
        """Return what councils decide, without the documents of the state's centre."""
        return replace(self, scopes=tuple(map(_without_central, self.scopes)))

    def of(self, documents: Sequence[Resolution]) -> Reach:
        """Return what of `documents` applies in the same places on the same days."""
        scopes = (scope_for(one.place, one.day, documents) for one in self.scopes)
        return replace(self, scopes=tuple(scopes), documents=())

    def beside(self, other: Reach) -> Reach:
        """Return this with what applies in `other`, too, which is about the same places."""
        scopes = (
            replace(one, resolutions=tuple(dict.fromkeys((*one.resolutions, *its.resolutions))))
            for one, its in zip(self.scopes, other.scopes, strict=True)
        )
        return replace(self, scopes=tuple(scopes))

    @property
    def nearest(self) -> tuple[Resolution, ...]:
        """Return what "Điều 4" alone means: the documents named, or what the place itself decides.

        Where that is nothing, it is all that applies.
        """
        return self.resolutions if self.documents else self.own.resolutions or self.resolutions


def reach_of(question: Question, reading: Reading, library: Mapping[str, Resolution]) -> Reach:
    """Return what `question` is about.

    A document named by its number, or a law by its name, comes first, then the places named in the
    question, then the resident's own. A day named in the question is the one that counts.
    """
    if reading.day:
        question = replace(question, on=reading.day)
    documents = [
        one for one in library.values() if one.territory.nationwide or not question.nationwide
    ]
    named = find_documents(reading.text, documents)
    if named:
        scope = scope_for(None, question.on, named)
        return Reach(question.place, (scope,), named)
    names = _names(reading.mentions) or ((question.place,),)
    scopes = [_scopes(places, question, documents) for places in names]
    applying = [found for found in scopes if any(scope.resolutions for scope in found)]
    chosen = applying or scopes[:1]
    meant = tuple(scope for found in chosen for scope in found)
    return Reach(meant[0].place if len(meant) == 1 else None, meant)


def _without_central(scope: Scope) -> Scope:
    return replace(
        scope,
        resolutions=tuple(one for one in scope.resolutions if not one.territory.nationwide),
        excluded=tuple(pair for pair in scope.excluded if not pair[0].territory.nationwide),
    )


def _names(mentions: Iterable[PlaceMention]) -> tuple[tuple[Place, ...], ...]:
    """Return the places that each name in the question may mean.

    A province that encloses another place that is named, too, is left out.
    """
    meant: dict[tuple[int, int], list[Place]] = {}
    for mention in mentions:
        meant.setdefault((mention.start, mention.end), []).append(mention.place)
    narrow = {place.province for places in meant.values() for place in places if place.commune}
    kept = (
        tuple(place for place in places if place.commune or place.province not in narrow)
        for places in meant.values()
    )
    return tuple(dict.fromkeys(places for places in kept if places))


def _scopes(
    places: tuple[Place | None, ...], question: Question, documents: Sequence[Resolution]
) -> tuple[Scope, ...]:
    """Return what applies in each of `places`, namesakes of each other.

    Those in the resident's own province are preferred; where the same documents apply in all, one
    stands for them.
    """
    own = question.place.province if question.place else None
    near = tuple(place for place in places if place and place.province == own) or places
    scopes = tuple(scope_for(place, question.on, documents) for place in near)
    alike = {tuple(one.id for one in scope.resolutions) for scope in scopes}
    return scopes[:1] if len(alike) == 1 else scopes
