"""The lock that keeps two processes from polling for one bot: each would miss messages."""

from __future__ import annotations

import hashlib
from pathlib import Path

from filelock import FileLock, Timeout

from bot.channels.base import ChannelError
from prompts.render import render


class PollingLock:
    """Held by the one process that polls for a bot; it ends with the process."""

    def __init__(self, folder: Path, channel: str, token: str) -> None:
        """Take the `folder` of the locks; the name of the file tells nothing of the `token`."""
        mark = hashlib.sha256(f"{channel} {token}".encode()).hexdigest()[:16]
        self._lock = FileLock(folder / f"{channel}-{mark}.lock", thread_local=False)
        self._folder = folder

    def take(self) -> None:
        """Hold the lock; raise ChannelError if another holds it, or the folder cannot be used."""
        if self._lock.is_locked:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(blocking=False)
        except Timeout:
            raise ChannelError(render("channel/fault", fault="taken")) from None
        except OSError as error:
            reason = render("channel/fault", fault="no_lock", reason=error.strerror)
            raise ChannelError(reason, permanent=True) from error

    def release(self) -> None:
        """Let others have the lock."""
        self._lock.release()
