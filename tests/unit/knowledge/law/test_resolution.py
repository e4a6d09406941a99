"""Tests for addresses: annexes, inserted units and sub-clauses beside ordinary ones."""

import json
from itertools import permutations

import pytest

from bot.console.anchors import anchor
from bot.store.talk.tallies import read, written
from index.metrics import gold_addresses
from knowledge.law.references.citation import full_label, provision_label
from knowledge.law.resolution import (
    Address,
    Annex,
    Division,
    Effect,
    Head,
    Part,
    Provision,
    Resolution,
    Territory,
    parent,
)
from knowledge.law.serial import dump_resolutions, load_resolutions
from knowledge.matters.jsonl import WrittenAddress
from tests.support.documents.documents import at, in_annex

ADDRESSES = (
    at("a", 5),
    at("a", "5a"),
    at("a", 5, "2a"),
    at("a", 5, "1.1", "a"),
    at("a", 5, 2, "đ1"),
    at("a", 5, 2, "đ", 1),
    in_annex("a", 1),
    in_annex("a", 2, 3, 1, "b"),
    Address("a", Part.CLOSING),
)


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_every_form_that_is_written_is_read_again(address: Address) -> None:
    assert WrittenAddress.model_validate_json(json.dumps(address.as_dict())).address == address
    assert gold_addresses([address.as_dict()]) == (address,)


@pytest.mark.parametrize("address", [one for one in ADDRESSES if one.article], ids=str)
def test_what_was_cited_is_counted_under_its_own_name(address: Address) -> None:
    assert read(written(address)) == address


def test_addresses_have_anchors_of_their_own() -> None:
    assert len({anchor(address) for address in ADDRESSES}) == len(ADDRESSES)


def test_only_annexes_tell_an_annex() -> None:
    assert "annex" not in at("a", 5).as_dict()


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        pytest.param(at("a", 1, 1), at("a", 1, "1.1"), id="sub-clause"),
        pytest.param(at("a", 1, 1), at("a", 1, "1.1", "a", 2), id="what lies in a sub-clause"),
        pytest.param(at("a", 1, "1.1"), at("a", 1, "1.1.2"), id="sub-clause of a sub-clause"),
        pytest.param(at("a", "5a"), at("a", "5a", 1), id="inserted article"),
        pytest.param(in_annex("a", 1), in_annex("a", 1, 3, 2), id="annex"),
        pytest.param(in_annex("a", 1, 3), in_annex("a", 1, 3, 2), id="article of an annex"),
    ],
)
def test_a_provision_covers_what_lies_in_it(outer: Address, inner: Address) -> None:
    assert outer.covers(inner)
    assert not inner.covers(outer)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(at("a", 1, 1), at("a", 1, "11.1"), id="another clause"),
        pytest.param(at("a", 1, 1, "a"), at("a", 1, "1.1", "a"), id="a point beside a sub-clause"),
        pytest.param(at("a", 5), at("a", "5a"), id="inserted behind it"),
        pytest.param(at("a", 3), in_annex("a", 1, 3), id="the same article of an annex"),
        pytest.param(in_annex("a", 1, 3), in_annex("a", 2, 3), id="another annex"),
    ],
)
def test_a_provision_covers_nothing_else(one: Address, other: Address) -> None:
    assert not one.covers(other)
    assert not other.covers(one)


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        pytest.param(at("a", 1, "1.1", "a"), at("a", 1, "1.1"), id="point of a sub-clause"),
        pytest.param(at("a", 1, "1.1"), at("a", 1, 1), id="sub-clause"),
        pytest.param(at("a", 1, "2a"), at("a", 1), id="inserted clause"),
        pytest.param(in_annex("a", 1, 3), in_annex("a", 1), id="article of an annex"),
        pytest.param(in_annex("a", 1), None, id="annex"),
        pytest.param(at("a", "5a"), None, id="inserted article"),
    ],
)
def test_a_provision_lies_in_the_one_outside(inner: Address, outer: Address | None) -> None:
    assert parent(inner) == outer


def test_provisions_stand_in_the_order_of_the_text() -> None:
    text = [
        at("a", 5),
        at("a", 5, 1),
        at("a", 5, 1, "d"),
        at("a", 5, 1, "đ"),
        at("a", 5, 1, "đ1"),
        at("a", 5, 1, "e"),
        at("a", 5, "1.1"),
        at("a", 5, "1.10"),
        at("a", 5, "1a"),
        at("a", 5, 2),
        at("a", "5a"),
        at("a", 10),
        in_annex("a", 1),
        in_annex("a", 1, 1),
        in_annex("a", 2),
    ]
    for mixed in (text[::-1], *permutations(text[:3])):
        assert sorted(mixed, key=lambda one: one.order) == text[: len(mixed)]


@pytest.mark.parametrize(
    ("address", "label"),
    [
        pytest.param(at("a", "5a", "2a", "đ1"), "điểm đ1 khoản 2a Điều 5a", id="inserted"),
        pytest.param(at("a", 1, "1.1"), "khoản 1.1 Điều 1", id="sub-clause"),
        pytest.param(in_annex("a", 1, 3, 1), "khoản 1 Điều 3 phần kèm theo", id="annex"),
        pytest.param(in_annex("a", 2), "phần kèm theo thứ 2", id="second annex"),
    ],
)
def test_provisions_have_names(address: Address, label: str) -> None:
    assert provision_label(address) == label


def document() -> Resolution:
    """Return a document of one article, passed with a Quy chế of one chapter."""
    places = (
        at("a", 1),
        in_annex("a", 1),
        in_annex("a", 1, 1),
        in_annex("a", 1, "1a", "2.1", "đ1"),
    )
    return Resolution(
        "a",
        Head(number="7/2030/QĐ-UBND", kind="Quyết định"),
        Territory("tỉnh X"),
        Effect(),
        tuple(Provision(place, "", "Có lời.", 1, 1) for place in places),
        divisions=(
            Division("Chương I", "MỘT", 1, 1, 1, 1),
            Division("Chương I", "HAI", 1, 1, 1, 1, annex=1),
        ),
        annexes=(Annex(1, "Quy chế"),),
    )


def test_an_annex_is_called_by_its_name_and_what_it_was_passed_with() -> None:
    label = full_label(in_annex("a", 1, "1a", "2.1", "đ1"), document())
    assert label == (
        "điểm đ1 khoản 2.1 Điều 1a Quy chế ban hành kèm theo Quyết định số 7/2030/QĐ-UBND"
    )


def test_chapters_of_an_annex_are_not_those_of_its_document() -> None:
    own, annexed = (document().divisions_above(one) for one in (at("a", 1), in_annex("a", 1, "1a")))
    assert [[one.heading for one in above] for above in (own, annexed)] == [["MỘT"], ["HAI"]]


def test_every_form_survives_the_index() -> None:
    assert load_resolutions(dump_resolutions([document()])) == (document(),)
