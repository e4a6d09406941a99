"""What the parts do together that none of them does alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.config import Settings
from bot.wiring import Application
from index.embedder import silent
from knowledge.errors import DanBietError
from knowledge.outside import OUTSIDE
from knowledge.topic import QUESTIONS
from tests.documents import LANG_SON
from tests.fakes import FakeEmbedder
from tests.topics import write_lines

GOOD: dict[str, Any] = {
    "topic": "Kinh phí",
    "rights": ["biet"],
    "provisions": [{"resolution": LANG_SON, "article": 5}],
    "questions": ["Tiền ở đâu ra?"],
}
MATTER = '[[matter]]\nkind = "field"\nname = "y tế"\nask = ""\nphrases = ["khám bệnh ở đâu"]\n'


def application(folder: Path, *lines: dict[str, Any] | str) -> Application:
    topics = folder / "topics"
    topics.mkdir(exist_ok=True)
    write_lines(topics / QUESTIONS, *lines)
    (topics / OUTSIDE).write_text(MATTER, encoding="utf-8")
    return Application(Settings(data_dir=folder / "var"), topics=topics)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of the bundled documents and of one topic."""
    folder = tmp_path_factory.mktemp("wiring")
    application(folder, GOOD).index(FakeEmbedder(), silent)
    return folder


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("{", "questions.jsonl:2: ", id="broken line"),
        pytest.param(GOOD, "questions.jsonl:2: ", id="a double"),
        pytest.param(
            GOOD
            | {
                "topic": "Khác",
                "questions": ["Gì?"],
                "provisions": [{"resolution": LANG_SON, "article": 50}],
            },
            "questions.jsonl:2: there is no Điều 50",
            id="unknown address",
        ),
    ],
)
def test_a_bad_topic_is_named_and_the_old_index_serves(
    folder: Path, line: dict[str, Any] | str, said: str
) -> None:
    changed = application(folder, GOOD, line)

    with pytest.raises(DanBietError, match=said):
        changed.index(FakeEmbedder(), silent)
    assert not changed.is_indexed(FakeEmbedder())
    assert application(folder, GOOD).is_indexed(FakeEmbedder())


def test_a_changed_topic_makes_the_index_out_of_date(folder: Path) -> None:
    changed = application(folder, GOOD | {"questions": ["Ai chi?"]})

    assert not changed.is_indexed(FakeEmbedder())
