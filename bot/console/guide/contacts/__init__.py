"""The offices that residents of a place turn to: all accounts see them, admins change them.

Begin with `pages`; `draft` reads the form, `units` the place that is typed in it. Residents
are told at once of what is saved.
"""
