"""Small talk: greetings, thanks, farewells, and questions about the bot itself."""

from __future__ import annotations

import re

from bot.answer.understand.patterns import any_of, folded
from bot.answer.values import SmallTalk

_FILLERS = frozenset(
    """
    a ad admin ah ai anh ay ba bac ban be biet bot buoi ca cac can cam chau chi chieu cho chu co con
    cu cung da dan day do duoc em ghe gi hen ho hoi hom it khuya kia la lai lam luon ma may minh mn
    moi mot nay ne nguoi nha nhe nhen nhi nhieu nhiu nua o oi ong qua quy rat roi sang shop tat the
    them thi thoi toi trua tui va vay viec voi xiu
    """.split()  # noqa: SIM905 - a list of words reads better as prose
)
"""Syllables that may stand around small talk without asking for anything."""

_WORDS = (
    (SmallTalk.THANKS, "cam on, cam ta, thank, thanks, thank you, tks, cmon"),
    (SmallTalk.FAREWELL, "tam biet, bye, bai bai, hen gap, gap sau, ngu ngon"),
    (SmallTalk.GREETING, "xin chao, chao, hello, helo, hi, alo, hey, good morning, khoe khong"),
    (
        SmallTalk.REPLY,
        "ok, oke, okay, okie, uh, um, uhm, u, vang, hieu, dung, hay, gioi, vui, tot, tuyet"
        ", tuyet voi, hihi, haha, hehe, test, duoc khong",
    ),
)
_EVERY_WORD = frozenset(word for _, words in _WORDS for word in words.replace(",", " ").split())
_WISH = re.compile(r"^(?:xin )?chuc (?:mung )?(?:\w+ ){1,8}\w+$")
_YOU = r"(?:ban|bot|em|ad|day|dan biet|may)"
_ABOUT = re.compile(
    rf"\b{_YOU}(?: (?:oi|a|co the|co|duoc|that ra|dang|thi|nay|bot))* (?:"
    r"la (?:ai|gi|nguoi|may|robot|con nguoi)\b(?: (?:that|hay|la|may|robot|khong|a|vay|the|nhi))*$"
    r"|ten (?:la )?gi"
    r"|(?:lam|giup|biet|tra loi|ho tro)(?: duoc| toi| minh| lam| nhung| cho)* (?:gi|viec gi)\b"
    r"|dung (?:de lam gi|nhu the nao|the nao|sao))"
    r"|^(?:huong dan|cach) (?:toi )?(?:su dung|dung)(?: bot)?$"
    rf"|^ai (?:tao|lam) ra {_YOU}$|^(?:help|tro giup)$"
)


def find_small_talk(text: str) -> SmallTalk | None:
    """Return the kind of small talk that `text` is, None if it asks for anything else."""
    said = folded(text)
    about = _ABOUT.search(said)
    if about and _is_idle(said[: about.start()] + " " + said[about.end() :]):
        return SmallTalk.ABOUT
    if _WISH.match(said) and "?" not in text:
        return SmallTalk.REPLY
    if not _is_idle(said):
        return None
    return next((kind for kind, words in _WORDS if any_of(*words.split(", ")).search(said)), None)


def _is_idle(said: str) -> bool:
    """Return True if `said` holds nothing but small talk and what stands around it."""
    return all(word in _FILLERS or word in _EVERY_WORD for word in said.split())
