"""Teaching the embedding how residents ask: `python -m training.embedding`."""
