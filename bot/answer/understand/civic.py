"""The words in which people speak of the life of their commune, whatever they ask about it."""

from __future__ import annotations

from knowledge.language.patterns import any_of, folded

_CIVIC = any_of(
    "thon|ap|xom|khom|lang|khu pho|to dan pho|ba con|nhan dan|hop|mat tran|uy ban|hoi dong",
    "can bo|cong chuc|vien chuc|lanh dao|sep|tap the|co quan|chinh quyen|dai bieu|bi thu",
    "dan chu|nghi quyet|huong uoc|quy uoc|quy che|gop y|y kien|ban bac|cong khai|minh bach",
    "giam sat|thanh tra|kiem tra|bo phieu|lay phieu|bieu quyet|gio tay|khieu nai|to cao",
    "kien nghi|phan anh|tiep dan|doi thoai|mot cua|tuyen truyen|tap huan|khen thuong|thi dua",
)


def is_civic(text: str) -> bool:
    """Return True if a word of civic life stands in `text`."""
    return _CIVIC.search(folded(text)) is not None
