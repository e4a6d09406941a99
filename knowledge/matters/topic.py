"""Topics that residents ask about, with plain answers: the files of `matters`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from knowledge.language.text import normalise, syllables
from knowledge.law.references.citation import provision_label
from knowledge.law.resolution import Address, Resolution
from knowledge.matters.jsonl import BadLine, LineFault, WrittenAddress, read_jsonl
from knowledge.matters.office import LONGEST_TOLD, OfficeAnswer, WrittenOfficeAnswer

TOPICS = Path(__file__).parent
"""The folder that comes with the project."""
JUDGEMENTS = "judgements.jsonl"
"""The one file of such a folder that holds no topics."""

LONGEST_HEADING = 60
"""Characters of a heading that a phone shows on one or two lines."""
LONGEST_SHORT = 45
"""Syllables of a plain answer that somebody in a hurry reads."""


class Right(StrEnum):
    """The rights of residents, in the words of the law: know, discuss, decide, supervise."""

    KNOW = "biet"
    DISCUSS = "ban"
    DECIDE = "quyet_dinh"
    SUPERVISE = "giam_sat"


@dataclass(frozen=True, slots=True)
class PlainAnswer:
    """The meaning of provisions of one document for the person who asks, in our own words.

    The answer rests on the `basis`, the provision that answers most first. `short` answers in one
    to three plain sentences, "" where nobody has written them yet; `steps` say what to do next. It
    is `general` where the provision only urges. `as_of` is the day for which it was written and
    read against the text; it holds from the day `since` to the day `until`, without end for None.
    `marks` maps a provision to the mark of its words then (knowledge/law/fingerprint.py), also one
    that its document has no more.
    """

    basis: tuple[Address, ...]
    short: str = ""
    steps: tuple[str, ...] = ()
    general: bool = False
    as_of: date | None = None
    since: date | None = None
    until: date | None = None
    marks: tuple[tuple[Address, str], ...] = ()

    @property
    def document(self) -> str:
        """Return the id of the document that it rests on."""
        return self.basis[0].resolution

    def holds(self, day: date) -> bool:
        """Return True if it is told to who asks for the law of `day`."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Topic:
    """The topic of a group of sample questions, and its answers.

    `name` is the heading under which residents find it, `id` a name that stays. A topic that lies
    `within` another one, named there, has only the provisions that persons name, and residents hear
    of it under the name of the other. `office` has the answers of offices, on no provision.
    """

    name: str
    rights: tuple[Right, ...]
    answers: tuple[PlainAnswer, ...]
    questions: tuple[str, ...]
    id: str = ""
    within: str = ""
    office: tuple[OfficeAnswer, ...] = ()

    @property
    def is_of_offices(self) -> bool:
        """Return True if offices alone tell of it."""
        return bool(self.office) and not self.answers

    @property
    def provisions(self) -> tuple[Address, ...]:
        """Return the provisions that answer it, as a person says."""
        return tuple(dict.fromkeys(address for answer in self.answers for address in answer.basis))


class BadTopics(BadLine):
    """A file of topics that does not say what such a file can say."""


class WrittenGround(WrittenAddress):
    """A provision of a basis, with the mark of its words."""

    mark: str = ""


class WrittenAnswer(BaseModel):
    """A plain answer as a file writes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    basis: Annotated[tuple[WrittenGround, ...], Field(min_length=1)]
    short: str = ""
    steps: tuple[str, ...] = ()
    general: bool = False
    as_of: date | None = None
    since: date | None = None
    until: date | None = None

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Return the provisions, the one that answers most first."""
        return tuple(written.address for written in self.basis)


class WrittenTopic(BaseModel):
    """A topic as a line of a file writes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    heading: Annotated[str, Field(max_length=LONGEST_HEADING)]
    rights: Annotated[tuple[Right, ...], Field(min_length=1)]
    questions: Annotated[tuple[str, ...], Field(min_length=1)]
    answers: tuple[WrittenAnswer, ...] = ()
    office: tuple[WrittenOfficeAnswer, ...] = ()


def topic_files(folder: Path) -> list[Path]:
    """Return the files of topics in `folder`, by name."""
    return sorted(path for path in folder.glob("*.jsonl") if path.name != JUDGEMENTS)


def read_topics(
    folder: Path,
    library: Iterable[Resolution],
    added: Collection[str] = (),
    own: Path | None = None,
) -> tuple[Topic, ...]:
    """Return the topics in the files of `folder`, and those of the staff in the file `own`.

    A topic of the staff takes the place of the one with its id; there may be no such file.
    Answers that rest on documents that are not in `library` are kept: it may hold fewer. A
    provision that a document of the ids `added` lacks is left out: its version before may have had
    it.

    Raises:
        BadTopics: a file cannot be read, a line is no topic, names a provision that its document
            does not have, or says again what was said before; diacritics make no difference.
    """
    documents = {document.id: document for document in library}
    check = _Check(documents, added)
    topics = []
    for path, number, line in _lines(folder, own):
        check.line(path, number, line)
        topics.append(topic_of(line, documents))
    if not topics:
        raise BadTopics(folder, LineFault("no_topic", "holds no topic"))
    return tuple(topics)


def without(topics: Iterable[Topic], resolution: str) -> tuple[Topic, ...]:
    """Return `topics` as they were before anyone had read the document `resolution`."""
    return tuple(
        replace(
            topic,
            answers=tuple(answer for answer in topic.answers if answer.document != resolution),
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


def topic_of(line: WrittenTopic, library: Mapping[str, Resolution]) -> Topic:
    """Return the topic that `line` says, without provisions that documents of `library` lack."""
    answers = (_plain(answer, library) for answer in line.answers)
    return Topic(
        id=line.id,
        name=normalise(line.heading),
        rights=line.rights,
        answers=tuple(answer for answer in answers if answer.basis),
        questions=tuple(normalise(question) for question in line.questions),
        office=tuple(written.answer for written in line.office),
    )


def _lines(folder: Path, own: Path | None) -> Iterator[tuple[Path, int, WrittenTopic]]:
    """Yield the lines of all files, those of `own` where the ones are whose place they take."""
    ours: dict[str, list[tuple[Path, int, WrittenTopic]]] = {}
    if own is not None and own.exists():
        for number, line in read_jsonl(own, WrittenTopic, BadTopics):
            ours.setdefault(line.id, []).append((own, number, line))
    for path in topic_files(folder):
        for number, line in read_jsonl(path, WrittenTopic, BadTopics):
            yield from ours.pop(line.id, None) or [(path, number, line)]
    for added in ours.values():
        yield from added


def _plain(answer: WrittenAnswer, library: Mapping[str, Resolution]) -> PlainAnswer:
    known = [ground for ground in answer.basis if not is_unknown(ground.address, library)]
    return PlainAnswer(
        basis=tuple(ground.address for ground in known),
        marks=tuple((ground.address, ground.mark) for ground in answer.basis if ground.mark),
        short=normalise(answer.short),
        steps=tuple(map(normalise, answer.steps)),
        general=answer.general,
        as_of=answer.as_of,
        since=answer.since,
        until=answer.until,
    )


@dataclass(slots=True)
class _Check:
    """Refuses lines that no topic can have; it remembers names and questions from line to line."""

    library: Mapping[str, Resolution]
    added: Collection[str]
    known: dict[tuple[str, str], tuple[Path, int]] = field(default_factory=dict)

    def line(self, path: Path, number: int, line: WrittenTopic) -> None:
        """Raise BadTopics where `line` is at fault."""
        here = (path, number)
        self._new("id", line.id, here)
        self._new("heading", line.heading, here)
        for question in line.questions:
            self._new("question", question, here)
        if len(set(line.rights)) < len(line.rights):
            raise BadTopics(path, LineFault("right_twice", "names a right twice"), number)
        if not line.answers and not line.office:
            raise BadTopics(path, LineFault("no_answer", "has no answer"), number)
        for answer in line.answers:
            self._answer(answer, here)
        for answer_of_office in line.office:
            _within_length(answer_of_office.short, LONGEST_TOLD, here)

    def _new(self, what: str, words: str, here: tuple[Path, int]) -> None:
        folded = key(words)
        path, number = here
        if not folded:
            fault = LineFault("no_word", "“{words}” holds no word", words=words)
            raise BadTopics(path, fault, number)
        if (what, folded) in self.known:
            before, line = self.known[what, folded]
            where = f"{before.name}:{line}"
            english = "“{words}” stands in {where} already"
            fault = LineFault("said_before", english, words=words, where=where)
            raise BadTopics(path, fault, number)
        self.known[what, folded] = here

    def _answer(self, answer: WrittenAnswer, here: tuple[Path, int]) -> None:
        path, number = here
        before: set[Address] = set()
        for address in answer.addresses:
            facts = {"provision": provision_label(address), "document": address.resolution}
            if address.resolution not in self.added and is_unknown(address, self.library):
                english = "there is no {provision} of {document}"
                raise BadTopics(path, LineFault("no_provision", english, **facts), number)
            if address in before:
                english = "names {provision} of {document} twice"
                raise BadTopics(path, LineFault("provision_twice", english, **facts), number)
            before.add(address)
        if len({address.resolution for address in before}) > 1:
            fault = LineFault("two_documents", "an answer rests on two documents")
            raise BadTopics(path, fault, number)
        _within_length(answer.short, LONGEST_SHORT, here)


def _within_length(short: str, longest: int, here: tuple[Path, int]) -> None:
    path, number = here
    if len(short.split()) > longest:
        said = short[:LONGEST_HEADING]
        english = "“{words}…” has over {longest} words"
        raise BadTopics(path, LineFault("too_long", english, words=said, longest=longest), number)
