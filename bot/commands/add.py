"""`danbiet add`: a document that came in is shown, tried, and once confirmed taken into use."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from bot.commands.locating import YES, ask_province
from bot.commands.preview import print_preview, print_rehearsal
from bot.commands.terminal import (
    STATUS,
    application,
    make_ready,
    progress_bar,
    read_line,
    today,
    user_name,
    write,
)
from bot.publishing.publisher import Publisher
from bot.wiring import Application
from index.errors import IndexUnusable
from knowledge.corrections import Statement, with_statements
from knowledge.errors import DanBietError
from knowledge.intake.candidate import Candidate, corrected, examine, find_same, restated
from knowledge.intake.history import Event, Step
from knowledge.intake.identity import OtherId
from knowledge.intake.shelves import Shelves
from knowledge.text import fold, normalise
from prompts.render import render


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was said with the file: the id to have, and not to ask.

    `despite` is the reason to take it with its serious faults, `found_at` where it was found.
    """

    resolution_id: str = ""
    yes: bool = False
    despite: str = ""
    found_at: str = ""


class SeriousFaults(DanBietError):
    """A copy has faults that nobody has answered for."""

    def __init__(self, count: int) -> None:
        super().__init__(render("adding/serious", count=count))


class Unconfirmed(DanBietError):
    """Nobody is there to be asked whether a document is to be added."""

    def __init__(self) -> None:
        super().__init__(render("adding/unconfirmed"))


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
    found = examine(file, wishes.resolution_id, shelves, library)
    candidate = _as_wished(found, wishes)
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
    if not _agreed("adding/question", wishes):
        return
    with _prepared(parts, candidate) as (key, publisher):
        _rehearse(parts, publisher, key, candidate)
        if not _agreed("adding/last_question", wishes):
            return
        now = datetime.now(UTC)
        events = _events(file, wishes, stated, now)
        version = publisher.publish(key, candidate, events, user_name(), now)
    write(render("adding/added", id=candidate.document.id, version=version))


def _with_known_id(file: Path, wishes: Wishes, shelves: Shelves) -> Wishes:
    """Return `wishes` with the id under which the file itself is there; raise OtherId."""
    known, given = find_same(file, shelves), wishes.resolution_id
    if known and given and given != known:
        raise OtherId(given, known)
    return replace(wishes, resolution_id=given or known)


def _restated(
    candidate: Candidate, stated: Mapping[str, Statement], wishes: Wishes, parts: Application
) -> Candidate:
    materials = parts.materials
    library, given_id = materials.documents(), wishes.resolution_id
    return _as_wished(restated(candidate, stated, given_id, materials.shelves, library), wishes)


def _as_wished(found: Candidate, wishes: Wishes) -> Candidate:
    reason, found_at = normalise(wishes.despite), normalise(wishes.found_at) or None
    answers = [(one, reason) for one in found.serious if reason]
    if not answers and not found_at:
        return found
    return corrected(found, with_statements(found.corrections, {}, answers, found_at))


@contextmanager
def _prepared(parts: Application, candidate: Candidate) -> Iterator[tuple[str, Publisher]]:
    """Give the key under which the index with `candidate` lies for as long as it is needed."""
    with progress_bar("terminal/making_model") as report:
        publisher = parts.publisher(parts.embedder(report))
    key = uuid4().hex
    STATUS.print(render("terminal/loading_model"))
    try:
        with progress_bar("terminal/indexing") as report:
            publisher.prepare(key, candidate, report)
        yield key, publisher
    finally:
        publisher.forget(key)


def _rehearse(parts: Application, publisher: Publisher, key: str, candidate: Candidate) -> None:
    """Print which answers change; nothing where nothing is answered yet."""
    try:
        serving = parts.answerer(publisher.embedder)
    except IndexUnusable:
        return
    with progress_bar("adding/rehearsing") as report:
        rehearsal = publisher.rehearse(key, candidate, serving, today(), report)
    print_rehearsal(rehearsal)


def _events(
    file: Path, wishes: Wishes, stated: Collection[str], now: datetime
) -> tuple[Event, ...]:
    said = {"answered": wishes.despite, "found_at": wishes.found_at}
    about = ", ".join((*stated, *(fact for fact, words in said.items() if normalise(words))))
    corrected_by = [(Step.CORRECTED, about)] if about else []
    steps = [(Step.BROUGHT, file.name), *corrected_by, (Step.PUBLISHED, "")]
    return tuple(Event(now, user_name(), step, told) for step, told in steps)


def _agreed(question: str, wishes: Wishes) -> bool:
    """Return True if whoever is there agrees; if not, tell that nothing is changed."""
    if wishes.yes:
        return True
    if not sys.stdin.isatty():
        raise Unconfirmed
    typed = read_line(f"\n{render(question)} ")
    if typed is not None and fold(typed) in YES:
        return True
    write(render("adding/declined"))
    return False
