"""The saving of a matter, and the faults that prevent it."""

from __future__ import annotations

from collections.abc import Callable

from bot.console.guide.matters.faults import MatterFault
from bot.console.guide.matters.matter_shelf import editor, matter_shelf
from bot.console.visits.visit import Visit
from knowledge.matters.staff.own_matters import MatterChanged, MatterLost
from knowledge.matters.topic import BadTopics, Topic


def save(visit: Visit, topic: Topic, seen: str) -> MatterFault | None:
    """Keep `topic`, which was shown with the mark `seen`; return the fault that prevents it."""
    return _fault(lambda: matter_shelf(visit).keep(topic, seen, editor(visit)))


def take_back(visit: Visit, name: str, seen: str) -> MatterFault | None:
    """Remove the staff's matter with the id `name`; return the fault that prevents it."""
    return _fault(lambda: matter_shelf(visit).matters.remove(name, seen, editor(visit)))


def _fault(change: Callable[[], None]) -> MatterFault | None:
    try:
        change()
    except MatterChanged:
        return MatterFault.CHANGED
    except BadTopics:
        return MatterFault.REFUSED
    except MatterLost:
        return MatterFault.LOST
    return None
