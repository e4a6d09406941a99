"""Reads documents and what residents write, and holds all that the project knows of both.

Every package may import it, and it imports none of them. Begin with `law.resolution`, the form of a
document, then `parsing.parser`, which makes one out of text.
"""
