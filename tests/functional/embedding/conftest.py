from __future__ import annotations

from itertools import islice
from pathlib import Path
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING

import pytest

from tests.support.answers.packed_models import VOCABULARY, packed_model
from tests.support.language.unigrams import unigram
from training.embedding.base.model import BaseParts, write_base

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PIECES = dict.fromkeys((*ascii_lowercase, "▁", ":", *digits), -5.0)


@pytest.fixture
def model(tmp_path: Path) -> SentenceTransformer:
    """A model of two tiny layers whose tokens are letters, with random weights."""
    import torch
    from sentence_transformers import SentenceTransformer

    parts = BaseParts(tmp_path / "weights", tmp_path / "tokenizer")
    parts.weights.write_bytes(packed_model())
    parts.tokenizer.write_text(unigram(dict(islice(PIECES.items(), VOCABULARY - 5))))
    folder = write_base(tmp_path / "model", parts)
    model = SentenceTransformer(str(folder), device="cpu").eval()
    torch.manual_seed(1)
    with torch.no_grad():
        for name, weights in model.named_parameters():
            if "LayerNorm" not in name:
                weights.normal_(std=0.2)
            else:
                weights.fill_(float(name.endswith("weight")))
    return model
