"""Readers: one module a file format, each turning a file into lines of text."""
