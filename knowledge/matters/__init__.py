"""The matters that residents ask about, with plain answers of our own; their data lies here, too.

Index, bot and training may import it. Begin with `topic`, then `thesaurus`, which joins all files.
"""
