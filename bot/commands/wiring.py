"""The only place where parts are chosen and joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answer.answerer import Answerer
from bot.answer.catalogue import Catalogue
from bot.answer.edition import Edition
from bot.answer.quoting.guide import Guide
from bot.channels.registry import CHANNELS
from bot.config import Settings
from bot.evaluation.question_set import Item
from bot.publishing.materials import Materials
from bot.publishing.publisher import Publisher
from bot.publishing.rehearsing.trials import OpenQuestion
from index.embedding.embedder import Embedder
from index.embedding.model import LibrariesMissing, SentenceEmbedder, load_model
from index.errors import IndexUnreadable, IndexUnusable
from index.matters.sample_index import FOLDER as SAMPLES
from index.matters.sample_index import SampleIndex
from index.search import Index
from index.versions.folders import is_held, kept, serving
from index.versions.manifest import ModelUsed, read_manifest
from knowledge.errors import DanBietError
from knowledge.gazetteer.places import Gazetteer
from knowledge.language.typing.abbreviations import read_abbreviations
from knowledge.language.typing.speller import Speller
from knowledge.library.absent import FILE as OWN_ABSENT
from knowledge.library.intake.drafts import Drafts
from knowledge.library.intake.shelves import Shelves
from knowledge.library.library import SOURCES
from knowledge.matters.staff.own_matters import FILE as OWN_MATTERS
from knowledge.matters.staff.own_samples import FILE as OWN_SAMPLES
from knowledge.matters.topic import TOPICS
from prompts.render import render

if TYPE_CHECKING:
    from pydantic import SecretStr

    from bot.answer.staff.approval import Approvals
    from bot.channels.base import Channel
    from bot.store.keys.key import SecretKey
    from bot.store.store import Store

_MOST_OPEN = 200
"""Questions of the inbox that a rehearsal asks, the newest."""


class NotInstalled(DanBietError):
    """A model is named whose libraries are not installed; told in Vietnamese."""

    def __init__(self, model: str) -> None:
        super().__init__(render("terminal/no_libraries", model=model))


class Application:
    """The parts of a running Dân Biết, each made when it is first needed."""

    def __init__(self, settings: Settings, sources: Path = SOURCES, topics: Path = TOPICS) -> None:
        self.settings = settings
        self.sources = sources
        self.topics = topics
        self._embedder: SentenceEmbedder | None = None
        self._store: Store | None = None
        self.gazetteer = Gazetteer()

    def embedder(self) -> SentenceEmbedder:
        """Return the embedding model; raise ModelError, or NotInstalled for one named in vain."""
        if self._embedder is None:
            try:
                self._embedder = load_model(self.settings.embedding_model)
            except LibrariesMissing as error:
                raise NotInstalled(error.name) from error
        return self._embedder

    def is_indexed(self, embedder: Embedder) -> bool:
        """Return True if the index that serves was made from the sources as they are now."""
        return self.publisher(embedder).is_current()

    def holds(self, embedder: Embedder) -> bool:
        """Return True if a version that a person has rolled back to serves, and can."""
        return self.can_serve(embedder) and is_held(self.index_folder)

    def can_serve(self, embedder: Embedder) -> bool:
        """Return True if a version serves that is whole and of the same model."""
        try:
            model = ModelUsed(embedder.name, embedder.fingerprint)
            return bool(read_manifest(serving(self.index_folder), model))
        except (IndexUnusable, IndexUnreadable):
            return False

    @cached_property
    def materials(self) -> Materials:
        """Return where everything lies that the index is made of."""
        return Materials(
            Shelves(self.sources, self.settings.added),
            self.topics,
            self.settings.data / OWN_SAMPLES,
            self.settings.data / OWN_MATTERS,
            self.settings.data / OWN_ABSENT,
        )

    def publisher(self, embedder: Embedder) -> Publisher:
        """Return what lets a new document come into use."""
        return Publisher(
            self.materials,
            self.index_folder,
            embedder,
            partial(self.answerer_over, approvals=self._approvals),
            self._standing_questions,
            self._open_questions,
        )

    def samples(self) -> SampleIndex | None:
        """Return the topics and matters of the version that serves, without the model."""
        return SampleIndex.load_if_any(serving(self.index_folder) / SAMPLES)

    def require_index(self) -> None:
        """Raise IndexMissing or IndexDamaged where no version serves; cheap, without the model."""
        serving(self.index_folder)

    def answerer(self, embedder: Embedder) -> Answerer:
        """Return an answerer over the version that serves now."""
        index = Index.open(self.index_folder, embedder)
        return self.answerer_over(index, self._approvals)

    def edition(self, embedder: Embedder) -> Edition:
        """Return the version that serves now, opened for answering."""
        return self._edition(serving(self.index_folder), embedder)

    def kept(self, embedder: Embedder) -> Mapping[str, Callable[[], Edition]]:
        """Return how to open each version of the index that is there, by number, newest first."""
        return {
            version.name: partial(self._edition, version, embedder)
            for version in kept(self.index_folder)
        }

    def latest_version(self) -> str:
        """Return the number of the version that serves now; cheap."""
        return serving(self.index_folder).name

    def store(self) -> Store:
        """Return what is remembered, opened once; raise StoreError."""
        if self._store is None:
            from bot.store.store import Store

            self._store = Store.open(self.settings.database, self.key())
        return self._store

    @cached_property
    def _approvals(self) -> Approvals | None:
        """Return what the staff has approved; None where nothing was ever stored."""
        if not self.settings.has_database:
            return None
        from bot.store.office.approvals import RecentApprovals

        return RecentApprovals(self.store().approvals)

    def key(self) -> SecretKey:
        """Return the key that seals what is stored."""
        from bot.store.keys.key import SecretKey

        return SecretKey.of(self.settings.secret_key.get_secret_value(), self.settings.data)

    def channels(self) -> tuple[Channel, ...]:
        """Return every channel that the settings turn on."""
        return tuple(
            channel.make(self.settings, self)
            for channel in CHANNELS
            if channel.switched(self.settings)
        )

    @property
    def locks(self) -> Path:
        """Return the folder of the locks between processes."""
        return self.settings.data / "locks"

    def webhook(self, path: str, secret: SecretStr) -> tuple[str | None, str]:
        """Return where the outside reaches the webhook at `path`, and the secret its calls bear.

        There is none without a public address; a secret that nobody set is derived.
        """
        url = self.settings.address_of(path)
        if url is None:
            return None, ""
        return url, secret.get_secret_value() or self.key().derive(path)

    def answerer_over(self, index: Index, approvals: Approvals | None = None) -> Answerer:
        """Return an answerer over `index` that serves what the staff has approved."""
        speller = Speller(index.language, read_abbreviations())
        topics = index.samples.topics if index.samples else ()
        absent = self.materials.ledger().missing(tuple(index.library.values()))
        offices = self.materials.own_matters
        guide = Guide(topics, index.summaries, approvals, index.library, absent, offices)
        return Answerer(index.library, index, self.gazetteer, speller, guide)

    def _edition(self, version: Path, embedder: Embedder) -> Edition:
        index = Index.read(version, embedder)
        samples = index.samples
        catalogue = Catalogue(samples.topics, samples.memberships) if samples else Catalogue()
        return Edition(version.name, self.answerer_over(index, self._approvals), catalogue)

    @property
    def index_folder(self) -> Path:
        """Return the folder in which the versions of the index lie."""
        return self.settings.data / "index"

    def drafts(self) -> Drafts:
        """Return the documents that nobody has published yet."""
        return Drafts(self.settings.data / "drafts")

    def _standing_questions(self) -> tuple[Item, ...]:
        if not self.settings.has_database:
            return ()

        return self.store().question_sets.all_questions()

    def _open_questions(self) -> tuple[OpenQuestion, ...]:
        if not self.settings.has_database:
            return ()
        from bot.store.caseload.caseload import Filter

        newest = self.store().cases.page(Filter(), _MOST_OPEN)
        return tuple(OpenQuestion(one.number, one.reading, one.place) for one in newest)
