"""The validity of documents: what they do to each other, and which is in force on a day.

Imported by the library and by whoever asks what holds on a day; begin with `validity`.
"""
