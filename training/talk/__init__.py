"""Learns to recognise acts of talk, such as thanks, and messages of somebody in danger.

Imported by nothing else; begin with `__main__`.
"""
