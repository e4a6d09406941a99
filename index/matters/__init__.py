"""The samples of matters in the index, and the matters that new provisions belong to.

Imported by versions and by the search; begin with `sample_index`.
"""
