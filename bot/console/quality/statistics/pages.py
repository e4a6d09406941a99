"""The pages of the statistics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Response

from bot.console.anchors import reading_link
from bot.console.quality.statistics.chart import ChartName
from bot.console.quality.statistics.export import csv_file
from bot.console.quality.statistics.period import (
    BadPeriod,
    Period,
    PeriodFault,
    PeriodPreset,
    between,
    named,
)
from bot.console.quality.statistics.report import StatisticsReport
from bot.console.visits.visit import CurrentVisit, Visit
from knowledge.law.references.citation import document_label, provision_label
from prompts.render import render

PAGES = APIRouter(prefix="/thong-ke")
_A_PAGE = 10
_MOST_PAGES = 100_000
_QUESTIONS = 20
"""Unanswered questions on the page; the file has all."""
_Chosen = Annotated[str, Query(max_length=20)]


@PAGES.get("")
def show(
    visit: CurrentVisit, ky: _Chosen = PeriodPreset.WEEK, tu: _Chosen = "", den: _Chosen = ""
) -> Response:
    """Show what was asked from day `tu` to `den`, or in the period named `ky`."""
    fault: PeriodFault | None = None
    try:
        period = _period(visit, ky, tu, den)
    except BadPeriod as error:
        fault, period = error.fault, named(PeriodPreset.WEEK, visit.today)
    return visit.show(
        "quality/statistics/overview",
        422 if fault else 200,
        report=_report(visit, period),
        questions=visit.office.store.turn_figures.in_vain(period.first, period.last)[:_QUESTIONS],
        presets={preset: named(preset, visit.today) for preset in PeriodPreset},
        fault=fault,
        typed=(tu, den) if fault else (period.first, period.last),
    )


@PAGES.get("/dieu-khoan")
def show_silent(
    visit: CurrentVisit,
    tu: _Chosen = "",
    den: _Chosen = "",
    trang: Annotated[int, Query(ge=1, le=_MOST_PAGES)] = 1,
) -> Response:
    """List the provisions that were not cited in the period, document by document."""
    period = _period_or_week(visit, tu, den)
    documents = _report(visit, period).covered
    end = trang * _A_PAGE
    return visit.show(
        "quality/statistics/silent",
        period=period,
        documents=documents[end - _A_PAGE : end],
        link=reading_link,
        older=_turn(period, trang + 1) if end < len(documents) else "",
        newest=_turn(period, 1) if trang > 1 else "",
    )


@PAGES.get("/cau-chua-tra-loi.csv")
def export_questions(visit: CurrentVisit, tu: _Chosen = "", den: _Chosen = "") -> Response:
    """Give out what several chats asked in vain."""
    period = _period_or_week(visit, tu, den)
    groups = visit.office.store.turn_figures.in_vain(period.first, period.last)
    rows = ((group.question, group.asked, group.chats) for group in groups)
    return _file("cau-chua-tra-loi", period, rows)


@PAGES.get("/dieu-khoan.csv")
def export_silent(visit: CurrentVisit, tu: _Chosen = "", den: _Chosen = "") -> Response:
    """Give out the provisions that were not cited."""
    period = _period_or_week(visit, tu, den)
    rows = (
        (document_label(covered.document), provision_label(address, covered.document))
        for covered in _report(visit, period).covered
        for address in covered.silent
    )
    return _file(ChartName.PROVISIONS, period, rows)


@PAGES.get("/{ten}.csv")
def export(visit: CurrentVisit, ten: ChartName, tu: _Chosen = "", den: _Chosen = "") -> Response:
    """Give out what the chart `ten` shows."""
    period = _period_or_week(visit, tu, den)
    rows = _report(visit, period).chart(ten).rows
    return _file(ten, period, ((row.label, row.count) for row in rows))


def _period(visit: Visit, preset: str, first: str, last: str) -> Period:
    """Return the days that are chosen, or else what is chosen by name; raise BadPeriod."""
    if first or last:
        return between(first, last)
    return named(
        PeriodPreset(preset) if preset in set(PeriodPreset) else PeriodPreset.WEEK, visit.today
    )


def _period_or_week(visit: Visit, first: str, last: str) -> Period:
    try:
        return _period(visit, PeriodPreset.WEEK, first, last)
    except BadPeriod as error:
        raise HTTPException(422) from error


def _report(visit: Visit, period: Period) -> StatisticsReport:
    office = visit.office
    return StatisticsReport(period, office.store.tallies, office.edition())


def _turn(period: Period, number: int) -> str:
    return f"/thong-ke/dieu-khoan?{period.query}&trang={number}"


def _file(name: str, period: Period, rows: Iterable[Sequence[object]]) -> Response:
    head = render("console/quality/statistics/columns", name=name).split("; ")
    return csv_file(f"dan-biet-{name}-{period.first}-{period.last}", head, rows)
