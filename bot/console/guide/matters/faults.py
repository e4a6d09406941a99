"""The faults of the forms of matters."""

from __future__ import annotations

from enum import StrEnum


class MatterFault(StrEnum):
    """The fault of a field; `prompts/templates/console/fault.j2` words it."""

    HEADING = "matter_heading"
    HEADING_TAKEN = "matter_heading_taken"
    RIGHTS = "matter_rights"
    FEW_QUESTIONS = "matter_few_questions"
    LONG_QUESTION = "matter_long_question"
    QUESTION_TAKEN = "matter_question_taken"
    SHORT = "matter_short"
    CLAIMS = "matter_claims"
    STEPS = "matter_steps"
    GROUNDS = "matter_grounds"
    DOCUMENTS = "matter_documents"
    TOLD = "matter_told"
    BY = "matter_by"
    PLACES = "matter_places"
    DAY = "matter_day"
    DAYS = "matter_days"
    CHANGED = "matter_changed"
    REFUSED = "matter_refused"
    LOST = "matter_lost"


Faults = dict[str, MatterFault]
"""The faults of a form by the names of its fields; `FORM` for those of none."""
FORM = "ban"
