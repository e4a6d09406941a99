"""Names of the small files that state facts about the model in whose folder they lie."""

from __future__ import annotations

FINGERPRINT = "fingerprint.txt"
"""Holds the digest of the weights."""

BACKGROUND = "background.txt"
"""Holds the cosine of unrelated texts, where it was measured."""
