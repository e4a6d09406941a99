"""Questions that compare what is decided in several places: "A và B khác gì nhau về …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answer.understand.slots import PLACE, Slots, cut
from knowledge.language.patterns import any_of
from knowledge.language.text import fold, normalise

_MOST = 4
_COMPARES = any_of(
    "so sanh|doi chieu|so voi",
    "(?:khac|giong)(?: nhau| biet)?(?: gi| the nao| ra sao| nhau| khong| o (?:dau|diem nao)| hay)",
    "co (?:gi |diem gi )?(?:khac|giong)|diem (?:khac|giong)|khac nhau|giong nhau",
    "(?:noi|tinh|ben|dia phuong|dang) nao",
    rf"(?:khac|giong)(?= {PLACE})",
)
_JOINT = r"(?:va|voi|hay la|hay|hoac|cung|vs|con)"
_PLACES = re.compile(
    rf"(?:\b(?:giua|o|tai|cua|ben|trong|hai tinh|hai noi|so voi|nghi quyet(?: cua)?) )*{PLACE}"
    rf"(?:[\s,;:-]*\b{_JOINT}\b(?=[^{PLACE}]{{0,30}}{PLACE}))?[\s,;:-]*"
)
_SCAFFOLD = re.compile(
    r"\b(?:(?:hay |giup (?:toi |em |minh )?|cho (?:toi |em |minh )(?:biet |hoi )?|xin )*"
    r"(?:so sanh|doi chieu)(?: giup(?: toi| em| minh)?| ho)?"
    r"|(?:nhung |cac )?(?:su |diem )?(?:giong|khac)(?: nhau| biet)?(?: va| hay)"
    r" (?:diem )?(?:giong|khac)(?: nhau| biet)?"
    r"|(?:thi )?(?:co )?(?:gi |diem gi |cho nao |diem nao |su |diem )?\b(?:giong|khac)"
    r"(?: nhau| biet| gi| the nao| nhu the nao| ra sao| o (?:diem nao|cho nao|dau)| khong)*"
    r"|so voi|(?:o )?(?:cho|diem) nao|(?:thi )?(?:noi|tinh|ben|dia phuong|dang) nao(?: thi| la)?)\b"
)
_EDGES = re.compile(
    r"^(?:[\s,.:;?]|\b(?:ve|viec|trong|doi voi|mat|van de|thi|la|quy dinh|xem|hai noi|noi do"
    r"|do|nay|di|nhe|sao)\b)+"
    r"|(?:[\s,.:;?]|\b(?:the nao|nhu the nao|ra sao|thi sao|co|khong|thi|va|voi|cua|giua|quy dinh"
    r"|di|nhe|a|vay|nhi|hon)\b)+$"
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The `places` that are compared, in the order named, and the `matter` in question."""

    places: tuple[str, ...]
    matter: str


def find_comparison(slots: Slots) -> Comparison | None:
    """Return what a question that is taken apart compares, or None."""
    places = tuple({fold(name): name for name in reversed(slots.places)}.values())[::-1]
    if len(places) == 1 or not places or not compares(slots):
        return None
    matter = matter_compared(slots)
    return Comparison(places[:_MOST], matter) if matter else None


def compares(slots: Slots) -> bool:
    """Return True if the words of a comparison stand in the question."""
    return _COMPARES.search(fold(normalise(slots.masked))) is not None


def matter_compared(slots: Slots) -> str:
    """Return what is compared: the question without places and words of comparison."""
    matter = cut(_SCAFFOLD, cut(_PLACES, slots.masked))
    return slots.filled(cut(_EDGES, matter))
