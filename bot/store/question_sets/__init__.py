"""Question sets of the staff, their runs and results.

Imported by the console; begin with `question_sets`.
"""
