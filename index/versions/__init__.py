"""Versions of the index: written, checked, kept, exchanged.

Imported by the search, publishing and the commands; begin with `build`, then `folders`.
"""
