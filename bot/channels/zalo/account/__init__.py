"""Official Accounts of Zalo: webhook in, OAuth, answers out.

Used by its `declaration` and by the command `danbiet zalo`; begin with `official_account`.
"""
