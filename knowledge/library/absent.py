"""Documents that are known to exist, bear on others or on a place, and are not in the library.

Once the library has the document of that number and issuer, it is absent no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.gazetteer.places import Place
from knowledge.language.text import fold
from knowledge.law.references.citation import has_number
from knowledge.law.resolution import Effect, Head, Resolution, Territory
from knowledge.law.territory import applies_to, may_lie_together
from knowledge.matters.lists.cards import (
    DOCUMENTS,
    AbsentCard,
    Bearing,
    DocumentCard,
    read_absent_cards,
    read_cards,
)
from knowledge.matters.lists.summary import names, summary_of
from knowledge.parsing.head.issuers import bound_by

FILE = "absent.toml"
"""The list that the staff keeps in the data folder, in the same form as the one that ships."""


@dataclass(frozen=True, slots=True)
class Absent:
    """A document that the library lacks: what the `card` knows of it, as a `document` without text.

    `bears_on` are the ids of documents as the library calls them.
    """

    card: AbsentCard
    document: Resolution
    bears_on: frozenset[str]

    @property
    def bearing(self) -> Bearing:
        """Return how it bears on others."""
        return self.card.bearing

    def is_known_on(self, day: date) -> bool:
        """Return True if it was there on `day`."""
        return self.card.since <= day

    def binds(self, place: Place) -> bool:
        """Return True if it is a council's or committee's and binds the people of `place`."""
        return not self.document.territory.nationwide and applies_to(self.document, place)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The facts known of documents whose text may be missing: `cards` of answers, and others."""

    cards: tuple[DocumentCard, ...] = ()
    absent: tuple[AbsentCard, ...] = ()

    def missing(self, library: Sequence[Resolution]) -> tuple[Absent, ...]:
        """Return what `library` lacks of all that is known to exist, the latest first."""
        called = names(self.cards, library)
        documents = (
            _absent(card, called) for card in self.absent if card.bearing is not Bearing.NONE
        )
        lacking = (
            absent
            for absent in documents
            if not any(_is_the_same(known, absent.document) for known in library)
        )
        return tuple(sorted(lacking, key=lambda absent: absent.card.since, reverse=True))

    def known(self, library: Iterable[Resolution]) -> Mapping[str, Resolution]:
        """Return the documents of `library` by id, and those of the cards without their text."""
        summaries = {card.id: summary_of(card) for card in self.cards}
        return {**summaries, **{document.id: document for document in library}}


def read_ledger(topics: Path, own: Path | None = None) -> Ledger:
    """Return what the folder `topics` and the staff's `own` file know.

    A card of the staff counts before one that ships of the same number and issuer. Raises BadCards.
    """
    shipped = topics / DOCUMENTS
    known = (*read_absent_cards(shipped), *(read_absent_cards(own) if own else ()))
    cards = {(fold(card.number), fold(card.issuer)): card for card in known}
    return Ledger(read_cards(shipped), tuple(cards.values()))


def _absent(card: AbsentCard, called: Mapping[str, str]) -> Absent:
    head = Head(
        number=card.number,
        kind=card.kind,
        title=card.title,
        issuer=card.issuer,
        issued_on=card.issued_on,
    )
    territory = bound_by(card.issuer)
    if territory.commune and card.province:
        territory = Territory(card.province, territory.commune)
    document = Resolution("", head, territory, Effect(), ())
    return Absent(card, document, frozenset(called.get(name, name) for name in card.documents))


def _is_the_same(document: Resolution, known: Resolution) -> bool:
    """Return True if `document` bears the number of `known`, of which the end may be missing."""
    number = fold(known.head.number or "")
    alike = fold(document.head.issuer) == fold(known.head.issuer) and has_number(document, number)
    years = {day.year for day in (document.head.issued_on, known.head.issued_on) if day}
    near = may_lie_together(document.territory, known.territory)
    return alike and near and len(years) <= 1  # numbers begin anew in each
