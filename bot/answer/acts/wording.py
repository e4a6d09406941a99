"""Words without which an act on the last answer is hardly meant: a message without them asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.answer.acts.act import Act
from bot.answer.acts.recogniser import Impression
from knowledge.language.patterns import any_of, folded
from knowledge.language.persons import SPEAKER

_QUESTION = "question"
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
"""Of an act that short questions sound like, what its messages speak of."""


def without_wordless(text: str, impression: Impression) -> Impression:
    """Return what `text` sounds like where an act is meant only with words for it."""
    said = folded(text)
    wordless = {
        act.value for act, needed in _NEEDED.items() if needed.search(said) is None
    } & impression.labels.keys()
    moved = sum(impression.labels[label] for label in wordless)
    if not moved:
        return impression
    return Impression(_asking(impression.labels, wordless, moved), impression.danger)


def _asking(labels: Mapping[str, float], wordless: set[str], moved: float) -> dict[str, float]:
    """Return `labels` with what the `wordless` had, given to the question."""
    asks = labels.get(_QUESTION, 0.0) + moved
    return {**labels, **dict.fromkeys(wordless, 0.0), _QUESTION: asks}
