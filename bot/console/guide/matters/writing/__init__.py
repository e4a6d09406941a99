"""The forms on which a matter is written: a line, a matter of the staff, what an office tells.

Imported by the pages of matters alone; begin with `line`.
"""
