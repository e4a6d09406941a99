"""Messages and posts on their way: taken in, to be sent, given up.

Imported by the store and the console; begin with `incoming`.
"""
