"""The accounts of the staff: who may sign in, who is signed in, who did what.

Imported by the console and the commands; begin with `accounts`.
"""
