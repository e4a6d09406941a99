"""The words of a provision that are quoted: all of a short one, the nearest of a long one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.language.text import syllables

Span = tuple[int, int]
"""The beginning and the end of a piece of a text."""

LONGEST_QUOTE = 450
"""Characters of a provision that are quoted at most, unless one sentence is longer."""
_WITH_EQUALS = 2
"""The most that is quoted if sentences apart from each other answer alike, in times the length."""

_BREAK = re.compile(r"(?<=[.;!?…])(?P<close>[”\"’)]*)[^\S\n]+(?=\S)|(?<!\s)(?P<line>\s*\n\s*)")
"""A gap at which a sentence or an item of a list may end; the words around it tell."""
_ITEM = re.compile(r"(?:[-–+•*]|[a-zđ]\d?\)|\(?\d{1,3}[.)])\s")
"""The mark before an item of a list."""
_SHORT = re.compile(r"(?:^|[\s(])(?:[A-ZĐ]{1,3}|Th[Ss])\.$|^\W*\d{1,3}\.$")
"""Words with a point that ends no sentence: a title before a name, the number of an item."""
_AROUND = 8
"""Characters that tell on either side of a gap whether a sentence ends there."""
_STOPS = (".", ";", ":", "!", "?", "…", "”", '"', ")")

_COMMON = frozenset(
    """
    a ad ai anh ba ban bao bi cac chi co con cua do duoc em gi hay hoac khi khong la ma may minh mot
    nao nay neu nguoi nhieu nhu nhung o oi phai sao tai the thi toi va vay ve voi dan
    """.split()  # noqa: SIM905 - a list of words reads better as prose
)
"""Syllables that questions share with every text."""


def excerpt(text: str, question: str, longest: int = LONGEST_QUOTE) -> str:
    """Return the longest run of whole sentences of `text` that says most words of `question`.

    It is a substring of `text`, at most `longest` characters long unless its only sentence is
    longer, or another says as much of the question as its best one: of two majorities for two kinds
    of decisions, none may be left out. It does not end with the words that introduce a list. A
    shorter text is returned whole.
    """
    if len(text) <= longest:
        return text
    sought = content_words(question)
    spans = _without_bare_leads(sentences(text), text)
    if not spans:
        return text
    said = [sought & set(syllables(text[start:end])) for start, end in spans]
    _, best = max(_runs(spans, said, longest), key=lambda run: (run[0], run[1][1] - run[1][0]))
    counts = [len(words) for words in said]
    start, end = _with_equals(best, spans, counts, _WITH_EQUALS * longest)
    return text[start:end].strip()


def sentences(text: str) -> list[Span]:
    """Return where the sentences and the items of lists in `text` stand.

    Clauses after a semicolon are none: they share the subject at the beginning of their sentence.
    """
    spans, start = [], len(text) - len(text.lstrip())
    for gap in _BREAK.finditer(text):
        end = gap.start() if gap["line"] else gap.end("close")
        before = text[max(start, gap.start() - _AROUND) : gap.start()]
        if start < end and _parts(before, gap, text[gap.end() : gap.end() + _AROUND]):
            spans.append((start, end))
            start = gap.end()
    end = len(text.rstrip())
    return [*spans, (start, end)] if start < end else spans


def content_words(text: str) -> set[str]:
    """Return the folded syllables of `text` without those that every question has."""
    return set(syllables(text)) - _COMMON


def _parts(before: str, gap: re.Match[str], after: str) -> bool:
    """Return True if a sentence or an item ends at `gap`."""
    if _ITEM.match(after):
        return not _SHORT.search(before)
    if gap["line"]:
        return before.endswith(_STOPS) or not after[:1].islower()
    return not (before.endswith(";") or after[:1].islower() or _SHORT.search(before))


def _without_bare_leads(spans: Sequence[Span], text: str) -> list[Span]:
    """Return `spans`, the words that introduce a list joined with its first item."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and text[joined[-1][1] - 1] == ":":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _with_equals(run: Span, spans: Sequence[Span], shared: Sequence[int], most_long: int) -> Span:
    """Return `run`, made longer to hold each sentence that says as much as the best one in it.

    It becomes `most_long` characters at most.
    """
    start, end = run
    most = max(
        said
        for span, said in zip(spans, shared, strict=True)
        if start <= span[0] and span[1] <= end
    )
    equals = [span for span, said in zip(spans, shared, strict=True) if said >= most > 0]
    longer = (
        min([start, *(span[0] for span in equals)]),
        max([end, *(span[1] for span in equals)]),
    )
    return longer if longer[1] - longer[0] <= most_long else run


def _runs(
    spans: Sequence[Span], said: Sequence[set[str]], longest: int
) -> Iterator[tuple[int, Span]]:
    """Yield every run of sentences that is short enough, single ones always.

    Before it stands how many words it has of those that each sentence `said`.
    """
    for first, (start, _) in enumerate(spans):
        words: set[str] = set()
        for last in range(first, len(spans)):
            end = spans[last][1]
            if first != last and end - start > longest:
                break
            words |= said[last]
            yield len(words), (start, end)
