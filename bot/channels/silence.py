"""Calls that were made completely and never answered: what they asked for may have been done."""

from __future__ import annotations

from httpx import ReadError, ReadTimeout, RemoteProtocolError

SILENCE = (ReadError, ReadTimeout, RemoteProtocolError)
"""The errors of httpx for such calls; earlier it raises a ConnectError or a WriteError."""
