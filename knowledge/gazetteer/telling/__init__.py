"""Reads the place where somebody says that they live.

Imported by `knowledge.gazetteer.places`; begin with `reader`.
"""
