"""Trying questions: what residents would read on their phones, and why.

`asked.Asked(hoi=…, noi=…).link` leads to the page with a question that is asked at once.
"""
