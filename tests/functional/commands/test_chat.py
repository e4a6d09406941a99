"""The conversation in a terminal, and what happens where there is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.support.documents.documents import CLEAN
from tests.support.running.danbiet import Prepared, environment, run
from tests.support.running.terminals import CTRL_C, CTRL_D, Terminal, terminal

PROMPT, GOODBYE = "Bạn nhắn:", "hẹn gặp lại"


def chat(data: Path) -> AbstractContextManager[Terminal]:
    return terminal(["chat"], environment(data))


@pytest.fixture
def chatting(prepared: Prepared) -> Iterator[Terminal]:
    """A terminal in which the first prompt has just been shown."""
    with chat(prepared.folder) as shown:
        shown.wait_for(PROMPT)
        yield shown


def test_asks_an_example_where_no_terminal_is_attached(prepared: Prepared) -> None:
    result = run("chat", data=prepared.folder)

    assert result.returncode == 0
    assert result.stderr.startswith("Câu hỏi ví dụ: ")
    assert "không phải tư vấn pháp lý" in result.stdout
    assert " Điều " in result.stdout


def test_lines_that_are_piped_in_are_one_conversation(prepared: Prepared) -> None:
    piped = (
        "em ở Lạng Sơn\n\nhội đồng khóa nào ra nghị quyết\n  ai ký vậy\n/thoat\nai ở Cà Mau ký\n"
    )
    result = run("chat", data=prepared.folder, piped=piped)

    assert result.returncode == 0
    assert result.stdout.count(PROMPT) == 3
    assert "Bạn nhắn: ai ký vậy\n\n" in result.stdout
    assert "Đoàn Thị Hậu" in result.stdout
    assert "Nguyễn Tiến Hải" not in result.stdout


def test_greets_and_says_how_it_is_talked_with(chatting: Terminal) -> None:
    greeting = " ".join(chatting.screen.partition(PROMPT)[0].split())

    assert "1. Phường Kim Thanh" in greeting
    assert "9. Giám sát" in greeting
    assert "“/trogiup” để xem các lệnh, “/thoat” để dừng" in greeting
    assert "không lưu vào đâu cả" in greeting
    assert "không có cán bộ" in greeting


@pytest.mark.parametrize("typed", ["/diaphuong tỉnh Lạng Sơn", "lang son", "4"])
def test_answers_for_a_place_and_says_goodbye(chatting: Terminal, typed: str) -> None:
    chatting.type(f"{typed}\n")
    chatting.wait_for("Từ giờ tôi trả lời theo nơi ở: tỉnh Lạng Sơn.")
    before = len(chatting.screen)
    chatting.type("Ai là người ký nghị quyết?\n")
    chatting.wait_for("Đoàn Thị Hậu")
    chatting.wait_for("không phải tư vấn pháp lý")
    assert "Bình Dương" not in chatting.screen[before:]
    chatting.type("/Thoát\n")

    assert chatting.leave() == 0
    assert GOODBYE in chatting.screen


def test_goes_on_from_what_was_asked_and_what_was_offered(chatting: Terminal) -> None:
    chatting.type("Ai là người ký nghị quyết của Lạng Sơn?\n")
    chatting.wait_for("1. Xem nguyên văn")
    chatting.type("còn ở Cà Mau thì sao?\n")
    chatting.wait_for("Tôi hiểu là: Ai là người ký nghị quyết của Cà Mau?")
    chatting.wait_for("5. Hỏi cán bộ")
    chatting.type("Hỏi cán bộ\n")
    chatting.wait_for("Ở đây chưa có cán bộ nào")
    chatting.type("xem nguyên văn\n")
    chatting.wait_for("CHỦ TỊCH\nNguyễn Tiến Hải\n\n— phần chữ ký")


def test_nothing_of_it_is_stored(own_data: Path) -> None:
    before = {file for file in own_data.rglob("*") if file.is_file()}
    with chat(own_data) as shown:
        shown.wait_for(PROMPT)
        shown.type("Lạng Sơn\n")
        shown.wait_for("Từ giờ tôi trả lời")
        shown.type("Ai là người ký nghị quyết?\n")
        shown.wait_for("Đoàn Thị Hậu")
        shown.type(CTRL_D)
        assert shown.leave() == 0

    assert {file for file in own_data.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("/diaphuong", "Bạn ở xã/phường, tỉnh nào để tôi", id="no place"),
        pytest.param("/diaphuong Sao Hỏa", "không tìm thấy địa phương", id="unknown place"),
        pytest.param("/baocao", "Tôi không có lệnh này", id="unknown command"),
        pytest.param("47", "Bạn chọn một số từ 1 đến 9", id="no such number"),
        pytest.param("<b>đậm</b>", "Câu hỏi có mã HTML", id="refused question"),
        pytest.param("?!", "chưa thấy chữ nào", id="no words"),
    ],
)
def test_goes_on_after_what_it_cannot_take(chatting: Terminal, typed: str, said: str) -> None:
    chatting.type(f"{typed}\n")
    chatting.wait_for(said)
    chatting.type("/thoat\n")

    assert chatting.leave() == 0
    assert GOODBYE in chatting.screen


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param(b"/\xe1\xba\n", "Tôi không có lệnh này", id="command"),
        pytest.param(b"x\xe1\xba H\xe1\xba\n", "không tìm thấy địa phương", id="place"),
    ],
)
def test_goes_on_after_half_a_letter(chatting: Terminal, typed: bytes, said: str) -> None:
    chatting.type_bytes(typed)
    chatting.wait_for(said)
    chatting.type("/thoat\n")

    assert chatting.leave() == 0


@pytest.mark.parametrize(
    "keys", [pytest.param(CTRL_D, id="Ctrl-D"), pytest.param(CTRL_C, id="Ctrl-C")]
)
def test_ends_kindly_on_a_key(chatting: Terminal, keys: str) -> None:
    chatting.type("\n")
    chatting.wait_for(f"\n\n{PROMPT}")
    chatting.type(keys)

    assert chatting.leave() == 0
    assert GOODBYE in chatting.screen
    assert "Traceback" not in chatting.screen


def test_a_library_that_cannot_be_read_leaves_the_last_index_answering(own_data: Path) -> None:
    added = own_data / "resolutions"
    added.mkdir()
    (added / "an-giang-12-2025.txt").write_text(CLEAN, encoding="utf-8")
    (added / "an-giang-12-2025.corrections.toml").write_text("[number", encoding="utf-8")
    with chat(own_data) as shown:
        shown.wait_for("Vẫn dùng chỉ mục số")
        shown.wait_for(PROMPT)
        assert "an-giang-12-2025.corrections.toml" in "".join(shown.screen.split())


def test_can_be_broken_off_while_the_model_is_loading(prepared: Prepared, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "never")  # to read from it waits for somebody to write
    library = f"open({str(tmp_path / 'never')!r}).read()\n"
    (tmp_path / "onnxruntime.py").write_text(library, encoding="utf-8")
    variables = environment(prepared.folder, {"PYTHONPATH": str(tmp_path)})
    with terminal(["chat"], variables, installed=True) as shown:
        shown.wait_for(PROMPT)
        shown.type("Ai là người ký nghị quyết?\n")
        shown.wait_for("Đang nạp mô hình")
        shown.type(CTRL_C)

        assert shown.leave() == 130
        assert "Traceback" not in shown.screen


def test_a_model_that_cannot_be_loaded_is_told_by_the_first_question(
    own_data: Path, spoiled_library: dict[str, str]
) -> None:
    with terminal(["chat"], environment(own_data, spoiled_library), installed=True) as shown:
        shown.wait_for(PROMPT)
        shown.type("Ai là người ký nghị quyết?\n")

        assert shown.leave() == 1
        assert "Không nạp được mô hình" in shown.screen
        assert "Traceback" not in shown.screen


@pytest.fixture
def spoiled_library(tmp_path: Path) -> dict[str, str]:
    """Settings with which the library that runs the model is not the one that was installed."""
    (tmp_path / "onnxruntime.py").write_text("raise ImportError('of another machine')\n")
    return {"PYTHONPATH": str(tmp_path)}
