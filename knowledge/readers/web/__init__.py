"""Web pages: the document without the site around it.

Imported by the confined process; begin with `page`.
"""
