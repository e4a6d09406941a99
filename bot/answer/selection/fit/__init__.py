"""The probability that a provision answers a question, judged on the provision's own words.

Imported by the answerer, `selection.search` and training; begin with `ranking`. The weights are
learned by `python -m training.learn`.
"""
