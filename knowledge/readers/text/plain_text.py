"""Text and Markdown, as scanners, converters and websites leave them."""

from __future__ import annotations

import codecs
import unicodedata

from knowledge.law.findings import Finding, FindingKind
from knowledge.readers.extract import Extract, Refusal, UnreadableReason, tidy_lines
from knowledge.readers.text.encodings import decoded, recognised, western

LARGEST_TEXT = 5 * 2**20
_CONTROL_SHARE = 0.02
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(raw: bytes) -> Extract:
    """Return the lines of the text `raw`: in Unicode, or in an old Vietnamese encoding.

    Raises:
        Refusal: the bytes are no text, or too many.
    """
    if len(raw) > LARGEST_TEXT:
        raise Refusal(UnreadableReason.TOO_BIG, most=LARGEST_TEXT // 2**20)
    return extract_of(decode(raw))


def decode(raw: bytes) -> str:
    """Return the bytes `raw` as letters: of UTF-8, of UTF-16 with its mark, else Western ones.

    Raises:
        Refusal: the bytes are no text.
    """
    try:
        text = raw.decode("utf-16" if raw.startswith(_WIDE) else "utf-8-sig")
    except UnicodeDecodeError as error:
        text = western(raw)
        if recognised(text) is None:
            raise Refusal(UnreadableReason.ENCODING) from error
    controls = sum(
        text.count(char)
        for char in set(text)  # of which a text has few
        if unicodedata.category(char) == "Cc" and char not in "\t\n\r\f\v"
    )
    if controls > _CONTROL_SHARE * len(text):
        raise Refusal(UnreadableReason.CONTROLS)
    return text


def extract_of(text: str, findings: tuple[Finding, ...] = ()) -> Extract:
    """Return the lines of `text`, turned into Unicode where its letters mean Vietnamese ones."""
    legacy = recognised(text)
    if legacy is None:
        return Extract(tuple(tidy_lines(text)), findings)
    converted = Finding(FindingKind.CONVERTED, 1, detail=legacy.value)
    return Extract(tuple(tidy_lines(decoded(text, legacy))), (converted, *findings))
