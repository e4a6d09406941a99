"""One call of one visitor: who it is, what they may see, what surrounds the page.

Imported by every page of the console; begin with `visit`.
"""
