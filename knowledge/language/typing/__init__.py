"""From what was typed to what was meant: marks, abbreviations, slips, keystrokes.

Imported by the reading of questions; begin with `speller`.
"""
