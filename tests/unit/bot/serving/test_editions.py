"""The version that serves, exchanged while questions go on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from bot.answer.catalogue import Catalogue
from bot.answer.edition import Edition
from bot.serving.editions import Editions
from tests.support.console.console import edition


def test_the_latest_version_is_opened_once_however_many_ask() -> None:
    latest, opened = ["1"], list[str]()

    def open_latest() -> Edition:
        opened.append(latest[0])
        return Edition(latest[0], edition().answerer, Catalogue())

    editions = Editions(open_latest, lambda: latest[0])
    assert not editions.refresh()
    latest[0] = "2"
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(lambda _: editions.refresh(), range(4)))
    assert sorted(told) == [False, False, False, True]
    assert opened == ["1", "2"]
    assert editions.current().version == "2"
