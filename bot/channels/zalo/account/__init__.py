"""Official Accounts of Zalo: webhook in, OAuth, answers out.

Imported by `assembly` and the command `danbiet zalo`; begin with `official_account`.
"""
