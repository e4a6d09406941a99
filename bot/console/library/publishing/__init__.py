"""The pages on which a draft is tried and published, and on which an earlier version comes back.

Begin with `drafts`.
"""
