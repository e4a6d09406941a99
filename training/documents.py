"""Texts beside those that ship, to rank and to tell apart: laws, decrees, made-up resolutions.

Nothing of the law is stored but the weights that it teaches. The made-up resolutions in
`texts/documents/` stand for those that admins will add, with questions in `texts/questions/`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from knowledge.law.resolution import Resolution
from knowledge.library.intake.identity import id_for
from knowledge.library.library import SOURCES, read_library
from knowledge.parsing.parser import parse_extract
from knowledge.readers.source import read_source

_HERE = Path(__file__).parent / "texts"
TEXTS = _HERE / "documents"
"""The folder of made-up resolutions."""
TEXT_QUESTIONS = _HERE / "questions"
"""The folder of questions on them, in files of their names."""


def read_documents(files: Iterable[Path] = ()) -> tuple[Resolution, ...]:
    """Return the documents that ship and those in `files`, each with the id that it gets if added.

    Raises as knowledge.library.library.read_library does.
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
