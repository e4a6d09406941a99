"""Small talk: greetings, thanks, farewells, and questions about the bot itself."""

from __future__ import annotations

import re

from bot.answer.values import SmallTalk
from knowledge.text import fold

_FILLERS = frozenset(
    ["a", "ah", "ak", "nha", "nhe", "nhen", "nhi", "oi", "bot", "ban", "ad", "admin", "em", "anh", "chi", "co", "chu", "bac", "ong", "ba", "minh", "toi", "tui", "con", "chau", "nhieu", "lam", "qua", "rat", "cac", "ca", "nha", "moi", "nguoi", "buoi", "sang", "trua", "chieu", "toi", "khuya", "day", "do", "da", "vang", "vay", "the", "voi", "cho", "va", "roi", "thoi", "luon", "nay", "kia", "dan", "biet", "duoc"]
)
_CORES: tuple[tuple[SmallTalk, re.Pattern[str]], ...] = (
    (
        SmallTalk.ABOUT,
        re.compile(
            r"\b(?:ban|bot|em|ad|day|dan biet)(?: (?:oi|a|co the|co|duoc|that ra|dang|thi|nay|bot))* (?:"
            r"la (?:ai|gi|nguoi|may|robot|con nguoi)\b|ten (?:la )?gi"
            r"|(?:lam|giup|biet|tra loi|ho tro)(?: duoc| toi| minh| lam| nhung)* (?:gi|viec gi)\b"
            r"|dung (?:de lam gi|nhu the nao|the nao|sao))"
            r"|^(?:huong dan|cach) (?:toi )?(?:su dung|dung)(?: bot)?$"
            r"|^ai (?:tao|lam) ra (?:ban|bot)$|^(?:help|tro giup)$"
        ),
    ),
    (SmallTalk.THANKS, re.compile(r"\b(?:cam on|cam ta|thank|thanks|tks|thank you|cmon)\b")),
    (
        SmallTalk.FAREWELL,
        re.compile(
            r"\b(?:tam biet|bye|bai bai|hen gap lai|chuc ngu ngon|chao tam biet|gap lai sau)\b"
        ),
    ),
    (
        SmallTalk.GREETING,
        re.compile(
            r"\b(?:xin chao|chao|hello|hi|helo|hallo|alo|hey|hi hi|kinh chao|good morning)\b"
        ),
    ),
    (
        SmallTalk.GREETING,
        re.compile(
            r"^(?:ok|oke|okay|okie|uh|um|uhm|dung roi|hihi|haha|test|thu xem|co ai khong|co ai o do khong)$"
        ),
    ),
)


def find_small_talk(text: str) -> SmallTalk | None:
    """Return the kind of small talk that `text` is, None if it asks for anything else."""
    folded = " ".join(re.findall(r"[a-z0-9]+", fold(text)))
    for kind, core in _CORES:
        match = core.search(folded)
        if match and _only_fillers(folded[: match.start()] + " " + folded[match.end() :]):
            return kind
    return None


def _only_fillers(rest: str) -> bool:
    return all(word in _FILLERS for word in rest.split())
