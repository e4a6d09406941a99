"""Documents that are examined and put beside those that ship."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.law.findings import FindingKind, Severity
from knowledge.library.intake.history import Event, IntakeStep, history_of
from knowledge.library.intake.identity import BadId, IdTaken, OtherId
from knowledge.library.intake.placing import AdditionLost, Overtaken, as_if_put, put
from knowledge.library.intake.prospect import Prospect, corrected, examine, find_same, restated
from knowledge.library.intake.shelves import Shelves
from knowledge.library.library import LibraryUnreadable, read_library
from knowledge.parsing.corrections import Correction
from knowledge.readers.extract import UnreadableSource
from tests.support.documents.documents import CLEAN, in_annex, of_commune

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
OTHER = CLEAN.replace("12/2025", "14/2025")
NEWER = CLEAN.replace("Niêm yết tại nhà văn hóa", "Niêm yết tại trụ sở")
NUMBERLESS = CLEAN.replace("Số: 12/2025/NQ-HĐND\n", "")
EVENTS = (Event(NOW, "anh-ba", IntakeStep.BROUGHT, "bản mới.txt"),)
ID = "an-giang-12-2025"
SIGNER = '[signer]\nvalue = "Trần Thị Bình"\nreason = "Bản gốc."\n'


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    """A library that ships one document and holds no other."""
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "an-giang-14-2025.txt").write_text(OTHER, encoding="utf-8")
    return Shelves(tmp_path / "shipped", tmp_path / "data" / "resolutions")


def examined(shelves: Shelves, text: str, given: str = "", name: str = "bản mới.txt") -> Prospect:
    file = shelves.shipped.parent / name
    file.write_text(text, encoding="utf-8")
    return examine(file, given, shelves, read_library(shelves.shipped, shelves.added))


def ids(shelves: Shelves) -> list[str]:
    return [one.id for one in read_library(shelves.shipped, shelves.added)]


def test_what_is_examined_is_not_yet_there(shelves: Shelves) -> None:
    candidate = examined(shelves, CLEAN)
    assert (candidate.document.id, candidate.previous, candidate.findings) == (ID, None, ())
    assert not shelves.added.exists()


def test_what_is_put_in_is_read_with_what_ships(shelves: Shelves) -> None:
    put(examined(shelves, CLEAN), shelves, EVENTS, NOW)
    assert shelves.source(ID) == shelves.added / f"{ID}.txt"
    assert ids(shelves) == [ID, "an-giang-14-2025"]


def test_a_version_keeps_the_id_and_what_it_replaces_is_kept(shelves: Shelves) -> None:
    put(examined(shelves, CLEAN, "cua-toi"), shelves, EVENTS, NOW)
    second = examined(shelves, NEWER, name="second.md")
    assert second.document.id == "cua-toi"
    assert second.previous is not None
    later = (Event(NOW, "chi-hoa", IntakeStep.PUBLISHED),)
    put(second, shelves, later, NOW)

    assert ids(shelves) == ["an-giang-14-2025", "cua-toi"]
    assert not (shelves.added / "cua-toi.txt").exists()
    history = shelves.added / "history"
    assert (history / "cua-toi.20261122T030000.txt").read_text(encoding="utf-8") == CLEAN
    assert history_of("cua-toi", shelves) == (*EVENTS, *later)


YEARLESS = CLEAN.replace("12/2025/NQ-HĐND", "12/NQ-HĐND")


@pytest.mark.parametrize(
    ("before", "after", "year"),
    [
        pytest.param(YEARLESS, YEARLESS.replace("Niêm yết", "Dán"), "2025", id="of the same year"),
        pytest.param(
            YEARLESS, YEARLESS.replace("tháng 7 năm 2025", "tháng 7 năm 2026"), "2026", id="later"
        ),
    ],
)
def test_numbers_without_a_year_begin_anew_in_each(
    shelves: Shelves, before: str, after: str, year: str
) -> None:
    put(examined(shelves, before), shelves, EVENTS, NOW)
    assert examined(shelves, after).document.id == f"an-giang-12-{year}"


def test_a_commune_of_the_same_name_has_a_document_of_its_own(shelves: Shelves) -> None:
    commune = CLEAN.replace("TỈNH AN GIANG", "XÃ TÂN THÀNH").replace("tỉnh An Giang", "xã")
    where = '[province]\nvalue = "tỉnh {}"\nreason = "Công báo."\n'
    beside = shelves.shipped.parent / "bản mới.corrections.toml"
    beside.write_text(where.format("An Giang"), encoding="utf-8")
    put(examined(shelves, commune), shelves, EVENTS, NOW)
    beside.write_text(where.format("Cà Mau"), encoding="utf-8")
    candidate = examined(shelves, commune.replace("Niêm yết", "Dán"))
    assert (candidate.document.id, candidate.previous) == ("tan-thanh-ca-mau-12-2025", None)


def test_a_province_that_a_person_names_tells_a_document_from_that_of_a_namesake(
    shelves: Shelves,
) -> None:
    own = of_commune("xã Tân Thành", title=", tỉnh Lạng Sơn")
    put(examined(shelves, own), shelves, EVENTS, NOW)
    placeless = examined(shelves, of_commune("xã Tân Thành"))
    assert placeless.placeless
    stated = {"province": Correction("Công báo.", "tỉnh Đồng Tháp")}
    library = read_library(shelves.shipped, shelves.added)
    told = restated(placeless, stated, "", shelves, library)
    assert (told.document.id, told.previous) == ("tan-thanh-dong-thap-12-2025", None)
    assert (told.document.territory.province, told.placeless) == ("tỉnh Đồng Tháp", None)


def test_the_province_named_for_one_copy_is_not_that_of_another(shelves: Shelves) -> None:
    beside = shelves.shipped.parent / "bản mới.corrections.toml"
    beside.write_text(f'{SIGNER}[province]\nvalue = "tỉnh Lạng Sơn"\nreason = "A."\n', "utf-8")
    placeless = of_commune("xã Tân Thành")
    put(examined(shelves, placeless), shelves, EVENTS, NOW)
    beside.unlink()
    same, other = examined(shelves, placeless), examined(shelves, f"{placeless}\nTrang 2")
    assert [one.document.territory.province for one in (same, other)] == ["tỉnh Lạng Sơn", None]
    assert [bool(one.placeless) for one in (same, other)] == [False, True]
    assert {one.document.signer for one in (same, other)} == {"Trần Thị Bình"}


def test_the_library_stays_as_it_is_while_a_document_is_tried(shelves: Shelves) -> None:
    put(examined(shelves, CLEAN), shelves, EVENTS, NOW)
    with as_if_put(examined(shelves, NEWER, name="second.md"), shelves) as tried:
        with tried.settled():
            pass
        (document, _) = read_library(tried.shipped, tried.added)
        assert any("trụ sở" in unit.words for unit in document.provisions)
    (document, _) = read_library(shelves.shipped, shelves.added)
    assert not any("trụ sở" in unit.words for unit in document.provisions)


def test_corrections_given_with_a_candidate_come_with_it(shelves: Shelves) -> None:
    candidate = corrected(examined(shelves, CLEAN), SIGNER.encode())
    assert candidate.document.signer == "Trần Thị Bình"
    put(candidate, shelves, EVENTS, NOW)
    assert read_library(shelves.shipped, shelves.added)[0].signer == "Trần Thị Bình"


def test_an_added_version_counts_in_the_place_of_one_that_ships(shelves: Shelves) -> None:
    changed = OTHER.replace("Niêm yết tại nhà văn hóa", "Niêm yết tại trụ sở")
    put(examined(shelves, changed), shelves, EVENTS, NOW)
    (document,) = read_library(shelves.shipped, shelves.added)
    assert any("trụ sở" in unit.words for unit in document.provisions)


def test_corrections_of_the_version_before_stay(shelves: Shelves) -> None:
    (shelves.shipped / "an-giang-14-2025.corrections.toml").write_text(SIGNER, encoding="utf-8")
    put(examined(shelves, OTHER.replace("Niêm yết", "Dán")), shelves, EVENTS, NOW)
    (document,) = read_library(shelves.shipped, shelves.added)
    assert document.signer == "Trần Thị Bình"


def test_corrections_beside_the_file_count_and_answer_faults(shelves: Shelves) -> None:
    beside = shelves.shipped.parent / "bản mới.corrections.toml"
    beside.write_text('[number]\nvalue = "12/2025/NQ-HĐND"\nreason = "Công báo."\n', "utf-8")
    candidate = examined(shelves, NUMBERLESS)
    assert candidate.document.id == ID
    (finding,) = candidate.findings
    assert (finding.fault, finding.severity) == (FindingKind.MISSING_NUMBER, Severity.INFO)
    put(candidate, shelves, EVENTS, NOW)
    assert read_library(shelves.shipped, shelves.added)[0].head.number == "12/2025/NQ-HĐND"


def test_the_same_file_is_known_again(shelves: Shelves) -> None:
    candidate = examined(shelves, CLEAN)
    assert find_same(candidate.file, shelves) == ""
    put(candidate, shelves, EVENTS, NOW)
    assert find_same(candidate.file, shelves) == ID
    candidate.file.with_name("bản mới.corrections.toml").write_text(SIGNER, encoding="utf-8")
    assert find_same(candidate.file, shelves) == ""
    assert find_same(shelves.added / "missing.txt", shelves) == ""


@pytest.mark.parametrize(
    ("text", "made"),
    [
        pytest.param(CLEAN, ID, id="province"),
        pytest.param(
            NUMBERLESS, "an-giang-2025", id="without a number, of the year in which it was issued"
        ),
        pytest.param(
            CLEAN.replace("TỈNH AN GIANG", "PHƯỜNG LONG XUYÊN").replace(
                "tỉnh An Giang khóa", "phường Long Xuyên khóa"
            ),
            "long-xuyen-12-2025",
            id="commune",
        ),
    ],
)
def test_an_id_tells_place_number_and_year(shelves: Shelves, text: str, made: str) -> None:
    assert examined(shelves, text).document.id == made


@pytest.mark.parametrize(
    ("text", "given", "error"),
    [
        pytest.param(CLEAN, "../x", BadId, id="path"),
        pytest.param(CLEAN, "a" * 81, BadId, id="long"),
        pytest.param(OTHER, "cua-toi", OtherId, id="there under another id"),
        pytest.param("Chỉ có lời.", "", LibraryUnreadable, id="no article"),
    ],
)
def test_what_cannot_be_in_the_library_is_refused(
    shelves: Shelves, text: str, given: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        examined(shelves, text, given)


def test_another_document_is_not_replaced_by_chance(shelves: Shelves) -> None:
    put(examined(shelves, NUMBERLESS), shelves, EVENTS, NOW)
    with pytest.raises(IdTaken, match=r"an-giang-2025 already.*--id"):
        examined(shelves, NUMBERLESS.replace("nhà văn hóa", "trụ sở"))


def test_of_two_who_add_at_once_the_second_is_told(shelves: Shelves) -> None:
    first, second = examined(shelves, CLEAN), examined(shelves, NEWER)
    put(first, shelves, EVENTS, NOW)
    with pytest.raises(Overtaken, match=f"{ID} was changed by somebody else"):
        put(second, shelves, EVENTS, NOW)
    assert (shelves.added / f"{ID}.txt").read_text(encoding="utf-8") == CLEAN


def test_a_folder_that_cannot_be_written_is_told(shelves: Shelves) -> None:
    candidate = examined(shelves, CLEAN)
    shelves.added.parent.write_text("", encoding="utf-8")
    with pytest.raises(AdditionLost, match="not a directory"):
        put(candidate, shelves, EVENTS, NOW)


def test_an_annex_of_its_own_does_not_replace_what_it_belongs_to(shelves: Shelves) -> None:
    put(examined(shelves, CLEAN), shelves, EVENTS, NOW)
    head = "QUY CHẾ\n\nTiếp công dân\n\n(Ban hành kèm theo Nghị quyết số 12/2025/NQ-HĐND ngày "
    head += "10/7/2025 của Hội đồng nhân dân tỉnh An Giang)\n\n"
    annex = head + CLEAN[CLEAN.index("Điều 1.") : CLEAN.index("Điều 3.")]
    candidate = examined(shelves, annex)
    assert (candidate.document.id, candidate.previous) == (f"{ID}-quy-che", None)
    assert candidate.document.effect == examined(shelves, CLEAN).document.effect
    assert candidate.home == ID
    assert {unit.address.resolution for unit in candidate.document.provisions} == {ID}
    put(candidate, shelves, EVENTS, NOW)
    (whole,) = (one for one in read_library(shelves.shipped, shelves.added) if one.id == ID)
    assert [unit.heading for unit in whole.articles_beside(in_annex(ID, 1))] == [
        unit.heading for unit in candidate.document.provisions if unit.address.is_article
    ]
    again = examined(shelves, f"{annex}\n3. Mỗi tháng một lần.")
    assert (again.id, again.previous) == (candidate.id, candidate.document)


def test_a_file_that_the_system_does_not_let_be_read_is_like_none(shelves: Shelves) -> None:
    unreadable = Path("/proc/self/mem")  # there for everyone, and no part of it at the beginning
    assert find_same(unreadable, shelves) == ""
    with pytest.raises(UnreadableSource):
        examine(unreadable, "", shelves, ())
