"""Choosing provisions on a form: what is offered, what is chosen.

Imported by the pages on which an officer names provisions; begin with `offers`.
"""
