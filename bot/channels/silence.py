"""Calls that were made completely and never answered: what they asked for may have been done."""

from __future__ import annotations

from httpx import ReadError, ReadTimeout, RemoteProtocolError

SILENCE = (ReadError, ReadTimeout, RemoteProtocolError)
"""What httpx raises then; before that, a ConnectError or a WriteError."""
