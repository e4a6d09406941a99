"""The conversation: everything a person touches."""
