"""The sentences of a message that ask, apart from the story around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from bot.answer.understand.sentences import (
    asking_form,
    asks,
    is_courtesy,
    is_tag,
    requests,
    split_sentences,
)
from knowledge.language.patterns import any_of

_SHORT: Final = 8
"""Syllables up to which a sentence that points back is nothing without the one before it."""
_POINTS_BACK: Final = any_of("^(?:the|vay|nhu the|nhu vay|lam the|lam vay)", "^(?:co|duoc|bi|phai)")


def find_focus(text: str) -> str:
    """Return the sentences of `text` that ask, all of it if there is but one or none asks.

    Sentences with a question mark come before those without. A sentence that only asks whether
    something is right stands with the one that says it.
    """
    sentences = split_sentences(text)
    if len(sentences) <= 1:
        return text
    asking = _asking(sentences)
    kept = {place for sentence in asking for place in _with_what_it_needs(sentence, sentences)}
    return " ".join(sentences[place] for place in sorted(kept)) or text


def _asking(sentences: Sequence[str]) -> Iterable[int]:
    """Return the places of the sentences that ask."""
    candidates = [place for place, sentence in enumerate(sentences) if not is_courtesy(sentence)]
    steps = (
        lambda sentence: sentence.endswith("?") and (asks(sentence) or requests(sentence)),
        asks,
        lambda sentence: sentence.endswith("?"),
        requests,
    )
    chosen = ([place for place in candidates if step(sentences[place])] for step in steps)
    return next((places for places in chosen if places), [])


def _with_what_it_needs(place: int, sentences: Sequence[str]) -> Iterable[int]:
    said = asking_form(sentences[place])
    short = len(said.split()) <= _SHORT
    if place and (is_tag(sentences[place]) or (short and _POINTS_BACK.search(said))):
        return (place - 1, place)
    return (place,)
