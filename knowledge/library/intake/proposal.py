"""A change that somebody proposes to the library: a document to add, or to take out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from knowledge.law.resolution import Resolution


class Proposal(Protocol):
    """A change of one document; a Candidate puts it in, a Removal takes it out.

    `replaces` tells its source that is there now from others, "" for none (Shelves.state_of).
    """

    @property
    def id(self) -> str:
        """Return the id of the document."""

    @property
    def home(self) -> str:
        """Return the id of the document that it is, or that it is an annex of."""

    @property
    def document(self) -> Resolution | None:
        """Return the document as it would be, None where it would be gone."""

    @property
    def previous(self) -> Resolution | None:
        """Return the document as it is, None where the library lacks it."""

    @property
    def replaces(self) -> str:
        """Return what tells the source that is there from others."""

    @property
    def fingerprint(self) -> str:
        """Return what tells this proposal from any other: in hex, 64 characters."""

    @property
    def changes_nothing(self) -> bool:
        """Return True if the library is as it would be."""

    @property
    def files(self) -> Mapping[str, bytes]:
        """Return all that is to lie in the folder of added documents for this one, by name."""


def versions_of(proposal: Proposal) -> tuple[Resolution, ...]:
    """Return the document as it would be and as it is, as far as it is there."""
    return tuple(version for version in (proposal.document, proposal.previous) if version)
