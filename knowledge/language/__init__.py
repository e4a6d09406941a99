"""The language of residents: which syllables follow each other, and what half-typed ones mean."""
