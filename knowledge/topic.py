"""The topics that residents ask about, with sample questions: `topics/questions.jsonl`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from knowledge.citation import provision_label
from knowledge.jsonl import BadLine, WrittenAddress, read_jsonl
from knowledge.resolution import Address, Resolution
from knowledge.text import normalise, syllables

TOPICS = Path(__file__).parent / "topics"
"""The folder that comes with the project."""

QUESTIONS = "questions.jsonl"
"""The file of topics in such a folder."""

_HEADING = 60
"""Characters of a heading that a phone shows on one or two lines."""


class Right(StrEnum):
    """What residents may do, in the words of the law: know, discuss, decide, supervise."""

    KNOW = "biet"
    DISCUSS = "ban"
    DECIDE = "quyet_dinh"
    SUPERVISE = "giam_sat"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a group of sample questions asks about.

    `provisions` are those that answer it, as a person says, in the documents of the library.
    `heading` says in residents' words what it is about; `name` is what staff call it. Where there
    is one `within` which it lies, only what persons name belongs to it, and it is told as that.
    """

    name: str
    rights: tuple[Right, ...]
    provisions: tuple[Address, ...]
    questions: tuple[str, ...]
    heading: str = ""
    within: str = ""

    @property
    def label(self) -> str:
        """Return the heading under which residents find the topic, its name where it has none."""
        return self.heading or self.name


class BadTopics(BadLine):
    """A file of topics that does not say what such a file can say."""


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    topic: str
    heading: Annotated[str, Field(max_length=_HEADING)] = ""
    rights: Annotated[tuple[Right, ...], Field(min_length=1)]
    provisions: Annotated[tuple[WrittenAddress, ...], Field(min_length=1)]
    questions: Annotated[tuple[str, ...], Field(min_length=1)]

    @property
    def addresses(self) -> tuple[Address, ...]:
        return tuple(written.address for written in self.provisions)


def read_topics(
    path: Path, library: Iterable[Resolution], added: Collection[str] = ()
) -> tuple[Topic, ...]:
    """Return the topics in the file at `path`, their provisions as far as `library` goes.

    Provisions of documents that are not in `library` are left out: it may hold fewer. So are those
    that a document whose id is `added` does not have: its version before may have had them.

    Raises:
        BadTopics: the file cannot be read, a line is no topic, names a provision that its document
            does not have, or says again what was said before; diacritics make no difference.
    """
    documents = {document.id: document for document in library}
    check = _Check(path, documents, added)
    topics = []
    for number, line in read_jsonl(path, _Line, BadTopics):
        check.line(number, line)
        topics.append(_topic(line, documents))
    if not topics:
        raise BadTopics(path, "holds no topic")
    return tuple(topics)


def without(topics: Iterable[Topic], resolution: str) -> tuple[Topic, ...]:
    """Return `topics` as they were before anyone had read the document `resolution`."""
    return tuple(
        replace(
            topic,
            provisions=tuple(one for one in topic.provisions if one.resolution != resolution),
        )
        for topic in topics
    )


def is_unknown(address: Address, library: Mapping[str, Resolution]) -> bool:
    """Return True if a document of `library` is named that has no provision at `address`."""
    document = library.get(address.resolution)
    return document is not None and document.find(address) is None


def key(words: str) -> str:
    """Return `words` in the form in which names and questions are told apart."""
    return " ".join(syllables(words))


def _topic(line: _Line, library: Mapping[str, Resolution]) -> Topic:
    return Topic(
        name=normalise(line.topic),
        heading=normalise(line.heading),
        rights=line.rights,
        provisions=tuple(
            one
            for one in line.addresses
            if one.resolution in library and not is_unknown(one, library)
        ),
        questions=tuple(normalise(question) for question in line.questions),
    )


@dataclass(slots=True)
class _Check:
    """Refuses what no topic can say, remembering names and questions from line to line."""

    path: Path
    library: Mapping[str, Resolution]
    added: Collection[str]
    names: dict[str, int] = field(default_factory=dict)
    questions: dict[str, int] = field(default_factory=dict)

    def line(self, number: int, line: _Line) -> None:
        """Raise BadTopics where `line` is at fault."""
        self._new(self.names, line.topic, number)
        for question in line.questions:
            self._new(self.questions, question, number)
        if len(set(line.rights)) < len(line.rights):
            raise BadTopics(self.path, "names a right twice", number)
        self._provisions(line.addresses, number)

    def _new(self, known: dict[str, int], words: str, number: int) -> None:
        folded = key(words)
        if not folded:
            raise BadTopics(self.path, f"“{words}” holds no word", number)
        if folded in known:
            raise BadTopics(self.path, f"“{words}” stands in line {known[folded]} already", number)
        known[folded] = number

    def _provisions(self, addresses: Iterable[Address], number: int) -> None:
        before: set[Address] = set()
        for address in addresses:
            label = f"{provision_label(address)} of {address.resolution}"
            if address.resolution not in self.added and is_unknown(address, self.library):
                raise BadTopics(self.path, f"there is no {label}", number)
            if address in before:
                raise BadTopics(self.path, f"names {label} twice", number)
            before.add(address)
