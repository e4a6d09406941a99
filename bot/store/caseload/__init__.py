"""The cases as officers work on them, and their answers on the way to residents.

Imported by the console and the store; begin with `caseload`.
"""
