"""The model from which the training can begin anew: multilingual-e5-small, out of PyPI packages.

Imported by the training of the embedding alone; begin with `model`.
"""
