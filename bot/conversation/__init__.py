"""One message to the replies it gets, the same on every channel."""
