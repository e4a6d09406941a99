"""What residents ask: listed, looked at one by one, corrected, and written by the staff.

Begin with `shelf`, which tells how a matter stands; `listing` and `matter` show it, `line` and
`sheet` change it. What is saved is told to residents from the next build of the index on.
"""
