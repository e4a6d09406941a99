from __future__ import annotations

from pathlib import Path

import pytest

from index.embedding.folder import BACKGROUND
from index.embedding.model import LibrariesMissing, load_model
from index.embedding.shipped import NAME


def test_a_model_whose_libraries_are_not_installed_is_told_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("index.embedding.model.find_spec", lambda _: None)

    with pytest.raises(LibrariesMissing, match=r"some/model .*scripts/setup models"):
        load_model("some/model")
    assert load_model(NAME).embed_queries(["Họp dân"]).shape == (1, 384)


@pytest.mark.parametrize(
    ("name", "background"),
    [
        pytest.param("intfloat/multilingual-e5-base", 0.7, id="e5"),
        pytest.param("bkai-foundation-models/vietnamese-bi-encoder", 0.0, id="another"),
    ],
)
def test_knows_of_a_family_how_near_unrelated_texts_are(name: str, background: float) -> None:
    assert load_model(name).background == background


def test_a_folder_states_how_near_unrelated_texts_are(tmp_path: Path) -> None:
    (tmp_path / BACKGROUND).write_text("0.25\n")

    assert load_model(str(tmp_path)).background == 0.25
