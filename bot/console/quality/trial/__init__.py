"""The page on which questions are tried: the answer on residents' phones, and the reasons for it.

`question.TrialQuestion(hoi=…, noi=…).link` leads to the page with a question that is asked at once.
Begin with `pages`.
"""
