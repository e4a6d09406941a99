"""Reading text files, the damaged ones included."""

from __future__ import annotations

import errno
import os
import unicodedata
from pathlib import Path, PosixPath

import pytest

from knowledge.readers.plain_text import UnreadableSource, decode_lines, read_lines

SOURCE = Path("nguồn.txt")


class LockedPath(PosixPath):
    """A file that this process may not read."""

    def read_bytes(self) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        pytest.param("một\nhai", ["một", "hai"], id="Unix line ends"),
        pytest.param("một\r\nhai", ["một", "hai"], id="Windows line ends"),
        pytest.param("một\rhai", ["một", "hai"], id="old Macintosh line ends"),
        pytest.param("\ufeffmột", ["một"], id="byte order mark"),
        pytest.param("  một \t hai\u00a0 ba ", ["một hai ba"], id="white space of every kind"),
        pytest.param("mộ\u00adt\u200b hai", ["một hai"], id="soft hyphen and zero width"),
        pytest.param(unicodedata.normalize("NFD", "một"), ["một"], id="letters taken apart"),
        pytest.param("một\n\x0chai", ["một", "hai"], id="form feed of a page break"),
        pytest.param("", [""], id="empty file"),
    ],
)
def test_lines_come_in_one_form(raw: str, lines: list[str]) -> None:
    assert decode_lines(raw.encode(), SOURCE) == lines


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "is no UTF-8 text", id="picture"),
        pytest.param("Điều 1.".encode("utf-16"), "is no UTF-8 text", id="UTF-16"),
        pytest.param("Dieu 1.".encode("utf-16-le"), "full of control characters", id="no mark"),
        pytest.param("Điều 1.".encode("cp1258", "replace"), "is no UTF-8 text", id="Windows-1258"),
        pytest.param(bytes(range(32)) * 9, "full of control characters", id="control characters"),
    ],
)
def test_refuses_what_is_no_text(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason) as refusal:
        decode_lines(raw, SOURCE)
    assert refusal.value.path == SOURCE


def test_a_stray_control_character_does_not_make_a_text_unreadable() -> None:
    assert decode_lines(("chữ " * 50 + "\x07").encode(), SOURCE)


def test_names_a_file_that_is_missing(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    with pytest.raises(UnreadableSource) as refusal:
        read_lines(missing)
    assert str(refusal.value) == f"{missing}: no such file or directory"


def test_names_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="is a directory"):
        read_lines(tmp_path)


def test_names_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="permission denied"):
        read_lines(LockedPath(tmp_path / "locked.txt"))
