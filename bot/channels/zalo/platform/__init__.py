"""Bots of Zalo's Bot Platform: polling or webhook in, words out.

Imported where channels are chosen; begin with `bot_platform`.
"""
