"""Documents for tests: the sources that come with the project, and a small one without a fault."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from knowledge.law.resolution import Address, Part, Resolution
from knowledge.law.signs import Sign
from knowledge.library.library import SOURCES
from knowledge.parsing.parser import ParsedSource, parse_lines, read_resolution
from knowledge.readers.text.plain_text import read_text

BINH_DUONG = "binh-duong-2024"
CA_MAU = "ca-mau-2024"
KIM_THANH = "kim-thanh-21-2026"
LANG_SON = "lang-son-08-2024"
NINH_BINH = "ninh-binh-30-2024"
BUNDLED = (BINH_DUONG, CA_MAU, KIM_THANH, LANG_SON, NINH_BINH)

CLEAN = """\
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Số: 12/2025/NQ-HĐND

An Giang, ngày 10 tháng 7 năm 2025

NGHỊ QUYẾT

Quy định các biện pháp bảo đảm thực hiện dân chủ ở cơ sở trên địa bàn tỉnh An Giang

HỘI ĐỒNG NHÂN DÂN TỈNH AN GIANG

KHÓA X, KỲ HỌP THỨ 20

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;

Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;

Xét Tờ trình số 15/TTr-UBND ngày 01 tháng 7 năm 2025 của Ủy ban nhân dân tỉnh.

QUYẾT NGHỊ:

Điều 1. Phạm vi điều chỉnh

Nghị quyết này quy định các biện pháp bảo đảm thực hiện dân chủ ở cơ sở.

Nghị quyết này được áp dụng trên địa bàn tỉnh An Giang.

Điều 2. Các biện pháp bảo đảm

1. Công khai thông tin

a) Niêm yết tại nhà văn hóa;

b) Đăng trên trang thông tin điện tử;

c) Thông báo trên hệ thống truyền thanh;

d) Thông báo tại cuộc họp của cộng đồng dân cư;

đ) Gửi văn bản đến từng hộ gia đình.

2. Lấy ý kiến của Nhân dân

- Phát phiếu đến từng hộ gia đình.

- Tổ chức đối thoại.

Điều 3. Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết.

Điều 4. Tổ chức giám sát

1. Thường trực Hội đồng nhân dân tỉnh giám sát việc thực hiện Nghị quyết.

2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát việc thực hiện.

Nghị quyết này đã được Hội đồng nhân dân tỉnh An Giang khóa X, kỳ họp thứ 20 thông qua ngày \
10 tháng 7 năm 2025 và có hiệu lực từ ngày 20 tháng 7 năm 2025./.

Nơi nhận:

- Ủy ban Thường vụ Quốc hội;
- Chính phủ;
- Lưu: VT.

TM. HỘI ĐỒNG NHÂN DÂN

CHỦ TỊCH

Lê Văn An
"""
"""A well-formed resolution, one paragraph a line. Province, number and rules are made up."""


OF_PROVINCE = """\
HỘI ĐỒNG NHÂN DÂN
TỈNH AN GIANG
Số: 40/2025/NQ-HĐND
An Giang, ngày 10 tháng 7 năm 2025
NGHỊ QUYẾT
{title}
HỘI ĐỒNG NHÂN DÂN TỈNH AN GIANG
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
QUYẾT NGHỊ:
{articles}
Nghị quyết này đã được Hội đồng nhân dân tỉnh An Giang khóa X, kỳ họp thứ 20 thông qua ngày \
10 tháng 7 năm 2025 và có hiệu lực từ ngày 20 tháng 7 năm 2025.
"""
"""The text that becomes a resolution with `title` and `articles`."""

LITTER = OF_PROVINCE.format(
    title="Quy định về thu gom rác thải sinh hoạt tại đô thị",
    articles="""\
Điều 1. Thời gian thu gom
1. Các hộ để rác trước cửa từ 18 giờ; tổ dân phố nhắc hộ để rác sai giờ.
2. Xe rác đi qua mỗi khu phố hai lần một ngày, trừ ngày lễ.
Điều 2. Trách nhiệm
1. Công ty môi trường rửa thùng rác, thay thùng hỏng trong ba ngày.
2. Khi người dân phản ánh thùng rác đầy, công ty phải cử xe đến trong buổi.
""",
)
"""A resolution of another field, in which residential groups are named."""


def successor(*sentences: str) -> str:
    """Return a resolution of the council of CLEAN that says `sentences`, clause by clause.

    It is in force since 1 March 2026; what it says stands in Article 3.
    """
    text = CLEAN.replace("12/2025", "30/2026")
    text = text.replace("20 tháng 7 năm 2025", "01 tháng 3 năm 2026")
    clauses = "\n\n".join(f"{number}. {one}" for number, one in enumerate(sentences, start=1))
    last = "Điều 3. Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết."
    return text.replace(last, f"Điều 3. Hiệu lực\n\n{clauses}")


def of_commune(commune: str, title: str = "", basis: str = "", behind: str = "") -> str:
    """Return CLEAN as a resolution of `commune`, whose province it names nowhere by itself.

    `title` follows the commune in the title, `behind` in the closing sentence; `basis` is a further
    legal basis.
    """
    named = "\n\nHỘI ĐỒNG NHÂN DÂN"
    text = CLEAN.replace(
        f"trên địa bàn tỉnh An Giang{named}", f"trên địa bàn {commune}{title}{named}"
    )
    text = text.replace("TỈNH AN GIANG", commune.upper()).replace("An Giang, ngày", "Xã, ngày")
    text = text.replace("tỉnh An Giang khóa", f"{commune}{behind} khóa")
    text = text.replace("tỉnh An Giang", commune).replace("nhân dân tỉnh", "nhân dân xã")
    return text.replace("QUYẾT NGHỊ:", f"{basis}\n\nQUYẾT NGHỊ:")


def source_of(resolution_id: str) -> Path:
    """Return where the source of a bundled document stands."""
    return SOURCES / f"{resolution_id}.txt"


@cache
def bundled(resolution_id: str) -> Resolution:
    """Return a bundled document with its corrections, read once."""
    return read_resolution(source_of(resolution_id)).resolution


def lines_of(text: str) -> list[str]:
    """Return the lines of `text` as a reader gives them to the parser."""
    return list(read_text(text.encode()).lines)


def parsed(text: str) -> ParsedSource:
    """Return the document that `text` holds, under the id "test"."""
    return parse_lines(lines_of(text), "test")


def at(
    resolution_id: str,
    article: Sign,
    clause: Sign | None = None,
    point: str | None = None,
    bullet: int | None = None,
) -> Address:
    """Return the address of a provision, in the order in which a citation narrows it."""
    return Address(resolution_id, Part.ARTICLE, article, clause, point, bullet)


def in_annex(
    resolution_id: str,
    annex: int,
    article: Sign | None = None,
    clause: Sign | None = None,
    point: str | None = None,
) -> Address:
    """Return the address of a provision of an annex, or of the annex as a whole."""
    return Address(resolution_id, Part.ANNEX, article, clause, point, annex=annex)


def line_with(needle: str, text: str) -> int:
    """Return the number of the only line of `text` in which `needle` stands."""
    (number,) = [number for number, line in enumerate(text.splitlines(), start=1) if needle in line]
    return number
