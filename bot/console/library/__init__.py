"""The pages of the documents: read, brought, examined, published.

Imported by `application`; begin with `documents`.
"""
