"""Prose in Vietnamese, told from English."""

from __future__ import annotations

import re

ENGLISH = re.compile(
    r"\b(?:the|is|are|was|of|and|not|cannot|be|for|with|it|this|there|or|by|that|has|must|run|file"
    r"|damaged|missing|holds|already)\b",
    re.IGNORECASE,
)
NOT_PROSE = re.compile(r"“[^”]*”|[\w./-]*[/.][\w./-]+|--?\w[\w-]*|\w*[_\d]\w*|\b[A-Z]{2,}\b|vi-du")
"""What is quoted, and the names of files, options, formats and settings."""
MARKED = re.compile(r"[^\W\d_]*[À-ỹĐđ][^\W\d_]*")
WORD = re.compile(r"[^\W\d_]+")


def assert_vietnamese(text: str) -> None:
    __tracebackhide__ = True
    prose = NOT_PROSE.sub(" ", text)
    words = WORD.findall(prose)
    assert not ENGLISH.findall(prose), text
    assert words, text
    assert len(MARKED.findall(prose)) >= len(words) / 2, text
