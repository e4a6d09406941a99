"""A chat from outside: posts of a platform's size, and a chat that is kept in memory.

Imported by serving, by `danbiet chat` and by the console's trial; begin with `transient`.
"""
