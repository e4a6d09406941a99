"""The deeds of a document to others: it amends, adds to, replaces or repeals them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from knowledge.language.text import CAPITALS
from knowledge.law.labels.quotations import without_quotes
from knowledge.law.references.annex_mentions import annexes_before, names_all
from knowledge.law.references.citation import Reference
from knowledge.law.references.mentions import KINDS, Mention, mentions, objects
from knowledge.law.references.targets import in_annexes, listed_in, may_be_partial, targets_of
from knowledge.law.resolution import Address, Part, Provision, Resolution
from knowledge.validity.deeds import ENDING, Clause, Deed, clauses_of, ends_others
from knowledge.validity.listings import documents_listed

_SENTENCE = re.compile(
    rf"(?<=\.)\s+(?=[{CAPITALS}])|(?<=;)\s+(?=[{CAPITALS}])(?!(?:Điều|Khoản|Điểm)\s)|\n"
)
"""The seam between sentences, or between items of a list; a step of a citation goes on."""
_ANNOUNCES = re.compile(
    r"một số (?:điều|khoản|điểm|nội dung|từ|cụm từ|quy định)(?!\w)", re.IGNORECASE
)
_OF_WORDS_ANNOUNCED = re.compile(r"một số (?:cụm )?từ(?!\w)", re.IGNORECASE)
_OF_WORDS = re.compile(
    r" ?(?:(?:các|những) )?(?:(?:cụm )?từ|chữ|câu|đoạn|nội dung|quy định)? ?[“\"]"
    r"| ?(?:(?:các|những) )?(?:cụm từ|từ ngữ|từ|chữ)(?!\w)",
    re.IGNORECASE,
)
"""The words behind a verb that changes words inside provisions, be it to take them away."""
_LISTS = re.compile(
    rf"\s*(?:toàn bộ\s+)?(?:(?:các|những)\s|\d|(?:văn bản|{KINDS})\b(?! số)|:|$)", re.IGNORECASE
)
"""The announcement of documents that are listed behind it, each in a line of its own."""
_ITEM = re.compile(
    rf"[\s–-]{{0,9}}(?:(?:toàn bộ|một phần)\s+)?(?:{KINDS}|điểm|khoản|Điều)\s", re.IGNORECASE
)
"""The beginning of an item that names a document or a provision."""
_SAVING = re.compile(
    r"(?<!khấu )(?<!diệt )(?<!miễn )(?<!loại )\btrừ(?! hao)\b"
    r"|(?<!về )(?<!việc )tiếp tục (?:có hiệu lực|(?:được )?(?:áp dụng|thực hiện))",
    re.IGNORECASE,
)
"""Words by which something of a document stays in force."""
_DEED = re.compile(
    r"sửa đổi|bổ sung|(?:bãi|h(?:ủy|uỷ)) bỏ|thay (?:thế|cho|(?:các )?(?:cụm )?từ)", re.IGNORECASE
)
_OF_BODY = re.compile(
    r"của\s+(?P<issuer>(?:Hội đồng|HĐND|Chủ tịch|[UỦ][ỷyỳ] ?ban|UBND)[^,;:.()]{0,90})"
)
"""The body behind "của" in an announcement, whose documents are listed below it."""
_Named = tuple[str, tuple[str, ...]]
"""The number of a document, and the annexes of it that are named."""
_ACTING = frozenset({Part.ARTICLE, Part.CLOSING})
"""The parts of a document that can do something to others."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A deed that `provision` says it does.

    `number` is the number of the document that it is done to, as written, and `target` the
    provision of it, None for the whole or where none is named. `whole` tells that the words leave
    nothing of the document in force. `since` is the day from which it holds where the sentence
    names one; None means since the amending document is in force. `dated` is the day of the
    document that is named behind its number, `issuer` the words behind that.
    """

    provision: Address
    deed: Deed
    number: str
    target: Reference | None = None
    since: date | None = None
    whole: bool = False
    dated: date | None = None
    issuer: str = ""

    def addresses_in(self, document: Resolution) -> tuple[Address, ...]:
        """Return what is meant in `document`; the address of the whole names no article.

        Nothing is where several annexes may be meant, or the document has none of that name: an
        annex in a file of its own and its document have one number.
        """
        if self.target is None:
            return (Address(document.id),)
        if self.target.annex is None:
            return () if document.is_annex else (self.target.address_in(document),)
        meant = self.target.in_annexes_of(document)
        return meant if len(meant) == 1 or names_all(self.target.annex) else ()

    def unclear_in(self, document: Resolution) -> tuple[str, ...] | None:
        """Return the names of the annexes of which it is unclear which is meant, None if it is.

        There are none where the document has no annex of that name.
        """
        if self.target is None or self.target.annex is None or self.addresses_in(document):
            return None
        possible = (document.annex_of(address) for address in self.target.in_annexes_of(document))
        return tuple(annex.name for annex in possible if annex)


@dataclass(frozen=True, slots=True)
class _Lead:
    """The facts that an announcement tells of the documents listed behind it."""

    clause: Clause
    number: str = ""
    issuer: str = ""
    annexes: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def find_amendments(resolution: Resolution) -> tuple[Amendment, ...]:
    """Return what `resolution` does to other documents, in the order of its text.

    A clause that names no document means the one that its article names, else the one that the
    title names. A document that stands alone in a clause or point means what is announced above.
    """
    units = [unit for unit in resolution.provisions if unit.address.part in _ACTING]
    saved = _saved(units)
    leads: dict[Address, _Lead] = {}
    amendments: list[Amendment] = []
    for unit in units:
        above = [
            leads[outer.address]
            for outer in resolution.trail(unit.address)
            if outer.address in leads
        ]
        reading = _Reading(resolution, unit, above[-1] if above else None)
        reading.read()
        if reading.lead:
            leads[unit.address] = reading.lead
        amendments.extend(reading.found)
    return tuple(
        replace(amendment, whole=amendment.whole and _key_of(amendment.number) not in saved)
        for amendment in amendments
    )


def _saved(units: Iterable[Provision]) -> set[tuple[str, ...]]:
    """Return the keys of the documents of which a sentence says that something stays in force."""
    return {
        _key_of(mention.number)
        for unit in units
        for sentence in _SENTENCE.split(unit.words)
        if _SAVING.search(sentence)
        for mention in mentions(sentence)
    }


@dataclass(slots=True)
class _Reading:
    """The sentences of one provision, read one after the other.

    `lead` is what has been announced and goes on; `waiting` are documents whose deed follows.
    """

    resolution: Resolution
    unit: Provision
    lead: _Lead | None
    found: list[Amendment] = field(default_factory=list)
    waiting: list[Mention] = field(default_factory=list)
    saving: bool = field(init=False)

    def __post_init__(self) -> None:
        """See whether the provision says that something stays in force."""
        self.saving = _SAVING.search(self.unit.words) is not None

    def read(self) -> None:
        """Read every sentence of the provision; what quotes hold is the words of another."""
        for sentence in _sentences(self.unit.words):
            clauses = clauses_of(sentence, self.resolution.head.issued_on)
            if clauses:
                for clause in clauses:
                    self._do(clause, sentence)
            elif _ITEM.match(sentence):
                self._list(sentence)
            elif not sentence.rstrip().endswith((",", ";")):
                self.waiting.clear()

    def _do(self, clause: Clause, sentence: str) -> None:
        if _announces_provisions(clause):
            number, annexes = _first_named(clause.words) or self._outer()
            of_provisions = clause.deed in ENDING and not _OF_WORDS_ANNOUNCED.search(clause.words)
            lead = _Lead(replace(clause, partly=True), number, annexes=annexes)
            self.lead = lead if of_provisions else None
            return
        if clause.active and _OF_WORDS.match(clause.words):
            self._amend(replace(clause, deed=Deed.REPLACES_WORDS))
            return
        if clause.deed not in ENDING:
            self._amend(clause)
            return
        meant = objects(clause.words, governed=clause.active)
        for mention in (*self.waiting, *meant):
            self._end(mention, clause)
        self.waiting.clear()
        if meant and sentence.rstrip().endswith(";"):
            self.lead = _Lead(clause)
        elif not meant and _LISTS.match(clause.words):
            body = _OF_BODY.search(clause.words)
            self.lead = _Lead(clause, issuer=body["issuer"].strip() if body else "")
            self._end_listed(clause, self.lead.issuer)
        elif not meant and clause.active:
            self._amend(clause)

    def _list(self, sentence: str) -> None:
        """Take `sentence` for the name of a document that something announced is done to."""
        named = objects(sentence, governed=False)
        if self.lead is None:
            self.waiting.extend(named if sentence.rstrip().endswith(";") else ())
            return
        clause = self.lead.clause
        for mention in named:
            issuer = mention.issuer or self.lead.issuer
            self._end(replace(mention, issuer=issuer), clause)
        if not named and self.lead.number:
            outer = (self.lead.number, self.lead.annexes)
            self._amend(replace(clause, words=sentence), outer)

    def _end_listed(self, clause: Clause, issuer: str) -> None:
        """Add what ends by the appendix that `clause` names."""
        for mention, partly in documents_listed(self.resolution, clause.words):
            named = replace(mention, issuer=mention.issuer or issuer)
            self._end(named, replace(clause, partly=clause.partly or partly))

    def _end(self, mention: Mention, clause: Clause) -> None:
        """Add the deed of `clause`, by which a document or a part of it ends."""
        if same_number(self.resolution.head.number, mention.number):
            return
        targets = in_annexes(listed_in(mention.before), annexes_before(mention.before))
        kept = clause.partly or self.saving or may_be_partial(mention.behind)
        whole = mention.whole and not targets and not kept
        self.found.extend(
            Amendment(
                self.unit.address,
                clause.deed,
                mention.number,
                target,
                clause.since,
                whole,
                mention.day,
                mention.issuer,
            )
            for target in targets or (None,)
        )

    def _amend(self, clause: Clause, outer: _Named | None = None) -> None:
        """Add what a clause does to provisions; where it names no document, to that above it."""
        named = [mention.number for mention in mentions(clause.words)]
        above, annexes = _first_named(clause.words) or outer or self._outer()
        numbers = named or [above]
        if not numbers[0]:
            return
        targets = in_annexes(targets_of(clause.words), annexes)
        pairs: list[tuple[str, Reference | None]] = [
            (numbers[0], reference) for reference in targets
        ]
        pairs = pairs or [(number, None) for number in numbers]
        self.found.extend(
            Amendment(self.unit.address, clause.deed, number, target, clause.since)
            for number, target in pairs
        )

    def _outer(self) -> _Named:
        """Return the number of the document that the headings above and the title speak of.

        Beside it stand the annexes of it that they name.
        """
        above = (outer.words for outer in self.resolution.trail(self.unit.address))
        texts = (self.resolution.head.title, *(without_quotes(words) for words in above))
        amending = (text for text in texts if _DEED.search(text))
        named = [document for text in amending if (document := _first_named(text))]
        return named[-1] if named else ("", ())


def _first_named(words: str) -> _Named | None:
    """Return the number of the first document in `words`, and its annexes that they name."""
    first = next(mentions(words), None)
    return (first.number, annexes_before(words[: first.start])) if first else None


def _sentences(words: str) -> Iterator[str]:
    """Yield the sentences of `words`; documents listed behind a colon, that end, are a further one.

    "Các nghị quyết sau đây hết hiệu lực: Nghị quyết số …" says the same as with a line for each.
    """
    for sentence in _SENTENCE.split(without_quotes(words)):
        announcement, colon, listed = sentence.partition(": ")
        if colon and ends_others(announcement) and next(mentions(announcement), None) is None:
            yield f"{announcement}:"
            yield listed
        else:
            yield sentence


def _announces_provisions(clause: Clause) -> bool:
    """Return True if `clause` speaks of some provisions, before it names the document of them."""
    first = next(mentions(clause.words), None)
    return clause.active and bool(
        _ANNOUNCES.search(clause.words, 0, first.start if first else len(clause.words))
    )


def same_number(own: str | None, named: str) -> bool:
    """Return True if a document with the number `own` is the one `named`, or a namesake of it."""
    return own is not None and _key_of(own) == _key_of(named)


def _key_of(number: str) -> tuple[str, ...]:
    return tuple(part.lstrip("0").casefold() for part in number.split("/"))
