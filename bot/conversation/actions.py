"""The names by which choices ask for a step: they are remembered, so a name once given stays."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from bot.conversation.values import Choice, ChoiceAction
from prompts.render import render

Row = tuple[Choice, ...]


class ActionName(StrEnum):
    """Every step that a choice can ask for, with the arguments that it takes."""

    START = "start"
    HELP = "help"
    ASK_PLACE = "ask_place"
    SET_PLACE = "set_place"
    """A place, as JSON."""
    RIGHTS = "rights"
    RIGHT = "right"
    """A right, and the number of topics to pass over."""
    TOPIC = "topic"
    """A right, the name of a topic, and the number of provisions to pass over."""
    DOCUMENTS = "documents"
    ARTICLES = "articles"
    """The id of a resolution, and the number of articles to pass over."""
    CITED = "cited"
    """A turn, and which of its citations."""
    PROVISION = "provision"
    """An address as JSON, and the fingerprint of the words that were offered."""
    RELATED = "related"
    """A turn, and the number of provisions to pass over."""
    GOOD = "good"
    BAD = "bad"
    REASON = "reason"
    """A turn, and why its answer was bad."""
    STAFF = "staff"
    WRITE_STAFF = "write_staff"
    STAFF_GOOD = "staff_good"
    STAFF_BAD = "staff_bad"
    """A turn that the staff has answered, or is to answer."""
    ASK_BOT = "ask_bot"
    """A turn: words to the staff that the bot answers after all; none where there are none."""
    AGAIN = "again"
    """A turn whose question is answered anew, for the place of the chat."""
    DELETION = "deletion"
    FORGET = "forget"
    KEEP = "keep"
    RESEND = "resend"
    """A delivery."""


def offer(name: ActionName, *arguments: str, label: str | None = None) -> Choice:
    """Return the choice of a step, under its usual label unless another is given."""
    words = label or label_of(name.value)
    return Choice(words[:1].upper() + words[1:], ChoiceAction(name, arguments))


def label_of(name: str) -> str:
    """Return the usual label of what is called `name`."""
    return render("chat/label", name=name)


def one_a_row(choices: Iterable[Choice]) -> tuple[Row, ...]:
    """Return rows of one choice each."""
    return tuple((choice,) for choice in choices)
