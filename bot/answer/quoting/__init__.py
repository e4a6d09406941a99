"""The words of provisions: what is quoted, under which headings, and the plain answer above it.

Imported by deciding and composing; begin with `excerpt`.
"""
