"""The steps that the commands share which change the library: prepare, rehearse, ask, publish."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

from bot.commands.documents.locating import YES
from bot.commands.documents.preview import print_matters, print_rehearsal
from bot.commands.terminal import STATUS, progress_bar, read_line, today, write
from bot.commands.wiring import Application
from bot.publishing.publisher import Publisher
from index.errors import IndexUnusable
from knowledge.errors import DanBietError
from knowledge.language.text import fold
from knowledge.library.intake.proposal import Proposal
from prompts.render import render


class Unconfirmed(DanBietError):
    """Nobody is there to be asked whether the library is to change."""

    def __init__(self) -> None:
        super().__init__("nobody is at a terminal to confirm: use --yes")


@dataclass(frozen=True, slots=True)
class ProposalQuestions:
    """The questions to whoever is there before and after a rehearsal; none with `yes`.

    All name templates; `declined` is told who does not agree.
    """

    first: str
    last: str
    declined: str
    yes: bool


def publish(
    proposal: Proposal,
    asking: ProposalQuestions,
    parts: Application,
    done: Callable[[str, Publisher], str],
) -> str:
    """Prepare and rehearse `proposal`, and let it be `done` once that is confirmed.

    `done` takes the key of the prepared index; what it returns is returned, "" where nobody agreed.

    Raises:
        Unconfirmed: there is no terminal to ask at.
        AdditionLost, BuildError: the index could not be made.
    """
    if not _agreed(asking.first, asking):
        return ""
    with _prepared(parts, proposal) as (key, publisher):
        if proposal.document is not None:
            print_matters(publisher.matters(key, proposal))
        _rehearse(parts, publisher, key, proposal)
        return done(key, publisher) if _agreed(asking.last, asking) else ""


@contextmanager
def _prepared(parts: Application, proposal: Proposal) -> Iterator[tuple[str, Publisher]]:
    """Give the key under which the index with `proposal` lies for as long as it is needed."""
    publisher = parts.publisher(parts.embedder())
    key = uuid4().hex
    STATUS.print(render("terminal/loading_model"))
    try:
        with progress_bar("terminal/indexing/under_way") as report:
            publisher.prepare(key, proposal, report)
        yield key, publisher
    finally:
        publisher.forget(key)


def _rehearse(parts: Application, publisher: Publisher, key: str, proposal: Proposal) -> None:
    """Print which answers change; nothing where nothing is answered yet."""
    try:
        serving = parts.answerer(publisher.embedder)
    except IndexUnusable:
        return
    with progress_bar("adding/rehearsal/rehearsing") as report:
        rehearsal = publisher.rehearse(key, proposal, serving, today(), report)
    print_rehearsal(rehearsal)


def _agreed(question: str, asking: ProposalQuestions) -> bool:
    """Return True if whoever is there agrees; if not, tell that nothing is changed."""
    if asking.yes:
        return True
    if not sys.stdin.isatty():
        raise Unconfirmed
    typed = read_line(f"\n{render(question)} ")
    if typed is not None and fold(typed) in YES:
        return True
    write(render(asking.declined))
    return False
