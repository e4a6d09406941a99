"""The commands that ask: one question, a conversation, a question set.

Imported by the command line alone; begin with `ask`.
"""
