"""The sources of the training: the bank, a model to begin with, the texts of the vocabulary."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from index.embedding import shipped
from knowledge.language.spelling import list_words, read_prose
from knowledge.matters.thesaurus import read_thesaurus
from knowledge.matters.topic import TOPICS
from training.documents import read_documents
from training.embedding.bank import Bank, make_bank
from training.embedding.base.model import NAME, write_base
from training.embedding.graph.pack import unpack

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


def read_bank(files: Iterable[Path] = ()) -> Bank:
    """Return the bank that comes with the project, with the documents in `files` to rank, too."""
    library = read_documents(files)
    thesaurus = read_thesaurus(TOPICS, library)
    return make_bank(thesaurus.topics, thesaurus.matters, library)


def load_base(cache: Path) -> SentenceTransformer:
    """Return the base model, made inside the folder `cache`.

    Raises ModelPackageMissing, PackedModelDamaged.
    """
    os.environ["HF_HUB_OFFLINE"] = "1"  # read when the library is imported
    from sentence_transformers import SentenceTransformer

    folder = write_base(cache / NAME)
    return SentenceTransformer(str(folder), device="cpu").eval()


def load_shipped(cache: Path) -> SentenceTransformer:
    """Return the model that ships, unpacked inside `cache`."""
    from sentence_transformers import SentenceTransformer

    folder = unpack(shipped.FOLDER, cache / shipped.NAME)
    return SentenceTransformer(str(folder), device="cpu").eval()


def texts(bank: Bank, model: SentenceTransformer) -> Iterator[str]:
    """Yield the texts that the vocabulary must spell, prompts and questions to bundled prose."""
    yield from filter(None, model.prompts.values())
    yield from bank.questions
    for passage in bank.passages:
        yield passage.words
    yield from list_words()
    yield from read_prose()
