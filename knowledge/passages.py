"""Cuts provisions into passages, the units of search, each with the headings above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from knowledge.language.text import normalise, without_foreign_letters
from knowledge.law.resolution import Address, Provision, Resolution
from knowledge.matters.claims.grounds import changed_grounds
from knowledge.matters.topic import Topic

LONGEST_PASSAGE = 1600
"""Characters; about 450 tokens, so that passage and trail fit into a model's 512."""

LONGEST_OF_ANNEX = 800
"""Characters of a list or table; somebody looks for one line of it."""

LONGEST_HEADING = 240
"""Characters of an enclosing provision that a trail repeats."""

TRAIL_JOINT = " › "
"""Stands between the steps of a trail."""

_PASSED_WITH = re.compile(r"\(?\s{0,9}(?:ban hành )?kèm theo [^.;]{0,400}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A provision, or one piece of a long one, as it is searched.

    `trail` names the document, its place and the enclosing headings, outermost first. `lead` marks
    a provision that only introduces those inside it, or a form to be filled in. `piece` counts from
    0 within one address. `is_plain` tells that the text is not the provision's own but a plain
    answer that rests on it.
    """

    address: Address
    trail: str
    text: str
    lead: bool = False
    piece: int = 0
    is_plain: bool = False

    @property
    def words(self) -> str:
        """Return trail and text as BM25 indexes them."""
        return f"{self.trail}\n{self.text}"

    @property
    def meaning(self) -> str:
        """Return the text that is embedded: the provision's own, without foreign letters.

        The trail is left out: the headings are the same for all neighbours and hide what parts
        them.
        """
        return without_foreign_letters(self.text)

    @property
    def context(self) -> str:
        """Return the text that is embedded beside that: it includes the headings and leads above.

        An item of a list says what it is only together with the sentence that it completes. A plain
        answer needs nothing above it.
        """
        if self.is_plain:
            return self.meaning
        _document, *above = self.trail.split(TRAIL_JOINT)
        return " ".join((*map(without_foreign_letters, above), self.meaning))


def passages(resolution: Resolution) -> tuple[Passage, ...]:
    """Return the passages of every provision of `resolution`, in the text's order."""
    return tuple(
        passage for unit in resolution.provisions for passage in _of_provision(resolution, unit)
    )


def plain_passages(topics: Iterable[Topic], resolution: Resolution) -> tuple[Passage, ...]:
    """Return the plain answers of `topics` on provisions of `resolution`, a passage each.

    Such a passage leads to the provision in other words than its own. An answer on a provision that
    only urges leads nowhere, nor does one on other words than the provision has now.
    """
    return tuple(
        Passage(
            unit.address,
            _trail(resolution, unit),
            f"{topic.name} {answer.short}",
            is_plain=True,
        )
        for topic in topics
        for answer in topic.answers
        if answer.short and not answer.general and answer.document == resolution.id
        if (unit := resolution.find(answer.basis[0])) is not None
        if resolution.is_summary or not changed_grounds(answer, {resolution.id: resolution})
    )


def _of_provision(resolution: Resolution, unit: Provision) -> Iterator[Passage]:
    trail = _trail(resolution, unit)
    annex = resolution.annex_of(unit.address)
    is_form = annex is not None and annex.is_form
    lead = is_form or (introduces(unit) and bool(resolution.children(unit.address)))
    pieces = _pieces_of_annex(unit) if unit.address.annex and not unit.address.article else None
    for piece, text in enumerate(pieces or _pieces(normalise(unit.words))):
        yield Passage(unit.address, trail, text, lead, piece)


def introduces(unit: Provision) -> bool:
    """Return True if `unit` only announces the provisions inside it."""
    text = normalise(unit.text)
    if unit.address.annex and unit.address.article is None and _PASSED_WITH.fullmatch(text):
        return True
    return not text or (text.endswith(":") and ". " not in text)


def _trail(resolution: Resolution, unit: Provision) -> str:
    address = unit.address
    divisions = [_shortened(above.words) for above in resolution.divisions_above(address)]
    headings = [_heading(above) for above in resolution.trail(address)]
    if address.annex is None:
        return TRAIL_JOINT.join((_document(resolution), *divisions, *headings))
    if address.article is None:
        naming = [_heading(above) for above in naming_annex(resolution, address)]
        return TRAIL_JOINT.join((_document(resolution), *naming, _heading(unit)))
    # the title is said of every article alike: it goes with the document, not with the headings
    document = ", ".join((*headings[:1], _document(resolution)))
    return TRAIL_JOINT.join((document, *divisions, *headings[1:]))


def _document(resolution: Resolution) -> str:
    head = resolution.head
    number = f"số {head.number}" if head.number else ""
    named = (head.kind, number, head.issuer or resolution.territory.name)
    return " ".join(part for part in named if part)


def _heading(unit: Provision) -> str:
    return _shortened(normalise(unit.heading or unit.text))


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST_HEADING else words[:LONGEST_HEADING].rsplit(" ", 1)[0]


def _pieces(text: str) -> list[str]:
    """Return `text` cut at sentence ends into pieces of at most `LONGEST_PASSAGE` characters."""
    pieces = [""]
    for sentence in _sentences(text):
        joined = f"{pieces[-1]} {sentence}".strip()
        if len(joined) <= LONGEST_PASSAGE:
            pieces[-1] = joined
        else:
            pieces.append(sentence)
    return [piece for piece in pieces if piece]


def _pieces_of_annex(unit: Provision) -> list[str]:
    """Return a list, table or form cut between its lines: a row of a table stays whole."""
    pieces = [""]
    for line in map(normalise, unit.words.split("\n")):
        joined = f"{pieces[-1]}\n{line}".strip()
        if len(joined) <= LONGEST_OF_ANNEX:
            pieces[-1] = joined
        else:
            pieces.extend([line] if len(line) <= LONGEST_PASSAGE else _pieces(line))
    return [piece for piece in pieces if piece]


def naming_annex(resolution: Resolution, address: Address) -> tuple[Provision, ...]:
    """Return the article that names the annex at `address` first, and its unit that does."""
    annex = resolution.annex_of(address)
    if annex is None:
        return ()
    name = re.compile(rf"\b{re.escape(annex.name)}(?!\w)", re.IGNORECASE)
    for unit in resolution.provisions:
        if unit.address.article and unit.address.annex != annex.number and name.search(unit.words):
            return (*resolution.trail(unit.address), unit)
    return ()


def _sentences(text: str) -> Iterable[str]:
    """Yield the sentences of `text`, one that is too long for a passage line by line."""
    for sentence in _SENTENCE_END.split(text):
        yield from wrap(sentence, LONGEST_PASSAGE)
