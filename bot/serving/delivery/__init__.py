"""From a message that came in to the post that arrived: taken in, answered in order, brought.

Imported by `service`; begin with `dispatcher`.
"""
