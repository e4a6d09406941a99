"""Acts that are hardly meant without words for them: a message without such words asks.

Reprisal is threats or harm to whoever asked, complained or reported.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from bot.answer.acts.act import Act
from bot.answer.acts.danger import tells_violence
from bot.answer.acts.recogniser import Impression
from knowledge.language.patterns import any_of, folded
from knowledge.language.persons import SPEAKER

_SURELY, _WITH_BOTH, _ALARMED = 0.42, 0.03, 0.4
"""The probability of reprisal from which on it is that: with one kind of the words below, and with
both; with both it is also where danger is as likely."""
_QUESTION = "question"
_SPEAKING_UP: Final = any_of(
    "phan anh|kien nghi|gop y|to cao|to giac|khieu nai|thac mac|len tieng|y kien|khieu kien",
    "(?:di|lam|nop|gui|co|dung|rut|viet|cai|ky|la) don|don (?:to|thu|kien|khieu)",
    "thua (?:len|xa|kien|cho|chuyen|gui)|di thua|kien(?! truc| thuc| co| the)|bai nai",
    r"hoi (?:so|quy|tien|han|ro|chuyen|thu|ve|cau|roi)|noi (?:ra|thang|that)|ai noi",
    "bao (?:len|xa|chuyen|can bo)|to (?:chuyen|ong|ba|truong)|ai to|xin (?:xem|coi|chep|cong khai)",
    "dang (?:bai|len|y)|khai ra|cong khai|lam chung|boc phot|doi cong khai",
)
"""Words of asking, complaining and reporting."""
_HARM: Final = any_of(
    "doa|ham(?! luong| muu)|he nhau|de net|net|nat|quat|mang(?! (?:xa|luoi|tren|noi))|chui",
    "lon tieng",
    "lam kho|gay kho|kho de|hanh (?:toi|em|tui|dan|ho|ha|len|xuong)|bi hanh|tru (?:dap|um|toi|em)",
    "bi tru|bi di|tra (?:thu|dua)|kiem chuyen|gay su|o ep|chen ep|cat (?:dien|nuoc|ten|ho|tro)|cup",
    "gach ten|tay chay|co lap|coi chung|dung (?:trach|hong)|biet tay|lieu hon|khon hon|se biet",
    "(?:khong|ko|k)(?: chiu| ai| cho)? (?:ky|xac nhan)|ghet|bat be|rut (?:don|kien)|lo (?:ten|mat)",
    "(?:lam|noi) nhuc|boi nho|noi xau|che cho|bao ve|benh|ep (?:toi|em|tui|rut)|nhac nho",
    "gay ap luc",
    "de y|de bung|day doa|la loi|la mang|dep (?:sap|cho|quan)|xoa (?:toi|ten)|duoi",
)
"""Words of threats and harm, and of being protected from them."""
_NOT: Final = "(?:khong|ko|k|hong|hok|chang|cha|cho|chua|deo|dech|sao phai|it)"
_NEEDED: Final = {
    Act.DISSENT: any_of(
        rf"{_NOT} (?:\w+ ){{0,3}}(?:dong y|chiu|phuc|chap nhan|nhat tri|dong tinh|tan thanh|theo"
        "|nghe|hai long|ung|thuan|thoa dang|hop ly|cong bang|dong long|bang long|nhan|cam long|ky)",
        "kien|khieu nai|khieu kien|to cao|thua|toa|luat su|bat cong|phan doi|chong doi|oan|uat",
        "(?:lam|nop|gui|viet|dam) don|cap tren|len (?:tren|huyen|tinh)|trung uong|vo ly",
        "phan bac|bac bo",
        "bat man|buc|uc|khong thich|sai|trai|nguoc lai|lam au|tu (?:y|thu)|xu|xu ly|phan xu",
        "ai phat|buoc (?:tiep|ke)|bat dau tu dau",
        rf"(?:gio|bay gio|the|vay|ru?a|phai|nen|biet|{SPEAKER}|dan|ba con|chung toi)"
        r" (?:\w+ ){0,2}(?:lam|tinh|man) (?:sao|gi|j|chi|the nao|rang)",
        "con cach nao|cach nao khac|lam gi duoc|lam duoc gi|lam chi duoc",
    ),
    Act.WHICH_ARTICLE: any_of(
        "dieu|khoan|diem|luat|nghi dinh|nghi quyet|van ban|quy dinh|ghi|viet|can cu|nguon|trich|dan"
        "|muc|co so|phap ly|thong tu|nam o|in o|so may|so hieu|chuong|trang|bang chung|o dau ra|lay"
        "|nq|nd|dua vao|tai lieu|giay to|link|sach|doc duoc|so quyet dinh"
    ),
}
"""Words of the messages of an act that short questions sound like."""


def tells_reprisal(text: str, impression: Impression) -> bool:
    """Return True if `text` tells of harm for having spoken up, and of no violence."""
    words = _words(text)
    if not any(words) or tells_violence(text):
        return False
    likely = impression.labels.get(Act.REPRISAL.value, 0.0)
    if likely >= _SURELY:
        return True
    return all(words) and (likely >= _WITH_BOTH or impression.danger >= _ALARMED)


def without_reprisal(text: str, impression: Impression) -> Impression:
    """Return what `text` sounds like if it asks where no word of it is one of reprisal."""
    return impression if any(_words(text)) else _asking(impression, {Act.REPRISAL.value})


def without_wordless(text: str, impression: Impression) -> Impression:
    """Return what `text` sounds like if it asks where it has no word for another act."""
    said = folded(text)
    wordless = {act.value for act, needed in _NEEDED.items() if needed.search(said) is None}
    return _asking(impression, wordless)


def _asking(impression: Impression, wordless: Collection[str]) -> Impression:
    """Return `impression` with what the acts that are `wordless` had given to the question."""
    labels = impression.labels
    taken = [label for label in wordless if label in labels]
    moved = sum(labels[label] for label in taken)
    if not moved:
        return impression
    asks = labels.get(_QUESTION, 0.0) + moved
    return Impression({**labels, **dict.fromkeys(taken, 0.0), _QUESTION: asks}, impression.danger)


def _words(text: str) -> tuple[bool, bool]:
    """Return whether `text` has words of speaking up, and of harm."""
    said = folded(text)
    return _SPEAKING_UP.search(said) is not None, _HARM.search(said) is not None
