"""What a chat looks like from outside: posts of a platform's size, a chat kept in memory.

Imported by serving, by `danbiet chat` and by the console's trial; begin with `transient`.
"""
