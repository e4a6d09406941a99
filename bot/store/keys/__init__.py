"""Sealing and masking: the key, sealed values, personal numbers.

Imported by the rooms of the store; begin with `key`.
"""
