"""Annexes in files of their own, joined to the documents that they were passed with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.resolution import ANNEX_JOINT, Effect, Part, Resolution
from knowledge.text import fold, syllables
from knowledge.validity import lie_together


def joined(library: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return `library`, each annex with what the document says that it was passed with."""
    return tuple(join(one, library) for one in library)


def join(document: Resolution, library: Iterable[Resolution]) -> Resolution:
    """Return `document`, if an annex, with number, issuer, place and days of its own document."""
    passed = passed_by(document, library)
    return with_facts_of(passed, document) if passed else document


def passed_by(annex: Resolution, library: Iterable[Resolution]) -> Resolution | None:
    """Return the document that `annex` was passed with, None where there is none, or several."""
    if not annex.is_annex:
        return None
    found = [one for one in library if _passed(one, annex)]
    return found[0] if len(found) == 1 else None


def with_facts_of(document: Resolution, annex: Resolution) -> Resolution:
    """Return `annex` with the facts of the `document` that it was passed with."""
    own, head = annex.head, document.head
    return replace(
        annex,
        head=replace(own, number=head.number, issuer=head.issuer, issued_on=head.issued_on),
        territory=document.territory,
        effect=_effect(document.effect, annex.effect),
    )


def _effect(document: Effect, annex: Effect) -> Effect:
    """Return the days of the document; an annex that ends before it ends then."""
    ends = [day for day in (document.until, annex.until) if day]
    return replace(document, until=min(ends, default=None))


def _passed(document: Resolution, annex: Resolution) -> bool:
    """Return True if `annex` was surely passed with `document`.

    Every province has a number 5: an annex that names no issuer is taken for that of a document
    only if the day is the same, and the document calls it by its title.
    """
    kind = annex.head.kind.rpartition(ANNEX_JOINT)[2]
    same = (fold(document.head.kind), _number(document)) == (fold(kind), _number(annex))
    if document.is_annex or not same or not document.head.number:
        return False
    if not annex.head.issuer:
        alike = document.head.issued_on == annex.head.issued_on is not None
        return alike and _title(annex) in _words(document)
    one_body = fold(document.head.issuer) == fold(annex.head.issuer)
    days = (document.head.issued_on, annex.head.issued_on)
    near = lie_together(document.territory, annex.territory)
    return one_body and near and (None in days or days[0] == days[1])


def _number(document: Resolution) -> list[str]:
    return [part.lstrip("0") for part in fold(document.head.number or "").split("/")]


def _title(annex: Resolution) -> str:
    return f" {' '.join(syllables(annex.head.title))} "


def _words(document: Resolution) -> str:
    own = (unit.words for unit in document.provisions if unit.address.part is Part.ARTICLE)
    told = (document.head.title, *own)
    return f" {' '.join(syllables(' '.join(told)))} "
