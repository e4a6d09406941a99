"""The pages of what the staff tells residents in its own words: matters, approvals, contacts.

Imported by `application`; begin with `matters`.
"""
