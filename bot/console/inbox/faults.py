"""What can be wrong with the forms of the inbox."""

from __future__ import annotations

from enum import StrEnum


class CaseFault(StrEnum):
    """What is wrong with a field; the words are in `prompts/templates/console/fault.j2`."""

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
