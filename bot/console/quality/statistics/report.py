"""From counts to charts and figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf

from bot.answer.edition import Edition
from bot.answer.values import Status
from bot.console.quality.statistics.chart import Chart, Name, Row
from bot.console.quality.statistics.coverage import Coverage, coverage
from bot.console.quality.statistics.period import Period
from bot.store.talk.tallies import BAD, GOOD, Kind, Tallies, Totals, read
from knowledge.law.references.citation import day, document_label
from knowledge.matters.topic import Right
from prompts.render import render

_ON_TOPIC = (Status.ANSWERED, Status.NOT_FOUND, Status.NO_RESOLUTION)
_BANDS = (0, 50, 100, 250, 500, 1000, 2000, 5000)
"""Milliseconds at which the times of answering are parted."""
_HOURS = 24


@dataclass(frozen=True)
class Report:
    """What was asked in a period; nothing of it leads to a person."""

    period: Period
    tallies: Tallies
    edition: Edition

    @cached_property
    def totals(self) -> Totals:
        """Return how often each value occurred."""
        return self.tallies.totals(self.period.first, self.period.last)

    @cached_property
    def covered(self) -> tuple[Coverage, ...]:
        """Return what of each document nobody asks about."""
        cited = map(read, self.totals[Kind.CITED])
        return coverage(self.edition.answerer.library, cited)

    @property
    def asked(self) -> int:
        """Return the number of questions."""
        return sum(self.totals[Kind.STATUS].values())

    @property
    def visits(self) -> int:
        """Return the number of chats of each day, added up."""
        return sum(self.totals[Kind.CHAT].values())

    @property
    def answered(self) -> float | None:
        """Return the share answered of what the bot is for, None where nothing was."""
        counts = self.totals[Kind.STATUS]
        return _share(counts.get(Status.ANSWERED, 0), sum(counts.get(one, 0) for one in _ON_TOPIC))

    @property
    def liked(self) -> float | None:
        """Return the share of good opinions, None where there is none."""
        counts = self.totals[Kind.OPINION]
        return _share(counts.get(GOOD, 0), sum(counts.values()))

    def within(self, share: float) -> int | None:
        """Return the milliseconds in which that `share` of the questions was answered."""
        times = sorted((int(value), number) for value, number in self.totals[Kind.SPEED].items())
        left = share * sum(number for _, number in times)
        for spent, number in times:
            left -= number
            if left <= 0:
                return spent
        return None

    def charts(self) -> tuple[Chart, ...]:
        """Return every chart."""
        return tuple(self.chart(name) for name in Name)

    def chart(self, name: Name) -> Chart:
        """Return the chart `name`."""
        return Chart(name, tuple(_ROWS[name](self)), name in _UPRIGHT)


def _days(report: Report) -> Iterable[Row]:
    return _by_span(report, Kind.STATUS)


def _chats(report: Report) -> Iterable[Row]:
    return _by_span(report, Kind.CHAT)


def _by_span(report: Report, kind: Kind) -> Iterable[Row]:
    period = report.period
    counts = report.tallies.by_day(kind, period.first, period.last)
    for span in period.spans():
        words = day(span.first)
        label = _words("week", words) if period.by_week else words
        number = sum(counts.get(one, 0) for one in span)
        yield Row(label, number, short=f"{span.first:%d/%m}")


def _statuses(report: Report) -> Iterable[Row]:
    counts = report.totals[Kind.STATUS]
    return _shared({_words("status", one): counts.get(one, 0) for one in Status})


def _opinions(report: Report) -> Iterable[Row]:
    counts = report.totals[Kind.OPINION]
    return _shared({_words("opinion", one): counts.get(one, 0) for one in (GOOD, BAD)})


def _channels(report: Report) -> Iterable[Row]:
    counts = report.totals[Kind.CHANNEL]
    return _shared(_falling({_words("channel", one): counts[one] for one in counts}))


def _rights(report: Report) -> Iterable[Row]:
    """Tell the rights to which the topics belong; some topics belong to several."""
    counts, edition = report.totals[Kind.TOPIC], report.edition
    library, whole = edition.answerer.library, sum(counts.values())
    for right in Right:
        topics = edition.catalogue.topics(right, library)
        number = sum(counts.get(topic.name, 0) for topic in topics)
        yield Row(_words("right", right), number, _share(number, whole))


def _topics(report: Report) -> Iterable[Row]:
    return _shared(_falling(report.totals[Kind.TOPIC]))


def _unanswered(report: Report) -> Iterable[Row]:
    """Tell in vain asked topics, with the share of the questions about each."""
    asked = report.totals[Kind.TOPIC]
    for topic, number in _falling(report.totals[Kind.UNANSWERED]).items():
        yield Row(topic, number, _share(number, asked.get(topic, 0)))


def _hours(report: Report) -> Iterable[Row]:
    counts = report.totals[Kind.HOUR]
    for hour in range(_HOURS):
        label = _words("hour", hour)
        yield Row(label, counts.get(f"{hour:02}", 0), short=f"{hour}h")


def _speed(report: Report) -> Iterable[Row]:
    counts = report.totals[Kind.SPEED]
    bands: dict[str, int] = {}
    for least, most in zip(_BANDS, (*_BANDS[1:], None), strict=True):
        within = (number for spent, number in counts.items() if least <= int(spent) < (most or inf))
        bands[_words("band", (least, most))] = sum(within)
    return _shared(bands)


def _provisions(report: Report) -> Iterable[Row]:
    for one in report.covered:
        yield Row(document_label(one.document), one.never, one.share)


def _shared(counts: Mapping[str, int]) -> Iterable[Row]:
    whole = sum(counts.values())
    return (Row(label, number, _share(number, whole)) for label, number in counts.items())


def _falling(counts: Mapping[str, int]) -> dict[str, int]:
    """Return `counts`, the largest first."""
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _words(kind: str, value: object) -> str:
    return render("console/statistics/label", kind=kind, value=value)


_UPRIGHT = {Name.DAYS, Name.CHATS, Name.HOURS}
_ROWS: Mapping[Name, Callable[[Report], Iterable[Row]]] = {
    Name.DAYS: _days,
    Name.CHATS: _chats,
    Name.STATUSES: _statuses,
    Name.OPINIONS: _opinions,
    Name.CHANNELS: _channels,
    Name.RIGHTS: _rights,
    Name.TOPICS: _topics,
    Name.UNANSWERED: _unanswered,
    Name.HOURS: _hours,
    Name.SPEED: _speed,
    Name.PROVISIONS: _provisions,
}
