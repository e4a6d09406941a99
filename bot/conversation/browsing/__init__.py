"""Reading without a question: rights, topics, documents, whole provisions.

Imported by the steps that lead there; begin with `overviews`.
"""
