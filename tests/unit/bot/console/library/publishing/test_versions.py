"""The versions of the index: what each holds, going back, and bringing the index up to date."""

from __future__ import annotations

import html
import re
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.publishing.turn import ServingChange, turn
from bot.store.tasks import SILENCE
from index.embedding.embedder import silent
from index.errors import IndexDamaged
from knowledge.library.intake.history import Event, IntakeStep
from knowledge.library.intake.placing import put
from knowledge.matters.staff.own_samples import Sample, add_sample
from tests.support.answers.publishing import ID, NEWER, NOW, SHIPPED, Hall
from tests.support.console.console import ADMIN, STAFF, House, Visitor
from tests.support.documents.documents import CLEAN, at

NOTHING = "Phiên bản đang dùng khớp với kho văn bản"


def page(visitor: Visitor, path: str = "/phien-ban") -> str:
    told = visitor.get(path)
    assert told.status_code == 200
    return html.unescape(told.text)


def cells(told: str) -> list[list[str]]:
    """Return the rows of the table, as words."""
    rows = re.findall(r"<tr>\s*<th scope=\"row\">(.*?)</tr>", told, re.DOTALL)
    parts = (re.split(r"</t[hd]>\s*<td>", row) for row in rows)
    return [[" ".join(re.sub(r"<[^>]+>", " ", part).split()) for part in row] for row in parts]


def add_late(hall: Hall) -> None:
    """Put a document among the added ones, of which the index knows nothing."""
    key = hall.checked()
    put(hall.candidate(key), hall.publisher.materials.shelves, (), NOW)


def test_the_list_tells_what_changed_in_words(hall: Hall, officer: Visitor) -> None:
    hall.publish(CLEAN)
    hall.publish(NEWER)
    shelves = hall.publisher.materials.shelves
    (shelves.added / f"{ID}.corrections.toml").write_text('found_at = "x"\n', encoding="utf-8")
    add_sample(hall.publisher.materials.samples, Sample("Xem ở đâu?", at("chua-co", 2)))
    hall.publisher.update(silent)
    told = page(officer)
    label = "Nghị quyết số 12/2025/NQ-HĐND"
    rows = [(row[0], row[2], row[3]) for row in cells(told)]
    assert [row[0] for row in rows] == [
        "Phiên bản 4 Đang dùng",
        "Phiên bản 3",
        "Phiên bản 2",
        "Phiên bản 1",
    ]
    assert rows[0][1].startswith(f"Sửa thông tin của {label}")
    assert rows[0][1].endswith("Sửa câu hỏi mẫu do cán bộ lưu")
    assert rows[1][1].startswith(f"Thay bản mới của {label}")
    assert rows[2][1].startswith(f"Thêm {label}")
    assert rows[3][1] == "Phiên bản cũ nhất còn giữ"
    assert [row[2] for row in rows] == ["2", "2", "2", "1"]
    assert NOTHING in told
    assert "<button>Cập nhật chỉ mục" not in told


def test_an_admin_goes_back_and_the_bot_answers_from_there(
    hall: Hall, admin: Visitor, house: House
) -> None:
    hall.publish(CLEAN)
    shown = page(admin, "/phien-ban/1")
    assert "Không có Nghị quyết số 12/2025/NQ-HĐND" in shown
    gone = admin.post("/phien-ban/1/quay-lai", chac_chan="1")
    assert (gone.status_code, gone.headers["location"]) == (303, "/phien-ban")
    assert ID not in hall.editions.current().answerer.library
    told = page(admin)
    for words in ("Đã quay lại", "Đang giữ ở phiên bản 1", "kho văn bản có bản mới hơn"):
        assert words in told
    assert "Phiên bản 1 Đang dùng Được giữ" in [row[0] for row in cells(told)]
    (entry,) = house.office.audit.entries(1)
    assert (entry.who, entry.action, entry.about) == (ADMIN, "rolled_back", "1")

    assert admin.post("/phien-ban/cap-nhat").status_code == 303
    hall.bench.do()
    assert NOTHING in page(admin)
    assert (hall.serving, hall.documents) == ("3", {ID, SHIPPED})
    assert ID in hall.editions.current().answerer.library


def test_nobody_goes_back_by_mistake(hall: Hall, admin: Visitor) -> None:
    hall.publish(CLEAN)
    refused = admin.post("/phien-ban/1/quay-lai")
    assert refused.status_code == 422
    assert "Bạn đánh dấu vào ô xác nhận trước khi quay lại" in html.unescape(refused.text)
    assert hall.serving == "2"


def test_an_officer_reads_and_changes_nothing(hall: Hall, officer: Visitor) -> None:
    hall.publish(CLEAN)
    add_late(hall)
    assert "<button>" not in page(officer)
    assert "quay-lai" not in page(officer, "/phien-ban/1")
    for path in ("cap-nhat", "1/quay-lai"):
        assert officer.post(f"/phien-ban/{path}", chac_chan="1").status_code == 403
    assert hall.serving == "2"


def test_a_library_that_is_newer_is_told_and_taken_up(
    hall: Hall, admin: Visitor, house: House
) -> None:
    add_late(hall)
    assert "Kho văn bản mới hơn phiên bản đang dùng" in page(admin)
    told = admin.post("/phien-ban/cap-nhat")
    assert (told.status_code, told.headers["location"]) == (303, "/phien-ban")
    assert 'hx-get="/phien-ban/tien-do"' in page(admin)
    assert "Đang lập chỉ mục" in page(admin, "/phien-ban/tien-do")
    admin.post("/phien-ban/cap-nhat")
    assert len(hall.bench.waiting) == 1
    hall.bench.do()
    assert "Xem phiên bản mới" in page(admin, "/phien-ban/tien-do")
    assert hall.documents == {ID, SHIPPED}
    assert house.office.audit.entries(1)[0].action == "index_updated"


def test_an_update_waits_for_nobody(hall: Hall, admin: Visitor) -> None:
    add_late(hall)
    admin.post("/phien-ban/cap-nhat")
    with turn(hall.publisher.folder, "anh Ba", ServingChange.UPDATING):
        hall.bench.do()
        refused = admin.post("/phien-ban/1/quay-lai", chac_chan="1")
    assert "anh Ba đang cập nhật chỉ mục từ" in page(admin)
    assert refused.status_code == 409
    assert "anh Ba đang cập nhật chỉ mục từ" in html.unescape(refused.text)
    assert hall.documents == {SHIPPED}


def test_an_update_whose_process_is_gone_does_not_bar_the_next(
    hall: Hall, admin: Visitor, house: House
) -> None:
    add_late(hall)
    admin.post("/phien-ban/cap-nhat")
    hall.bench.waiting.clear()
    house.clock.move(SILENCE + timedelta(seconds=1))
    assert "Bị ngắt giữa chừng" in page(admin)
    admin.post("/phien-ban/cap-nhat")
    hall.bench.do()
    assert hall.documents == {ID, SHIPPED}


def test_what_goes_wrong_with_an_update_is_told(hall: Hall, admin: Visitor) -> None:
    added = hall.publisher.materials.shelves.added
    added.mkdir()
    (added / "hong.txt").write_text("Không có điều nào.", encoding="utf-8")
    admin.post("/phien-ban/cap-nhat")
    hall.bench.do()
    told = page(admin)
    assert "Kho văn bản có tệp không đọc được" in told
    assert re.search(r"Mã sự cố: <strong>[0-9a-f]+</strong>", told)
    assert hall.serving == "1"


def test_a_version_that_is_damaged_does_not_serve_again(hall: Hall, admin: Visitor) -> None:
    hall.publish(CLEAN)
    (hall.publisher.folder / "versions" / "1" / "passages.json").unlink()
    told = admin.post("/phien-ban/1/quay-lai", chac_chan="1")
    assert told.status_code == 409
    assert "Phiên bản này hỏng" in html.unescape(told.text)
    (hall.publisher.folder / "versions" / "1" / "manifest.json").unlink()
    assert "không dùng được nữa" in page(admin)
    assert "quay-lai" not in page(admin, "/phien-ban/1")
    assert hall.serving == "2"


@pytest.mark.parametrize("number", ["99", "0", "abc", "-1"])
def test_a_version_that_is_not_there_is_told(admin: Visitor, number: str) -> None:
    assert admin.get(f"/phien-ban/{number}").status_code in {404, 422}
    assert admin.post(f"/phien-ban/{number}/quay-lai", chac_chan="1").status_code in {409, 422}


def test_without_an_index_one_can_be_made(hall: Hall, admin: Visitor) -> None:
    shutil.rmtree(hall.publisher.folder)
    assert "Chưa có phiên bản nào dùng được" in page(admin)
    assert admin.get("/phien-ban/tien-do").status_code == 404
    admin.post("/phien-ban/cap-nhat")
    hall.bench.do()
    assert hall.documents == {SHIPPED}


def test_a_failing_exchange_is_left_to_the_service(
    hall: Hall, admin: Visitor, house: House
) -> None:
    def broken() -> bool:
        raise IndexDamaged(hall.publisher.folder)

    house.app.state.office = replace(house.office, refresh=broken)
    add_late(hall)
    admin.post("/phien-ban/cap-nhat")
    hall.bench.do()
    assert "Đã xong" in page(admin, "/phien-ban/tien-do")
    assert admin.post("/phien-ban/1/quay-lai", chac_chan="1").status_code == 303
    assert hall.serving == "1"


def test_the_page_of_a_document_tells_its_past(hall: Hall, house: House, officer: Visitor) -> None:
    key = hall.checked()
    hall.drafts.correct(key, b'found_at = "https://vbpl.vn/?a=1&b=<2>"\n', "", _corrected(hall))
    office = house.office
    hall.drafts.check(key, hall.candidate(key), hall.drafts.one(key).events[1])
    candidate = hall.candidate(key)
    hall.publisher.prepare(key, candidate, silent)
    hall.publisher.publish(key, candidate, hall.drafts.one(key).events, STAFF, NOW)
    office.refresh()
    told = officer.get(f"/nghi-quyet/{ID}").text
    assert 'href="https://vbpl.vn/?a=1&amp;b=&lt;2&gt;"' in told
    for words in ("Đưa văn bản vào hệ thống (nghị quyết.txt), Minh", "Sửa thông tin"):
        assert words in told
    assert "Lịch sử của văn bản" not in officer.get(f"/nghi-quyet/{SHIPPED}").text


def _corrected(hall: Hall) -> Event:
    (draft,) = hall.drafts.all()
    return replace(draft.brought, step=IntakeStep.CORRECTED, about="found_at")


@pytest.mark.parametrize(
    "found_at", ["javascript:alert(1)", "công báo số 5", "https://", "http://[", "file:///etc"]
)
def test_only_an_address_on_the_web_becomes_a_link(
    hall: Hall, officer: Visitor, found_at: str
) -> None:
    shelves = hall.publisher.materials.shelves
    path = shelves.shipped / f"{SHIPPED}.corrections.toml"
    path.write_text(f'found_at = "{found_at}"\n', encoding="utf-8")
    told = officer.get(f"/nghi-quyet/{SHIPPED}").text
    assert f"Lấy ở đâu: {found_at}" in told
    assert f'href="{found_at}"' not in told
