"""From a decision to the quoted blocks and the words of an answer.

Imported by the answerer and the pages that show whole provisions; begin with `message`.
"""
