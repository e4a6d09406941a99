"""Names of places, of today and of before the mergers of 1 July 2025.

Every package may import it; it knows nothing of documents. Begin with `places`, the way in.
"""
