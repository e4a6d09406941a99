"""Unigram tokenizers in the form that the library `tokenizers` reads."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
MASK = "<mask>"


def unigram(pieces: Mapping[str, float]) -> str:
    """Return a tokenizer of `pieces` with their scores, after `SPECIAL` and before the mask."""
    vocabulary = [*((name, 0.0) for name in SPECIAL), *pieces.items(), (MASK, 0.0)]
    return json.dumps(
        {
            "version": "1.0",
            "added_tokens": [
                *map(_special, range(len(SPECIAL)), SPECIAL),
                _special(len(vocabulary) - 1, MASK),
            ],
            "pre_tokenizer": {
                "type": "Metaspace",
                "replacement": "▁",
                "prepend_scheme": "always",
                "split": True,
            },
            "post_processor": _framed(SPECIAL[0], SPECIAL[2]),
            "model": {"type": "Unigram", "unk_id": 3, "vocab": vocabulary, "byte_fallback": False},
        },
        ensure_ascii=False,
    )


def _special(number: int, content: str) -> dict[str, Any]:
    flags = dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
    return {"id": number, "content": content, "special": True, **flags}


def _framed(start: str, end: str) -> dict[str, Any]:
    """Return the processor that puts `start` before and `end` behind every text."""
    text = {"Sequence": {"id": "A", "type_id": 0}}
    frame: Sequence[dict[str, Any]] = [_token(start), text, _token(end)]
    ids = {name: SPECIAL.index(name) for name in (start, end)}
    return {
        "type": "TemplateProcessing",
        "single": frame,
        "pair": frame,
        "special_tokens": {
            name: {"id": name, "ids": [number], "tokens": [name]} for name, number in ids.items()
        },
    }


def _token(name: str) -> dict[str, Any]:
    return {"SpecialToken": {"id": name, "type_id": 0}}
