"""The small network that turns features into the log-odds that a provision answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from bot.answer.selection.fit.features import FEATURES, Table

_LEARNED = Path(__file__).parent / "network.json"


@dataclass(frozen=True, slots=True)
class Layers:
    """The weights as they are kept, a name for each feature they were learned for.

    `hidden` has a row for each unit, `output` a weight for each.
    """

    features: tuple[str, ...]
    means: tuple[float, ...]
    deviations: tuple[float, ...]
    hidden: tuple[tuple[float, ...], ...]
    hidden_bias: tuple[float, ...]
    output: tuple[float, ...]
    direct: tuple[float, ...]
    bias: float


_LAYERS = TypeAdapter(Layers)


class Network:
    """A hidden layer of tanh units beside a straight line from features to the log-odds."""

    def __init__(self, layers: Layers) -> None:
        """Take weights that were learned for just these features; raise ValueError for others."""
        if layers.features != FEATURES:
            raise ValueError(layers.features)
        self.layers = layers
        self._means, self._deviations = np.array(layers.means), np.array(layers.deviations)
        self._hidden, self._hidden_bias = np.array(layers.hidden), np.array(layers.hidden_bias)
        self._output, self._direct = np.array(layers.output), np.array(layers.direct)

    def log_odds(self, table: Table) -> NDArray[np.float64]:
        """Return the log-odds that each candidate answers: [candidates]."""
        known = (table - self._means) / self._deviations
        hidden = np.tanh(known @ self._hidden.T + self._hidden_bias)
        odds: NDArray[np.float64] = hidden @ self._output + known @ self._direct + self.layers.bias
        return odds


@cache
def learned() -> Network:
    """Return the network that comes with the project."""
    return Network(_LAYERS.validate_json(_LEARNED.read_bytes()))


def write_learned(network: Network, path: Path = _LEARNED) -> None:
    """Write `network` as the one that comes with the project."""
    path.write_bytes(_LAYERS.dump_json(network.layers) + b"\n")
