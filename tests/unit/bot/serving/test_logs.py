from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from bot.serving.logs import log_to_stderr


@pytest.fixture
def restored() -> Iterator[None]:
    root = logging.getLogger()
    before = (root.level, root.handlers[:])
    levels = {name: logging.getLogger(name).level for name in ("httpx", "telegram")}
    yield
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.usefixtures("restored")
def test_covers_secrets_wherever_they_come_from(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr(["123456:SECRET", ""])

    logging.getLogger("anything").warning("POST /bot%s/getMe", "123456:SECRET")
    try:
        raise ValueError("123456:SECRET")  # noqa: TRY301
    except ValueError:
        logging.getLogger("anything").exception("failed")
    logging.getLogger("httpx").info("not told at all")

    told = capsys.readouterr().err
    assert "POST /bot***/getMe" in told
    assert "ValueError: ***" in told
    assert "SECRET" not in told
    assert "not told" not in told
