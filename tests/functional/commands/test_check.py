"""`danbiet check`: which documents of the library deserve a look."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.documents.documents import CLEAN, NINH_BINH, successor
from tests.support.running.danbiet import refusal, run


def test_says_that_nothing_deserves_a_look(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text(CLEAN, encoding="utf-8")

    result = run("check", tmp_path)

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("Không có văn bản nào cần xem lại.\n\n")
    assert json.loads(run("check", "--json", tmp_path).stdout) == []


def test_names_document_concern_and_what_to_do() -> None:
    result = run("check")

    assert (result.returncode, result.stderr) == (0, "")
    assert f"{NINH_BINH}: Bản sao có lỗi nghiêm trọng, dòng 56: Có chữ lạ: " in result.stdout


def test_tells_programs_the_same() -> None:
    found, *absent = json.loads(run("check", "--json").stdout)

    assert (found["resolution"], found["concern"]) == (NINH_BINH, "serious-fault")
    assert (found["fault"], found["line"]) == ("foreign-characters", 56)
    assert {(one["resolution"], one["concern"]) for one in absent} == {(None, "known-absent")}


def test_what_is_known_to_exist_is_told_until_it_is_here(unindexed: Path) -> None:
    def told() -> set[str]:
        found = json.loads(run("check", "--json", data=unindexed).stdout)
        return {one["number"] for one in found if one["concern"] == "known-absent"}

    shipped = told()
    own = """[[absent]]
number = "12/2025"
kind = "Nghị quyết"
issuer = "Hội đồng nhân dân tỉnh An Giang"
issued_on = 2025-07-10
bearing = "beside"
source = "Công báo."
"""
    (unindexed / "absent.toml").write_text(own, encoding="utf-8")
    assert told() == shipped | {"12/2025"}
    added = unindexed / "resolutions"
    added.mkdir()
    (added / "an-giang-12-2025.txt").write_text(CLEAN, encoding="utf-8")
    assert told() == shipped


def test_tells_which_provisions_another_document_changes(tmp_path: Path) -> None:
    deed = "Bãi bỏ khoản 1 Điều 4 Nghị quyết số 12/2025/NQ-HĐND."
    (tmp_path / "old.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "new.txt").write_text(successor(deed), encoding="utf-8")

    [found] = json.loads(run("check", "--json", tmp_path).stdout)

    assert (found["resolution"], found["concern"]) == ("old", "parts-changed")
    [change] = found["changes"]
    assert (change["target"]["clause"], change["by"]["resolution"]) == (1, "new")
    assert (change["deed"], change["since"]) == ("repeals", "2026-03-01")


def test_says_how_many_places_have_no_resolution() -> None:
    result = run("check")

    assert (
        "3.141 trong 3.321 xã, phường, đặc khu chưa có nghị quyết của nơi mình, "
        "ở 33 tỉnh, thành phố; 30 nơi trong số đó chưa có nghị quyết nào."
    ) in result.stdout


def test_tells_the_places_without_a_resolution_by_province() -> None:
    result = run("check", "--places")
    lines = result.stdout.splitlines()

    assert (result.returncode, result.stderr) == (0, "")
    assert "tỉnh An Giang: không xã, phường nào (102) có nghị quyết." in lines
    assert (
        "tỉnh Ninh Bình: 89/129 xã, phường chưa có nghị quyết: "
        "tỉnh Hà Nam cũ 32/33, tỉnh Nam Định cũ 57/57."
    ) in lines
    assert not any(line.startswith("tỉnh Lạng Sơn") for line in lines)


def test_names_every_place_to_programs() -> None:
    provinces = {
        one["province"]: one for one in json.loads(run("check", "--places", "--json").stdout)
    }

    assert len(provinces) == 34
    assert provinces["tỉnh Lạng Sơn"]["unserved"] == 0
    ha_nam = provinces["tỉnh Ninh Bình"]["former_provinces"][1]
    assert (ha_nam["name"], ha_nam["total"], len(ha_nam["unserved"])) == ("tỉnh Hà Nam", 33, 32)
    assert "phường Kim Thanh" not in ha_nam["unserved"]


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    assert "Không có tệp hay thư mục ấy" in refusal(run("check", tmp_path / "none"))
