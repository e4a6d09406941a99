"""A version of the index, opened for answering."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer.answerer import Answerer
from bot.answer.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Edition:
    """The ground of all answers until the next version is published; `version` is its number."""

    version: str
    answerer: Answerer
    catalogue: Catalogue
