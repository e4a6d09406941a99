"""Ways of finding passages, and the one score they are joined into.

Imported by matters, versions and the search; begin with `fusion`.
"""
