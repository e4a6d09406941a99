"""Ellipsis: the words that a message leaves unsaid because they were said before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.answer.understand.slots import Slots
from knowledge.language.patterns import any_of, folded
from knowledge.language.text import fold

_LEAD: Final = re.compile(
    r"^(?:[\s,.]*\b(?:the(?! nao)|vay|roi|nhung(?= ma| neu)|ma|va|ua|ok|da|u|a|thi"
    r"|con(?! (?:trai|gai|em|cai|toi|minh|chau|dau|re|nguoi ta|duong|so)\b))\b[\s,.]*)+"
)
"""Words that join a question to the talk before it: "thế", "còn", "vậy thì"."""
_MARKS: Final = re.compile(r"\b(?:the|vay|roi|con|nhung)\b")
_POLITE: Final = re.compile(
    r"^(?:(?:cho (?:toi |em |minh |con |chau )?(?:hoi|xin|biet|xem)(?: them)?|lam on|xin"
    r"|(?:ban|bot|ad) (?:oi|co the)|(?:ban|bot|ad)(?= (?:noi|giai|cho|doc|nhac))"
    r"|giup(?: toi| em| minh)?|(?:toi |em |minh )?muon(?: biet| hoi)?) )+"
)
_TAIL: Final = re.compile(
    r"(?: (?:a|vay|nhi|ha|hong|nhe|nha|ban|ad|bot|oi|voi|di|z|zay|day|(?<!nhu )the"
    r"|(?:giup|cho)(?: toi| em| minh)?|duoc khong))+$"
)
_AND: Final = re.compile(r"(?:^| )thi (?:sao|the nao|nhu the nao|ra sao|lam sao)$")


@dataclass(frozen=True, slots=True)
class BareMessage:
    """A message without what joins it to the talk before.

    `words` are what is left as written, `gist` its folded syllables without places, day and
    politeness; `joined` tells whether something joined it, `and_then` whether it asks for no more
    than "thì sao?".
    """

    words: str
    gist: str
    joined: bool
    and_then: bool

    @property
    def length(self) -> int:
        """Return the number of syllables of the gist."""
        return len(self.gist.split())


def said_in(slots: Slots) -> BareMessage:
    """Return what a message that is taken apart says."""
    lead = _LEAD.match(fold(slots.text))
    own = _LEAD.match(fold(slots.bare))
    gist = _TAIL.sub("", _POLITE.sub("", folded(slots.bare[own.end() if own else 0 :])))
    return BareMessage(
        words=slots.text[lead.end() if lead else 0 :].strip(" ?.!,"),
        gist=_AND.sub("", gist),
        joined=bool(lead and _MARKS.search(lead.group())),
        and_then=_AND.search(gist) is not None,
    )


def _all_of(*phrases: str) -> re.Pattern[str]:
    """Return a pattern for texts that consist of `phrases` alone."""
    return re.compile(rf"(?:(?:{'|'.join(phrases)})(?: |$))*")


_ASKED = (
    "ai|gi|nao|sao|dau|may|bao nhieu|bao lau|bao gio|khi|luc|the nao|nhu the nao|ra sao|lam sao"
    "|vi sao|tai sao|cho|muc|cach|lan|nam|thang|ngay|tuan|quy|gio|mot|hai|ba|1|2|lau|nhieu|it|nhat"
)
_LITTLE = (
    "co|phai|duoc|can|bi|nen|se|da|dang|khong|ko|chua|la|thi|ma|voi|va|hay|hoac|cua|tu|den|trong"
    "|vao|theo|nhung|cac|moi|deu|cung|lai|them|nua|chi|toi da|toi thieu|o|ra|xong|truoc|sau|het"
    "|neu|do(?= (?:ai|nguoi|co quan|cap|don vi|ben))|boi|cu|rieng|chung|bat buoc"
    "|dung|that|that su|thuc te|cu the|thoi han|thoi gian"
)
_WHO = (
    "nguoi|ong|ba|co quan|cap|don vi|ben|nguoi nao|toi|em|minh|nha toi|gia dinh toi|ho|nha|dai dien"
)
_DOING = (
    "giam sat|kiem tra|lam|thuc hien|to chuc|chu tri|phu trach|chiu trach nhiem|trach nhiem"
    "|quyet dinh|quyet|duyet|phe duyet|thong qua|ban hanh|cong bo|ky|dong y|tan thanh|nhat tri"
    "|phan tram|phieu|tham gia|tham du|xu ly|giai quyet|tra loi|bao cao|nop|dong|tra|chi tra"
    "|dong tien|tra tien|mat tien|bao nhieu tien|muc phat|phat|xu phat|bat dau|ket thuc|lien he|gap"
    "|hoi|bao|gui|xem|tim|bo tri|chuan bi|soan|viet|de xuat|ap dung|hieu luc|co loi|loi gi"
)
_MORE = (
    "dan|nguoi dan|ba con|can bo|xa|phuong|thon|ap|khu pho|to dan pho|uy ban|uy ban nhan dan"
    "|mat tran|hoi dong|hoi dong nhan dan|truong thon|chu tich|nguoi dung dau|doanh nghiep"
    "|hop|bo phieu|bieu quyet|gop y|khieu nai|to cao|phan anh|kien nghi|vi pham|cong khai|dong gop"
    "|cho|tu choi|khong chiu"
)
_EMPTY: Final = _all_of(
    "o|tai|cua|ben|tinh|noi|vao|trong|tu|hoi|doi voi|neu|nghi quyet|quy dinh|co|giong|khac|nhu|vay"
    "|the|khong|ra sao|the nao|nao|sao|cung|thi|duoc|nay|luc do|khi do|thoi diem|hoi do|ap dung"
    "|y (?:toi|em|minh) la|khong phai"
)
_ELLIPTIC: Final = _all_of(_ASKED, _LITTLE, _WHO, _DOING)
_ELLIPTIC_AFTER: Final = _all_of(_ASKED, _LITTLE, _WHO, _DOING, _MORE)
"""A question that leaves its matter unsaid if something joins it to the talk before."""
_QUESTION: Final = any_of(
    "ai|gi|nao|sao|dau|may|bao nhieu|bao lau|bao gio",
    "(?:co|phai|duoc|can|bi) .*(?:khong|ko|chua)$",
)
_OWN_MATTER: Final = any_of(
    "nguoi dung dau",
    "(?:dan|ba con|cong dan|can bo|xa|phuong) .*(?:biet|ban|giam sat|quyet dinh|kiem tra)"
    " (?:nhung |viec )*gi",
)
"""Matters of their own, though their syllables are small words; the rights first."""
_LONGEST = 12
"""Syllables beyond which a message says what it is about."""
_FURTHER = 6
_NOTHING: Final = ("", "sao", "gi", "nao")
_THING: Final = (
    r"\b(?:việc|trường hợp|cái|chuyện|điều|vụ|nội dung|vấn đề|quyền|khoản tiền|số tiền|tiền"
    r"|hình thức|cách|người|quy định|cuộc|lúc|ban|tổ|quỹ|mục|chỗ)"
)
_THAT: Final = re.compile(
    rf"{_THING} (?:đó|ấy|kia|nói trên|ở trên|đấy)\b|\bnhư (?:vậy|thế(?! nào))\b|^(?:họ|nó)\b"
)
_THIS: Final = re.compile(rf"{_THING} này\b")
"""May also mean what the message itself is about, unless it says little else."""
_LITTLE_ELSE = 7
_OVERSEES: Final = re.compile(r"\b(?:giam sat|kiem tra|thanh tra|theo doi)$")
_STORY: Final = re.compile(r"[.;!?]\s+\S")

_VERBATIM: Final = any_of("nguy[ae]n van|nguyen ban|toan van|ca dieu|ca khoan|doc day du")
_PROVISION: Final = _all_of(
    r"khoan(?: thu)? \w+|diem \w|dieu \d+|gach dau dong(?: thu)? \w+",
    "noi|gi|quy dinh|la|ghi|ve|doc|xem|o|cua|do|nay|ay|the nao|sao|con|va|viec|nhung|co|trong|thi",
)
_DOCUMENT_OWN: Final = any_of(
    "ky|hieu luc|ban hanh|so hieu|nghi quyet|van ban|khoa may|ky hop|can cu|pham vi dieu chinh"
    "|doi tuong ap dung|het han"
)


def asks_verbatim(said: BareMessage) -> bool:
    """Return True if it asks for the words of the provision."""
    return said.length <= _FURTHER and _VERBATIM.search(said.gist) is not None


def asks_provision(said: BareMessage) -> bool:
    """Return True if nothing but a provision is named."""
    return _is_all(_PROVISION, said)


def asks_of_document(said: BareMessage) -> bool:
    """Return True if it asks briefly for what only a document has."""
    return said.length <= _LITTLE_ELSE and _DOCUMENT_OWN.search(said.gist) is not None


def lacks_object(said: BareMessage) -> bool:
    """Return True if it asks who oversees, and not what: the carrying out, councils say."""
    return _OVERSEES.search(said.gist) is not None


def is_empty(said: BareMessage) -> bool:
    """Return True if nothing is said beside a place or a day."""
    if "nghi quyet" in said.gist and not (said.joined or said.and_then):
        return False
    return not said.gist or _is_all(_EMPTY, said)


def lacks_matter(said: BareMessage) -> bool:
    """Return True if it leaves unsaid what matter it asks about."""
    if said.gist in _NOTHING or _STORY.search(said.words):
        return False
    if said.joined and said.and_then and said.length <= _FURTHER:
        return True
    if _points_back(said):
        return True
    if _OWN_MATTER.search(said.gist) or not (said.and_then or _QUESTION.search(said.gist)):
        return False
    return _is_all(_ELLIPTIC_AFTER if said.joined else _ELLIPTIC, said)


def says_nothing(said: BareMessage) -> bool:
    """Return True if it has no word of a matter at all, but of asking, doing and persons."""
    return _is_all(_ELLIPTIC, said)


def _is_all(pattern: re.Pattern[str], said: BareMessage) -> bool:
    return 0 < said.length <= _LONGEST and pattern.fullmatch(said.gist) is not None


def _points_back(said: BareMessage) -> bool:
    words = said.words.lower()
    if said.length <= _LONGEST and _THAT.search(words):
        return True
    return said.length <= _LITTLE_ELSE and _THIS.search(words) is not None
