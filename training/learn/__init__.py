"""Learns the weights of search, fit and estimate: `python -m training.learn`.

Imported by the other trainings; begin with `__main__`.
"""
