"""The statistics: questions, answers, and provisions that nobody asks about.

Begin with `pages`; `report` makes the charts.
"""
