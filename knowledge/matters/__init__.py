"""What residents ask about, with plain answers of our own: the data lies in this folder.

Imported by the index and the bot; begin with `topic`.
"""
