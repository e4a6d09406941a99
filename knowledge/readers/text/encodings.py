"""Vietnamese letters from before Unicode: TCVN3 (ABC), VNI and Windows-1258.

In TCVN3 and VNI a file says nothing of its encoding: the bytes are those of Western letters, and a
font draws Vietnamese ones. The encoding is recognised by the words that come out.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

_TCVN3_FROM_A1 = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉ"
    "ỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
"""The letters of the bytes A1 to FF in TCVN 5712-1:1993, of which TCVN3 is a part."""
_TCVN3 = {0xA1 + place: letter for place, letter in enumerate(_TCVN3_FROM_A1)}

_VNI_MARKS = {
    **dict(zip("ùøûõï", ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True)),
    **dict(
        zip(
            "âáàåãä",
            (
                "\u0302",
                "\u0302\u0301",
                "\u0302\u0300",
                "\u0302\u0309",
                "\u0302\u0303",
                "\u0302\u0323",
            ),
            strict=True,
        )
    ),
    **dict(
        zip(
            "êéèúüë",
            (
                "\u0306",
                "\u0306\u0301",
                "\u0306\u0300",
                "\u0306\u0309",
                "\u0306\u0303",
                "\u0306\u0323",
            ),
            strict=True,
        )
    ),
}
"""The characters that VNI writes behind a vowel, and the marks that they mean."""
_VNI_LETTERS = dict(zip("ôöñíìæóòî", "ơưđíìỉĩịỵ", strict=True))
_VNI_PAIR = re.compile(
    rf"([aeouyôö])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_LETTERS)}])", re.IGNORECASE
)

_FREQUENT = frozenset(
    (
        *("của", "được", "các", "và", "định", "điều", "nhân", "dân", "nghị", "quyết", "khoản"),
        *("tại", "thực", "hiện", "cơ", "sở", "cộng", "đồng", "ủy", "hội", "tổ", "chức", "với"),
        *("người", "luật", "này", "về", "là", "có", "không", "đơn", "vị"),
    )
)
"""Syllables that make up a third of any Vietnamese legal text; most bear marks."""
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.08
"""Share of frequent syllables from which a text is Vietnamese."""
_PLENTY = 0.2
"""Share that only a text in the right encoding reaches; legal texts have 0.3 and more."""


class Legacy(StrEnum):
    """An encoding of Vietnamese that is not Unicode."""

    TCVN3 = "TCVN3"
    VNI = "VNI"
    WINDOWS_1258 = "Windows-1258"


def decoded(text: str, legacy: Legacy) -> str:
    """Return in Unicode what `text`, written with Western letters, means in `legacy`."""
    if legacy is Legacy.TCVN3:
        letters = unicodedata.normalize("NFC", text.translate(_TCVN3))
        lines = "\n".join(map(_raised, letters.split("\n")))
        return _WORD.sub(lambda word: _raised(word.group()), lines)
    if legacy is Legacy.VNI:
        return unicodedata.normalize("NFC", _VNI_PAIR.sub(_vni_letter, text))
    return unicodedata.normalize("NFC", western_bytes(text).decode("cp1258", "replace"))


def recognised(text: str) -> Legacy | None:
    """Return the encoding in which the Western letters of `text` are Vietnamese, if there is one.

    Text that is Vietnamese as it stands needs none; a few letters are the same in all encodings.
    """
    as_it_stands = _share(text)
    if as_it_stands >= _PLENTY:
        return None
    shares = {legacy: _share(decoded(text, legacy)) for legacy in Legacy}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= max(_ENOUGH, 2 * as_it_stands) else None


def legacy_of_font(name: str) -> Legacy | None:
    """Return the encoding for which the font `name` was drawn: ".VnTime", "VNI-Times"."""
    folded = name.casefold()
    if folded.startswith(".vn"):
        return Legacy.TCVN3
    return Legacy.VNI if folded.startswith("vni-") else None


def western(raw: bytes) -> str:
    """Return the bytes `raw` as Western letters, one a byte."""
    return "".join(_WESTERN[byte] for byte in raw)


def western_bytes(text: str) -> bytes:
    """Return the bytes that `western` turns into `text`; other letters become "?"."""
    return bytes(_BYTES.get(letter, 0x3F) for letter in text)


_WESTERN = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]
_BYTES = {letter: byte for byte, letter in enumerate(_WESTERN)}


def _raised(text: str) -> str:
    """Return `text`, a line or a word, in capitals if only letters are small that have none."""
    large = sum(letter.isupper() for letter in text)
    # letters with a tone have no capitals in these encodings: a font draws them
    has_small = any(
        letter.islower() and (letter in "ăâđêôơư" or letter.isascii()) for letter in text
    )
    return text.upper() if large > 1 and not has_small else text


def _vni_letter(match: re.Match[str]) -> str:
    vowel, mark, single = match.groups()
    if single:
        return _cased(_VNI_LETTERS[single.lower()], single)
    base = _VNI_LETTERS.get(vowel.lower(), vowel.lower())
    return unicodedata.normalize("NFC", _cased(base, vowel) + _VNI_MARKS[mark.lower()])


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter


def _share(text: str) -> float:
    """Return the share of the words of `text` that are frequent, 0 where none bears a mark."""
    words = [word.lower() for word in _WORD.findall(unicodedata.normalize("NFC", text))]
    if not any(word in _FREQUENT for word in words):
        return 0.0
    return sum(word in _FREQUENT for word in words) / len(words)
