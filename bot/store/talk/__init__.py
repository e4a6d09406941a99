"""Talk with residents: chats, turns, the cases they belong to, counts that name nobody.

Imported by the store, the console and the caseload; begin with `turns`.
"""
