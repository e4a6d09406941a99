"""What a document does to others: amends, adds to, replaces or repeals them, wholly or in part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from knowledge.citation import Reference, find_references
from knowledge.dates import find_date
from knowledge.mentions import annex_in
from knowledge.resolution import Address, Part, Provision, Resolution
from knowledge.signs import number_sign, point_sign

_NUMBER = re.compile(r"\b\d{1,4}(?:/\d{4})?/[A-ZĐ]{2,}\d*(?:-[A-ZĐ][A-ZĐa-z]*)*\d*")
_SOURCE = re.compile(r"\s*(?:\(?(?:đã )?được (?:sửa đổi|bổ sung)|ban hành kèm theo)")
_DEED = re.compile(
    r"(?P<amend>sửa đổi(?:, bổ sung)?)|(?P<add>bổ sung)|(?P<repeal>bãi bỏ|hủy bỏ)"
    r"|(?P<replace>thay thế(?! cụm từ| từ| các cụm từ))"
    r"|(?P<wording>thay (?:thế )?(?:các )?(?:cụm )?từ)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:(?:Nghị quyết|Luật|Nghị định|Quyết định|Thông tư|Pháp lệnh) này (?:sẽ )?)?"
    r"(?=sửa đổi|bổ sung|bãi bỏ|hủy bỏ|thay thế|thay (?:các )?(?:cụm )?từ)",
    re.IGNORECASE,
)
"""How a sentence begins that does something to a document; others only speak of such deeds."""
_EXPIRES = re.compile(r"hết hiệu lực", re.IGNORECASE)
_EXPIRES_WITH_THIS = re.compile(r"kể từ ngày \S+(?: \S+)? này có hiệu lực", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"", re.DOTALL)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ])|\n")
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
"""Where another reference begins: laws cite from the inside out, so a finer step is no more of it.
"""
_PLACE = re.compile(r"\bvào (?:sau|trước)\b")
_SPARED = re.compile(r"[,;(]\s*(?:ngoại )?trừ\b.*", re.DOTALL)
"""What a deed leaves as it is: "bãi bỏ Nghị quyết …, trừ Điều 2"."""
_ANNOUNCES = re.compile(r"một số (?:điều|khoản|điểm|nội dung)", re.IGNORECASE)


class Deed(StrEnum):
    """What is done to a provision or to a whole document."""

    AMENDS = "amends"
    ADDS = "adds"
    REPLACES_WORDS = "replaces words"
    REPLACES = "replaces"
    REPEALS = "repeals"
    EXPIRES = "expires"


_DEEDS = {
    "amend": Deed.AMENDS,
    "add": Deed.ADDS,
    "repeal": Deed.REPEALS,
    "replace": Deed.REPLACES,
    "wording": Deed.REPLACES_WORDS,
}


@dataclass(frozen=True, slots=True)
class Amendment:
    """One deed that `provision` says it does.

    `number` is the number of the document that it is done to, as written, and `target` the
    provision of it, None for the whole. `since` is the day from which it holds where the sentence
    names one; None means since the amending document is in force.
    """

    provision: Address
    deed: Deed
    number: str
    target: Reference | None = None
    since: date | None = None

    def _target_in(self, document: Resolution) -> Address:
        """Return what is done in `document`; what it has no annex for is nothing of its own."""
        if self.target is None:
            return Address(document.id)
        elsewhere = self.target.annex is not None and not document.is_annex
        if elsewhere and not document.annex_numbers:
            return replace(self.target.within(document.id), part=Part.ANNEX)
        return self.target.address_in(document)

    @property
    def _names_annex(self) -> bool:
        """Return True if it is done to an annex, or to all that has the number."""
        return self.target is None or self.target.annex is not None

    def address_in(self, library: Iterable[Resolution]) -> Address | None:
        """Return what is amended in `library`, None where the document is not in it.

        The address of a whole document names no article.
        """
        for document in library:
            if _same_number(document.head.number, self.number):
                if document.is_annex and not self._names_annex:
                    continue
                return self._target_in(document)
        return None


@lru_cache(maxsize=1024)
def find_amendments(resolution: Resolution) -> tuple[Amendment, ...]:
    """Return what `resolution` does to other documents, in the order of its text.

    A clause that names no document means the one that its article names, else the one that the
    title names.
    """
    found: list[Amendment] = []
    for unit in resolution.provisions:
        if unit.address.part is Part.ARTICLE:
            found.extend(_of_unit(resolution, unit))
    return tuple(found)


def _of_unit(resolution: Resolution, unit: Provision) -> Iterator[Amendment]:
    outer, annex = _document_above(resolution, unit)
    words = _QUOTED.sub("“”", unit.words)
    for sentence in _SENTENCE.split(words):
        if _EXPIRES.search(sentence):
            yield from _expired(sentence, unit, resolution)
        elif (opened := _OPENS.match(sentence)) and (deed := _DEED.match(sentence, opened.end())):
            for one in _done(sentence, _DEEDS[deed.lastgroup or ""], unit, outer):
                yield _of_annex(one, annex) if one.number == outer else one


def _of_annex(amendment: Amendment, annex: str | None) -> Amendment:
    """Return `amendment` as one of the annex that the headings above speak of, if they do."""
    target = amendment.target
    if annex is None or (target and target.annex is not None):
        return amendment
    return replace(amendment, target=replace(target or Reference(), annex=annex))


def _document_above(resolution: Resolution, unit: Provision) -> tuple[str, str | None]:
    """Return the number of the document that the headings above `unit` and the title speak of.

    Beside it stands the annex of it that they name.
    """
    above = [*resolution.trail(unit.address)]
    told = [resolution.head.title, *(_QUOTED.sub("", outer.words) for outer in above)]
    amending = [text for text in told if _DEED.search(text)]
    named = [(number, annex_in(text)) for text in amending for number in _numbers(text)[:1]]
    return named[-1] if named else ("", None)


def _done(sentence: str, deed: Deed, unit: Provision, outer: str) -> Iterator[Amendment]:
    """Yield what one sentence does; a heading that only announces clauses does nothing yet."""
    numbers = _numbers(sentence) or [outer]
    if not numbers[0] or _ANNOUNCES.search(sentence):
        return
    targets = _targets(sentence)
    yield from (Amendment(unit.address, deed, numbers[0], target) for target in targets)
    if not targets:
        annex = annex_in(sentence)
        whole = None if annex is None else Reference(annex=annex)
        yield from (Amendment(unit.address, deed, number, whole) for number in numbers)


def _targets(sentence: str) -> list[Reference]:
    """Return the provisions that something is done to, not those after which one is put."""
    done = _SPARED.sub("", sentence.partition("như sau")[0])
    own, *place = _PLACE.split(_spelled_out(done), maxsplit=1)
    meant = find_references(own)
    beside = [one for text in place for one in find_references(text)]
    return [*dict.fromkeys(_completed([*meant, *beside])[: len(meant)])]


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


def _expired(sentence: str, unit: Provision, resolution: Resolution) -> Iterator[Amendment]:
    """Yield the documents that `sentence` says to be in force no more; never the own one."""
    day = sentence[_end_of_expiry(sentence) :]
    since = None if _EXPIRES_WITH_THIS.search(sentence) else find_date(day)
    named = sentence[: _end_of_expiry(sentence)]
    targets = _completed(find_references(_spelled_out(_SPARED.sub("", named))))
    for number in _numbers(named):
        if not _same_number(resolution.head.number, number):
            target = targets[0] if len(targets) == 1 else None
            yield Amendment(unit.address, Deed.EXPIRES, number, target, since)


def _end_of_expiry(sentence: str) -> int:
    match = _EXPIRES.search(sentence)
    return match.end() if match else 0


def _numbers(text: str) -> list[str]:
    """Return the numbers of documents in `text`, but not of those that amended one of them."""
    found: list[str] = []
    end = 0
    for match in _NUMBER.finditer(text):
        if not (found and _SOURCE.search(text, end, match.start())):
            found.append(match.group())
        end = match.end()
    return found


def _same_number(own: str | None, named: str) -> bool:
    return own is not None and _key(own) == _key(named)


def _key(number: str) -> list[str]:
    return [part.lstrip("0").casefold() for part in number.split("/")]
