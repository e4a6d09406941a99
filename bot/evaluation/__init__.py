"""Running a question set: how often the right provision comes first and the status is right."""
