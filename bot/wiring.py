"""The only place where parts are chosen and joined."""

from __future__ import annotations

from pathlib import Path

from bot.answer.answerer import Answerer
from bot.config import Settings
from index.assignment import LEARNED as ASSIGNMENT
from index.build import build, is_current
from index.embedder import Embedder, Progress
from index.manifest import Model, Sources
from index.model import SentenceEmbedder, load_model
from index.samples import FOLDER as SAMPLES
from index.samples import SampleIndex
from index.search import Index
from index.versions import serving
from knowledge.language.abbreviations import read_abbreviations
from knowledge.language.learning import EVERYDAY
from knowledge.language.speller import Speller
from knowledge.library import SOURCES, read_library, watched_files
from knowledge.parser import PARSER_VERSION
from knowledge.places import Gazetteer
from knowledge.resolution import Resolution
from knowledge.thesaurus import read_thesaurus, thesaurus_files
from knowledge.topic import TOPICS


class Application:
    """The parts of a running Dân Biết, each made when it is first needed."""

    def __init__(self, settings: Settings, sources: Path = SOURCES, topics: Path = TOPICS) -> None:
        self._settings = settings
        self._sources = sources
        self.topics = topics
        self._embedder: SentenceEmbedder | None = None
        self.gazetteer = Gazetteer()

    def embedder(self, progress: Progress) -> SentenceEmbedder:
        """Return the embedding model, made from its packages the first time."""
        if self._embedder is None:
            cache = self._settings.data / "models"
            self._embedder = load_model(self._settings.embedding_model, cache, progress)
        return self._embedder

    def is_indexed(self, embedder: Embedder) -> bool:
        """Return True if the index that serves was made from the sources as they are now."""
        model = Model(embedder.name, embedder.fingerprint)
        return is_current(self._index_folder, self._read_sources(), model)

    def index(self, embedder: Embedder, progress: Progress) -> Path:
        """Bring the index up to date; return the folder of the version that serves."""
        documents = self.library()
        return build(
            documents,
            self._read_sources(),
            embedder,
            self._index_folder,
            progress,
            read_thesaurus(self.topics, documents),
        )

    def library(self) -> tuple[Resolution, ...]:
        """Return the documents as their sources say now."""
        return read_library(self._sources)

    def samples(self) -> SampleIndex | None:
        """Return the topics and matters of the version that serves, without the model."""
        return SampleIndex.load_if_any(serving(self._index_folder) / SAMPLES)

    def require_index(self) -> None:
        """Raise IndexMissing or IndexDamaged where no version serves; cheap, without the model."""
        serving(self._index_folder)

    def answerer(self, embedder: Embedder) -> Answerer:
        """Return an answerer over the version that serves now."""
        return self.answerer_over(Index.open(self._index_folder, embedder))

    def answerer_over(self, index: Index) -> Answerer:
        """Return an answerer over `index`."""
        speller = Speller(index.language, read_abbreviations())
        return Answerer(index.library, index, self.gazetteer, speller)

    @property
    def _index_folder(self) -> Path:
        return self._settings.data / "index"

    def _read_sources(self) -> Sources:
        read = [*watched_files(self._sources), *thesaurus_files(self.topics), EVERYDAY, ASSIGNMENT]
        return Sources.of(read, PARSER_VERSION)
