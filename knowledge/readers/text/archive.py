"""The faults of an archive, told as refusals."""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile

from knowledge.readers.extract import Refusal, UnreadableReason

_FAULTS = (BadZipFile, zlib.error, lzma.LZMAError, ValueError, OSError, EOFError, RuntimeError)
"""The errors that `zipfile` raises for content that is damaged, locked or cannot be unpacked."""


@contextmanager
def unpacking() -> Iterator[None]:
    """Raise Refusal where an archive turns out to be damaged."""
    try:
        yield
    except _FAULTS as error:
        raise Refusal(UnreadableReason.NOT_UNPACKED) from error
