"""The commands for the work of the staff: accounts, questions, topics.

Imported by the command line alone; begin with `inbox`.
"""
