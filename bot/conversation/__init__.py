"""The conversation: from one message to its replies, the same on every channel."""
