"""Official Accounts of Zalo: webhook in, OAuth, answers out.

Known to the rest by `declaration`, and to the command `danbiet zalo`; begin with `official_account`.
"""
