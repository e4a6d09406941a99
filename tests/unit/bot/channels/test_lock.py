from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.base import ChannelError
from bot.channels.lock import PollingLock

TOKEN = "123456:AAE-made-up"  # noqa: S105 - made up


def test_one_of_two_with_the_same_token_waits_until_the_other_is_done(tmp_path: Path) -> None:
    first = PollingLock(tmp_path, "telegram", TOKEN)
    second = PollingLock(tmp_path, "telegram", TOKEN)
    first.take()
    first.take()

    with pytest.raises(ChannelError) as caught:
        second.take()
    assert not caught.value.permanent

    first.release()
    second.take()
    second.release()


@pytest.mark.parametrize(
    ("channel", "token"),
    [
        pytest.param("telegram", "another", id="another bot"),
        pytest.param("zalo-bot", TOKEN, id="another platform"),
    ],
)
def test_others_are_free(tmp_path: Path, channel: str, token: str) -> None:
    held = PollingLock(tmp_path, "telegram", TOKEN)
    held.take()
    other = PollingLock(tmp_path, channel, token)
    other.take()

    other.release()
    held.release()


def test_makes_the_folder_and_names_no_token(tmp_path: Path) -> None:
    lock = PollingLock(tmp_path / "new" / "locks", "telegram", TOKEN)
    lock.take()
    (file,) = (tmp_path / "new" / "locks").iterdir()

    assert TOKEN not in file.name
    assert TOKEN.encode() not in file.read_bytes()
    lock.release()


def test_a_folder_that_cannot_be_made_is_for_the_admin(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(ChannelError) as caught:
        PollingLock(tmp_path / "file" / "locks", "telegram", TOKEN).take()

    assert caught.value.permanent


def test_what_was_never_taken_can_be_released(tmp_path: Path) -> None:
    PollingLock(tmp_path, "telegram", TOKEN).release()
