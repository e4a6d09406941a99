"""The pages by which the staff comes in: first account, login, passwords, accounts, journal.

Imported by `application` alone; begin with `login`.
"""
