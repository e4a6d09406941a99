"""Telling the questions of one message apart.

Imported by `bot.answer.understand` alone; begin with `parts`.
"""
