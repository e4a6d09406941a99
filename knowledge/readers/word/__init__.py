"""Word files and what LibreOffice turns into them.

Imported by the confined process; begin with `word`.
"""
