"""Which of the hits may answer a question."""

from __future__ import annotations

from bot.answer.understand.asked.facts import names_document
from bot.answer.values import Reading
from index.hit import Hit
from knowledge.law.resolution import RULING


def quotable(reading: Reading, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Return those of `hits` that may answer: head and closing where the document is meant."""
    if names_document(reading.searched):
        return hits
    articles = tuple(hit for hit in hits if hit.address.part in RULING)
    return articles or hits
