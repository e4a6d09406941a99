"""A document that is added, replaced, and rolled back, through the commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.parsing.corrections import read_corrections
from tests.support.documents.documents import BUNDLED, CLEAN, LITTER, of_commune
from tests.support.documents.papers import word_file
from tests.support.running.danbiet import Result, environment, refusal, run
from tests.support.running.terminals import terminal

ID = "an-giang-12-2025"
BEFORE, AFTER = "Niêm yết tại nhà văn hóa;", "Niêm yết tại trụ sở ấp;"
PLACELESS = of_commune(
    "xã Tân Thành", basis="Căn cứ Nghị quyết số 3/2025/NQ-HĐND của HĐND tỉnh Lâm Đồng;"
)
GAP = CLEAN.replace("2. Đề nghị Ủy ban", "3. Đề nghị Ủy ban")


def paper(folder: Path, text: str = CLEAN, name: str = "nghị quyết.docx") -> Path:
    return word_file([line for line in text.splitlines() if line], folder / name)


def versions(data: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("versions", "--json", data=data).stdout)
    return found


def serving(data: Path) -> dict[str, Any]:
    (one,) = [version for version in versions(data) if version["serves"]]
    return one


def done(result: Result) -> str:
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_a_document_comes_in_is_replaced_and_rolled_back(own_data: Path, tmp_path: Path) -> None:
    first = serving(own_data)["version"]
    told = done(run("add", paper(tmp_path), "--yes", data=own_data))
    for shown in (f"Mã: {ID} (văn bản mới)", "Số: 12/2025/NQ-HĐND", "4 điều, 4 khoản, 5 điểm"):
        assert shown in told
    assert "không thay, không sửa đổi, bãi bỏ văn bản nào" in told
    assert serving(own_data)["documents"] == [ID, *BUNDLED]
    answered = done(run("ask", "điểm a khoản 1 Điều 2 nghị quyết An Giang", data=own_data))
    assert BEFORE.rstrip(";") in answered

    again = done(run("add", tmp_path / "nghị quyết.docx", data=own_data))
    assert f"có sẵn rồi, mã {ID}" in again
    other = run("add", tmp_path / "nghị quyết.docx", "--id", "cua-toi", "--yes", data=own_data)
    assert (other.returncode, f"mã “{ID}”" in other.stderr) == (1, True)
    assert serving(own_data)["version"] == first + 1

    changed = paper(tmp_path, CLEAN.replace(BEFORE, AFTER), "bản mới.docx")
    told = done(run("add", changed, "--yes", data=own_data))
    assert f"điểm a khoản 1 Điều 2\n  - {BEFORE}\n  + {AFTER}\n" in told
    assert "có 1 chỗ khác" in told
    assert serving(own_data)["changed"] == [f"~ {ID}.docx"]

    done(run("rollback", data=own_data))
    assert (serving(own_data)["version"], serving(own_data)["held"]) == (first + 1, True)
    started = run("chat", data=own_data)
    assert "“danbiet index” lập chỉ mục mới" in " ".join(started.stderr.split())
    assert serving(own_data)["version"] == first + 1

    done(run("index", data=own_data))
    assert (serving(own_data)["version"], serving(own_data)["held"]) == (first + 3, False)


def test_nothing_is_changed_without_somebody_to_ask(tmp_path: Path) -> None:
    result = run("add", paper(tmp_path), data=tmp_path / "data")
    assert result.returncode == 1
    assert f"Mã: {ID}" in result.stdout
    assert "--yes" in result.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("keys", ["\n", "k\n"], ids=["Enter", "no"])
def test_nothing_is_changed_by_who_declines(tmp_path: Path, keys: str) -> None:
    file = paper(tmp_path)
    with terminal(["add", str(file)], environment(tmp_path / "data")) as shown:
        shown.wait_for("[c/K]")
        shown.type(keys)
        shown.wait_for("Chưa thêm")
        assert shown.leave() == 0
    assert not (tmp_path / "data").exists()


def test_differences_are_coloured_on_a_terminal(tmp_path: Path) -> None:
    added = tmp_path / "data" / "resolutions"
    added.mkdir(parents=True)
    (added / f"{ID}.txt").write_text(CLEAN, encoding="utf-8")
    file = paper(tmp_path, CLEAN.replace(BEFORE, AFTER))
    with terminal(["add", str(file)], environment(tmp_path / "data")) as shown:
        shown.wait_for("[c/K]")
        shown.type("\n")
        shown.leave()
    assert f"- {BEFORE}" in shown.screen
    assert b"\x1b[31m" in shown.shown
    assert b"\x1b[32m" in shown.shown


def test_serious_faults_block_without_a_reason(tmp_path: Path) -> None:
    result = run("add", paper(tmp_path, GAP), "--yes", data=tmp_path / "data")
    assert result.returncode == 1
    assert "nghiêm trọng: Đánh số nhảy cách" in result.stdout
    assert "--despite" in result.stderr
    assert not (tmp_path / "data").exists()


def test_a_commune_of_no_known_province_blocks(tmp_path: Path) -> None:
    result = run("add", paper(tmp_path, PLACELESS), "--yes", data=tmp_path / "data")
    assert result.returncode == 1
    assert "nghiêm trọng: Không rõ xã Tân Thành thuộc tỉnh, thành phố nào" in result.stdout
    assert "--despite" in result.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("keys", "then"),
    [
        pytest.param("c\n", "Thuộc tỉnh, thành phố: tỉnh Lâm Đồng", id="agreed"),
        pytest.param("Lạng Sươn\n", "Không có tỉnh, thành phố nào tên", id="misspelt"),
        pytest.param("Lạng Sơn\n", "Thuộc tỉnh, thành phố: tỉnh Lạng Sơn", id="another one"),
        pytest.param("\n", "Chưa thêm vì còn 1 lỗi nghiêm trọng", id="nobody knows"),
    ],
)
def test_the_province_that_is_likely_is_asked_for(tmp_path: Path, keys: str, then: str) -> None:
    file = paper(tmp_path, PLACELESS)
    with terminal(["add", str(file)], environment(tmp_path / "data")) as shown:
        shown.wait_for("có thuộc tỉnh Lâm Đồng không?")
        shown.type(keys)
        shown.wait_for(then)
        if "Thuộc" in then:
            shown.wait_for("Thử xem văn bản này")
            shown.type("k\n")
        shown.leave()
    assert not (tmp_path / "data").exists()


def test_a_document_of_another_field_is_told_and_may_be_added(tmp_path: Path) -> None:
    result = run("add", paper(tmp_path, LITTER), data=tmp_path / "data")
    assert "nên xem: Văn bản này có vẻ không nói về dân chủ ở cơ sở." in result.stdout
    assert "--yes" in result.stderr


def test_what_is_said_of_a_document_is_kept(own_data: Path, tmp_path: Path) -> None:
    file, reason, where = paper(tmp_path, GAP), "Bản gốc cũng đánh số như vậy.", "https://vbpl.vn/1"
    done(run("add", file, "--yes", "--despite", reason, data=own_data))
    said_later = (file, "--source", where, "--yes")
    assert "đang dùng" in done(run("add", *said_later, data=own_data))
    assert f"có sẵn rồi, mã {ID}" in done(run("add", *said_later, data=own_data))
    added = own_data / "resolutions"
    corrections = read_corrections(added / f"{ID}.docx")
    assert (list(corrections.answers.values()), corrections.found_at) == ([reason], where)
    log = (added / "history" / f"{ID}.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["step"] for line in log] == ["brought", "corrected", "published"] * 2


def test_what_changes_is_shown_before_it_is_published(own_data: Path, tmp_path: Path) -> None:
    first, file = serving(own_data)["version"], paper(tmp_path)
    with terminal(["add", str(file)], environment(own_data)) as shown:
        shown.wait_for("[c/K]")
        shown.type("c\n")
        shown.wait_for("Đưa văn bản này vào sử dụng")
        assert "Tôi chưa có nghị quyết nào" in shown.screen
        assert "Nghị quyết áp dụng tại tỉnh An Giang quy định" in shown.screen
        assert "14 câu đặt theo chính lời văn của văn bản" in " ".join(shown.screen.split())
        assert "Trước chưa trả lời được, nay trả lời được" in shown.screen
        assert serving(own_data)["version"] == first
        shown.type("k\n")
        shown.wait_for("Chưa thêm")
        assert shown.leave() == 0
    assert serving(own_data)["version"] == first
    assert not (own_data / "resolutions").exists()
    assert list((own_data / "index" / "candidates" / "versions").iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("add", "missing.docx"), "Không có tệp", id="no file"),
        pytest.param(("rollback", "99"), "phiên bản 99", id="no version"),
        pytest.param(("rollback",), "Không có phiên bản nào trước", id="none before"),
    ],
)
def test_what_cannot_be_done_is_told(own_data: Path, arguments: tuple[str, ...], said: str) -> None:
    assert said in refusal(run(*arguments, data=own_data))


def test_without_an_index_there_is_no_version(unindexed: Path) -> None:
    assert "danbiet index" in refusal(run("versions", data=unindexed))
