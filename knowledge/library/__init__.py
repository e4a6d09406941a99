"""The documents at hand: read from their folders, brought, joined, watched.

Imported by the bot and by nothing else in `knowledge`; begin with `library`.
"""
