"""Naming provisions and documents, in full form and as people type them.

Imported wherever a text names law; begin with `citation`.
"""
