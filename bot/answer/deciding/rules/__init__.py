"""The rules of a decision, by what they look at: the talk, the words that name, the search.

Imported by `bot.answer.deciding` alone; begin with the table in `bot.answer.deciding.decide`.
"""
