"""The body of a document: its sections and its units down to the bullet.

Imported by the parser; begin with `units`.
"""
