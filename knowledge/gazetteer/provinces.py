"""Finds the provinces that running text names, alone or behind a commune."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from knowledge.gazetteer.lists.sources import split_kind
from knowledge.gazetteer.mergers import PROVINCES
from knowledge.gazetteer.spelling import spell, words

_TOKEN = re.compile(r"[^\W_]+|[,;:(–-]")
_DASH: Final = "(?:[-–] )?"


def plain(text: str) -> str:
    """Return the words and marks of `text` in lower case, spelled alike, a space around each."""
    return f" {_plain(text)} "


def named(text: str) -> Iterator[str]:
    """Yield the provinces that the plain `text` names with the word for their kind."""
    for match in re.finditer(f"(?<= ){_full()}(?= )", text):
        yield _written(match["full"])


def named_behind(commune: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the provinces in which the plain `text` puts `commune`, and the words that do so.

    The province stands behind the name, or behind that of the district that follows it.
    """
    for match in _behind(commune).finditer(text):
        yield _written(match["full"] or match["bare"]), match.group().strip()


def named_alone(text: str) -> str:
    """Return the province whose name, or whose council's, is all of the plain `text`, or ""."""
    match = _alone().fullmatch(text)
    return _written(match["full"]) if match else ""


def named_in_seat(text: str) -> str:
    """Return the province that stands between a commune and the day of issue, "" for none."""
    match = _seat().search(text)
    return _written(match["full"] or match["bare"]) if match else ""


def province_called(name: str) -> str:
    """Return the province that `name` is of, with or without the word for its kind, "" for none."""
    match = re.fullmatch(f"{_full()}|{_bare()}", _plain(name))
    return _written(match["full"] or match["bare"]) if match else ""


@lru_cache(maxsize=64)
def _behind(commune: str) -> re.Pattern[str]:
    kinds = _any_of(("huyện", "quận", "thị xã", "thành phố", "tp"))
    joint = f"(?:[,(–-] )*(?:{_any_of(('thuộc', 'của'))} )?"
    district = f"(?:{joint}{kinds} (?:[^ ,;:(]+ ){{1,4}}?)?"
    return re.compile(
        f"(?<= ){re.escape(_plain(commune))} {district}(?:{joint}{_full()}|, {_bare()})(?= )"
    )


@cache
def _alone() -> re.Pattern[str]:
    bodies = _any_of(("ubnd", "hđnd", "Ủy ban nhân dân", "Hội đồng nhân dân"))
    return re.compile(f" (?:{bodies} )?{_full()} ")


@cache
def _seat() -> re.Pattern[str]:
    return re.compile(f"(?<= )[^ ,;:]+ , (?:{_full()}|{_bare()}) , {_plain('ngày')} ")


@cache
def _full() -> str:
    """Return a pattern of the names of provinces with the word for their kind."""
    kinds = {"tỉnh": _any_of(("tỉnh", "t")), "thành phố": _any_of(("thành phố", "tp"))}
    forms = (f"{pattern} (?:{'|'.join(_names(kind))})" for kind, pattern in kinds.items())
    return f"(?P<full>{'|'.join(forms)})"


@cache
def _bare() -> str:
    """Return a pattern of the names of provinces without that word."""
    return f"(?P<bare>{'|'.join((*_names('tỉnh'), *_names('thành phố')))})"


def _names(kind: str) -> list[str]:
    """Return a pattern of each name of that kind; dashes in it may be left out."""
    named = [split_kind(province) for province in PROVINCES]
    return [
        f" {_DASH}".join(re.escape(_plain(word)) for word in words(name))
        for named_kind, name in named
        if named_kind == kind
    ]


@cache
def _written(matched: str) -> str:
    """Return the province of a match as it is written: "tỉnh Bà Rịa - Vũng Tàu"."""
    spelled = matched.replace("- ", "").replace("– ", "")
    return next(
        province
        for province in PROVINCES
        if spelled.endswith(name := " ".join(map(_plain, words(split_kind(province)[1]))))
        and spelled.removesuffix(name).strip() in {"", *_KINDS}
    )


def _any_of(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(_plain(phrase)) for phrase in phrases)})"


def _plain(text: str) -> str:
    return " ".join(spell(token.lower())[1] for token in _TOKEN.findall(text))


_KINDS: Final = frozenset(map(_plain, ("tỉnh", "t", "thành phố", "tp")))
