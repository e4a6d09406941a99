"""The articles of a document, each with the number of its clauses and points."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.law.resolution import Provision, Resolution


@dataclass(frozen=True, slots=True)
class Article:
    """An article and how many clauses and points it has."""

    unit: Provision
    clauses: int
    points: int


def outline(document: Resolution) -> tuple[Article, ...]:
    """Return the articles of `document` in their order."""
    return tuple(
        _counted(unit, document) for unit in document.provisions if unit.address.is_article
    )


def _counted(unit: Provision, document: Resolution) -> Article:
    paths = {inner.address.path[:3] for inner in document.inside(unit.address)}
    points = sum(point is not None for *_, point in paths)
    clauses = {clause for _, clause, _ in paths if clause is not None}
    return Article(unit, len(clauses), points)
