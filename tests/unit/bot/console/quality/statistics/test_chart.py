"""Where charts are drawn."""

from __future__ import annotations

import pytest

from bot.console.quality.statistics.chart import Chart, ChartName, ChartRow


def _columns(*counts: int) -> Chart:
    rows = tuple(
        ChartRow(f"ngày {number}", count, short=str(number)) for number, count in enumerate(counts)
    )
    return Chart(ChartName.DAYS, rows, upright=True)


def _bars(*counts: int, label: str = "chủ đề") -> Chart:
    return Chart(ChartName.TOPICS, tuple(ChartRow(label, count) for count in counts))


def test_columns_stand_side_by_side_as_high_as_they_count() -> None:
    chart = _columns(10, 5, 0)
    first, second, third = chart.columns()
    assert first.y == chart.top
    assert first.y + first.height == second.y + second.height == third.y == chart.base
    assert second.height == first.height / 2
    assert third.height == 0
    assert first.x + first.width < second.x < third.x < third.x + third.width < 100


@pytest.mark.parametrize("chart", [_columns(100_000, 1), _bars(100_000, 1)], ids=["column", "bar"])
def test_little_is_not_nothing(chart: Chart) -> None:
    *_, last = chart.columns() if chart.upright else chart.bars()
    assert (last.height if chart.upright else last.width) > 0  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (1, ["0"]),
        (2, ["0", "1"]),
        (3, ["0", "1", "2"]),
        (7, ["0", "3", "6"]),
        (24, ["0", "11", "23"]),
    ],
)
def test_there_is_room_for_three_words_below(count: int, told: list[str]) -> None:
    labels = list(_columns(*[1] * count).labels())
    assert [label.text for label in labels] == told
    assert all(0 <= label.x <= 100 for label in labels)


def test_bars_follow_each_other_below_their_words() -> None:
    chart = _bars(4, 2, label="một chủ đề mà tên dài đến nỗi không vừa một dòng trên điện thoại")
    first, second = chart.bars()
    assert len(first.lines) == 2
    assert first.lines[0][0] < first.lines[1][0] < first.top < first.bottom < second.lines[0][0]
    assert second.width == first.width / 2 < 50
    assert second.bottom < chart.height


def test_a_name_without_end_is_cut() -> None:
    (bar,) = _bars(1, label="dài " * 100).bars()
    assert len(bar.lines) == 3
    assert bar.lines[-1][1].endswith("…")


def test_ten_bars_are_drawn_and_every_column() -> None:
    assert len(list(_bars(*range(30, 0, -1)).bars())) == 10
    assert len(list(_columns(*range(30)).columns())) == 30
