"""What can be wrong with the forms of the matters."""

from __future__ import annotations

from enum import StrEnum


class MatterFault(StrEnum):
    """What is wrong with a field; the words are in `prompts/templates/console/fault.j2`."""

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
