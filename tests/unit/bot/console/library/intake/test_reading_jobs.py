"""Reading what was brought, aside from the pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store.tasks import SILENCE
from knowledge.library.intake.drafts import Drafts
from tests.support.documents.documents import CLEAN
from tests.support.documents.intake import LIST, Desk
from tests.support.documents.papers import pdf_file


def test_a_draft_that_is_being_read_says_so_and_then_shows(desk: Desk) -> None:
    path = desk.send(CLEAN).headers["location"]
    assert "Máy đang đọc tệp" in desk.page(path)
    progress = desk.admin.get(f"{path}/tien-do")
    assert "Máy đang đọc tệp" in progress.text
    assert "hx-refresh" not in progress.headers
    desk.bench.do()
    assert desk.admin.get(f"{path}/tien-do").headers["hx-refresh"] == "true"
    assert "Thông tin về văn bản" in desk.page(path)


def test_a_file_is_read_once_at_a_time(desk: Desk) -> None:
    path = desk.send(CLEAN).headers["location"]
    desk.page(path)
    desk.page(path)
    assert len(desk.bench.waiting) == 1


def test_what_a_crash_left_unread_is_read_when_somebody_looks(desk: Desk) -> None:
    path = desk.send(CLEAN).headers["location"]
    desk.bench.waiting.clear()
    assert "Máy đang đọc tệp" in desk.page(path)
    assert desk.bench.waiting == []
    desk.house.clock.move(SILENCE + timedelta(seconds=1))
    assert "Máy đang đọc tệp" in desk.admin.get(f"{path}/tien-do").text
    desk.bench.do()
    assert "Thông tin về văn bản" in desk.page(path)


def test_two_readings_at_once_do_no_harm(desk: Desk) -> None:
    path = desk.send(CLEAN).headers["location"]
    desk.house.clock.move(SILENCE + timedelta(seconds=1))
    desk.page(path)
    assert len(desk.bench.waiting) == 2
    desk.bench.do()
    assert "Thông tin về văn bản" in desk.page(path)


def test_a_draft_removed_while_it_is_read_is_gone(desk: Desk) -> None:
    path = desk.send(CLEAN).headers["location"]
    desk.admin.post(f"{path}/xoa", chac_chan="1")
    desk.bench.do()
    assert desk.admin.get(path).status_code == 404
    assert desk.house.office.drafts.all() == ()
    assert not desk.house.office.incidents.exists()


def test_a_file_that_could_not_be_read_can_be_read_again(desk: Desk) -> None:
    path = desk.bring(pdf_file([""]), "nq.pdf")
    desk.admin.post(f"{path}/doc")
    assert "Máy đang đọc tệp" in desk.page(path)
    desk.bench.do()
    assert "Tệp không có chữ" in desk.page(path)


class _Broken(Drafts):
    """Drafts whose reading fails as nobody foresaw, until it is mended."""

    is_mended = False

    def read(self, key: str) -> None:
        if not self.is_mended:
            raise ZeroDivisionError
        super().read(key)


def test_a_fault_that_nobody_foresaw_is_told_by_its_number(desk: Desk, tmp_path: Path) -> None:
    drafts = _Broken(tmp_path / "drafts")
    desk.house.office = replace(desk.house.office, drafts=drafts)
    desk.house.app.state.office = desk.house.office
    path = desk.bring(CLEAN)
    page = desk.page(path)
    trace_id = (tmp_path / "incidents" / "incidents.log").read_text().split()[1]
    assert trace_id in page
    assert desk.admin.get(f"{path}/tien-do").headers["hx-refresh"] == "true"
    desk.page(path)
    assert desk.bench.waiting == []
    drafts.is_mended = True
    desk.admin.post(f"{path}/doc")
    desk.bench.do()
    assert "Thông tin về văn bản" in desk.page(path)


@pytest.mark.parametrize("ending", ["", "/tien-do"])
def test_there_is_no_page_of_an_unknown_draft(desk: Desk, ending: str) -> None:
    for key in ("0123456789ab", "khong-co", "..%2f..", "lock"):
        assert desk.admin.get(f"{LIST}/{key}{ending}").status_code == 404
