"""Titles set in capitals, written as sentences: only names and abbreviations keep capitals."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from knowledge.gazetteer.lists.listed import is_listed_unit
from knowledge.gazetteer.mergers import PROVINCES
from knowledge.language.spelling import bare_tone, list_words

_TOKEN = re.compile(r"\d[\w/-]*|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")
_ASIDE = re.compile(r"\s(?=\()")
_FIELDS = (
    *("Nội vụ", "Tư pháp", "Tài chính", "Công Thương", "Nông nghiệp và Môi trường", "Xây dựng"),
    *("Văn hóa, Thể thao và Du lịch", "Khoa học và Công nghệ", "Giáo dục và Đào tạo", "Y tế"),
    *("Dân tộc và Tôn giáo", "Ngoại vụ", "Du lịch", "Văn hóa và Thể thao", "Quốc phòng"),
    *("Tài nguyên và Môi trường", "Nông nghiệp và Phát triển nông thôn", "Giao thông vận tải"),
    *("Kế hoạch và Đầu tư", "Lao động - Thương binh và Xã hội", "Thông tin và Truyền thông"),
)
_NAMES: Final = (
    *("Hội đồng nhân dân", "Ủy ban nhân dân", "Quốc hội", "Ủy ban Thường vụ Quốc hội"),
    *("Chính phủ", "Thủ tướng Chính phủ", "Việt Nam", "Hồ Chí Minh", "Mặt trận Tổ quốc"),
    *("Ủy ban Mặt trận Tổ quốc", "Đảng Cộng sản Việt Nam", "Liên đoàn Lao động", "Hội Nông dân"),
    *("Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Hội Chữ thập đỏ", "Luật Thủ đô"),
    *("Đoàn Thanh niên Cộng sản", "Hội Người cao tuổi", "Công an nhân dân", "Quân đội nhân dân"),
    *("Liên hiệp các hội Khoa học và Kỹ thuật", "Thủ đô"),
    *(f"{office} {field}" for office in ("Bộ", "Sở") for field in _FIELDS),
)
"""Bodies and organisations that titles name, as a sentence writes them."""
_DOCUMENTS = ("Nghị quyết", "Quyết định", "Nghị định", "Luật", "Thông tư", "Pháp lệnh", "Chỉ thị")
_UNIT_TYPES = (
    *("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"),
)
_COUNTED = frozenset(
    {"lục", "đoạn", "khóa", "khoá", "chương", "phần", "thứ", "quý", "loại", "hạng", "nhóm", "kỳ"}
)
"""Last syllables of what Roman numbers count."""
_ROMAN = re.compile(r"[IVXLC]+")
_LONGEST_NAME = 9
_SHORTEST_RUN = 3
_LONGEST_RUN = 40
_MOST_PLACES = 40
_SHOUTED_SHARE = 0.8

Tokens = Sequence[str]
Run = tuple[int, list[str]]
"""The place of some words of a title, and their spelling."""


def in_sentence_case(title: str, witnesses: str) -> str:
    """Return `title` as a sentence writes it; lines of it that are no capitals stay as they are.

    The text `witnesses` of the same document is the first witness of how its words are written.
    """
    lines = [" ".join(part.split()) for line in title.split("\n") for part in _ASIDE.split(line)]
    written = [_quiet(line, witnesses) if _is_shouted(line) else line for line in lines]
    whole = " ".join(filter(None, written))
    return whole[:1].upper() + whole[1:] if _is_shouted(lines[0]) else whole


def _is_shouted(line: str) -> bool:
    letters = [letter for letter in line if letter.isalpha()]
    return sum(map(str.isupper, letters)) > _SHOUTED_SHARE * len(letters)


def _quiet(line: str, witnesses: str) -> str:
    """Return `line` in small letters, but for what the witnesses write in capitals."""
    places = [match.span() for match in _TOKEN.finditer(line)]
    tokens = [line[start:end] for start, end in places]
    written = [_alone(tokens, place) for place in range(len(tokens))]
    lowered = [token.lower() for token in tokens]
    runs = (*_of_documents(lowered), *_of_names(lowered), *_of_units(lowered))
    for start, words in (*runs, *_told(lowered, witnesses)):
        written[start : start + len(words)] = words
    pieces, end = [], 0
    for (start, stop), word in zip(places, written, strict=True):
        pieces += [line[end:start], word]
        end = stop
    return "".join([*pieces, line[end:]])


def _alone(tokens: Tokens, place: int) -> str:
    """Return the token at `place`: numbers and what is no syllable keep their capitals."""
    token = tokens[place]
    if token[0].isdigit():
        return re.sub("TTG$", "TTg", token)
    before = tokens[place - 1].lower() if place else ""
    counts = _ROMAN.fullmatch(token) and before in _COUNTED
    known = not token.isalpha() or len(token) == 1 or bare_tone(token) in _syllables()
    return token.lower() if known and not counts else token


def _of_documents(lowered: Tokens) -> Iterator[Run]:
    """Yield kinds of documents before a number, and articles: "Nghị quyết số 5", "Điều 9"."""
    for place, word in enumerate(lowered):
        following = lowered[place + 1] if place + 1 < len(lowered) else ""
        if word == "điều" and following[:1].isdigit():
            yield place, ["Điều"]
        if word == "số" and following[:1].isdigit():
            for kind in map(str.split, _DOCUMENTS):
                start = place - len(kind)
                if start >= 0 and list(lowered[start:place]) == [
                    syllable.lower() for syllable in kind
                ]:
                    yield start, kind


def _of_names(lowered: Tokens) -> Iterator[Run]:
    for place, word in enumerate(lowered):
        for name in _names().get(word, ()):
            if [syllable.lower() for syllable in name] == list(lowered[place : place + len(name)]):
                yield place, name


def _of_units(lowered: Tokens) -> Iterator[Run]:
    """Yield the names behind the word for a kind of unit: "xã Tân Thành"."""
    for place in range(len(lowered)):
        for kind in _UNIT_TYPES:
            length = len(kind.split())
            if " ".join(lowered[place : place + length]) != kind:
                continue
            if run := _named(kind, lowered[place + length : place + length + _LONGEST_NAME]):
                yield place + length, run


def _named(kind: str, words: Tokens) -> list[str]:
    """Return the longest name of a `kind` of unit that `words` begin with, as it is written."""
    for end in range(len(words), 0, -1):
        if words[end - 1][-1].isalnum() and is_listed_unit(f"{kind} {' '.join(words[:end])}"):
            return [word.capitalize() for word in words[:end]]
    return []


def _told(lowered: Tokens, witnesses: str) -> Iterator[Run]:
    """Yield the longest runs of words that `witnesses` has too, as it writes them."""
    parts = (part for line in witnesses.split("\n") for part in _ASIDE.split(line))
    witness = [token for part in parts if not _is_shouted(part) for token in _split(part)]
    small = [token.lower() for token in witness]
    pairs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place in range(len(small) - 1):
        if len(places := pairs[small[place], small[place + 1]]) < _MOST_PLACES:
            places.append(place)
    place = 0
    while place < len(lowered) - 1:
        starts = pairs.get((lowered[place], lowered[place + 1]), [])
        length, start = max(
            ((_common(lowered, place, small, start), start) for start in starts), default=(0, 0)
        )
        told_alike = length >= _SHORTEST_RUN
        if told_alike:
            yield place, witness[start : start + length]
        place += length if told_alike else 1


def _common(title: Tokens, start: int, other: Tokens, place: int) -> int:
    """Return how many words the two have in common from there on."""
    most = min(_LONGEST_RUN, len(title) - start, len(other) - place)
    return next((n for n in range(most) if title[start + n] != other[place + n]), most)


def _split(text: str) -> list[str]:
    return _TOKEN.findall(text)


@cache
def _names() -> dict[str, list[list[str]]]:
    """Return the names by their first word, the longer of two behind the shorter."""
    names: defaultdict[str, list[list[str]]] = defaultdict(list)
    provinces = (
        province.split(" ", 2 if province.startswith("thành phố") else 1)[-1]
        for province in PROVINCES
    )
    common = {bare_tone(word) for word in list_words() if word.islower()}
    alone = [
        province for province in provinces if " " in province and bare_tone(province) not in common
    ]
    for name in sorted((*_NAMES, *alone), key=len):
        words = _split(name)
        names[words[0].lower()].append(words)
    return names


@cache
def _syllables() -> frozenset[str]:
    """Return the syllables of the dictionary; what it has in capitals alone is an abbreviation."""
    spelled = (
        syllable for word in list_words() for syllable in word.split() if not syllable.isupper()
    )
    return frozenset(map(bare_tone, spelled)) - {"tp"}
