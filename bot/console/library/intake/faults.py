"""The faults of the forms about a draft."""

from __future__ import annotations

from enum import StrEnum


class IntakeFault(StrEnum):
    """The fault of a field; `prompts/templates/console/fault.j2` words it."""

    FILE = "document_file"
    LOST = "document_lost"
    DAY = "document_day"
    REASON = "document_reason"
    LONG = "document_long"
    PROVINCE = "document_province"
    ENDS = "document_ends"
    ID = "document_id"
    ID_TAKEN = "document_id_taken"
    ID_OTHER = "document_id_other"
    CHANGED = "document_changed"
    SEEN_OTHER = "document_seen_other"
    SERIOUS = "document_serious"
    SAME = "document_same"
    WHY = "document_why"
    NOT_SURE = "not_sure"


Faults = dict[str, IntakeFault]
"""The faults of a form by the names of its fields."""
