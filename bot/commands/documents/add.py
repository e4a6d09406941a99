"""`danbiet add`: a document that came in is shown, tried, and once confirmed taken into use."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.documents.locating import ask_province
from bot.commands.documents.preview import print_preview
from bot.commands.documents.proposing import ProposalQuestions, publish
from bot.commands.terminal import application, make_ready, user_name, write
from bot.commands.wiring import Application
from bot.publishing.publisher import Publisher
from knowledge.errors import DanBietError
from knowledge.language.text import normalise
from knowledge.library.intake.history import Event, IntakeStep
from knowledge.library.intake.identity import OtherId
from knowledge.library.intake.prospect import Prospect, corrected, examine, find_same, restated
from knowledge.library.intake.shelves import Shelves
from knowledge.parsing.corrections import Correction, with_statements
from prompts.render import render


@dataclass(frozen=True, slots=True)
class Wishes:
    """The wishes that came with the file: the id to have, and not to ask.

    `despite` is the reason to take it with its serious faults, `found_at` where it was found.
    """

    resolution_id: str = ""
    yes: bool = False
    despite: str = ""
    found_at: str = ""


class SeriousFaults(DanBietError):
    """A copy has faults that nobody has answered for."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(f"the copy has serious faults: {count}")


def add(file: Path, wishes: Wishes, parts: Application | None = None) -> None:
    """Show the document in `file` and what it changes; once confirmed, let it be answered from.

    Raises:
        UnreadableSource, BadCorrections, LibraryUnreadable, BadId, IdTaken, OtherId: the document
            cannot be in the library.
        SeriousFaults: it has such faults, and no reason is given to take it all the same.
        Unconfirmed: there is no terminal to ask at.
        Busy, NotPrepared, Overtaken, AdditionLost, BuildError: it could not be put in.
    """
    parts = parts or application()
    shelves = parts.materials.shelves
    wishes = _with_known_id(file, wishes, shelves)
    library = parts.materials.documents()
    examined = examine(file, wishes.resolution_id, shelves, library)
    candidate = _as_wished(examined, wishes)
    if candidate.changes_nothing:
        write(render("adding/same", id=candidate.document.id))
        make_ready(parts)
        return
    print_preview(candidate, library)
    stated = {} if wishes.yes else ask_province(candidate.placeless)
    if stated:
        candidate = _restated(candidate, stated, wishes, parts)
        print_preview(candidate, library)
    if candidate.serious:
        raise SeriousFaults(len(candidate.serious))

    def done(key: str, publisher: Publisher) -> str:
        now = datetime.now(UTC)
        events = _events(file, wishes, stated, now)
        return publisher.publish(key, candidate, events, user_name(), now)

    asking = ProposalQuestions(
        "adding/rehearsal/question",
        "adding/rehearsal/last_question",
        "adding/rehearsal/declined",
        wishes.yes,
    )
    if version := publish(candidate, asking, parts, done):
        write(render("adding/added", id=candidate.id, version=version))


def _with_known_id(file: Path, wishes: Wishes, shelves: Shelves) -> Wishes:
    """Return `wishes` with the id under which the file itself is there; raise OtherId."""
    known, given = find_same(file, shelves), wishes.resolution_id
    if known and given and given != known:
        raise OtherId(given, known)
    return replace(wishes, resolution_id=given or known)


def _restated(
    candidate: Prospect, stated: Mapping[str, Correction], wishes: Wishes, parts: Application
) -> Prospect:
    materials = parts.materials
    library, given_id = materials.documents(), wishes.resolution_id
    return _as_wished(restated(candidate, stated, given_id, materials.shelves, library), wishes)


def _as_wished(candidate: Prospect, wishes: Wishes) -> Prospect:
    reason, found_at = normalise(wishes.despite), normalise(wishes.found_at) or None
    answers = [(fault, reason) for fault in candidate.serious if reason]
    if not answers and not found_at:
        return candidate
    return corrected(candidate, with_statements(candidate.corrections, {}, answers, found_at))


def _events(
    file: Path, wishes: Wishes, stated: Collection[str], now: datetime
) -> tuple[Event, ...]:
    said = {"answered": wishes.despite, "found_at": wishes.found_at}
    about = ", ".join((*stated, *(fact for fact, words in said.items() if normalise(words))))
    corrected_by = [(IntakeStep.CORRECTED, about)] if about else []
    steps = [(IntakeStep.BROUGHT, file.name), *corrected_by, (IntakeStep.PUBLISHED, "")]
    return tuple(Event(now, user_name(), step, about) for step, about in steps)
