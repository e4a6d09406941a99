"""Consolidated texts: the act is read, and who vouches for the copy is told apart from it."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.law.references.citation import document_label
from knowledge.law.resolution import Consolidation, Part, Resolution
from tests.support.documents.documents import CLEAN, parsed

STATED = (
    "Nghị quyết số 12/2025/NQ-HĐND ngày 10 tháng 7 năm 2025 của Hội đồng nhân dân tỉnh An Giang"
    " quy định các biện pháp, có hiệu lực kể từ ngày 20 tháng 7 năm 2025, được sửa đổi, bổ sung"
    " bởi:"
)
AMENDER = (
    "Nghị quyết số 30/2026/NQ-HĐND ngày 05 tháng 3 năm 2026 của Hội đồng nhân dân tỉnh An Giang"
    " sửa đổi Nghị quyết số 12/2025/NQ-HĐND, có hiệu lực kể từ ngày 15 tháng 3 năm 2026."
)
CERTIFICATE = "XÁC THỰC VĂN BẢN HỢP NHẤT\n\nAn Giang, ngày 02 tháng 4 năm 2026\n\nCHỦ TỊCH\n\n"
TITLE = "thực hiện dân chủ ở cơ sở trên địa bàn tỉnh An Giang\n\nHỘI ĐỒNG"


def _consolidated(stated: str = STATED, amender: str = AMENDER, end: str = CERTIFICATE) -> str:
    text = CLEAN.replace("Số: 12/2025/NQ-HĐND", "Số: 04/VBHN-HĐND")
    text = text.replace("ngày 10 tháng 7 năm 2025\n", "ngày 02 tháng 4 năm 2026\n")
    told = TITLE.replace("HỘI ĐỒNG", f"{stated}\n\n{amender}\n\nHỘI ĐỒNG")
    return text.replace(TITLE, told) + f"\n{end}Trần Thị Bình\n"


def _words(resolution: Resolution) -> list[str]:
    return [one.words for one in resolution.provisions if one.address.part is not Part.PREAMBLE]


def test_the_act_is_what_is_cited() -> None:
    act, copy = parsed(CLEAN).resolution, parsed(_consolidated()).resolution
    assert (copy.head.number, copy.head.issued_on) == (act.head.number, act.head.issued_on)
    assert (copy.head.title, copy.effect.since) == (act.head.title, act.effect.since)
    assert document_label(copy) == document_label(act)
    assert copy.head.consolidation == Consolidation(
        "04/VBHN-HĐND", date(2026, 4, 2), ("30/2026/NQ-HĐND",)
    )


def test_an_act_called_by_its_name_is_read() -> None:
    law = (
        "Luật Thực hiện dân chủ ở thôn số 77/2030/QH17 ngày 10 tháng 11 năm 2030 của Quốc hội,"
        " có hiệu lực kể từ ngày 01 tháng 7 năm 2031, được sửa đổi, bổ sung bởi:"
    )
    resolution = parsed(_consolidated(stated=law)).resolution
    assert (resolution.head.number, resolution.effect.since) == ("77/2030/QH17", date(2031, 7, 1))


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(CERTIFICATE, id="heading"),
        pytest.param(CERTIFICATE.capitalize(), id="small letters"),
        pytest.param(f"ỦY BAN NHÂN DÂN TỈNH\nSố: 04/VBHN-HĐND\n{CERTIFICATE}", id="numbered"),
    ],
)
def test_the_certificate_is_no_word_of_a_provision_and_its_signer_not_the_signer(end: str) -> None:
    act, copy = parsed(CLEAN).resolution, parsed(_consolidated(end=end)).resolution
    assert _words(copy) == _words(act)
    assert (copy.signer, copy.recipients) == ("Lê Văn An", act.recipients)
    [aside] = copy.asides
    assert "Trần Thị Bình" in aside.text


def test_without_a_signature_of_the_act_the_certificate_gives_none() -> None:
    start = CLEAN.index("Nơi nhận")
    text = _consolidated().replace(CLEAN[start:], "")
    resolution = parsed(text).resolution
    assert (resolution.signer, resolution.signer_title) == ("", "")
    assert _words(resolution) == _words(parsed(CLEAN[:start]).resolution)


def test_a_document_that_amends_another_is_no_consolidated_text() -> None:
    text = CLEAN.replace(TITLE, TITLE.replace("HỘI ĐỒNG", f"{STATED}\n\nHỘI ĐỒNG"))
    assert parsed(text).resolution.head.consolidation is None
