"""A question set of the console is worth the same there and to the command, on the real index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.commands.wiring import Application
from bot.config import Settings
from bot.store.store import Store
from bot.store.values import Role
from index.embedding.shipped import NAME
from tests.support.console.console import STAFF, House
from tests.support.console.standards import PLACE, as_file
from tests.support.documents.documents import LANG_SON
from tests.support.running.danbiet import Prepared, run
from tests.support.running.stores import KEY

FIGURES = (
    "questions", "answerable", "recall@1", "recall@3", "recall@5", "mrr", "first_citation",
    "status_accuracy", "facts_said", "broken_promises", "by_style", "by_right",
    "by_resolution", "statuses",
)  # fmt: skip


def line(name: str, question: str, article: int, **said: Any) -> dict[str, Any]:
    gold = [{"resolution": LANG_SON, "article": article}]
    asked = {"id": name, "question": question, "place": PLACE, "gold": gold}
    return {**asked, "style": "formal", **said}


SET: list[dict[str, Any]] = [
    line("right", "Khoản 2 Điều 4 nghị quyết nói gì?", 4, right="biet", must_say=[["cuộc thi"]]),
    line("money", "Kinh phí thực hiện lấy từ nguồn nào?", 5, style="hard"),
    line(
        "wrong",
        "Khoản 3 Điều 4 nghị quyết nói gì?",
        5,
        right="ban",
        must_say=[["chín lần", "9 lần"]],
    ),
    {"id": "refused", "question": "?!", "expect": "out_of_scope"},
    {"id": "nowhere", "question": "Loa phường?", "place": "xã Không Có", "expect": "no_resolution"},
]


@pytest.fixture
def house(prepared: Prepared, tmp_path: Path) -> Iterator[House]:
    """A console over the real index, whose work is done at once."""
    parts = Application(Settings(data_dir=prepared.folder, embedding_model=NAME))
    embedder = parts.embedder()
    edition = parts.edition(embedder)
    with closing(Store.open(f"sqlite:///{tmp_path / 'danbiet.sqlite'}", KEY)) as store:
        house = House(store, tmp_path)
        house.office = replace(
            house.office,
            edition=lambda: edition,
            editions=lambda: parts.kept(embedder),
            background=lambda work: work(),
        )
        house.app.state.office = house.office
        house.open_to(STAFF, Role.STAFF)
        yield house


def test_an_exported_set_evaluates_to_the_same_figures(
    prepared: Prepared, house: House, tmp_path: Path
) -> None:
    officer = house.visitor(STAFF)
    sent = {"csrf": officer.csrf("/mat-khau"), "ten": "Thử"}
    officer.client.post("/bo-cau-hoi/nhap", data=sent, files={"tep": ("bo", as_file(*SET))})
    officer.post("/bo-cau-hoi/1/chay")
    path = tmp_path / "exported.jsonl"
    path.write_bytes(officer.get("/bo-cau-hoi/1/tai-ve").content)

    printed = json.loads(run("evaluate", path, "--json", data=prepared.folder).stdout)
    (ran,) = house.office.store.set_runs.newest(1, house.clock(), most=1)
    assert ran.figures
    told = {name: ran.figures[name] for name in FIGURES}
    assert told == {name: printed[name] for name in FIGURES}
    assert printed["facts_said"] == 0.5
    assert {one["is_right"] for one in printed["results"]} == {True, False}
