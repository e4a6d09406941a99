"""What an office keeps: approved answers, contacts, the tokens of its accounts.

Imported by the console and the wiring; begin with `approvals`.
"""
