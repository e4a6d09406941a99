"""Trims a Unigram tokenizer of a hundred languages to Vietnamese and its neighbours in texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_letters
from typing import Any
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from knowledge.language.text import fold

_WORD_START = "▁"
_COMMON = 40_000
"""Pieces, commonest first, of which all those in Latin letters stay, whatever their language."""

_SHORT = 3
"""Letters: pieces of so few spell any syllable that people make up."""

_MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
_ONLY_VIETNAMESE = re.compile("[\u0309\u0323\u031b]|[\u0302\u0306][\u0300\u0301\u0303]")
_LETTERS_AND_MARKS = {*ascii_letters, *_MARKS}


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A tokenizer that kept some of its pieces, and their `rows` in the embedding: [pieces]."""

    tokenizer: str
    rows: NDArray[np.int64]


def trim(tokenizer: str, texts: Iterable[str]) -> Trimmed:
    """Return the tokenizer (JSON) with the pieces of `texts` and those in Latin letters that serve.

    A text that kept pieces spell is cut as before: a piece keeps its score, and the best cut
    among all pieces stays the best among fewer.
    """
    content: dict[str, Any] = json.loads(tokenizer)
    pieces: list[list[Any]] = content["model"]["vocab"]
    special = {token["id"] for token in content["added_tokens"]}
    both = [form for text in texts for form in (text, fold(text))]
    used = {
        number for cut in Tokenizer.from_str(tokenizer).encode_batch(both) for number in cut.ids
    }
    kept = [
        number
        for number, (piece, _score) in enumerate(pieces)
        if number in special or number in used or _serves(piece, number)
    ]
    content["model"]["vocab"] = [pieces[number] for number in kept]
    for token in content["added_tokens"]:
        token["id"] = kept.index(token["id"])
    return Trimmed(json.dumps(content, ensure_ascii=False), np.array(kept, np.int64))


def _serves(piece: str, number: int) -> bool:
    characters = piece.removeprefix(_WORD_START)
    if not any(map(str.isalpha, characters)):
        return len(characters) <= 1 or (number < _COMMON and characters.isascii())
    if not all(map(_is_vietnamese, characters)):
        return False
    common = number < _COMMON or len(characters) <= _SHORT
    return common or bool(_ONLY_VIETNAMESE.search(normalize("NFD", characters)))


def _is_vietnamese(letter: str) -> bool:
    """Return True for the Latin letters, and for them with marks that Vietnamese puts on them."""
    return letter in "đĐ" or set(normalize("NFD", letter)) <= _LETTERS_AND_MARKS
