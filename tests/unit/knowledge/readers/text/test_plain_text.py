"""Reading text files, the damaged ones included."""

from __future__ import annotations

import unicodedata

import pytest

from knowledge.law.findings import FindingKind
from knowledge.readers.extract import Refusal
from knowledge.readers.text.plain_text import read_text

SENTENCE = "Nhân dân được biết và bàn các nội dung theo quy định của Luật này."
DECOMPOSED = unicodedata.normalize("NFD", SENTENCE)


def lines_of(raw: bytes) -> list[str]:
    return list(read_text(raw).lines)


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        pytest.param("một\nhai", ["một", "hai"], id="Unix line ends"),
        pytest.param("một\r\nhai", ["một", "hai"], id="Windows line ends"),
        pytest.param("một\rhai", ["một", "hai"], id="old Macintosh line ends"),
        pytest.param("\ufeffmột", ["một"], id="byte order mark"),
        pytest.param("  một \t hai\u00a0 ba ", ["một hai ba"], id="white space of every kind"),
        pytest.param("mộ\u00adt\u200b hai", ["một hai"], id="soft hyphen and zero width"),
        pytest.param(DECOMPOSED, [SENTENCE], id="letters taken apart"),
        pytest.param("một\n\x0chai", ["một", "hai"], id="form feed of a page break"),
        pytest.param("", [""], id="empty file"),
    ],
)
def test_lines_come_in_one_form(raw: str, lines: list[str]) -> None:
    assert lines_of(raw.encode()) == lines


def test_unicode_of_two_bytes_a_letter_is_read() -> None:
    assert lines_of(SENTENCE.encode("utf-16")) == [SENTENCE]


@pytest.mark.parametrize(
    ("raw", "legacy"),
    [
        pytest.param(
            b"Nh\xa9n d\xa9n \xae\xad\xeec bi\xd5t v\xb5 b\xb5n c\xb8c n\xe9i dung "
            b"theo quy \xae\xdenh c\xf1a Lu\xcbt n\xb5y.",
            "TCVN3",
            id="TCVN3",
        ),
        pytest.param(
            "Nhaân daân ñöôïc bieát vaø baøn caùc noäi dung theo quy ñònh cuûa Luaät naøy.".encode(
                "cp1252"
            ),
            "VNI",
            id="VNI",
        ),
        pytest.param(
            "Nhân dân đươ\u0323c biê\u0301t va\u0300 ba\u0300n ca\u0301c nô\u0323i dung "
            "theo quy đi\u0323nh cu\u0309a Luâ\u0323t na\u0300y.".encode("cp1258"),
            "Windows-1258",
            id="Windows-1258",
        ),
        pytest.param("Nh©n d©n ®­îc biÕt vµ bµn".encode(), "TCVN3", id="TCVN3 saved as UTF-8"),
    ],
)
def test_an_old_encoding_is_recognised_and_reported(raw: bytes, legacy: str) -> None:
    extract = read_text(raw)
    assert SENTENCE.startswith(extract.lines[0])
    assert [(found.fault, found.detail) for found in extract.findings] == [
        (FindingKind.CONVERTED, legacy)
    ]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param("Điều 1.".encode("cp1258", "replace"), "encoding", id="damaged"),
        pytest.param("Café déjà vu à Saïgon".encode("cp1252"), "encoding", id="French"),
        pytest.param("Dieu 1.".encode("utf-16-le"), "controls", id="no mark"),
        pytest.param(bytes(range(32)) * 9, "controls", id="control characters"),
    ],
)
def test_refuses_what_is_no_text(raw: bytes, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        read_text(raw)


def test_a_stray_control_character_does_not_make_a_text_unreadable() -> None:
    assert read_text(("chữ " * 50 + "\x07").encode()).lines
