"""The place where a resident lives: what they tell of it, and what is asked back.

Imported by routing alone; begin with `places`.
"""
