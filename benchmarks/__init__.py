"""Measurements of times and memory, which a person starts by hand: `make benchmark`.

They may import everything, tests included, and nothing imports them. Begin with `answer`.
"""
