"""The proof that a call of the Official Account's webhook is Zalo's own, and fresh."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.channels.base import Call

_HEADER = "x-zevent-signature"
_PREFIX = "mac="


class SignatureFault(StrEnum):
    """The reason why a call is refused."""

    NO_KEY = "no_key"
    NO_SIGNATURE = "no_signature"
    NO_TIMESTAMP = "no_timestamp"
    WRONG = "wrong"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Signature:
    """Zalo's way to sign: SHA-256 over app id, raw body, timestamp and key, one after another.

    Sources differ on the key (the account's or the app's) and on where the timestamp stands: in
    the body under "timestamp", or in the header that `timestamp_header` names. `window` is how far
    the timestamp may lie from the time of arrival: the last of Zalo's retries comes two hours late.
    """

    app_id: str
    key: str
    timestamp_header: str = ""
    window: timedelta = timedelta(hours=2)

    def fault(self, call: Call) -> SignatureFault | None:
        """Return what is wrong with `call`, None for an authentic one."""
        if not self.key:
            return SignatureFault.NO_KEY
        given = call.headers.get(_HEADER, "").strip().removeprefix(_PREFIX)
        if not given:
            return SignatureFault.NO_SIGNATURE
        timestamp = self._timestamp(call)
        if not timestamp:
            return SignatureFault.NO_TIMESTAMP
        signed = self.app_id.encode() + call.body + timestamp.encode() + self.key.encode()
        if not hmac.compare_digest(
            given.lower().encode(), hashlib.sha256(signed).hexdigest().encode()
        ):
            return SignatureFault.WRONG
        return None if self._fresh(timestamp, call.at) else SignatureFault.STALE

    def _timestamp(self, call: Call) -> str:
        if self.timestamp_header:
            return call.headers.get(self.timestamp_header.lower(), "").strip()
        try:
            body = json.loads(call.body)
        except (ValueError, RecursionError):
            return ""
        return str(body.get("timestamp") or "") if isinstance(body, dict) else ""

    def _fresh(self, timestamp: str, at: datetime) -> bool:
        """Return True if `timestamp`, in milliseconds, lies within the window around `at`."""
        try:
            sent = datetime.fromtimestamp(int(timestamp) / 1000, UTC)
        except (ValueError, OverflowError, OSError):
            return False
        return abs(at - sent) <= self.window
