from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch

from training.embedding.encoder import Encoder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

TEXTS = ("ab", "", "hop", "bau cu")


@pytest.mark.parametrize("frozen", [0, 1, 2])
@pytest.mark.parametrize("prompt", ["query", "passage"])
def test_both_halves_together_are_the_model(
    model: SentenceTransformer, frozen: int, prompt: str
) -> None:
    encoder = Encoder(model, frozen)
    with torch.no_grad():
        vectors = encoder.vectors(encoder.states(TEXTS, prompt)).numpy()

    np.testing.assert_allclose(
        vectors, model.encode(list(TEXTS), prompt=prompt_of(model, prompt)), atol=1e-5
    )


def prompt_of(model: SentenceTransformer, name: str) -> str:
    return model.prompts[name] or ""
