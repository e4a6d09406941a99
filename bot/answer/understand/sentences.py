"""The sentences of a message: which of them ask, which only greet, thank or plead."""

from __future__ import annotations

import re
from typing import Final

from knowledge.language.patterns import any_of, folded
from knowledge.language.text import fold

_END: Final = re.compile(
    r"(?<=[?!])[\s?!.]*(?=\S)|(?:(?<=[^\W\d_]{2}\.)|(?<=\s[aàạáyýoôơ]\.))\s+(?=\S)"
    r"|(?<=\d[\w%]\.)\s+|\n+"
)
_SYLLABLE: Final = re.compile(r"\w+")
_TOKEN: Final = re.compile(r"\d+(?:[.,/]\d+)*|\w+|[,;:?!.]")
_MARKED: Final = {
    "gi": "gì",
    "dau": "đâu",
    "nao": "nào",
    "sao": "sao",
    "may": "mấy",
    "bao": "bao",
    "nhieu": "nhiêu",
    "lau": "lâu",
    "gio": "giờ",
    "khong": "không",
    "chua": "chưa",
    "co": "có",
    "duoc": "được",
    "phai": "phải",
    "can": "cần",
    "nen": "nên",
    "dung": "đúng",
    "thi": "thì",
}
"""Words of questions, by their folded form, which is that of other words, too: "đầu", "cơ"."""
_AMBIGUOUS: Final = re.compile(rf"\b(?:{'|'.join(_MARKED)})\b")
_BARE_IS_OTHER: Final = frozenset({"thi"})
"""Those that are other words where they bear no marks among words that do: "thi hành"."""
_OTHER: Final = "x"
_SEVERAL: Final = (
    r"(?! (?:\w+ )?(?:roi|nay|ma|nhung|deu|van|cung|lien|qua|kia|do|ay|troi|cu|khong|chang|chua)\b)"
)
_COUNTED: Final = (
    "(?:phan|tuoi|lan|luot|buoi|dot|tien|trieu|nghin|tram|phan tram|hinh thuc|loai|cach|phieu"
    "|quyen)"
)
_MEMBERS: Final = "(?:nam|thang|ngay|hom|bua|nguoi|ho|nha|thanh vien|chu ky|cap|bac)"
_PRONOUN: Final = any_of(
    "ai|gi|nao|sao|bao nhieu|bao gio|bao lau|bn|j|ntn|phai chang",
    "(?:o|tu|tai|vao|den|ra|di|lay|cho|hoi|gap|ben|nop|gui|bao|toi|xuong|len|noi|ve) dau"
    r"(?! (?:tu|tien|nam|thang|tuan|gia|mua|thau|moi|vao|co)\b)",
    "(?:thu|so|ngay|khoa|muc|hang) may",
    rf"may {_COUNTED}\b{_SEVERAL}",
    rf"(?:du|can|phai|it nhat|toi thieu|toi da|gom|trong|la|nhiem ky) (?:co )?may {_MEMBERS}\b",
    r"(?<!du )(?:bang|theo|la|thi|phai|nen|se|do) (?:\w+ ){1,5}hay (?:la )?(?:\w+ ?){1,4}$",
    r"may \w+ (?:\w+ ){0,4}(?:mot|1) (?:lan|ky)|(?:luc|vao|tu|den) may gio",
    rf"may {_MEMBERS}(?= (?:,|thi|mot|1|la|moi|thay|bau|a|vay|the|dong y|ung)\b|$| ,)",
)
_PARTICLE: Final = r"(?:khong|ko|k|kg|hong|hok|hem|khg|kh)"
_CLOSING: Final = (
    "(?: (?:a|ah|vay|z|nhi|nhe|the|ad|admin|em|bac|anh|chi|co|xx|chu|ban|bot|oi|ta|ha|day|nua|nao"
    "|dung))*$"
)
_YES_OR_NO: Final = any_of(
    rf"(?:co|duoc|phai|bi|can|nen|dung|hay|du|on|hop|sai) (?:\w+ ){{0,30}}?{_PARTICLE}{_CLOSING}",
    rf"(?:duoc|phai|dung|du|xong|roi|co|bi) (?:\w+ ){{0,30}}?chua{_CLOSING}",
    rf"\w+ hay (?:la )?(?:{_PARTICLE}|chua|sai|phai){_CLOSING}",
    rf"(?:duoc|phai|dung|co) (?:{_PARTICLE}|chua)(?= (?:cho|giup|xin|mong|cam|nho)\b)",
)
_I: Final = "(?:lieu|em|toi|minh|con|chau|tui|chung toi|nha em|nha toi|ba con)?"
_UNSURE: Final = "(?:khong|ko|chua|chang|cha) (?:ai |he |duoc )?(?:biet|ro|hieu)"
_INDEFINITE: Final = any_of(
    r"(?:khong|ko|chua|chang|cha) (?:co |thay |nghe )?ai (?:\w+ ){0,6}(?:gi|nao|dau)",
    r"(?:khong|ko|k|chua|chang|cha) (?:co )?(?:(?!biet|ro|hieu|thi\b|la\b)\w+ ){0,4}"
    r"(?:ai|gi|dau|nao|bao gio|sao)",
    r"co (?:ai|phai|duoc|biet|thay|nghe|hop|bao|hoi|noi)(?: (?!o |tu |vao |ra )\w+){0,3} dau$",
    "(?:bat cu|bat ky|du|cho du|vi|nhu) (?:\\w+ ){0,2}(?:ai|gi|nao|dau|sao|bao nhieu)",
    "(?:ai|gi|nao|dau|sao|bao gio|bao nhieu) (?:\\w+ ){0,2}cung",
    "(?:ai|nguoi|cai|viec|cho|luc|hom|ong|ngay|lan) (?:gi|nao|ai) (?:do|day|ay)",
    "(?:gi|dau|nao) do",
    rf"(?<!\w )(?!{_I} ?(?:cung |van )?{_UNSURE})(?:(?!thi )\w+ )+{_UNSURE}(?: (?!thi )\w+)*",
    r"(?:lam )?sao ma(?: \w+){0,20}|sao duoc|dau ra do|(?:thi|de) (?!phai|nen|can|duoc)\w+ lam gi$",
    "ai nay|viec ai|ban sao|sao chep|sao y|sao ke|(?:biet|qua) bao(?: nhieu)?|lam gi co",
)
"""Words that ask where they stand for nobody, anybody or somebody."""
_WHOEVER: Final = any_of(
    r"(?:ai|(?:nha|ho|nguoi|thon|ben|ong|dua) nao) (?:\w+ ){1,20}?"
    r"(?:thi(?! moi| duoc)|deu|la (?:bi|cat|phat))"
)
"""The persons of a rule, for whom nobody asks: "ai vắng thì phạt"."""
_TAG: Final = any_of(
    r"^(?:(?:co|nhu|vay|the|lam|thi|cho|hoi|xin|em|toi|khong biet|lieu|la"
    r"|(?:viec|dieu|chuyen|cai) (?:do|nay|ay)) )*"
    r"(?:dung|duoc|phai|hop ly|hop phap|trai luat|trai|sai|on|cong bang|dung luat|dung quy dinh"
    r"|vi pham|gi)(?: (?:la|luat|phap luat|quy dinh|phap|hay|sai|dung|voi))*"
    rf"(?: (?:{_PARTICLE}|chua))?{_CLOSING}",
    r"^(?:(?:the|vay|ma|nhu the|nhu vay) )*(?:(?:vi|tai) sao|sao)(?: \w+){0,2}$",
)
_POLITE: Final = frozenset(
    """
    a ad admin ai alo anh ban biet bot ba bac bai bot cac cach cai cam can cau chan chao chau chi
    cho chu chuyen chut co con dang dap de do doc duoc em gap giai giup gui ha hay hi hoi hon huong
    dan hay kinh khong la lam lien loi lai luon ma minh moi mong mot nay nghe nguoi ngong nha nhanh
    nhan nhe nhieu nho nhung on oi phan phep ra rat ro roi sau sm som su ta ti tin thac thanh the
    thich them thong thi tks thank thanks toi tra tran trong truoc tu tui tuong van vang vay ve voi
    vi xa xem xin xiu y em hoi
    """.split()  # noqa: SIM905 - a list of words reads better as prose
)
_PLEA: Final = any_of(
    "cam on|cam ta|thanks?|tks|giup|tu van|giai dap|giai thich|huong dan|hoi|biet|mong|tra loi"
    "|phan hoi|chao|alo|chi dan|xin|tran trong|nho"
)
_REQUEST: Final = any_of(
    "(?:cho|xin|muon|can|nho|dinh) (?:\\w+ ){0,4}(?:hoi|biet|huong dan|giai thich|tu van|chi|ro)",
    "(?:huong dan|giai thich|tu van|chi) (?:giup|dum|ho|cho)",
)


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences and lines of `text` with their marks; a number's full stop ends none."""
    return tuple(
        sentence.strip() for sentence in _END.split(text) if _SYLLABLE.search(sentence or "")
    )


def asking_letters(text: str) -> str:
    """Return `text` (in NFC) folded, of the same length, for patterns of questions.

    Words that look like those of a question only when folded are crossed out: "đầu", "máy", "cơ".
    """
    plain, typed = fold(text), text.lower()
    marked = plain != typed

    def meant(match: re.Match[str]) -> str:
        word, plain_word = typed[slice(*match.span())], match.group()
        bare_is_meant = word == plain_word and not (marked and plain_word in _BARE_IS_OTHER)
        keeps = bare_is_meant or word == _MARKED[plain_word]
        return plain_word if keeps else _OTHER * len(plain_word)

    return _AMBIGUOUS.sub(meant, plain)


def asking_form(text: str) -> str:
    """Return the syllables of `asking_letters`, a comma where they pause."""
    tokens = _TOKEN.findall(asking_letters(text))
    return " ".join(token if token[0].isalnum() else "," for token in tokens).strip(" ,")


def asks(text: str) -> bool:
    """Return True if a word of `text` asks, be it "không" at its end; "ai cũng" does not."""
    said = asking_form(text)
    if _YES_OR_NO.search(said):
        return True
    return _PRONOUN.search(_INDEFINITE.sub(_OTHER, _WHOEVER.sub(_OTHER, said))) is not None


def requests(text: str) -> bool:
    """Return True if `text` asks to be told something, with or without a word that asks."""
    return _REQUEST.search(asking_form(text)) is not None and not is_courtesy(text)


def is_tag(text: str) -> bool:
    """Return True if `text` only asks whether what was said before is right, or why."""
    return _TAG.search(asking_form(text).replace(" ,", "")) is not None


def is_courtesy(text: str) -> bool:
    """Return True if `text` only greets, thanks or pleads for an answer."""
    said = folded(text)
    return _PLEA.search(said) is not None and all(word in _POLITE for word in said.split())
