"""The faults of the forms of question sets."""

from __future__ import annotations

from enum import StrEnum


class QuestionSetFault(StrEnum):
    """The fault of a field; `prompts/templates/console/fault.j2` words it."""

    NAME = "set_name"
    NAME_TAKEN = "set_name_taken"
    SET = "set_missing"
    QUESTION = "set_question"
    PROVISIONS = "set_provisions"
    FILE = "set_file"
    LINE = "set_line"
    SAME_ID = "set_same_id"
    NOT_SURE = "not_sure"


Faults = dict[str, QuestionSetFault]
"""The faults of a form by the names of its fields."""
