"""Documents whose provisions nobody assigned to topics are answered nearly as well as others."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands.wiring import Application
from bot.config import Settings
from bot.evaluation.question_set import read_question_set
from index.metrics import recall_at
from tests.support.documents.documents import BUNDLED
from tests.support.running.danbiet import Prepared
from training.learn.examples import RememberingEmbedder
from training.newcomers import Query, Version, of_items, ranks

SETS = sorted((Path(__file__).parents[2] / "question_sets").glob("*.jsonl"))


@pytest.fixture(scope="module")
def asked() -> list[Query]:
    return [one for path in SETS for one in of_items(read_question_set(path), "all")]


@pytest.fixture(scope="module")
def parts(prepared: Prepared) -> Application:
    return Application(Settings(data_dir=prepared.folder))


@pytest.fixture(scope="module")
def version(prepared: Prepared, parts: Application) -> Version:
    return Version(prepared.folder / "index", RememberingEmbedder(parts.embedder()))


@pytest.mark.parametrize("document", BUNDLED)
def test_a_new_document_loses_little(
    document: str, asked: list[Query], parts: Application, version: Version
) -> None:
    topics = version.samples.topics
    persons, machine = (
        ranks(parts.answerer_over(version.index(topics, new)), asked, document)["all"]
        for new in (None, document)
    )

    assert recall_at(machine, 1) >= recall_at(persons, 1) - 0.045
    assert recall_at(machine, 5) >= recall_at(persons, 5) - 0.03
