"""What can be wrong with the forms of versions."""

from __future__ import annotations

from enum import StrEnum


class PublishingFault(StrEnum):
    """What is wrong with a field; the words are in `prompts/templates/console/fault.j2`."""

    NOT_SURE = "version_not_sure"


Faults = dict[str, PublishingFault]
"""The faults of a form by the names of its fields."""
