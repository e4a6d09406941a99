"""The choice of the step that a message asks for, and the steps that need no other room.

Imported by `bot.conversation.conversation`; begin with `messages`.
"""
