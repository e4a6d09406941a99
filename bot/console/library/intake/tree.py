"""A draft's document as a tree that can be folded: headings, articles and what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from bot.console.library.documents.opened_document import (
    DocumentParagraph,
    DocumentTarget,
    open_document,
)
from knowledge.law.findings import Finding
from knowledge.law.outline import Article, outline
from knowledge.law.resolution import Division, Resolution
from knowledge.library.source_notes import SourceNotes


@dataclass(frozen=True, slots=True)
class Leaf:
    """An article with the headings above it; without `article`, words before or behind them all.

    `divisions` are those that begin with this leaf.
    """

    article: Article | None
    divisions: tuple[Division, ...]
    paragraphs: tuple[DocumentParagraph, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the faults in it that matter and are not answered."""
        return tuple(
            finding
            for paragraph in self.paragraphs
            for finding in paragraph.findings
            if not finding.answered and finding.severity != "info"
        )


def tree_of(document: Resolution, findings: Sequence[Finding]) -> tuple[Leaf, ...]:
    """Return `document` article by article, with `findings` where they stand."""
    opened = open_document(document, SourceNotes(tuple(findings)), DocumentTarget())
    return tuple(_leaves(document, opened.paragraphs))


def _leaves(document: Resolution, paragraphs: Iterable[DocumentParagraph]) -> Iterator[Leaf]:
    articles = {article.unit.address: article for article in outline(document)}
    begun: set[Division] = set()
    for _, group in groupby(
        paragraphs, attrgetter("address.part", "address.annex", "address.article")
    ):
        inner = tuple(group)
        above = document.divisions_above(inner[0].address)
        new = tuple(division for division in above if division not in begun)
        begun.update(new)
        yield Leaf(articles.get(inner[0].address), new, inner)
