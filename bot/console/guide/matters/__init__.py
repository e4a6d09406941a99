"""The matters that residents ask about: listed, shown, corrected and written.

Begin with `matter_shelf`, which tells how a matter stands; `listing` and `matter` show it, the
modules of `writing` change it. Residents are told of what is saved from the next build of the
index on.
"""
