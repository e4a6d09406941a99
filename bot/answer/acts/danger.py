"""Danger that a message tells of: by words that seldom mean less, and by what is learned."""

from __future__ import annotations

from typing import Final

from bot.answer.acts.recogniser import Impression
from knowledge.language.patterns import any_of, folded
from knowledge.language.persons import SPEAKER

_ALARM, _ALARM_WITH_WORDS, _ALARM_OF_TALK = 0.4, 0.15, 0.7
"""The probability from which on it is danger: of most messages, of those with one of the words, and
of those that clearly do something else."""
_CLEARLY, _CLEARLY_ASKS = 0.6, 0.85
"""The probability from which on a message clearly does something else, or asks."""
_QUESTION = "question"
_WORDS: Final = any_of(
    "tu tu|tu van|tu sat|tu thieu|treo co|that co|nhay (?:cau|song|lau|gieng)|rach tay|cat tay",
    "(?:muon|dinh|thich|chi mong|chi can) chet|chet (?:di cho|quach|cho xong|cho roi)",
    "(?:khong|ko|k|chang|hong|hok|cha) (?:con )?(?:muon|thiet|buon|the) song",
    "song (?:khong|ko|k) (?:con )?noi",
    "thuoc (?:sau|co|chuot|ngu|tru sau|diet co)|uong thuoc|vinh biet|het duong song",
    "(?:cam|mang|xach|vac|ke|di|vung|con) (?:dao|gay|sung|rua|bua|kiem|liem|dieu)|luoi le|axit",
    "giet|chem|hanh hung|xin ti huyet|dot nha|nem (?:da|gach|bom)|doa (?:giet|danh|chem|se|nguoi)",
    "doa cho|de doa|hu doa|ham doa|bi doa|danh (?:dap|em|toi|tui|vo|me|chau|nguoi|bam|gay|te)",
    "bi danh|dap vao|bop co|bi (?:chong|bo duong|cha duong)|bao hanh|xam hai|cuong hiep|hiep dam",
    "sam so|so mo|so vao|quay roi|troi lai|nhot|xich lai|bat coc|lua ban|cap cuu|co giat",
    "chay mau|ngat xiu|bat tinh|kho tho|ngung tho|dien giat|duoi nuoc|ran can|dot quy",
    "chay nha|nha dang chay|boc chay|lu cuon|sap nha|keu cuu|khoc la|keu khoc|bam tim|bo doi",
    "cuu (?:voi|em|toi|tui|con|me|nguoi)|anh nong",
)
"""Phrases that are hardly anything else when their diacritics are left out."""

_ME_OR_MINE: Final = rf"(?:{SPEAKER}|me|bo|chong|vo|no|anh|chi|ban em|ban toi)"
_CERTAIN: Final = any_of(
    rf"{_ME_OR_MINE} (?:\w+ ){{0,3}}(?:tu tu|tu sat|tu van)",
    r"(?:sam so|so mo|so nguc|so dui|so soang|du do|vuot ve|hiep) (?:\w+ ){0,3}"
    r"(?:con gai|con trai|be gai|be trai|chau gai|chau be|con (?:toi|em|tui)|em be|tre em)",
    r"(?:xa hoi den|dau gau|giang ho|con do) (?:\w+ ){0,3}"
    "(?:den|toi|chan|doi|doa|dam|danh|keo|bao vay)",
)
"""Phrases that are danger, whatever the learned impression."""


_VIOLENCE: Final = any_of(
    r"doa(?: \w+){0,2} (?:giet|danh|chem|dam|ban|dot)",
    "(?:doi|se|toi|den|bi|ham) (?:giet|danh|chem|dam)",
    "giet|chem|dao|sung|dot|lua|xang|mau|chet|song|tu tu|danh (?:dap|em|toi|tui|vo|me|chau|nguoi)",
    "dam|tat|bop co|hanh hung|con do|giang ho|xa hoi den|tre em|em be|hiep|sam so|nhot|bat coc",
    "nem|gay|nga|thuong|vien|cap cuu|trom|pha (?:nha|cua|xe)|axit|luu dan|min",
)
"""Words that make threats for having spoken up more than a complaint can help with."""


def tells_violence(text: str) -> bool:
    """Return True if violence is done or threatened, a life or a child in danger."""
    said = folded(text)
    return _CERTAIN.search(said) is not None or _VIOLENCE.search(said) is not None


def tells_danger(text: str, impression: Impression) -> bool:
    """Return True if `text` is to be taken for a cry for help, by words and `impression`."""
    said = folded(text)
    if _CERTAIN.search(said):
        return True
    if _WORDS.search(said):
        return impression.danger >= _ALARM_WITH_WORDS
    label = max(impression.labels, key=impression.labels.__getitem__)
    clearly = _CLEARLY_ASKS if label == _QUESTION else _CLEARLY
    clear = impression.labels[label] >= clearly
    return impression.danger >= (_ALARM_OF_TALK if clear else _ALARM)
