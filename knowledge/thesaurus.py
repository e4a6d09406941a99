"""What people ask about, in the folder `topics`: topics, judgements on them, matters outside."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from knowledge.judgement import JUDGEMENTS, Judgement, read_judgements
from knowledge.outside import OUTSIDE, Matter, read_matters
from knowledge.resolution import Resolution
from knowledge.topic import QUESTIONS, Topic, read_topics


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Topics of the resolutions, what persons say of machine assignments, and matters outside."""

    topics: tuple[Topic, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    matters: tuple[Matter, ...] = ()


def read_thesaurus(
    folder: Path, library: Iterable[Resolution], added: Collection[str] = ()
) -> Thesaurus:
    """Return what the files in `folder` say about the documents of `library`.

    What is said of provisions that the documents of the ids `added` lack is left out.

    Raises:
        BadTopics, BadJudgements, BadMatters: a file does not say what such a file can say.
    """
    documents = tuple(library)
    topics = read_topics(folder / QUESTIONS, documents, added)
    judgements = read_judgements(folder / JUDGEMENTS, topics, documents, added)
    return Thesaurus(topics, judgements, read_matters(folder / OUTSIDE))


def thesaurus_files(folder: Path) -> list[Path]:
    """Return every file in `folder` that the thesaurus depends on."""
    files = (folder / name for name in (QUESTIONS, JUDGEMENTS, OUTSIDE))
    return [path for path in files if path.exists()]
