"""The talk about an answer and with people: doubts, praise, danger, complaints, the staff.

Imported by routing; begin with `about_answer`.
"""
