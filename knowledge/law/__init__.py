"""A document of the law: its provisions, their signs, its days and the territory that it binds.

Imported by everything that handles documents; begin with `resolution`.
"""
