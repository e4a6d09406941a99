"""Forms to be filled in: they rule nothing, and answer only who asks for a form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from index.hit import Hit
from knowledge.language.text import fold
from knowledge.law.resolution import Resolution

_ASKED: Final = re.compile(r"\b(?:bieu mau|mau(?: so)? \d|mau (?:don|to khai|giay)|theo mau)\b")


def asks_for_form(text: str) -> bool:
    """Return True if `text` speaks of a form."""
    return _ASKED.search(fold(text)) is not None


def is_form(hit: Hit, library: Mapping[str, Resolution]) -> bool:
    """Return True if `hit` is an annex to be filled in."""
    resolution = library.get(hit.address.resolution)
    annex = resolution.annex_of(hit.address) if resolution else None
    return annex is not None and annex.is_form
