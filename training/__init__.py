"""Commands that learn the project's weights from its data, and write them where they are read.

Nothing that serves imports this folder; it may import every other one. Each command is a module
with `main`: begin with `learn`.
"""
