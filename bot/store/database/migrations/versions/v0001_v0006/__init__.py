"""The first six steps: from the memory of the bot to the work of the staff."""
