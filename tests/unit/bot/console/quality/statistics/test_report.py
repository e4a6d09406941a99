"""From counts to charts and figures."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.answer.answerer import Answerer
from bot.answer.edition import Edition
from bot.answer.values import Status
from bot.console.quality.statistics.chart import Chart, ChartName
from bot.console.quality.statistics.period import Period
from bot.console.quality.statistics.report import StatisticsReport
from bot.conversation.values import Opinion, Outcome
from bot.store.store import Store
from bot.store.talk.tallies import day_of
from tests.support.answers.answers import FakeSearcher, gazetteer, library
from tests.support.console.statistics import asked
from tests.support.conversations.conversations import MONEY, catalogue
from tests.support.documents.documents import CA_MAU, LANG_SON
from tests.support.language.language import speller
from tests.support.running.stores import NOW, ask, chat, later, message, settle

TODAY = day_of(NOW)
A_DAY = timedelta(days=1)


def _report(store: Store, days: int = 1) -> StatisticsReport:
    answerer = Answerer(library(), FakeSearcher(), gazetteer(), speller())
    period = Period(TODAY, TODAY + A_DAY * (days - 1))
    return StatisticsReport(period, store.tallies, Edition("1", answerer, catalogue()))


def _told(chart: Chart) -> dict[str, int]:
    return {row.label: row.count for row in chart.rows}


def test_a_period_without_questions_has_no_shares(store: Store) -> None:
    report = _report(store)
    assert (report.questions, report.visits) == (0, 0)
    assert (report.answered, report.liked, report.within(0.5)) == (None, None, None)
    for chart in report.charts():
        assert chart.name is ChartName.PROVISIONS or chart.most == 0


def test_the_share_answered_is_of_what_the_bot_is_for(store: Store) -> None:
    for status, times in ((Status.ANSWERED, 3), (Status.NO_RESOLUTION, 1), (Status.SMALL_TALK, 5)):
        for _ in range(times):
            ask(store, asked(NOW, status=status))
    report = _report(store)
    assert report.answered == 0.75
    assert report.questions == 9
    assert report.visits == 1
    assert _told(report.chart(ChartName.STATUSES)) == {
        "Trả lời được": 3,
        "Chưa thấy quy định": 0,
        "Ngoài phạm vi": 0,
        "Nơi đó chưa có nghị quyết": 1,
        "Chào hỏi, trò chuyện": 5,
    }


def test_the_share_liked_is_of_the_opinions(store: Store) -> None:
    for good in (True, True, False):
        turn = asked(NOW)
        ask(store, turn)
        settle(store, Outcome(chat(), opinion=Opinion(turn.id, good=good)))
    ask(store, asked(NOW))
    assert _report(store).liked == pytest.approx(2 / 3)


def test_times_are_told_by_how_many_had_their_answer(store: Store) -> None:
    for spent in (*[10.0] * 94, *[200.0] * 4, *[9000.0] * 2):
        ask(store, asked(NOW, timings_ms={"total": spent}))
    report = _report(store)
    assert [report.within(share) for share in (0.5, 0.94, 0.95, 0.98, 0.99, 1.0)] == [
        10,
        10,
        200,
        200,
        9000,
        9000,
    ]
    told = _told(report.chart(ChartName.SPEED))
    assert told["Dưới 0,05 giây"] == 94
    assert told["0,1 – 0,25 giây"] == 4
    assert told["Từ 5 giây trở lên"] == 2


def test_every_day_has_its_column_also_without_questions(store: Store) -> None:
    for days in (0, 2, 2):
        ask(store, asked(later(days=days)))
    chart = _report(store, days=3).chart(ChartName.DAYS)
    assert _told(chart) == {"04/3/2026": 1, "05/3/2026": 0, "06/3/2026": 2}
    assert _told(_report(store, days=3).chart(ChartName.CHATS))["06/3/2026"] == 1


def test_weeks_add_up_their_days(store: Store) -> None:
    for days in (0, 6, 7):
        ask(store, asked(later(days=days)))
    told = _told(_report(store, days=60).chart(ChartName.DAYS))
    assert list(told.items())[:2] == [("Tuần từ 04/3/2026", 2), ("Tuần từ 11/3/2026", 1)]


def test_hours_are_those_of_clocks_in_vietnam(store: Store) -> None:
    ask(store, asked(NOW))
    chart = _report(store).chart(ChartName.HOURS)
    assert len(chart.rows) == 24
    assert chart.rows[12].count == chart.most == 1


def test_a_question_counts_for_every_right_of_its_topic(store: Store) -> None:
    ask(store, asked(NOW, topics=(MONEY,)))
    ask(store, asked(NOW, topics=("chủ đề đã bỏ",)))
    rows = _report(store).chart(ChartName.RIGHTS).rows
    assert {row.label: (row.count, row.share) for row in rows} == {
        "Biết": (1, 0.5),
        "Bàn": (0, 0),
        "Quyết định": (0, 0),
        "Giám sát": (1, 0.5),
    }


def test_topics_come_with_the_most_asked_first(store: Store) -> None:
    for topic, status in (
        ("rác", Status.NOT_FOUND),
        ("loa", Status.ANSWERED),
        ("loa", Status.ANSWERED),
        ("loa", Status.NOT_FOUND),
    ):
        ask(store, asked(NOW, topics=(topic,), status=status))
    report = _report(store)
    assert [(row.label, row.count) for row in report.chart(ChartName.TOPICS).rows] == [
        ("loa", 3),
        ("rác", 1),
    ]
    shares = {row.label: row.share for row in report.chart(ChartName.UNANSWERED).rows}
    assert shares == {"loa": pytest.approx(1 / 3), "rác": 1.0}


def test_channels_have_the_names_that_people_know(store: Store) -> None:
    for channel in ("telegram", "zalo-oa", "zalo-oa"):
        ask(store, asked(NOW), sent=message(channel=channel))
    rows = _report(store).chart(ChartName.CHANNELS).rows
    assert [(row.label, row.count) for row in rows] == [("Zalo OA", 2), ("Telegram", 1)]


def test_documents_tell_what_of_them_is_never_cited(store: Store) -> None:
    report = _report(store)
    before = {one.document.id: one.never for one in report.covered}
    ask(store, asked(NOW, 0))
    ask(store, asked(NOW, 1))
    after = {one.document.id: one.never for one in _report(store).covered}
    assert {name for name in before if after[name] < before[name]} == {LANG_SON, CA_MAU}
