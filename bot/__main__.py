"""`python -m bot` is `danbiet`."""

from bot.commands.cli import main

main()
