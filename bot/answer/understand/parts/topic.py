"""The topic of all questions of a message, which all but the first leave unsaid."""

from __future__ import annotations

import re
from typing import Final

from bot.answer.understand.sentences import asking_letters
from knowledge.language.persons import OWN

_OPENER: Final = re.compile(
    r"^(?:[\s,:.]*\b(?:(?:da |vang )?(?:xin |cho )?(?:phep )?(?:chao|thua|kinh thua)"
    r"(?: (?:ad|admin|anh|chi|bac|co|chu|ban|bot|ca nha|moi nguoi|cac bac|can bo))*"
    r"|(?:ad|admin|bot|ban|bac|anh|chi|moi nguoi|cac bac) oi"
    r"|(?:ad |admin |bot |ban |bac )?(?:xin |lam on )?(?:cho )?"
    r"(?:em |e |t |mk |toi |minh |con |chau |tui |gia dinh toi )?(?:xin |muon )?"
    r"(?:duoc )?(?:hoi|biet|hoi ve|hoi la)(?: (?:la|rang|ad|voi|xem|chut|ti|mot chut|them))*"
    r"(?=[\s,:])|(?:may|hai|ba|bon|mot so|vai|\d)"
    r" (?:viec|cau(?: hoi)?|dieu|y|cai|chuyen|van de|thu)"
    r"(?: sau| nay| la)?(?=:|$)"
    r"|khong biet|da|ve))+\b[\s,:]*"
)
_WHAT: Final = (
    r"(?:co quan|nguoi|cap|don vi|ben|noi|ong|cho|viec|hinh thuc|cach|ngay|khoan|loai|nganh|phong"
    r"|nhung gi|dieu|thu|thang|muc|truong hop|noi dung|giay to|thu tuc|quyen)"
)
_BEFORE: Final = (
    r"(?:(?:la|do|boi|o|tai|vao|tu|den|gap|hoi|bao|cho|voi|duoc|phai|can|gom|bao gom|nhung|cac"
    r"|khoang|it nhat|toi thieu|toi da|co|trong|duoc phep|bang|to chuc|mat|ton|het|sau|truoc|ke tu"
    r"|cu|moi|vao luc) )*"
)
_MARK: Final = re.compile(
    rf"\b{_BEFORE}(?:ai|{_WHAT} (?:nao|gi)|(?:khi|luc) nao|bao gio|bao lau|bao nhieu|may"
    r"|(?:nhu )?the nao|ra sao|(?:phai )?lam (?:sao|gi)|vi sao|tai sao|dau(?! tu)|gi|nao|sao)\b"
    r"|\bco (?:phai|duoc|can|bi|nen|quyen|bat buoc|the|ai|\w+ (?:\w+ ){0,20}(?:khong|ko|chua))\b"
    r"|\b(?:duoc|phai|bi|can) (?:(?!\bthi\b)\w+ ){1,3}(?:nhung |cac |o |vao |tu )?"
    rf"(?:gi|ai|dau|(?:{_WHAT}|khi|the|luc) (?:nao|gi))\b"
    r"|\b(?:duoc|phai|bi|can)\b(?: \w+){0,6} (?:khong|ko|chua)\b"
)
_THEN: Final = re.compile(r"\bthi\b,?")
_ROLE: Final = re.compile(
    r"^(?:[\s,]*\b(?:chu tri|to chuc|chu toa|giu|quan ly|ky|lap|soan|soan thao|quyet dinh|quyet"
    r"|duyet|phe duyet|giam sat|trieu tap|phai|duoc|co quyen|chiu trach nhiem|trach nhiem|cong nhan"
    r"|thi|moi|can|la nguoi|co|tham gia|de xuat|kiem tra|cong bo|thong bao|nen|bi|den|se))+\b[\s,]*"
)
_SUBJECT_OF: Final = re.compile(
    r"\s*(?:xa|thon|dan|phuong|can bo|nguoi dan|ba con|truong thon|uy ban|co quan)"
    r"(?= (?:phai|duoc|can|bi|se|co)\b)"
)
"""The person or body that is to act: "những việc nào xã phải …"."""
_TAIL: Final = re.compile(
    r"[\s,.?!]*\b(?:(?:khong|ko|chua|a|vay|the|nhi|ha|duoc|thi|la|co|nhe)[\s,.?!]*)+$|[\s,.?!]+$"
)
_LEADS_ON: Final = re.compile(
    r"^(?:[\s,]*\b(?:va|voi lai|voi|roi|the con|the|vay|nua|dong thoi|ngoai ra|thi|ma|cung nhu"
    r"|xin hoi|cho hoi|cho em hoi|cho toi hoi|hoi)\b)+[\s,:]*"
)
_CONDITION: Final = re.compile(
    r"(?:con )?neu\b|\w+ thi\b|(?:\w+ ){1,4}thi (?:sao|the nao|ra sao)\b"
)
"""Beginnings of a question that only says in which case of the same matter it asks."""
_PROVISION: Final = re.compile(r"\bdieu \d")
_FEWEST: Final = 2
"""Syllables of what a verb is about."""
_NO_TOPIC: Final = frozenset(
    ("", "co", "neu", "khi", "cho", "em", "toi", "minh", "da", "gio", "bay gio", "hien nay", "vay")
)
"""Words before a question that say nothing of its matter."""
_PERSONS: Final = frozenset(OWN)
"""The persons who ask, which say nothing of the matter."""
_SUBJECT: Final = 3
"""Syllables before the word that asks from which on a question names its own subject."""
_ENOUGH: Final = 7
"""Syllables of a question after a pause that says enough without the one before."""


def fronted_topic(question: str) -> str:
    """Return what `question` says before it begins to ask: "Họp thôn thì" of "… thì ai chủ trì".

    Return "" where it begins with a word that asks.
    """
    words = without_opener(question)
    mark = _MARK.search(asking_letters(words))
    before = words[: mark.start()] if mark else words
    then = list(_THEN.finditer(asking_letters(before)))
    if not (mark or then):
        return ""
    topic = (before[: then[-1].end()] if then else _without_aspect(before)).strip(" ;:")
    return "" if asking_letters(topic) in _NO_TOPIC else topic


def _without_aspect(before: str) -> str:
    """Return a topic without what only the first question asks of it: "…, thủ tục"."""
    topic, pause, aspect = before.strip(" ,").rpartition(", ")
    return (
        topic + pause.strip() if topic and len(aspect.split()) <= _SUBJECT else before.strip(" ,")
    )


def object_asked(question: str) -> str:
    """Return what a question is about that begins to ask at once: "họp thôn" of "Ai chủ trì …".

    Return "" where it is not sure which of its words say so.
    """
    words = without_opener(question)
    mark = _MARK.match(asking_letters(words))
    if mark is None:
        return ""
    rest = words[mark.end() :]
    another = _MARK.search(asking_letters(rest))
    rest = rest[: another.start()] if another else rest
    letters = asking_letters(rest)
    role, subject = _ROLE.match(letters), _SUBJECT_OF.match(letters)
    if subject:
        return rest[: subject.end()].strip()
    topic = rest[role.end() :] if role else ""
    tail = _TAIL.search(asking_letters(topic))
    topic = topic[: tail.start()] if tail else topic
    return topic if len(topic.split()) >= _FEWEST else ""


def only_opens(text: str) -> bool:
    """Return True if `text` is no more than an address: "Cho em hỏi hai việc"."""
    said = asking_letters(text)
    opener = _OPENER.match(said)
    return opener is not None and not said[opener.end() :].strip(" .:,")


def without_opener(text: str) -> str:
    """Return `text` without its address: "Cho em hỏi", "ad ơi"."""
    opener = _OPENER.match(asking_letters(text))
    return (text[opener.end() :] if opener else "") or text


def without_lead(question: str) -> str:
    """Return `question` without what only joins it to the one before: "và", "rồi"."""
    lead = _LEADS_ON.match(asking_letters(question))
    return (question[lead.end() :] if lead else "") or question


def is_complete(question: str, topic: str, *, alone: bool) -> bool:
    """Return True if `question` can be understood without the `topic` of those around it.

    A question that stands `alone` as a sentence needs fewer words for that than one after a pause.
    """
    said = asking_letters(question)
    if topic and set(asking_letters(topic).split()) <= set(said.split()):
        return True
    if _PROVISION.search(said):
        return True
    mark = _MARK.search(said)
    subject = (said[: mark.start()] if mark else said).split()
    if len(subject) < _FEWEST or _CONDITION.match(said):
        return False
    is_long = len(said.split()) >= (_ENOUGH - 1 if alone else _ENOUGH)
    is_own = len(subject) >= _SUBJECT and subject[0] not in _PERSONS
    return (is_long or is_own) if alone else (is_long and is_own)
