"""Nicknames and other spellings of provinces and former districts: `nicknames.toml`."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from knowledge.gazetteer.spelling import Syllable, spell, words

_CALLED: Final = tomllib.loads(
    (Path(__file__).parent / "nicknames.toml").read_text(encoding="utf-8")
)


def _by_nickname(names: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    by_nickname: defaultdict[str, list[str]] = defaultdict(list)
    for province, nicknames in names.items():
        for nickname in nicknames:
            by_nickname[nickname].append(province)
    return {nickname: tuple(provinces) for nickname, provinces in by_nickname.items()}


NICKNAMES: Final = _by_nickname(_CALLED["provinces"])
"""The provinces that may be meant by each nickname; in running text those are ordinary words."""

OTHER_NAMES: Final[Mapping[str, Sequence[str]]] = _CALLED["districts"]
"""Other spellings, initials and nicknames of former districts, and districts that they absorbed."""

_FOLDED: Final = frozenset(
    tuple(spell(word)[0] for word in words(nickname)) for nickname in NICKNAMES
)
_LENGTHS: Final = sorted({len(syllables) for syllables in _FOLDED} - {1})


def starts_nickname(syllables: Sequence[Syllable]) -> bool:
    """Return True if `syllables` begin with a nickname of several, such as "xứ Thanh"."""
    folded = tuple(syllable.folded for syllable in syllables[: _LENGTHS[-1]])
    return any(folded[:length] in _FOLDED for length in _LENGTHS)


def is_nickname(syllables: Sequence[Syllable]) -> bool:
    """Return True if `syllables` are a nickname of several, with or without diacritics."""
    return len(syllables) > 1 and tuple(syllable.folded for syllable in syllables) in _FOLDED
