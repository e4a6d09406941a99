"""Masking: numbers and addresses that lead to a person are never written down."""

from __future__ import annotations

import re
from functools import cache

from prompts.render import render

_GAP = r"[ \t\u00a0.\-–]{0,3}"
"""The signs that people put between the digits of a telephone number."""
_UNIT = (
    r"(?=\s{0,2}(?:đồng|đ|vnđ|vnd|usd|nghìn|ngàn|triệu|tỷ|tỉ|người|hộ|cử\ tri|phiếu|m2|m²|ha)\b)"
)

_MASKED = re.compile(
    rf"""
    # Not of a person: dates, amounts. They come first, so that nothing else is seen in them.
    (?P<kept>
        (?<!\d)\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)\d\d(?!\d)
      | (?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)
      | (?<![\d.,])[1-9]\d{{0,2}}(?P<group>[ .,])\d{{3}}(?:(?P=group)\d{{3}})*(?!\d)
        (?:(?<=000)|{_UNIT})
      | (?<!\d)[1-9]\d{{6,}}(?!\d)(?:(?<=000000)|{_UNIT})
    )
  | (?P<email>[\w.+%-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}})
    # CCCD: 12 digits; at once, by threes or by fours.
  | (?P<citizen>(?<!\d)(?:\d{{12}}|0\d\d(?:(?P<three>[ .-])\d{{3}})(?:(?P=three)\d{{3}}){{2}}
      | 0\d{{3}}(?P<four>[ .-])\d{{4}}(?P=four)\d{{4}})(?!\d))
    # 09… and the like with 10 digits, 02… (landline) and 01[2689]… (before 2018) with 11.
  | (?P<phone>
        (?<!\d)
        (?: \(?(?:\+|00){_GAP}84\)?{_GAP}(?:\(?0\)?)?
          | \(?84\)?{_GAP}(?:\(?0\)?)?
          | \(?0 )
        (?: {_GAP}[35789](?:{_GAP}\d){{8}}
          | {_GAP}2(?:{_GAP}\)?{_GAP}\d){{9}}
          | {_GAP}1{_GAP}[2689](?:{_GAP}\d){{8}} )
        (?!\d)
    )
    # CMND: 9 digits, at once or by threes.
  | (?P<paper>(?<!\d)\d{{3}}(?P<gap>[ .-]?)\d{{3}}(?P=gap)\d{{3}}(?!\d))
    """,
    re.VERBOSE | re.IGNORECASE,
)

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_KINDS = {"email": "email", "citizen": "paper", "paper": "paper", "phone": "phone"}


def mask(text: str) -> str:
    """Return `text` without telephone numbers, numbers of identity papers and e-mail addresses.

    Control characters and halves of a pair, which databases and terminals trip over, become "?".
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return _MASKED.sub(_replacement, _CONTROL.sub("?", whole))


def _replacement(match: re.Match[str]) -> str:
    kinds = (kind for group, kind in _KINDS.items() if match[group] is not None)
    kind = next(kinds, None)
    return match[0] if kind is None else _word(kind)


@cache
def _word(kind: str) -> str:
    return render("staff/masked", kind=kind)
