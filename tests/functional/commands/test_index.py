"""`danbiet index`: the first version, the next ones, and what keeps them from being made."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

from index.embedding.folder import FINGERPRINT
from index.embedding.shipped import FOLDER, NAME
from index.search import Index
from index.versions.build import build
from index.versions.folders import serving
from index.versions.manifest import FILE, Sources
from index.versions.writing import Material
from tests.support.answers.provisions import document
from tests.support.conversations.fakes import FakeEmbedder
from tests.support.documents.documents import BUNDLED, CLEAN
from tests.support.running.danbiet import Prepared, environment, refusal, run
from tests.support.running.terminals import terminal

ENOUGH_FOR_NO_INDEX = "--fsize=20000"
QUESTION = "Ai ký nghị quyết?"


def library(data: Path) -> list[str]:
    """Return the ids of the documents in the index that serves, opened as `danbiet` opens it."""
    return list(Index.open(data / "index", same_model()).library)


def same_model() -> FakeEmbedder:
    """An embedder that passes for the shipped model."""
    fingerprint = (FOLDER / FINGERPRINT).read_text("ascii")
    return FakeEmbedder(NAME, fingerprint, dim=384)


def change_manifest(data: Path, **changes: Any) -> None:
    path = serving(data / "index") / FILE
    path.write_text(json.dumps(json.loads(path.read_bytes()) | changes), encoding="utf-8")


def grow_out_of_date(data: Path) -> None:
    """Make the index look as if it had been built from other sources."""
    change_manifest(data, sources={"parser": "0", "files": {}})


def test_the_first_run_makes_the_index(prepared: Prepared) -> None:
    assert (prepared.indexing.returncode, prepared.indexing.stdout) == (0, "")
    assert "Chỉ mục đã sẵn sàng." in prepared.indexing.stderr
    assert library(prepared.folder) == list(BUNDLED)


def test_what_comes_along_is_embedded_already(prepared: Prepared) -> None:
    embedded = json.loads((serving(prepared.folder / "index") / FILE).read_bytes())["embedded"]

    assert embedded == 0


def test_the_next_run_finds_nothing_to_do(prepared: Prepared) -> None:
    before = serving(prepared.folder / "index")
    result = run("index", data=prepared.folder)

    assert (result.returncode, result.stdout) == (0, "")
    assert "không có gì phải làm" in result.stderr
    assert serving(prepared.folder / "index") == before


def test_without_an_index_it_is_said_what_to_run(unindexed: Path) -> None:
    told = refusal(run("ask", QUESTION, data=unindexed))

    assert told.startswith("Chưa thể trả lời")
    assert "danbiet index" in told


def test_an_index_of_another_model_is_refused(own_data: Path) -> None:
    change_manifest(own_data, model={"name": "other-model", "fingerprint": "00"})
    told = refusal(run("ask", QUESTION, data=own_data))

    assert "danbiet index" in told
    assert "other-model" in told


def test_a_damaged_index_is_refused(own_data: Path) -> None:
    vectors = serving(own_data / "index") / "vectors.faiss"
    vectors.write_bytes(vectors.read_bytes()[:-1])
    told = refusal(run("ask", QUESTION, data=own_data))

    assert "danbiet index" in told
    assert "vectors.faiss" in told


def test_a_data_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("index", data=tmp_path / "file")

    told = result.stderr.removeprefix("Đang nạp mô hình…\n")
    folder = tmp_path / "file" / "index"
    assert (result.returncode, result.stdout) == (1, "")
    assert told == (
        f"Không lập được chỉ mục ở {folder}; chỉ mục đang dùng vẫn giữ nguyên. "
        "Trên đường dẫn có tên không phải thư mục.\n"
    )


def test_a_full_disk_leaves_the_old_index_serving(own_data: Path) -> None:
    before = serving(own_data / "index")
    grow_out_of_date(own_data)
    result = run("index", data=own_data, wrapper=("prlimit", ENOUGH_FOR_NO_INDEX))

    assert (result.returncode, result.stdout) == (1, "")
    told = result.stderr.removeprefix("Đang nạp mô hình…\n")
    assert told.startswith(f"Không lập được chỉ mục ở {own_data / 'index'}; ")
    assert told.count("\n") == 1
    assert serving(own_data / "index") == before
    assert library(own_data) == list(BUNDLED)


def test_killed_half_way_leaves_the_old_index_serving(unindexed: Path) -> None:
    old = document({(1,): "Nội dung cũ."}, id="old")
    folder = unindexed / "index"
    build(Material([old], Sources("1", {"old.txt": "00"})), same_model(), folder)
    (unindexed / "resolutions").mkdir()
    (unindexed / "resolutions" / "an-giang.txt").write_text(CLEAN, encoding="utf-8")

    with terminal(["index"], environment(unindexed), installed=True) as shown:
        shown.wait_for("Đang lập chỉ mục")
        os.kill(shown.process.pid, signal.SIGKILL)
        assert shown.leave() == -signal.SIGKILL

    assert library(unindexed) == ["old"]
