"""Writes the graph that ships anew from the weights in it: `python -m training.embedding.export`.

Run it after `training.embedding.graph` has changed, and `python -m training.samples` after it.
"""

from __future__ import annotations

from index.encoder import GRAPH
from index.shipped import FOLDER
from training.embedding.graph import read_weights
from training.embedding.pack import export

if __name__ == "__main__":
    export(read_weights(FOLDER / GRAPH), FOLDER)
