"""Matters that the staff writes or corrects, in a file among the data of a run.

A new version of the project leaves the file as it is. A line in it has the form of those that ship
(knowledge/matters/topic.py) and takes the place of the one with its id; how each matter was
worded before stands in a second file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from knowledge.errors import DanBietError
from knowledge.matters.jsonl import BadLine, FileLost, append, lock_of, read_jsonl, written_aside
from knowledge.matters.office import written
from knowledge.matters.topic import (
    BadTopics,
    PlainAnswer,
    Topic,
    WrittenTopic,
    read_topics,
    topic_files,
    topic_of,
)

FILE = "matters.jsonl"
"""The file in the folder of data; it is missing where nobody has written anything yet."""
_HISTORY = "-history"

_Stamps = tuple[tuple[str, int, int, int], ...]


class BadMatterHistory(BadLine):
    """A file of earlier wordings that does not say what such a file can say."""


class MatterLost(FileLost):
    """A matter cannot be written."""


class MatterChanged(DanBietError):
    """Somebody has changed the matter since it was looked at."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} has changed meanwhile")


@dataclass(frozen=True, slots=True)
class Editor:
    """The person who changes a matter, and the time."""

    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of the matter `id`, which was as `before`, None where it was not there."""

    id: str
    editor: Editor
    before: Topic | None


@dataclass(frozen=True, slots=True)
class OwnMatters:
    """The matters that the staff has in the file at `path`, over those in `folder`.

    Documents are called as the files call them (knowledge/matters/lists/summary.py). Methods raise
    BadTopics.
    """

    folder: Path
    path: Path

    def every(self) -> tuple[Topic, ...]:
        """Return all matters that residents are told of from the next index on."""
        own = self.path if self.path.exists() else None
        return _read(self.folder, own, _stamps(self.folder, own))

    def one(self, name: str) -> Topic | None:
        """Return the matter whose id is `name`, None where there is none."""
        return next((topic for topic in self.every() if topic.id == name), None)

    def own(self) -> frozenset[str]:
        """Return the ids of the matters that the staff has written or corrected."""
        if not self.path.exists():
            return frozenset()
        lines = read_jsonl(self.path, WrittenTopic, BadTopics)
        return frozenset(line.id for _, line in lines)

    def shipped(self) -> frozenset[str]:
        """Return the ids of the matters that come with the project."""
        return frozenset(topic.id for topic in _read(self.folder, None, _stamps(self.folder, None)))

    def of_offices(self) -> tuple[Topic, ...]:
        """Return the matters of which offices tell something by themselves, as they are now.

        There are none while a file is at fault: the console tells of that.
        """
        try:
            return tuple(topic for topic in self.every() if topic.office)
        except (DanBietError, OSError):
            return ()

    def put(self, topic: Topic, seen: str, editor: Editor) -> None:
        """Keep `topic` in the place of the one with its id, whose mark was `seen` ("" for none).

        Raises:
            MatterChanged: somebody else was faster.
            BadTopics: all matters together would not be what such files can say.
            MatterLost: the system does not let it be written.
        """
        self._change(topic.id, topic, seen, editor)

    def remove(self, name: str, seen: str, editor: Editor) -> None:
        """Remove what the staff wrote under the id `name`: what ships counts again; as `put`."""
        self._change(name, None, seen, editor)

    def history(self) -> tuple[Revision, ...]:
        """Return every change, the newest first; raise BadMatterHistory."""
        if not self._history.exists():
            return ()
        lines = read_jsonl(self._history, _Past, BadMatterHistory)
        return tuple(line.revision for _, line in lines)[::-1]

    @property
    def _history(self) -> Path:
        return self.path.with_name(f"{self.path.stem}{_HISTORY}{self.path.suffix}")

    def _change(self, name: str, topic: Topic | None, seen: str, editor: Editor) -> None:
        try:
            with lock_of(self.path):
                before = self.one(name)
                if mark_of_matter(before) != seen:
                    raise MatterChanged(name)
                others = self.own() - {name}
                kept = [matter for matter in self.every() if matter.id in others]
                draft = written_aside(self.path, map(as_line, [*kept, topic] if topic else kept))
                # the draft must be readable, and its history kept, before it takes the place
                read_topics(self.folder, (), own=draft)
                append(self._history, _row(Revision(name, editor, before)))
                draft.replace(self.path)
        except OSError as error:
            raise MatterLost(self.path, error) from error


def mark_of_matter(topic: Topic | None) -> str:
    """Return a mark that changes with anything in `topic`, "" for None."""
    return sha256(dumps(as_line(topic)).encode()).hexdigest() if topic else ""


def as_line(topic: Topic) -> dict[str, Any]:
    """Return `topic` as a line of a file says it."""
    of_offices = {"office": list(map(written, topic.office))} if topic.office else {}
    return {
        "id": topic.id,
        "heading": topic.name,
        "rights": list(topic.rights),
        "questions": list(topic.questions),
        "answers": [dict(_facts(answer)) for answer in topic.answers],
        **of_offices,
    }


def _facts(answer: PlainAnswer) -> Iterator[tuple[str, object]]:
    """Yield the fields of `answer` that a file needs: nothing that goes without saying."""
    marks = dict(answer.marks)
    yield (
        "basis",
        [
            address.as_dict() | ({"mark": marks[address]} if marks.get(address) else {})
            for address in answer.basis
        ],
    )
    if answer.short:
        yield "short", answer.short
    if answer.steps:
        yield "steps", list(answer.steps)
    if answer.general:
        yield "general", True
    for name in ("as_of", "since", "until"):
        day = getattr(answer, name)
        if day is not None:
            yield name, day.isoformat()


class _Past(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    at: datetime
    who: str
    id: str
    before: WrittenTopic | None

    @property
    def revision(self) -> Revision:
        before = topic_of(self.before, {}) if self.before else None
        return Revision(self.id, Editor(self.who, self.at), before)


def _row(revision: Revision) -> dict[str, Any]:
    before = as_line(revision.before) if revision.before else None
    editor = revision.editor
    at = editor.at.isoformat()
    return {"at": at, "who": editor.who, "id": revision.id, "before": before}


@lru_cache(4)
def _read(folder: Path, own: Path | None, stamps: _Stamps) -> tuple[Topic, ...]:  # noqa: ARG001
    """Return the topics of files that bear the `stamps`: reading them all takes a while."""
    return read_topics(folder, (), own=own)


def _stamps(folder: Path, own: Path | None) -> _Stamps:
    """Return facts that change with any of the files."""
    files = [*topic_files(folder), *([own] if own else [])]
    facts = ((str(path), path.stat()) for path in files)
    return tuple((name, fact.st_ino, fact.st_mtime_ns, fact.st_size) for name, fact in facts)
