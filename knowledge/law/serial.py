"""Parsed documents written to JSON and read back, so that nothing is parsed twice."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import TypeAdapter

from knowledge.law.resolution import Resolution

_RESOLUTIONS = TypeAdapter(tuple[Resolution, ...])
_DERIVED = {"__all__": {"_by_address"}}


def dump_resolutions(resolutions: Iterable[Resolution]) -> bytes:
    """Return the resolutions as a JSON array in UTF-8."""
    return _RESOLUTIONS.dump_json(tuple(resolutions), exclude=_DERIVED)


def load_resolutions(data: bytes) -> tuple[Resolution, ...]:
    """Return what `dump_resolutions` wrote; raise ValueError where `data` is something else."""
    return _RESOLUTIONS.validate_json(data)
