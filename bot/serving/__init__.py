"""`danbiet serve`: the channels kept listening, every message answered once and in order."""
