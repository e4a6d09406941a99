"""The documents that may be cited: those of the place asked about, in force on the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answer.staff.approval import Approval
from bot.answer.understand.reader import ReadQuestion
from bot.answer.values import Question, Reading
from knowledge.gazetteer.places import Place, PlaceMention
from knowledge.law.references.citation import find_documents
from knowledge.law.resolution import Resolution
from knowledge.validity.scope import Scope, scope_for


@dataclass(frozen=True, slots=True)
class Reach:
    """The place and the documents that a question is about.

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
        applying = {
            resolution.id: resolution for scope in self.scopes for resolution in scope.resolutions
        }
        return tuple(applying.values())

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of what may be cited."""
        return frozenset(resolution.id for scope in self.scopes for resolution in scope.resolutions)

    @property
    def own(self) -> Reach:
        """Return what councils decide, without the documents of the state's centre."""
        return replace(self, scopes=tuple(map(_without_central, self.scopes)))

    def of(self, documents: Sequence[Resolution]) -> Reach:
        """Return what of `documents` applies in the same places on the same days."""
        scopes = (scope_for(scope.place, scope.day, documents) for scope in self.scopes)
        return replace(self, scopes=tuple(scopes), documents=())

    def beside(self, other: Reach) -> Reach:
        """Return this with what applies in `other`, too, which is about the same places."""
        scopes = (
            replace(here, resolutions=tuple(dict.fromkeys((*here.resolutions, *there.resolutions))))
            for here, there in zip(self.scopes, other.scopes, strict=True)
        )
        return replace(self, scopes=tuple(scopes))

    @property
    def nearest(self) -> tuple[Resolution, ...]:
        """Return what "Điều 4" alone means: the documents named, or what the place itself decides.

        If the place decides nothing, it is all that applies.
        """
        return self.resolutions if self.documents else self.own.resolutions or self.resolutions


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question as read, with what may be cited for it.

    `approval` is the approved answer to it, if there is one. `unseen` tells that whatever is found
    is not what is spoken of.
    """

    question: Question
    reading: Reading
    reach: Reach
    approval: Approval | None = None
    unseen: bool = False


def inquire(read: ReadQuestion, library: Mapping[str, Resolution]) -> Inquiry:
    """Return the question with what may be cited for it: the step after reading."""
    return Inquiry(read.question, read.reading, reach_of(read.question, read.reading, library))


def reach_of(question: Question, reading: Reading, library: Mapping[str, Resolution]) -> Reach:
    """Return what `question` is about.

    A document named by its number, or a law by its name, comes first, then the places named in the
    question, then the resident's own. A day named in the question is the one that counts.
    """
    if reading.day:
        question = replace(question, on=reading.day)
    documents = [
        resolution
        for resolution in library.values()
        if resolution.territory.nationwide or not question.nationwide
    ]
    named = find_documents(reading.text, documents)
    if named:
        scope = scope_for(None, question.on, named)
        return Reach(question.place, (scope,), named)
    names = _names(reading.mentions) or ((question.place,),)
    scopes = [_scopes(places, question, documents) for places in names]
    applying = [namesakes for namesakes in scopes if any(scope.resolutions for scope in namesakes)]
    meant = tuple(scope for namesakes in applying or scopes[:1] for scope in namesakes)
    return Reach(meant[0].place if len(meant) == 1 else None, meant)


def _without_central(scope: Scope) -> Scope:
    return replace(
        scope,
        resolutions=tuple(
            resolution for resolution in scope.resolutions if not resolution.territory.nationwide
        ),
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

    Places in the resident's own province are preferred; if the same documents apply in all places,
    the first stands for them.
    """
    own = question.place.province if question.place else None
    near = tuple(place for place in places if place and place.province == own) or places
    scopes = tuple(scope_for(place, question.on, documents) for place in near)
    alike = {tuple(resolution.id for resolution in scope.resolutions) for scope in scopes}
    return scopes[:1] if len(alike) == 1 else scopes
