"""Curses in a message: they ask for nothing, and nobody reads them again."""

from __future__ import annotations

import re
from typing import Final

from knowledge.language.text import normalise

_CURSE: Final = re.compile(
    r"\b(?:đ[ịi]t(?: con)?(?: m[ẹe]| bố)?(?: (?:mày|nó|chúng mày))?|đ[éế]o|đếch|[đd]k?m+|vcl|vkl"
    r"|vcc|cmn|clm|clgt|cặc|lồn|đĩ|đù(?: m[áe])?|đụ(?: m[áẹ])?|du ma|(?:con )?mẹ (?:kiếp|nó)|má nó"
    r"|tổ (?:sư|cha)(?: (?:mày|nó|chúng mày|cha mày))?"
    r"|(?:đồ|lũ|bọn|thằng|quân) (?:chó|ngu|khốn)(?: (?:đẻ|chết|nạn))?|chó (?:đẻ|chết)|óc chó"
    r"|oc cho|khốn nạn|khon nan|mất dạy|mat day|bố láo|vãi(?: (?:lồn|chưởng|cả|l))?"
    r"|ngu (?:vãi|như (?:chó|bò|lợn))|ăn (?:cứt|cức))\b[!.,]*",
    re.IGNORECASE,
)


def curses(text: str) -> bool:
    """Return True if somebody curses in `text`."""
    return _CURSE.search(text) is not None


def without_curses(text: str) -> str:
    """Return `text` without its curses, as it is if nothing else stands there."""
    left = normalise(_CURSE.sub(" ", text)).strip(" ,.;")
    return left if any(map(str.isalnum, left)) else text
