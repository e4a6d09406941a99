"""The kinds of things that a question asks for: an amount, a fact about a document, a comparison.

Imported by the reading of questions and by what judges provisions; begin with `measures`.
"""
