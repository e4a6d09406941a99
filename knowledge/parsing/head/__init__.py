"""The facts in the head, the end and the signature: number, issuer, place, days.

Imported by the parser and by what corrects it; begin with `head`.
"""
