"""Teaches the embedding how residents ask: `python -m training.embedding`.

Imported by nothing else; begin with `__main__`, then `tune`.
"""
