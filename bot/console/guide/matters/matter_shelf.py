"""The matters with their lines, and the present words of what each line rests on."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from fastapi import HTTPException
from fastapi import Path as InPath

from bot.console.anchors import reading_link
from bot.console.visits.office import Office
from bot.console.visits.visit import Visit
from bot.publishing.earlier import words_at
from knowledge.errors import DanBietError
from knowledge.law.resolution import Address, Resolution
from knowledge.matters.claims.grounds import changed_grounds, unfounded_claims
from knowledge.matters.lists.cards import DOCUMENTS, DocumentCard, read_cards
from knowledge.matters.lists.summary import names, renamed, summaries
from knowledge.matters.staff.own_matters import Editor, OwnMatters, mark_of_matter
from knowledge.matters.topic import PlainAnswer, Topic

PATH = "/viec"
NEW, NEW_OFFICE = "moi", "thong-tin-moi"
"""The parts of paths that stand for a matter that is not there yet."""
TAKEN = (NEW, NEW_OFFICE, "da-duyet")
"""Other pages: no matter has one of these as its id."""

Name = Annotated[str, InPath(max_length=200, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Number = Annotated[int, InPath(ge=1, le=1000)]


class LineState(StrEnum):
    """The present state of a provision, beside what a line says of it."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    ELSEWHERE = "elsewhere"
    """The text of its document is not here."""


@dataclass(frozen=True, slots=True)
class LineGround:
    """A provision that a line rests on; `link` leads to its words, "" where there are none."""

    address: Address
    document: Resolution | None
    state: LineState
    link: str
    words: str


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A plain answer of a matter, the `number` of it from 1, and what it rests on.

    `claims` are what it says and its provisions do not.
    """

    number: int
    answer: PlainAnswer
    grounds: tuple[LineGround, ...]
    claims: tuple[str, ...]

    @property
    def changed(self) -> tuple[LineGround, ...]:
        """Return the provisions that suspend the line."""
        marked = dict(self.answer.marks)
        ended = (
            ground for ground in self.grounds if ground.state in {LineState.CHANGED, LineState.GONE}
        )
        return tuple(ground for ground in ended if ground.address in marked)

    @property
    def can_be_confirmed(self) -> bool:
        """Return True if one of its provisions still exists."""
        return any(ground.state is not LineState.GONE for ground in self.grounds)


@dataclass(frozen=True)
class MatterShelf:
    """The matters beside the `library` that answers now, with its ids of documents."""

    matters: OwnMatters
    library: Mapping[str, Resolution]

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """Return every matter; raise BadTopics, BadCards."""
        return renamed(self._filed, self._ids)

    @cached_property
    def known(self) -> Mapping[str, Resolution]:
        """Return by id the documents of the library and the heads of others that lines name."""
        heads = summaries(self.topics, self._cards, self.library.values())
        return {**self.library, **{head.id: head for head in heads}}

    @cached_property
    def own(self) -> frozenset[str]:
        """Return the ids of what the staff has written or corrected."""
        return self.matters.own()

    def one(self, name: str) -> Topic:
        """Return the matter whose id is `name`; raise HTTPException 404."""
        topic = next((each for each in self.topics if each.id == name), None)
        if topic is None:
            raise HTTPException(404)
        return topic

    def mark(self, name: str) -> str:
        """Return the mark of the matter as it is kept, "" where there is none."""
        return mark_of_matter(next((topic for topic in self._filed if topic.id == name), None))

    def lines(self, topic: Topic) -> tuple[MatterLine, ...]:
        """Return the lines of `topic`."""
        return tuple(
            self.line(number, answer) for number, answer in enumerate(topic.answers, start=1)
        )

    def line(self, number: int, answer: PlainAnswer) -> MatterLine:
        """Return `answer`, which has the `number` in its matter, with its grounds."""
        if not answer.basis:
            return MatterLine(number, answer, (), ())
        changed = changed_grounds(answer, self.library)
        grounds = tuple(self._ground(address, address in changed) for address in answer.basis)
        return MatterLine(number, answer, grounds, unfounded_claims(answer, self.library))

    def is_suspended(self, topic: Topic) -> bool:
        """Return True if residents are not told one of its lines."""
        return any(
            answer.short and changed_grounds(answer, self.library) for answer in topic.answers
        )

    def keep(self, topic: Topic, seen: str, editor: Editor) -> None:
        """Keep `topic` with the ids that files use for documents; raise as OwnMatters.put."""
        back = {here: filed for filed, here in self._ids.items()}
        (filed,) = renamed((topic,), back)
        self.matters.put(filed, seen, editor)

    @cached_property
    def _filed(self) -> tuple[Topic, ...]:
        """Return the matters with the ids that files use, all of the same moment."""
        return self.matters.every()

    @cached_property
    def _cards(self) -> tuple[DocumentCard, ...]:
        return read_cards(self.matters.folder / DOCUMENTS)

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        return names(self._cards, self.library.values())

    def _ground(self, address: Address, is_changed: bool) -> LineGround:
        document = self.library.get(address.resolution)
        if document is None:
            return LineGround(
                address, self.known.get(address.resolution), LineState.ELSEWHERE, "", ""
            )
        if document.find(address) is None:
            return LineGround(address, document, LineState.GONE, "", "")
        state = LineState.CHANGED if is_changed else LineState.SAME
        return LineGround(
            address, document, state, reading_link(address), words_at(address, document)
        )


def matter_shelf(visit: Visit) -> MatterShelf:
    """Return the matters over what answers now."""
    return _shelf(visit.office)


def editor(visit: Visit) -> Editor:
    """Return the visitor as the editor of a change."""
    return Editor(visit.name, visit.now)


def link(name: str) -> str:
    """Return the path of the matter whose id is `name`."""
    return f"{PATH}/{name}"


def waiting(office: Office) -> int:
    """Return how many matters have a suspended line, 0 if their files are at fault."""
    with suppress(DanBietError):
        shelf = _shelf(office)
        return sum(map(shelf.is_suspended, shelf.topics))
    return 0


def _shelf(office: Office) -> MatterShelf:
    return MatterShelf(office.materials.own_matters, office.edition().answerer.library)
