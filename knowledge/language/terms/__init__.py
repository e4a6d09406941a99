"""The nouns of the field, in Vietnamese and in English.

Imported by the reading of questions; begin with `subjects`.
"""
