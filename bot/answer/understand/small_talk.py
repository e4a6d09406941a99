"""Small talk: greetings, thanks, farewells, and questions about the bot itself."""

from __future__ import annotations

import re
import unicodedata

from bot.answer.understand.patterns import any_of, folded
from knowledge.outside import SmallTalk

_FILLERS = frozenset(
    """
    a ad admin ah ai anh ay ba bac ban bang be biet bot buoi ca cac can cam chau chi chieu cho chu
    co con cu cung da dan day do duoc em ghe gi hen ho hoi hom it khuya kia la lai lam lan lien lun
    luon ma mai may minh mn moi mot nay ne nguoi nha nhe nhen nhi nhieu nhiu nua o oi ong qua quy
    giup loi ra rat roi sang shop sieu suc tat te that the them thi thiet thoi toi tra trua troi
    tui va vay viec vo voi xiu xong y zay
    """.split()  # noqa: SIM905 - a list of words reads better as prose
)
"""Syllables that may stand around small talk without asking for anything."""

_WORDS = (
    (
        SmallTalk.THANKS,
        "cam on, cam ta, camon, cam un, biet on, thank, thanks, thank you, tks, thanks you, cmon",
    ),
    (
        SmallTalk.FAREWELL,
        "tam biet, bye, bai bai, bb, pp, hen gap, gap sau, gap lai, ngu ngon, chao nhe",
    ),
    (
        SmallTalk.GREETING,
        "xin chao, chao, hello, helo, hi, hii, alo, hey, good morning, khoe khong"
        ", chuc buoi sang, co ai khong",
    ),
    (
        SmallTalk.REPLY,
        "ok, oke, okay, okie, okla, ukm, uk, uh, um, uhm, u, vang, hieu, dung, hay, gioi, vui, tot"
        ", tuyet, tuyet voi, xin so, chuan, nice, good, great, hihi, haha, hehe, hehehe"
        ", hjhj, kaka, wow, test, duoc khong, thong minh, de thuong, huu ich"
        ", ngu, ngoc, dot, te hai, dien, khung, vo dung, xam",
    ),
)
_EVERY_WORD = frozenset(word for _, words in _WORDS for word in words.replace(",", " ").split())
_WISH = re.compile(r"^(?:xin )?chuc (?:mung )?(?:\w+ ){1,8}\w+$")
_YOU = r"(?:ban|bot|em|ad|day|dan biet|may|chatbot|admin|ai)"
_ABOUT = re.compile(
    rf"\b{_YOU}(?: (?:oi|a|co the|co|duoc|that ra|dang|thi|nay|bot|day|nha|he|do))* (?:"
    r"(?:co phai )?la (?:ai|gi|nguoi|may|robot|ro bot|con nguoi|nguoi that|chatbot|bot|ai chat"
    r"|chatgpt|tri tue nhan tao)\b"
    r"(?: (?:that|hay|la|may|robot|bot|khong|a|ah|vay|the|nhi|ha|ma|dung|phai|nguoi))*$"
    r"|ten (?:la )?gi|bao nhieu tuoi|may tuoi|o dau vay$|do ai (?:tao|lam)"
    r"|(?:lam|giup|biet|tra loi|ho tro)(?: duoc| toi| minh| em| lam| nhung| cho)* (?:gi|viec gi)\b"
    r"|dung (?:de lam gi|nhu the nao|the nao|sao))"
    r"|^(?:dang )?(?:noi|chat|nhan tin) (?:chuyen )?voi (?:ai|nguoi|may|robot|bot)\b.*$"
    r"|^(?:huong dan|cach) (?:toi )?(?:su dung|dung|xai)(?: bot)?$"
    rf"|^ai (?:tao|lam|viet) ra {_YOU}$|^(?:help|tro giup|giup|menu|start|bat dau)$"
)
_LONGEST = 14
"""Syllables beyond which a message says more than it seems."""


def find_small_talk(text: str) -> SmallTalk | None:
    """Return the kind of small talk that `text` is, None if it asks for anything else.

    Praise, blame and emoji alone are replies.
    """
    said = folded(text)
    about = _ABOUT.search(said)
    if about and _is_idle(said[: about.start()] + " " + said[about.end() :]):
        return SmallTalk.ABOUT
    if (_WISH.match(said) and "?" not in text) or _is_picture(text):
        return SmallTalk.REPLY
    if not _is_idle(said) or len(said.split()) > _LONGEST:
        return None
    return next((kind for kind, words in _WORDS if any_of(*words.split(", ")).search(said)), None)


def _is_idle(said: str) -> bool:
    """Return True if `said` holds nothing but small talk and what stands around it."""
    return all(word in _FILLERS or word in _EVERY_WORD for word in said.split())


def _is_picture(text: str) -> bool:
    """Return True if `text` is drawn with emoji, or with signs as ":)))"."""
    drawn = any(unicodedata.category(sign) == "So" for sign in text)
    smiling = re.fullmatch(r"\s*[:;=][-']?[)(DPpv3<]+\s*", text) is not None
    return smiling or (drawn and not any(sign.isalnum() for sign in text))
