"""What serves is changed by one person at a time."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest

from bot.publishing.turn import Busy, ServingChange, turn


def test_who_comes_second_is_told_who_is_at_it(tmp_path: Path) -> None:
    with (
        turn(tmp_path, "chị Hoa", ServingChange.UPDATING),
        pytest.raises(Busy, match=r"^chị Hoa đang cập nhật chỉ mục từ \d\d:\d\d ngày") as told,
        turn(tmp_path, "anh Ba", ServingChange.PUBLISHING),
    ):
        pass
    assert told.value.holder
    assert told.value.holder.who == "chị Hoa"


@pytest.mark.parametrize(
    ("note", "said"),
    [
        pytest.param(b"", "^Có người khác đang thay đổi", id="unknown"),
        pytest.param(
            b'{"who": "", "since": "2026-11-22T03:00:00Z", "doing": "rolling_back"}',
            "^Có người đang quay lại phiên bản trước từ 10:00 ngày 22/11/2026",
            id="nobody's name",
        ),
    ],
)
def test_a_holder_who_is_not_known_is_told_too(tmp_path: Path, note: bytes, said: str) -> None:
    with turn(tmp_path, "chị Hoa", ServingChange.PUBLISHING):
        (tmp_path / "publishing.json").write_bytes(note)
        with pytest.raises(Busy, match=said), turn(tmp_path, "anh Ba", ServingChange.PUBLISHING):
            pass


def test_a_turn_ends_with_what_was_done_in_it(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), turn(tmp_path, "", ServingChange.PUBLISHING):
        _ = 1 / 0
    with turn(tmp_path, "", ServingChange.PUBLISHING):
        assert (tmp_path / "publishing.json").exists()
    assert not (tmp_path / "publishing.json").exists()


def test_who_is_told_to_wait_waits(tmp_path: Path) -> None:
    done = list[str]()
    begun = Event()

    def second() -> None:
        begun.set()
        with turn(tmp_path, "", ServingChange.UPDATING, wait=True):
            done.append("second")

    waiting = Thread(target=second)
    with turn(tmp_path, "", ServingChange.PUBLISHING):
        waiting.start()
        begun.wait()
        done.append("first")
    waiting.join()
    assert done == ["first", "second"]
