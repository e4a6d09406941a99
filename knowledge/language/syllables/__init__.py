"""The sequence of syllables: how often they follow each other, and the model learned from it.

Imported by typing and by the build of the index; begin with `model`.
"""
