"""Reading a question: a module for each thing that can be recognised in it.

Imported by the answerer, the conversation and the commands; begin with `reader`.
"""
