"""Texts to vectors: the model that ships, and models that an admin names.

Imported by the rooms of the index and by training; begin with `embedder`.
"""
