"""Obstacles to publishing, in the words of the staff."""

from __future__ import annotations

from enum import StrEnum

from bot.publishing.publisher import NotPrepared
from bot.publishing.turn import Busy
from bot.store.database.errors import StoreError
from index.errors import BuildError, IndexMissing, IndexUnreadable, IndexUnusable
from index.versions.candidate import OtherSources
from index.versions.folders import UnknownVersion
from knowledge.errors import DanBietError
from knowledge.library.intake.placing import AdditionLost, Overtaken
from knowledge.library.library import LibraryUnreadable
from knowledge.matters.jsonl import BadLine
from knowledge.parsing.corrections import BadCorrections
from knowledge.readers.extract import UnreadableSource
from prompts.render import render


class Obstacle(StrEnum):
    """The words are in `prompts/templates/publishing/obstacle.j2`."""

    OVERTAKEN = "overtaken"
    DISK = "disk"
    LIBRARY = "library"
    NO_INDEX = "no_index"
    VERSION = "version"
    UNKNOWN_VERSION = "unknown_version"
    OTHER = "other"


_OBSTACLES: dict[type[DanBietError], Obstacle] = {
    Overtaken: Obstacle.OVERTAKEN,
    OtherSources: Obstacle.OVERTAKEN,
    AdditionLost: Obstacle.DISK,
    BuildError: Obstacle.DISK,
    StoreError: Obstacle.DISK,
    LibraryUnreadable: Obstacle.LIBRARY,
    UnreadableSource: Obstacle.LIBRARY,
    BadCorrections: Obstacle.LIBRARY,
    BadLine: Obstacle.LIBRARY,
    IndexMissing: Obstacle.NO_INDEX,
    IndexUnusable: Obstacle.VERSION,
    IndexUnreadable: Obstacle.VERSION,
    UnknownVersion: Obstacle.UNKNOWN_VERSION,
}


def words_for(error: DanBietError) -> str:
    """Return what to tell the staff of `error`: what happened, what did not, what to do."""
    if isinstance(error, Busy | NotPrepared):
        return str(error)
    known = (one for kind, one in _OBSTACLES.items() if isinstance(error, kind))
    return render("publishing/obstacle", obstacle=next(known, Obstacle.OTHER))
