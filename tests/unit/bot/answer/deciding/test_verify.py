from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from bot.answer.deciding.verify import Breach, check, may_be_named
from bot.answer.selection.scope import Reach
from bot.answer.values import Citation, Lead
from knowledge.law.resolution import Address
from knowledge.validity.scope import scope_for
from tests.support.answers.answers import library, reach
from tests.support.documents.documents import BINH_DUONG, CA_MAU, KIM_THANH, LANG_SON, NINH_BINH, at

PLACE = at(CA_MAU, 2)
TEXT = library()[CA_MAU].find(PLACE).text  # type: ignore[union-attr]
HEADING = library()[CA_MAU].find(PLACE).heading  # type: ignore[union-attr]
HERE = reach(CA_MAU)


def breach(address: Address, quote: str, within: Reach = HERE) -> Breach | None:
    (checked,) = check([Citation(address, "", quote)], within, library())
    return checked.breach


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param(TEXT, id="whole text"),
        pytest.param(HEADING, id="heading"),
        pytest.param(TEXT[10:60], id="part"),
        pytest.param(TEXT.replace(" ", " \n "), id="other white space"),
        pytest.param(unicodedata.normalize("NFD", TEXT), id="other Unicode form"),
    ],
)
def test_words_of_the_provision_keep_the_promises(quote: str) -> None:
    assert breach(PLACE, quote) is None


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param(TEXT + " Tất cả mọi người.", id="words added"),
        pytest.param(TEXT.replace("phí", "phi", 1), id="one mark off"),
        pytest.param(TEXT[:-1] + "!", id="one sign off"),
        pytest.param(TEXT.lower(), id="other case"),
        pytest.param(TEXT[:20] + " … " + TEXT[-20:], id="words left out"),
        pytest.param(f"{HEADING}\n{TEXT[:30]}", id="heading run into text"),
        pytest.param("", id="nothing"),
        pytest.param(" \n", id="white space"),
    ],
)
def test_altered_words_are_found(quote: str) -> None:
    assert breach(PLACE, quote) is Breach.ALTERED_QUOTE


CLAUSE = at(CA_MAU, 3, 1)
CLAUSE_TEXT = library()[CA_MAU].find(CLAUSE).text  # type: ignore[union-attr]
ABOVE = library()[CA_MAU].find(at(CA_MAU, 3)).heading  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        pytest.param(Lead(at(CA_MAU, 3), ABOVE), None, id="heading above"),
        pytest.param(Lead(at(CA_MAU, 3), ABOVE[:4], cut_after=True), None, id="part of it"),
        pytest.param(Lead(CLAUSE, CLAUSE_TEXT[:20]), None, id="own words"),
        pytest.param(Lead(at(CA_MAU, 3), ABOVE + ":"), Breach.ALTERED_QUOTE, id="sign added"),
        pytest.param(Lead(at(CA_MAU, 3), " "), Breach.ALTERED_QUOTE, id="nothing"),
        pytest.param(Lead(PLACE, HEADING), Breach.UNKNOWN_PROVISION, id="beside the quote"),
        pytest.param(
            Lead(at(LANG_SON, 5), "Kinh phí thực hiện"),
            Breach.UNKNOWN_PROVISION,
            id="in another document",
        ),
    ],
)
def test_a_lead_stands_in_a_provision_around_the_quote(lead: Lead, found: Breach | None) -> None:
    good = Lead(at(CA_MAU, 3), ABOVE)
    citation = Citation(CLAUSE, "", CLAUSE_TEXT, lead=(good, lead))
    (checked,) = check([citation], HERE, library())

    assert checked.breach is found


def test_words_of_another_provision_are_found() -> None:
    assert breach(at(CA_MAU, 3, 1), TEXT) is Breach.ALTERED_QUOTE


def test_words_of_a_provision_inside_are_not_its_own() -> None:
    inside = library()[CA_MAU].find(at(CA_MAU, 3, 1))
    assert inside is not None

    assert breach(at(CA_MAU, 3), inside.text) is Breach.ALTERED_QUOTE


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(at(CA_MAU, 99), id="article"),
        pytest.param(at(CA_MAU, 2, 1), id="clause"),
        pytest.param(at("hue-2024", 2), id="document"),
    ],
)
def test_a_provision_that_does_not_exist_is_found(address: Address) -> None:
    assert breach(address, TEXT) is Breach.UNKNOWN_PROVISION
    assert not may_be_named(address, HERE, library())


def test_a_document_that_does_not_apply_is_found() -> None:
    elsewhere = reach(LANG_SON, NINH_BINH, BINH_DUONG, KIM_THANH)

    assert breach(PLACE, TEXT, elsewhere) is Breach.OUT_OF_REACH
    assert not may_be_named(PLACE, elsewhere, library())


def test_a_document_that_is_not_yet_in_force_is_found() -> None:
    day_before = scope_for(None, date(2024, 11, 10), list(library().values()))

    assert breach(PLACE, TEXT, Reach(None, (day_before,))) is Breach.OUT_OF_REACH


def test_a_provision_in_reach_may_be_named() -> None:
    assert may_be_named(PLACE, HERE, library())


def test_every_citation_is_checked() -> None:
    good, bad = Citation(PLACE, "", TEXT), Citation(PLACE, "", "bịa")

    assert [one.breach for one in check([good, bad], HERE, library())] == [
        None,
        Breach.ALTERED_QUOTE,
    ]
