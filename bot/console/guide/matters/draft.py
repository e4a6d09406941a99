"""The forms of the matters, as somebody sent them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Annotated

from pydantic import BaseModel, Field, Json

from bot.console.choosing.gold import Gold
from bot.console.guide.matters.faults import Faults, MatterFault
from bot.store.keys.masking import mask
from knowledge.language.text import normalise, syllables
from knowledge.law.resolution import Address
from knowledge.matters.topic import LONGEST_HEADING, LONGEST_SHORT, PlainAnswer, Right, Topic, key

SEARCH = "tim"
FEWEST_QUESTIONS = 3
_LONGEST_QUESTION = 500
_MOST_STEPS = 3
_LONGEST_STEP = 160
_NO_NUL = r"^[^\x00]*$"
Said = Annotated[str, Field(max_length=5000, pattern=_NO_NUL)]
Long = Annotated[str, Field(max_length=100_000, pattern=_NO_NUL)]
Name = Annotated[str, Field(max_length=255, pattern=_NO_NUL)]


class LineForm(BaseModel):
    """The fields of every form: the mark of the matter as it was shown, and the pressed button."""

    ban: Annotated[str, Field(max_length=64)] = ""
    viec: Annotated[str, Field(max_length=10)] = ""


class LineDraft(LineForm):
    """A line: its words, its steps one a line, what it rests on, what else is looked for."""

    loi: Said = ""
    buoc: Said = ""
    can_cu: Annotated[list[Json[Gold]], Field(max_length=20)] = []
    tim: Name = ""

    @classmethod
    def of_line(cls, answer: PlainAnswer) -> LineDraft:
        """Return the form filled with a line."""
        return cls.model_construct(
            loi=answer.short,
            buoc="\n".join(answer.steps),
            can_cu=[Gold.of(address) for address in answer.basis],
        )

    @property
    def chosen(self) -> tuple[Gold, ...]:
        """Return the provisions that were chosen, each once."""
        return tuple(dict.fromkeys(self.can_cu))

    @property
    def basis(self) -> tuple[Address, ...]:
        """Return the chosen provisions that have a single address."""
        return tuple(gold.address for gold in self.chosen if gold.address)

    @property
    def short(self) -> str:
        """Return the line as it is kept."""
        return normalise(self.loi)

    @property
    def steps(self) -> tuple[str, ...]:
        """Return the steps as they are kept."""
        return by_line(self.buoc)

    def line_faults(self) -> Faults:
        """Return the faults of the line, leaving aside if its provisions exist."""
        faults: Faults = {}
        if not syllables(self.short) or len(self.short.split()) > LONGEST_SHORT:
            faults["loi"] = MatterFault.SHORT
        faults.update(step_faults(self.steps))
        if not self.chosen or len(self.basis) < len(self.chosen):
            faults["can_cu"] = MatterFault.GROUNDS
        if len({gold.resolution for gold in self.chosen}) > 1:
            faults["can_cu"] = MatterFault.DOCUMENTS
        return faults


class SheetDraft(LineForm):
    """The heading of a matter, its rights, and its sample questions, one a line."""

    tieu_de: Said = ""
    quyen: Annotated[list[Right], Field(max_length=len(Right))] = []
    mau: Long = ""

    @classmethod
    def of_matter(cls, topic: Topic) -> SheetDraft:
        """Return the form filled with a matter."""
        mau = "\n".join(topic.questions)
        return cls.model_construct(tieu_de=topic.name, quyen=list(topic.rights), mau=mau)

    @property
    def heading(self) -> str:
        """Return the heading as it is kept."""
        return normalise(self.tieu_de)

    @property
    def rights(self) -> tuple[Right, ...]:
        """Return the rights, each once, in their order."""
        return tuple(right for right in Right if right in self.quyen)

    @property
    def questions(self) -> tuple[str, ...]:
        """Return the questions as they are kept, each once."""
        masked = (normalise(mask(question)) for question in by_line(self.mau))
        first: dict[str, str] = {}
        for question in masked:
            first.setdefault(key(question), question)
        return tuple(question for words, question in first.items() if words)

    def sheet_faults(self) -> Faults:
        """Return the faults of the fields, leaving aside what other matters say."""
        faults: Faults = {}
        if not key(self.heading) or len(self.heading) > LONGEST_HEADING:
            faults["tieu_de"] = MatterFault.HEADING
        if not self.rights:
            faults["quyen"] = MatterFault.RIGHTS
        if len(self.questions) < FEWEST_QUESTIONS:
            faults["mau"] = MatterFault.FEW_QUESTIONS
        if any(len(question) > _LONGEST_QUESTION for question in self.questions):
            faults["mau"] = MatterFault.LONG_QUESTION
        return faults


class MatterDraft(LineDraft, SheetDraft):
    """A new matter: all of it."""


def doubles(
    draft: SheetDraft, others: Iterable[Topic]
) -> tuple[bool, tuple[tuple[str, Topic], ...]]:
    """Return True if another matter has the heading, and the questions that others have too."""
    is_taken = False
    known: dict[str, Topic] = {}
    for topic in others:
        is_taken = is_taken or key(topic.name) == key(draft.heading)
        known.update((key(question), topic) for question in topic.questions)
    owners = ((question, known.get(key(question))) for question in draft.questions)
    return is_taken, tuple((question, topic) for question, topic in owners if topic)


def step_faults(steps: Collection[str]) -> Faults:
    """Return what is wrong with the steps of an answer."""
    if len(steps) > _MOST_STEPS or any(len(step) > _LONGEST_STEP for step in steps):
        return {"buoc": MatterFault.STEPS}
    return {}


def by_line(typed: str) -> tuple[str, ...]:
    """Return the lines of `typed` that say something."""
    lines = (normalise(line) for line in typed.splitlines())
    return tuple(line for line in lines if line)
