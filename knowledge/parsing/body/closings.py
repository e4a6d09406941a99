"""The closing sentence: it says that a document was passed, by whom and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.law.labels.labels import LabelLevel, label_of
from knowledge.law.labels.lines import Line, terminated

_KINDS = ("Nghị quyết", "Luật", "Pháp lệnh", "Nghị định", "Quyết định", "Thông tư")
_KIND = rf"(?:{'|'.join(_KINDS)})"
_NAMED = re.compile(
    rf"{_KIND} này (?:đã )?được(?:$|\s+(?:Hội đồng|HĐND|Quốc hội|Chính phủ|thông qua|kỳ họp))"
)
"""The beginning of a closing sentence that a line may cut before its day."""
_PASSED = re.compile(
    rf"{_KIND}(?P<this> này)?(?: đã)? được\s[^.;]{{0,300}}?thông qua[^.;]{{0,120}}?ngày\s+\d"
)
"""A closing sentence in one line, with the day on which the document was passed."""
_GLUED = re.compile(
    rf"(?<=[.;”])\s+(?={_KIND} này(?: đã)? được\s[^.;]{{0,300}}?thông qua[^.;]{{0,120}}?ngày\s+\d)"
)
"""The seam before a closing sentence that stands in the paragraph of the last article."""
_LONGEST = 5
"""Lines over which a wrapped sentence goes until its day."""


def parted(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield `lines`, a closing sentence that is glued to another one as a line of its own."""
    for line in lines:
        if _GLUED.search(line.text) is None:
            yield line
            continue
        own, *others = _GLUED.split(line.text)
        yield replace(line, text=own)
        yield from (replace(line, text=text, after_blank=True, apart=True) for text in others)


def begins_closing(lines: Sequence[Line], before: str) -> bool:
    """Return True if the first of `lines`, which stands behind the text `before`, is the closing.

    Without "này" it is one only if it says on which day the document was passed. If the sentence
    before has no end, a blank parts them; below a heading it is the text of that article.
    """
    first = lines[0]
    if terminated(before) and _NAMED.match(first.text):
        return True
    if not first.text.startswith(_KINDS):
        return False
    passed = _PASSED.match(" ".join(line.text for line in lines[:_LONGEST]))
    above = label_of(before)
    heads = above is not None and above.level is LabelLevel.ARTICLE
    blank = first.after_blank and not heads
    return passed is not None and (terminated(before) or blank)
