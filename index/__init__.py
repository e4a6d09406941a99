"""Finds provisions for a question: embedding, BM25 and FAISS side by side, and their versions.

Bot, training and benchmarks may import it, and it imports `knowledge` alone. Begin with `search`,
the one entry.
"""
