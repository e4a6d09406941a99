"""Documents that plain answers rest on and the library lacks: `matters/documents.toml`.

Such a document is a summary: its head is known, and in the place of each provision's text stands
what the plain answers say of it. It is searched like any other, and never quoted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from knowledge.law.resolution import Address, Effect, Head, Provision, Resolution
from knowledge.matters.lists.cards import DocumentCard
from knowledge.matters.topic import PlainAnswer, Topic
from knowledge.parsing.head.issuers import NATIONWIDE

_JOINT = " / "
"""What stands between the headings of several answers on one provision."""


def as_called(
    topics: Iterable[Topic], cards: Iterable[DocumentCard], library: Iterable[Resolution]
) -> tuple[Topic, ...]:
    """Return `topics`, documents called as `library` does: whoever adds one may name its file."""
    return renamed(topics, names(cards, library))


def names(cards: Iterable[DocumentCard], library: Iterable[Resolution]) -> Mapping[str, str]:
    """Return the ids that the documents of `cards` have in `library`, by those of the cards."""
    by_number = {one.head.number: one.id for one in library if one.territory.nationwide}
    return {card.id: by_number.get(card.number, card.id) for card in cards}


def renamed(topics: Iterable[Topic], ids: Mapping[str, str]) -> tuple[Topic, ...]:
    """Return `topics` with the documents that `ids` names called so."""
    others = {old: new for old, new in ids.items() if old != new}
    if not others:  # there are hundreds of answers, and every page of the console asks
        return tuple(topics)

    def called(answer: PlainAnswer) -> PlainAnswer:
        if answer.document not in others:
            return answer
        name = others[answer.document]
        return replace(
            answer,
            basis=tuple(replace(one, resolution=name) for one in answer.basis),
            marks=tuple((replace(one, resolution=name), mark) for one, mark in answer.marks),
        )

    return tuple(replace(one, answers=tuple(map(called, one.answers))) for one in topics)


def summaries(
    topics: Iterable[Topic], cards: Iterable[DocumentCard], library: Iterable[Resolution]
) -> tuple[Resolution, ...]:
    """Return a summary of each document of `cards` that `library` lacks and `topics` rest on."""
    here = {one.id for one in library} | {one.head.number for one in library}
    told = _told(topics)
    return tuple(
        summary_of(card, told[card.id])
        for card in cards
        if card.id in told and not {card.id, card.number} & here
    )


def _told(topics: Iterable[Topic]) -> dict[str, dict[Address, list[tuple[str, str]]]]:
    """Return by document and provision the headings and plain answers that rest on it first."""
    told: dict[str, dict[Address, list[tuple[str, str]]]] = {}
    for topic in topics:
        for answer in topic.answers:
            if answer.short:
                of_document = told.setdefault(answer.document, {})
                of_document.setdefault(answer.basis[0], []).append((topic.name, answer.short))
    return told


def summary_of(
    card: DocumentCard, told: Mapping[Address, Sequence[tuple[str, str]]] = MappingProxyType({})
) -> Resolution:
    """Return what `card` knows of a document, with what is `told` of its provisions."""
    return Resolution(
        id=card.id,
        head=Head(
            number=card.number,
            kind=card.kind,
            title=card.title,
            issuer=card.issuer,
            issued_on=card.issued_on,
        ),
        territory=NATIONWIDE,
        effect=Effect(since=card.since),
        provisions=tuple(_provisions(told)),
        is_summary=True,
        edition=card.edition,
    )


def _provisions(told: Mapping[Address, Sequence[tuple[str, str]]]) -> Iterator[Provision]:
    for address, pairs in sorted(told.items(), key=lambda one: one[0].order):
        heading = _JOINT.join(dict.fromkeys(name for name, _ in pairs))
        text = " ".join(dict.fromkeys(short for _, short in pairs))
        yield Provision(address, heading, text, 0, 0)
