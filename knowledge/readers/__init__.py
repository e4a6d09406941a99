"""Readers: each room turns files of one format into lines of text."""
