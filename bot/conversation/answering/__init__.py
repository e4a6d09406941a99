"""Answering a question in a chat, with and without a known place.

Imported by the other steps of the conversation; begin with `question`.
"""
