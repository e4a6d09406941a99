"""Whom the residents of a place turn to: listed for the staff, changed by admins.

Begin with `pages`; `draft` reads the form, `units` the place that is typed in it. What is saved is
told to residents at once.
"""
