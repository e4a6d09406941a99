"""Abbreviations and teencode, written out."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[^\W_]+(?:[.&/-][^\W_]+)*")
_AFTER_POINT = re.compile(r"(?:điểm|diem|đ\.)\s*$", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(r"\s*\d")

_WORDS = {
    "không": "k ko k0 kh kg khg hok hông hem hong khum",
    "được": "đc dc đk dk đượk",
    "gì": "j ji gj",
    "với": "vs",
    "vậy": "z zậy zay v",
    "người": "ng ngừi",
    "mọi người": "mn mng",
    "mình": "mk mik mh mềnh",
    "cán bộ": "cbộ cbo cb",
    "tổ dân phố": "tdp tđp",
    "ủy ban nhân dân": "ubnd",
    "hội đồng nhân dân": "hđnd hdnd",
    "mặt trận tổ quốc": "mttq",
    "nghị quyết": "nq",
    "quy định": "qđ qđịnh qdinh",
    "như thế nào": "ntn nhtn",
    "bao nhiêu": "bn bnhiu",
    "bao giờ": "bh",
    "hiệu lực": "hlực hluc",
    "pháp luật": "pl",
    "biết": "bít bik",
    "rồi": "rùi rồy",
    "làm": "lm",
    "cũng": "cx cug",
    "thôi": "thui thoy",
    "trước": "trc trk",
    "công nghệ thông tin": "cntt",
    "thông tin": "ttin",
    "quyết định": "qđinh qđịn",
    "nhân dân": "nd",
    "dân chủ": "dchu dchủ",
    "cơ sở": "csở",
    "phải": "fải fai",
    "phường": "fường",
    "chính quyền": "cquyền cqyen",
    "cơ quan": "cquan",
    "giám sát": "gsat gsát",
    "giám sát đầu tư của cộng đồng": "gsđtcđ gsdtcd",
    "thanh tra nhân dân": "ttnd",
    "biểu quyết": "vote voted",
    "trực tuyến": "online onl",
    "thư điện tử": "email mail gmail",
    "trang thông tin điện tử": "web website",
    "mạng xã hội": "facebook fb tiktok",
    "ứng dụng": "app",
}
_MEANING = {short: long for long, shorts in _WORDS.items() for short in shorts.split()}


def write_out(text: str) -> str:
    """Return `text` with its abbreviations written out; letters that number things stay."""

    def meaning(match: re.Match[str]) -> str:
        token = match.group()
        if len(token) == 1 and (token.isupper() or _BEFORE_NUMBER.match(text, match.end())):
            return token
        if _AFTER_POINT.search(text[: match.start()]):
            return token
        return _MEANING.get(token.lower(), token)

    return _TOKEN.sub(meaning, text)
