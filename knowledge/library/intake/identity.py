"""The id that a document has in the library."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.errors import DanBietError
from knowledge.language.text import fold, syllables
from knowledge.law.resolution import Resolution
from knowledge.law.territory import may_lie_together

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 80
_YEAR = re.compile(r"/(?:19|20)\d{2}/")
"""In a number that tells it, such as 08/2024/NQ-HĐND; 21/NQ-HĐND does not."""
_UNIT_TYPE = re.compile(r"^(tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong|dac khu) ")


class BadId(DanBietError):
    """An id that cannot name a document."""

    def __init__(self, given: str) -> None:
        self.given, self.longest = given, _LONGEST
        super().__init__(
            f"“{given}” is no id: it takes small letters a-z, digits and hyphens, "
            f"at most {_LONGEST} of them"
        )


class IdTaken(DanBietError):
    """The id that a document would get is that of another one."""

    def __init__(self, resolution_id: str) -> None:
        self.resolution_id = resolution_id
        super().__init__(
            f"there is a document {resolution_id} already, and nothing tells that this is a "
            "version of it: name it with --id, that one or a new one"
        )


class OtherId(DanBietError):
    """A document of the same number and issuer is there under another id."""

    def __init__(self, given: str, known: str) -> None:
        self.given, self.known = given, known
        super().__init__(f"the document is there as {known}: it cannot be {given}, too")


def id_for(document: Resolution, given: str, library: Sequence[Resolution]) -> str:
    """Return the id of `document` in `library`: `given`, that of its last version, or a new one.

    Raises:
        BadId, IdTaken, OtherId: it cannot have that id.
    """
    known = next((other.id for other in library if _is_same(other, document)), "")
    if given and (len(given) > _LONGEST or not _ID.fullmatch(given)):
        raise BadId(given)
    if given and known and given != known:
        raise OtherId(given, known)
    if given or known:
        return given or known
    taken = {other.id for other in library}
    territory = document.territory
    # the province tells the document of a commune from that of a namesake
    wider_names = [territory.province] if territory.commune and territory.province else []
    made = [_made_id(document, wider) for wider in ("", *wider_names)]
    free = next((made_id for made_id in made if made_id not in taken), "")
    if not free:
        raise IdTaken(made[0])
    return free


def _is_same(own: Resolution, other: Resolution) -> bool:
    def key(document: Resolution) -> tuple[str, str]:
        return fold(document.head.number or ""), fold(document.head.issuer)

    kinds = {fold(document.head.kind) for document in (own, other) if document.head.kind}
    # an annex in a file of its own has the number of the decision that it belongs to
    alike = len(kinds) <= 1 and _annex_name(own) == _annex_name(other)
    near = may_lie_together(own.territory, other.territory)
    return (
        alike
        and near
        and key(own) == key(other)
        and all(key(own))
        and _may_be_of_a_year(own, other)
    )


def _may_be_of_a_year(document: Resolution, other: Resolution) -> bool:
    """Return False if the two are surely of different years: numbers begin anew in each."""
    days = (document.head.issued_on, other.head.issued_on)
    years = {day.year for day in days if day}
    return len(years) < len(days) or bool(_YEAR.search(document.head.number or ""))


def _annex_name(document: Resolution) -> str:
    """Return what an annex in a file of its own is called, "" for a document."""
    return document.annexes[0].name if document.is_annex and document.annexes else ""


def _made_id(document: Resolution, wider: str) -> str:
    """Return an id such as "lang-son-08-2024", made of place, the `wider` one, number, year."""
    head = document.head
    place = " ".join(syllables(document.territory.name or head.issuer or document.id))
    number = (head.number or "").split("/")
    day = head.issued_on or document.effect.passed_on
    year = next((part for part in number[1:2] if part.isdigit()), str(day.year) if day else "")
    wide = " ".join(syllables(wider))
    places = (_UNIT_TYPE.sub("", name) for name in (place, wide))
    annex = syllables(_annex_name(document))
    parts = (*" ".join(places).split(), *syllables(number[0]), year, *annex)
    made = "-".join(part for part in parts if part)[:_LONGEST].strip("-")
    if not _ID.fullmatch(made):
        raise BadId(made)
    return made
