"""The lists of administrative units, of today and of before the mergers.

Imported by the rooms of the gazetteer and by what compares bodies; begin with `sources`.
"""
