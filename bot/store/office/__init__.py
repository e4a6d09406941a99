"""The records of an office: approved answers, contacts, the tokens of its accounts on Zalo.

Imported by the console and the wiring; begin with `approvals`.
"""
