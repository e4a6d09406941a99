"""`danbiet remove`: a document is taken out of the library, tried before and undone by rollback."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.commands.documents.proposing import ProposalQuestions, publish
from bot.commands.terminal import application, user_name, write
from bot.commands.wiring import Application
from bot.publishing.publisher import Publisher
from knowledge.errors import DanBietError
from knowledge.language.text import normalise
from knowledge.library.intake.history import Event, IntakeStep
from knowledge.library.intake.removal import left_by, required_removal, revived_by
from prompts.render import render


class NoReason(DanBietError):
    """A document is to be taken out, and nobody says why."""

    def __init__(self) -> None:
        super().__init__("give the reason with --reason")


def remove(resolution_id: str, reason: str, *, yes: bool, parts: Application | None = None) -> None:
    """Show what taking out a document changes; once confirmed, answer without it.

    Raises:
        NoReason: `reason` is empty.
        UnknownResolution, LastDocument: there is no such document, or no other.
        Unconfirmed: there is no terminal to ask at.
        Busy, NotPrepared, Overtaken, AdditionLost, BuildError: it could not be taken out.
    """
    parts, why = parts or application(), normalise(reason)
    if not why:
        raise NoReason
    library = parts.materials.documents()
    removal = required_removal(resolution_id, parts.materials.shelves, library)
    revived = revived_by(removal, library)
    facts = {"document": removal.previous, "left": left_by(removal, library), "reason": why}
    write(render("removing/preview", revived=revived, **facts))

    def done(key: str, publisher: Publisher) -> str:
        now = datetime.now(UTC)
        events = (Event(now, user_name(), IntakeStep.REMOVED, why),)
        return publisher.publish(key, removal, events, user_name(), now)

    asking = ProposalQuestions(
        "removing/question", "removing/last_question", "removing/declined", yes
    )
    if version := publish(removal, asking, parts, done):
        write(render("removing/removed", id=removal.id, version=version))
