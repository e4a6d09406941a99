"""The values that pass from step to step: a question, how it was read, the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, assert_never

from bot.answer.acts.act import Act
from index.hit import Hit
from knowledge.gazetteer.places import Place, PlaceMention
from knowledge.law.references.citation import Reference
from knowledge.law.resolution import Address


class Status(StrEnum):
    """The outcome of a question."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    """About grassroots democracy, but no provision that applies here says it."""
    OUT_OF_SCOPE = "out_of_scope"
    NO_RESOLUTION = "no_resolution"
    """No resolution in the library applies to the place on the day."""
    SMALL_TALK = "small_talk"

    @property
    def is_unanswered(self) -> bool:
        """Return True if something was asked and no provision answers it."""
        match self:
            case Status.NOT_FOUND | Status.OUT_OF_SCOPE | Status.NO_RESOLUTION:
                return True
            case Status.ANSWERED | Status.SMALL_TALK:
                return False
            case _:
                assert_never(self)


class Fact(StrEnum):
    """A fact that can be asked about a document itself.

    Each has patterns (`understand.asked.facts`), and either a heading or places and words
    (`quoting.facts`, `answer/parts/fact.j2`, `answer/parts/sentence.j2`).
    """

    NUMBER = "number"
    ISSUED_ON = "issued_on"
    PASSED_ON = "passed_on"
    EFFECT = "effect"
    EXPIRY = "expiry"
    SESSION = "session"
    SIGNER = "signer"
    ISSUER = "issuer"
    LEGAL_BASES = "legal_bases"
    TITLE = "title"
    AUDIENCE = "audience"
    SUBJECT = "subject"


class Measure(StrEnum):
    """The kind of amount that a question asks for, and that an answer has to hold."""

    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    FREQUENCY = "frequency"
    AGE = "age"
    COUNT = "count"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A turn before a question: what was asked, as read, and what became of it.

    `place` is the one that was answered for, `topics` are the nearest ones, best first; `answered`
    is the provision that answered best, None where none did. A later question is read by it; its
    answer rests on nothing of it.
    """

    text: str
    cited: tuple[Address, ...] = ()
    topics: tuple[str, ...] = ()
    place: Place | None = None
    answered: Address | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of somebody: the words, the place they name as theirs, the day that counts.

    `earlier` are the turns before it to which it may refer, oldest first. `nationwide` tells that
    it is asked of the law of the whole country alone, `again` that it was asked and made whole
    before: what a chat says once has been said.
    """

    text: str
    on: date
    place: Place | None = None
    earlier: tuple[Earlier, ...] = ()
    nationwide: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as understood.

    `asked` is the question as typed, in NFC; `text` has abbreviations written out; `searched` is
    what is looked for: the text without the places it names; `focus` are the sentences of it that
    ask, all of it where none surely does; `other_kind` tells whether a provision of a law or decree
    is asked for; `act` is what the message does in the talk where it asks for no provision,
    `in_danger` tells whether somebody may be; `parts` are the questions of a message that asks
    several, or the same of the several places `compared`; `day` is the one on which the law is
    asked for. `follows` tells whether the text was made whole from earlier turns, `leans` whether
    it is brief and may be about them; `english` whether it was asked in English.
    """

    asked: str
    text: str
    searched: str
    mentions: tuple[PlaceMention, ...] = ()
    references: tuple[Reference, ...] = ()
    numbers: tuple[str, ...] = ()
    other_kind: bool = False
    fact: Fact | None = None
    measure: Measure | None = None
    civic: bool = False
    act: Act | None = None
    in_danger: bool = False
    parts: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    day: date | None = None
    follows: bool = False
    leans: bool = False
    focus: str = ""
    english: bool = False

    @property
    def changed(self) -> bool:
        """Return True if the question is read as something else than was typed."""
        return self.text != self.asked

    @property
    def is_certain(self) -> bool:
        """Return True if the question names what it wants: a provision, or a fact of a document."""
        return bool(self.references) or self.fact is not None


@dataclass(frozen=True, slots=True)
class Lead:
    """Words that a quote stands under: a heading, or the sentence that introduces a list.

    They are those of the provision at `address`, without what was cut off before or after them.
    """

    address: Address
    quote: str
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision that an answer rests on, and the words quoted from it.

    `whole` tells whether the quote is all of the provision's heading or text. `lead` is shown
    before it, outermost first: the answer does not rest on that, but the quote completes it. The
    quote is "" where the library lacks the document and only a plain answer can be told.
    """

    address: Address
    label: str
    quote: str
    whole: bool = True
    lead: tuple[Lead, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the citation in the form that JSON uses."""
        return {
            **self.address.as_dict(),
            "label": self.label,
            "quote": self.quote or None,
            "lead": [{**lead.address.as_dict(), "quote": lead.quote} for lead in self.lead],
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """The words that the resident gets, and what they rest on.

    `confidence` is the probability that the first citation answers the question, None where that
    rests on no search; the `score` of a passage is that of the search turned into a probability.
    `timings_ms` maps a step to milliseconds; `topics` are the nearest ones, best first. `short`,
    `steps` and the id `matter` are those of the plain answer that it begins with, if it does.
    """

    question: str
    understood_as: str
    status: Status
    text: str
    place: Place | None
    citations: tuple[Citation, ...] = ()
    passages: tuple[Hit, ...] = ()
    confidence: float | None = None
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    short: str = ""
    steps: tuple[str, ...] = ()
    matter: str = ""

    def as_earlier(self) -> Earlier:
        """Return the answer as later questions may refer to it."""
        cited = tuple(citation.address for citation in self.citations)
        return Earlier(self.understood_as, cited, self.topics, self.place, self.answered)

    @property
    def answered(self) -> Address | None:
        """Return the provision that answers best, None where none does."""
        answered = self.status is Status.ANSWERED
        return next((citation.address for citation in self.citations), None) if answered else None

    def as_dict(self) -> dict[str, Any]:
        """Return the answer as `danbiet ask --json` prints it."""
        return {
            "question": self.question,
            "understood_as": self.understood_as,
            "status": self.status.value,
            "text": self.text,
            "place": self.place.name if self.place else None,
            "citations": [citation.as_dict() for citation in self.citations],
            "short": self.short or None,
            "steps": list(self.steps),
            "matter": self.matter or None,
            "passages": [
                {**hit.address.as_dict(), "score": round(hit.score, 4)} for hit in self.passages
            ],
            "timings_ms": {step: round(spent, 2) for step, spent in self.timings_ms.items()},
        }
