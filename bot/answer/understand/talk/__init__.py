"""Making a message whole that leans on the turns before it.

Imported by the answerer and by deciding; begin with `follow_up`.
"""
