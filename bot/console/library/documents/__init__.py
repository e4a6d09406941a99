"""The pages on which documents are read.

Imported by the pages of bringing and publishing; begin with `resolutions`.
"""
