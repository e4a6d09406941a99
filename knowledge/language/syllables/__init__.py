"""Which syllables follow each other: the counts, and the model learned from them.

Imported by typing and by the build of the index; begin with `model`.
"""
