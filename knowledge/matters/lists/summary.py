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

_Answer = tuple[str, str]
"""The heading of a topic and a plain answer."""
_JOINT = " / "
"""Stands between the headings of several answers on one provision."""


def as_called(
    topics: Iterable[Topic], cards: Iterable[DocumentCard], library: Iterable[Resolution]
) -> tuple[Topic, ...]:
    """Return `topics`, documents called as `library` does: whoever adds one may name its file."""
    return renamed(topics, names(cards, library))


def names(cards: Iterable[DocumentCard], library: Iterable[Resolution]) -> Mapping[str, str]:
    """Return the ids that the documents of `cards` have in `library`, by those of the cards."""
    by_number = {
        document.head.number: document.id for document in library if document.territory.nationwide
    }
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
            basis=tuple(replace(address, resolution=name) for address in answer.basis),
            marks=tuple(
                (replace(address, resolution=name), mark) for address, mark in answer.marks
            ),
        )

    return tuple(replace(topic, answers=tuple(map(called, topic.answers))) for topic in topics)


def summaries(
    topics: Iterable[Topic], cards: Iterable[DocumentCard], library: Iterable[Resolution]
) -> tuple[Resolution, ...]:
    """Return a summary of each document of `cards` that `library` lacks and `topics` rest on."""
    here = {name for document in library for name in (document.id, document.head.number)}
    answers = _answers_by_document(topics)
    return tuple(
        summary_of(card, answers[card.id])
        for card in cards
        if card.id in answers and not {card.id, card.number} & here
    )


def _answers_by_document(topics: Iterable[Topic]) -> dict[str, dict[Address, list[_Answer]]]:
    """Return by document and provision the headings and plain answers that rest on it first."""
    answers: dict[str, dict[Address, list[_Answer]]] = {}
    for topic in topics:
        for answer in topic.answers:
            if answer.short:
                of_document = answers.setdefault(answer.document, {})
                of_document.setdefault(answer.basis[0], []).append((topic.name, answer.short))
    return answers


def summary_of(
    card: DocumentCard, answers: Mapping[Address, Sequence[_Answer]] = MappingProxyType({})
) -> Resolution:
    """Return the document of `card`; in the place of its provisions stand `answers` on them."""
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
        provisions=tuple(_provisions(answers)),
        is_summary=True,
        edition=card.edition,
    )


def _provisions(answers: Mapping[Address, Sequence[_Answer]]) -> Iterator[Provision]:
    for address, pairs in sorted(answers.items(), key=lambda item: item[0].order):
        heading = _JOINT.join(dict.fromkeys(name for name, _ in pairs))
        text = " ".join(dict.fromkeys(short for _, short in pairs))
        yield Provision(address, heading, text, 0, 0)
