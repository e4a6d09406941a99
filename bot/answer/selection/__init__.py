"""The provisions that may answer a question, and how probably each does.

Imported by deciding and the answerer; begin with `scope`, then `search`.
"""
