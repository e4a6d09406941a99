"""Words that decide whether syllables name a place. Keys are folded: lower case, no diacritics."""

from __future__ import annotations

from typing import Final

KIND_WORDS: Final[dict[tuple[str, ...], str]] = {
    ("tinh",): "tỉnh",
    ("thanh", "pho"): "thành phố",
    ("thi", "xa"): "thị xã",
    ("thi", "tran"): "thị trấn",
    ("dac", "khu"): "đặc khu",
    ("quan",): "quận",
    ("huyen",): "huyện",
    ("phuong",): "phường",
    ("xa",): "xã",
}
KIND_ABBREVIATIONS: Final[dict[tuple[str, ...], str]] = {
    ("t", "p"): "thành phố",
    ("tp",): "thành phố",
    ("tx",): "thị xã",
    ("tt",): "thị trấn",
    ("t",): "tỉnh",
    ("q",): "quận",
    ("h",): "huyện",
    ("p",): "phường",
    ("x",): "xã",
}

TOWNS: Final = frozenset({"thành phố", "thị xã"})
"""Kinds of former districts whose names people know without the word for the kind."""

PROVINCE_ALIASES: Final[dict[str, str]] = {
    "Sài Gòn": "thành phố Hồ Chí Minh",
    "SG": "thành phố Hồ Chí Minh",
    "HCM": "thành phố Hồ Chí Minh",
    "TPHCM": "thành phố Hồ Chí Minh",
    "HN": "thành phố Hà Nội",
    "Thừa Thiên Huế": "thành phố Huế",
    "TT Huế": "thành phố Huế",
    "BRVT": "tỉnh Bà Rịa - Vũng Tàu",
    "BR-VT": "tỉnh Bà Rịa - Vũng Tàu",
    "Đắc Lắc": "tỉnh Đắk Lắk",
    "Đắk Lắc": "tỉnh Đắk Lắk",
    "Đắc Lắk": "tỉnh Đắk Lắk",
    "Đắc Nông": "tỉnh Đắk Nông",
    "Bắc Cạn": "tỉnh Bắc Kạn",
    "Kontum": "tỉnh Kon Tum",
}

CUES: Final = ("tỉnh", "ở", "tại", "thuộc", "tp", "nq", "hđnd", "ubnd")
"""A syllable after which a word in lower case is the name of a place."""

CUE_PAIRS: Final = (("thành", "phố"), ("nghị", "quyết"))

NEVER_BARE: Final = frozenset({"ho chi minh", "hn", "sg"})
"""Names of provinces that mean a person or something else unless a cue stands before them."""

ORDINARY_PROVINCES: Final = frozenset(
    {"an giang", "binh dinh", "cao bang", "hai duong", "hoa binh", "hung yen", "thai binh"}
)
"""Names of provinces that are ordinary words when written in lower case with diacritics."""

PLAIN_ORDINARY_PROVINCES: Final = ORDINARY_PROVINCES | frozenset(
    {"ben tre", "can tho", "da nang", "dien bien", "gia lai", "ha tinh", "hai phong", "lam dong"}
)
"""The same for questions typed without diacritics ("danh gia lai" is no mention of Gia Lai)."""

NOT_PLACES: Final = (
    ("hue", "hong"),
    ("ca", "mau", "don"),
    ("thai", "binh", "duong"),
)
"""Phrases that begin like a province and are none."""

NOT_KINDS: Final = frozenset({("xa", "hoi"), ("phuong", "an")})
"""Words that begin like a kind of unit and its name, unless the name is capitalised."""

ORDINARY_NAMES: Final = frozenset(
    name.strip()
    for name in """
    an binh, an dan, an khang, an ninh, an toan, ba tieu, bach khoa, ban cong, bao dap, bao toan,
    bien gioi, binh an, binh dan, binh tri, binh yen, cap tien, che tao, chi cong, chi dao,
    chien thang, chinh nghia, cong bang, cong chinh, cong hoa, cong ly, dan chu, dan luc,
    dan quyen, danh thang, dao duc, dao ly, dat do, dinh bien, dinh cu, doan ket, doc lap,
    dong bac, dong bang, dong hoa, dong khoi, dong mon, dong nam, dong ruong, dong tam, dong y,
    duc hanh, duy nhat, hanh phuc, hiep luc, hoa binh, hoa hiep, hoa hoi, hoa hop, hoa thuan,
    hop dong, hop ly, hop nhat, hop thanh, hung thinh, huu nghi, khang chien, khoi nghia,
    khuyen nong, kien quoc, kien thiet, lien hiep, lien hop, lien minh, lien quan, luong tam,
    luong thien, minh tam, nhan dao, nhan nghia, nhan quyen, nong truong, phong phu, phuc loi,
    quang minh, quang truong, quoc khanh, quyet chien, quyet tam, quyet thang, quyet tien,
    tam hop, tat thang, tay nam, thanh binh, thanh cong, thanh minh, than thuoc, thang loi,
    the duc, thiet ke, thinh vuong, thong nhat, thu ba, thuan loi, tien bo, tien hoa, tien phong,
    tien tien, toan thang, tri luc, trung binh, trung chinh, trung hoa, trung kien, trung tam,
    trung thanh, trung thuc, truong thanh, tu cuong, tu do, tu lap, tu nhien, van chuong, van hoa,
    van minh, van phong, vinh quang, vinh vien, yen tam, yen tinh
    """.replace("\n", " ").split(",")
)
"""Names of communes and districts that are ordinary words when written in lower case."""
