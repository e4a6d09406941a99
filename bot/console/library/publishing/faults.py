"""The faults of the forms of versions."""

from __future__ import annotations

from enum import StrEnum


class PublishingFault(StrEnum):
    """The fault of a field; `prompts/templates/console/fault.j2` words it."""

    NOT_SURE = "version_not_sure"


Faults = dict[str, PublishingFault]
"""The faults of a form by the names of its fields."""
