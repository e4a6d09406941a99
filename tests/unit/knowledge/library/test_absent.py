"""Documents that are known to exist and that the library lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Head, Resolution, Territory
from knowledge.library.absent import Ledger, read_ledger
from knowledge.matters.lists.cards import AbsentCard, BadCards, Bearing, DocumentCard
from knowledge.matters.topic import TOPICS
from knowledge.parsing.head.issuers import NATIONWIDE, bound_by
from tests.support.documents.builders import resolution

COUNCIL = "Hội đồng nhân dân tỉnh Lâm Đồng"
SHORT = AbsentCard(
    number="05/2025",
    kind="Nghị quyết",
    issuer=COUNCIL,
    issued_on=date(2025, 9, 9),
    bearing=Bearing.BESIDE,
    source="Công báo.",
)
LAW = DocumentCard(
    id="quoc-hoi-1-2020",
    number="1/2020/QH14",
    kind="Luật",
    title="Thử",
    issuer="Quốc hội",
    issued_on=date(2020, 1, 1),
    since=date(2020, 7, 1),
)
LINE = """[[absent]]
number = "{number}"
kind = "Nghị quyết"
issuer = "Hội đồng nhân dân tỉnh Lâm Đồng"
issued_on = 2025-09-09
bearing = "{bearing}"
source = "Công báo."
"""


def card(**facts: object) -> AbsentCard:
    return AbsentCard.model_validate({**SHORT.model_dump(), **facts})


def here(number: str, issuer: str = COUNCIL, issued_on: date | None = None) -> Resolution:
    head = Head(number=number, kind="Nghị quyết", issuer=issuer, issued_on=issued_on)
    return replace(resolution(head=head, id="day"), territory=bound_by(issuer))


@pytest.mark.parametrize(
    ("known", "document", "is_missing"),
    [
        pytest.param(SHORT, here("05/2025/NQ-HĐND"), False, id="the whole number"),
        pytest.param(SHORT, here("5/2025/NQ-HĐND"), False, id="without the zero"),
        pytest.param(SHORT, here("06/2025/NQ-HĐND"), True, id="another number"),
        pytest.param(SHORT, here("05/2024/NQ-HĐND"), True, id="of another year"),
        pytest.param(
            SHORT,
            here("05/2025/NQ-HĐND", "Hội đồng nhân dân tỉnh Lạng Sơn"),
            True,
            id="of another council",
        ),
        pytest.param(card(number="47"), here("47/NQ-HĐND"), False, id="only its first part"),
        pytest.param(
            card(number="47"),
            here("47/NQ-HĐND", issued_on=date(2026, 3, 1)),
            True,
            id="only its first part, in another year",
        ),
        pytest.param(card(bearing="none"), here("1/NQ-HĐND"), False, id="silenced"),
    ],
)
def test_a_document_is_missing_until_its_number_and_issuer_are_here(
    known: AbsentCard, document: Resolution, is_missing: bool
) -> None:
    assert bool(Ledger((), (known,)).missing([document])) is is_missing


@pytest.mark.parametrize(
    ("facts", "place", "binds"),
    [
        pytest.param({}, Place("tỉnh Lâm Đồng"), True, id="its province"),
        pytest.param({}, Place("tỉnh Lâm Đồng", "xã Đơn Dương"), True, id="a commune in it"),
        pytest.param({}, Place("tỉnh Lạng Sơn"), False, id="another province"),
        pytest.param(
            {"issuer": "Hội đồng nhân dân xã Đơn Dương", "province": "tỉnh Lâm Đồng"},
            Place("tỉnh Lâm Đồng", "xã Đơn Dương"),
            True,
            id="its commune",
        ),
        pytest.param(
            {"issuer": "Hội đồng nhân dân xã Đơn Dương", "province": "tỉnh Lâm Đồng"},
            Place("tỉnh Lâm Đồng"),
            False,
            id="more than its commune",
        ),
        pytest.param({"issuer": "Quốc hội"}, Place("tỉnh Lâm Đồng"), False, id="everybody"),
    ],
)
def test_it_bears_on_the_people_whom_it_binds(
    facts: dict[str, object], place: Place, binds: bool
) -> None:
    (one,) = Ledger((), (card(**facts),)).missing([])
    assert one.binds(place) is binds


def test_documents_are_called_as_the_library_calls_them() -> None:
    known = card(documents=["quoc-hoi-1-2020", "lam-dong"])
    law = replace(here("1/2020/QH14", "Quốc hội"), id="luat-thu", territory=NATIONWIDE)
    ledger = Ledger((LAW,), (known,))
    assert ledger.missing([law])[0].bears_on == {"luat-thu", "lam-dong"}
    assert ledger.missing([])[0].bears_on == {"quoc-hoi-1-2020", "lam-dong"}
    assert ledger.known([])["quoc-hoi-1-2020"].head.title == "Thử"


def test_it_is_known_from_its_day_or_from_the_end_of_its_year() -> None:
    (dated,) = Ledger((), (SHORT,)).missing([])
    assert [dated.is_known_on(date(2025, 9, day)) for day in (8, 9)] == [False, True]
    (yearly,) = Ledger((), (card(issued_on=None, year=2024),)).missing([])
    assert [yearly.is_known_on(date(*day)) for day in ((2024, 6, 1), (2025, 1, 1))] == [False, True]


def test_what_the_staff_knows_counts_before_what_ships(tmp_path: Path) -> None:
    own = tmp_path / "absent.toml"
    (tmp_path / "documents.toml").write_text(
        LINE.format(number="05/2025", bearing="beside"), encoding="utf-8"
    )
    assert len(read_ledger(tmp_path, own).missing([])) == 1
    own.write_text(LINE.format(number="05/2025", bearing="none"), encoding="utf-8")
    assert read_ledger(tmp_path, own).missing([]) == ()
    own.write_text(LINE.format(number="06/2025", bearing="replaces"), encoding="utf-8")
    found = read_ledger(tmp_path, own).missing([])
    assert {one.card.number for one in found} == {"05/2025", "06/2025"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param(LINE.format(number="", bearing="beside"), "number", id="no number"),
        pytest.param(LINE.format(number="1", bearing="near"), "bearing", id="unknown bearing"),
        pytest.param(
            LINE.format(number="1", bearing="beside").replace("issued_on = 2025-09-09", ""),
            "issued_on or year",
            id="no day",
        ),
    ],
)
def test_a_bad_file_of_the_staff_is_named(tmp_path: Path, line: str, said: str) -> None:
    own = tmp_path / "absent.toml"
    own.write_text(line, encoding="utf-8")
    with pytest.raises(BadCards, match=said):
        read_ledger(tmp_path, own)


def test_what_ships_bears_on_documents_or_places_that_there_are() -> None:
    ledger = read_ledger(TOPICS)
    cards = {card.id for card in ledger.cards}
    bundled = {path.stem for path in (TOPICS.parent / "resolutions").glob("*.txt")}
    for one in ledger.missing([]):
        assert one.bears_on <= cards | bundled
        assert one.bears_on or isinstance(one.document.territory, Territory)
        assert one.document.territory.nationwide or one.document.territory.province
        assert one.card.source
