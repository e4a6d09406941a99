"""Loading a model that an admin names, with the libraries that run it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.embedding.model import ModelError, load_model


def test_a_model_that_is_nowhere_is_named(tmp_path: Path) -> None:
    missing = load_model(str(tmp_path / "no-model"))

    with pytest.raises(ModelError, match="no-model cannot be loaded: ") as caught:
        missing.warm()
    assert "\n" not in str(caught.value)
