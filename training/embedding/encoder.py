"""The encoder cut in two: lower layers whose output is kept, upper layers that learn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize
from torch.nn.utils.rnn import pad_sequence

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

LONGEST = 64
"""Tokens of a text that are trained on."""

_BATCH = 16

States = Sequence[Tensor]
"""The output of the lower layers for each text: [tokens, dimensions]."""


@dataclass(frozen=True, slots=True)
class Encoder:
    """A BERT encoder whose first `frozen` layers stay as they are."""

    model: SentenceTransformer
    frozen: int

    @property
    def upper(self) -> nn.ModuleList:
        """Return the layers that learn."""
        layers: nn.ModuleList = self._bert.encoder.layer[self.frozen :]
        return layers

    @property
    def _bert(self) -> Any:
        return self.model[0].auto_model

    @torch.inference_mode()
    def states(self, texts: Sequence[str], prompt: str) -> States:
        """Return the states of `texts`, each with the prompt named `prompt` before it."""
        started = self.model.prompts[prompt] or ""
        longest = min(LONGEST, self.model.max_seq_length or LONGEST)
        cut = self.model.tokenizer(
            [started + text for text in texts], truncation=True, max_length=longest
        )
        return _by_length([torch.tensor(numbers) for numbers in cut["input_ids"]], self._lower)

    def vectors(self, states: States) -> Tensor:
        """Return the unit vectors that the upper layers make of `states`: [texts, dimensions]."""
        return torch.stack(_by_length(states, self._upper))

    def _lower(self, tokens: Sequence[Tensor]) -> list[Tensor]:
        padded, mask = _padded(tokens)
        hidden = self._bert.embeddings(input_ids=padded)
        for layer in self._bert.encoder.layer[: self.frozen]:
            hidden = layer(hidden, attention_mask=mask[:, None, None, :])
        return [row[: len(text)].clone() for row, text in zip(hidden, tokens, strict=True)]

    def _upper(self, states: States) -> list[Tensor]:
        hidden, mask = _padded(states)
        for layer in self.upper:
            hidden = layer(hidden, attention_mask=mask[:, None, None, :])
        kept = mask.unsqueeze(-1)
        return list(normalize((hidden * kept).sum(1) / kept.sum(1), dim=-1))


def _by_length(rows: States, work: Callable[[States], list[Tensor]]) -> list[Tensor]:
    """Return the results of `work` on `rows`, in their order; it gets like lengths together."""
    order = sorted(range(len(rows)), key=lambda number: len(rows[number]))
    done: dict[int, Tensor] = {}
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        done.update(zip(batch, work([rows[number] for number in batch]), strict=True))
    return [done[number] for number in range(len(rows))]


def _padded(rows: States) -> tuple[Tensor, Tensor]:
    """Return the rows in one block, and True where it is filled."""
    lengths = torch.tensor([len(row) for row in rows])
    block = pad_sequence(list(rows), batch_first=True)
    return block, torch.arange(block.shape[1]) < lengths[:, None]
