"""Zalo, which is two platforms: bots, and Official Accounts."""
