"""PDF files: letters on a page to lines in reading order, scans by recognition.

Imported by the confined process; begin with `pdf`.
"""
