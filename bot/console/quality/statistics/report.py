"""From counts to charts and figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf

from bot.answer.edition import Edition
from bot.answer.values import Status
from bot.console.quality.statistics.chart import Chart, ChartName, ChartRow
from bot.console.quality.statistics.coverage import AnswerCoverage, coverage
from bot.console.quality.statistics.period import Period
from bot.store.talk.tallies import BAD, GOOD, Tallies, TallyKind, Totals, read
from knowledge.law.references.citation import day, document_label
from knowledge.matters.topic import Right
from prompts.render import render

_ON_TOPIC = (Status.ANSWERED, Status.NOT_FOUND, Status.NO_RESOLUTION)
_BANDS = (0, 50, 100, 250, 500, 1000, 2000, 5000)
"""The lower bounds of the bands of time, in milliseconds."""
_HOURS = 24


@dataclass(frozen=True)
class StatisticsReport:
    """The counts of a period; nothing of them leads to a person."""

    period: Period
    tallies: Tallies
    edition: Edition

    @cached_property
    def totals(self) -> Totals:
        """Return how often each value occurred."""
        return self.tallies.totals(self.period.first, self.period.last)

    @cached_property
    def covered(self) -> tuple[AnswerCoverage, ...]:
        """Return the coverage of each document."""
        cited = map(read, self.totals[TallyKind.CITED])
        return coverage(self.edition.answerer.library, cited)

    @property
    def questions(self) -> int:
        """Return the number of questions."""
        return sum(self.totals[TallyKind.STATUS].values())

    @property
    def visits(self) -> int:
        """Return the number of chats of each day, added up."""
        return sum(self.totals[TallyKind.CHAT].values())

    @property
    def answered(self) -> float | None:
        """Return the share of answered questions among those on topic, None for none."""
        counts = self.totals[TallyKind.STATUS]
        return _share(
            counts.get(Status.ANSWERED, 0), sum(counts.get(status, 0) for status in _ON_TOPIC)
        )

    @property
    def liked(self) -> float | None:
        """Return the share of good opinions, None where there is none."""
        counts = self.totals[TallyKind.OPINION]
        return _share(counts.get(GOOD, 0), sum(counts.values()))

    def within(self, share: float) -> int | None:
        """Return the milliseconds in which that `share` of the questions was answered."""
        times = sorted(
            (int(value), number) for value, number in self.totals[TallyKind.SPEED].items()
        )
        left = share * sum(number for _, number in times)
        for spent, number in times:
            left -= number
            if left <= 0:
                return spent
        return None

    def charts(self) -> tuple[Chart, ...]:
        """Return every chart."""
        return tuple(self.chart(name) for name in ChartName)

    def chart(self, name: ChartName) -> Chart:
        """Return the chart `name`."""
        return Chart(name, tuple(_ROWS[name](self)), name in _UPRIGHT)


def _by_span(report: StatisticsReport, kind: TallyKind) -> Iterable[ChartRow]:
    period = report.period
    counts = report.tallies.by_day(kind, period.first, period.last)
    for span in period.spans():
        words = day(span.first)
        label = _words("week", words) if period.by_week else words
        number = sum(counts.get(each_day, 0) for each_day in span)
        yield ChartRow(label, number, short=f"{span.first:%d/%m}")


def _worded(
    report: StatisticsReport, kind: TallyKind, label: str, values: Iterable[str]
) -> Iterable[ChartRow]:
    counts = report.totals[kind]
    return _shared({_words(label, value): counts.get(value, 0) for value in values})


def _channels(report: StatisticsReport) -> Iterable[ChartRow]:
    counts = report.totals[TallyKind.CHANNEL]
    return _shared(_falling({_words("channel", channel): counts[channel] for channel in counts}))


def _rights(report: StatisticsReport) -> Iterable[ChartRow]:
    """Yield the rights of the topics; some topics belong to several."""
    counts, edition = report.totals[TallyKind.TOPIC], report.edition
    library, whole = edition.answerer.library, sum(counts.values())
    for right in Right:
        topics = edition.catalogue.topics(right, library)
        number = sum(counts.get(topic.name, 0) for topic in topics)
        yield ChartRow(_words("right", right), number, _share(number, whole))


def _unanswered(report: StatisticsReport) -> Iterable[ChartRow]:
    """Yield the topics without answers, with their share of the topic's questions."""
    questions = report.totals[TallyKind.TOPIC]
    for topic, number in _falling(report.totals[TallyKind.UNANSWERED]).items():
        yield ChartRow(topic, number, _share(number, questions.get(topic, 0)))


def _hours(report: StatisticsReport) -> Iterable[ChartRow]:
    counts = report.totals[TallyKind.HOUR]
    for hour in range(_HOURS):
        label = _words("hour", hour)
        yield ChartRow(label, counts.get(f"{hour:02}", 0), short=_words("hour_short", hour))


def _speed(report: StatisticsReport) -> Iterable[ChartRow]:
    counts = report.totals[TallyKind.SPEED]
    bands: dict[str, int] = {}
    for least, most in zip(_BANDS, (*_BANDS[1:], None), strict=True):
        within = (number for spent, number in counts.items() if least <= int(spent) < (most or inf))
        bands[_words("band", (least, most))] = sum(within)
    return _shared(bands)


def _shared(counts: Mapping[str, int]) -> Iterable[ChartRow]:
    whole = sum(counts.values())
    return (ChartRow(label, number, _share(number, whole)) for label, number in counts.items())


def _falling(counts: Mapping[str, int]) -> dict[str, int]:
    """Return `counts`, the largest first."""
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _words(kind: str, value: object) -> str:
    return render("console/quality/statistics/label", kind=kind, value=value)


_UPRIGHT = {ChartName.DAYS, ChartName.CHATS, ChartName.HOURS}
_ROWS: Mapping[ChartName, Callable[[StatisticsReport], Iterable[ChartRow]]] = {
    ChartName.DAYS: lambda report: _by_span(report, TallyKind.STATUS),
    ChartName.CHATS: lambda report: _by_span(report, TallyKind.CHAT),
    ChartName.STATUSES: lambda report: _worded(report, TallyKind.STATUS, "status", Status),
    ChartName.OPINIONS: lambda report: _worded(report, TallyKind.OPINION, "opinion", (GOOD, BAD)),
    ChartName.CHANNELS: _channels,
    ChartName.RIGHTS: _rights,
    ChartName.TOPICS: lambda report: _shared(_falling(report.totals[TallyKind.TOPIC])),
    ChartName.UNANSWERED: _unanswered,
    ChartName.HOURS: _hours,
    ChartName.SPEED: _speed,
    ChartName.PROVISIONS: lambda report: (
        ChartRow(document_label(covered.document), covered.never, covered.share)
        for covered in report.covered
    ),
}
