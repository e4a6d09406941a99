"""Rehearsals: the answers that a change of the library would alter, tried before it serves.

Imported by the publisher and the pages that show it; begin with `rehearsal`.
"""
