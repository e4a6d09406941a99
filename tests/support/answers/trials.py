"""Questions that are tried in the console, with a search that finds what it is given."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.answerer import Answerer
from bot.answer.edition import Edition
from bot.console.application import console
from index.hit import Hit
from tests.support.answers.answers import FakeSearcher, as_found, gazetteer, hit, library
from tests.support.console.console import House
from tests.support.conversations.conversations import catalogue
from tests.support.documents.documents import CA_MAU, LANG_SON, at
from tests.support.language.language import speller

MONEY = "kinh phí lấy ở đâu?"
PATH = "/thu-cau-hoi"
HITS = (hit(at(LANG_SON, 5)), hit(at(LANG_SON, 3, 1), 15), hit(at(CA_MAU, 2), 14))


def finding(*hits: Hit) -> Edition:
    """Return the bundled documents, of which every search finds `hits`."""
    answerer = Answerer(library(), FakeSearcher(hits or HITS), gazetteer(), speller(), fit=as_found)
    return Edition("7", answerer, catalogue())


def answering(house: House, *hits: Hit) -> House:
    """Return `house`, where every search finds `hits`."""
    edition = finding(*hits)
    house.office = replace(house.office, edition=lambda: edition)
    house.app = console(house.office)
    return house
