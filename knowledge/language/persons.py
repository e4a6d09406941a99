"""The words by which people speak of themselves: "tôi", "em", "bà" mean "I"."""

from __future__ import annotations

from typing import Final

OWN: Final = ("toi", "tui", "em", "minh", "chau", "con")
"""Words that in a message hardly ever name anybody but the speaker, folded."""
SPEAKER: Final = (
    "(?:toi|tui|em|e|con|chau|minh|tao|t|ba|bac|co|chu|cu|ong|nha (?:toi|tui|em|e|con|minh|bac))"
)
"""A pattern of all who may speak, folded, where the words around tell that they do."""
WRITTEN: Final = "(?:t[oô]i|tui|em|m[iì]nh|ch[aá]u)"
"""A pattern of the same as `OWN`, as typed with or without marks; "con" is a child as often."""
