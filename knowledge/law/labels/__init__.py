"""The lines of a text and the labels that number it: Điều, khoản, điểm.

Imported by readers and parsing; begin with `labels`.
"""
