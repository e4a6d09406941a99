"""The 34 provinces of today, the 63 of before 1 July 2025, and the earlier ones since 1975.

Sources: Resolution 202/2025/QH15 of the National Assembly, Article 1, for 2025; for the earlier
ones its resolutions of 27 December 1975, 29 December 1978, 30 June 1989, 12 August and
26 December 1991, 6 November 1996 and 29 May 2008.
"""

from __future__ import annotations

from datetime import date
from typing import Final

MERGER_DAY: Final = date(2025, 7, 1)
"""The first day of today's provinces and communes, and of the time without districts."""

FORMER_PROVINCES: Final[dict[str, tuple[str, ...]]] = {
    "thành phố Cần Thơ": ("thành phố Cần Thơ", "tỉnh Hậu Giang", "tỉnh Sóc Trăng"),
    "thành phố Đà Nẵng": ("thành phố Đà Nẵng", "tỉnh Quảng Nam"),
    "thành phố Hà Nội": ("thành phố Hà Nội",),
    "thành phố Hải Phòng": ("thành phố Hải Phòng", "tỉnh Hải Dương"),
    "thành phố Hồ Chí Minh": (
        "thành phố Hồ Chí Minh",
        "tỉnh Bà Rịa - Vũng Tàu",
        "tỉnh Bình Dương",
    ),
    "thành phố Huế": ("thành phố Huế",),
    "tỉnh An Giang": ("tỉnh An Giang", "tỉnh Kiên Giang"),
    "tỉnh Bắc Ninh": ("tỉnh Bắc Ninh", "tỉnh Bắc Giang"),
    "tỉnh Cà Mau": ("tỉnh Cà Mau", "tỉnh Bạc Liêu"),
    "tỉnh Cao Bằng": ("tỉnh Cao Bằng",),
    "tỉnh Đắk Lắk": ("tỉnh Đắk Lắk", "tỉnh Phú Yên"),
    "tỉnh Điện Biên": ("tỉnh Điện Biên",),
    "tỉnh Đồng Nai": ("tỉnh Đồng Nai", "tỉnh Bình Phước"),
    "tỉnh Đồng Tháp": ("tỉnh Đồng Tháp", "tỉnh Tiền Giang"),
    "tỉnh Gia Lai": ("tỉnh Gia Lai", "tỉnh Bình Định"),
    "tỉnh Hà Tĩnh": ("tỉnh Hà Tĩnh",),
    "tỉnh Hưng Yên": ("tỉnh Hưng Yên", "tỉnh Thái Bình"),
    "tỉnh Khánh Hòa": ("tỉnh Khánh Hòa", "tỉnh Ninh Thuận"),
    "tỉnh Lai Châu": ("tỉnh Lai Châu",),
    "tỉnh Lạng Sơn": ("tỉnh Lạng Sơn",),
    "tỉnh Lào Cai": ("tỉnh Lào Cai", "tỉnh Yên Bái"),
    "tỉnh Lâm Đồng": ("tỉnh Lâm Đồng", "tỉnh Bình Thuận", "tỉnh Đắk Nông"),
    "tỉnh Nghệ An": ("tỉnh Nghệ An",),
    "tỉnh Ninh Bình": ("tỉnh Ninh Bình", "tỉnh Hà Nam", "tỉnh Nam Định"),
    "tỉnh Phú Thọ": ("tỉnh Phú Thọ", "tỉnh Hòa Bình", "tỉnh Vĩnh Phúc"),
    "tỉnh Quảng Ngãi": ("tỉnh Quảng Ngãi", "tỉnh Kon Tum"),
    "tỉnh Quảng Ninh": ("tỉnh Quảng Ninh",),
    "tỉnh Quảng Trị": ("tỉnh Quảng Trị", "tỉnh Quảng Bình"),
    "tỉnh Sơn La": ("tỉnh Sơn La",),
    "tỉnh Tây Ninh": ("tỉnh Tây Ninh", "tỉnh Long An"),
    "tỉnh Thái Nguyên": ("tỉnh Thái Nguyên", "tỉnh Bắc Kạn"),
    "tỉnh Thanh Hóa": ("tỉnh Thanh Hóa",),
    "tỉnh Tuyên Quang": ("tỉnh Tuyên Quang", "tỉnh Hà Giang"),
    "tỉnh Vĩnh Long": ("tỉnh Vĩnh Long", "tỉnh Bến Tre", "tỉnh Trà Vinh"),
}
"""The former provinces that make up each province of today, the namesake first."""

TODAY: Final[dict[str, str]] = {
    former: province for province, formers in FORMER_PROVINCES.items() for former in formers
}
"""The province of today in which each former province lies."""

PROVINCES: Final = (*TODAY, "tỉnh Thừa Thiên Huế")
"""Every province by its names of today and of before; Huế was renamed half a year earlier."""

EARLIER_PROVINCES: Final[dict[str, tuple[str, ...]]] = {
    "tỉnh Bắc Thái": ("tỉnh Thái Nguyên", "tỉnh Bắc Kạn"),
    "tỉnh Bình Trị Thiên": ("tỉnh Quảng Bình", "tỉnh Quảng Trị", "thành phố Huế"),
    "tỉnh Cao Lạng": ("tỉnh Cao Bằng", "tỉnh Lạng Sơn"),
    "tỉnh Cửu Long": ("tỉnh Vĩnh Long", "tỉnh Trà Vinh"),
    "tỉnh Gia Lai - Kon Tum": ("tỉnh Gia Lai", "tỉnh Kon Tum"),
    "tỉnh Hà Bắc": ("tỉnh Bắc Ninh", "tỉnh Bắc Giang"),
    "tỉnh Hà Nam Ninh": ("tỉnh Ninh Bình", "tỉnh Hà Nam", "tỉnh Nam Định"),
    "tỉnh Hà Sơn Bình": ("thành phố Hà Nội", "tỉnh Hòa Bình"),
    "tỉnh Hà Tây": ("thành phố Hà Nội",),
    "tỉnh Hà Tuyên": ("tỉnh Tuyên Quang", "tỉnh Hà Giang"),
    "tỉnh Hải Hưng": ("tỉnh Hải Dương", "tỉnh Hưng Yên"),
    "tỉnh Hoàng Liên Sơn": ("tỉnh Lào Cai", "tỉnh Yên Bái"),
    "tỉnh Minh Hải": ("tỉnh Cà Mau", "tỉnh Bạc Liêu"),
    "tỉnh Nam Hà": ("tỉnh Hà Nam", "tỉnh Nam Định"),
    "tỉnh Nghệ Tĩnh": ("tỉnh Nghệ An", "tỉnh Hà Tĩnh"),
    "tỉnh Nghĩa Bình": ("tỉnh Quảng Ngãi", "tỉnh Bình Định"),
    "tỉnh Phú Khánh": ("tỉnh Khánh Hòa", "tỉnh Phú Yên"),
    "tỉnh Quảng Nam - Đà Nẵng": ("thành phố Đà Nẵng", "tỉnh Quảng Nam"),
    "tỉnh Sông Bé": ("tỉnh Bình Dương", "tỉnh Bình Phước"),
    "tỉnh Thuận Hải": ("tỉnh Ninh Thuận", "tỉnh Bình Thuận"),
    "tỉnh Vĩnh Phú": ("tỉnh Phú Thọ", "tỉnh Vĩnh Phúc"),
    "đặc khu Vũng Tàu - Côn Đảo": ("tỉnh Bà Rịa - Vũng Tàu",),
}
"""The provinces that ended between 1975 and 2024, and the ones of June 2025 in which they lay.

Those that only lost a part, as Hậu Giang and Lai Châu did, are known by the province that kept the
name.
"""


def is_merged(province: str) -> bool:
    """Return True if today's `province` is made of several former ones."""
    return len(FORMER_PROVINCES[province]) > 1
