"""What documents say about themselves, and what is not guessed where they say nothing."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.law.labels.lines import clean_lines
from knowledge.law.labels.paragraphs import Layout, layout_of
from knowledge.law.resolution import Effect, Territory
from knowledge.parsing.head.head import Metadata, head_paragraphs, read_metadata
from tests.support.documents import documents

PASSED = date(2024, 12, 4)


@pytest.mark.parametrize(
    ("head", "number"),
    [
        pytest.param("Số: 30/2024/NQ-HĐND", "30/2024/NQ-HĐND", id="with a year"),
        pytest.param("Số: 21 /NQ-HĐND", "21/NQ-HĐND", id="blank inside"),
        pytest.param("Số 21/NQ-HĐND", "21/NQ-HĐND", id="no colon"),
        pytest.param("Số:\n08/2024/NQ-HĐND", "08/2024/NQ-HĐND", id="on the next line"),
        pytest.param("Số: 05/NQ-HĐND-ĐB", "05/NQ-HĐND-ĐB", id="three signs"),
        pytest.param("Số: 10/2022/QH15", "10/2022/QH15", id="law"),
        pytest.param("Số: /NQ-HĐND", None, id="left blank"),
        pytest.param("Số: … /NQ-HĐND", None, id="dots"),
        pytest.param(
            "Số:   /2026/NQ-HĐND\nNGHỊ QUYẾT\nSỬA ĐỔI NGHỊ QUYẾT SỐ 7/2021/NQ-HĐND",
            None,
            id="blank, another in the title in capitals",
        ),
        pytest.param(
            "Số: …/NQ-HĐND\nNGHỊ QUYẾT\nSửa đổi Nghị quyết số 7/2021/NQ-HĐND",
            None,
            id="dots, another in the title",
        ),
        pytest.param(
            "NGHỊ QUYẾT\nSửa đổi Nghị quyết Số 7/2021/NQ-HĐND", None, id="another in the title"
        ),
        pytest.param("Số: 7 / 2026 / QĐ - UBND", "7/2026/QĐ-UBND", id="blanks around the signs"),
        pytest.param("Số: 76/2025/NQ-UBTVQH15", "76/2025/NQ-UBTVQH15", id="digits at the end"),
        pytest.param("QUYẾT ĐỊNH\nSố: 7/QĐ-UBND", "7/QĐ-UBND", id="own line below the kind"),
        pytest.param(
            "Luật sửa đổi một số điều của Luật Thư viện số 98/2025/QH15 (12/12/2025)",
            "98/2025/QH15",
            id="one line that names another kind before its own number and day",
        ),
        pytest.param(
            "Nghị quyết sửa đổi Nghị quyết số 7/2021/NQ-HĐND", None, id="one line, of another"
        ),
        pytest.param("NGHỊ QUYẾT", None, id="not there"),
        pytest.param("Căn cứ Nghị định số 59/2023/NĐ-CP;", None, id="number of a legal basis"),
        pytest.param("Căn cứ Nghị quyết Số 9/NQ-HĐND;", None, id="legal basis with a capital"),
    ],
)
def test_number_is_the_document_s_own(head: str, number: str | None) -> None:
    assert _metadata(head).head.number == number


@pytest.mark.parametrize(
    ("head", "place", "day", "month"),
    [
        pytest.param(
            "Ninh Bình, ngày 04 tháng 12 năm 2024", "Ninh Bình", PASSED, (2024, 12), id="full"
        ),
        pytest.param(
            "Lạng Sơn, ngày 04\ntháng 12 năm 2024", "Lạng Sơn", PASSED, (2024, 12), id="wrapped"
        ),
        pytest.param(
            "| Số: 1/NQ-HĐND | Huế, ngày 04 tháng 12 năm 2024 |",
            "Huế",
            PASSED,
            (2024, 12),
            id="beside the number",
        ),
        pytest.param(
            "Cà Mau, ngày tháng 11 năm 2024", "Cà Mau", None, (2024, 11), id="day left blank"
        ),
        pytest.param(
            "Cà Mau, ngày … tháng 11 năm 2024", "Cà Mau", None, (2024, 11), id="dots for the day"
        ),
        pytest.param("Cà Mau, ngày tháng năm 2024", "", None, None, id="day and month blank"),
        pytest.param(
            "Số: 1/NQ-HĐND\nngày 04 tháng 12 năm 2024\nNGHỊ QUYẾT",
            "",
            PASSED,
            None,
            id="day without a place",
        ),
        pytest.param(
            "Số: 1/NQ-HĐND | Ngày 04 tháng 12 năm 2024\nNGHỊ QUYẾT",
            "",
            PASSED,
            None,
            id="day without a place in a column",
        ),
        pytest.param(
            "NGHỊ QUYẾT\nSửa đổi Nghị quyết số 7/NQ-HĐND\nngày 04 tháng 12 năm 2024",
            "",
            None,
            None,
            id="day of another in the title",
        ),
        pytest.param(
            "Căn cứ Luật Thư viện ngày 04 tháng 12 năm 2024;\nNGHỊ QUYẾT",
            "",
            None,
            None,
            id="day of a legal basis",
        ),
        pytest.param(
            "Cà Mau, ngày 31 tháng 11 năm 2024", "Cà Mau", None, (2024, 11), id="no such day"
        ),
        pytest.param("NGHỊ QUYẾT", "", None, None, id="not there"),
    ],
)
def test_place_and_day(
    head: str, place: str, day: date | None, month: tuple[int, int] | None
) -> None:
    found = _metadata(head).head
    assert (found.place, found.issued_on, found.issued_month) == (place, day, month)


@pytest.mark.parametrize(
    ("head", "closing", "issuer", "territory"),
    [
        pytest.param(
            "HỘI ĐỒNG NHÂN DÂN TỈNH NINH BÌNH",
            "",
            "Hội đồng nhân dân tỉnh Ninh Bình",
            Territory("tỉnh Ninh Bình"),
            id="province in capitals",
        ),
        pytest.param(
            "HỘI ĐỒNG NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU",
            "",
            "Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu",
            Territory("tỉnh Bà Rịa - Vũng Tàu"),
            id="dash in the name",
        ),
        pytest.param(
            "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG",
            "",
            "Hội đồng nhân dân thành phố Đà Nẵng",
            Territory("thành phố Đà Nẵng"),
            id="city",
        ),
        pytest.param(
            "",
            "Nghị quyết này đã được Hội đồng nhân dân phường Kim Thanh khóa II, kỳ họp thứ Hai "
            "thông qua.",
            "Hội đồng nhân dân phường Kim Thanh",
            Territory(None, "phường Kim Thanh"),
            id="commune in the closing",
        ),
        pytest.param(
            "",
            "Nghị quyết này đã được Hội đồng nhân dân tỉnh Cà Mau Khoá X thông qua.",
            "Hội đồng nhân dân tỉnh Cà Mau",
            Territory("tỉnh Cà Mau"),
            id="other tone placement",
        ),
        pytest.param(
            "HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI",
            "Nghị quyết này có hiệu lực từ ngày 01/3/2026, bãi bỏ Nghị quyết số 5/2021/NQ-HĐND của "
            "Hội đồng nhân dân tỉnh Yên Bái (nay là tỉnh Lào Cai).",
            "Hội đồng nhân dân tỉnh Lào Cai",
            Territory("tỉnh Lào Cai"),
            id="council of a document that is ended",
        ),
        pytest.param("NGHỊ QUYẾT", "", "", Territory(None), id="not there"),
        pytest.param(
            "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ DĨ AN",
            "",
            "Hội đồng nhân dân thành phố Dĩ An",
            Territory(None, "thành phố Dĩ An"),
            id="city inside a province",
        ),
        pytest.param(
            "HỘI ĐỒNG NHÂN DÂN XÃ TÂN THÀNH - TỈNH LẠNG SƠN",
            "",
            "Hội đồng nhân dân xã Tân Thành",
            Territory(None, "xã Tân Thành"),
            id="commune with its province",
        ),
        pytest.param(
            "HĐND XÃ TÂN THÀNH",
            "Nghị quyết này được HĐND xã khóa I, kỳ họp thứ Ba thông qua",
            "Hội đồng nhân dân xã Tân Thành",
            Territory(None, "xã Tân Thành"),
            id="abbreviated, without its name in the closing sentence",
        ),
        pytest.param(
            "CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\nSố: 3/2026/QĐ-CTUBND\nQUYẾT ĐỊNH",
            "",
            "Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn",
            Territory("tỉnh Lạng Sơn"),
            id="chair of a committee",
        ),
        pytest.param(
            "CHỦ TỊCH\nỦY BAN NHÂN DÂN\nXÃ TÂN THÀNH\nQUYẾT ĐỊNH",
            "",
            "Chủ tịch Ủy ban nhân dân xã Tân Thành",
            Territory(None, "xã Tân Thành"),
            id="chair over three lines",
        ),
        pytest.param(
            "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "ĐẶC KHU PHÚ QUÝ | Độc lập - Tự do - Hạnh phúc\nQUYẾT ĐỊNH",
            "",
            "Ủy ban nhân dân đặc khu Phú Quý",
            Territory(None, "đặc khu Phú Quý"),
            id="columns",
        ),
        pytest.param(
            "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "XÃ EA H'LEO Độc lập - Tự do - Hạnh phúc\nQUYẾT ĐỊNH",
            "",
            "Ủy ban nhân dân xã Ea H'leo",
            Territory(None, "xã Ea H'leo"),
            id="columns without a seam",
        ),
        pytest.param(
            "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ\nHỒ CHÍ MINH\nQUYẾT ĐỊNH",
            "",
            "Ủy ban nhân dân thành phố Hồ Chí Minh",
            Territory("thành phố Hồ Chí Minh"),
            id="name in a line of its own",
        ),
        pytest.param(
            "QUYẾT ĐỊNH\nỦy ban nhân dân tỉnh Lạng Sơn ban hành Quyết định quy định mức chi.",
            "",
            "Ủy ban nhân dân tỉnh Lạng Sơn",
            Territory("tỉnh Lạng Sơn"),
            id="told in the sentence that issues",
        ),
        pytest.param(
            "ỦY BAN THƯỜNG VỤ QUỐC HỘI\nSố: /2026/UBTVQH15\nNGHỊ QUYẾT",
            "",
            "Ủy ban Thường vụ Quốc hội",
            Territory(None, nationwide=True),
            id="centre of the state without a number",
        ),
        pytest.param(
            "NGHỊ QUYẾT\n\nCăn cứ Nghị quyết của Hội đồng nhân dân tỉnh Lạng Sơn;",
            "",
            "",
            Territory(None),
            id="another council among the bases alone",
        ),
    ],
)
def test_issuer_and_territory(head: str, closing: str, issuer: str, territory: Territory) -> None:
    found = _metadata(head, closing)
    assert (found.head.issuer, found.territory) == (issuer, territory)


@pytest.mark.parametrize(
    ("head", "term", "session"),
    [
        pytest.param("KHÓA XV - KỲ HỌP THỨ 26", "khóa XV", "kỳ họp thứ 26", id="dash"),
        pytest.param("KHÓA II, KỲ HỌP THỨ HAI", "khóa II", "kỳ họp thứ hai", id="comma"),
        pytest.param("Khoá X, Kỳ họp thứ 16", "khoá X", "kỳ họp thứ 16", id="other tone placement"),
        pytest.param(
            "khóa X, kỳ họp thứ 16 (Chuyên đề) thông qua",
            "khóa X",
            "kỳ họp thứ 16 (Chuyên đề)",
            id="kind of session",
        ),
        pytest.param("NGHỊ QUYẾT", "", "", id="not there"),
    ],
)
def test_term_and_session(head: str, term: str, session: str) -> None:
    found = _metadata(head).head
    assert (found.term, found.session) == (term, session)


@pytest.mark.parametrize(
    ("head", "kind", "title"),
    [
        pytest.param(
            "NGHỊ QUYẾT\nVề việc lấy ý kiến\ntrên địa bàn\nHỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH",
            "Nghị quyết",
            "Về việc lấy ý kiến trên địa bàn",
            id="two lines",
        ),
        pytest.param(
            "NGHỊ QUYẾT\nQUY ĐỊNH MỨC CHI TẠI TỈNH HÀ TĨNH\nHỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH",
            "Nghị quyết",
            "Quy định mức chi tại tỉnh Hà Tĩnh",
            id="capitals",
        ),
        pytest.param("NGHỊ ĐỊNH\nQuy định chi tiết", "Nghị định", "", id="no council"),
        pytest.param("Điều lệ", "", "", id="no kind"),
    ],
)
def test_kind_and_title(head: str, kind: str, title: str) -> None:
    found = _metadata(head).head
    assert (found.kind, found.title) == (kind, title)


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        pytest.param(
            "VỀ VIỆC THU QUỸ CỦA THÀNH PHỐ HUẾ NĂM 2027",
            "Về việc thu quỹ của thành phố Huế năm 2027",
            id="city and year",
        ),
        pytest.param(
            "GIAO VỐN CHO UBND XÃ CHÂN MÂY - LĂNG CÔ, GIAI ĐOẠN I",
            "Giao vốn cho UBND xã Chân Mây - Lăng Cô, giai đoạn I",
            id="abbreviation, commune, Roman number",
        ),
        pytest.param(
            "BÃI BỎ QUYẾT ĐỊNH SỐ 5/2020/QĐ-TTG VÀ ĐIỀU 4 NGHỊ QUYẾT SỐ 6/2021/NQ-HĐND",
            "Bãi bỏ Quyết định số 5/2020/QĐ-TTg và Điều 4 Nghị quyết số 6/2021/NQ-HĐND",
            id="numbers of documents",
        ),
        pytest.param(
            "PHỐI HỢP GIỮA SỞ Y TẾ VÀ ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH HÒA BÌNH VÌ HÒA BÌNH",
            "Phối hợp giữa Sở Y tế và Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hòa Bình vì hòa bình",
            id="bodies, and a word that is also a name",
        ),
        pytest.param(
            "QUY ĐỊNH MỨC CHI\n(Thực hiện khoản 2 Điều 9 Luật Thư viện)",
            "Quy định mức chi (Thực hiện khoản 2 Điều 9 Luật Thư viện)",
            id="a line that is no capitals",
        ),
    ],
)
def test_a_title_in_capitals_keeps_those_of_names(shouted: str, written: str) -> None:
    head = f"NGHỊ QUYẾT\n{shouted}\nHỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH"
    assert _metadata(head).head.title == written


def test_the_document_itself_tells_how_its_names_are_written() -> None:
    head = (
        "NGHỊ QUYẾT\nQUY ĐỊNH GIẢI THƯỞNG CÂY BÚT VÀNG QUÊ HƯƠNG\nHỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH\n"
        "Xét Tờ trình về việc quy định Giải thưởng Cây bút vàng Quê hương của tỉnh;"
    )
    assert _metadata(head).head.title == "Quy định Giải thưởng Cây bút vàng Quê hương"


@pytest.mark.parametrize(
    ("closing", "effect"),
    [
        pytest.param(
            "thông qua ngày 04 tháng 12 năm 2024 và có hiệu lực từ ngày 01 tháng 01 năm 2025.",
            Effect(PASSED, date(2025, 1, 1)),
            id="day of effect",
        ),
        pytest.param(
            "thông qua ngày 04/12/2024 và có hiệu lực thi hành kể từ ngày 01/01/2025.",
            Effect(PASSED, date(2025, 1, 1)),
            id="slashes",
        ),
        pytest.param(
            "thông qua ngày 04 tháng 12 năm 2024 và có hiệu lực kể từ ngày thông qua.",
            Effect(PASSED, PASSED, on_passage=True),
            id="on passage",
        ),
        pytest.param(
            "thông qua tại kỳ họp thứ 9 ngày 04 tháng 12 năm 2024.",
            Effect(PASSED),
            id="session before the day",
        ),
        pytest.param(
            "thông qua tại kỳ họp và có hiệu lực từ ngày 01 tháng 01 năm 2025.",
            Effect(None, date(2025, 1, 1)),
            id="day of effect is not the day of passage",
        ),
        pytest.param(
            "thông qua và có hiệu lực kể từ ngày thông qua.",
            Effect(None, None, on_passage=True),
            id="on passage, day unknown",
        ),
        pytest.param(
            "thông qua ngày 04 tháng 12 năm 2024.", Effect(PASSED), id="effect is not told"
        ),
        pytest.param(
            "có hiệu lực sau 10 ngày kể từ ngày thông qua.", Effect(), id="effect after some days"
        ),
        pytest.param("", Effect(), id="no closing"),
    ],
)
def test_effect_is_told_and_never_guessed(closing: str, effect: Effect) -> None:
    assert _metadata("", closing).effect == effect


def test_a_legal_basis_runs_on_over_wrapped_lines() -> None:
    found = _metadata(
        "Căn cứ Luật Tổ chức; Luật sửa đổi một số điều của\nLuật Tổ chức Chính phủ;\n"
        "Căn cứ Luật Thực hiện dân chủ ở cơ sở;\n\n"
        "Xét Tờ trình số 123/TTr-UBND\nngày 02 tháng 7 năm 2024.\nQUYẾT NGHỊ:"
    )
    assert found.head.legal_bases == (
        "Căn cứ Luật Tổ chức; Luật sửa đổi một số điều của Luật Tổ chức Chính phủ;",
        "Căn cứ Luật Thực hiện dân chủ ở cơ sở;",
        "Xét Tờ trình số 123/TTr-UBND ngày 02 tháng 7 năm 2024.",
    )


def test_what_follows_a_legal_basis_after_a_blank_line_is_none() -> None:
    lines, _ = clean_lines(["Căn cứ Luật Tổ chức;", "", "Hội đồng nhân dân đã thảo luận."])
    texts = [paragraph.text for paragraph in head_paragraphs(lines, Layout())]
    assert texts == ["Căn cứ Luật Tổ chức;", "Hội đồng nhân dân đã thảo luận."]


def _metadata(head: str, closing: str = "") -> Metadata:
    lines, _ = clean_lines(head.split("\n"))
    return read_metadata(head_paragraphs(lines, layout_of(lines)), closing)


def test_a_joint_resolution_is_of_a_kind_of_its_own() -> None:
    text = documents.CLEAN.replace("NGHỊ QUYẾT\n", "NGHỊ QUYẾT LIÊN TỊCH\n")
    head = documents.parsed(text).resolution.head
    assert head.kind == "Nghị quyết liên tịch"
    assert head.title.startswith("Quy định")
