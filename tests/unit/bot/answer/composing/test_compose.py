from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer.composing.compose import QuotedBlock, compose
from bot.answer.composing.shape import further_provisions
from bot.answer.deciding.decision import Decision, Reason
from bot.answer.quoting.excerpt import LONGEST_QUOTE
from bot.answer.values import Citation, Fact, Lead, Status
from knowledge.law.resolution import Address, Part
from tests.support.answers.answers import evidence, hit, library, reach, reading
from tests.support.answers.provisions import document
from tests.support.documents.documents import BINH_DUONG, CA_MAU, KIM_THANH, LANG_SON, NINH_BINH, at

SOCIAL_MEDIA = at(LANG_SON, 4, 5, "d")
PRINCIPLES = at(NINH_BINH, 1, 2)


def provision(*addresses: Address) -> Decision:
    return Decision(Status.ANSWERED, Reason.PROVISION, addresses)


def lookup(*addresses: Address) -> Decision:
    return Decision(Status.ANSWERED, Reason.LOOKUP, addresses)


def test_a_provision_is_quoted_under_its_full_name() -> None:
    costs = at(LANG_SON, 5)
    (block,) = compose(provision(costs), evidence(hit(costs)))
    (citation,) = block.citations

    assert (block.kind, block.resolution.id, citation.address) == ("provision", LANG_SON, costs)
    assert citation.label == block.label
    assert citation.label.startswith("Điều 5 Nghị quyết số 08/2024/NQ-HĐND ngày 23/7/2024")
    assert citation.whole


def test_the_sentences_of_a_long_provision_that_answer_are_quoted() -> None:
    asked = reading("dùng hòm thư điện tử để góp ý")
    (block,) = compose(provision(SOCIAL_MEDIA), evidence(hit(SOCIAL_MEDIA), read=asked))
    (citation,) = block.citations

    assert "hòm thư điện tử" in citation.quote
    assert len(citation.quote) <= LONGEST_QUOTE
    assert not citation.whole


def test_what_stands_under_a_heading_is_quoted_with_it() -> None:
    (block,) = compose(provision(PRINCIPLES), evidence(hit(PRINCIPLES)))

    assert [one.address.point for one in block.citations] == [None, *"abcdđe"]
    assert block.unquoted == 0


INTRODUCED = document(
    {
        (1,): ("Quyền bàn bạc", "Nhân dân bàn các việc sau đây:"),
        (1, 1): "Bầu Trưởng thôn;",
        (1, 2): "Lập quỹ của thôn.",
        (2,): ("Việc dân làm", "Nhân dân tự quản."),
        (2, 1): "Thôn tự quản.",
    },
    id=LANG_SON,
)


def quoted_of(address: Address) -> list[tuple[str, list[str]]]:
    """Return each quote that answers with `address`, and what it is shown under."""
    given = replace(evidence(hit(address)), library={LANG_SON: INTRODUCED})
    (block,) = compose(provision(address), given)
    return [(one.quote, [lead.quote for lead in one.lead]) for one in block.citations]


@pytest.mark.parametrize(
    ("address", "quoted"),
    [
        pytest.param(
            at(LANG_SON, 1),
            [
                ("Nhân dân bàn các việc sau đây:", []),
                ("Bầu Trưởng thôn;", []),
                ("Lập quỹ của thôn.", []),
            ],
            id="what only introduces a list is quoted with it",
        ),
        pytest.param(
            at(LANG_SON, 1, 2),
            [("Lập quỹ của thôn.", ["Quyền bàn bạc", "Nhân dân bàn các việc sau đây:"])],
            id="an item is quoted under its lead",
        ),
        pytest.param(
            at(LANG_SON, 2), [("Nhân dân tự quản.", [])], id="what rules is quoted by itself"
        ),
    ],
)
def test_a_list_and_its_lead_are_not_parted(
    address: Address, quoted: list[tuple[str, list[str]]]
) -> None:
    assert quoted_of(address) == quoted


def test_what_is_shown_before_is_no_citation() -> None:
    (block,) = compose(lookup(SOCIAL_MEDIA), evidence())

    assert [one.address for one in block.every_citation] == [SOCIAL_MEDIA]
    (citation,) = block.citations
    assert [one.address for one in citation.lead] == [at(LANG_SON, 4), at(LANG_SON, 4, 5)]


def test_a_heading_over_very_much_says_how_much_is_left_out() -> None:
    article = at(KIM_THANH, 2)
    (block,) = compose(provision(article), evidence(hit(article)))
    inside = library()[KIM_THANH].inside(article)

    assert 1 < len(block.citations) < len(inside)
    assert block.unquoted == len(inside) - len(block.citations)


@pytest.mark.parametrize(
    ("score", "quoted"),
    [
        pytest.param(19.5, [CA_MAU, LANG_SON], id="nearly as near"),
        pytest.param(18.5, [CA_MAU], id="much farther"),
    ],
)
def test_other_documents_are_quoted_where_they_come_near(score: float, quoted: list[str]) -> None:
    best, other = hit(at(CA_MAU, 2)), hit(at(LANG_SON, 5), score)
    blocks = compose(provision(best.address), evidence(best, other))

    assert [block.resolution.id for block in blocks] == quoted


def test_no_more_than_three_documents_are_quoted() -> None:
    names = (KIM_THANH, BINH_DUONG, LANG_SON, NINH_BINH)
    hits = [hit(at(name, 1)) for name in names]

    assert len(compose(provision(hits[0].address), evidence(*hits))) == 3


def test_the_next_nearest_provisions_are_named() -> None:
    quoted, *near = (hit(at(CA_MAU, 1, 3, point)) for point in "abcde")
    given = evidence(quoted, *near, hit(at(CA_MAU, 2), 5.0))
    blocks = compose(provision(quoted.address), given)

    shown = frozenset(citation.address for block in blocks for citation in block.citations)
    further = further_provisions(provision(quoted.address), given, shown)
    assert [address.point for address in further] == list("bcd")


@pytest.mark.parametrize(
    "decision", [lookup(at(CA_MAU, 2)), Decision(Status.NOT_FOUND, Reason.NOTHING)]
)
def test_nothing_further_is_named_where_nothing_was_searched(decision: Decision) -> None:
    given = evidence(hit(at(CA_MAU, 2)), hit(at(CA_MAU, 3, 1)))

    assert further_provisions(decision, given, frozenset()) == ()


@pytest.mark.parametrize(
    ("address", "quoted", "unquoted"),
    [
        pytest.param(at(BINH_DUONG, 1, 5, "d"), 1, 0, id="point"),
        pytest.param(at(LANG_SON, 2), 6, 0, id="article with clauses"),
        pytest.param(at(KIM_THANH, 2), 4, 35, id="more than is read on a telephone"),
    ],
)
def test_a_lookup_quotes_the_unit_and_what_is_inside(
    address: Address, quoted: int, unquoted: int
) -> None:
    (block,) = compose(lookup(address), evidence())

    assert (block.kind, len(block.citations), block.unquoted) == ("lookup", quoted, unquoted)
    assert all(address.covers(one.address) for one in block.citations)


def test_every_document_looked_up_has_a_block() -> None:
    blocks = compose(lookup(at(LANG_SON, 5), at(CA_MAU, 2)), evidence())

    assert [block.resolution.id for block in blocks] == [LANG_SON, CA_MAU]


def test_a_fact_is_quoted_from_where_it_stands() -> None:
    decision = Decision(
        Status.ANSWERED, Reason.FACT, (Address(LANG_SON, Part.CLOSING),), Fact.EFFECT
    )
    (block,) = compose(decision, evidence(within=reach(LANG_SON)))

    assert block.kind == "effect"
    assert "có hiệu lực từ ngày 05 tháng 8 năm 2024" in block.citations[0].quote


@pytest.mark.parametrize(
    "decision",
    [
        Decision(Status.NOT_FOUND, reason)
        for reason in Reason
        if reason not in {"fact", "lookup", "provision"}
    ],
)
def test_nothing_is_quoted_without_an_answer(decision: Decision) -> None:
    assert compose(decision, evidence(hit(at(CA_MAU, 2)))) == ()


@pytest.mark.parametrize(
    ("name", "undated"),
    [
        pytest.param(CA_MAU, True, id="Cà Mau"),
        pytest.param(BINH_DUONG, True, id="Bình Dương"),
        pytest.param(LANG_SON, False, id="Lạng Sơn"),
        pytest.param(NINH_BINH, False, id="Ninh Bình"),
        pytest.param(KIM_THANH, False, id="Kim Thanh"),
    ],
)
def test_a_copy_without_a_day_is_known(name: str, undated: bool) -> None:
    assert QuotedBlock("provision", library()[name], "", ()).undated is undated


def test_letters_of_other_scripts_in_the_quotes_are_known() -> None:
    strange = Citation(at(NINH_BINH, 1, 2, "c"), "", "không干涉 hoạt động")
    plain = Citation(at(NINH_BINH, 1, 2, "d"), "", "hoạt động")

    assert QuotedBlock("lookup", library()[NINH_BINH], "", (plain, strange)).foreign == "干涉"
    assert QuotedBlock("lookup", library()[NINH_BINH], "", (plain,)).foreign == ""
    under = replace(plain, lead=(Lead(at(NINH_BINH, 1, 2), strange.quote),))
    assert QuotedBlock("lookup", library()[NINH_BINH], "", (under,)).foreign == "干涉"
