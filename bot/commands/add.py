"""`danbiet add`: a document that came in is shown, confirmed, and taken into the index."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.preview import print_preview
from bot.commands.terminal import application, bring_up_to_date, make_ready, read_line, write
from bot.wiring import Application
from knowledge.additions import Candidate, Shelves, examine, find_same, put
from knowledge.errors import DanBietError
from knowledge.findings import Severity
from knowledge.text import fold, normalise
from prompts.render import render

_YES = frozenset({"c", "co", "y", "yes"})


class SeriousFaults(DanBietError):
    """A copy has faults that nobody has answered for."""

    def __init__(self, count: int) -> None:
        super().__init__(render("adding/serious", count=count))


class Unconfirmed(DanBietError):
    """Nobody is there to be asked whether a document is to be added."""

    def __init__(self) -> None:
        super().__init__(render("adding/unconfirmed"))


def add(
    file: Path,
    resolution_id: str = "",
    yes: bool = False,
    despite: str = "",
    parts: Application | None = None,
) -> None:
    """Show the document in `file`; once confirmed, or with `yes`, put it in and index it.

    Raises:
        UnreadableSource, BadCorrections, LibraryUnreadable, BadId, IdTaken, OtherId: the document
            cannot be in the library.
        SeriousFaults: it has such faults, and `despite` gives no reason to take it all the same.
        Unconfirmed: there is no terminal to ask at.
        Overtaken, AdditionLost, BuildError: it could not be put in.
    """
    parts = parts or application()
    shelves = Shelves(parts.sources, parts.settings.added)
    if known := find_same(file, shelves):
        write(render("adding/same", id=known))
        make_ready(parts)
        return
    candidate = examine(file, resolution_id, shelves, parts.library())
    print_preview(candidate)
    reason = normalise(despite)
    _check_faults(candidate, reason)
    if not (yes or _agreed()):
        write(render("adding/declined"))
        return
    source = put(candidate, shelves, reason, datetime.now(UTC))
    bring_up_to_date(parts)
    version = parts.latest_version()
    write(render("adding/added", id=candidate.document.id, source=source, version=version))


def _check_faults(candidate: Candidate, despite: str) -> None:
    serious = [one for one in candidate.findings if one.severity is Severity.ERROR]
    if serious and not despite:
        raise SeriousFaults(len(serious))


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise Unconfirmed
    typed = read_line(f"\n{render('adding/question')} ")
    return typed is not None and fold(typed) in _YES
