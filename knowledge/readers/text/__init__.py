"""Plain text, and what readers of several formats share.

Imported by the readers; begin with `plain_text`.
"""
