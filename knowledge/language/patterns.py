"""Builds the patterns by which questions are recognised, over folded syllables."""

from __future__ import annotations

import re

from knowledge.language.text import syllables


def folded(text: str) -> str:
    """Return the folded syllables of `text`, parted by single spaces, as patterns match them."""
    return " ".join(syllables(text))


def any_of(*phrases: str) -> re.Pattern[str]:
    """Return a pattern for any of `phrases`: regular expressions over whole, folded syllables."""
    return re.compile("|".join(rf"\b(?:{phrase})\b" for phrase in phrases))
