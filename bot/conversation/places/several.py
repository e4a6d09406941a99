"""Two places in one statement, one of which counts: where one lives, what corrects another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from bot.conversation.places.addresses import Given, read_given
from bot.conversation.places.clauses import called_otherwise
from bot.conversation.places.residence import lived_and_lives
from knowledge.gazetteer.places import Gazetteer, Place
from knowledge.gazetteer.telling.telling import PlaceRole
from knowledge.language.text import fold

_LIVES = "(?:dang|hien dang|hien|gio|dang o|hien o)"
_PARTING = re.compile(
    r"\s*[,;.]\s*(?:(?:ma|nhung|con|chu|roi|va) )?|\s+(?:nhung ma|nhung|ma|con|chu|cho|roi) "
    rf"|\s+(?=(?:{_LIVES} )?(?:song|sinh song|o|ngu|tam tru|cu tru|lam an|dinh cu|lap nghiep) )"
    r"|\s+(?=(?:vao|vo|len|ra|xuong) )"
)
_DENYING = re.compile(
    r"(?:\w+[\s,]+){0,3}?(?:(?:khong|ko|k|hong|hok|hem|chang|dau)(?: co)? (?:phai|o)"
    r"|dau co|co (?:o|phai)(?= .* dau\b)|ai (?:noi|bao)(?: la)?(?: \w+)?(?= o )"
    r"|(?:bo|xoa)(?= \w+ \w+ di\b))(?: (?:la|o|ben|tai))*\s+"
)
"""The words before a place that is not the one."""
_DENYING_BEHIND = re.compile(r"\s+(?:dau|(?:hoi )?nao)(?: \w+){0,2}$")
"""The words behind it."""
_FROM = frozenset({PlaceRole.HOME, PlaceRole.ORIGIN})
_AT = frozenset({PlaceRole.WHERE, PlaceRole.LIVING})


class PlaceStanding(IntEnum):
    """The strength with which words about a place make it the one where somebody lives."""

    NOT_THERE = 0
    FROM_THERE = 1
    NAMED = 2
    LIVES_THERE = 3
    CORRECTED = 4


@dataclass(frozen=True, slots=True)
class _Part:
    """The places that a part of the text names; `speaker` is False where others are spoken of."""

    standing: PlaceStanding
    places: tuple[Place, ...]
    roles: frozenset[PlaceRole]
    speaker: bool


def one_of_several(text: str, gazetteer: Gazetteer, *, expected: bool) -> tuple[Place, ...]:
    """Return the places that count where `text` names some more than once, none where none does."""
    readings = (
        _called(text, gazetteer, expected=expected),
        _of_now(text, gazetteer),
        _of_parts(text, gazetteer),
    )
    return next(filter(None, readings), ())


def _called(text: str, gazetteer: Gazetteer, *, expected: bool) -> tuple[Place, ...]:
    """Return the place of which `text` also tells how it is called now or was called once."""
    for first, second in called_otherwise(text):
        given = read_given(first, gazetteer, expected=expected)
        other = read_given(second, gazetteer, expected=True)
        if given and other and not _tells_others(given):
            return _narrower(given.places, other.places)
    return ()


def _narrower(places: tuple[Place, ...], others: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the `others` where they lie in the same province and tell more than `places`."""
    same = tuple(place for place in others if place.province in _provinces(places))

    def vagueness(some: tuple[Place, ...]) -> tuple[bool, bool]:
        return min(
            (not (place.commune or place.former_unit), place.former_assumed) for place in some
        )

    return min((places, same or places), key=vagueness)


def _of_now(text: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the place where somebody lives now, if `text` tells where they lived before."""
    times = lived_and_lives(text)
    if times is None:
        return ()
    before, now = (read_given(time, gazetteer, expected=True) for time in times)
    return now.places if before and now else ()


def _of_parts(text: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places of the part that counts more, where both parts name some."""
    for match in _PARTING.finditer(fold(text)):
        behind = _part(text[match.end() :], gazetteer)
        ahead = _part(text[: match.start()], gazetteer) if behind else None
        places = _counting(ahead, behind) if ahead and behind else ()
        if places:
            return places
    return ()


def _counting(ahead: _Part, behind: _Part) -> tuple[Place, ...]:
    """Return the places of the part that counts more; of two that are alike, in one province.

    The person spoken of ahead is spoken of behind, unless that names another.
    """
    if not ahead.speaker and PlaceRole.PERSON not in behind.roles:
        return ()
    standings = (ahead.standing, behind.standing)
    denied = PlaceStanding.NOT_THERE in standings
    if standings[0] != standings[1] and (denied or max(standings) >= PlaceStanding.LIVES_THERE):
        return max(ahead, behind, key=lambda part: part.standing).places
    alike = not denied and _provinces(ahead.places) == _provinces(behind.places)
    return _narrower(ahead.places, behind.places) if alike else ()


def _provinces(places: tuple[Place, ...]) -> frozenset[str]:
    return frozenset(place.province for place in places)


def _part(text: str, gazetteer: Gazetteer) -> _Part | None:
    """Return what `text` says of the places that it names, None if it names none."""
    before, behind = _DENYING.match(fold(text)), _DENYING_BEHIND.search(fold(text))
    place = text[before.end() if before else 0 : behind.start() if behind else len(text)]
    given = read_given(place, gazetteer, expected=True)
    if given is None:
        return None
    standing = PlaceStanding.NOT_THERE if before or behind else _standing(given)
    return _Part(standing, given.places, given.statement.roles, not _tells_others(given))


def _standing(given: Given) -> PlaceStanding:
    roles = given.statement.roles
    if not given.statement.of_self:
        return PlaceStanding.NOT_THERE
    if PlaceRole.CORRECTION in roles:
        return PlaceStanding.CORRECTED
    if not _FROM.isdisjoint(roles):
        return PlaceStanding.FROM_THERE
    return PlaceStanding.NAMED if _AT.isdisjoint(roles) else PlaceStanding.LIVES_THERE


def _tells_others(given: Given) -> bool:
    return not given.statement.of_self and PlaceRole.PAST not in given.statement.before
