from __future__ import annotations

import pytest

from bot.answer.quoting.facts import HEADINGS, find_fact_in, find_headed
from bot.answer.values import Fact
from knowledge.law.resolution import Address, Part
from tests.support.answers.provisions import document
from tests.support.documents.documents import (
    BINH_DUONG,
    BUNDLED,
    CA_MAU,
    KIM_THANH,
    LANG_SON,
    NINH_BINH,
    at,
    bundled,
)

CLOSING = Part.CLOSING
PREAMBLE = Part.PREAMBLE
SIGNATURE = Part.SIGNATURE


@pytest.mark.parametrize(
    ("name", "fact", "part", "words"),
    [
        pytest.param(NINH_BINH, Fact.NUMBER, PREAMBLE, "Số: 30/2024/NQ-HĐND", id="NB number"),
        pytest.param(LANG_SON, Fact.NUMBER, PREAMBLE, "08/2024/NQ-HĐND", id="LS number"),
        pytest.param(KIM_THANH, Fact.NUMBER, PREAMBLE, "Số: 21 /NQ-HĐND", id="KT number"),
        pytest.param(BINH_DUONG, Fact.NUMBER, None, "", id="BD number"),
        pytest.param(CA_MAU, Fact.NUMBER, None, "", id="CM number"),
        pytest.param(
            NINH_BINH, Fact.ISSUED_ON, PREAMBLE, "ngày 04 tháng 12 năm 2024", id="NB issued"
        ),
        pytest.param(
            LANG_SON, Fact.ISSUED_ON, PREAMBLE, "ngày 23 tháng 7 năm 2024", id="LS issued"
        ),
        pytest.param(
            BINH_DUONG,
            Fact.ISSUED_ON,
            CLOSING,
            "thông qua ngày 23 tháng 7 năm 2024",
            id="BD issued",
        ),
        pytest.param(
            CA_MAU, Fact.ISSUED_ON, CLOSING, "thông qua ngày 11 tháng 11 năm 2024", id="CM issued"
        ),
        pytest.param(
            KIM_THANH, Fact.ISSUED_ON, PREAMBLE, "ngày 23 tháng 6 năm 2026", id="KT issued"
        ),
        pytest.param(
            KIM_THANH, Fact.PASSED_ON, Part.ARTICLE, "ngày 23 tháng 6 năm 2026", id="KT passed"
        ),
        pytest.param(CA_MAU, Fact.PASSED_ON, CLOSING, "ngày 11 tháng 11 năm 2024", id="CM passed"),
        pytest.param(
            NINH_BINH, Fact.EFFECT, CLOSING, "từ ngày 01 tháng 01 năm 2025", id="NB effect"
        ),
        pytest.param(LANG_SON, Fact.EFFECT, CLOSING, "từ ngày 05 tháng 8 năm 2024", id="LS effect"),
        pytest.param(BINH_DUONG, Fact.EFFECT, CLOSING, "kể từ ngày thông qua", id="BD effect"),
        pytest.param(KIM_THANH, Fact.EFFECT, Part.ARTICLE, "kể từ ngày thông qua", id="KT effect"),
        pytest.param(CA_MAU, Fact.EFFECT, None, "", id="CM effect"),
        pytest.param(NINH_BINH, Fact.SESSION, CLOSING, "kỳ họp thứ 26", id="NB session"),
        pytest.param(LANG_SON, Fact.SESSION, CLOSING, "kỳ họp thứ hai mươi bảy", id="LS session"),
        pytest.param(BINH_DUONG, Fact.SESSION, CLOSING, "kỳ họp thứ 16", id="BD session"),
        pytest.param(CA_MAU, Fact.SESSION, CLOSING, "Kỳ họp thứ 16 (Chuyên đề)", id="CM session"),
        pytest.param(KIM_THANH, Fact.SESSION, Part.ARTICLE, "kỳ họp thứ Hai", id="KT session"),
        pytest.param(NINH_BINH, Fact.SIGNER, SIGNATURE, "Mai Văn Tuất", id="NB signer"),
        pytest.param(LANG_SON, Fact.SIGNER, SIGNATURE, "Đoàn Thị Hậu", id="LS signer"),
        pytest.param(BINH_DUONG, Fact.SIGNER, SIGNATURE, "Nguyễn Văn Lộc", id="BD signer"),
        pytest.param(CA_MAU, Fact.SIGNER, SIGNATURE, "Nguyễn Tiến Hải", id="CM signer"),
        pytest.param(KIM_THANH, Fact.SIGNER, SIGNATURE, "Nguyễn Thành Thăng", id="KT signer"),
    ],
)
def test_each_fact_stands_where_the_document_tells_it(
    name: str, fact: Fact, part: Part | None, words: str
) -> None:
    told = find_fact_in(bundled(name), fact)

    assert (told.address.part if told else None) is part
    assert words in (told.quote if told else "")


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize(
    ("fact", "words"),
    [
        pytest.param(Fact.ISSUER, "Hội đồng nhân dân", id="issuer"),
        pytest.param(Fact.LEGAL_BASES, "Căn cứ Luật Thực hiện dân chủ ở cơ sở", id="legal bases"),
        pytest.param(Fact.TITLE, "biện pháp bảo đảm thực hiện dân chủ ở cơ sở", id="title"),
    ],
)
def test_every_document_tells_who_made_it_and_on_what_grounds(
    name: str, fact: Fact, words: str
) -> None:
    told = find_fact_in(bundled(name), fact)

    assert told is not None
    assert words.casefold() in " ".join(told.quote.split()).casefold()


@pytest.mark.parametrize("name", BUNDLED)
def test_no_document_tells_when_it_expires(name: str) -> None:
    assert find_fact_in(bundled(name), Fact.EXPIRY) is None


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("fact", [fact for fact in Fact if fact not in HEADINGS])
def test_a_fact_is_told_in_the_words_of_its_provision(name: str, fact: Fact) -> None:
    told = find_fact_in(bundled(name), fact)
    if told:
        provision = bundled(name).find(told.address)
        assert provision is not None
        assert told.quote in provision.text


def test_nothing_is_told_by_a_document_without_head_and_closing() -> None:
    bare = document({(1,): "Giao Ủy ban nhân dân tỉnh tổ chức thực hiện."})

    assert all(find_fact_in(bare, fact) is None for fact in Fact if fact not in HEADINGS)


@pytest.mark.parametrize(
    ("name", "fact", "address"),
    [
        pytest.param(NINH_BINH, Fact.AUDIENCE, at(NINH_BINH, 1, 1, "b"), id="NB audience"),
        pytest.param(NINH_BINH, Fact.SUBJECT, at(NINH_BINH, 1, 1, "a"), id="NB subject"),
        pytest.param(LANG_SON, Fact.AUDIENCE, at(LANG_SON, 1, 2), id="LS audience"),
        pytest.param(LANG_SON, Fact.SUBJECT, at(LANG_SON, 1, 1), id="LS subject"),
        pytest.param(CA_MAU, Fact.AUDIENCE, None, id="CM audience"),
        pytest.param(BINH_DUONG, Fact.SUBJECT, None, id="BD subject"),
    ],
)
def test_audience_and_subject_stand_under_their_own_heading(
    name: str, fact: Fact, address: Address | None
) -> None:
    assert find_headed(bundled(name), fact) == address
