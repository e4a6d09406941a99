"""A text as a row of tokens, the unit in which it is read and written out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<whole>[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,9}|(?:https?://|www\.)\S+"
    r"|\d+(?:[./-]\w+)*/\w[\w./-]*|\d+(?:[.,:/-]\d+)*(?!\w))"
    r"|(?P<word>[^\W_]+(?:['’][^\W_]+)*)"
    r"|(?P<mark>[^\w\s]+|_)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or something to be left as it is, at `text[start:end]` of what was typed."""

    typed: str
    start: int
    end: int
    word: bool


def runs(text: str, kept: Collection[tuple[int, int]] = ()) -> Iterator[list[Token]]:
    """Yield the tokens of `text` from one pause to the next; what lies in `kept` is a pause, too.

    Addresses of the internet, numbers and numbers of documents are tokens that are no words.
    """
    run: list[Token] = []
    for match in _TOKEN.finditer(text):
        begin, end = match.span()
        if match.lastgroup == "mark" or (
            kept and any(begin < last and first < end for first, last in kept)
        ):
            if run:
                yield run
            run = []
        else:
            run.append(Token(match.group(), begin, end, match.lastgroup == "word"))
    if run:
        yield run
