"""The commands that run the service and set its channels up.

Imported by the command line alone; begin with `serve`.
"""
