"""Telling the questions of a message apart that asks several things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answer.understand.patterns import any_of, folded
from knowledge.text import normalise

_MOST = 4
_SHORTEST = 4
"""Syllables of a question that can stand alone."""
_ITEM = re.compile(r"(?:^|(?<=[\s:;.?]))(?:[1-9][.)]|[-+•*]|[a-dđ]\))\s+(?=\D)")
_NUMBERED = re.compile(r"(?:^|(?<=[\s:;.?]))([1-9])[.)]\s*(?=\D)")
_SENTENCE = re.compile(r"(?<=\?)[\s?!.]*(?:[Vv]à\s+)?(?=\S)")
_JOINT = re.compile(
    r"[\s,.;]+(?=(?:còn|con)\s.{1,80}?\s(?:thì|thi)\s)"
    r"|[\s,.;]+(?:với lại|voi lai|vả lại|va lai|ngoài ra|ngoai ra|tiện thể|tien the)[\s,]+",
    re.IGNORECASE,
)
_ASKS = any_of(
    "ai|gi|dau|nao|sao|may|bao nhieu|bao gio|bao lau|j|ntn",
    "(?:khong|ko|k|kg|hong|hok|chua|phai chang)(?: (?:a|ah|vay|z|nhi|nhe|the|ad|em|bac|anh|chi))*$",
)
_TAG = any_of(
    r"^(?:(?:co|nhu|vay|the|lam|thi|co phai) )*(?:dung|duoc|phai|hop ly|sai|on)(?: la)? "
    r"(?:khong|ko|k|chua)(?: \w+)?$",
    r"^(?:vi|tai) sao(?: \w+)?$",
)
_LEANS = any_of(
    r"^(?:co (?:duoc|phai|can|bi|nen)|duoc|bi|phai|neu|the|vay|hay|hoac|nhung|roi|nhu|ma|tai|vi)",
    r"^(?:thi|con neu)",
    "(?:viec|cai|dieu|nguoi|chuyen|ban|quy dinh|so|khoan) (?:do|ay|nay)",
    "ong ay|ba ay|nhu vay|nhu the|luc do|khi do",
)
"""What makes a question hang on the words before it."""
_SOMEBODY = re.compile(r"\b(?:nó|họ|ổng|bả|chúng)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:chao|hoi)\b[^?]*$")


def find_parts(message: str) -> tuple[str, ...]:
    """Return the questions that `message`, with its line breaks, asks; none unless several.

    Where it is not sure that each can stand alone, the message is one question: a story with a
    question at its end, a question with its reasons.
    """
    lines = "\n".join(map(normalise, message.splitlines()))
    for split in (_items, _lines, _sentences):
        found = [part.strip(" ,;\n") for part in split(lines)]
        if len(found) > 1 and all(_stands_alone(part) for part in found):
            return tuple(found[:_MOST])
    return ()


def _items(message: str) -> Iterator[str]:
    """Yield the numbered questions of `message`; what stands before the first is an address."""
    numbers = _NUMBERED.findall(message)
    if numbers[:2] == ["1", "2"]:
        yield from _NUMBERED.split(message)[2::2]
    else:
        yield from (item for item in _ITEM.split(message)[1:] if item.strip())


def _lines(message: str) -> Iterator[str]:
    return (line for line in message.splitlines() if line and not _is_address(line))


def _sentences(message: str) -> Sequence[str]:
    sentences = [one for one in _SENTENCE.split(message.strip()) if one.strip()]
    return [part for sentence in sentences for part in _joined(sentence)]


def _joined(sentence: str) -> Iterator[str]:
    """Yield what "còn … thì", "với lại" join, if each half asks; else the sentence."""
    halves = _JOINT.split(sentence)
    if len(halves) > 1 and all(_stands_alone(half) for half in halves):
        yield from halves
    else:
        yield sentence


def _stands_alone(part: str) -> bool:
    asked = folded(part)
    return (
        len(asked.split()) >= _SHORTEST
        and _ASKS.search(asked) is not None
        and not _TAG.search(asked)
        and not _LEANS.search(asked)
        and not _SOMEBODY.search(part)
    )


def _is_address(line: str) -> bool:
    """Return True if `line` only turns to somebody: "Chào ad, cho em hỏi:"."""
    said = folded(line)
    return _ADDRESS.search(said) is not None and not _ASKS.search(said)
