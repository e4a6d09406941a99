"""The documents, and what is known about them: structure, places, dates, faults of the source."""
