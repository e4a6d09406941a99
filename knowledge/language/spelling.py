"""Finds words that a scanner broke: pairs of syllables that are a word only with other marks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import groupby, pairwise
from pathlib import Path

from knowledge.errors import DanBietError
from knowledge.language.text import fold

_DICTIONARY = "corpus/data/Viet74K.txt"
_PROSE = "pipeline/pos_tag/models/pos_crf_vlsp2013_20230303/test_output.txt"
_ATTESTED = 2
"""Times that prose must use a word before it may correct another."""
_DELIBERATE = 3
"""Times that a text repeats a pair before it is the author's own."""
_SYLLABLE = re.compile(r"[^\W\d_]+")
_PAUSE = re.compile(r"[^\w\s]|[\d_\n]")
_TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"


class WordListMissing(DanBietError):
    """The package that carries the word lists is not installed."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(f"the word list {path} of underthesea is missing: run `make setup`")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A pair of syllables that is no word, and the word meant, "" where it is only doubled."""

    pair: str
    meant: str


@dataclass(frozen=True, slots=True)
class WordList:
    """Words of the dictionary, and those of two syllables that prose is known to use.

    All are in lower case with the tone mark out of its place (see `bare_tone`); `compounds` maps
    the folded form of a word to its spellings. `alone` are the syllables that prose uses as words.
    """

    words: frozenset[str]
    compounds: dict[str, frozenset[str]]
    alone: frozenset[str] = frozenset()

    def suspicions(self, text: str) -> list[Suspicion]:
        """Return the pairs of neighbouring syllables in `text` that look broken.

        A pair is broken if it is no word, neither syllable makes up a word with its other
        neighbour, and one changed diacritic makes it a word of prose; or if it is the same syllable
        twice. A pair that the text repeats is the author's. Two syllables that are words of their
        own may stand side by side: they are broken only if they lack one mark, as a scanner leaves
        it out.
        """
        suspicions = [suspicion for run in _PAUSE.split(text) for suspicion in self._in_run(run)]
        counts = Counter(suspicion.pair for suspicion in suspicions)
        return [suspicion for suspicion in suspicions if counts[suspicion.pair] < _DELIBERATE]

    def _in_run(self, run: str) -> Iterator[Suspicion]:
        syllables = [syllable.lower() for syllable in _SYLLABLE.findall(run)]
        for place, (first, second) in enumerate(pairwise(syllables)):
            words = self.compounds.get(fold(f"{first} {second}"), frozenset())
            # one syllable must stand as it is: a scanner seldom breaks both
            near = (word for word in words if (first in word.split()) != (second in word.split()))
            meant = min(near, default="")
            if (not meant and first != second) or (meant and self._are_two(first, second, meant)):
                continue
            # the pair, or half of it with a neighbour, may be a word
            around = pairwise(syllables[max(0, place - 1) : place + 3])
            if not any(bare_tone(f"{left} {right}") in self.words for left, right in around):
                yield Suspicion(f"{first} {second}", meant)

    def _are_two(self, first: str, second: str, meant: str) -> bool:
        """Return True if the pair are words of their own, unless `meant` has just one mark more."""
        if bare_tone(first) not in self.alone or bare_tone(second) not in self.alone:
            return False
        written, wanted = _marks_of(f"{first} {second}"), _marks_of(meant)
        return bool(written - wanted) or (wanted - written).total() != 1


def _marks_of(text: str) -> Counter[str]:
    """Return the diacritics of `text`, the stroke of đ among them."""
    letters = unicodedata.normalize("NFD", text)
    return Counter(sign for sign in letters if sign == "đ" or unicodedata.combining(sign))


def list_words() -> list[str]:
    """Return the words of the dictionary that underthesea carries; raise WordListMissing."""
    return _package_lines(_DICTIONARY)


def read_prose() -> list[str]:
    """Return the sentences of the prose that underthesea carries; raise WordListMissing."""
    words = (line.split("\t")[0].strip() for line in _package_lines(_PROSE))
    return [" ".join(group) for is_word, group in groupby(words, key=bool) if is_word]


def bare_tone(text: str) -> str:
    """Return `text` in lower case with each tone mark behind its syllable: "hoà" equals "hòa"."""
    return " ".join(_tone_last(word) for word in text.lower().split())


@lru_cache(maxsize=65536)
def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(letter for letter in letters if letter in _TONE_MARKS)
    return unicodedata.normalize("NFC", "".join(x for x in letters if x not in _TONE_MARKS)) + tones


@cache
def load_word_list() -> WordList:
    """Return the word list that the package underthesea carries (Apache-2.0), read once.

    Raises:
        WordListMissing: the package or one of its files is not there.
    """
    prose = Counter(line.split("\t")[0].lower() for line in _package_lines(_PROSE))
    attested = [
        word for word, count in prose.items() if word.count(" ") == 1 and count >= _ATTESTED
    ]
    words = frozenset(bare_tone(line.strip()) for line in _package_lines(_DICTIONARY))
    alone = frozenset(bare_tone(word) for word in prose if word.isalpha())
    return WordList(words | frozenset(map(bare_tone, attested)), _by_folded_form(attested), alone)


def _by_folded_form(words: Iterable[str]) -> dict[str, frozenset[str]]:
    spellings: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        spellings[fold(word)].add(word)
    return {folded: frozenset(forms) for folded, forms in spellings.items()}


def _package_lines(name: str) -> list[str]:
    spec = find_spec("underthesea")
    path = Path(spec.origin).parent / name if spec and spec.origin else Path(name)
    try:
        return unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).splitlines()
    except OSError as error:
        raise WordListMissing(name) from error
