"""Learns the directions of the tokens' states that are kept: `python -m training.projection`.

Run it after a change of the model. It reads the samples and passages that ship, the former as
questions, the latter as provisions.
"""

from __future__ import annotations

import numpy as np

from index.embedding import projection
from training.shipping import read_shipping

_EVERY = 8
"""Of so many samples and passages one is read: more tell the same."""


def main() -> None:
    """Write the projection beside the model."""
    ships = read_shipping()
    samples = ships.samples[::_EVERY]
    passages = [passage.context for passage in ships.passages[::_EVERY]]
    states = [*ships.model.query_states(samples), *ships.model.passage_states(passages)]
    projection.write_learned(projection.learn(np.concatenate(states)))


if __name__ == "__main__":
    main()
