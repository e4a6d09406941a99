"""What a change of the library would do to answers, tried before it serves.

Imported by the publisher and the pages that show it; begin with `rehearsal`.
"""
