"""The health of a running service: the state of each part."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from time import monotonic
from typing import assert_never

from prompts.render import render

_LOG = logging.getLogger(__name__)
_SILENCE = 300.0
"""Seconds for which a line that was logged is not logged again: a channel may come and go."""


class PartState(StrEnum):
    """The state of a channel."""

    STARTING = "starting"
    LISTENING = "listening"
    RETRYING = "retrying"
    STOPPED = "stopped"


@dataclass(slots=True)
class Health:
    """The state of every channel; a change is one line in the log, unless just logged."""

    clock: Callable[[], float] = monotonic
    _states: dict[str, PartState] = field(default_factory=dict)
    _logged: dict[str, float] = field(default_factory=dict)

    def tell(self, channel: str, state: PartState, detail: str = "") -> None:
        """Note that `channel` is in `state`; `detail` says more in a few words."""
        if state is PartState.LISTENING is self._states.get(channel):
            return
        self._states[channel] = state
        line = render("serving/state", channel=channel, state=state.value, detail=detail)
        if self.clock() - self._logged.get(line, -_SILENCE) >= _SILENCE:
            self._logged[line] = self.clock()
            _LOG.log(_level_of(state), line)

    @property
    def states(self) -> Mapping[str, PartState]:
        """Return the state of each channel."""
        return dict(self._states)

    @property
    def good(self) -> bool:
        """Return True if every channel listens."""
        return all(state is PartState.LISTENING for state in self._states.values())


def _level_of(state: PartState) -> int:
    match state:
        case PartState.STARTING | PartState.LISTENING:
            return logging.INFO
        case PartState.RETRYING:
            return logging.WARNING
        case PartState.STOPPED:
            return logging.ERROR
        case _:
            assert_never(state)
