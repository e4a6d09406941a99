"""The pages that show how well the bot answers: a trial, question sets, statistics.

Imported by `application` and, for periods, by the guide; begin with `trial`.
"""
