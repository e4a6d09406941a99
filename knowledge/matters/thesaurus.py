"""The files of the folder `matters` in one: topics, judgements on them, matters outside."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from knowledge.law.resolution import Resolution
from knowledge.matters.lists.cards import DOCUMENTS, read_cards
from knowledge.matters.lists.judgement import Judgement, read_judgements
from knowledge.matters.lists.outside import OUTSIDE, OutsideMatter, read_matters
from knowledge.matters.lists.summary import as_called, summaries
from knowledge.matters.topic import JUDGEMENTS, Topic, read_topics, topic_files


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Topics of the resolutions, judgements of persons on assignments, and matters outside.

    `summaries` tell of documents that answers rest on and the library lacks.
    """

    topics: tuple[Topic, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    matters: tuple[OutsideMatter, ...] = ()
    summaries: tuple[Resolution, ...] = ()


def read_thesaurus(
    folder: Path,
    library: Iterable[Resolution],
    added: Collection[str] = (),
    own: Path | None = None,
) -> Thesaurus:
    """Return all that the files in `folder` and the staff's `own` topics say about `library`.

    Nothing is kept on provisions that the documents of the ids `added` lack.

    Raises:
        BadTopics, BadJudgements, BadMatters, BadCards: a file says what such a file cannot.
    """
    documents = tuple(library)
    cards = read_cards(folder / DOCUMENTS)
    topics = as_called(read_topics(folder, documents, added, own), cards, documents)
    judgements = read_judgements(folder / JUDGEMENTS, topics, documents, added)
    matters = read_matters(folder / OUTSIDE)
    return Thesaurus(topics, judgements, matters, summaries(topics, cards, documents))


def thesaurus_files(folder: Path) -> list[Path]:
    """Return every file in `folder` that the thesaurus depends on."""
    files = (folder / name for name in (JUDGEMENTS, OUTSIDE, DOCUMENTS))
    return [*topic_files(folder), *(path for path in files if path.exists())]
