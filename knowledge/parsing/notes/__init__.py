"""Footnotes and consolidation notes, told from the words of provisions.

Imported by the parser; begin with `notes`.
"""
