"""The materials of a version of the index, and the places where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.matters.assignment import LEARNED as ASSIGNMENT
from index.versions.manifest import Sources
from index.versions.writing import Material
from knowledge.language.syllables.learning import EVERYDAY
from knowledge.law.resolution import Resolution
from knowledge.library.absent import Ledger, read_ledger
from knowledge.library.intake.shelves import Shelves
from knowledge.library.library import LibraryUnreadable, read_library, watched_files
from knowledge.matters.staff.own_matters import OwnMatters
from knowledge.matters.staff.own_samples import read_samples, with_samples
from knowledge.matters.thesaurus import Thesaurus, read_thesaurus, thesaurus_files
from knowledge.parsing.parser import PARSER_VERSION


@dataclass(frozen=True, slots=True)
class Materials:
    """The documents on `shelves`, the folder of `topics`, the staff's own `samples` and `matters`.

    `absent` is the file of what the staff knows of documents that are not here.

    Methods raise as `read_library` and `read_thesaurus` of `knowledge` do.
    """

    shelves: Shelves
    topics: Path
    samples: Path
    matters: Path
    absent: Path | None = None

    @property
    def own_matters(self) -> OwnMatters:
        """Return the matters as the staff sees and changes them."""
        return OwnMatters(self.topics, self.matters)

    def documents(self) -> tuple[Resolution, ...]:
        """Return the documents as their sources say now."""
        return read_library(self.shelves.shipped, self.shelves.added)

    def thesaurus(self, documents: Sequence[Resolution]) -> Thesaurus:
        """Return what the files of topics say about `documents`.

        A matter of offices alone is no topic of the index: no provision answers it.
        """
        added = self.shelves.added
        ids = {name for name, path in self.shelves.sources().items() if path.parent == added}
        thesaurus = read_thesaurus(self.topics, documents, ids, self.matters)
        topics = tuple(topic for topic in thesaurus.topics if not topic.is_of_offices)
        return replace(thesaurus, topics=topics)

    def ledger(self) -> Ledger:
        """Return what is known of documents whose text may be missing; raise BadCards."""
        return read_ledger(self.topics, self.absent)

    def sources(self) -> Sources:
        """Return which files there are now."""
        read = [
            *watched_files(self.shelves.shipped, self.shelves.added),
            *thesaurus_files(self.topics),
            EVERYDAY,
            ASSIGNMENT,
        ]
        own = (self.samples, self.matters, self.absent)
        read += (path for path in own if path and path.exists())
        try:
            return Sources.of(read, PARSER_VERSION)
        except OSError as error:
            raise self._unreadable(error) from error

    def read(self) -> Material:
        """Return all of it, as it is at one moment."""
        try:
            with self.shelves.settled():
                documents = self.documents()
                own = read_samples(self.samples)
                thesaurus = with_samples(self.thesaurus(documents), own, documents)
                return Material(documents, self.sources(), thesaurus)
        except OSError as error:
            raise self._unreadable(error) from error

    def on(self, shelves: Shelves) -> Materials:
        """Return the same with the documents on other shelves."""
        return replace(self, shelves=shelves)

    def _unreadable(self, error: OSError) -> LibraryUnreadable:
        return LibraryUnreadable(self.shelves.added, (error.strerror or str(error)).lower())
