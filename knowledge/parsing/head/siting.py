"""The province in which the commune of a document lies, as its copy and the lists tell.

Names of communes are shared: a document of one that is put into no province must bind none of its
namesakes. The province is taken where the copy says it behind the name of the commune ("xã Tân
Thành, tỉnh Lạng Sơn") or in its letterhead, or where one commune alone has that name. Whatever else
points to a province is a guess, which is left to a person.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from knowledge.gazetteer.lists.listed import provinces_with
from knowledge.gazetteer.mergers import PROVINCES
from knowledge.gazetteer.provinces import named, named_alone, named_behind, named_in_seat, plain
from knowledge.gazetteer.spelling import solid
from knowledge.law.findings import Finding, FindingKind
from knowledge.law.resolution import Part, Resolution
from knowledge.law.territory import before_mergers, province_of_today

_PROVINCES = frozenset(map(solid, PROVINCES))


@dataclass(frozen=True, slots=True)
class Saying:
    """A province that a copy names, and the words that do so."""

    province: str
    words: str


def sited(resolution: Resolution, raw: Sequence[str]) -> tuple[Resolution, tuple[Finding, ...]]:
    """Return `resolution`, read from the lines `raw`, with the province of its commune.

    The finding tells where the province was read, or that it is missing and which it may be.
    Raises PlaceDataError.
    """
    territory = resolution.territory
    if territory.commune is None or territory.province is not None:
        return resolution, ()
    finding = _judged(territory.commune, resolution, PlainCopy(raw))
    if finding.fault is FindingKind.MISSING_PROVINCE:
        return resolution, (finding,)
    return replace(resolution, territory=replace(territory, province=finding.detail)), (finding,)


def is_listed(resolution: Resolution) -> bool:
    """Return False if the lists know no such unit as `resolution` binds: nobody lives there.

    Raises PlaceDataError.
    """
    commune, province = resolution.territory.commune, resolution.territory.province
    if province is None:
        return True
    if solid(province) not in _PROVINCES:
        return False
    former = before_mergers(resolution)
    lies_in = _of_time(province, former=former)
    return commune is None or lies_in in provinces_with(commune, former=former)


class PlainCopy:
    """The lines of a copy as plain text, to find the line on which words stand."""

    def __init__(self, raw: Sequence[str]) -> None:
        lines = [plain(line)[1:] if line.strip() else "" for line in raw]
        self._starts = tuple(accumulate((len(line) for line in lines), initial=1))
        self._text = f" {''.join(lines)}"

    def line_of(self, words: str) -> int:
        """Return the first line on which the plain `words` begin, 1 where there is none."""
        place = self._text.find(f" {words.strip()} ")
        return max(1, bisect_right(self._starts, place + 1))


def _judged(commune: str, resolution: Resolution, copy: PlainCopy) -> Finding:
    """Return what there is to tell of the province of `commune`: `detail` is the one meant.

    For a guess, `detail` holds all possible provinces, the likeliest first.
    """
    former = before_mergers(resolution)
    namesakes = provinces_with(commune, former=former)
    sayings = [
        replace(saying, province=_of_time(saying.province, former=former))
        for saying in _sayings(commune, resolution)
    ]
    provinces = {saying.province for saying in sayings}
    hints = Counter(_of_time(saying, former=former) for saying in named(plain(_all_of(resolution))))
    if len(provinces) == 1:
        words = sayings[0].words
        return Finding(FindingKind.PROVINCE_READ, copy.line_of(words), commune, *provinces)
    own_line = copy.line_of(plain(commune))
    if len(namesakes) == 1 and (not hints or namesakes & hints.keys()):
        return Finding(FindingKind.PROVINCE_BY_NAME, own_line, commune, *namesakes)
    possible = provinces or namesakes.intersection(hints) or hints.keys() or namesakes
    ranked = sorted(possible, key=lambda saying: (-hints[saying], saying))
    return Finding(FindingKind.MISSING_PROVINCE, own_line, commune, ", ".join(ranked))


def _sayings(commune: str, resolution: Resolution) -> list[Saying]:
    """Return where the copy says in which province `commune` lies, in its most telling part alone.

    Head and closing sentence speak of the document's own commune, other parts also of namesakes.
    """
    preamble, closing = (
        [
            line
            for unit in resolution.provisions
            if unit.address.part is part
            for line in unit.text.split("\n")
        ]
        for part in (Part.PREAMBLE, Part.CLOSING)
    )
    own = [line for line in preamble if not line.startswith("Căn cứ")]
    head = [" ".join(own)]
    for part in (head, closing, [_all_of(resolution)]):
        sayings = [
            Saying(*naming) for text in part for naming in named_behind(commune, plain(text))
        ]
        sayings = sayings or ([*_letterhead(own)] if part is head else [])
        if sayings:
            return sayings
    return []


def _letterhead(head: Iterable[str]) -> Iterator[Saying]:
    """Yield the provinces that stand alone above the kind of document, or before its day."""
    above = takewhile(lambda line: not line.startswith(("NGHỊ QUYẾT", "QUYẾT ĐỊNH")), head)
    for words in map(plain, above):
        if province := named_alone(words) or named_in_seat(words):
            yield Saying(province, words)


def _all_of(resolution: Resolution) -> str:
    """Return all words of the document; names run on from no paragraph into the next."""
    units = (unit.words for unit in resolution.provisions)
    parts = (*units, *(aside.text for aside in resolution.asides), *resolution.recipients)
    return " ; ".join(" ; ".join(part.split("\n")) for part in parts)


def _of_time(province: str, *, former: bool) -> str:
    """Return the province that a document means: those of before lie in those of today now."""
    return province if former else province_of_today(province)
