"""What is remembered between messages: sealed where it is personal, and never longer than said."""
