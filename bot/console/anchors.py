"""The anchors of provisions on pages, and links to them."""

from __future__ import annotations

from urllib.parse import urlencode

from knowledge.law.resolution import Address, Part

_PARTS = {
    Part.PREAMBLE: "phan-mo-dau",
    Part.CLOSING: "phan-ket",
    Part.SIGNATURE: "phan-chu-ky",
}


def anchor(address: Address) -> str:
    """Return the anchor of a provision, such as "dieu-4-khoan-2-diem-c"; điểm đ is "diem-dd"."""
    if address.part in _PARTS:
        return _PARTS[address.part]
    steps = (
        ("kem-theo", address.annex),
        ("dieu", address.article),
        ("khoan", address.clause),
        ("diem", address.point),
        ("gach", address.bullet),
    )
    signs = (f"{name}-{value}" for name, value in steps if value is not None)
    return "-".join(signs).replace("đ", "dd")


def reading_link(address: Address, quote: str = "") -> str:
    """Return the link that opens the document at the provision, `quote` highlighted there."""
    here = anchor(address)
    query = urlencode({"vi-tri": here, **({"trich": quote} if quote else {})})
    return f"/nghi-quyet/{address.resolution}?{query}#{here}"
