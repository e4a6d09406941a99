"""Fingerprints of provisions: short marks that change as soon as the words do."""

from __future__ import annotations

from hashlib import sha256

from knowledge.language.text import syllables
from knowledge.law.references.citation import provision_label
from knowledge.law.resolution import Address, Resolution

_LENGTH = 16
"""Hexadecimal digits: two versions of a provision share them in one of 2⁶⁴ cases."""


def fingerprint(address: Address, resolution: Resolution) -> str:
    """Return a mark that changes with the words or the numbering of the provision.

    Raises:
        LookupError: `resolution` has no such provision.
    """
    _required(address, resolution)
    words = "\n".join(f"{unit.address.path} {unit.words}" for unit in resolution.inside(address))
    return _mark(words)


def mark_of_words(address: Address, resolution: Resolution) -> str:
    """Return a mark that changes with the syllables of the provision and of all inside it.

    Copies that differ in punctuation, capitals, tone placement or diacritics share it.

    Raises:
        LookupError: `resolution` has no such provision.
    """
    _required(address, resolution)
    return _mark(" ".join(syllables(" ".join(unit.words for unit in resolution.inside(address)))))


def _required(address: Address, resolution: Resolution) -> None:
    if resolution.find(address) is None:
        raise LookupError(provision_label(address))


def _mark(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:_LENGTH]
