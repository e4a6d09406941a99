"""The faults of the forms of cases."""

from __future__ import annotations

from enum import StrEnum


class CaseFault(StrEnum):
    """The fault of a field; `prompts/templates/console/fault.j2` words it."""

    ACCOUNT = "case_account"
    TEXT = "case_text"
    SIGNATURE = "case_signature"
    RECIPIENTS = "case_recipients"
    TAKEN = "case_taken"
    UNDELIVERED = "undelivered"
    QUESTION = "sample_question"
    PROVISION = "sample_provision"


Faults = dict[str, CaseFault]
"""The faults of a form by the names of its fields."""
