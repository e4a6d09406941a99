"""The law in time: what documents do to each other, and in which state each stands.

Imported by the library and by whoever asks what holds on a day; begin with `life`.
"""
