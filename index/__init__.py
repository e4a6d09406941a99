"""Finding provisions: embedding, BM25 and FAISS side by side, their versions and their measures."""
