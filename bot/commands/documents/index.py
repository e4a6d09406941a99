"""`danbiet index`: bring the index up to date."""

from __future__ import annotations

from bot.commands.terminal import STATUS, application, bring_up_to_date
from prompts.render import render


def index() -> None:
    """Build what is missing or out of date; the version before serves until the new one is whole.

    Raises:
        BuildError: no new version could be written.
    """
    built = bring_up_to_date(application())
    STATUS.print(render("terminal/indexing/done" if built else "terminal/indexing/needless"))
