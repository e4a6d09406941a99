"""Running question sets."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from bot.answer.edition import Edition
from bot.answer.values import Status
from bot.evaluation.asking import answer_or_refuse
from bot.evaluation.report import report
from bot.evaluation.result import run
from bot.store.question_sets.set_runs import Run
from bot.store.tasks import SILENCE
from tests.support.answers.answers import ON
from tests.support.console.console import STAFF, Visitor
from tests.support.console.standards import NEXT, Workshop, item, watched
from tests.support.documents.documents import LANG_SON, at

MEND = item("sua", "Nhà văn hóa thôn sửa lại thì hỏi ai?", NEXT)
NOWHERE = item("dau", "Kinh phí lấy ở đâu?", place="nơi không có thật", expect=Status.NO_RESOLUTION)
FIGURES = (
    "recall@1",
    "recall@3",
    "recall@5",
    "mrr",
    "first_citation",
    "status_accuracy",
    "questions",
)


def start(officer: Visitor, number: int, version: str = "") -> None:
    path = f"/bo-cau-hoi/{number}"
    told = officer.post(f"{path}/chay", phien_ban=version)
    assert (told.status_code, told.headers["location"]) == (303, path)


def last(workshop: Workshop, number: int) -> Run:
    office = workshop.house.office
    return office.store.set_runs.newest(number, office.clock(), 1)[0]


def rows(page: str) -> list[str]:
    """Return the questions of the list that the page of a run shows."""
    return re.findall(r"<li>\s*<p>(?:<a [^>]*>)?([^<]*\?)", page)


def test_a_run_gets_the_figures_that_the_command_prints(
    workshop: Workshop, officer: Visitor
) -> None:
    items = [item(), MEND, NOWHERE]
    number = workshop.new_set(*items)
    start(officer, number)
    workshop.bench.do()
    answerer = workshop.edition().answerer
    asked = [run(one, answer_or_refuse(answerer, one.question, one.place, ON)) for one in items]
    wanted: dict[str, Any] = report(asked, 0)
    told = last(workshop, number).figures
    assert told
    assert {name: told[name] for name in FIGURES} == {name: wanted[name] for name in FIGURES}
    assert 0 < told["status_accuracy"] <= 1
    page = officer.get(f"/bo-cau-hoi/{number}/lan/1").text
    assert "Điều khoản đúng đứng thứ nhất" in page
    assert "50,0%" in page


def test_the_page_tells_which_facts_were_not_said(workshop: Workshop, officer: Visitor) -> None:
    number = workshop.new_set(item())
    start(officer, number)
    workshop.bench.do()
    first = officer.get(f"/bo-cau-hoi/{number}/lan/1").text
    assert "Nói đủ những ý phải có" not in first
    said, unsaid = ("Điều 5",), ("chín lần", "9 lần")
    workshop.sets.put(number, [item(must_say=(said, unsaid)), item("du", must_say=(said,))])
    start(officer, number)
    workshop.bench.do()
    second = officer.get(f"/bo-cau-hoi/{number}/lan/2?xem=tat-ca").text
    share = r"Nói đủ những ý phải có</th>\s*<td>50,0%.*\s*<td>–</td><td>–</td>"
    assert re.search(share, second)
    assert re.findall(r"Chưa nói: (.*?)\. ", second) == ["“chín lần” hoặc “9 lần”"]


def test_the_page_tells_what_got_better_and_worse(workshop: Workshop, officer: Visitor) -> None:
    number = workshop.new_set(item(), MEND, NOWHERE)
    start(officer, number)
    workshop.bench.do()
    first = f"/bo-cau-hoi/{number}/lan/1"
    assert "chưa có lần chạy trước" in officer.get(first).text
    assert rows(officer.get(first).text) == [MEND.question]
    start(officer, number, "1")
    workshop.bench.do()
    second = f"/bo-cau-hoi/{number}/lan/2"
    assert rows(officer.get(second).text) == [item().question]
    assert rows(officer.get(f"{second}?xem=tot-len").text) == [MEND.question]
    assert rows(officer.get(f"{second}?xem=chua-dung").text) == [item().question]
    assert len(rows(officer.get(f"{second}?xem=tat-ca").text)) == 3
    told = officer.get(second).text
    for words in (
        "Xấu đi (1)",
        "Tốt lên (1)",
        "trước đây đúng",
        "phiên bản 2",
        "/thu-cau-hoi?hoi=",
    ):
        assert words in told


def test_a_run_shows_how_far_it_is_until_it_is_done(workshop: Workshop, officer: Visitor) -> None:
    number = workshop.new_set(*(item(f"c{one}") for one in range(25)))
    progress = f"/bo-cau-hoi/{number}/tien-do"
    seen: dict[str, None] = {}

    def look() -> None:
        seen[officer.get(progress).text] = None

    workshop.kept = {"1": lambda: watched(look)}
    start(officer, number, "1")
    workshop.bench.do()
    assert [re.findall(r'value="(\d+)"', one) for one in seen] == [["0"], ["10"], ["20"]]
    assert all('hx-trigger="every 1s"' in one for one in seen)
    done = officer.get(progress).text
    assert "hx-trigger" not in done
    assert "Đã xong" in done


def test_a_set_is_run_once_at_a_time(workshop: Workshop, officer: Visitor) -> None:
    number = workshop.new_set(item())
    start(officer, number)
    start(officer, number)
    assert len(workshop.bench.waiting) == 1
    other = workshop.new_set(item(), name="Việc khác")
    start(officer, other)
    assert len(workshop.bench.waiting) == 2


def test_a_run_can_be_stopped(workshop: Workshop, officer: Visitor) -> None:
    number = workshop.new_set(*(item(f"c{one}") for one in range(25)))
    start(officer, number)
    assert officer.post(f"/bo-cau-hoi/{number}/dung").status_code == 303
    assert "Đang dừng" in officer.get(f"/bo-cau-hoi/{number}").text
    workshop.bench.do()
    run = last(workshop, number)
    assert (run.state, run.done) == ("stopped", 10)
    assert run.figures
    start(officer, number)


def test_a_run_whose_process_is_gone_does_not_bar_the_next(
    workshop: Workshop, officer: Visitor
) -> None:
    number = workshop.new_set(item())
    start(officer, number)
    workshop.bench.waiting.clear()
    workshop.house.clock.move(SILENCE + timedelta(seconds=1))
    assert "Bị ngắt giữa chừng" in officer.get(f"/bo-cau-hoi/{number}").text
    start(officer, number)
    assert len(workshop.bench.waiting) == 1


def test_a_version_that_cannot_be_opened_fails_the_run_alone(
    workshop: Workshop, officer: Visitor
) -> None:
    def broken() -> Edition:
        raise OSError

    workshop.kept = {"1": broken}
    number = workshop.new_set(item())
    start(officer, number, "1")
    workshop.bench.do()
    told = officer.get(f"/bo-cau-hoi/{number}").text
    assert "Gặp lỗi" in told
    assert last(workshop, number).incident in told  # type: ignore[operator]


def test_a_set_that_is_removed_meanwhile_ends_its_run(
    workshop: Workshop, officer: Visitor, admin: Visitor
) -> None:
    number = workshop.new_set(item())
    start(officer, number)
    assert admin.post(f"/bo-cau-hoi/{number}/xoa", chac_chan="1").status_code == 303
    workshop.bench.do()
    assert officer.get(f"/bo-cau-hoi/{number}").status_code == 404


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        pytest.param("/bo-cau-hoi/1/chay", {"phien_ban": "77"}, 404, id="no such version"),
        pytest.param("/bo-cau-hoi/99/chay", {}, 404, id="no such set"),
        pytest.param("/bo-cau-hoi/99/dung", {}, 404, id="nothing to stop"),
    ],
)
def test_what_is_not_there_is_not_run(
    workshop: Workshop, officer: Visitor, path: str, sent: dict[str, str], status: int
) -> None:
    workshop.new_set(item())
    assert officer.post(path, **sent).status_code == status
    assert not workshop.bench.waiting


def test_an_empty_set_is_not_run(workshop: Workshop, officer: Visitor) -> None:
    start(officer, workshop.new_set())
    assert not workshop.bench.waiting


def test_a_long_list_of_results_is_told_in_pages(workshop: Workshop, officer: Visitor) -> None:
    wrong = at(LANG_SON, 3)
    number = workshop.new_set(*(item(f"c{one}", f"Câu thứ {one}?", wrong) for one in range(60)))
    start(officer, number)
    workshop.bench.do()
    here = f"/bo-cau-hoi/{number}/lan/1"
    page = officer.get(here).text
    assert len(rows(page)) == 50
    (further,) = re.findall(r'href="([^"]*)" rel="next"', page)
    assert len(rows(officer.get(further.replace("&amp;", "&")).text)) == 10


def test_the_log_tells_who_ran_what(workshop: Workshop, officer: Visitor) -> None:
    start(officer, workshop.new_set(item()))
    (entry,) = workshop.house.office.audit.entries(1)
    assert (entry.who, entry.action, entry.about) == (STAFF, "set_run", "Kinh phí")
