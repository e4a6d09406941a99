"""What cannot be taken: one clear sentence, a status that is not 0, nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.running.danbiet import Prepared, refusal, run

BINARY = b"\x7fELF\x02\x01\x01" + bytes(200)
QUESTION = "Ai ký nghị quyết?"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with files that are bad in some way."""
    (tmp_path / "binary.txt").write_bytes(BINARY)
    (tmp_path / "latin.txt").write_bytes("Điều 1. Phạm vi".encode("cp1258", "replace"))
    (tmp_path / "subfolder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "one.jsonl").write_text(f'{{"id": "1", "question": "{QUESTION}"}}\n', "utf-8")
    (tmp_path / "no-json.jsonl").write_text('{"id": "1", "question": "Gì?"}\nxin chào\n', "utf-8")
    (tmp_path / "no-question.jsonl").write_text('\n\n{"id": "1"}\n', "utf-8")
    (tmp_path / "bad-gold.jsonl").write_text(
        '{"id": "1", "question": "Gì?", "gold": [{"resolution": "x", "part": "chapter"}]}', "utf-8"
    )
    (tmp_path / "bad-facts.jsonl").write_text(
        '{"id": "1", "question": "Gì?"}\n{"id": "2", "question": "Gì?", "must_say": [[]]}', "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("", "Bạn chưa nhập câu hỏi.", id="empty"),
        pytest.param(" \t\n", "Bạn chưa nhập câu hỏi.", id="blank"),
        pytest.param("ai " * 3334, "Câu hỏi dài 10002 ký tự", id="too long"),
        pytest.param("🎉😀👍🏽", "chưa thấy chữ nào", id="only emoji"),
        pytest.param("Ai ký\x07 nghị quyết?", "ký tự điều khiển", id="control characters"),
        pytest.param(b"Ai k\xff\xfe?", "ký tự điều khiển", id="bytes that are no text"),
        pytest.param("<b>Ai ký?</b>", "mã HTML", id="HTML"),
        pytest.param("<script>alert(1)</script>", "mã HTML", id="script"),
    ],
)
def test_a_question_that_is_none_is_refused_in_vietnamese(question: str | bytes, said: str) -> None:
    assert said in refusal(run("ask", question))


@pytest.mark.parametrize("day", ["31/02/2026", "2026-13-01", "hôm-qua", ""])
def test_a_day_that_is_none_is_refused_in_vietnamese(day: str) -> None:
    assert f"Tôi không hiểu ngày “{day}”" in refusal(run("ask", QUESTION, "--on", day))


@pytest.mark.parametrize(
    ("place", "said"),
    [
        pytest.param("Sao Hỏa", "không tìm thấy địa phương nào tên “Sao Hỏa”", id="unknown"),
        pytest.param("xã Tân Thành", "Có nhiều nơi tên “xã Tân Thành”", id="ambiguous"),
    ],
)
def test_a_place_that_is_none_is_refused_in_vietnamese(
    prepared: Prepared, place: str, said: str
) -> None:
    assert said in refusal(run("ask", QUESTION, "--place", place, data=prepared.folder))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["ask"], "--batch", id="neither question nor batch"),
        pytest.param(["ask", QUESTION, "--batch", "one.jsonl"], "--batch", id="both"),
        pytest.param(
            ["ask", "--batch", "gone.jsonl"],
            "gone.jsonl không dùng được. Không có tệp",
            id="no batch",
        ),
        pytest.param(["ask", "--batch", "subfolder"], "một thư mục", id="batch is a folder"),
        pytest.param(
            ["ask", "--batch", "binary.txt"], "binary.txt, dòng 1,", id="batch is no JSON"
        ),
        pytest.param(
            ["ask", "--batch", "latin.txt"], "không phải chữ UTF-8", id="batch is no text"
        ),
        pytest.param(["ask", "--batch", "no-json.jsonl"], "no-json.jsonl, dòng 2,", id="bad line"),
        pytest.param(
            ["ask", "--batch", "no-question.jsonl"],
            "dòng 3, viết chưa đúng quy cách. Thiếu mục “question”",
            id="line without question",
        ),
        pytest.param(["show", "ha-noi-2024"], "lang-son-08-2024", id="unknown resolution"),
        pytest.param(["show", "subfolder"], "một thư mục", id="show a folder"),
        pytest.param(
            ["show", "binary.txt"], "binary.txt. Đây là một chương trình", id="show a binary"
        ),
        pytest.param(["lint", "gone.txt"], "gone.txt. Không có tệp", id="lint nothing"),
        pytest.param(["lint", "subfolder"], "một thư mục", id="lint a folder"),
        pytest.param(["lint", "latin.txt"], "Không nhận ra bảng mã", id="lint no text"),
        pytest.param(["evaluate", "gone.jsonl"], "Không có tệp", id="no set"),
        pytest.param(["evaluate", "subfolder"], "một thư mục", id="set is a folder"),
        pytest.param(["evaluate", "file"], "không có câu hỏi nào", id="empty set"),
        pytest.param(
            ["evaluate", "no-question.jsonl"],
            "dòng 3, viết chưa đúng quy cách. Thiếu mục “question”",
            id="item lacks question",
        ),
        pytest.param(
            ["evaluate", "bad-gold.jsonl"],
            "dòng 1, viết chưa đúng quy cách. Mục “gold”",
            id="bad gold",
        ),
        pytest.param(["evaluate", "bad-facts.jsonl"], "Mục “must_say”", id="bad facts"),
        pytest.param(
            ["evaluate", "one.jsonl", "--baseline", "one.jsonl"],
            "không phải báo cáo",
            id="baseline is no report",
        ),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_file_that_is_not_what_is_wanted_is_named(arguments: list[str], said: str) -> None:
    assert said in refusal(run(*arguments))


@pytest.mark.parametrize(
    ("arguments", "settings", "said"),
    [
        pytest.param(["ask", QUESTION], {}, "Chưa thể trả lời", id="ask: data folder is a file"),
        pytest.param(
            ["index"], {"DATA_DIR_FILE": "gone"}, "DATA_DIR_FILE", id="named file is missing"
        ),
        pytest.param(
            ["index"],
            {"DATA_DIR_FILE": "latin.txt"},
            "DATA_DIR_FILE",
            id="named file holds no text",
        ),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    folder: Path, arguments: list[str], settings: dict[str, str], said: str
) -> None:
    assert said in refusal(run(*arguments, data=folder / "file", settings=settings))


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["frob"], id="unknown command"),
        pytest.param(["ask", "--frob"], id="unknown option"),
        pytest.param(["lint"], id="missing argument"),
    ],
)
def test_a_command_that_is_none_is_refused_in_one_sentence(arguments: list[str]) -> None:
    assert "--help" in refusal(run(*arguments), status=2)
