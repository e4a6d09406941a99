"""What changed from one version of the index to the next."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.publishing.versions import (
    Difference,
    Version,
    What,
    changed_files,
    differences,
    versions,
    with_previous,
)
from index.versions.build import build
from index.versions.manifest import FORMAT, Manifest, ModelUsed, Sources
from index.versions.writing import Material
from knowledge.law.resolution import Resolution
from tests.support.answers.provisions import document
from tests.support.conversations.fakes import FakeEmbedder
from tests.support.documents.builders import resolution

LANG_SON = resolution()
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def version(
    files: Mapping[str, str], *documents: Resolution, parser: str = "1", number: str = "1"
) -> Version:
    sources = Sources(parser, files)
    manifest = Manifest(FORMAT, NOW, ModelUsed("m", "f"), sources, len(documents), 0, 0, {})
    return Version(number, False, False, manifest, {one.id: one for one in documents})


def test_the_documents_of_a_version_are_told_by_their_heads(tmp_path: Path) -> None:
    told = document({(1,): "Biểu quyết tại cuộc họp."}, id="ca-mau")
    build(Material([told], Sources("1", {"lang-son.txt": "1"})), FakeEmbedder(), tmp_path)
    (one,) = versions(tmp_path)
    assert dict(one.documents) == {told.id: replace(told, provisions=())}
    shutil.rmtree(tmp_path / "versions" / "1")
    build(Material([LANG_SON, told], Sources("1", {})), FakeEmbedder(), tmp_path)
    (again,) = versions(tmp_path)
    assert list(again.documents) == [LANG_SON.id, told.id]


BASE = {"lang-son.txt": "1", "law.jsonl": "1", "outside.toml": "1", "everyday.txt": "1"}


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param(BASE, [], id="nothing"),
        pytest.param({**BASE, "ca-mau.docx": "1"}, [(What.ADDED, "ca-mau")], id="added"),
        pytest.param({**BASE, "lang-son.txt": "2"}, [(What.REPLACED, "lang-son")], id="replaced"),
        pytest.param(
            {name: one for name, one in BASE.items() if name != "lang-son.txt"}
            | {"lang-son.docx": "1", "lang-son.corrections.toml": "1"},
            [(What.REPLACED, "lang-son")],
            id="replaced in another format",
        ),
        pytest.param(
            {name: one for name, one in BASE.items() if name != "lang-son.txt"},
            [(What.REMOVED, "lang-son")],
            id="removed",
        ),
        pytest.param(
            {**BASE, "lang-son.corrections.toml": "1"}, [(What.FACTS, "lang-son")], id="facts"
        ),
        pytest.param(
            {**BASE, "law.jsonl": "2", "outside.toml": "2"}, [(What.TOPICS, "")], id="topics"
        ),
        pytest.param({**BASE, "matters.jsonl": "1"}, [(What.TOPICS, "")], id="own matters"),
        pytest.param(
            {**BASE, "sample-questions.jsonl": "1"}, [(What.SAMPLES, "")], id="sample questions"
        ),
        pytest.param({**BASE, "everyday.txt": "2"}, [(What.PROGRAM, "")], id="the program"),
    ],
)
def test_what_changed_is_told_by_its_kind(
    files: Mapping[str, str], found: list[tuple[What, str]]
) -> None:
    told = differences(version(BASE, LANG_SON), version(files))
    assert [(one.what, one.id) for one in told] == found
    assert {one.document for one in told if one.id == "lang-son"} <= {LANG_SON}


def test_another_parser_is_another_program() -> None:
    told = differences(version(BASE), version({**BASE, "everyday.txt": "2"}, parser="2"))
    assert told == (Difference(What.PROGRAM),)


def test_the_oldest_and_what_is_damaged_differ_from_nothing_that_is_known() -> None:
    one = version(BASE)
    damaged = Version("2", False, False, None, {})
    for before, after in ((None, one), (damaged, one), (one, damaged)):
        assert differences(before, after) == ()
        assert changed_files(before, after) == ()
    assert list(with_previous([damaged, one])) == [(damaged, one), (one, None)]
    assert list(with_previous([])) == []
