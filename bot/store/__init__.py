"""The memory between messages: sealed where it is personal, and kept no longer than was promised.

Begin with `store`: it hands out every table.
"""
