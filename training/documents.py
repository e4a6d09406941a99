"""Texts beside those that ship, to rank and to tell apart: laws, decrees, made-up resolutions.

Nothing of the law is stored: what is learned from it are weights. The made-up resolutions in
`texts/` stand for those that admins will add, each with questions beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from knowledge.intake.identity import id_for
from knowledge.library import SOURCES, read_library
from knowledge.parser import parse_extract
from knowledge.readers.source import read_source
from knowledge.resolution import Resolution

TEXTS = Path(__file__).parent / "texts"
"""The folder of made-up resolutions; questions on each stand in a `.jsonl` of its name."""


def read_documents(files: Iterable[Path] = ()) -> tuple[Resolution, ...]:
    """Return the documents that ship and those in `files`, each with the id that it gets if added.

    Raises as knowledge.library.read_library does.
    """
    documents = list(read_library(SOURCES))
    for file in files:
        extract = read_source(file)
        made = id_for(parse_extract(extract, file.stem).resolution, "", documents)
        documents.append(parse_extract(extract, made).resolution)
    return tuple(documents)


def read_texts(folder: Path = TEXTS) -> tuple[Resolution, ...]:
    """Return the made-up resolutions in `folder`, by name; a file's name is the document's id."""
    return read_library(folder)
