"""The leads of a quote: the headings above it and the sentences that it completes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.answer.quoting.excerpt import Span, content_words, sentences
from bot.answer.values import Citation, Lead
from knowledge.language.text import syllables
from knowledge.law.resolution import Address, Provision, Resolution, parent

LONGEST_LEAD = 200
"""Characters that stand before a quote, what is nearest to it cut to them where that is long."""
_LONG = 240
"""Characters of what is nearest beyond which it is cut: a little more is no reason to."""
_CLEARLY = 2 / 3
"""The part of a clause's own words, which no other clause has, that a quote about it says."""
_MUCH = 3
"""A heading that has so many times the words of the one it encloses says much more."""
_CLAUSE = re.compile(r"[^;\s].*?(?=;\s|$)", re.DOTALL)
_PHRASE = re.compile(r"[^,;\s].*?(?=[,;]\s|$)", re.DOTALL)


def lead_of(unit: Provision, quote: str, resolution: Resolution) -> tuple[Lead, ...]:
    """Return what `quote`, words of `unit`, stands under, outermost first.

    The nearest is chosen first, farther ones as far as there is room, and none that says the same
    over again. An article that is no list stands by itself.
    """
    leads: list[Lead] = []
    room = LONGEST_LEAD
    for lead in _nearest_first(unit, quote, resolution):
        shown = lead if leads or len(lead.quote) <= _LONG else _cut(lead, quote)
        if len(shown.quote) > room and leads:
            continue
        if any(_says_the_same(shown.quote, other.quote) for other in leads):
            continue
        leads.append(shown)
        room -= len(shown.quote)
    return tuple(reversed(leads))


def each_once(citations: Iterable[Citation]) -> Iterator[Citation]:
    """Yield `citations`, which are shown together, with no lead that stands before them already."""
    shown: set[Address] = set()
    for citation in citations:
        leads = tuple(lead for lead in citation.lead if lead.address not in shown)
        shown |= {citation.address, *(lead.address for lead in leads)}
        yield replace(citation, lead=leads)


def _nearest_first(unit: Provision, quote: str, resolution: Resolution) -> Iterator[Lead]:
    address = unit.address
    own = _introducing(unit.text[: unit.text.find(quote)]) if quote in unit.text else None
    if own:
        yield Lead(address, own)
    if unit.text and unit.heading and (parent(address) or _is_list(unit.text)):
        yield Lead(address, unit.heading)
    for above in reversed(resolution.trail(address)):
        introducing = _introducing(above.text)
        if introducing:
            yield Lead(above.address, introducing)
        if above.heading:
            yield Lead(above.address, above.heading)


def _introducing(before: str) -> str | None:
    """Return the sentence in `before` that introduces what comes next, as an item of its list."""
    for start, end in reversed(sentences(before)):
        words = before[start:end]
        if words.endswith(":"):
            return words
        if not words.endswith(";"):
            return None
    return None


def _is_list(text: str) -> bool:
    """Return True if `text` is items without a sentence that introduces them."""
    (start, end), *others = sentences(text)
    return bool(others) and text[start:end].endswith(";")


def _cut(lead: Lead, quote: str) -> Lead:
    """Return `lead` cut between clauses, or as it is where no part of it is short enough."""
    words = lead.quote
    start, end = _tail(words) if words.endswith(":") else _matter(words, quote)
    return Lead(lead.address, words[start:end], start > 0, end < len(words))


def _tail(words: str) -> Span:
    """Return the end of what introduces a list: its last sentence, or that from its subject on.

    A capital after a comma is that of the subject, as in "Within ten days, the Committee shall:".
    """
    last, _ = sentences(words)[-1]
    starts = [last, *(match.start() for match in _PHRASE.finditer(words))]
    short = [start for start in starts if len(words) - start <= LONGEST_LEAD]
    subjects = [start for start in short if words[start].isupper()]
    return next(iter(subjects or short), 0), len(words)


def _matter(words: str, quote: str) -> Span:
    """Return the beginning of a heading, or that of its clause which alone `quote` is about."""
    clauses = list(_CLAUSE.finditer(words))
    contents = [content_words(clause.group()) for clause in clauses]
    times = Counter(word for content in contents for word in content)
    own = [{word for word in content if times[word] == 1} for content in contents]
    said = content_words(quote)
    shares = [len(alone & said) / max(len(alone), 1) for alone in own]
    best = max(range(len(contents)), key=shares.__getitem__, default=0)
    start = clauses[best].start() if best and shares[best] >= max(_CLEARLY, 2 * shares[0]) else 0
    return start, _end(words, start)


def _end(words: str, start: int) -> int:
    """Return where the longest run of clauses, else of phrases, ends that is short enough."""
    for part in (_CLAUSE, _PHRASE):
        ends = [match.end() for match in part.finditer(words, start)]
        short = [end for end in ends if end - start <= LONGEST_LEAD]
        if short:
            return short[-1]
    return len(words)


def _says_the_same(outer: str, inner: str) -> bool:
    """Return True if `outer` adds nothing to `inner`, or not much to all that `inner` says."""
    outer_words, inner_words = set(syllables(outer)), set(syllables(inner))
    return outer_words <= inner_words or (
        inner_words <= outer_words and len(outer_words) <= _MUCH * len(inner_words)
    )
