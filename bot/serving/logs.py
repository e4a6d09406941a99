"""The log of a running service: one line an event on standard error, without secrets."""

from __future__ import annotations

import logging
from collections.abc import Iterable

_FORM = "%(asctime)s %(levelname)s %(message)s"
_TALKATIVE = (
    *("httpx", "httpcore", "telegram", "uvicorn", "alembic", "asyncio"),
    *("sentence_transformers", "transformers", "faiss", "bm25s"),
)
"""Libraries of which only warnings are of interest; some name whole addresses below."""
_HIDDEN = "***"


class _Redaction(logging.Formatter):
    """Writes a record with every secret covered, wherever it comes from."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__(_FORM)
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, _HIDDEN)
        return line


def log_to_stderr(secrets: Iterable[str]) -> None:
    """Write the log of the whole process to standard error; `secrets` never appear in it."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Redaction(secrets))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
