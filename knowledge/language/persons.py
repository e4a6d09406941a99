"""The words by which people speak of themselves, folded: "toi", "em", "ba" mean "I"."""

from __future__ import annotations

from typing import Final

OWN: Final = ("toi", "tui", "em", "minh", "chau", "con")
"""What hardly anybody but the speaker is called in a message."""
SPEAKER: Final = (
    "(?:toi|tui|em|e|con|chau|minh|tao|t|ba|bac|co|chu|ong|nha (?:toi|tui|em|e|con|minh|bac))"
)
"""A pattern of all who may speak, where the words around tell that they do."""
