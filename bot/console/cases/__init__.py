"""The cases that need a person: their list, each case, and the answer that goes back.

Imported by `application`; begin with `listing`.
"""
