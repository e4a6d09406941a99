"""Texts that ship together with the model: their vectors come along, too."""

from __future__ import annotations

from dataclasses import dataclass

from bot.commands.wiring import Application
from bot.config import Settings
from index.embedding import shipped
from index.embedding.model import SentenceEmbedder, load_model
from index.matters.sample_index import groups_of
from index.versions.writing import every_passage
from knowledge.matters.thesaurus import read_thesaurus
from knowledge.passages import Passage


@dataclass(frozen=True, slots=True)
class Shipping:
    """The model, every sample question, and the passages of documents and plain answers."""

    model: SentenceEmbedder
    samples: tuple[str, ...]
    passages: tuple[Passage, ...]


def read_shipping() -> Shipping:
    """Return the model and texts that ship."""
    settings = Settings(embedding_model=shipped.NAME)
    parts = Application(settings)
    documents = parts.materials.documents()
    thesaurus = read_thesaurus(parts.topics, documents)
    return Shipping(
        load_model(shipped.NAME),
        tuple(sample for group in groups_of(thesaurus) for sample in group),
        every_passage(documents, thesaurus),
    )
