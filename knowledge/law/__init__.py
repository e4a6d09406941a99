"""What a document of the law is: its provisions, their signs, its days and whom it binds.

Imported by everything that handles documents; begin with `resolution`.
"""
