"""Vietnamese as residents type it and documents print it: letters, marks, syllables, slips.

Every package may import it; nothing here knows of law. Begin with `text`, then `typing.speller`.
"""
