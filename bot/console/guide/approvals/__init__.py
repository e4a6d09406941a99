"""Answers that the staff has approved: written, listed, reviewed when a provision changes.

`/viec/da-duyet/moi?cau_hoi=…&noi=…` shows the form for an answer to a question; nothing is kept
before it is sent.
"""
