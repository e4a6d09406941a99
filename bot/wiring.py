"""The only place where parts are chosen and joined."""

from __future__ import annotations

from pathlib import Path

from bot.answer.answerer import Answerer
from bot.config import Settings
from index.build import build, is_current
from index.embedder import Embedder, Progress
from index.manifest import Model, Sources
from index.model import SentenceEmbedder, load_model
from index.search import Index
from index.versions import serving
from knowledge.library import SOURCES, read_library, watched_files
from knowledge.outside import OUTSIDE, read_matters
from knowledge.parser import PARSER_VERSION
from knowledge.places import Gazetteer


class Application:
    """The parts of a running Dân Biết, each made when it is first needed."""

    def __init__(self, settings: Settings, sources: Path = SOURCES) -> None:
        self._settings = settings
        self._sources = sources
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
        return build(
            read_library(self._sources),
            self._read_sources(),
            embedder,
            self._index_folder,
            progress,
            read_matters(),
        )

    def require_index(self) -> None:
        """Raise IndexMissing or IndexDamaged where no version serves; cheap, without the model."""
        serving(self._index_folder)

    def answerer(self, embedder: Embedder) -> Answerer:
        """Return an answerer over the version that serves now."""
        index = Index.open(self._index_folder, embedder)
        return Answerer(index.library, index, self.gazetteer)

    @property
    def _index_folder(self) -> Path:
        return self._settings.data / "index"

    def _read_sources(self) -> Sources:
        return Sources.of([*watched_files(self._sources), OUTSIDE], PARSER_VERSION)
