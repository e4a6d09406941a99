"""Names of units, however they are spelled, and how one follows another.

Imported by finding and telling; begin with `names`.
"""
