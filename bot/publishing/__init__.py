"""Publishing: the way of a document from a draft to the version that answers residents.

Imported by the console and the commands; begin with `publisher`.
"""
