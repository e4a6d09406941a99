"""The call of a visitor: the account, the access, the frame around the page.

Imported by every page of the console; begin with `visit`.
"""
