"""Telegram: updates in, answers out, by long polling or webhook."""
