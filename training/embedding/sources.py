"""Where the training begins: the bank, the base model, the texts that the vocabulary must spell."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from index import base
from index.embedder import silent
from knowledge.library import SOURCES, read_library
from knowledge.spelling import list_words, read_prose
from knowledge.thesaurus import read_thesaurus
from knowledge.topic import TOPICS
from training.embedding.bank import Bank, make_bank

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


def read_bank() -> Bank:
    """Return the bank that comes with the project."""
    library = read_library(SOURCES)
    thesaurus = read_thesaurus(TOPICS, library)
    return make_bank(thesaurus.topics, thesaurus.matters, library)


def load_base(cache: Path) -> SentenceTransformer:
    """Return the base model, made inside `cache`; raise ModelPackageMissing."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(base.prepare(cache, silent)), device="cpu").eval()


def texts(bank: Bank, model: SentenceTransformer) -> Iterator[str]:
    """Yield what the vocabulary must spell: prompts, questions, provisions, dictionary, prose."""
    yield from filter(None, model.prompts.values())
    yield from bank.questions
    for passage in bank.passages:
        yield passage.words
    yield from list_words()
    yield from read_prose()
