"""The steps from facts in question sets to tasks."""
