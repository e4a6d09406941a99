"""`python -m bot` is `danbiet`."""

from bot.cli import main

main()
