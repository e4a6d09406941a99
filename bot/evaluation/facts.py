"""The facts that a question set asks of an answer, and those that it says."""

from __future__ import annotations

import re

from bot.evaluation.question_set import Facts
from knowledge.language.text import normalise
from knowledge.language.tones import place_tones

_TOKEN = re.compile(r"\w+(?:(?<=\d)[.,/](?=\d)\w+)*|[^\w\s]")
"""A syllable, a sign, or a number with all that is written in one with it: "2/3", "10.000"."""


def unsaid(facts: Facts, text: str) -> Facts:
    """Return those groups of `facts` of which no wording stands in `text`.

    Case, Unicode form, tone placement and white space make no difference, diacritics do; syllables
    and numbers count as wholes, so that neither "15 năm" nor "2,5 năm" says "5 năm".
    """
    said = _tokens(text)
    return tuple(group for group in facts if not any(_tokens(words) in said for words in group))


def _tokens(text: str) -> str:
    """Return the tokens of `text`, a space around each."""
    return f" {' '.join(_TOKEN.findall(place_tones(normalise(text)).lower()))} "
