"""The commands that look at the library or change it.

Imported by the command line alone; begin with `add`.
"""
