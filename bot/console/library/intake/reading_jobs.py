"""Reading the files of drafts, aside from the pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from threading import Lock

from bot.console.visits.office import Office
from bot.serving.incidents import record
from knowledge.library.intake.drafts import UnknownDraft


@dataclass(frozen=True, slots=True)
class ReadingJobs:
    """The drafts that this process reads, and the incidents that ended such readings.

    Readings of other processes are unknown here: to read a file twice does no harm.
    """

    _under_way: set[str] = field(default_factory=set)
    _incidents: dict[str, str] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def begin(self, office: Office, key: str) -> None:
        """Let a draft be read, unless it is being read."""
        with self._lock:
            if key in self._under_way:
                return
            self._under_way.add(key)
            self._incidents.pop(key, None)
        office.background(partial(self._read, office, key))

    def is_under_way(self, key: str) -> bool:
        """Return True if this process is reading a draft."""
        return key in self._under_way

    def incident(self, key: str) -> str:
        """Return the trace id of the fault that ended the last reading of a draft, "" for none."""
        return self._incidents.get(key, "")

    def _read(self, office: Office, key: str) -> None:
        try:
            office.drafts.read(key)
        except Exception as error:  # noqa: BLE001 - nobody waits who could be told
            if _is_there(office, key):
                self._incidents[key] = record(error, office.incidents)
        finally:
            self._under_way.discard(key)


def _is_there(office: Office, key: str) -> bool:
    """Return False if a draft was removed while it was read."""
    try:
        office.drafts.one(key)
    except UnknownDraft:
        return False
    return True
