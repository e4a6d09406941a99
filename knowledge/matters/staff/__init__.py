"""Additions of the staff to the matters of a run: sample questions and matters of its own.

Imported by the bot; begin with `own_matters`.
"""
