"""Names of places, of today and of before the mergers of 1 July 2025."""
