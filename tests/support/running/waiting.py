"""Waiting for another process, which can only be looked at."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def until(look: Callable[[], T], seconds: float, tell: Callable[[], object]) -> T:
    """Return the first true value that `look` returns.

    Raises:
        TimeoutError: there was none within `seconds`; it says what `tell` tells.
    """
    deadline = time.monotonic() + seconds
    while not (seen := look()):
        if time.monotonic() > deadline:
            message = f"nothing within {seconds:g} s: {tell()}"
            raise TimeoutError(message)
        time.sleep(0.02)
    return seen
