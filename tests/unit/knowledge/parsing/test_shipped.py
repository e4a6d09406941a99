"""The five documents that come with the project, read from their damaged copies."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.law.resolution import Address, Effect, Part, Territory
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

TITLE = "các biện pháp bảo đảm thực hiện dân chủ ở cơ sở trên địa bàn"


@pytest.mark.parametrize(
    ("resolution_id", "units"),
    [
        pytest.param(NINH_BINH, 52, id=NINH_BINH),
        pytest.param(KIM_THANH, 50, id=KIM_THANH),
        pytest.param(BINH_DUONG, 29, id=BINH_DUONG),
        pytest.param(LANG_SON, 51, id=LANG_SON),
        pytest.param(CA_MAU, 32, id=CA_MAU),
    ],
)
def test_counts_of_units_in_articles(resolution_id: str, units: int) -> None:
    addresses = [
        unit.address
        for unit in bundled(resolution_id).provisions
        if unit.address.part is Part.ARTICLE
    ]
    assert len(addresses) == units
    assert len(set(addresses)) == units


@pytest.mark.parametrize(
    ("resolution_id", "parts"),
    [
        pytest.param(NINH_BINH, ["preamble", "closing", "signature"], id=NINH_BINH),
        pytest.param(KIM_THANH, ["preamble", "signature"], id=KIM_THANH),
        pytest.param(BINH_DUONG, ["preamble", "closing", "signature"], id=BINH_DUONG),
        pytest.param(LANG_SON, ["preamble", "closing", "signature"], id=LANG_SON),
        pytest.param(CA_MAU, ["preamble", "closing", "signature"], id=CA_MAU),
    ],
)
def test_parts_beside_the_articles(resolution_id: str, parts: list[str]) -> None:
    found = [unit.address.part.value for unit in bundled(resolution_id).provisions]
    assert [part for part in found if part != "article"] == parts


@pytest.mark.parametrize(
    ("address", "heading", "begins", "ends"),
    [
        pytest.param(
            at(NINH_BINH, 1),
            "Quyết định các biện pháp bảo đảm thực hiện dân chủ ở cơ sở "
            "trên địa bàn tỉnh Ninh Bình, cụ thể như sau",
            "",
            "",
            id="title over two bold lines",
        ),
        pytest.param(
            at(NINH_BINH, 1, 1, "b"),
            "Đối tượng áp dụng",
            "Cơ quan, đơn vị sự nghiệp của Đảng,",
            "trên địa bàn tỉnh Ninh Bình.\n"
            "Các tổ chức, cá nhân có liên quan đến thực hiện dân chủ ở cơ sở.",
            id="paragraphs without a label",
        ),
        pytest.param(
            at(NINH_BINH, 1, 2),
            "Nguyên tắc bảo đảm thực hiện dân chủ ở cơ sở",
            "",
            "",
            id="clause set as a heading",
        ),
        pytest.param(
            at(NINH_BINH, 1, 2, "d"),
            "",
            "Bảo vệ lợi ích của Nhà nước,",
            "của tổ chức, cá nhân.",
            id="first of two points d in clause 2",
        ),
        pytest.param(
            at(NINH_BINH, 1, 2, "đ"),
            "",
            "Bảo đảm công khai, minh bạch,",
            "thực hiện dân chủ ở cơ sở.",
            id="second of two points d in clause 2",
        ),
        pytest.param(
            at(NINH_BINH, 1, 3, "d"),
            "",
            "Bảo đảm 100% các cơ quan, đơn vị, địa phương hỗ trợ,",
            "chính quyền số, xã hội số.",
            id="first of two points d in clause 3",
        ),
        pytest.param(
            at(NINH_BINH, 1, 3, "đ"),
            "",
            "Kịp thời biểu dương,",
            "công tác dân chủ ở cơ sở; kịp thời phát hiện và xử lý nghiêm các cơ quan, đơn vị, "
            "tổ chức, cá nhân vi phạm pháp luật về thực hiện dân chủ ở cơ sở.",
            id="page break in the second of two points d",
        ),
        pytest.param(
            at(NINH_BINH, 2, 3, "c"),
            "",
            "Nâng cao chất lượng hoạt động và phát huy vai trò của Ban Thanh tra nhân dân trong "
            "các cơ quan, đơn vị, địa phương và Ban Giám sát đầu tư của cộng đồng ở địa phương.",
            "giám sát tại cơ sở.",
            id="page break between words",
        ),
        pytest.param(
            at(NINH_BINH, 2, 5, "c"),
            "",
            "Hàng năm Ủy ban nhân dân các cấp",
            "theo quy định của pháp luật, kịp thời phát hiện và xử lý nghiêm cơ quan, đơn vị, "
            "tổ chức, cá nhân vi phạm pháp luật về thực hiện dân chủ ở cơ sở.",
            id="page break behind a comma",
        ),
        pytest.param(
            at(KIM_THANH, 1, 2, None, 2),
            "",
            "Các tổ chức, cá nhân có liên quan",
            "thực hiện dân chủ ở cơ sở.",
            id="bullet without a point",
        ),
        pytest.param(
            at(KIM_THANH, 2, 3, "a"),
            "Tăng cường công tác thông tin, tuyên truyền, phổ biến, giáo dục pháp luật về thực "
            "hiện dân chủ ở cơ sở; nâng cao nhận thức cộng đồng về việc bảo đảm thực hiện dân chủ "
            "ở cơ sở.",
            "",
            "",
            id="italic heading of a point",
        ),
        pytest.param(
            at(KIM_THANH, 2, 3, "c", 4),
            "",
            "Tập trung chỉ đạo, cụ thể hóa phương châm “Dân biết, dân bàn, dân làm, dân kiểm tra, "
            "dân giám sát, dân hưởng thụ”;",
            "kiểm tra, giám sát việc tổ chức thực hiện các nội dung đã bàn, quyết định theo quy "
            "định tại Luật thực hiện dân chủ ở cơ sở và pháp luật khác có liên quan.",
            id="page break in a bullet of a point",
        ),
        pytest.param(
            at(KIM_THANH, 5),
            "Hiệu lực thi hành",
            "Nghị quyết này đã được Hội đồng nhân dân phường Kim Thanh khóa II, kỳ họp thứ Hai "
            "(kỳ họp thường lệ giữa năm) thông qua ngày 23 tháng 6 năm 2026",
            "và có hiệu lực kể từ ngày thông qua.",
            id="article that is the sentence of passage",
        ),
        pytest.param(
            at(BINH_DUONG, 1, 5, "b"),
            "",
            "Bố trí trang thiết bị đầy đủ,",
            "bảo đảm phù hợp với mức độ ứng dụng công nghệ thông tin của cơ quan, đơn vị, tổ chức "
            "trong việc tổ chức thực hiện dân chủ ở cơ sở.",
            id="page break in a point",
        ),
        pytest.param(
            at(BINH_DUONG, 1, 5, "d"),
            "",
            "Xây dựng và hướng dẫn sử dụng ứng dụng biểu quyết trực tuyến",
            "bàn và quyết định theo pháp luật.",
            id="online vote",
        ),
        pytest.param(
            at(BINH_DUONG, 3),
            "",
            "Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết.",
            "thực hiện Nghị quyết.",
            id="article without a heading",
        ),
        pytest.param(
            at(LANG_SON, 1), "Phạm vi điều chỉnh và đối tượng áp dụng", "", "", id="wrapped heading"
        ),
        pytest.param(
            at(LANG_SON, 2),
            "Nguyên tắc bảo đảm thực hiện dân chủ ở cơ sở",
            "",
            "",
            id="heading on the line below its label",
        ),
        pytest.param(
            at(LANG_SON, 1, 1),
            "Phạm vi điều chỉnh",
            "Nghị quyết này quy định nguyên tắc, mục tiêu và các biện pháp",
            "trên địa bàn tỉnh Lạng Sơn.",
            id="heading of a clause above wrapped text",
        ),
        pytest.param(
            at(LANG_SON, 3, 4),
            "",
            "100% cơ quan, đơn vị, tổ chức, địa phương ban hành quy chế",
            "pháp luật hiện hành có liên quan.",
            id="wrapped line that begins with a year",
        ),
        pytest.param(
            at(LANG_SON, 4, 7, "b"),
            "",
            "Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng xây dựng kế hoạch",
            "và kế hoạch đề ra.",
            id="wrapped between two capitals",
        ),
        pytest.param(
            at(LANG_SON, 5),
            "Kinh phí thực hiện",
            "Kinh phí bảo đảm để triển khai thực hiện Nghị quyết",
            "theo quy định của pháp luật.",
            id="heading and text of a wrapped article",
        ),
        pytest.param(
            at(CA_MAU, 1, 1, "a"),
            "",
            "Cơ quan, đơn vị, địa phương, doanh nghiệp quan tâm",
            "kỹ năng triển khai thực hiện hương ước, quy ước;",
            id="half wrapped, half not",
        ),
    ],
)
def test_words_of_units_that_are_hard_to_read(
    address: Address, heading: str, begins: str, ends: str
) -> None:
    unit = bundled(address.resolution).find(address)
    assert unit is not None
    assert unit.heading == heading
    assert unit.text.startswith(begins)
    assert unit.text.endswith(ends)
    assert bool(unit.text) is bool(begins)


@pytest.mark.parametrize(
    ("resolution_id", "number", "issuer", "place", "day"),
    [
        pytest.param(
            NINH_BINH,
            "30/2024/NQ-HĐND",
            "tỉnh Ninh Bình",
            "Ninh Bình",
            date(2024, 12, 4),
            id=NINH_BINH,
        ),
        pytest.param(
            KIM_THANH,
            "21/NQ-HĐND",
            "phường Kim Thanh",
            "Kim Thanh",
            date(2026, 6, 23),
            id=KIM_THANH,
        ),
        pytest.param(
            BINH_DUONG, None, "tỉnh Bình Dương", "Bình Dương", date(2024, 7, 23), id=BINH_DUONG
        ),
        pytest.param(
            LANG_SON,
            "08/2024/NQ-HĐND",
            "tỉnh Lạng Sơn",
            "Lạng Sơn",
            date(2024, 7, 23),
            id=LANG_SON,
        ),
        pytest.param(CA_MAU, None, "tỉnh Cà Mau", "Cà Mau", date(2024, 11, 11), id=CA_MAU),
    ],
)
def test_number_issuer_place_and_day(
    resolution_id: str, number: str | None, issuer: str, place: str, day: date
) -> None:
    head = bundled(resolution_id).head
    assert head.number == number
    assert head.issuer == f"Hội đồng nhân dân {issuer}"
    assert (head.place, head.issued_on) == (place, day)


@pytest.mark.parametrize(
    ("resolution_id", "title", "term", "session", "bases"),
    [
        pytest.param(
            NINH_BINH,
            f"Quyết định {TITLE} tỉnh Ninh Bình",
            "khóa XV",
            "kỳ họp thứ 26",
            8,
            id=NINH_BINH,
        ),
        pytest.param(
            KIM_THANH,
            f"Quyết định {TITLE} phường Kim Thanh",
            "khóa II",
            "kỳ họp thứ Hai (kỳ họp thường lệ giữa năm)",
            6,
            id=KIM_THANH,
        ),
        pytest.param(
            BINH_DUONG,
            f"Quy định {TITLE} tỉnh Bình Dương",
            "khóa X",
            "kỳ họp thứ 16",
            7,
            id=BINH_DUONG,
        ),
        pytest.param(
            LANG_SON,
            f"Quy định {TITLE} tỉnh Lạng Sơn",
            "khóa XVII",
            "kỳ họp thứ hai mươi bảy",
            5,
            id=LANG_SON,
        ),
        pytest.param(
            CA_MAU,
            f"Về {TITLE} tỉnh Cà Mau",
            "khóa X",
            "kỳ họp thứ 16 (Chuyên đề)",
            6,
            id=CA_MAU,
        ),
    ],
)
def test_title_session_and_legal_bases(
    resolution_id: str, title: str, term: str, session: str, bases: int
) -> None:
    head = bundled(resolution_id).head
    assert (head.kind, head.title) == ("Nghị quyết", title)
    assert (head.term, head.session) == (term, session)
    assert len(head.legal_bases) == bases
    assert all(basis.startswith(("Căn cứ ", "Xét ")) for basis in head.legal_bases)


@pytest.mark.parametrize(
    ("resolution_id", "territory", "effect", "signer"),
    [
        pytest.param(
            NINH_BINH,
            Territory("tỉnh Ninh Bình"),
            Effect(date(2024, 12, 4), date(2025, 1, 1)),
            "Mai Văn Tuất",
            id=NINH_BINH,
        ),
        pytest.param(
            KIM_THANH,
            Territory("tỉnh Ninh Bình", "phường Kim Thanh"),
            Effect(date(2026, 6, 23), date(2026, 6, 23), on_passage=True),
            "Nguyễn Thành Thăng",
            id=KIM_THANH,
        ),
        pytest.param(
            BINH_DUONG,
            Territory("tỉnh Bình Dương"),
            Effect(date(2024, 7, 23), date(2024, 7, 23), on_passage=True),
            "Nguyễn Văn Lộc",
            id=BINH_DUONG,
        ),
        pytest.param(
            LANG_SON,
            Territory("tỉnh Lạng Sơn"),
            Effect(date(2024, 7, 23), date(2024, 8, 5)),
            "Đoàn Thị Hậu",
            id=LANG_SON,
        ),
        pytest.param(
            CA_MAU,
            Territory("tỉnh Cà Mau"),
            Effect(date(2024, 11, 11)),
            "Nguyễn Tiến Hải",
            id=CA_MAU,
        ),
    ],
)
def test_territory_effect_and_signer(
    resolution_id: str, territory: Territory, effect: Effect, signer: str
) -> None:
    resolution = bundled(resolution_id)
    assert (resolution.territory, resolution.effect) == (territory, effect)
    assert (resolution.signer, resolution.signer_title) == (signer, "Chủ tịch")


@pytest.mark.parametrize(
    ("resolution_id", "recipients", "last"),
    [
        pytest.param(NINH_BINH, 16, "- Lưu: VT, phòng TTDN.", id=NINH_BINH),
        pytest.param(KIM_THANH, 9, "- Lưu: VT.", id=KIM_THANH),
        pytest.param(BINH_DUONG, 14, "- Lưu: VT, Trg.", id=BINH_DUONG),
        pytest.param(LANG_SON, 20, "- Lưu: VT, HSKH.", id=LANG_SON),
        pytest.param(CA_MAU, 13, "- Lưu: VT.", id=CA_MAU),
    ],
)
def test_recipients_are_no_provisions(resolution_id: str, recipients: int, last: str) -> None:
    resolution = bundled(resolution_id)
    assert len(resolution.recipients) == recipients + 1
    assert resolution.recipients[-1] == last
    words = "\n".join(unit.words for unit in resolution.provisions)
    assert not any(recipient in words for recipient in resolution.recipients)


def test_debris_of_the_scanner_is_kept_out_of_the_closing() -> None:
    resolution = bundled(NINH_BINH)
    closing = resolution.find(Address(NINH_BINH, Part.CLOSING))
    assert closing is not None
    assert closing.text.endswith("có hiệu lực từ ngày 01 tháng 01 năm 2025.")
    assert resolution.debris == ("Ae",)


@pytest.mark.parametrize("resolution_id", BUNDLED)
def test_no_mark_of_a_converter_is_left_in_the_words(resolution_id: str) -> None:
    words = "\n".join(unit.words for unit in bundled(resolution_id).provisions)
    assert not set(words) & set("*#|{}_\t")
    assert "  " not in words


@pytest.mark.parametrize("resolution_id", BUNDLED)
def test_every_unit_has_words(resolution_id: str) -> None:
    assert all(unit.words for unit in bundled(resolution_id).provisions)
