"""Lists beside the matters: what lies outside, documents without a text, judgements.

Imported by `thesaurus` and the library; begin with `outside`.
"""
