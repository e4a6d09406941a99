"""How a question reads that was made whole from the talk before it (`follow_up.j2`)."""

from __future__ import annotations

import re
from typing import Final

from bot.answer.understand.slots import DAY, PLACE

_ABOUT: Final = re.compile(
    rf"(?:Ở {PLACE}, |{DAY}, )*[Vv]ề (?P<matter>.+?)(?: ở {PLACE})?(?:, {DAY})?: "
)
_WHOLE: Final = re.compile(r"Về [^:?]+: [^:]+\?$")


def is_made_whole(text: str) -> bool:
    """Return True if `text` asks one thing about a matter that is named first."""
    return _WHOLE.match(text) is not None


def matter_named(masked: str) -> str | None:
    """Return the matter that is named first, places and day being masked; None if none is."""
    about = _ABOUT.match(masked)
    return about["matter"] if about else None
