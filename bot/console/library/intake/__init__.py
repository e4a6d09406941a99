"""The drafts of documents that somebody brings: read, examined, corrected and checked.

Begin with `bringing`, then `examining`; `lookup` finds drafts.
"""
