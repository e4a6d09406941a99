"""What the head, the end and the signature say: number, issuer, place, days.

Imported by the parser and by what corrects it; begin with `head`.
"""
