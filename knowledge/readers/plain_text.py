"""Plain text files, as scanners, converters and websites leave them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from knowledge.errors import DanBietError

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LINE_END = re.compile(r"\r\n?|\n")
_CONTROL_SHARE = 0.02


class UnreadableSource(DanBietError):
    """A file that cannot be read as text."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


def read_lines(path: Path) -> list[str]:
    """Return the lines of the UTF-8 file at `path` in NFC, without line ends.

    Zero-width characters and soft hyphens are dropped; every kind of white space becomes a blank.

    Raises:
        UnreadableSource: the file is missing, may not be read, or is no UTF-8 text.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableSource(path, (error.strerror or str(error)).lower()) from error
    return decode_lines(raw, path)


def decode_lines(raw: bytes, path: Path) -> list[str]:
    """Return the lines of the UTF-8 bytes `raw`, as `read_lines` does; `path` is for the error."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableSource(path, "is no UTF-8 text") from error
    controls = sum(
        1 for char in text if unicodedata.category(char) == "Cc" and char not in "\t\n\r\f\v"
    )
    if controls > _CONTROL_SHARE * len(text):
        raise UnreadableSource(path, "is no text: it is full of control characters")
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    return [" ".join(line.split()) for line in _LINE_END.split(text)]
