"""A console that publishes for real: small documents, an index of them, a fake embedder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.answer.catalogue import Catalogue
from bot.answer.edition import Edition
from bot.evaluation.question_set import Item
from bot.publishing.materials import Materials
from bot.publishing.publisher import Publisher
from bot.serving.editions import Editions
from bot.store.store import Store
from bot.store.values import Role
from index.embedding.embedder import silent
from index.search import Index
from index.versions.candidate import candidate_at
from index.versions.folders import serving
from knowledge.law.resolution import Resolution
from knowledge.library.intake.drafts import Drafts
from knowledge.library.intake.history import Event, IntakeStep
from knowledge.library.intake.prospect import Prospect
from knowledge.matters.thesaurus import Thesaurus
from tests.support.console.console import ADMIN, STAFF, House, Visitor
from tests.support.console.console import publisher as publisher_of
from tests.support.console.standards import Bench
from tests.support.documents.documents import CLEAN

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
SHIPPED = "an-giang-14-2025"
ID = "an-giang-12-2025"
OLD_WORDS, NEW_WORDS = "Niêm yết tại nhà văn hóa", "Niêm yết tại trụ sở ấp"
NEWER = CLEAN.replace(OLD_WORDS, NEW_WORDS)
LOOK_UP = "điểm a khoản 1 Điều 2 nghị quyết 12/2025/NQ-HĐND"
RIGHT = Item(
    id="tra-cuu",
    question=LOOK_UP,
    place="tỉnh An Giang",
    gold=({"resolution": ID, "article": 2, "clause": 1, "point": "a"},),
)


class _WithoutTopics(Materials):
    """Nothing is known of what people ask: learning that takes seconds."""

    def thesaurus(self, documents: Sequence[Resolution]) -> Thesaurus:  # noqa: ARG002 - as Materials
        return Thesaurus()


@dataclass
class Hall:
    """A place to publish documents; work in the background waits until the `bench` does it."""

    folder: Path
    bench: Bench = field(default_factory=Bench)
    items: list[Item] = field(default_factory=lambda: [RIGHT])

    def __post_init__(self) -> None:
        shipped = self.folder / "shipped"
        shipped.mkdir()
        text = CLEAN.replace("12/2025", "14/2025")
        (shipped / f"{SHIPPED}.txt").write_text(text, encoding="utf-8")
        made = publisher_of(self.folder, shipped)
        its = made.materials
        topics = self.folder / "topics"
        materials = _WithoutTopics(its.shelves, topics, its.samples, its.matters)
        self.publisher: Publisher = replace(
            made, materials=materials, standing=lambda: tuple(self.items)
        )
        self.drafts = Drafts(self.folder / "drafts")
        self.publisher.update(silent)
        self.editions = Editions(self._open, lambda: self.serving)

    @property
    def serving(self) -> str:
        """Return the number of the version that serves."""
        return serving(self.publisher.folder).name

    @property
    def documents(self) -> set[str]:
        """Return the ids of the documents that the version that serves holds."""
        return set(Index.open(self.publisher.folder, self.publisher.embedder).library)

    @property
    def on_shelves(self) -> set[str]:
        """Return the ids of the documents that the library holds."""
        return set(self.publisher.materials.shelves.sources())

    def house(self, store: Store) -> House:
        """Return a console with an officer and an admin."""
        house = House(
            store,
            self.folder,
            publisher=self.publisher,
            drafts=self.drafts,
            edition=self.editions.current,
            refresh=self.editions.refresh,
            background=self.bench,
        )
        house.open_to(STAFF, Role.STAFF)
        house.open_to(ADMIN, Role.ADMIN)
        return house

    def brought(self, text: str = CLEAN, name: str = "nghị quyết.txt") -> str:
        """Return the key of a draft that was brought and read."""
        brought = Event(NOW, ADMIN, IntakeStep.BROUGHT, name)
        draft = self.drafts.begin(name, text.encode(), brought)
        self.drafts.read(draft.key)
        return draft.key

    def candidate(self, key: str) -> Prospect:
        """Return what a draft would be."""
        materials = self.publisher.materials
        return self.drafts.examine(key, materials.shelves, materials.documents())

    def checked(self, text: str = CLEAN, name: str = "nghị quyết.txt") -> str:
        """Return the key of a draft that a person has checked."""
        key = self.brought(text, name)
        self.drafts.check(key, self.candidate(key), Event(NOW, ADMIN, IntakeStep.CHECKED))
        return key

    def is_prepared(self, key: str) -> bool:
        """Return True if there is an index under that key."""
        return candidate_at(self.publisher.folder, key).exists()

    def publish(self, text: str) -> str:
        """Publish a document past the pages; return the number of the version."""
        key = self.checked(text)
        candidate = self.candidate(key)
        self.publisher.prepare(key, candidate, silent)
        version = self.publisher.publish(key, candidate, (), ADMIN, NOW)
        self.drafts.remove(key)
        self.editions.refresh()
        return version

    def try_out(self, admin: Visitor, key: str) -> None:
        """Rehearse a draft through the pages."""
        assert admin.post(f"/van-ban-moi/{key}/thu").status_code == 303
        self.bench.do()

    def _open(self) -> Edition:
        index = Index.open(self.publisher.folder, self.publisher.embedder)
        return Edition(self.serving, self.publisher.answerer_over(index), Catalogue())
