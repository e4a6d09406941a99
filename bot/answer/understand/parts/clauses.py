"""The questions of one sentence, which stand between its pauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from bot.answer.understand.parts.topic import without_opener
from bot.answer.understand.sentences import asking_form, asks, is_courtesy, is_tag
from knowledge.language.patterns import any_of

PAUSE: Final = re.compile(r"\s*[,;]\s+|\s+[-–]\s+")
_AND: Final = re.compile(r"\s+(?:và|va|rồi|roi)\s+", re.IGNORECASE)
_MOST: Final = 4
"""Times that "và" is looked at in a sentence."""
_SHORTEST: Final = 4
"""Syllables of a question after which "và" may join another."""
_LEANS: Final = any_of(
    r"^(?:hay|hoac|chu(?! (?:tri|tich|toa|ho|truong|dau|the))|tai (?:sao|vi)|vi|boi)",
    "^co phai (?:la|do)",
    r"^nhung(?! (?:ai|gi|\w+ (?:gi|nao)))",
)
_BARE: Final = re.compile(
    r"(?:(?:o|vao|tu|tai|do|va|la|boi|de|lam|trong|it nhat|toi thieu|toi da|khoang) )*"
    r"(?:dau|khi nao|bao gio|luc nao|bao nhieu|bao lau|ai|gi|sao|(?:nhu )?the nao"
    r"|ra sao|vi sao|tai sao|ten gi|(?:\w+ )?chuc vu gi)(?: (?:a|vay|the))*"
)
"""Questions for a detail of the question before them."""
_WORD: Final = r"(?:ai|gi|nao|dau|bao nhieu|bao lau|the nao|ra sao)"
_EMBEDS: Final = any_of(
    rf"{_WORD} (?:\w+ ){{0,30}}(?:co|duoc|phai) (?:\w+ ){{0,30}}(?:khong|ko|chua)$",
    r"co ai (?:\w+ ){0,30}(?:noi|chi|giai thich|bay|huong dan|cho|giup) (?:\w+ ){0,30}"
    "(?:khong|ko|hong)$",
    rf"{_WORD} (?:\w+ ){{0,30}}(?:thi|la do|deu) (?:\w+ ){{0,30}}{_WORD}",
)
"""A question about what others ask: "thu bao nhiêu, chi bao nhiêu có phải báo dân không"."""
_ANYBODY: Final = re.compile(
    r"(?:co )?(?:may \w+|ai|(?:nha|ho|nguoi|thon|ben|ong|ba|dua|can bo|thang) nao) "
    r"(?:(?!thi )\w+ ){0,20}(?=,)"
)
"""Persons of a rule that stands after a pause: "Ai vắng, không xin phép thì phạt sao"."""


def is_question(text: str) -> bool:
    """Return True if `text` asks for something of its own, and not a detail of another."""
    said = asking_form(text)
    return asks(text) and not is_tag(text) and _BARE.fullmatch(said) is None


def is_alternative(text: str) -> bool:
    """Return True if `text` begins as an alternative, a reason or a guess, no question."""
    return _LEANS.search(asking_form(text)) is not None


def grouped(sentence: str) -> Sequence[str]:
    """Return `sentence` parted at its pauses, each group with one question of its own.

    Words that do not ask belong to the question after them, a tag or an alternative to the one
    before.
    """
    groups: list[str] = []
    waiting, whole = "", asking_form(sentence)
    for piece in _pieces(sentence):
        said = asking_form(piece)
        if is_question(piece) and not is_alternative(piece):
            if groups and (_EMBEDS.search(said) or (" thi " in said and _ANYBODY.match(whole))):
                return (sentence,)
            groups.append(waiting + piece)
            waiting = ""
        elif groups and asks(piece):
            groups[-1] += waiting + piece
            waiting = ""
        elif not is_courtesy(piece):
            waiting += piece
    return (*groups[:-1], groups[-1] + waiting) if len(groups) > 1 else (sentence,)


def _pieces(sentence: str) -> Iterator[str]:
    """Yield what stands between the pauses of `sentence`, with them, and what "và" joins."""
    start = 0
    for match in (*PAUSE.finditer(sentence), None):
        stop = match.end() if match else len(sentence)
        yield from _halves(sentence[start:stop], spoken=len(sentence[:start].split()))
        start = stop


def _halves(piece: str, spoken: int) -> Sequence[str]:
    """Return what "và" joins in `piece` if each half asks and enough was `spoken` till then."""
    for match in islice(_AND.finditer(piece), _MOST):
        before, after = piece[: match.start()], piece[match.start() :]
        is_long = spoken + len(without_opener(before).split()) >= _SHORTEST
        if is_long and is_question(before) and is_question(piece[match.end() :]):
            return (before, after)
    return (piece,)
