"""Writing a question out as it is meant, with the places it names where they stand then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.gazetteer.places import PlaceMention
from knowledge.language.typing.speller import Speller, SpellingChange


def rewrite(
    asked: str, mentions: tuple[PlaceMention, ...], speller: Speller
) -> tuple[str, tuple[PlaceMention, ...]]:
    """Return what `asked` means, written out, and the `mentions` with their new positions."""
    spans = {(mention.start, mention.end) for mention in mentions}
    changes = speller.changes(asked, spans)
    return _changed(asked, changes), tuple(_moved(mention, changes) for mention in mentions)


def _changed(asked: str, changes: Sequence[SpellingChange]) -> str:
    written: list[str] = []
    end = 0
    for change in changes:
        written += (asked[end : change.start], change.text)
        end = change.end
    return "".join((*written, asked[end:]))


def _moved(mention: PlaceMention, changes: Sequence[SpellingChange]) -> PlaceMention:
    longer = sum(
        len(change.text) - (change.end - change.start)
        for change in changes
        if change.end <= mention.start
    )
    return replace(mention, start=mention.start + longer, end=mention.end + longer)
