"""The parser: lines of a source become a document with addresses, days and findings.

Imported by the library and the commands; begin with `parser`.
"""
