"""The messages that the recogniser of acts is learned from.

`acts.jsonl` has messages with their act, `danger.jsonl` messages with true if somebody is in
danger, `places.txt` ways to say where one lives. Questions of the matters stand for all that is
none of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from pydantic import BaseModel, ConfigDict

from bot.answer.acts.act import Act
from knowledge.language.text import fold
from knowledge.matters.jsonl import BadLine, read_jsonl
from knowledge.matters.lists.outside import OUTSIDE, OutsideKind, read_matters
from knowledge.matters.topic import TOPICS, topic_files

QUESTION, OTHER_FIELD, PLACE = "question", "other_field", "place"
"""Labels that are no act."""
_HERE = Path(__file__).parent
_QUESTIONS, _OTHERS, _PLACES, _CIVIL = 1500, 700, 1500, 300
"""Numbers of messages of each kind that stand for no act."""
_LITTLE, _SOME = 0.3, 0.5
"""Weights of a question of the matters or a place, and of a question with courtesies.

A message that was written for this has 1.
"""
_BARE = 0.4
"""The share of statements of a place that are typed without diacritics."""


class BadExample(BadLine):
    """A file of messages that cannot be read, or a line that is none."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message, its act, its weight for that act, and True if somebody is in danger.

    `act` is None for a message that was written for danger alone, `danger` is None for a message on
    reprisal: some threats are dangers, others are not.
    """

    said: str
    act: str | None
    danger: bool | None = False
    weight: float = 1.0


class _Act(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    say: str
    act: str


class _Danger(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    say: str
    danger: bool


class _Matter(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    questions: tuple[str, ...]


def read_messages(seed: int = 1) -> tuple[Message, ...]:
    """Return every message to learn from; the same for the same `seed`."""
    chance = Random(seed)  # noqa: S311 - which examples are taken is no secret
    questions = tuple(_questions(chance))
    civil = tuple(_with_courtesies(questions, chance))
    acts = (
        Message(line.say, line.act, None if line.act == Act.REPRISAL else False)
        for _, line in read_jsonl(_HERE / "acts.jsonl", _Act, BadExample)
    )
    dangers = (
        Message(line.say, None, line.danger)
        for _, line in read_jsonl(_HERE / "danger.jsonl", _Danger, BadExample)
    )
    return (*acts, *dangers, *questions, *civil, *_places(chance))


def _questions(chance: Random) -> Iterator[Message]:
    civic = [
        question
        for path in topic_files(TOPICS)
        for _, matter in read_jsonl(path, _Matter, BadExample)
        for question in matter.questions
    ]
    others = [
        phrase
        for matter in read_matters(TOPICS / OUTSIDE)
        if matter.kind is OutsideKind.FIELD
        for phrase in matter.phrases
    ]
    for label, texts, most in ((QUESTION, civic, _QUESTIONS), (OTHER_FIELD, others, _OTHERS)):
        # those beyond `most` teach nothing of acts, but that nobody is in danger
        for number, said in enumerate(chance.sample(texts, len(texts))):
            yield Message(said, label if number < most else None, weight=_LITTLE)


def _with_courtesies(questions: tuple[Message, ...], chance: Random) -> Iterator[Message]:
    """Yield questions that begin or end as civil people begin and end: they ask all the same."""
    of_field = [message for message in questions if message.act == QUESTION]
    for message in chance.sample(of_field, _CIVIL):
        said = chance.choice(_COURTESIES).format(question=message.said)
        yield Message(fold(said) if chance.random() < _BARE else said, QUESTION, weight=_SOME)


def _places(chance: Random) -> Iterator[Message]:
    forms, names = ((_HERE / name).read_text("utf-8").splitlines() for name in _PLACE_FILES)
    for _ in range(_PLACES):
        said = chance.choice(forms).format(place=chance.choice(names))
        bare = chance.random() < _BARE
        yield Message(fold(said) if bare else said, PLACE, weight=_LITTLE)


_PLACE_FILES = ("places.txt", "names.txt")
_COURTESIES = tuple((_HERE / "courtesies.txt").read_text("utf-8").splitlines())
