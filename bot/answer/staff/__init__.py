"""Answers in the words of the staff, and the contacts of an office, as values.

Imported by the answer path, the store and the console; begin with `approval`.
"""
