"""The database itself: connections, tables, migrations.

Imported by every room of the store and by what opens it; begin with `tables`.
"""
