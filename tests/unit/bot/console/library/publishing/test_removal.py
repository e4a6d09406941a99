"""Taking a document out through the pages: reason, rehearsal, exchange, and the way back."""

from __future__ import annotations

import html

import pytest

from index.embedding.embedder import silent
from knowledge.library.intake.history import IntakeStep, history_of
from knowledge.library.intake.placing import put
from knowledge.library.intake.removal import removal_of
from tests.support.answers.publishing import ID, LOOK_UP, NOW, SHIPPED, Hall
from tests.support.console.console import ADMIN, House, Visitor
from tests.support.documents.documents import CLEAN
from tests.unit.bot.console.library.publishing.test_drafts import publish

ASK, LIST = f"/van-ban-moi/go?ma={ID}", "/van-ban-moi"
WHY = "Bản sao thiếu hai trang."


def condemned(admin: Visitor, reason: str = WHY, resolution: str = ID) -> str:
    """Return the key of the draft by which a document is to go."""
    told = admin.post("/van-ban-moi/go", ma=resolution, ly_do=reason)
    assert told.status_code == 303, told.text
    return told.headers["location"].split("/")[2]


def page(admin: Visitor, path: str) -> str:
    told = admin.get(path)
    assert told.status_code == 200, path
    return html.unescape(told.text)


def test_the_way_out_begins_at_the_document_with_a_reason(hall: Hall, admin: Visitor) -> None:
    hall.publish(CLEAN)
    assert f'href="{ASK}"' in page(admin, f"/nghi-quyet/{ID}")
    assert "12/2025/NQ-HĐND" in page(admin, ASK)
    key = condemned(admin)
    for shown in (WHY, "Đề nghị gỡ"):
        assert shown in page(admin, LIST)
    for shown in (WHY, "Chưa có gì bị gỡ"):
        assert shown in page(admin, f"/van-ban-moi/{key}/thu")


def test_a_document_goes_once_it_was_tried_and_rollback_brings_it_back(
    hall: Hall, house: House, admin: Visitor
) -> None:
    hall.publish(CLEAN)
    key = condemned(admin)
    hall.try_out(admin, key)
    tried = page(admin, f"/van-ban-moi/{key}/thu")
    assert "Đang trả lời được, sẽ bị từ chối</a>: <strong>1</strong> câu" in tried
    assert LOOK_UP in tried
    assert hall.documents == {ID, SHIPPED}

    status, _, to = publish(admin, key)
    assert (status, to) == (303, "/nghi-quyet")
    assert "Đã gỡ văn bản" in page(admin, to)
    assert (hall.documents, hall.on_shelves) == ({SHIPPED}, {SHIPPED})
    assert hall.drafts.all() == ()
    shelves = hall.publisher.materials.shelves
    told = [(one.step, one.who, one.about) for one in history_of(ID, shelves)]
    assert told == [(IntakeStep.CONDEMNED, ADMIN, WHY), (IntakeStep.REMOVED, ADMIN, WHY)]
    done = [(one.who, one.action, one.about) for one in house.office.audit.entries(3)]
    actions = ("document_removed", "document_tried", "document_condemned")
    assert done == [(ADMIN, action, ID) for action in actions]

    admin.post("/phien-ban/2/quay-lai", chac_chan="1")
    assert hall.documents == {ID, SHIPPED}


def test_a_document_that_ships_goes_and_comes_back_when_it_is_added(
    hall: Hall, admin: Visitor
) -> None:
    hall.publish(CLEAN)
    key = condemned(admin, resolution=SHIPPED)
    hall.try_out(admin, key)
    assert publish(admin, key)[0] == 303
    assert hall.documents == {ID}
    hall.publisher.update(silent)
    assert hall.documents == {ID}
    hall.publish(CLEAN.replace("12/2025", "14/2025"))
    assert hall.documents == {ID, SHIPPED}


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        pytest.param("  ", "Bạn ghi vì sao cần gỡ văn bản này", id="no reason"),
        pytest.param("a" * 1001, "nhiều nhất 1000 ký tự", id="too long a reason"),
    ],
)
def test_nothing_begins_without_a_reason(
    hall: Hall, admin: Visitor, reason: str, said: str
) -> None:
    hall.publish(CLEAN)
    told = admin.post("/van-ban-moi/go", ma=ID, ly_do=reason)
    assert told.status_code == 422
    assert said in html.unescape(told.text)
    assert hall.drafts.all() == ()


def test_a_document_is_condemned_once_and_may_stay(hall: Hall, admin: Visitor) -> None:
    hall.publish(CLEAN)
    key = condemned(admin)
    assert condemned(admin, "Vì lý do khác.") == key
    assert admin.get(f"/van-ban-moi/{key}").headers["location"] == f"/van-ban-moi/{key}/thu"
    assert admin.post(f"/van-ban-moi/{key}/kiem-tra").status_code == 404
    assert admin.post(f"/van-ban-moi/{key}/xoa").status_code == 303
    assert hall.drafts.all() == ()
    assert hall.documents == {ID, SHIPPED}


def test_the_same_file_is_no_draft_of_it_while_it_is_condemned(hall: Hall, admin: Visitor) -> None:
    hall.publish(CLEAN)
    key = condemned(admin)
    revised = admin.post("/van-ban-moi/sua", ma=ID)
    assert revised.status_code == 303
    assert key not in revised.headers["location"]


def test_the_only_document_stays(hall: Hall, admin: Visitor) -> None:
    key = condemned(admin, resolution=SHIPPED)
    assert "văn bản duy nhất" in page(admin, f"/van-ban-moi/{key}/thu")
    assert admin.post(f"/van-ban-moi/{key}/thu").status_code == 409
    assert hall.documents == {SHIPPED}


def test_what_was_cut_short_is_done_to_the_end(hall: Hall, admin: Visitor) -> None:
    hall.publish(CLEAN)
    key = condemned(admin)
    materials = hall.publisher.materials
    removal = removal_of(ID, materials.shelves, materials.documents())
    put(removal, materials.shelves, hall.drafts.one(key).events, NOW)
    assert "ngắt giữa chừng" in page(admin, f"/van-ban-moi/{key}/thu")
    assert admin.post(f"/van-ban-moi/{key}/hoan-tat").status_code == 303
    hall.bench.do()
    assert hall.documents == {SHIPPED}


def test_only_an_admin_takes_out(hall: Hall, officer: Visitor) -> None:
    hall.publish(CLEAN)
    assert "/van-ban-moi/go" not in page(officer, f"/nghi-quyet/{ID}")
    assert officer.get(ASK).status_code == 403
    assert officer.post("/van-ban-moi/go", ma=ID, ly_do=WHY).status_code == 403


@pytest.mark.parametrize("resolution", ["khong-co", "../x", ""])
def test_what_is_not_there_cannot_be_taken_out(hall: Hall, admin: Visitor, resolution: str) -> None:
    assert admin.get(f"/van-ban-moi/go?ma={resolution}").status_code == 404
    assert admin.post("/van-ban-moi/go", ma=resolution, ly_do=WHY).status_code == 404
    assert hall.drafts.all() == ()
