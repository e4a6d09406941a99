"""A plain text in the HTML that Telegram knows: the same words, dressed."""

from __future__ import annotations

import html
import re
from functools import cache

from prompts.render import render

_QUOTE = re.compile(
    r"^(?:• [^“\n]+: )?“[^\n]*(?:\n(?![\n—•“])[^\n]*)*?”(?: \(trích\))?$", re.MULTILINE
)
"""A quote that fills its lines, after the label of its provision if there are several."""
_CITATION = re.compile(r"^— [^<\n]+$", re.MULTILINE)
"""In an escaped text "<" begins a tag: neither this line nor the reading reaches into a quote."""


def dress(text: str) -> str:
    """Return `text` as HTML: quotes as such, citations bold, the reading of the question italic.

    Nothing is added, taken away or moved but tags: what is seen is `text`.
    """
    escaped = html.escape(text, quote=False)
    quoted = _QUOTE.sub(r"<blockquote>\g<0></blockquote>", escaped)
    cited = _CITATION.sub(r"<b>\g<0></b>", quoted)
    return _reading().sub(r"<i>\g<0></i>", cited)


@cache
def _reading() -> re.Pattern[str]:
    """Return the pattern of the line that tells how a question was read."""
    return re.compile(rf"^{re.escape(render('telegram/reading'))} [^<\n]+$", re.MULTILINE)
