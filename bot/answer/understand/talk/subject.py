"""What a question is about, as nouns: what a brief one after it leaves unsaid."""

from __future__ import annotations

from typing import Final

from knowledge.language.terms.subjects import read_subjects
from knowledge.language.text import syllables

_MOST: Final = 3
"""Nouns that are joined with a brief question."""


def subject_of(text: str) -> str:
    """Return the nouns that `text` is about, joined; "" where none is known."""
    return ", ".join(read_subjects().find(text)[:_MOST])


def subject_alone(text: str) -> str | None:
    """Return the noun that is all that `text` says, None if it says more."""
    subjects = read_subjects()
    return subjects.names.get(" ".join(syllables(text)))


def own_subjects(text: str) -> frozenset[str]:
    """Return the nouns of `text` that a question is about where it names one."""
    subjects = read_subjects()
    return subjects.own.intersection(subjects.find(text))


def names_aspect(text: str) -> bool:
    """Return True if `text` names a body or a doing that may be all that it is about."""
    return bool(read_subjects().find(text))


def names_subject(text: str) -> bool:
    """Return True if `text` names by itself what it is about."""
    subjects = read_subjects()
    return not subjects.own.isdisjoint(subjects.find(text))
