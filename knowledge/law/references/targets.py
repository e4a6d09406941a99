"""The provisions that a sentence amends or ends, such as "khoản 2 và khoản 3 Điều 5"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.law.references.annex_mentions import is_numbered
from knowledge.law.references.citation import Reference, find_references
from knowledge.law.references.mentions import KINDS
from knowledge.law.signs import number_sign, point_sign

_SEVERAL = re.compile(
    r"\b(?P<step>Điều|khoản|điểm|Khoản|Điểm)\s+(?P<signs>[\wđ]{1,3}(?:\s*,\s*[\wđ]{1,3})*)"
    r"(?:\s+và\s+(?P<last>[\wđ]{1,3}))?"
    r"(?=\s+(?:Điều|khoản|Khoản|và|của|Nghị|Luật|Quyết|Thông)\b|\s*$|[;.:])"
)
"""A step of a citation with several signs: "các khoản 1, 2 và 3"."""
_NEW_REFERENCE = re.compile(
    r"\b((?:khoản|Điều)\s+[\wđ]{1,3})\s*(?:[,;]|\bvà\b)\s*(?:các\s+)?(?=(?:điểm|khoản|Điều)\b)",
    re.IGNORECASE,
)
"""The beginning of another reference: laws cite from the inside out, the finest step first."""
_PLACE = re.compile(r"\bvào (?:sau|trước)\b")
""""vào sau Điều 5": the provision is where something is put, and not what is amended."""
_SPARED = re.compile(r"[,;(]\s*(?:ngoại )?trừ\b.*", re.DOTALL)
"""The exception that a deed leaves as it is: "bãi bỏ Nghị quyết …, trừ Điều 2"."""
_ASIDE = re.compile(r"\([^()]{0,400}\)")
"""Words in brackets; bounded, so that brackets never closed cost no time."""
_OF_ANOTHER = re.compile(
    r"\b(?:(?:điểm|khoản|Điều)\s+[\wđ]{1,4}(?:\s*,\s*|\s+và\s+|\s+)){1,8}(?:của\s+)?"
    rf"(?:{KINDS}|Hiến pháp|Quy chế|Quy định|Điều lệ)(?!\w)",
    re.IGNORECASE,
)
"""Provisions of a document that a title names."""


def targets_of(sentence: str) -> list[Reference]:
    """Return the provisions that something is done to, not those after which one is put."""
    done = _SPARED.sub("", sentence.partition("như sau")[0])
    own, *place = _PLACE.split(_spelled_out(done), maxsplit=1)
    meant = find_references(own)
    beside = [reference for text in place for reference in find_references(text)]
    return [*dict.fromkeys(_completed([*meant, *beside])[: len(meant)])]


def listed_in(words: str) -> list[Reference]:
    """Return the provisions that `words` name, each in full."""
    return _completed(find_references(_spelled_out(words)))


def in_annexes(references: list[Reference], annexes: Sequence[str]) -> list[Reference]:
    """Return `references` as those of the annex that is named beside them, and others as a whole.

    Lists and forms stand beside provisions; those of an act are provisions in it.
    """
    acts = [name for name in annexes if not is_numbered(name)]
    own = [
        replace(reference, annex=acts[0]) if acts and reference.annex is None else reference
        for reference in references
    ]
    inside = {reference.annex for reference in own}
    whole = [name for name in annexes if name not in inside and (not own or is_numbered(name))]
    return [*own, *(Reference(annex=name) for name in whole)]


def may_be_partial(title: str) -> bool:
    """Return True if a provision is named behind a document that may be of that document.

    Those that a title names are of another: "quy định chi tiết khoản 2 Điều 9 Luật …".
    """
    return bool(find_references(_OF_ANOTHER.sub("", _ASIDE.sub("", title))))


def _spelled_out(sentence: str) -> str:
    """Return "khoản 1, 2 và 3 Điều 5" as "khoản 1, khoản 2, khoản 3 Điều 5"."""

    def each(match: re.Match[str]) -> str:
        signs = re.split(r"\s*,\s*", match["signs"])
        signs += [match["last"]] if match["last"] else []
        if not all(number_sign(sign) or point_sign(sign) for sign in signs):
            return match.group()
        return ", ".join(f"{match['step']} {sign}" for sign in signs)

    return _NEW_REFERENCE.sub(r"\1 rồi ", _SEVERAL.sub(each, sentence))


def _completed(references: Iterable[Reference]) -> list[Reference]:
    """Return `references` with the outer steps that only the last of a list names."""
    complete: list[Reference] = []
    for reference in reversed(list(references)):
        complete.append(_within(reference, complete[-1]) if complete else reference)
    return complete[::-1]


def _within(reference: Reference, following: Reference) -> Reference:
    """Return `reference`, if it names no article, with the outer steps of `following`."""
    if reference.article is not None:
        return reference
    clause = reference.clause or following.clause
    annex = following.annex if reference.annex is None else reference.annex
    return replace(reference, article=following.article, clause=clause, annex=annex)
