"""Trying a draft and letting residents be answered from it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from bot.answer.values import Status
from bot.evaluation.question_set import Item
from bot.publishing.rehearsing.change import AnswerChange, RehearsedAnswer
from bot.publishing.rehearsing.findings import Findings, rehearsal_key
from bot.publishing.rehearsing.rehearsal import Rehearsal
from bot.publishing.turn import ServingChange, turn
from bot.store.tasks import SILENCE
from index.embedding.embedder import silent
from knowledge.library.intake.history import Event, IntakeStep, history_of
from knowledge.library.intake.placing import put
from tests.support.answers.publishing import (
    ID,
    LOOK_UP,
    NEW_WORDS,
    NEWER,
    NOW,
    OLD_WORDS,
    SHIPPED,
    Hall,
)
from tests.support.console.console import ADMIN, House, Visitor
from tests.support.documents.documents import CLEAN, at


def page(admin: Visitor, key: str, more: str = "") -> str:
    told = admin.get(f"/van-ban-moi/{key}/thu{more}")
    assert told.status_code == 200
    return html.unescape(told.text)


def publish(admin: Visitor, key: str, shown: str = "") -> tuple[int, str, str]:
    """Return the status, text and location of what the button of the page leads to."""
    prints = re.findall(r'name="ban" value="([0-9a-f]{64})"', shown or page(admin, key))
    (fingerprint,) = prints or [""]
    told = admin.post(f"/van-ban-moi/{key}/dua-vao-su-dung", ban=fingerprint)
    return told.status_code, html.unescape(told.text), told.headers.get("location", "")


def answered() -> RehearsedAnswer:
    return RehearsedAnswer(Status.ANSWERED, "Có.")


def keep(house: House, key: str, findings: Findings) -> None:
    """Let `findings` be those of the rehearsal of a draft."""
    tasks = house.office.store.tasks
    task = tasks.find(rehearsal_key(key))
    assert task
    tasks.note(task, house.clock(), outcome=findings.to_json())


def tried(hall: Hall, house: House, admin: Visitor, key: str, outcome: Rehearsal) -> str:
    """Return the page after a rehearsal with that `outcome`."""
    hall.try_out(admin, key)
    keep(house, key, Findings("1", rehearsal=outcome))
    return page(admin, key)


def test_a_checked_draft_is_tried_and_published(hall: Hall, house: House, admin: Visitor) -> None:
    key, first = hall.checked(), hall.serving
    assert "Chưa có gì được đưa vào sử dụng" in page(admin, key)
    hall.try_out(admin, key)
    tried = page(admin, key)
    assert "Trước chưa trả lời được, nay trả lời được</a>: <strong>1</strong> câu" in tried
    assert "câu đặt theo chính lời văn của văn bản" in tried
    assert "<strong>1</strong> câu tốt lên" in tried
    assert LOOK_UP in tried
    assert OLD_WORDS in tried
    assert hall.serving == first

    status, _, to = publish(admin, key)
    assert (status, to) == (303, f"/nghi-quyet/{ID}")
    document = admin.get(to).text
    assert "Đã đưa văn bản vào sử dụng" in document
    assert hall.documents == {ID, SHIPPED}
    assert hall.drafts.all() == ()
    assert house.office.store.tasks.find(rehearsal_key(key)) is None
    assert not hall.is_prepared(key)
    steps = [event.step for event in history_of(ID, hall.publisher.materials.shelves)]
    assert steps == [IntakeStep.BROUGHT, IntakeStep.CHECKED, IntakeStep.PUBLISHED]
    done = [(one.who, one.action, one.about) for one in house.office.audit.entries(2)]
    assert done == [(ADMIN, "document_published", ID), (ADMIN, "document_tried", ID)]


def test_the_draft_tells_what_it_answers_once_its_trial_has_begun(
    hall: Hall, house: House, admin: Visitor
) -> None:
    key = hall.checked()
    for path in ("", "/tra-loi"):
        told = html.unescape(admin.get(f"/van-ban-moi/{key}{path}").text)
        assert "biết ngay khi bắt đầu thử" in told
        assert f'hx-get="/van-ban-moi/{key}/tra-loi"' in told
    outcome = Rehearsal(1, (), matters=("Bầu trưởng thôn", "Quỹ thôn"))
    assert "trả lời 2 việc bà con hay hỏi" in tried(hall, house, admin, key, outcome)
    keep(house, key, Findings("1", matters=("Bầu trưởng thôn", "Quỹ thôn")))
    for path in ("", "/tra-loi"):
        told = html.unescape(admin.get(f"/van-ban-moi/{key}{path}").text)
        assert "trả lời 2 việc bà con hay hỏi: Bầu trưởng thôn; Quỹ thôn." in told
        assert f"{key}/tra-loi" not in told


def test_a_new_version_shows_the_old_answer_beside_the_new(hall: Hall, admin: Visitor) -> None:
    hall.publish(CLEAN)
    key = hall.checked(NEWER)
    hall.try_out(admin, key)
    told = page(admin, key)
    assert "nhà văn hóa" in "".join(re.findall(r"<del>(.*?)</del>", told, re.DOTALL))
    assert "trụ sở ấp" in "".join(re.findall(r"<ins>(.*?)</ins>", told, re.DOTALL))
    assert "<strong>0</strong> câu kém đi" in told
    assert "1 câu đặt theo chính lời văn của văn bản" in told
    assert re.findall("<h3>(.+?)</h3>", told) == ["Vẫn quy định ấy, lời hoặc thứ tự khác"]
    assert publish(admin, key)[0] == 303
    (unit,) = [
        unit
        for unit in hall.editions.current().answerer.library[ID].provisions
        if NEW_WORDS in unit.words
    ]
    assert unit.address.point == "a"


def test_only_an_admin_comes_here(hall: Hall, officer: Visitor, house: House) -> None:
    key = hall.checked()
    assert officer.get(f"/van-ban-moi/{key}/thu").status_code == 403
    for path in ("thu", "dua-vao-su-dung", "hoan-tat"):
        assert officer.post(f"/van-ban-moi/{key}/{path}").status_code == 403
        anyone = house.visitor().client.post(f"/van-ban-moi/{key}/{path}")
        assert anyone.headers["location"].startswith("/dang-nhap")
    assert not hall.bench.waiting


@pytest.mark.parametrize("path", ["thu", "thu/tien-do"])
def test_a_draft_that_is_not_there_is_told(admin: Visitor, path: str) -> None:
    assert admin.get(f"/van-ban-moi/0123456789ab/{path}").status_code == 404


def _unread(hall: Hall) -> str:
    return hall.drafts.begin("một.txt", CLEAN.encode(), Event(NOW, ADMIN, IntakeStep.BROUGHT)).key


def _unusable(hall: Hall) -> str:
    return hall.brought("Không có điều nào.")


def _changed_since(hall: Hall) -> str:
    key = hall.checked()
    hall.drafts.correct(key, b'found_at = "x"\n', "", Event(NOW, ADMIN, IntakeStep.CORRECTED))
    return key


def _faulty(hall: Hall) -> str:
    return hall.checked(CLEAN.replace("2. Đề nghị Ủy ban", "3. Đề nghị Ủy ban"))


def _published(hall: Hall) -> str:
    hall.publish(CLEAN)
    return hall.brought()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        pytest.param(_unread, "chưa đọc xong", id="not read"),
        pytest.param(_unusable, "còn chỗ phải sửa", id="no article"),
        pytest.param(Hall.brought, "chưa được xác nhận", id="not checked"),
        pytest.param(_changed_since, "chưa được xác nhận", id="changed since"),
        pytest.param(_faulty, "chưa được xác nhận", id="a serious fault"),
        pytest.param(_published, "giống hệt văn bản đang có", id="the same"),
    ],
)
def test_what_is_missing_is_told_and_nothing_begins(
    hall: Hall, admin: Visitor, made: Callable[[Hall], str], said: str
) -> None:
    key = made(hall)
    told = page(admin, key)
    assert said in told
    assert f'href="/van-ban-moi/{key}"' in told
    assert "<button>Thử" not in told
    for path in ("thu", "dua-vao-su-dung", "hoan-tat"):
        refused = admin.post(f"/van-ban-moi/{key}/{path}")
        assert refused.status_code == 409
        assert said in html.unescape(refused.text)
    assert not hall.bench.waiting


def test_progress_is_shown_with_and_without_scripts(hall: Hall, admin: Visitor) -> None:
    key = hall.checked()
    admin.post(f"/van-ban-moi/{key}/thu")
    for path in ("thu", "thu/tien-do"):
        told = admin.get(f"/van-ban-moi/{key}/{path}").text
        assert f'hx-get="/van-ban-moi/{key}/thu/tien-do"' in told
        assert "<progress" in told
    assert "Đang thử" in page(admin, key)
    admin.post(f"/van-ban-moi/{key}/thu")
    assert len(hall.bench.waiting) == 1
    hall.bench.do()
    ended = admin.get(f"/van-ban-moi/{key}/thu/tien-do")
    assert ended.headers["HX-Refresh"] == "true"
    done = ended.text
    assert "hx-get" not in done
    assert "Xem kết quả thử" in done


def test_a_rehearsal_tells_how_far_it_is(hall: Hall, admin: Visitor) -> None:
    key, seen = hall.checked(), list[str]()

    class Watched(list[Item]):
        def __iter__(self) -> Iterator[Item]:
            seen.append(page(admin, key))
            return super().__iter__()

    hall.items = Watched(hall.items)
    hall.try_out(admin, key)
    (told,) = seen
    assert "Đang hỏi thử, so câu trả lời cũ và mới" in told
    assert f"{ADMIN} bắt đầu lúc 10:00" in told


def test_one_that_is_silent_can_be_begun_again(hall: Hall, house: House, admin: Visitor) -> None:
    key = hall.checked()
    admin.post(f"/van-ban-moi/{key}/thu")
    lost = hall.bench.waiting.pop()
    house.clock.move(SILENCE + timedelta(seconds=1))
    assert "bị ngắt giữa chừng" in page(admin, key)
    hall.try_out(admin, key)
    assert "Đã thử xong" in page(admin, key)
    lost()
    assert "Đã thử xong" in page(admin, key)


def test_what_was_tried_before_a_change_is_outdated(hall: Hall, admin: Visitor) -> None:
    key = hall.checked()
    hall.try_out(admin, key)
    shown = page(admin, key)
    correction = Event(NOW, ADMIN, IntakeStep.CORRECTED)
    hall.drafts.correct(key, b'found_at = "https://vbpl.vn/1"\n', "", correction)
    hall.drafts.check(key, hall.candidate(key), Event(NOW, ADMIN, IntakeStep.CHECKED))
    assert "kết quả dưới đây đã cũ" in page(admin, key)
    status, told, _ = publish(admin, key, shown)
    assert status == 409
    assert "kết quả dưới đây đã cũ" in told
    assert hall.on_shelves == {SHIPPED}


def test_what_somebody_else_published_meanwhile_is_to_be_tried_with(
    hall: Hall, admin: Visitor
) -> None:
    key = hall.checked()
    hall.try_out(admin, key)
    shown = page(admin, key)
    hall.publish(CLEAN.replace("12/2025", "16/2025"))
    status, told, _ = publish(admin, key, shown)
    assert status == 409
    assert "kết quả dưới đây đã cũ" in told
    assert ID not in hall.on_shelves
    hall.try_out(admin, key)
    assert publish(admin, key)[0] == 303
    assert len(hall.documents) == 3


def test_after_a_rollback_the_comparison_is_outdated(hall: Hall, admin: Visitor) -> None:
    hall.publish(CLEAN)
    key = hall.checked(NEWER)
    hall.try_out(admin, key)
    hall.publisher.roll_back()
    hall.editions.refresh()
    assert "kết quả dưới đây đã cũ" in page(admin, key)
    hall.try_out(admin, key)
    assert "đang giữ ở một phiên bản do quay lại" in page(admin, key)
    assert publish(admin, key)[0] == 303
    assert not hall.publisher.is_held()


def test_who_comes_second_is_told_who_is_at_it(hall: Hall, admin: Visitor) -> None:
    key = hall.checked()
    hall.try_out(admin, key)
    with turn(hall.publisher.folder, "chị Hoa", ServingChange.PUBLISHING):
        status, told, _ = publish(admin, key)
    assert status == 409
    assert "chị Hoa đang đưa văn bản vào sử dụng từ" in told
    assert hall.on_shelves == {SHIPPED}
    assert publish(admin, key)[0] == 303


def test_a_full_disk_loses_nothing(hall: Hall, admin: Visitor) -> None:
    key = hall.checked()
    hall.try_out(admin, key)
    shown = page(admin, key)
    (hall.folder / "resolutions").write_text("in the way", encoding="utf-8")
    status, told, _ = publish(admin, key, shown)
    assert status == 409
    assert "Máy chủ không ghi được" in told
    assert hall.documents == {SHIPPED}
    (hall.folder / "resolutions").unlink()
    assert publish(admin, key)[0] == 303


@pytest.mark.parametrize("is_current", [False, True], ids=["before", "after the index"])
def test_a_publishing_that_was_cut_short_is_finished(
    hall: Hall, admin: Visitor, house: House, *, is_current: bool
) -> None:
    key = hall.checked()
    put(hall.candidate(key), hall.publisher.materials.shelves, hall.drafts.one(key).events, NOW)
    if is_current:
        hall.publisher.update(silent)
    assert "bị ngắt giữa chừng" in page(admin, key)
    finished = admin.post(f"/van-ban-moi/{key}/hoan-tat")
    hall.bench.do()
    to = f"/nghi-quyet/{ID}" if is_current else "/phien-ban"
    assert (finished.status_code, finished.headers["location"]) == (303, to)
    assert hall.documents == {ID, SHIPPED}
    assert hall.drafts.all() == ()
    (entry,) = house.office.audit.entries(1)
    assert (entry.action, entry.about) == ("document_published", ID)
    assert admin.get(f"/nghi-quyet/{ID}").status_code == 200


def test_what_the_history_tells_already_is_not_told_twice(hall: Hall, admin: Visitor) -> None:
    key, shelves = hall.checked(), hall.publisher.materials.shelves
    put(hall.candidate(key), shelves, hall.drafts.one(key).events, NOW)
    told = Event(NOW + timedelta(hours=1), ADMIN, IntakeStep.CORRECTED, "found_at")
    hall.drafts.correct(key, b'found_at = "https://vbpl.vn/1"\n', "", told)
    hall.drafts.check(key, hall.candidate(key), Event(NOW, ADMIN, IntakeStep.CHECKED, "lại"))
    hall.try_out(admin, key)
    assert publish(admin, key)[0] == 303
    steps = [one.step.value for one in history_of(ID, shelves)]
    assert steps == ["brought", "checked", "corrected", "checked", "published"]


def test_a_fault_is_recorded_and_told(hall: Hall, admin: Visitor, house: House) -> None:
    key = hall.checked()
    hall.items.append(None)  # type: ignore[arg-type]
    hall.try_out(admin, key)
    told = page(admin, key)
    assert "Lần thử trước không xong" in told
    (incident,) = re.findall(r"Mã sự cố: <strong>([0-9a-f]+)</strong>", told)
    assert incident in (house.office.incidents / "incidents.log").read_text(encoding="utf-8")
    hall.items.pop()
    hall.try_out(admin, key)
    assert "Đã thử xong" in page(admin, key)


def test_what_was_prepared_for_a_draft_that_is_gone_is_removed(
    hall: Hall, admin: Visitor, house: House
) -> None:
    gone, key = hall.checked(), hall.checked(NEWER, "hai.txt")
    hall.try_out(admin, gone)
    assert hall.is_prepared(gone)
    hall.drafts.remove(gone)
    hall.try_out(admin, key)
    assert not hall.is_prepared(gone)
    assert house.office.store.tasks.keys("rehearsal/") == {rehearsal_key(key)}


def test_many_changes_are_told_in_pages_the_worse_first(
    hall: Hall, house: House, admin: Visitor
) -> None:
    def change(number: int, *, worse: bool) -> AnswerChange:
        before = RehearsedAnswer(Status.ANSWERED, "Cũ", is_right=worse or None)
        after = RehearsedAnswer(Status.NOT_FOUND, "Mới", is_right=False if worse else None)
        return AnswerChange(f"Câu số {number}?", None, before, after)

    key = hall.checked()
    changes = tuple(change(number, worse=number == 44) for number in range(45))
    first = tried(hall, house, admin, key, Rehearsal(45, changes))
    assert re.findall(r"Câu số \d+", first)[:2] == ["Câu số 44", "Câu số 0"]
    assert first.count("Câu số") == 20
    (further,) = re.findall(r'href="[^"]*(\?tu=\d+)#thay-doi" rel="next"', first)
    assert page(admin, key, further).count("Câu số") == 20
    assert page(admin, key, "?tu=40").count("Câu số") == 5
    assert page(admin, key, "?tu=4000").count("Câu số") == 0


def test_what_the_document_says_and_the_bot_denies_comes_first_with_its_provision(
    hall: Hall, house: House, admin: Visitor
) -> None:
    refused = RehearsedAnswer(Status.NOT_FOUND, "Không có.")
    changes = (
        *(AnswerChange(f"Đổi {one}?", None, refused, answered()) for one in range(30)),
        AnswerChange("Dán ở đâu?", None, None, refused, provision=at(ID, 2, 1, "đ")),
    )
    key = hall.checked()
    told = tried(hall, house, admin, key, Rehearsal(31, changes, own=1, passed_over=4))
    assert "Văn bản có 1 quy định mà khi hỏi gần đúng lời văn" in told
    assert "còn 4 câu theo lời văn chưa kịp hỏi" in told
    assert told.index("Dán ở đâu?") < told.index("Đổi 0?")
    (link,) = re.findall(r'<a href="([^"]+)">điểm đ khoản 1 Điều 2</a>', told)
    path, _, name = link.partition("#")
    assert f'id="{name}"' in admin.get(path).text
    assert publish(admin, key)[0] == 303


def test_each_group_is_counted_and_leads_to_its_first_change(
    hall: Hall, house: House, admin: Visitor
) -> None:
    refused = RehearsedAnswer(Status.NOT_FOUND, "Không có.")
    changes = (
        *(AnswerChange(f"Mới {one}?", None, refused, answered()) for one in range(3)),
        *(AnswerChange(f"Mất {one}?", None, answered(), refused) for one in range(25)),
    )
    key = hall.checked()
    told = tried(hall, house, admin, key, Rehearsal(99, changes))
    groups = re.findall(r'<a href="[^"]*(\?tu=\d+)#thay-doi">(.+?)</a>: <strong>(\d+)<', told)
    assert groups == [
        ("?tu=0", "Đang trả lời được, sẽ bị từ chối", "25"),
        ("?tu=25", "Trước chưa trả lời được, nay trả lời được", "3"),
    ]
    assert told.count("<h3>") == 1
    assert page(admin, key, "?tu=25").count("Mới ") == 3
    assert re.findall("<h3>(.+?)</h3>", page(admin, key, "?tu=20")) == [one for _, one, _ in groups]


def test_what_residents_wait_for_and_get_is_told_as_good_news(
    hall: Hall, house: House, admin: Visitor
) -> None:
    change = AnswerChange(
        "Loa hỏng?", None, RehearsedAnswer(Status.NOT_FOUND, "Chưa."), answered(), case=7
    )
    told = tried(hall, house, admin, hall.checked(), Rehearsal(2, (change,), waiting=2))
    assert "2 câu bà con đang chờ trong Hộp thư" in told
    assert "Tin vui: 1 câu đang chờ trong Hộp thư nay trả lời được" in told
    assert '<a href="/hop-thu/7">' in told


def test_words_of_an_answer_are_no_markup(hall: Hall, house: House, admin: Visitor) -> None:
    key = hall.checked()
    hall.try_out(admin, key)
    before, after = (RehearsedAnswer(Status.ANSWERED, f"{one} <b>x</b>") for one in ("<i>", "<u>"))
    outcome = Rehearsal(1, (AnswerChange("<script>?", "<p>", before, after),))
    keep(house, key, Findings("1", rehearsal=outcome))
    told = admin.get(f"/van-ban-moi/{key}/thu").text
    for words in ("<script>?", "<b>", "<u>", "<i>"):
        assert words not in told
