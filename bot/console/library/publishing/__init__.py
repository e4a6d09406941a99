"""Trying what was brought, letting it be answered from, and going back."""
