"""Which answer a question gets: evidence goes in, a verified decision comes out.

Imported by composing, the answerer and the conversation; begin with `decide`.
"""
