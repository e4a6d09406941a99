"""`danbiet topics`: what belongs to which topic, and a person's word on it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Column, Table

from bot.commands.staff.review import ReviewRow, find_provision, find_topic, pending, review
from bot.commands.terminal import STATUS, NotReady, application, write, write_json
from bot.commands.wiring import Application
from index.errors import IndexUnreadable, IndexUnusable
from index.matters.sample_index import SampleIndex
from knowledge.errors import DanBietError
from knowledge.law.references.citation import provision_label
from knowledge.law.resolution import Resolution
from knowledge.library.library import UnknownResolution, read_library
from knowledge.matters.claims.grounds import changed_grounds, unfounded_claims
from knowledge.matters.lists.judgement import Judgement, write_judgement
from knowledge.matters.topic import JUDGEMENTS, PlainAnswer, Topic
from prompts.render import render


class FaultyLines(DanBietError):
    """Plain answers that say what their provisions do not."""

    def __init__(self, count: int) -> None:
        """Take how many there are."""
        self.count = count
        super().__init__(f"plain answers that do not fit their grounds: {count}")


_WIDTH_OF_FILES = 160
"""Characters: where there is no terminal to ask, wide enough for the table."""


def show(
    resolution: str | None, machine: bool, as_json: bool, parts: Application | None = None
) -> None:
    """Print the provisions of each topic as the index that serves has them.

    Raises:
        UnknownResolution: `resolution` is no id of the library.
        NotReady: there is no index, or it is damaged or unreadable.
    """
    parts = parts or application()
    documents = {document.id: document for document in parts.materials.documents()}
    if resolution is not None and resolution not in documents:
        raise UnknownResolution(resolution, tuple(documents))
    said = parts.materials.thesaurus(tuple(documents.values()))
    samples = _samples(parts)
    memberships = samples.memberships if samples else ()
    rows = review(samples.topics if samples else (), memberships, resolution, machine)
    if as_json:
        write_json([_as_dict(row) for row in rows], indent=2)
    else:
        _print(rows)
    waiting = len(pending(said.judgements, memberships))
    if waiting:
        STATUS.print(render("topics/pending", count=waiting))


def judge(provision: str, topic: str, belongs: bool, parts: Application | None = None) -> None:
    """Write down that `provision` belongs to `topic`, or does not, in the words of a person.

    Raises:
        UnknownProvision, UnknownTopic: nothing, or more than one thing, goes by that name.
        JudgementLost: the system does not let it be written.
    """
    parts = parts or application()
    library = parts.materials.documents()
    said = parts.materials.thesaurus(library)
    address, resolution = find_provision(provision, library)
    about = find_topic(topic, said.topics)
    write_judgement(parts.topics / JUDGEMENTS, Judgement(about.name, address, belongs))
    facts = {"address": address, "resolution": resolution, "topic": about, "belongs": belongs}
    write(render("topics/judged", **facts))


def check(folder: Path | None, parts: Application | None = None) -> None:
    """Print each plain answer that names what its provisions do not, or whose provisions changed.

    The texts are those of the library and the source files in `folder`.

    Raises:
        LibraryUnreadable, UnreadableSource, BadTopics: what is needed cannot be read.
        FaultyLines: there is such an answer.
    """
    parts = parts or application()
    library = parts.materials.documents()
    added = read_library(folder) if folder else ()
    documents = {document.id: document for document in (*library, *added)}
    topics = parts.materials.thesaurus(tuple(documents.values())).topics
    answers = [(topic, answer) for topic in topics for answer in topic.answers if answer.short]
    faulty = 0
    for topic, answer in answers:
        if fault := _told_faults(topic, answer, documents):
            faulty += 1
            write(fault)
    read = sum(answer.document in documents for _, answer in answers)
    if faulty:
        raise FaultyLines(faulty)
    write(render("topics/checked", answers=len(answers), read=read))


def _told_faults(
    topic: Topic, answer: PlainAnswer, documents: Mapping[str, Resolution]
) -> str | None:
    """Return what is wrong with `answer` in words, None where nothing is."""
    claims = unfounded_claims(answer, documents)
    changed = changed_grounds(answer, documents)
    if not claims and not changed:
        return None
    return render("topics/faulty", topic=topic, answer=answer, claims=claims, changed=changed)


def _samples(parts: Application) -> SampleIndex | None:
    try:
        return parts.samples()
    except (IndexUnusable, IndexUnreadable) as error:
        raise NotReady(error) from error


def _print(rows: Sequence[ReviewRow]) -> None:
    if not rows:
        write(render("topics/none"))
        return
    width = None if sys.stdout.isatty() else _WIDTH_OF_FILES
    headings = render("topics/headings").splitlines()
    table = Table(*(Column(heading, overflow="fold") for heading in headings))
    for row in rows:
        table.add_row(*_cells(row))
    Console(highlight=False, markup=False, width=width).print(table)


def _cells(row: ReviewRow) -> tuple[str, ...]:
    address = row.membership.address
    rights = ", ".join(render("topics/right", right=right) for right in row.topic.rights)
    author = render("topics/author", membership=row.membership)
    return row.topic.name, rights, address.resolution, provision_label(address), author


def _as_dict(row: ReviewRow) -> dict[str, Any]:
    return {
        "topic": row.topic.name,
        "rights": [right.value for right in row.topic.rights],
        **row.membership.address.as_dict(),
        "by": row.membership.by.value,
        "membership": round(row.membership.weight, 4),
    }
