"""Finds the places that a running question names.

Imported by `knowledge.gazetteer.places`; begin with `finder`.
"""
