"""The choice of an answer: evidence goes in, a verified decision comes out.

Imported by composing, the answerer and the conversation; begin with `decide`.
"""
