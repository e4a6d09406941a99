"""Documents of which only plain answers are here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.law.resolution import Head
from knowledge.matters.lists.cards import BadCards, DocumentCard, read_cards
from knowledge.matters.lists.summary import as_called, summaries
from knowledge.matters.topic import PlainAnswer, Right, Topic
from knowledge.parsing.head.issuers import NATIONWIDE
from tests.support.answers.provisions import document
from tests.support.documents.documents import at

CARD = DocumentCard(
    id="law",
    number="10/2022/QH15",
    kind="Luật",
    title="Thực hiện dân chủ ở cơ sở",
    issuer="Quốc hội",
    issued_on=date(2022, 11, 10),
    since=date(2023, 7, 1),
    edition="bản 2022",
)
MONEY = PlainAnswer((at("law", 21, 1), at("law", 15, 1)), "Từ hai phần ba số hộ.")
VOTES = PlainAnswer((at("law", 21, 1),), "Trên 50% số hộ.")
TERM = PlainAnswer((at("law", 4),), "Năm năm.", marks=((at("law", 4), "ab12"),))
TOPICS = (
    Topic("Góp tiền", (Right.DECIDE,), (MONEY,), ("?",)),
    Topic("Bầu cử", (Right.DECIDE,), (VOTES, TERM), ("?",)),
)
LAW = replace(
    document({(21, 1): "Phải có hai phần ba."}, id="luat-dan-chu", head=Head("10/2022/QH15")),
    territory=NATIONWIDE,
)


def test_a_summary_tells_the_head_and_what_answers_say_of_provisions() -> None:
    (found,) = summaries(TOPICS, [CARD], [])

    assert found.is_summary
    assert (found.id, found.head.number, found.edition) == ("law", "10/2022/QH15", "bản 2022")
    assert found.territory.nationwide
    assert found.effect.since == date(2023, 7, 1)
    assert [unit.address for unit in found.provisions] == [at("law", 4), at("law", 21, 1)]
    assert found.provisions[1].heading == "Góp tiền / Bầu cử"
    assert found.provisions[1].text == "Từ hai phần ba số hộ. Trên 50% số hộ."


@pytest.mark.parametrize(
    "library",
    [
        pytest.param([replace(LAW, id="law")], id="by its id"),
        pytest.param([LAW], id="by its number"),
    ],
)
def test_a_document_that_is_here_needs_no_summary(library: list[object]) -> None:
    assert summaries(TOPICS, [CARD], library) == ()  # type: ignore[arg-type]


def test_nothing_is_told_of_a_document_without_answers() -> None:
    assert summaries((), [CARD], []) == ()


def test_answers_rest_on_the_document_by_the_name_that_it_has_here() -> None:
    money, votes = as_called(TOPICS, [CARD], [LAW])

    assert money.provisions == (at("luat-dan-chu", 21, 1), at("luat-dan-chu", 15, 1))
    assert votes.answers[1].marks == ((at("luat-dan-chu", 4), "ab12"),)
    assert as_called(TOPICS, [CARD], []) == TOPICS


def test_a_folder_may_have_no_cards(tmp_path: Path) -> None:
    assert read_cards(tmp_path / "documents.toml") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("[[document", "Expected", id="no TOML"),
        pytest.param('[[document]]\nid = "a"', "document.0.number: Field required", id="missing"),
        pytest.param("colour = 1", "colour: Extra", id="unknown key"),
        pytest.param("\x00", "Invalid statement", id="control character"),
    ],
)
def test_a_bad_file_of_cards_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "documents.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BadCards, match=said) as refused:
        read_cards(path)
    assert str(path) in str(refused.value)
